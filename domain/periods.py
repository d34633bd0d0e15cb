"""Periods as texts state them, and the deadlines they lead to: pure functions of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from enum import Enum
from typing import Final

from attrs import field, frozen
from attrs.validators import ge

from domain.amounts import higher
from domain.days import (
    MONTHS,
    Calendar,
    EventDay,
    MonthsEnd,
    RestDayRule,
    Span,
    TimeRule,
    in_words,
    parse_date,
    rest_day,
    weekday_name,
)
from domain.errors import CalendarRangeError, NotationError, shown

__all__ = [
    "MOMENTS",
    "Calendar",
    "Deadline",
    "DelayCounting",
    "EventDay",
    "MonthsEnd",
    "Period",
    "RestDayRule",
    "Step",
    "StepKind",
    "TimeLimit",
    "TimeRule",
    "Unit",
    "days_of_delay",
    "deadline",
    "delay_span",
    "fixed_deadline",
]

_ONE_DAY: Final = timedelta(days=1)
_NUMBERS: Final = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve".split(" ")
)
MOMENTS: Final = ("notification", "receipt", "adoption", "publication")
"""What a time limit can run from."""

_PERIOD: Final = re.compile(r"([0-9]{1,5}) ([a-z ]+?)(?: and ([0-9]{1,5}) days?)?")
_ISO_PERIOD: Final = re.compile(r"P([0-9]{1,5})([DWMY])")
_NEAR_PERIOD: Final = re.compile(r"([0-9]{1,5}|[a-z]+)[ -]?(?:(business|working|work) ?)?([a-z]+)")


class Unit(Enum):
    """The unit that the text of the law uses; thirty days are no month."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_UNITS: Final = {unit.value: unit for unit in Unit} | {unit.value[:-1]: unit for unit in Unit}
_UNIT_WORDS: Final = ", ".join(unit.value for unit in Unit)
_FEWEST_DAYS: Final = {Unit.DAYS: 1, Unit.WORKING_DAYS: 1, Unit.WEEKS: 7} | {
    Unit.MONTHS: 28,
    Unit.YEARS: 365,
}
_LARGE_UNITS: Final = frozenset({Unit.WEEKS, Unit.MONTHS, Unit.YEARS})


@frozen
class Period:
    """A length of time in the unit of its text; `and_days` follow weeks, months or years."""

    length: int = field(validator=ge(0))
    unit: Unit
    and_days: int = field(default=0, validator=ge(0))

    @and_days.validator
    def _days_follow_larger_units(self, _attribute: object, and_days: int) -> None:
        if and_days and self.unit not in _LARGE_UNITS:
            raise ValueError(f"days are added to weeks, months or years, not to {self.unit.value}")

    def at_least_days(self) -> int:
        """Count the fewest calendar days it can span, to compare it with a minimum."""
        if self.unit is Unit.HOURS:
            return self.length // 24
        years = self.length // 12 if self.unit is Unit.MONTHS else 0
        longer = years * (365 - 12 * 28)  # than twelve Februaries in a row
        return self.length * _FEWEST_DAYS[self.unit] + longer + self.and_days

    @staticmethod
    def parse(text: str) -> Period:
        """Read a number and its unit; one is singular, and ISO 8601 is refused."""
        found = _PERIOD.fullmatch(text)
        unit = _UNITS.get(found[2]) if found else None
        if found is None or unit is None:
            message = f"{shown(text)} is no period; its units are {_UNIT_WORDS}"
            raise NotationError(text, message, _period_hint(text))
        and_days = int(found[3] or 0)
        if and_days and unit not in _LARGE_UNITS:
            raise NotationError(text, f"{shown(text)}: days are added to weeks, months or years")
        period = Period(int(found[1]), unit, and_days)
        if str(period) != text:
            raise NotationError(text, f"{shown(text)} is spelled otherwise here", f"write {period}")
        return period

    def __str__(self) -> str:
        value = self.unit.value
        told = f"{self.length} {value[:-1] if self.length == 1 else value}"
        if self.and_days:
            told += f" and {self.and_days} day{'' if self.and_days == 1 else 's'}"
        return told


