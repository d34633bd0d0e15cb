"""Exact numbers: multiples, ranges of shares and multiples, rates of exchange."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.amounts import Rounding, Share
from domain.errors import NotationError
from domain.methods import ExchangeRate, Multiple, MultipleRange, ShareRange, Sums
from domain.methods.numbers import product
from domain.money import Money
from tests.domain.methods.cases import eur, rate


class TestMultiple:
    @pytest.mark.parametrize("text", ["0", "4.2794", "14.4", "360"])
    def test_is_read_and_written_alike(self, text):
        assert str(Multiple.parse(text)) == text

    @pytest.mark.parametrize("text", ["", "4,2", "1 000", "-1", "1.", ".5", "four", "0x1", "1e3"])
    def test_anything_else_is_refused_with_the_spelling(self, text):
        with pytest.raises(NotationError, match=r"write it like 14\.4"):
            Multiple.parse(text)

    @pytest.mark.parametrize(("text", "meant"), [("4.20", "4.2"), ("007", "7")])
    def test_another_spelling_is_refused_with_the_one(self, text, meant):
        with pytest.raises(NotationError, match=f"write {meant}"):
            Multiple.parse(text)

    def test_is_never_negative_and_never_divided_by_nothing(self):
        for wrong in ((-1, 1), (1, 0)):
            with pytest.raises(ValueError, match="multiplies nothing"):
                Multiple(*wrong)

    def test_is_exact_and_ordered(self):
        assert Multiple.parse("14.4") == Multiple(72, 5)
        assert Multiple.parse("14.4").share == Share(72, 5)
        assert Multiple(1, 3) <= Multiple(1, 2)


class TestRanges:
    @pytest.mark.parametrize("text", ["0..10 %", "0.2..0.4 %", "20..100 %", "50 %"])
    def test_of_shares_are_read_and_written_alike(self, text):
        assert str(ShareRange.parse(text)) == text

    @pytest.mark.parametrize("text", ["12..14.4", "1..4", "3"])
    def test_of_numbers_too(self, text):
        assert str(MultipleRange.parse(text)) == text

    @pytest.mark.parametrize("text", ["10..0 %", "0 %..10 %", "..10 %", "0..", "10", "%"])
    def test_a_wrong_range_of_shares_is_refused(self, text):
        with pytest.raises(ValueError):  # noqa: PT011 - each says what it is
            ShareRange.parse(text)

    @pytest.mark.parametrize("text", ["4..1", "1..", "..4", "1-4"])
    def test_a_wrong_range_of_numbers_is_refused(self, text):
        with pytest.raises(ValueError):  # noqa: PT011 - each says what it is
            MultipleRange.parse(text)

    def test_sums_have_their_ends_in_order(self):
        with pytest.raises(ValueError, match="ends below its beginning"):
            Sums(eur("2"), eur("1"))

    def test_a_share_of_a_share_is_exact(self):
        assert product(Share.parse("17 %"), Share.parse("0.8 %")) == Share.parse("0.136 %")


class TestRates:
    def test_lead_both_ways(self):
        zloty = rate("EUR", "PLN", "4.2794", date(2020, 1, 28))
        assert zloty.convert(eur("460 000")) == Money.parse("PLN 1 968 524")
        assert zloty.convert(Money.parse("PLN 1 968 524")) == eur("460 000")
        assert zloty.converts("PLN", "EUR")
        assert not zloty.converts("PLN", "GBP")

    def test_know_the_decimals_of_each_currency(self):
        yen = rate("EUR", "JPY", "160.5")
        assert yen.convert(eur("10")) == Money.parse("JPY 1 605")
        assert yen.convert(Money.parse("JPY 1 605")) == eur("10")

    @pytest.mark.parametrize(
        ("rounding", "there"),
        [
            (Rounding.DOWN, "PLN 0.33"),
            (Rounding.UP, "PLN 0.34"),
            (Rounding.HALF_UP, "PLN 0.34"),
            (Rounding.HALF_EVEN, "PLN 0.34"),
        ],
    )
    def test_round_as_they_say(self, rounding, there):
        told = ExchangeRate(
            from_="EUR",
            to="PLN",
            rate=Multiple.parse("3.35"),
            day=date(2020, 1, 1),
            rounding=rounding,
        )
        assert told.convert(eur("0.10")) == Money.parse(there)

    def test_say_their_day_and_source(self):
        text = str(rate("EUR", "PLN", "4.2794", date(2020, 1, 28)))
        assert text == "EUR 1 = PLN 4.2794 on 2020-01-28, bank"

    @pytest.mark.parametrize(
        ("one", "other", "number", "why"),
        [
            ("EUR", "EUR", "1", "to itself"),
            ("EUR", "PLN", "0", "rate of zero"),
            ("EUR", "XXX", "1", "no currency"),
        ],
    )
    def test_that_convert_nothing_are_refused(self, one, other, number, why):
        with pytest.raises(ValueError, match=why):
            rate(one, other, number)

    @given(
        st.integers(0, 10**12), st.integers(0, 10**12), st.integers(1, 10**6), st.integers(1, 10**4)
    )
    def test_keep_the_order_of_sums(self, one, other, top, bottom):
        told = ExchangeRate(from_="EUR", to="PLN", rate=Multiple(top, bottom), day=date(2020, 1, 1))
        less, more = sorted((one, other))
        assert told.convert(Money(less, "EUR")) <= told.convert(Money(more, "EUR"))
        assert told.convert(Money(less, "PLN")) <= told.convert(Money(more, "PLN"))
