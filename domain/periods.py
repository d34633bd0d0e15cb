"""Periods as texts state them, and the deadlines they lead to: pure functions of days."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Final

from attrs import field, frozen
from attrs.validators import ge

from domain.days import (
    parse_date,
)
from domain.errors import NotationError, shown

NUMBER_WORDS: Final = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve".split(" ")
)
APPEAL_END: Final = "the end of the appeal period"
"""The moment from which orders run that bind only once they are final (Ireland)."""

MOMENTS: Final = ("notification", "receipt", "adoption", "publication", APPEAL_END)
"""What a time limit can run from."""

_PERIOD: Final = re.compile(r"([0-9]{1,5}) ([a-z ]+?)(?: and ([0-9]{1,5}) days?)?")
_MOST_DIGITS: Final = 5
_TOO_LONG: Final = re.compile(r"([0-9]{6,}) ([a-z ]+?)(?: and ([0-9]+) days?)?")
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
LARGE_UNITS: Final = frozenset({Unit.WEEKS, Unit.MONTHS, Unit.YEARS})


@frozen
class Period:
    """A length of time in the unit of its text; `and_days` follow weeks, months or years."""

    length: int = field(validator=ge(0))
    unit: Unit
    and_days: int = field(default=0, validator=ge(0))

    @and_days.validator
    def _days_follow_larger_units(self, _attribute: object, and_days: int) -> None:
        if and_days and self.unit not in LARGE_UNITS:
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
        if (long := _TOO_LONG.fullmatch(text)) and long[2] in _UNITS:
            message = f"{shown(text)} is longer than any period"
            raise NotationError(text, message, f"the longest has {_MOST_DIGITS} digits")
        if found is None or unit is None:
            message = f"{shown(text)} is no period; its units are {_UNIT_WORDS}"
            raise NotationError(text, message, _period_hint(text))
        and_days = int(found[3] or 0)
        if and_days and unit not in LARGE_UNITS:
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
        if number in NUMBER_WORDS:
            number = str(NUMBER_WORDS.index(number))
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
