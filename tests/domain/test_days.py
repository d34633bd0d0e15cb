"""Days as people tell them, spans, and what a calendar says of a day."""

from __future__ import annotations

import copy
import pickle
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import Calendar, EventDay, MonthsEnd, RestDayRule, TimeRule, rest_day
from domain.days import Day, Span, in_words, months_later, parse_date, weekday_name
from domain.errors import CalendarRangeError, NotationError, RulebookError

dates = st.dates()
pairs = st.tuples(dates, dates).map(sorted)
spans = pairs.map(lambda pair: Span(*pair))

FR = Calendar("FR", date(2022, 1, 1), date(2023, 12, 31), {date(2022, 11, 1): "Toussaint"})
RULE = TimeRule(
    "civil procedure",
    EventDay.NOT_COUNTED,
    MonthsEnd.LAST_DAY,
    RestDayRule.NEXT_WORKING_DAY,
    frozenset({5, 6}),
)


@st.composite
def days(draw):
    earliest, latest = draw(pairs)
    if draw(st.booleans()):  # whole months and years have a spelling of their own
        earliest = earliest.replace(day=1, month=draw(st.sampled_from([1, earliest.month])))
        latest = latest.replace(day=31, month=draw(st.sampled_from([1, 10, 12])))
        latest = max(earliest, latest)
    return Day(
        draw(st.sampled_from([earliest, None])),
        draw(st.sampled_from([latest, earliest, None])),
        draw(st.booleans()),
    )


class TestParseDate:
    def test_reads_one_exact_day(self):
        assert parse_date("2022-10-17") == date(2022, 10, 17)

    @pytest.mark.parametrize("text", ["2022-10", "2022"])
    def test_refuses_a_partial_day(self, text):
        with pytest.raises(NotationError, match="not one exact day; write year, month and day"):
            parse_date(text)

    @pytest.mark.parametrize(
        "text", ["20221017", "2022-W42-1", "2022-290", "unknown", "٢٠٢٢-10-17"]
    )
    def test_refuses_other_iso_forms_and_words(self, text):
        with pytest.raises(NotationError, match="no day as it is written here"):
            parse_date(text)

    @given(dates)
    def test_reads_every_day_back(self, day):
        assert parse_date(str(day)) == day


