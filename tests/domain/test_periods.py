"""Periods, deadlines with their steps, and the counting of days of delay."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import Calendar, EventDay, MonthsEnd, RestDayRule, TimeRule, rest_day
from domain.days import Span
from domain.deadlines import (
    Deadline,
    DelayCounting,
    Step,
    StepKind,
    days_of_delay,
    deadline,
    delay_span,
    fixed_deadline,
)
from domain.errors import CalendarRangeError, NotationError
from domain.periods import MOMENTS, Period, TimeLimit, Unit

FIRST, LAST = date(2015, 1, 1), date(2030, 12, 31)
# the public holidays of France with a fixed date; those that follow Easter are not needed here
FIXED = {(1, 1): "Jour de l'an", (5, 1): "Fête du Travail", (5, 8): "Fête de la Victoire"}
FIXED |= {(7, 14): "Fête nationale", (8, 15): "Assomption", (11, 1): "Toussaint"}
FIXED |= {(11, 11): "Armistice", (12, 25): "Noël"}
HOLIDAYS = {date(y, *day): name for y in range(2015, 2031) for day, name in FIXED.items()}
FR = Calendar("FR", FIRST, LAST, HOLIDAYS)
FRENCH = TimeRule(
    "civil procedure",
    EventDay.NOT_COUNTED,
    MonthsEnd.LAST_DAY,
    RestDayRule.NEXT_WORKING_DAY,
    frozenset({5, 6}),
)
STAYS = attrs.evolve(FRENCH, end_on_rest_day=RestDayRule.STAYS)
BACK = attrs.evolve(FRENCH, end_on_rest_day=RestDayRule.PREVIOUS_WORKING_DAY)
COUNTED, NOT_COUNTED = EventDay.COUNTED, EventDay.NOT_COUNTED

# far enough from the end of the calendar for every period drawn below
anchors = st.dates(date(2015, 1, 5), date(2022, 12, 31))
small = st.sampled_from([Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS])
large = st.sampled_from([Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
periods = st.builds(Period, st.integers(0, 99), small) | st.builds(
    Period, st.integers(0, 6), large, st.just(0) | st.integers(0, 40)
)
long_periods = st.builds(Period, st.integers(0, 99_999), small) | st.builds(
    Period, st.integers(0, 99_999), large, st.integers(0, 99_999)
)
rules = st.builds(
    TimeRule,
    st.just("any"),
    st.sampled_from(EventDay),
    st.sampled_from(MonthsEnd),
    st.sampled_from(RestDayRule),
    st.frozensets(st.integers(0, 6), max_size=6),
)
countings = st.builds(DelayCounting, st.sampled_from(EventDay), st.sampled_from(EventDay))
limits = (
    st.builds(
        TimeLimit,
        long_periods,
        st.sampled_from(MOMENTS),
        st.none(),
        st.booleans(),
        st.booleans(),
    )
    | st.builds(TimeLimit, st.none(), by=st.dates(), unless_appealed=st.booleans())
    | st.builds(TimeLimit, st.none(), unless_appealed=st.booleans())
)


def due(period, after, rule=FRENCH):
    return deadline(Period.parse(period), date.fromisoformat(after), rule, FR)


def said(found):
    return [str(step) for step in found.steps]


class TestPeriod:
    @pytest.mark.parametrize(
        ("text", "period"),
        [
            ("2 months", Period(2, Unit.MONTHS)),
            ("1 month", Period(1, Unit.MONTHS)),
            ("10 working days", Period(10, Unit.WORKING_DAYS)),
            ("1 working day", Period(1, Unit.WORKING_DAYS)),
            ("72 hours", Period(72, Unit.HOURS)),
            ("1 month and 10 days", Period(1, Unit.MONTHS, 10)),
            ("2 years and 1 day", Period(2, Unit.YEARS, 1)),
            ("0 days", Period(0, Unit.DAYS)),
        ],
    )
    def test_is_read_and_written_in_one_way(self, text, period):
        assert Period.parse(text) == period
        assert str(period) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("1 months", "write 1 month"),
            ("2 month", "write 2 months"),
            ("02 months", "write 2 months"),
            ("1 month and 1 days", "write 1 month and 1 day"),
            ("1 month and 0 days", "write 1 month"),
            ("P10D", "write 10 days or 10 working days"),
            ("P2M", "write 2 months"),
            ("P1Y", "write 1 year"),
            ("P4W", "write 4 weeks"),
            ("10", "a number needs its unit: 10 days, 10 working days, 10 months"),
            ("ten days", "write 10 days"),
            ("one month", "write 1 month"),
            ("2-months", "write 2 months"),
            ("2 Months", "write 2 months"),
            ("10 business days", "write 10 working days"),
            ("10 work days", "write 10 working days"),
            ("thirty days", "write it like 2 months"),
            ("2 moons", "write it like 2 months"),
            ("a fortnight", "write it like 2 months"),
            ("2 days and 1 day", ""),
            ("1234567 days", "the longest has 5 digits"),
            ("-2 months", "write it like 2 months"),
            ("", "write it like 2 months"),
        ],
    )
    def test_refuses_another_spelling_and_suggests_one(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            Period.parse(text)
        assert (refused.value.text, refused.value.suggestion) == (text, suggestion)

    def test_adds_days_to_larger_units_only(self):
        with pytest.raises(ValueError, match="not to working days"):
            Period(2, Unit.WORKING_DAYS, 3)

    def test_is_never_negative(self):
        with pytest.raises(ValueError, match="length"):
            Period(-1, Unit.DAYS)
        with pytest.raises(ValueError, match="and_days"):
            Period(1, Unit.MONTHS, -1)

    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("72 hours", 3),
            ("71 hours", 2),
            ("10 days", 10),
            ("10 working days", 10),
            ("2 weeks", 14),
            ("1 month", 28),
            ("1 month and 10 days", 38),
            ("12 months", 365),
            ("1 year", 365),
        ],
    )
    def test_spans_at_least_so_many_days(self, text, days):
        assert Period.parse(text).at_least_days() == days

    @given(long_periods)
    def test_reads_back_as_itself(self, period):
        assert Period.parse(str(period)) == period

    @given(st.text() | st.from_regex(r"\A[P0-9a-z]{1,8} ?[a-z ]{0,20}\Z"))
    def test_answers_any_text_with_a_period_or_a_notation_error(self, text):
        with suppress(NotationError):
            assert str(Period.parse(text)) == text


class TestTimeLimit:
    @pytest.mark.parametrize(
        ("text", "limit"),
        [
            ("within 2 months of notification", TimeLimit(Period(2, Unit.MONTHS), "notification")),
            (
                "within 3 months of the day after notification",
                TimeLimit(Period(3, Unit.MONTHS), "notification", from_next_day=True),
            ),
            ("within 1 day of receipt", TimeLimit(Period(1, Unit.DAYS), "receipt")),
            ("by 2022-10-24", TimeLimit(None, by=date(2022, 10, 24))),
            (
                "by 2022-01-31 unless appealed",
                TimeLimit(None, by=date(2022, 1, 31), unless_appealed=True),
            ),
            ("at once", TimeLimit(None)),
            ("at once unless appealed", TimeLimit(None, unless_appealed=True)),
        ],
    )
    def test_is_read_and_written_in_one_way(self, text, limit):
        assert TimeLimit.parse(text) == limit
        assert str(limit) == text

    @pytest.mark.parametrize(
        ("text", "suggestion"),
        [
            ("within 2 months", "write within 2 months of notification"),
            ("2 months", "write within 2 months of notification"),
            ("within 1 months of notification", "write 1 month"),
            ("by 24.10.2022", "write 2022-10-24 if day 24 of month 10 is meant"),
            *(
                (
                    text,
                    "write it like within 2 months of notification, by 2022-10-24 or at once",
                )
                for text in ("in 3 days", "within 2 months of the moon", "2 moons", "now", "")
            ),
        ],
    )
    def test_refuses_another_spelling_and_suggests_one(self, text, suggestion):
        with pytest.raises(NotationError) as refused:
            TimeLimit.parse(text)
        assert refused.value.suggestion == suggestion

    @pytest.mark.parametrize(
        "wrong",
        [
            {"period": Period(2, Unit.MONTHS)},
            {"period": Period(2, Unit.MONTHS), "moment": "the moon"},
            {"period": Period(2, Unit.MONTHS), "moment": "receipt", "by": date(2022, 1, 1)},
            {"period": None, "moment": "receipt"},
            {"period": None, "from_next_day": True},
        ],
    )
    def test_has_a_moment_if_and_only_if_it_has_a_period(self, wrong):
        with pytest.raises(ValueError, match="a period, and only a period, runs from one of"):
            TimeLimit(**wrong)

    @given(limits)
    def test_reads_back_as_itself(self, limit):
        assert TimeLimit.parse(str(limit)) == limit


class TestDeadline:
    def test_of_clearview_is_the_monday_after_the_sunday(self):
        found = due("2 months", "2022-10-18")
        assert found == Deadline(
            date(2022, 12, 19),
            (
                Step(StepKind.COUNTED, date(2022, 12, 18), "2 months from 2022-10-18"),
                Step(StepKind.REST_DAY, date(2022, 12, 18)),
                Step(StepKind.MOVED, date(2022, 12, 19)),
            ),
        )
        assert said(found) == [
            "two months from 18 October 2022 end on 18 December 2022",
            "18 December 2022 is a Sunday",
            "moved to Monday 19 December 2022",
        ]
        assert found.explanation == (
            "two months from 18 October 2022; 18 December 2022 is a Sunday; "
            "moved to Monday 19 December 2022"
        )

    def test_stays_on_the_sunday_where_the_rule_says_so(self):
        found = due("2 months", "2022-10-18", STAYS)
        assert found.on == date(2022, 12, 18)
        assert found.explanation == "two months from 18 October 2022 end on 18 December 2022"

    def test_moves_back_to_friday_where_the_rule_says_so(self):
        found = due("2 months", "2022-10-18", BACK)
        assert found.on == date(2022, 12, 16)
        assert found.explanation == (
            "two months from 18 October 2022; 18 December 2022 is a Sunday; "
            "17 December 2022 is a Saturday; moved to Friday 16 December 2022"
        )

    def test_never_moves_back_beyond_its_anchor(self):
        assert due("1 day", "2022-12-17", BACK).on == date(2022, 12, 17)
        assert due("0 days", "2022-12-17", BACK).on == date(2022, 12, 17)

    @pytest.mark.parametrize(
        ("period", "after", "on"),
        [
            ("1 month", "2023-01-31", date(2023, 2, 28)),
            ("1 month", "2024-01-31", date(2024, 2, 29)),
            ("2 months", "2023-01-31", date(2023, 3, 31)),  # no month after a month: never 28 March
            ("1 year", "2024-02-29", date(2025, 2, 28)),
            ("1 month", "2022-12-31", date(2023, 1, 31)),
            ("14 months", "2022-11-30", date(2024, 1, 30)),
            ("4 weeks", "2022-10-18", date(2022, 11, 15)),
            ("1 month and 10 days", "2022-01-31", date(2022, 3, 10)),  # months first, then days
            ("15 days", "2023-02-09", date(2023, 2, 24)),
            ("28 days", "2019-10-28", date(2019, 11, 25)),
        ],
    )
    def test_keeps_the_number_of_the_day_or_takes_the_last_of_the_month(self, period, after, on):
        assert due(period, after, STAYS).on == on

    def test_says_which_number_the_month_lacks(self):
        assert said(due("1 month", "2023-01-31"))[1:] == ["February 2023 has no day 31"]
        assert due("1 month and 10 days", "2022-01-31").explanation == (
            "one month and ten days from 31 January 2022 end on 10 March 2022; "
            "February 2022 has no day 31"
        )

    def test_does_not_count_the_day_of_the_event(self):
        found = due("10 days", "2022-10-10")
        assert found.on == date(2022, 10, 20)
        assert found.explanation == (
            "counting starts on 11 October 2022; ten days from 10 October 2022 end on "
            "20 October 2022"
        )

    def test_counts_the_day_of_the_event_where_the_rule_says_so(self):
        counted = attrs.evolve(STAYS, day_of_event=COUNTED)
        assert due("10 days", "2022-10-10", counted).on == date(2022, 10, 19)
        assert due("10 working days", "2022-10-10", counted).on == date(2022, 10, 21)
        assert due("0 days", "2022-10-10", counted).on == date(2022, 10, 10)
        assert due("2 months", "2022-10-10", counted).on == date(2022, 12, 10)

    @pytest.mark.parametrize(
        ("period", "after", "on"),
        [
            ("6 months", "2022-12-11", "2023-06-10"),
            ("6 months", "2022-02-28", "2022-08-27"),
            ("1 month", "2022-01-31", "2022-02-28"),
            ("1 month", "2022-02-01", "2022-02-28"),
            ("1 week", "2022-06-06", "2022-06-12"),
            ("1 month and 10 days", "2022-06-06", "2022-07-15"),
            ("1 year", "2020-02-29", "2021-02-28"),
            ("0 months", "2022-06-06", "2022-06-06"),
        ],
    )
    def test_ends_a_day_earlier_where_the_period_begins_with_the_day(self, period, after, on):
        with_the_day = attrs.evolve(STAYS, months_end=MonthsEnd.DAY_BEFORE)
        assert due(period, after, with_the_day).on == date.fromisoformat(on)

    def test_says_on_which_day_a_period_begins_that_begins_with_the_day(self):
        found = due("6 months", "2022-12-11", attrs.evolve(STAYS, months_end=MonthsEnd.DAY_BEFORE))
        assert found.explanation == (
            "counting starts on 11 December 2022; six months from 11 December 2022 end on"
            " 10 June 2023"
        )

    def test_passes_over_a_public_holiday_and_names_it(self):
        found = due("10 days", "2022-10-22")
        assert found.on == date(2022, 11, 2)
        assert said(found)[-2:] == [
            "1 November 2022 is a public holiday (Toussaint)",
            "moved to Wednesday 2 November 2022",
        ]

    def test_counts_working_days_through_the_calendar(self):
        assert due("10 working days", "2022-10-21").on == date(2022, 11, 7)
        assert due("1 working day", "2022-10-21").on == date(2022, 10, 24)
        assert due("0 working days", "2022-10-22").on == date(2022, 10, 24)

    @pytest.mark.parametrize(
        ("period", "on"),
        [("72 hours", date(2022, 12, 18)), ("1 hour", date(2022, 12, 16)), ("0 hours", None)],
    )
    def test_of_hours_ends_on_the_day_that_holds_the_last_hour_even_a_sunday(self, period, on):
        assert due(period, "2022-12-15").on == (on or date(2022, 12, 15))

    def test_that_the_act_names_is_that_day_on_a_sunday_too(self):
        found = fixed_deadline(date(2022, 12, 18))
        assert found.on == date(2022, 12, 18)
        assert found.explanation == "the act itself names 18 December 2022"

    def test_is_an_error_where_the_calendar_must_be_asked_outside_its_years(self):
        with pytest.raises(CalendarRangeError, match="2015-01-01 to 2030-12-31, not to 2031-01-02"):
            due("2 months", "2030-11-02")
        assert due("2 months", "2030-11-02", STAYS).on == date(2031, 1, 2)

    @pytest.mark.parametrize(
        "period", ["99999 days", "99999 weeks", "99999 months", "99999 years", "99999 working days"]
    )
    @pytest.mark.parametrize("rule", [FRENCH, STAYS, BACK])
    def test_beyond_the_last_year_of_all_is_an_error_of_the_calendar(self, period, rule):
        with pytest.raises(CalendarRangeError):
            deadline(Period.parse(period), date(9990, 1, 1), rule, FR)

    def test_of_working_days_never_runs_past_the_last_day_of_all(self):
        endless = Calendar("endless", date.min, date.max, {})
        with pytest.raises(CalendarRangeError, match="9999-12-31"):
            deadline(Period(9, Unit.WORKING_DAYS), date(9999, 12, 27), FRENCH, endless)

    def test_of_a_symbol_is_looked_up_by_the_symbol(self):
        class LaneDay:
            def through(self, rule_of_law, *rest):
                return rule_of_law, rest

        period = Period(2, Unit.MONTHS)
        assert deadline(period, LaneDay(), FRENCH, FR) == (deadline, (period, FRENCH, FR))


class TestLawsOfDeadlines:
    @given(periods, anchors, rules)
    def test_a_deadline_is_never_before_its_anchor(self, period, after, rule):
        assert deadline(period, after, rule, FR).on >= after

    @given(periods, anchors, st.integers(0, 400), rules)
    def test_a_later_anchor_never_gives_an_earlier_deadline(self, period, after, days, rule):
        later = min(after + timedelta(days=days), date(2022, 12, 31))
        assert deadline(period, after, rule, FR).on <= deadline(period, later, rule, FR).on

    @given(periods, anchors, rules)
    def test_where_the_rule_moves_it_the_end_is_a_working_day(self, period, after, rule):
        on = deadline(period, after, rule, FR).on
        moves_on = rule.end_on_rest_day is RestDayRule.NEXT_WORKING_DAY
        moves_back = rule.end_on_rest_day is RestDayRule.PREVIOUS_WORKING_DAY
        if period.unit is not Unit.HOURS and (moves_on or (moves_back and on > after)):
            assert rest_day(on, rule, FR) is None

    @given(periods, anchors, rules)
    def test_moving_passes_over_rest_days_only(self, period, after, rule):
        on = deadline(period, after, rule, FR).on
        stays = attrs.evolve(rule, end_on_rest_day=RestDayRule.STAYS)
        before_it_moved = deadline(period, after, stays, FR).on
        first, last = sorted([on, before_it_moved])
        passed = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        assert all(rest_day(day, rule, FR) for day in passed if day != on)

    @given(periods, anchors, rules)
    def test_it_spans_at_least_the_fewest_days(self, period, after, rule):
        stays = attrs.evolve(
            rule,
            end_on_rest_day=RestDayRule.STAYS,
            day_of_event=EventDay.NOT_COUNTED,
            months_end=MonthsEnd.LAST_DAY,
        )
        assert (deadline(period, after, stays, FR).on - after).days >= period.at_least_days()

    @given(st.integers(0, 60), anchors, rules)
    def test_a_working_day_counts_itself_only(self, count, after, rule):
        on = deadline(Period(count, Unit.WORKING_DAYS), after, rule, FR).on
        first = after if rule.day_of_event is COUNTED else after + timedelta(days=1)
        days = [first + timedelta(days=n) for n in range((on - first).days + 1)]
        if count:
            assert sum(rest_day(day, rule, FR) is None for day in days) == count

    @given(periods, anchors, rules)
    def test_the_last_step_that_names_a_day_names_the_deadline(self, period, after, rule):
        found = deadline(period, after, rule, FR)
        named = [step.on for step in found.steps if step.kind in {StepKind.COUNTED, StepKind.MOVED}]
        assert named[-1] == found.on
        assert all(str(step) for step in found.steps)
        assert found.explanation

    @given(periods, anchors, rules)
    def test_the_same_question_has_the_same_answer(self, period, after, rule):
        assert deadline(period, after, rule, FR) == deadline(period, after, rule, FR)


class TestDaysOfDelay:
    @pytest.mark.parametrize(
        ("rule", "first_day", "last_day", "days"),
        [
            (FRENCH, COUNTED, COUNTED, 52),
            (STAYS, NOT_COUNTED, COUNTED, 52),
            (STAYS, COUNTED, NOT_COUNTED, 52),
            (STAYS, COUNTED, COUNTED, 53),
        ],
    )
    def test_of_clearview_by_three_settings_that_give_52_and_one_that_gives_53(
        self, rule, first_day, last_day, days
    ):
        on = due("2 months", "2022-10-18", rule).on
        counting = DelayCounting(first_day, last_day)
        assert days_of_delay(on, date(2023, 2, 9), counting) == days

    def test_are_none_on_the_due_day_and_one_on_the_day_after(self):
        counting = DelayCounting(COUNTED, COUNTED)
        on = date(2022, 12, 19)
        days = [days_of_delay(on, on + timedelta(days=n), counting) for n in (-1, 0, 1, 2)]
        assert days == [0, 0, 1, 2]

    def test_span_the_days_between_compliance_due_and_reckoning(self):
        counting = DelayCounting(COUNTED, COUNTED)
        assert delay_span(date(2022, 12, 19), date(2023, 2, 9), counting) == Span(
            date(2022, 12, 20), date(2023, 2, 9)
        )

    def test_leave_out_the_first_and_the_last_day_where_they_are_not_counted(self):
        counting = DelayCounting(NOT_COUNTED, NOT_COUNTED)
        assert delay_span(date(2022, 12, 18), date(2023, 2, 9), counting) == Span(
            date(2022, 12, 20), date(2023, 2, 8)
        )
        assert delay_span(date(2022, 12, 18), date(2022, 12, 19), counting) is None
        assert days_of_delay(date(2022, 12, 18), date(2022, 12, 19), counting) == 0

    @given(st.sampled_from([date.min, date.max]), countings)
    def test_are_none_at_the_first_and_the_last_day_of_all(self, on, counting):
        assert delay_span(on, on, counting) is None

    @given(anchors, anchors, countings)
    def test_are_as_many_as_their_span_has(self, on, through, counting):
        span = delay_span(on, through, counting)
        assert days_of_delay(on, through, counting) == (span.days if span else 0)

    @given(anchors, anchors, countings)
    def test_grow_by_one_a_day_or_not_at_all(self, on, through, counting):
        today = days_of_delay(on, through, counting)
        tomorrow = days_of_delay(on, through + timedelta(days=1), counting)
        assert 0 <= today <= tomorrow <= today + 1

    @given(anchors, anchors, countings)
    def test_lie_after_the_due_day_and_end_with_the_reckoning(self, on, through, counting):
        span = delay_span(on, through, counting)
        if span:
            assert on < span.first <= span.last <= through
