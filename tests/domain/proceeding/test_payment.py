"""Payments: of a sum that is open, in its currency, in whole or in part."""

import attrs
import pytest

from domain.proceeding.acts.payment import Pay, PaymentMade
from domain.proceeding.standing import outstanding, paid
from tests.domain.proceeding.stories import day, decided, eur, fine, liquidated

FINED = decided(fine(eur(1000)))
PAY = Pay(on=day("2022-11-01"), for_="fine", amount=eur(400))


class TestPayment:
    def test_is_made_by_the_addressee(self):
        when = FINED.when(PAY).then(
            PaymentMade(
                on=day("2022-11-01"),
                act="payment",
                by="clearview",
                basis="model",
                for_="fine",
                amount=eur(400),
            )
        )
        state = when.after.state
        assert (paid(state, "fine"), outstanding(state, "fine")) == (eur(400), eur(600))

    def test_may_be_of_a_liquidated_penalty(self):
        command = Pay(on=day("2023-05-01"), for_="liquidation", amount=eur(5_200_000))
        state = liquidated().when(command).after.state
        assert outstanding(state, "liquidation") == eur(0)

    def test_is_of_what_is_open_at_most(self):
        rest = attrs.evolve(PAY, amount=eur(601))
        (defect,) = FINED.and_(PAY).when(rest).then_refused("irregular", ["outstanding"]).defects
        assert (defect.asked, defect.limit) == ("EUR 601", "EUR 600")
        assert defect.message == "a payment of EUR 601 is above what is open, EUR 600"

    def test_of_more_is_recorded_despite_it(self):
        more = attrs.evolve(PAY, amount=eur(1500), despite=(("outstanding", "by mistake"),))
        state = FINED.when(more).after.state
        assert outstanding(state, "fine") == eur(0)
        assert paid(state, "fine") == eur(1500)

    @pytest.mark.parametrize(
        ("change", "rule"),
        [
            ({"for_": "injunction"}, "for_"),
            ({"amount": eur(0)}, "amount"),
            ({"amount": attrs.evolve(eur(1), currency="USD")}, "amount"),
        ],
    )
    def test_is_impossible_for_no_sum_of_nothing_or_in_another_currency(self, change, rule):
        FINED.when(attrs.evolve(PAY, **change)).then_refused("impossible", [rule])

    def test_is_not_for_the_authority(self):
        FINED.when(attrs.evolve(PAY, by="cnil")).then_refused("irregular", ["organ"])

    def test_of_nothing_known_is_nothing_outstanding(self):
        assert outstanding(FINED.state, "rumour") == eur(0)
