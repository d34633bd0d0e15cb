"""Poland: euro at the National Bank's rate of 28 January, and the ceiling of public bodies."""

from datetime import date

import pytest

from domain.money import Rounding
from domain.proceeding.maxima import fine_maximum
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, fine, money

PL = load_rulebook("pl")
SECURITY = ("GDPR 5(1)(f)", "GDPR 32(1)(b)")


class TestTheRate:
    @pytest.mark.parametrize(
        ("on", "euro", "zloty"),
        [
            # Virgin Mobile Polska: 460 000 x 4.2794 and 350 000 x 4.5697
            (date(2020, 12, 3), "EUR 460 000", "PLN 1 968 524"),
            (date(2022, 11, 16), "EUR 350 000", "PLN 1 599 395"),
        ],
    )
    def test_of_28_january_of_the_year_of_the_decision_gives_the_sums_that_were_imposed(
        self, on, euro, zloty
    ):
        price = PL.exchange("EUR", on).rate
        assert price.convert(money(euro), "PLN", Rounding.HALF_UP) == money(zloty)

    def test_is_that_of_the_next_table_where_the_28th_has_none(self):
        assert PL.exchange("EUR", date(2024, 6, 1)).rate_of == date(2024, 1, 29)

    @pytest.mark.parametrize("on", [date(2021, 6, 1), date(2023, 6, 1), date(2022, 1, 27)])
    def test_is_not_guessed_where_no_text_tells_it(self, on):
        assert PL.exchange("EUR", on) is None


class TestTheMaximum:
    def most(self, kind="undertaking"):
        given = filed("pl", *SECURITY, on="2022-02-01", kind=kind, turnover=TURNOVER)
        return fine_maximum(given.state, PL, day("2022-11-16"), provisions=SECURITY, to=("firm",))

    def test_is_the_converted_sum_where_that_is_higher_than_the_share(self):
        # 20 000 000 x 4.5697; 4 % of PLN 95 578 126 is PLN 3 823 125.04
        assert self.most().floor == self.most().ceiling == money("PLN 91 394 000")

    def test_is_open_before_the_rate_of_the_year(self):
        given = filed("pl", "GDPR 5", on="2022-02-01")
        decision = decided(fine("PLN 1"), on="2024-01-26", finds=("GDPR 5",))
        (warning,) = given.when(decision).verdict.warnings
        assert (warning.rule, warning.cite) == ("maximum", "GDPR 83(5)")
        assert "while no rate of EUR in PLN is known" in warning.message

    def test_of_a_public_body_is_a_hundred_thousand(self):
        most = self.most("public body")
        assert (most.floor, most.ceiling) == (money("PLN 100 000"), money("PLN 100 000"))
        assert most.cite == "PL-ACT 102(1)"

    def test_stops_the_sum_against_a_public_body(self):
        given = filed("pl", *SECURITY, on="2022-02-01", kind="public body")
        over = decided(fine("PLN 100 001"), on="2022-11-16", finds=SECURITY)
        given.when(over).then_refused("irregular", ["maximum"])
        assert given.when(decided(fine("PLN 100 000"), on="2022-11-16", finds=SECURITY)).events


TURNOVER = (("2021", "PLN 95 578 126"),)
