"""Deadlines with their steps, and days of delay: pure functions of days, periods and rules."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import Final

from attrs import frozen

from domain.amounts import higher, lower
from domain.calendars import Calendar, EventDay, MonthsEnd, RestDayRule, TimeRule, rest_day
from domain.days import MONTHS, Span, in_words, months_later, weekday_name
from domain.errors import CalendarRangeError
from domain.money import Part, Per
from domain.periods import NUMBER_WORDS, Period, Unit

_ONE_DAY: Final = timedelta(days=1)


class StepKind(Enum):
    """What a step on the way to a deadline did."""

    STARTS = "starts"
    COUNTED = "counted"
    MONTH_END = "month end"
    REST_DAY = "rest day"
    MOVED = "moved"
    FIXED = "fixed"
    EXTENDED = "extended"


@frozen
class Step:
    """One step to a deadline; an extension's `detail` is the act that gave more time.

    `detail` is, for a counted period, the period and its anchor ("2 months from 2022-10-18"), for
    a rest day the public holiday (empty: the weekday), for a month end the number it lacks.
    """

    kind: StepKind
    on: date
    detail: str = ""

    def __str__(self) -> str:
        day = in_words(self.on)
        match self.kind:
            case StepKind.STARTS:
                return f"counting starts on {day}"
            case StepKind.COUNTED:
                return f"{self.period_in_words} {self._ends} on {day}"
            case StepKind.MONTH_END:
                return f"{MONTHS[self.on.month - 1]} {self.on.year} has no day {self.detail}"
            case StepKind.REST_DAY:
                holiday = f"public holiday ({self.detail})" if self.detail else ""
                return f"{day} is a {holiday or weekday_name(self.on)}"
            case StepKind.MOVED:
                return f"moved to {weekday_name(self.on)} {day}"
            case StepKind.EXTENDED:
                return f"extended on {day} ({self.detail})"
        return f"the act itself names {day}"

    @property
    def period_in_words(self) -> str:
        """Say what a counted step counted: two months from 18 October 2022."""
        period, _, anchor = self.detail.partition(" from ")
        words = " ".join(_number_word(word) for word in period.split())
        return f"{words} from {in_words(date.fromisoformat(anchor))}"

    @property
    def _ends(self) -> str:
        return "ends" if self.detail.startswith("1 ") and " and " not in self.detail else "end"


def _number_word(word: str) -> str:
    small = word.isdecimal() and int(word) < len(NUMBER_WORDS)
    return NUMBER_WORDS[int(word)] if small else word


@frozen
class Deadline:
    """The last day on which something is in time, and the steps that led to it."""

    on: date
    steps: tuple[Step, ...]

    @property
    def explanation(self) -> str:
        """Say all steps as one sentence, each day once."""
        told = []
        for step, following in zip(self.steps, (*self.steps[1:], None), strict=True):
            day_said_next = following is not None and following.kind is StepKind.REST_DAY
            cut = day_said_next and step.kind is StepKind.COUNTED
            told.append(step.period_in_words if cut else str(step))
        return "; ".join(told)


def fixed_deadline(by: date) -> Deadline:
    """Take a day that the act itself names; no time rule touches it."""
    return Deadline(by, (Step(StepKind.FIXED, by),))


def deadline(period: Period, after: date, rule: TimeRule, calendar: Calendar) -> Deadline:
    """Find the last day of a period (Regulation 1182/71 Art. 3; code de procédure civile 640-642).

    It is always worked out from its anchor: a month after a month would lose the 31st.
    """
    # A day that differs between variants is a symbol: it looks the answer up in a table that
    # this very function fills, so that there is one statement of the rule.
    if hasattr(after, "through"):
        looked_up: Deadline = after.through(deadline, period, rule, calendar)
        return looked_up
    end, steps = _counted(period, after, rule, calendar)
    if period.unit is not Unit.HOURS and rule.end_on_rest_day is not RestDayRule.STAYS:
        end, moves = _moved(end, after, rule, calendar)
        steps += moves
    return Deadline(end, steps)


def prolonged(before: Deadline, more: Deadline, *, on: date, by: str) -> Deadline:
    """Say how a deadline was moved by an act of that day: the old steps, and those that follow."""
    return Deadline(more.on, (*before.steps, Step(StepKind.EXTENDED, on, by), *more.steps))


def _counted(
    period: Period, after: date, rule: TimeRule, calendar: Calendar
) -> tuple[date, tuple[Step, ...]]:
    """Count the period without asking yet what kind of day it ends on."""
    detail = f"{period} from {after}"
    match period.unit:
        case Unit.MONTHS | Unit.YEARS:
            months = period.length if period.unit is Unit.MONTHS else period.length * 12
            month_end = _months_later(after, months, calendar)
            if month_end.day == after.day:
                return _from_the_day(month_end, period, after, rule, calendar)
            end = _days_later(month_end, period.and_days, calendar)
            lacking = Step(StepKind.MONTH_END, month_end, str(after.day))
            return end, (Step(StepKind.COUNTED, end, detail), lacking)
        case Unit.WEEKS:
            weeks_end = _days_later(after, period.length * 7, calendar)
            return _from_the_day(weeks_end, period, after, rule, calendar)
        case Unit.HOURS:
            end = _days_later(after, -(-period.length // 24), calendar)
            return end, (Step(StepKind.COUNTED, end, detail),)
    before = (
        after if rule.day_of_event is EventDay.NOT_COUNTED else _days_later(after, -1, calendar)
    )
    if period.unit is Unit.DAYS:
        end = _days_later(before, period.length, calendar)
    else:
        end = _working_days_later(before, period.length, rule, calendar)
    end = higher(end, after)  # no days at all, the day of the event counted
    starts = Step(StepKind.STARTS, _days_later(before, 1, calendar))
    return end, (starts, Step(StepKind.COUNTED, end, detail))


def _from_the_day(
    end: date, period: Period, after: date, rule: TimeRule, calendar: Calendar
) -> tuple[date, tuple[Step, ...]]:
    """End weeks, months or years on the named day, or before it if they begin with the event's."""
    detail = f"{period} from {after}"
    if rule.months_end is MonthsEnd.LAST_DAY:
        end = _days_later(end, period.and_days, calendar)
        return end, (Step(StepKind.COUNTED, end, detail),)
    end = higher(_days_later(end, period.and_days - 1, calendar), after)
    return end, (Step(StepKind.STARTS, after), Step(StepKind.COUNTED, end, detail))


