"""Whether the days of a timeline can be in that order, and rest on something in the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final, TypeAlias

from attrs import define

from domain.days import Day
from domain.errors import shown
from domain.proceeding.acts.service import NOTIFIABLE
from domain.rulebook.nodes import MAX_MISTAKES
from scenarios.moments import Point, RelativeDay, When
from scenarios.rows import Notification, Publication, Row
from scenarios.sense.circles import Moment, circles
from scenarios.sense.outline import Outline, advice

__all__ = ["check_days"]

Steps: TypeAlias = tuple[str, ...]

_Telling = Notification | Publication
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199


def check_days(outline: Outline) -> None:
    """Check the days of the timeline's rows, and those that what-ifs add by themselves."""
    for row in outline.reader.built(Row):
        for at, when in days_of(row):
            _year(outline, row, at, when)
    rows = outline.rows
    _order(outline, rows)
    _beginning(outline, rows)
    for row in rows.values():
        _before_the_act(outline, row)
        if isinstance(row, _Telling):
            _told_twice(outline, row)
    places = {name: place for place, name in enumerate(outline.names.rows)}
    for place, measures in enumerate(outline.names.measures):
        places.update(dict.fromkeys(measures, place))
    told = {(row.of, _told(row)) for row in rows.values() if isinstance(row, _Telling)}
    _Rests(outline, rows, places, told).check()


def days_of(row: Row) -> Iterator[tuple[Steps, When]]:
    """Every day of a row with its place: its own, of notifications, of publication, of knowing."""
    yield ("day",), row.day
    if isinstance(row.notified, tuple):
        yield from ((("notified", party), when) for party, when in row.notified)
    elif row.notified is not None:
        yield ("notified",), row.notified
    if row.published is not None:
        yield ("published",), row.published
    yield from ((("known_to", party), when) for party, when in row.known_to)


def _year(outline: Outline, row: Row, at: Steps, when: When) -> None:
    """Note a slip of the pen in a year, which no calendar could count with."""
    bounds = (when.earliest, when.latest) if isinstance(when, Day) else ()
    for bound in bounds:
        if bound is not None and not _FIRST_YEAR <= bound.year <= _LAST_YEAR:
            message = f"the year {bound.year} cannot be meant"
            hint = f"years run from {_FIRST_YEAR} to {_LAST_YEAR}"
            outline.reader.note_at(row, message, hint, at=at)
            return


def _order(outline: Outline, rows: dict[int, Row]) -> None:
    """Note a row that was certainly before one that stands above it."""
    latest_begin: date | None = None
    for _, row in sorted(rows.items()):
        if not isinstance(row.day, Day):
            continue
        end, begin = row.day.latest, row.day.earliest
        if latest_begin is not None and end is not None and end < latest_begin:
            message = f"the day {row.day} is before that of a row above, {latest_begin}"
            hint = "rows stand in the order of their days"
            outline.reader.note_at(row, message, hint, at=("day",))
        elif begin is not None:
            latest_begin = begin if latest_begin is None else max(latest_begin, begin)


def _told(row: Notification | Publication) -> str:
    return "notified" if isinstance(row, Notification) else "published"


def _told_twice(outline: Outline, row: Notification | Publication) -> None:
    """Note a key that tells what a row of its own tells."""
    place = next((n for n, one in enumerate(outline.names.rows) if one == row.of), None)
    other = None if place is None else outline.rows.get(place)
    key = _told(row)
    if other is not None and getattr(other, key) is not None:
        message = f"the row {shown(row.of)} tells already when it was {key}"
        outline.reader.note_at(row, message, f"take '{key}' out there, or this row", at=("of",))


def _beginning(outline: Outline, rows: dict[int, Row]) -> None:
    first = rows.get(0)
    if first is not None and isinstance(first.day, Day) and first.day.earliest is None:
        message = "the first row has no row before it that could close its open day"
        outline.reader.note_at(first, message, "write a day or a range that begins", at=("day",))


def _before_the_act(outline: Outline, row: Row) -> None:
    begin = row.day.earliest if isinstance(row.day, Day) else None
    if begin is None:
        return
    for at, when in days_of(row):
        end = when.latest if isinstance(when, Day) else None
        if at[0] in {"notified", "published"} and end is not None and end < begin:
            message = f"{at[0]} on {end}, before the act itself, of {begin}"
            outline.reader.note_at(row, message, at=at)


MOMENTS: Final = ("day", "notified", "published")


