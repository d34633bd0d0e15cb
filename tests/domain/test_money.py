"""Sums: exact, of one currency, in one spelling."""

from __future__ import annotations

import copy
import pickle
from contextlib import suppress
from fractions import Fraction
from math import ceil

import attrs
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from domain.amounts import higher, lower
from domain.errors import (
    CommandRefusedError,
    CurrencyMismatchError,
    ImpossibleActError,
    IrregularActError,
    NotationError,
    ShowcauseError,
)
from domain.money import DECIMALS, Money, MoneyRange, Part, Per, Rate, Rounding, Share

minors = st.integers(-(10**17), 10**17)
currencies = st.sampled_from(sorted(DECIMALS))
euros = st.builds(Money, minors, st.just("EUR"))
sums = st.builds(Money, minors, currencies)
shares = st.builds(Share, st.integers(0, 10**6), st.integers(1, 10**6))
rates = st.builds(Rate, sums, st.sampled_from(Per), st.none() | st.sampled_from(Part))


@st.composite
def ranges(draw):
    code = draw(currencies)
    least, most = sorted(draw(st.tuples(minors, minors)))
    ends = [Money(least, code), Money(most, code)]
    return MoneyRange(*(end if draw(st.booleans()) else None for end in ends))


def eur(amount):
    return Money(amount * 100, "EUR")


class TestCountingMoney:
    def test_adds_subtracts_and_multiplies_in_minor_units(self):
        assert eur(20) + eur(5) == eur(25)
        assert eur(20) - eur(25) == -eur(5)
        assert eur(100_000) * 52 == 52 * eur(100_000) == eur(5_200_000)

    def test_sums_from_a_named_zero(self):
        parts = [eur(3_800_000)] * 3 + [eur(2_000_000)] * 4 + [eur(600_000)]
        assert sum(parts, Money.zero("EUR")) == eur(20_000_000)

    def test_compares_sums_of_one_currency(self):
        assert eur(1) < eur(2)
        assert eur(1) <= eur(1)
        assert eur(2) > eur(1)
        assert eur(2) >= eur(2)
        assert not eur(2) < eur(2)

    @pytest.mark.parametrize(
        "act",
        [
            lambda one, other: one + other,
            lambda one, other: one - other,
            lambda one, other: one < other,
            lambda one, other: one <= other,
            lambda one, other: one > other,
            lambda one, other: one >= other,
            higher,
            lower,
        ],
    )
    @pytest.mark.parametrize("other", [Money(100, "GBP"), 100])
    def test_refuses_another_currency_or_a_bare_number(self, act, other):
        with pytest.raises(CurrencyMismatchError, match=r"EUR and .* without a dated rate"):
            act(eur(1), other)

    def test_another_currency_is_unequal_but_no_error(self):
        assert Money(100, "EUR") != Money(100, "GBP")

    @pytest.mark.parametrize("minor", [1.0, "1", None])
    def test_holds_whole_minor_units_only(self, minor):
        with pytest.raises(TypeError, match="minor"):
            Money(minor, "EUR")

    @pytest.mark.parametrize("code", ["eur", "EURO", "E1R", "ÄÖÜ", ""])
    def test_holds_a_currency_of_three_capital_letters_only(self, code):
        with pytest.raises(ValueError, match="three capital letters"):
            Money(1, code)

    @given(euros, euros, euros)
    def test_addition_may_be_done_in_any_order(self, one, two, three):
        assert one + two == two + one
        assert (one + two) + three == one + (two + three)

    @given(euros, euros)
    def test_subtraction_undoes_addition_and_zero_changes_nothing(self, one, two):
        assert one + two - two == one
        assert one + Money.zero("EUR") == one
        assert one + -one == Money.zero("EUR")

    @given(euros, euros, euros)
    def test_adding_the_same_keeps_the_order(self, one, two, three):
        assert (one < two) == (one + three < two + three)

    @given(euros, st.integers(0, 50))
    def test_so_many_times_is_so_many_additions(self, money, times):
        assert money * times == sum([money] * times, Money.zero("EUR"))

    @given(euros, euros)
    def test_higher_and_lower_are_the_two_sums_themselves(self, one, two):
        assert {higher(one, two), lower(one, two)} == {one, two}
        assert higher(one, two) >= lower(one, two)


