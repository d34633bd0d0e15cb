"""Estonia: a lump sum for each deadline that is missed."""

from domain.days import Span
from domain.proceeding.acts.liquidation import Liquidate
from tests.domain.rulebook.files import day, decided, filed, money, order, rate, served

LAWFULNESS = ("GDPR 6(1)",)


def liquidated(amount):
    """One month from 1 March 2022 ends on Friday, 1 April; nobody complied until June."""
    given = filed("ee", *LAWFULNESS, on="2022-01-03").and_(
        decided(order(rate("EUR 500 per missed deadline")), on="2022-03-01", finds=LAWFULNESS),
        served("2022-03-01"),
    )
    covers = Span.parse("2022-04-02..2022-06-01")
    return given.when(
        Liquidate(on=day("2022-06-01"), of="order", covers=covers, amount=money(amount))
    )


class TestTheLumpSum:
    def test_is_owed_once_for_the_deadline(self):
        assert liquidated("EUR 500").events

    def test_does_not_grow_with_the_days(self):
        liquidated("EUR 501").then_refused("irregular", ["amount"])