class TestDay:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("2022-10-17", Day.on(date(2022, 10, 17))),
            ("2022-10-18 (inferred)", Day.on(date(2022, 10, 18), inferred=True)),
            ("2020-02", Day(date(2020, 2, 1), date(2020, 2, 29))),
            ("2020", Day(date(2020, 1, 1), date(2020, 12, 31))),
            ("2020-05..2020-12", Day(date(2020, 5, 1), date(2020, 12, 31))),
            ("2020..2021", Day(date(2020, 1, 1), date(2021, 12, 31))),
            ("2022-01-26..2022-02-16", Day(date(2022, 1, 26), date(2022, 2, 16))),
            ("..2022-07-14", Day(None, date(2022, 7, 14))),
            ("2021-08-20..", Day(date(2021, 8, 20), None)),
            ("unknown", Day(None, None)),
            ("unknown (inferred)", Day(None, None, inferred=True)),
        ],
    )
    def test_is_read_and_written(self, text, told):
        assert Day.parse(text) == told
        assert str(told) == text

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("2022-10-17..2022-10-17", "2022-10-17"),
            ("2020-05-01..2020-05-31", "2020-05"),
            ("..2022-07", "..2022-07-31"),
            ("2021..", "2021-01-01.."),
            ("2020..2020-05", "2020-01..2020-05"),
            ("2020-05..2020-12-15", "2020-05-01..2020-12-15"),
        ],
    )
    def test_is_written_in_its_shortest_spelling(self, text, written):
        assert str(Day.parse(text)) == written
        assert Day.parse(written) == Day.parse(text)

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("17.10.2022", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("17/10/2022", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("10/17/2022", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("3.4.2022", "write 2022-04-03 if day 3 of month 4 is meant"),
            ("2022/10/17", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("2022-17-10", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("2022-1-5", "write 2022-01-05 if day 5 of month 1 is meant"),
            ("2022-10-17T10:00", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("17 October 2022", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("17. oct 2022", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("29 February", "write the year, then 02-29"),
            ("31 February", ""),
            ("31 February 2022", "its last day is 2022-02-28"),
            ("2022-02-31", "its last day is 2022-02-28"),
            ("2022-02-00", ""),
            ("2022-00-10", "write year, month and day: 2022-10-17"),
            ("2022-13", "write year, month and day: 2022-10-17"),
            ("99/99/2022", "write year, month and day: 2022-10-17"),
            ("17 Brumaire 2022", "write year, month and day: 2022-10-17"),
            ("0000", "write year, month and day: 2022-10-17"),
            ("October", "write year, month and day: 2022-10-17"),
            ("2022-02-16..2022-01-26", "write 2022-01-26..2022-02-16"),
            ("2022-01-26 to 2022-02-16", "write 2022-01-26..2022-02-16"),
            ("2022-01-26 \u2013 2022-02-16", "write 2022-01-26..2022-02-16"),
            (" 2022-10-17", "write 2022-10-17 without spaces around it"),
            ("..", "write unknown"),
            ("2022-10-17 inferred", "write 2022-10-17 if day 17 of month 10 is meant"),
            ("", "write year, month and day: 2022-10-17"),
        ],
    )
    def test_refuses_another_spelling_and_suggests_one(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            Day.parse(text)
        assert refused.value.suggestion == suggestion

    def test_says_how_long_the_month_is(self):
        with pytest.raises(NotationError, match="February 2022 has 28 days, there is no day 31"):
            Day.parse("2022-02-31")
        with pytest.raises(NotationError, match="February has at most 29 days"):
            Day.parse("31 February")

    def test_is_exact_when_it_can_be_one_day_only(self):
        assert Day.parse("2022-10-18 (inferred)").exact == date(2022, 10, 18)
        assert Day.parse("2022-10").exact is None
        assert Day.parse("2022-10-18..").exact is None
        assert Day.parse("unknown").exact is None

    def test_does_not_end_before_it_begins(self):
        with pytest.raises(ValueError, match="ends before it begins"):
            Day(date(2022, 2, 16), date(2022, 1, 26))

    @given(days())
    def test_reads_back_as_itself(self, day):
        assert Day.parse(str(day)) == day

    @given(st.text() | st.from_regex(r"\A[0-9]{1,4}[-./ ][0-9]{0,2}[-./ ]{0,2}[0-9]{0,4}\Z"))
    def test_answers_any_text_with_a_day_or_a_notation_error(self, text):
        with suppress(NotationError):
            told = Day.parse(text)
            assert Day.parse(str(told)) == told


class TestSpan:
    def test_counts_both_its_ends(self):
        assert Span(date(2022, 12, 19), date(2023, 2, 9)).days == 53
        assert Span(date(2022, 12, 19), date(2022, 12, 19)).days == 1

    @pytest.mark.parametrize("text", ["2022-12-19..2023-02-09", "2022-12-19"])
    def test_is_read_and_written_in_one_way(self, text):
        assert str(Span.parse(text)) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("2023-02-09..2022-12-19", "write 2022-12-19..2023-02-09"),
            ("2022-12..2023-02-09", "write year, month and day: 2022-10-17"),
            ("2022-12-19..", "write year, month and day: 2022-10-17"),
        ],
    )
    def test_needs_exact_days_in_their_order(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            Span.parse(text)
        assert refused.value.suggestion == suggestion

    def test_does_not_end_before_it_begins(self):
        with pytest.raises(ValueError, match="end before they begin"):
            Span(date(2023, 2, 9), date(2022, 12, 19))

    @given(spans)
    def test_reads_back_as_itself(self, span):
        assert Span.parse(str(span)) == span

    @given(spans, dates)
    def test_has_a_day_inside_if_it_overlaps_it(self, span, day):
        assert (day in span) == (span.overlap(Span(day, day)) == Span(day, day))

    @given(spans, spans, dates)
    def test_an_overlap_has_the_days_that_both_have(self, one, other, day):
        both = one.overlap(other)
        assert both == other.overlap(one)
        assert (both is not None and day in both) == (day in one and day in other)

    @given(spans)
    def test_overlaps_itself_whole(self, span):
        assert span.overlap(span) == span


class TestCalendar:
    def test_names_its_public_holidays(self):
        assert FR.holiday(date(2022, 11, 1)) == "Toussaint"
        assert FR.holiday(date(2022, 11, 2)) is None

    @pytest.mark.parametrize("day", [date(2021, 12, 31), date(2024, 1, 1)])
    def test_knows_nothing_outside_its_years(self, day):
        with pytest.raises(CalendarRangeError) as unknown:
            FR.holiday(day)
        error = unknown.value
        assert (error.calendar, error.day, error.first, error.last) == (
            "FR",
            day,
            date(2022, 1, 1),
            date(2023, 12, 31),
        )
        assert str(error) == f"the calendar FR runs from 2022-01-01 to 2023-12-31, not to {day}"
        assert isinstance(error, RulebookError)
        assert str(copy.copy(error)) == str(error)

    def test_is_a_key_and_can_be_pickled(self):
        again = pickle.loads(pickle.dumps(FR))  # noqa: S301 - our own bytes, of one line ago
        assert again == FR
        assert {FR: "seen"}[again] == "seen"

    def test_is_another_calendar_with_another_holiday(self):
        assert Calendar(FR.name, FR.first, FR.last, {}) != FR

    def test_does_not_change_with_the_mapping_it_was_made_of(self):
        holidays = {date(2022, 11, 1): "Toussaint"}
        calendar = Calendar("FR", FR.first, FR.last, holidays)
        holidays.clear()
        assert calendar == FR


class TestRestDay:
    @pytest.mark.parametrize(
        ("day", "name"),
        [
            (date(2022, 12, 17), "Saturday"),
            (date(2022, 12, 18), "Sunday"),
            (date(2022, 11, 1), "Toussaint"),
            (date(2022, 12, 19), None),
        ],
    )
    def test_is_a_weekday_of_the_rule_or_a_public_holiday(self, day, name):
        assert rest_day(day, RULE, FR) == name

    @pytest.mark.parametrize("rest_days", [range(7), [7], [-1]])
    def test_a_rule_leaves_at_least_one_working_day(self, rest_days):
        with pytest.raises(ValueError, match="not all seven"):
            TimeRule(
                RULE.name,
                RULE.day_of_event,
                RULE.months_end,
                RULE.end_on_rest_day,
                frozenset(rest_days),
            )


class TestDaysInWords:
    def test_are_english_whatever_the_locale(self):
        assert in_words(date(2022, 10, 8)) == "8 October 2022"
        assert weekday_name(date(2022, 12, 19)) == "Monday"

    @given(st.dates(max_value=date(9999, 12, 1)))
    def test_have_seven_names_in_a_row(self, day):
        assert len({weekday_name(day + timedelta(days=n)) for n in range(7)}) == 7


class TestMonthsLater:
    @pytest.mark.parametrize(
        ("day", "months", "found"),
        [
            (date(2022, 10, 18), 2, date(2022, 12, 18)),
            (date(2022, 12, 31), 2, date(2023, 2, 28)),
            (date(2024, 3, 31), -1, date(2024, 2, 29)),
            (date(2022, 1, 15), -1, date(2021, 12, 15)),
            (date.max, 0, date.max),
        ],
    )
    def test_keep_the_number_of_the_day_or_take_the_last(self, day, months, found):
        assert months_later(day, months) == found

    @pytest.mark.parametrize(("day", "months"), [(date.max, 1), (date.min, -1)])
    def test_end_with_the_calendar(self, day, months):
        with pytest.raises(OverflowError):
            months_later(day, months)