class TestShareOfMoney:
    @pytest.mark.parametrize(
        ("turnover", "maximum"),
        [(500_000_000, 20_000_000), (1_000_000_000, 40_000_000), (100_000_000, 4_000_000)],
    )
    def test_four_percent_of_turnover(self, turnover, maximum):
        assert eur(turnover).share(Share.parse("4 %"), Rounding.DOWN) == eur(maximum)

    def test_rounding_is_the_callers_choice(self):
        half_a_cent = Money(1, "EUR")
        assert [half_a_cent.share(Share(1, 2), rounding).minor for rounding in Rounding] == [
            0,
            1,
            1,
            0,
        ]

    @given(euros, shares)
    def test_down_is_the_last_cent_that_the_exact_part_reaches(self, money, share):
        exact = money.minor * Fraction(share.numerator, share.denominator)
        down = money.share(share, Rounding.DOWN).minor
        assert down <= exact < down + 1

    @given(euros, shares, st.sampled_from(Rounding))
    def test_every_rounding_is_down_or_up(self, money, share, rounding):
        down, up = (money.share(share, way) for way in (Rounding.DOWN, Rounding.UP))
        assert money.share(share, rounding) in {down, up}
        assert up.minor == ceil(money.minor * Fraction(share.numerator, share.denominator))

    @given(euros, shares, st.sampled_from(Rounding))
    def test_a_higher_sum_never_has_a_lower_share(self, money, share, rounding):
        more = money + Money(1, "EUR")
        assert money.share(share, rounding) <= more.share(share, rounding)

    @given(euros, st.sampled_from(Rounding))
    def test_the_whole_is_the_sum_itself(self, money, rounding):
        assert money.share(Share(1, 1), rounding) == money


@frozen
class Formula:
    """Stands for many numbers at once, as a symbol of the lane engine does."""

    text: str

    def higher(self, other):
        return Formula(f"max({self.text}, {other})")

    def lower(self, other):
        return Formula(f"min({self.text}, {other})")


class TestMoneyOfASymbol:
    @pytest.fixture(autouse=True)
    def _trace(self):
        with attrs.validators.disabled():
            yield

    def test_higher_and_lower_pass_the_question_on_to_the_minor_units(self):
        unknown = Money(Formula("turnover"), "EUR")
        assert higher(unknown, eur(20)) == Money(Formula("max(turnover, 2000)"), "EUR")
        assert lower(eur(20), unknown) == Money(Formula("min(turnover, 2000)"), "EUR")