def _days_later(day: date, days: int, calendar: Calendar) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _beyond(calendar) from None


def _months_later(day: date, months: int, calendar: Calendar) -> date:
    try:
        return months_later(day, months)
    except OverflowError:
        raise _beyond(calendar) from None


def _beyond(calendar: Calendar) -> CalendarRangeError:
    """Report a day after the last that a date can hold, which no calendar knows either."""
    return CalendarRangeError(calendar.name, date.max, calendar.first, calendar.last)


def _working_days_later(day: date, count: int, rule: TimeRule, calendar: Calendar) -> date:
    while count > 0:
        if day == date.max:
            raise _beyond(calendar)
        day += _ONE_DAY
        if rest_day(day, rule, calendar) is None:
            count -= 1
    return day


def _moved(
    end: date, after: date, rule: TimeRule, calendar: Calendar
) -> tuple[date, tuple[Step, ...]]:
    """Move the end to a working day; backwards never beyond the day that the period runs from."""
    back = rule.end_on_rest_day is RestDayRule.PREVIOUS_WORKING_DAY
    day, steps = end, []
    while (rest := rest_day(day, rule, calendar)) is not None and not (back and day <= after):
        # The step holds the name of a public holiday; a weekday is known from the day.
        named = "" if day.weekday() in rule.rest_days else rest
        steps.append(Step(StepKind.REST_DAY, day, named))
        day = _days_later(day, -1 if back else 1, calendar)
    return day, (*steps, Step(StepKind.MOVED, day)) if steps else ()


@frozen
class DelayCounting:
    """Whether the day after the due day and the day of reckoning are counted: rulebook, not law."""

    first_day: EventDay
    last_day: EventDay


def days_of_delay(due: date, through: date, counting: DelayCounting) -> int:
    """Count the days of delay after `due` and up to `through`; never below zero."""
    days = (through - due).days
    if counting.first_day is EventDay.NOT_COUNTED:
        days = days - 1
    if counting.last_day is EventDay.NOT_COUNTED:
        days = days - 1
    return higher(days, 0)


def delay_span(due: date, through: date, counting: DelayCounting) -> Span | None:
    """Give the days of delay themselves, so that no day need be liquidated twice."""
    if days_of_delay(due, through, counting) == 0:
        return None
    first = due + (_ONE_DAY if counting.first_day is EventDay.COUNTED else 2 * _ONE_DAY)
    last = through if counting.last_day is EventDay.COUNTED else through - _ONE_DAY
    return Span(first, last)


_DAYS_IN: Final = {Per.DAY: 1, Per.WEEK: 7, Per.TWO_WEEKS: 14}


def units_of_delay(days: int, anchor: date, per: Per, part: Part) -> int:
    """Count the units that so many days of delay after `anchor` are, whole or started ones.

    A month ends on the day with the anchor's number, or on the last of a month without it, and is
    always counted from the anchor: 28 February, then 31 March. A missed deadline is one unit.
    """
    if per is Per.MISSED_DEADLINE:
        return lower(days, 1)
    if per is not Per.MONTH:
        length = _DAYS_IN[per]
        return days // length if part is Part.WHOLE else -(-days // length)
    end = anchor + timedelta(days=days)
    whole = (end.year - anchor.year) * 12 + end.month - anchor.month
    if end < months_later(anchor, whole):
        whole = whole - 1
    begun = part is Part.STARTED and months_later(anchor, whole) < end
    return whole + 1 if begun else whole


def days_to_unit(number: int, anchor: date, per: Per, part: Part) -> int:
    """Count the days of delay after which that many units have run up, the first being 1."""
    if per is Per.MISSED_DEADLINE:
        return 1
    before = number - 1 if part is Part.STARTED else number
    if per is Per.MONTH:
        days = (months_later(anchor, before) - anchor).days
    else:
        days = before * _DAYS_IN[per]
    return days + 1 if part is Part.STARTED else days


def without(days: Span, pauses: tuple[Span, ...]) -> tuple[Span, ...]:
    """Give what is left of a stretch of days, in its order, when the pauses are cut out of it."""
    left: tuple[Span, ...] = (days,)
    for pause in pauses:
        left = tuple(piece for one in left for piece in _cut(one, pause))
    return left


def _cut(days: Span, pause: Span) -> tuple[Span, ...]:
    """Give the days before and after a pause."""
    if days.overlap(pause) is None:
        return (days,)
    pieces: tuple[Span, ...] = ()
    if days.first < pause.first:
        pieces = (Span(days.first, pause.first - _ONE_DAY),)
    if pause.last < days.last:
        pieces = (*pieces, Span(pause.last + _ONE_DAY, days.last))
    return pieces