@define
class _Rests:
    """What each day rests on: a circle, or a day that nobody tells in the end, is a mistake."""

    outline: Outline
    rows: dict[int, Row]
    place_of: dict[str, int]
    elsewhere: set[tuple[str, str]]
    """What rows of their own tell: the row in question, and `notified` or `published`."""

    def check(self) -> None:
        for number, row in self.rows.items():
            for at, when in days_of(row):
                if self._points(row, at, when):
                    self._later_deadline(number, at, when)
        for row in self.outline.whatif_rows:
            for at, when in days_of(row):
                self._points(row, at, when)
        found: dict[Moment, None] = {}
        for further in (self._in_earliest, self._in_latest):
            starts = ((number, moment) for number in self.rows for moment in MOMENTS)
            for circle in islice(circles(starts, further), MAX_MISTAKES):
                found[next(filter(self._is_relative, circle), circle[0])] = None
        for moment in found:
            self._circle(moment)

    def _points(self, row: Row, at: Steps, when: When) -> bool:
        """Note a point that is none; whether there is one."""
        if not isinstance(when, RelativeDay):
            return False
        if when.point is None:
            if at == ("day",):
                message = "the day of a row cannot be told from itself"
                self.outline.reader.note_at(row, message, "write a day, or name a row", at=at)
            return False
        timeline = self.outline.within(row, "timeline")
        names = self.outline.known if timeline else self.outline.known_in_whatifs
        if when.point.row in names:
            self._moment(row, at, when.point)
            return True
        if self.outline.may_be_lost(when.point.row):
            return False
        message = f"there is no row or measure {shown(when.point.row)}"
        self.outline.reader.note_at(row, message, advice(when.point.row, names), at=at)
        return False

    def _moment(self, row: Row, at: Steps, point: Point) -> None:
        """Note a notification or a publication that the row in question does not have."""
        place = self.place_of.get(point.row)
        other = None if place is None else self.rows.get(place)
        if other is None or point.moment not in {"notified", "published"}:
            return
        told = (self.outline.names.rows[self.place_of[point.row]], point.moment) in self.elsewhere
        there = other.act in NOTIFIABLE and (point.moment == "notified" or other.published)
        if not told and not there:
            message = f"the row {shown(point.row)} does not say when it was {point.moment}"
            hint = f"add '{point.moment}:' there, or name another point"
            self.outline.reader.note_at(row, message, hint, at=at)

    def _later_deadline(self, number: int, at: Steps, when: When) -> None:
        """Note a day that rests on a deadline, or on an unknown day, of a row below."""
        point = when.point if isinstance(when, RelativeDay) else None
        place = None if point is None else self.place_of.get(point.row)
        if point is None or place is None or place <= number:
            return
        if point.moment == "due" or self._when((place, _moment_of(point))) == Day(None, None):
            message = f"{point} is not known here: its row stands below"
            self.outline.reader.note_at(self.rows[number], message, at=at)

    def _circle(self, moment: Moment) -> None:
        message = "this day rests on itself, by way of other days"
        self.outline.reader.note_at(
            self.rows[moment[0]], message, "write one of these days", at=(moment[1],)
        )

    def _is_relative(self, moment: Moment) -> bool:
        return isinstance(self._when(moment), RelativeDay)

    def _when(self, moment: Moment) -> When | None:
        row = self.rows.get(moment[0])
        if row is None:
            return None
        value = {"day": row.day, "published": row.published}.get(moment[1], row.notified)
        return value[0][1] if isinstance(value, tuple) and value else _single(value)

    def _in_earliest(self, moment: Moment) -> Iterator[Moment]:
        """What a day rests on where an open beginning is closed by the row before."""
        yield from self._rests_on(moment)
        when = self._when(moment)
        if isinstance(when, Day) and when.earliest is None and moment[1] == "day":
            yield moment[0] - 1, "day"

    def _in_latest(self, moment: Moment) -> Iterator[Moment]:
        """What a day rests on where an open end is closed by the row after."""
        yield from self._rests_on(moment)
        when = self._when(moment)
        if isinstance(when, Day) and when.latest is None:
            yield moment[0] + 1, "day"

    def _rests_on(self, moment: Moment) -> Iterator[Moment]:
        number, which = moment
        if number in self.rows and which != "day":
            yield number, "day"
        when = self._when(moment)
        point = when.point if isinstance(when, RelativeDay) else None
        if point is not None and point.row in self.place_of:
            yield self.place_of[point.row], _moment_of(point)


def _single(value: object) -> When | None:
    return value if isinstance(value, Day | RelativeDay) else None


def _moment_of(point: Point) -> str:
    """The moment whose day decides a point's; a deadline runs from notification."""
    return {"": "day", "published": "published"}.get(point.moment, "notified")
