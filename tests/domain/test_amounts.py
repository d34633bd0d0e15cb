"""Higher, lower, pick, shares and roundings: for plain values and for symbols."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from fractions import Fraction
from math import ceil, floor

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from domain.amounts import Rounding, Share, divide, higher, lower, pick
from domain.errors import NotationError

numbers = st.integers(-(10**15), 10**15)
divisors = st.integers(1, 10**9)
shares = st.builds(Share, st.integers(0, 10**6), st.integers(1, 10**6))


@frozen
class Formula:
    """Stands for many variants at once, as a symbol of the lane engine does."""

    text: str

    def higher(self, other):
        return Formula(f"max({self.text}, {_text(other)})")

    def lower(self, other):
        return Formula(f"min({self.text}, {_text(other)})")

    def pick(self, then, otherwise):
        return Formula(f"{self.text} ? {_text(then)} : {_text(otherwise)}")

    def __bool__(self):
        raise AssertionError("a symbol was asked for its truth")


def _text(value):
    return value.text if hasattr(value, "text") else str(value)


class TestHigherAndLower:
    def test_take_the_greater_and_the_smaller_number(self):
        assert (higher(3, 7), lower(3, 7)) == (7, 3)

    def test_take_the_later_and_the_earlier_day(self):
        first, second = date(2022, 10, 17), date(2022, 10, 18)
        assert (higher(first, second), lower(first, second)) == (second, first)

    def test_leave_the_answer_to_a_symbol_on_the_left(self):
        assert higher(Formula("a"), 5) == Formula("max(a, 5)")
        assert lower(Formula("a"), 5) == Formula("min(a, 5)")

    def test_leave_the_answer_to_a_symbol_on_the_right(self):
        assert higher(5, Formula("a")) == Formula("max(a, 5)")
        assert lower(5, Formula("a")) == Formula("min(a, 5)")

    @given(numbers, numbers)
    def test_share_the_two_between_them(self, one, other):
        assert sorted([higher(one, other), lower(one, other)]) == sorted([one, other])

    @given(numbers, numbers, numbers)
    def test_do_not_depend_on_the_order_of_asking(self, one, two, three):
        assert higher(higher(one, two), three) == higher(three, higher(two, one))
        assert lower(lower(one, two), three) == lower(three, lower(two, one))


class TestPick:
    def test_follows_a_plain_condition(self):
        assert [pick(when, "then", "otherwise") for when in (True, False)] == ["then", "otherwise"]

    def test_hands_both_values_to_a_symbol_without_asking_for_its_truth(self):
        assert pick(Formula("c"), 1, 2) == Formula("c ? 1 : 2")


class TestDivide:
    @pytest.mark.parametrize(
        ("rounding", "results"),
        [
            (Rounding.DOWN, [0, 1, 1, 2, -1, -2]),
            (Rounding.UP, [1, 2, 2, 3, 0, -1]),
            (Rounding.HALF_UP, [1, 2, 2, 3, 0, -1]),
            (Rounding.HALF_EVEN, [0, 2, 2, 2, 0, -2]),
        ],
    )
    def test_rounds_a_half_as_its_name_says(self, rounding, results):
        halves = [1, 3, 3, 5, -1, -3]
        assert [divide(half, 2, rounding) for half in halves] == results

    @given(numbers, divisors)
    def test_down_and_up_are_floor_and_ceiling(self, parts, by):
        exact = Fraction(parts, by)
        assert divide(parts, by, Rounding.DOWN) == floor(exact)
        assert divide(parts, by, Rounding.UP) == ceil(exact)

    @given(numbers, divisors)
    def test_half_even_is_what_an_exact_fraction_rounds_to(self, parts, by):
        assert divide(parts, by, Rounding.HALF_EVEN) == round(Fraction(parts, by))

    @given(numbers, divisors)
    def test_half_up_is_the_floor_of_a_half_more(self, parts, by):
        exact = Fraction(parts, by)
        assert divide(parts, by, Rounding.HALF_UP) == floor(exact + Fraction(1, 2))

    @given(numbers, st.sampled_from(Rounding))
    def test_leaves_a_whole_result_alone(self, parts, rounding):
        assert divide(parts * 7, 7, rounding) == parts


class TestShare:
    def test_is_equal_however_it_was_told(self):
        assert Share(4, 100) == Share(1, 25) == Share.parse("4 %")
        assert hash(Share(4, 100)) == hash(Share(1, 25))

    @pytest.mark.parametrize(
        ("text", "share"),
        [
            ("4 %", Share(1, 25)),
            ("0.2 %", Share(1, 500)),
            ("1.4 %", Share(7, 500)),
            ("0 %", Share(0, 1)),
            ("100 %", Share(1, 1)),
            ("250 %", Share(5, 2)),
            ("1/3", Share(1, 3)),
        ],
    )
    def test_is_read_and_written_exactly(self, text, share):
        assert Share.parse(text) == share
        assert str(share) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("4%", "write 4 %"),
            ("0.20 %", "write 0.2 %"),
            ("0,2 %", "write 0.2 %"),
            ("04 %", "write 4 %"),
            ("4 percent", "write 4 %"),
            ("1/4", "write 25 %"),
            ("1/0", "write it like 0.2 %"),
            ("0.04", "write it like 0.2 %"),  # 4 % or 0.04 %? no guess
            ("-4 %", "write it like 0.2 %"),
            ("", "write it like 0.2 %"),
        ],
    )
    def test_refuses_another_spelling_and_suggests_one(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            Share.parse(text)
        assert (refused.value.text, refused.value.suggestion) == (text, suggestion)

    @pytest.mark.parametrize(("numerator", "denominator"), [(-1, 2), (1, 0), (1, -2)])
    def test_is_never_negative_and_never_of_nothing(self, numerator, denominator):
        with pytest.raises(ValueError, match="no share of anything"):
            Share(numerator, denominator)

    @given(shares)
    def test_reads_back_as_itself(self, share):
        assert Share.parse(str(share)) == share

    @given(st.text())
    def test_answers_any_text_with_a_share_or_a_notation_error(self, text):
        with suppress(NotationError):
            assert str(Share.parse(text)) == text