class TestSpellingMoney:
    @pytest.mark.parametrize(
        ("text", "money"),
        [
            ("EUR 20 000 000", eur(20_000_000)),
            ("EUR 35 258 707.95", Money(3_525_870_795, "EUR")),
            ("EUR -5 000", eur(-5_000)),
            ("EUR 0", eur(0)),
            ("EUR 0.05", Money(5, "EUR")),
            ("EUR -0.05", Money(-5, "EUR")),
            ("EUR 999", eur(999)),
            ("JPY 5 000", Money(5_000, "JPY")),
            ("KWD 1.250", Money(1_250, "KWD")),
            ("GBP 7 552 800", Money(755_280_000, "GBP")),
            ("EUR 9 999 999 999 999 999", Money(10**18 - 100, "EUR")),
        ],
    )
    def test_is_read_and_written_in_one_way(self, text, money):
        assert Money.parse(text) == money
        assert str(money) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("EUR 20,000,000", "write EUR 20 000 000"),
            ("EUR 20.000.000", "write EUR 20 000 000"),
            ("EUR 20'000'000", "write EUR 20 000 000"),
            ("EUR 20\u00a0000\u202f000", "write EUR 20 000 000"),
            ("EUR 20000000", "write EUR 20 000 000"),
            ("EUR 5000", "write EUR 5 000"),
            ("20 000 000 EUR", "write EUR 20 000 000"),
            ("€5,000", "write EUR 5 000"),
            ("£ 7.50", "write GBP 7.50"),
            ("¥ 5", "write it like EUR 20 000 000"),
            ("eur 5", "write EUR 5"),
            ("EUR  5", "write it like EUR 20 000 000"),
            ("EUR 1 000,50", "write EUR 1 000.50"),
            ("1.000,50 EUR", "write EUR 1 000.50"),
            ("-5 EUR", "write EUR -5"),
            ("EUR -0", "write EUR 0"),
            ("EUR 007", "write EUR 7"),
            ("EUR 5.5", "write EUR 5.50"),
            ("EUR 7.00", "write EUR 7"),
            ("JPY 5,000", "write JPY 5 000"),
            ("EUR 1.234", "write EUR 1 234 if the point separates thousands"),
            ("EUR 1.2345", ""),
            ("EUR 123 456 789 012 345.678", ""),
            ("JPY 5.5", ""),
            ("EUX 5", "write EUR if that is meant"),
            ("QQQ 5", ""),
            ("5 QQQ", "write it like EUR 20 000 000"),
            ("1,000 KWD", "write it like EUR 20 000 000"),  # one or a thousand? no guess
            ("EUR 5 million", "write it like EUR 20 000 000"),
            ("EUR 5 EUR", "write it like EUR 20 000 000"),
            ("5", "write it like EUR 20 000 000"),
            ("maximum", "write it like EUR 20 000 000"),
            ("", "write it like EUR 20 000 000"),
            ("EUR 99 999 999 999 999 999", ""),
            ("EUR " + "9" * 5_000, ""),
            ("9" * 5_000 + " EUR", "write it like EUR 20 000 000"),
            ("EUR \u0665", "write it like EUR 20 000 000"),
        ],
    )
    def test_refuses_another_spelling_and_suggests_this_one(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            Money.parse(text)
        assert (refused.value.text, refused.value.suggestion) == (text, suggestion)

    def test_names_the_decimals_that_a_currency_has(self):
        with pytest.raises(NotationError, match="more decimals than JPY, which has none"):
            Money.parse("JPY 5.5")
        with pytest.raises(NotationError, match="more decimals than EUR, which has 2"):
            Money.parse("EUR 5.555")

    def test_a_currency_that_is_not_listed_is_still_written(self):
        assert str(Money(123_456, "XTS")) == "XTS 1 234.56"

    @given(sums)
    def test_reads_back_as_itself(self, money):
        assert Money.parse(str(money)) == money

    @given(st.text() | st.from_regex(r"\A[A-Z]{3} ?-?[0-9 .,]{1,30}\Z"))
    def test_answers_any_text_with_a_sum_or_a_notation_error(self, text):
        with suppress(NotationError):
            assert str(Money.parse(text)) == text

    @given(sums, st.sampled_from([",", ".", "'", "\u00a0", "_", ""]))
    def test_a_suggested_sum_is_the_sum_that_was_written(self, money, separator):
        text = str(abs_of(money)).split(".")[0]
        code, _, number = text.partition(" ")
        other = f"{number.replace(' ', separator)} {code}"
        with pytest.raises(NotationError) as refused:
            Money.parse(other)
        assert refused.value.suggestion in {f"write {text}", "write it like EUR 20 000 000"}


def abs_of(money):
    return higher(money, -money)


class TestMoneyRange:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("EUR 30 000 000..50 000 000", MoneyRange(eur(30_000_000), eur(50_000_000))),
            ("EUR 17 000 000..", MoneyRange(eur(17_000_000), None)),
            ("..EUR 5 000", MoneyRange(None, eur(5_000))),
            ("EUR 20", MoneyRange(eur(20), eur(20))),
            ("EUR -5..5", MoneyRange(eur(-5), eur(5))),
            ("unknown", MoneyRange(None, None)),
        ],
    )
    def test_is_read_and_written_in_one_way(self, text, told):
        assert MoneyRange.parse(text) == told
        assert str(told) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("EUR 5..EUR 7", "write EUR 5..7"),
            ("EUR 5..5", "write EUR 5"),
            ("EUR 7..5", "write EUR 5..7"),
            ("..", "write unknown"),
            ("..5", "write it like EUR 20 000 000"),
            ("EUR 5..7,000", "write EUR 7 000"),
        ],
    )
    def test_refuses_another_spelling_and_suggests_one(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            MoneyRange.parse(text)
        assert refused.value.suggestion == suggestion

    def test_contains_its_ends_and_what_lies_between(self):
        told = MoneyRange.parse("EUR 5..7")
        assert [told.contains(eur(n)) for n in (4, 5, 6, 7, 8)] == [False, True, True, True, False]

    def test_an_open_end_contains_everything_on_its_side(self):
        assert MoneyRange.parse("EUR 5..").contains(eur(10**9))
        assert MoneyRange.parse("..EUR 5").contains(eur(-(10**9)))
        assert MoneyRange.parse("unknown").contains(Money(1, "SEK"))

    def test_refuses_to_look_for_another_currency(self):
        with pytest.raises(CurrencyMismatchError):
            MoneyRange.parse("EUR 5..7").contains(Money(600, "GBP"))

    def test_has_ends_of_one_currency_in_their_order(self):
        with pytest.raises(ValueError, match="ends below its beginning"):
            MoneyRange(eur(7), eur(5))
        with pytest.raises(CurrencyMismatchError):
            MoneyRange(eur(7), Money(900, "GBP"))

    @given(ranges())
    def test_reads_back_as_itself(self, told):
        assert MoneyRange.parse(str(told)) == told


class TestRate:
    @pytest.mark.parametrize(
        ("text", "rate"),
        [
            ("EUR 100 000 per day", Rate(eur(100_000), Per.DAY)),
            ("EUR 250 000 per started month", Rate(eur(250_000), Per.MONTH, Part.STARTED)),
            ("EUR 10 000 per whole week", Rate(eur(10_000), Per.WEEK, Part.WHOLE)),
            ("EUR 1 000 per 2 weeks", Rate(eur(1_000), Per.TWO_WEEKS)),
        ],
    )
    def test_is_read_and_written_in_one_way(self, text, rate):
        assert Rate.parse(text) == rate
        assert str(rate) == text

    @pytest.mark.parametrize(
        "text", ["EUR 5", "EUR 5 a day", "EUR 5 per year", "EUR 5 per started", "EUR 5 per  day"]
    )
    def test_refuses_another_unit_and_names_those_there_are(self, text):
        with pytest.raises(NotationError, match="day, week, 2 weeks, month"):
            Rate.parse(text)

    def test_refuses_a_sum_in_another_spelling(self):
        with pytest.raises(NotationError, match="write EUR 100 000"):
            Rate.parse("EUR 100,000 per day")

    @given(rates)
    def test_reads_back_as_itself(self, rate):
        assert Rate.parse(str(rate)) == rate


class TestErrors:
    @pytest.mark.parametrize(
        "error",
        [
            CurrencyMismatchError("EUR", "GBP"),
            NotationError("x", "'x' is wrong", "write y"),
            IrregularActError("a fine of EUR 20 000 001 is above the maximum"),
            ImpossibleActError("there is no order of that name"),
        ],
    )
    def test_can_be_pickled_copied_and_caught_as_ours(self, error):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes, of one line ago
        assert (str(again), vars(again)) == (str(error), vars(error))
        assert str(copy.copy(error)) == str(error)
        assert isinstance(error, ShowcauseError)

    def test_a_refused_command_says_the_sentence_of_its_refusal(self):
        error = CommandRefusedError("there is no order of that name")
        assert str(error) == error.refusal == "there is no order of that name"

    def test_a_notation_error_without_a_suggestion_ends_with_its_message(self):
        assert str(NotationError("x", "'x' is wrong")) == "'x' is wrong"
        assert str(NotationError("x", "'x' is wrong", "write y")) == "'x' is wrong; write y"

    def test_a_long_text_is_cut_in_the_message_but_kept_as_a_value(self):
        text = "EUR \x1b[31m" + "9" * 100_000
        with pytest.raises(NotationError) as refused:
            Money.parse(text)
        assert refused.value.text == text
        assert len(str(refused.value)) < 200
        assert "\x1b" not in str(refused.value)