def _period_hint(text: str) -> str:
    """Read ISO 8601, number words and business days as the period that was meant."""
    if found := _ISO_PERIOD.fullmatch(text):
        unit = {"D": Unit.DAYS, "W": Unit.WEEKS, "M": Unit.MONTHS, "Y": Unit.YEARS}[found[2]]
        period = Period(int(found[1]), unit)
        working = Period(period.length, Unit.WORKING_DAYS)
        return f"write {period} or {working}" if unit is Unit.DAYS else f"write {period}"
    if re.fullmatch("[0-9]{1,5}", text):
        return f"a number needs its unit: {text} days, {text} working days, {text} months"
    if found := _NEAR_PERIOD.fullmatch(text.lower()):
        number, unit_name = found[1], f"working {found[3]}" if found[2] else found[3]
        if number in _NUMBERS:
            number = str(_NUMBERS.index(number))
        if number.isdecimal() and unit_name in _UNITS:
            return f"write {Period(int(number), _UNITS[unit_name])}"
    return "write it like 2 months"


@frozen
class TimeLimit:
    """By when something is to be done, as an act says it; neither period nor day is at once."""

    period: Period | None
    moment: str = ""
    by: date | None = None
    unless_appealed: bool = False
    from_next_day: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what no text can say: a period from nowhere, a period and a day."""
        if self.period is None:
            wrong = self.from_next_day or self.moment != ""
        else:
            wrong = self.by is not None or self.moment not in MOMENTS
        if wrong:
            raise ValueError(f"a period, and only a period, runs from one of {', '.join(MOMENTS)}")

    @staticmethod
    def parse(text: str) -> TimeLimit:
        """Read `within PERIOD of MOMENT`, `by DAY` or `at once`, perhaps `unless appealed`."""
        told = text.removesuffix(" unless appealed")
        unless_appealed = told != text
        if told == "at once":
            return TimeLimit(None, unless_appealed=unless_appealed)
        if told.startswith("by "):
            by = parse_date(told.removeprefix("by "))
            return TimeLimit(None, by=by, unless_appealed=unless_appealed)
        length, of, point = told.removeprefix("within ").partition(" of ")
        moment = point.removeprefix("the day after ")
        if not told.startswith("within ") or moment not in MOMENTS:
            message = f"{shown(text)} is no time limit; it runs from {', '.join(MOMENTS)}"
            raise NotationError(text, message, _time_limit_hint(length, of))
        period, next_day = Period.parse(length), moment != point
        return TimeLimit(period, moment, unless_appealed=unless_appealed, from_next_day=next_day)

    def __str__(self) -> str:
        if self.period is not None:
            next_day = "the day after " if self.from_next_day else ""
            told = f"within {self.period} of {next_day}{self.moment}"
        else:
            told = "at once" if self.by is None else f"by {self.by}"
        return f"{told} unless appealed" if self.unless_appealed else told


def _time_limit_hint(length: str, of: str) -> str:
    """Complete a bare period; for anything else give the form."""
    found = _PERIOD.fullmatch(length)
    if not of and found and found[2] in _UNITS:
        return f"write within {length} of notification"
    return "write it like within 2 months of notification, by 2022-10-24 or at once"


class StepKind(Enum):
    """What a step on the way to a deadline did."""

    STARTS = "starts"
    COUNTED = "counted"
    MONTH_END = "month end"
    REST_DAY = "rest day"
    MOVED = "moved"
    FIXED = "fixed"


@frozen
class Step:
    """One step to a deadline.

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
    small = word.isdecimal() and int(word) < len(_NUMBERS)
    return _NUMBERS[int(word)] if small else word


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


def _counted(
    period: Period, after: date, rule: TimeRule, calendar: Calendar
) -> tuple[date, tuple[Step, ...]]:
    """Count the period without asking yet what kind of day it ends on."""
    detail = f"{period} from {after}"
    match period.unit:
        case Unit.MONTHS | Unit.YEARS:
            months = period.length if period.unit is Unit.MONTHS else period.length * 12
            month_end = _months_later(after, months, calendar)
            end = _days_later(month_end, period.and_days, calendar)
            counted = Step(StepKind.COUNTED, end, detail)
            if month_end.day == after.day:
                return end, (counted,)
            return end, (counted, Step(StepKind.MONTH_END, month_end, str(after.day)))
        case Unit.WEEKS:
            end = _days_later(after, period.length * 7 + period.and_days, calendar)
            return end, (Step(StepKind.COUNTED, end, detail),)
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


def _days_later(day: date, days: int, calendar: Calendar) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _beyond(calendar) from None


def _months_later(day: date, months: int, calendar: Calendar) -> date:
    """Keep the number of the day, or take the last day of a month that has no such number."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        raise _beyond(calendar)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


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
