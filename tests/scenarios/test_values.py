"""The values of a scenario file: each reads the one spelling that it writes."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.amounts import Share
from domain.days import Day
from domain.errors import CalendarRangeError, NotationError
from domain.money import Money, MoneyRange
from domain.periods import Period, Unit
from domain.rulebook.loading import load_rulebook
from scenarios.moments import Point, RelativeDay, parse_when, shifted
from scenarios.sums import PartOfMaximum, Result, parse_amount, parse_year
from scenarios.words import Count, parse_ident, parse_provision, parse_source_key

FR = load_rulebook("fr")


class TestWhen:
    @pytest.mark.parametrize(
        "text",
        [
            "2022-10-17",
            "2020-05",
            "2020",
            "2022-01-26..2022-02-16",
            "..2022-07-14",
            "2021-08-20..",
            "unknown",
            "2022-10-18 (inferred)",
            "5 days after notice.due",
            "1 week before hearing",
            "10 working days after rapporteur appointment",
            "1 month and 10 days before order-2.notified",
            "notice.due",
            "hearing",
            "4 days later",
            "4 days after later",
            "same day",
        ],
    )
    def test_is_written_as_it_was_read(self, text):
        assert str(parse_when(text)) == text

    def test_is_a_day_or_relative(self):
        assert parse_when("2022") == Day(date(2022, 1, 1), date(2022, 12, 31))
        assert parse_when("notice.due") == RelativeDay(Point("notice", "due"))
        assert parse_when("same day") == RelativeDay(None)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "17.10.2022",
            "Notice.due",
            "5 days after",
            "5 apples after notice",
            "notice.now",
            "5 days later than notice",
            "2022-02-30",
            "due of notice.",
        ],
    )
    def test_is_refused(self, text):
        with pytest.raises(NotationError):
            parse_when(text)


class TestShifted:
    @pytest.mark.parametrize(
        ("day", "length", "side", "result"),
        [
            ("2022-10-14", "5 days", "after", "2022-10-19"),
            ("2022-10-14", "2 weeks", "before", "2022-09-30"),
            ("2022-10-14", "2 weeks and 1 day", "after", "2022-10-29"),
            ("2022-10-14", "1 month and 10 days", "after", "2022-11-24"),
            ("2022-01-31", "1 month", "after", "2022-02-28"),
            ("2022-03-31", "1 month", "before", "2022-02-28"),
            ("2024-02-29", "1 year", "after", "2025-02-28"),
            ("2022-10-14", "72 hours", "after", "2022-10-17"),
            ("2022-10-14", "25 hours", "before", "2022-10-12"),
            # Friday; 31 October is Monday, 1 November is Toussaint
            ("2022-10-28", "2 working days", "after", "2022-11-02"),
            ("2022-11-02", "2 working days", "before", "2022-10-28"),
        ],
    )
    def test_counts_in_the_plain_calendar(self, day, length, side, result):
        told = shifted(date.fromisoformat(day), Period.parse(length), side, FR)
        assert told == date.fromisoformat(result)

    @pytest.mark.parametrize("side", ["after", "before"])
    @pytest.mark.parametrize("length", ["99999 years", "99999 months"])
    def test_beyond_what_a_day_can_be_is_an_error(self, side, length):
        with pytest.raises(CalendarRangeError):
            shifted(date(2022, 1, 1), Period.parse(length), side, FR)

    def test_working_days_beyond_the_calendar_are_an_error(self):
        with pytest.raises(CalendarRangeError):
            shifted(date(2030, 12, 30), Period(9, Unit.WORKING_DAYS), "after", FR)


class TestAmount:
    @pytest.mark.parametrize(
        "text", ["EUR 20 000 000", "EUR 30 000 000..50 000 000", "maximum", "80 % of maximum"]
    )
    def test_is_written_as_it_was_read(self, text):
        assert str(parse_amount(text)) == text

    def test_is_a_range_or_a_part_of_the_maximum(self):
        assert parse_amount("EUR 1") == MoneyRange(Money(100, "EUR"), Money(100, "EUR"))
        assert parse_amount("12.5 % of maximum") == PartOfMaximum(Share(1, 8))

    @pytest.mark.parametrize("text", ["unknown", "EUR 5..", "..EUR 5", "2 % of turnover", "all"])
    def test_is_refused_where_it_cannot_be_played(self, text):
        with pytest.raises(NotationError):
            parse_amount(text)


class TestOtherValues:
    @pytest.mark.parametrize("text", ["upheld", "annulled", "set to EUR 900 000"])
    def test_results_are_written_as_they_were_read(self, text):
        assert str(Result.parse(text)) == text

    @pytest.mark.parametrize("text", ["0", "52", "50..52"])
    def test_counts_are_written_as_they_were_read(self, text):
        assert str(Count.parse(text)) == text

    @pytest.mark.parametrize("text", ["52..50", "-1", "1.5", "9999999", ""])
    def test_counts_are_refused(self, text):
        with pytest.raises(NotationError):
            Count.parse(text)

    def test_a_count_cannot_end_below_its_beginning(self):
        with pytest.raises(ValueError, match="below its beginning"):
            Count(2, 1)

    @pytest.mark.parametrize("text", ["21", "0021", "20211", "year", "٢٠٢١"])
    def test_years_are_refused(self, text):
        with pytest.raises(NotationError):
            parse_year(text)

    @pytest.mark.parametrize("text", ["GDPR 6", "GDPR 5(1)(a)", "LIL 20 III 7", "REG-1182/71 3"])
    def test_provisions_are_read(self, text):
        assert parse_provision(text) == text

    @pytest.mark.parametrize("text", ["GDPR", "6", "GDPR 12-22", "GDPR six", "GDPR 6" + "(1)" * 60])
    def test_provisions_are_refused(self, text):
        with pytest.raises(NotationError):
            parse_provision(text)

    @pytest.mark.parametrize(
        "text", ["Notice", "unknown", "1st", "a--b", "a b", "é", "-", "a" * 61]
    )
    def test_names_are_refused(self, text):
        with pytest.raises(NotationError):
            parse_ident(text)

    def test_a_key_of_a_source_is_one_word(self):
        assert parse_source_key("SAN-2022-019") == "SAN-2022-019"
        with pytest.raises(NotationError, match="write SAN-2022-019"):
            parse_source_key("SAN 2022 019")


@given(
    st.text(alphabet="abcdefghij0123456789 .-:()$%EUR", max_size=40),
    st.sampled_from(
        (
            parse_when,
            parse_amount,
            parse_year,
            parse_ident,
            parse_provision,
            Count.parse,
            Result.parse,
            parse_source_key,
        )
    ),
)
def test_any_text_is_read_as_it_is_written_or_refused(text, parse):
    with suppress(NotationError):
        value = parse(text)
        assert parse(str(value)) == value
