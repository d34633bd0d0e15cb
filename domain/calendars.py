"""Calendars, and how a body of law counts: what a deadline needs besides the period itself."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from domain.days import weekday_name
from domain.errors import CalendarRangeError


def _own_copy(holidays: Mapping[date, str]) -> Mapping[date, str]:
    return dict(holidays)


@frozen
class Calendar:
    """The public holidays of a place for whole years; outside them nothing is known."""

    name: str
    first: date
    last: date
    # A plain copy, because a mapping proxy can neither be pickled nor copied; and not hashed,
    # so that a calendar is a cheap key.
    holidays: Mapping[date, str] = field(converter=_own_copy, hash=False, repr=False)

    def holiday(self, day: date) -> str | None:
        """Name the public holiday of that day, None if it is none."""
        if not self.first <= day <= self.last:
            raise CalendarRangeError(self.name, day, self.first, self.last)
        return self.holidays.get(day)


class RestDayRule(Enum):
    """What becomes of a period whose last day is no working day."""

    NEXT_WORKING_DAY = "next working day"
    STAYS = "stays"
    PREVIOUS_WORKING_DAY = "previous working day"


class MonthsEnd(Enum):
    """On which day weeks, months and years end, whether or not the day of the event counts.

    The day before is for a period that begins with the day of the event, as some British ones do.
    """

    LAST_DAY = "same number or last day"
    DAY_BEFORE = "day before the same number, or last day"


class EventDay(Enum):
    """Whether a day at an edge of a period, such as the day of the event, is counted."""

    NOT_COUNTED = "not counted"
    COUNTED = "counted"


@frozen
class TimeRule:
    """How a body of law counts, e.g. Regulation 1182/71 Art. 3; `rest_days` has Monday as 0."""

    name: str
    day_of_event: EventDay
    months_end: MonthsEnd
    end_on_rest_day: RestDayRule
    rest_days: frozenset[int] = field()

    @rest_days.validator
    def _leave_a_working_day(self, _attribute: object, rest_days: frozenset[int]) -> None:
        if not rest_days < frozenset(range(7)):
            raise ValueError("rest days are numbers from 0 (Monday) to 6, and not all seven")


def rest_day(day: date, rule: TimeRule, calendar: Calendar) -> str | None:
    """Name the weekday or the public holiday that makes it no working day; None if it is one."""
    return weekday_name(day) if day.weekday() in rule.rest_days else calendar.holiday(day)
