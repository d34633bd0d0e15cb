"""Days as people tell them, and how a body of law and a place look at them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from attrs import field, frozen

from domain.amounts import higher, lower
from domain.errors import NotationError, shown

MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_INFERRED: Final = " (inferred)"
_MONTH_NUMBERS: Final = range(1, 13)
_LEAP_YEAR: Final = 2000
_WRITE_A_DAY: Final = "write year, month and day: 2022-10-17"
_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?:[T ].*)?")
_NAMED: Final = re.compile(r"([0-9]{1,2})\.? ([A-Za-z]{3,9})(?: ([0-9]{4}))?")
_RANGE: Final = re.compile(
    r"([0-9-]{4,10})(?: ?(?:/|\u2013|\u2014) ?| (?:to|until|-) )([0-9-]{4,10})"
)


def in_words(day: date) -> str:
    """Say a day as English prose does, whatever the locale: 18 October 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_name(day: date) -> str:
    """Name the day of the week in English, whatever the locale."""
    return WEEKDAYS[day.weekday()]


def parse_date(text: str) -> date:
    """Read one exact ISO day; the other ISO forms (basic, week, ordinal) are refused."""
    first, last = _bounds(text)
    if first != last:
        raise NotationError(text, f"{shown(text)} is not one exact day", _WRITE_A_DAY)
    return first


def days_later(day: date, days: int) -> date | None:
    """So many days after a day; None beyond the last day that a date can hold."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_later(day: date, months: int) -> date:
    """Keep the number of the day, or take the last day of a month that has no such number.

    A negative number counts back; beyond the first or the last year it is an OverflowError, as
    adding days is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"{months} months from {day} are beyond the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _bounds(text: str) -> tuple[date, date]:
    """Give the first and last day of an exact day, a month or a year."""
    found = _PARTIAL.fullmatch(text)
    if found is None:
        raise _no_day(text)
    year, month = int(found[1]), int(found[2] or 1)
    if year == 0 or month not in _MONTH_NUMBERS:
        raise _no_day(text)
    last_month = month if found[2] else _MONTH_NUMBERS[-1]
    length = monthrange(year, last_month)[1]
    if found[3] is None:
        return date(year, month, 1), date(year, last_month, length)
    if not 1 <= int(found[3]) <= length:
        raise _no_such_day(text, int(found[3]), month, year)
    exact = date(year, month, int(found[3]))
    return exact, exact


def _no_such_day(text: str, day: int, month: int, year: int) -> NotationError:
    """Say how long the month is, at most if the year was not told."""
    length = monthrange(year or _LEAP_YEAR, month)[1]
    month_told = f"{MONTHS[month - 1]} {year} has" if year else f"{MONTHS[month - 1]} has at most"
    message = f"{shown(text)}: {month_told} {length} days, there is no day {day}"
    last = f"its last day is {date(year, month, length)}" if year and day > length else ""
    return NotationError(text, message, last)


def _no_day(text: str) -> NotationError:
    """Guess what a day in another spelling meant, and say the guess as a condition."""
    message = f"{shown(text)} is no day as it is written here"
    if _PARTIAL.fullmatch(text.strip()) and text != text.strip():
        return NotationError(text, message, f"write {text.strip()} without spaces around it")
    if found := _RANGE.fullmatch(text):
        return NotationError(text, message, f"write {found[1]}..{found[2]}")
    year, month, day = _guess(text)
    if month not in _MONTH_NUMBERS:
        return NotationError(text, message, _WRITE_A_DAY)
    if not 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]:
        return _no_such_day(text, day, month, year)
    if year == 0:
        return NotationError(text, message, f"write the year, then {month:02}-{day:02}")
    meant = f"write {date(year, month, day)} if day {day} of month {month} is meant"
    return NotationError(text, message, meant)


def _guess(text: str) -> tuple[int, int, int]:
    """Read year, month and day from another spelling; month 0 where nothing is recognised."""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _NAMED.fullmatch(text):
        named = (n for n in _MONTH_NUMBERS if MONTHS[n - 1].lower().startswith(found[2].lower()))
        year, month, day = int(found[3] or 0), next(named, 0), int(found[1])
    else:
        return 0, 0, 0
    swapped = month > _MONTH_NUMBERS[-1] and day in _MONTH_NUMBERS
    return (year, day, month) if swapped else (year, month, day)


@frozen
class Day:
    """A day as a file tells it: both bounds are inclusive, None is an open end."""

    earliest: date | None
    latest: date | None = field()
    inferred: bool = False

    @latest.validator
    def _ends_after_it_begins(self, _attribute: object, latest: date | None) -> None:
        if self.earliest is not None and latest is not None and latest < self.earliest:
            msg = f"a day between {self.earliest} and {latest} ends before it begins"
            raise ValueError(msg)

    @staticmethod
    def on(day: date, *, inferred: bool = False) -> Day:
        """Make the exact day."""
        return Day(day, day, inferred)

    @property
    def exact(self) -> date | None:
        """Give the one day this can be, or None while it can be several."""
        return self.earliest if self.earliest == self.latest else None

    @staticmethod
    def parse(text: str) -> Day:
        """Read a day as written: exact, partial, a range with open ends, unknown, inferred."""
        told = text.removesuffix(_INFERRED)
        inferred = told != text
        if told == "unknown":
            return Day(None, None, inferred)
        begin, dots, end = told.partition("..")
        if not dots:
            return Day(*_bounds(told), inferred)
        if not begin and not end:
            raise NotationError(text, "a range without ends says nothing", "write unknown")
        earliest = _bounds(begin)[0] if begin else None
        latest = _bounds(end)[1] if end else None
        if earliest is not None and latest is not None and latest < earliest:
            raise NotationError(
                text, f"the range {shown(told)} ends before it begins", f"write {end}..{begin}"
            )
        return Day(earliest, latest, inferred)

    def __str__(self) -> str:
        """Write the shortest spelling that reads back as the same value."""
        return f"{self._told()}{_INFERRED if self.inferred else ''}"

    def _told(self) -> str:
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return "unknown" if first is last else f"{first or ''}..{last or ''}"
        if first == last:
            return str(first)
        begin, end = _shortest(first, last)
        return begin if begin == end else f"{begin}..{end}"


def _shortest(first: date, last: date) -> tuple[str, str]:
    """Write whole years as years and whole months as months."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return str(first), str(last)
    if (first.month, last.month) == (1, 12):
        return f"{first.year:04}", f"{last.year:04}"
    return str(first)[:-3], str(last)[:-3]


@frozen
class Span:
    """Calendar days from the first to the last, both of them inside."""

    first: date
    last: date = field()

    @last.validator
    def _ends_after_it_begins(self, _attribute: object, last: date) -> None:
        if last < self.first:
            msg = f"the days {self.first} to {last} end before they begin"
            raise ValueError(msg)

    @property
    def days(self) -> int:
        """Count the days, first and last included."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        """Tell whether the day is one of these."""
        return self.first <= day <= self.last

    def overlap(self, other: Span) -> Span | None:
        """Give the days that both have, None if there are none."""
        first, last = higher(self.first, other.first), lower(self.last, other.last)
        if last < first:
            return None
        return Span(first, last)

    @staticmethod
    def parse(text: str) -> Span:
        """Read two exact days with two dots between; one day alone is a span of one."""
        begin, dots, end = text.partition("..")
        first = parse_date(begin)
        last = parse_date(end) if dots else first
        if last < first:
            raise NotationError(
                text, f"the range {shown(text)} ends before it begins", f"write {last}..{first}"
            )
        return Span(first, last)

    def __str__(self) -> str:
        """Write the days as the files do."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"
