"""On which days the rows of a scenario happen in one reading, as far as is known so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Final, Literal, TypeAlias

from attrs import define, field, frozen

from domain.days import Day
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from scenarios.errors import ScenarioError
from scenarios.model import Scenario
from scenarios.moments import Point, RelativeDay, When, shifted
from scenarios.naming import Names
from scenarios.rows import Notification, Publication
from scenarios.words import Ident

__all__ = [
    "EARLIEST",
    "LATEST",
    "NOT_YET",
    "WAITING",
    "Instant",
    "Moment",
    "Plan",
    "ReadingName",
    "Resolved",
    "due_of",
]

ReadingName: TypeAlias = Literal["earliest", "latest"]
EARLIEST: Final[ReadingName] = "earliest"
LATEST: Final[ReadingName] = "latest"

Moment: TypeAlias = Literal["day", "notified", "published"]


class _Without(Enum):
    """Why there is no day: it is not reached, or rests on what has not happened yet."""

    NOT_YET = "not yet"
    WAITING = "waiting"


NOT_YET: Final = _Without.NOT_YET
WAITING: Final = _Without.WAITING

Resolved: TypeAlias = date | _Without


@frozen(order=True)
class Instant:
    """A moment of a row; `party` is whom it is notified to where the days differ."""

    row: int
    moment: Moment = "day"
    party: str = ""


@define
class Plan:
    """The days of one reading; what was found stays, what waits is asked for again."""

    scenario: Scenario
    names: Names
    law: Rulebook
    reading: ReadingName
    _found: dict[Instant, Resolved] = field(factory=dict)
    _places: dict[str, int] = field(factory=dict)
    _told: dict[tuple[str, str], list[int]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Note where each name stands, and which rows tell a notification or a publication."""
        for place, (name, measures) in enumerate(
            zip(self.names.rows, self.names.measures, strict=True)
        ):
            self._places |= dict.fromkeys((name, *measures), place)
        for place, row in enumerate(self.scenario.timeline):
            if isinstance(row, Notification | Publication):
                moment = "notified" if isinstance(row, Notification) else "published"
                self._told.setdefault((row.of, moment), []).append(place)

    def told_elsewhere(self, row: int, moment: Moment) -> bool:
        """Whether a row of its own tells this moment."""
        return (self.names.rows[row], moment) in self._told

    def day(self, instant: Instant, state: ProceedingState) -> Resolved:
        """The day of a moment, NOT_YET in this reading, or WAITING for a deadline to begin.

        Without recursion, as a long file may have a long chain of days.
        """
        now: dict[Instant, Resolved] = {}
        begun: set[Instant] = set()
        stack = [instant]
        while stack:
            here = stack[-1]
            open_ones = [one for one in self._needs(here) if not self._known(one, now)]
            begun.add(here)
            if any(one in begun for one in open_ones):
                raise self._circle(here)
            if open_ones:
                stack.append(open_ones[0])
                continue
            stack.pop()
            found = self._work_out(here, now, state)
            (now if found is WAITING else self._found)[here] = found
        return self._get(instant, now)

    def _known(self, instant: Instant, now: Mapping[Instant, Resolved]) -> bool:
        return instant in self._found or instant in now

    def _get(self, instant: Instant, now: Mapping[Instant, Resolved]) -> Resolved:
        return self._found[instant] if instant in self._found else now[instant]

    def _circle(self, instant: Instant) -> ScenarioError:
        path = f"timeline.{instant.row + 1}.{instant.moment}"
        mark = self.scenario.origin.mark(path)
        return ScenarioError.at(mark, "this day rests on itself", "write the day", path=path)

    def _when(self, instant: Instant) -> When | None:
        row = self.scenario.timeline[instant.row]
        match instant.moment:
            case "day":
                return row.day
            case "published":
                return row.published
        if isinstance(row.notified, tuple):
            return dict(row.notified).get(Ident(instant.party))
        return row.notified

    def _needs(self, instant: Instant) -> tuple[Instant, ...]:
        """The moments that have to be known before."""
        row, moment = instant.row, instant.moment
        elsewhere = self._told.get((self.names.rows[row], moment), ())
        if elsewhere:
            return tuple(Instant(place) for place in elsewhere)
        parties = self._parties(instant)
        if parties:
            return tuple(Instant(row, moment, party) for party in parties)
        own = () if moment == "day" else (Instant(row),)
        when = self._when(instant)
        if isinstance(when, RelativeDay):
            return (*own, *self._anchor(when.point))
        return own if when is None else (*own, *self._neighbour(instant, when))

    def _parties(self, instant: Instant) -> tuple[str, ...]:
        """Those whose days differ, where the question is for all of them."""
        told = self.scenario.timeline[instant.row].notified
        everybody = instant.moment == "notified" and not instant.party
        return tuple(p for p, _ in told) if everybody and isinstance(told, tuple) else ()

    def _anchor(self, point: Point | None) -> tuple[Instant, ...]:
        place = None if point is None else self._places.get(point.row)
        if point is None or place is None or point.moment == "due":
            return ()
        moments: dict[str, Moment] = {"notified": "notified", "published": "published"}
        return (Instant(place, moments.get(point.moment, "day")),)

    def _neighbour(self, instant: Instant, when: Day) -> tuple[Instant, ...]:
        """The row that closes an open end; there is none after the last."""
        bound = when.earliest if self.reading == EARLIEST else when.latest
        if bound is not None or (self.reading == EARLIEST and instant.moment != "day"):
            return ()
        place = instant.row + (-1 if self.reading == EARLIEST else 1)
        return (Instant(place),) if 0 <= place < len(self.scenario.timeline) else ()

    def _work_out(
        self, instant: Instant, now: Mapping[Instant, Resolved], state: ProceedingState
    ) -> Resolved:
        """The day, once all that it needs is known."""
        needed = [self._get(one, now) for one in self._needs(instant)]
        missing = next((one for one in needed if isinstance(one, _Without)), None)
        if missing is not None:
            return missing
        days = [one for one in needed if isinstance(one, date)]
        when = self._when(instant)
        if isinstance(when, RelativeDay):
            return self._relative(when, days, state)
        if when is None:
            never = instant.moment == "published" and not self.told_elsewhere(
                instant.row, "published"
            )
            return NOT_YET if never else max(days)
        bound = when.earliest if self.reading == EARLIEST else when.latest
        if bound is not None:
            return max((bound, *days))
        if self.reading == LATEST and not self._neighbour(instant, when):
            return NOT_YET
        return max(days) if days else NOT_YET

    def _relative(self, when: RelativeDay, days: list[date], state: ProceedingState) -> Resolved:
        anchor = days[-1] if days else None
        if when.point is not None and when.point.moment == "due":
            anchor = due_of(state, when.point.row)
        if anchor is None:
            return WAITING
        if when.length is None:
            return anchor
        return shifted(anchor, when.length, when.side, self.law)


def due_of(state: ProceedingState, name: str) -> date | None:
    """When what a name stands for falls due: its period to comply, else the last that runs."""
    periods = state.periods_of(name, "comply") or state.periods_of(name)
    ends = [period.deadline.on for period in periods]
    return max(ends) if ends else None
