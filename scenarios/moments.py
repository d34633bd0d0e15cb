"""Days as a scenario tells them: of the record, or seen from another point of the file."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

import attrs
from attrs import field, frozen

from domain.calendars import RestDayRule, rest_day
from domain.days import Day, months_later
from domain.errors import CalendarRangeError, NotationError, shown
from domain.periods import Period, Unit
from domain.rulebook.rulebook import Rulebook

__all__ = ["MOMENTS", "Point", "RelativeDay", "When", "parse_when", "shifted"]

MOMENTS: Final = ("notified", "published", "due")
"""What a point can name of a row besides the day of the act itself."""

Side: TypeAlias = Literal["after", "before"]

_POINT: Final = re.compile(r"([a-z][a-z0-9_-]*(?: [a-z]+)*(?:-[0-9]+)?)(?:\.([a-z]+))?")
_RELATIVE: Final = re.compile(r"(.+?) (after|before) (.+)")
_LATER: Final = " later"
_SAME: Final = "same day"
_MONTHS: Final = 12


@frozen
class Point:
    """A moment of a row or a measure: its day, or that of its notification, publication or end."""

    row: str
    moment: str = ""

    @staticmethod
    def parse(text: str) -> Point:
        """Read `ROW` or `ROW.notified`, `.published`, `.due`."""
        found = _POINT.fullmatch(text)
        if found is None:
            raise NotationError(text, f"{shown(text)} is no point", "write it like notice.due")
        if found[2] is not None and found[2] not in MOMENTS:
            message = f"{shown(found[2])} is no moment of a row"
            raise NotationError(text, message, f"write one of: {', '.join(MOMENTS)}")
        return Point(found[1], found[2] or "")

    def __str__(self) -> str:
        return f"{self.row}.{self.moment}" if self.moment else self.row


@frozen
class RelativeDay:
    """So long after or before a point; a point of None is the day of the row it stands in."""

    point: Point | None
    length: Period | None = None
    side: Side = field(default="after")

    def __str__(self) -> str:
        if self.point is None:
            return _SAME if self.length is None else f"{self.length}{_LATER}"
        return str(self.point) if self.length is None else f"{self.length} {self.side} {self.point}"


When: TypeAlias = Day | RelativeDay
"""A day as a row tells it."""


def parse_when(text: str) -> When:
    """Read a day of the record, `5 days after notice.due`, `notice.due`, `4 days later`."""
    if text == _SAME:
        return RelativeDay(None)
    if text.startswith("$"):
        message = f"{shown(text)}: variables are not supported yet"
        raise NotationError(text, message, "write the day itself")
    if found := _RELATIVE.fullmatch(text):
        side: Side = "after" if found[2] == "after" else "before"
        return RelativeDay(Point.parse(found[3]), Period.parse(found[1]), side)
    if text.endswith(_LATER):
        return RelativeDay(None, Period.parse(text.removesuffix(_LATER)))
    try:
        return Day.parse(text)
    except NotationError:
        if _POINT.fullmatch(text) is None:
            raise
    return RelativeDay(Point.parse(text))


def shifted(day: date, length: Period, side: Side, law: Rulebook) -> date:
    """Count from a day in the plain calendar, moving nothing; working days by the authority's."""
    steps = 1 if side == "after" else -1
    try:
        match length.unit:
            case Unit.WORKING_DAYS:
                return _working_days(day, length.length, steps, law)
            case Unit.MONTHS | Unit.YEARS:
                years = length.unit is Unit.YEARS
                months = length.length * _MONTHS if years else length.length
                day = months_later(day, steps * months)
                return day + timedelta(days=steps * length.and_days)
            case Unit.WEEKS:
                return day + timedelta(days=steps * (7 * length.length + length.and_days))
            case Unit.HOURS:
                return day + timedelta(days=steps * -(-length.length // 24))
        return day + timedelta(days=steps * length.length)
    except OverflowError:
        calendar = law.calendar
        beyond = date.max if side == "after" else date.min
        raise CalendarRangeError(calendar.name, beyond, calendar.first, calendar.last) from None


def _working_days(day: date, count: int, steps: int, law: Rulebook) -> date:
    rule = attrs.evolve(law.time_rule("", day), end_on_rest_day=RestDayRule.STAYS)
    while count > 0:
        day += timedelta(days=steps)
        if rest_day(day, rule, law.calendar) is None:
            count -= 1
    return day
