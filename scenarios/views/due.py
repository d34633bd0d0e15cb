"""The deadlines with their steps, over all readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from domain.days import Day
from domain.deadlines import Deadline
from projections import DeadlineRegister, DueDay
from scenarios.runs import Slice
from scenarios.views.merging import NOT_THERE, bounds, distinct, grouped

__all__ = ["DeadlineTold", "deadlines_told"]


@frozen(kw_only=True)
class DeadlineTold:
    """A period with its end, or the bounds of its end; `deadlines` have the steps by reading."""

    name: str
    of: str
    party: str
    since: Day
    on: Day
    deadlines: tuple[Deadline | None, ...]
    statuses: tuple[str, ...]
    cite: str
    calendar: str

    @property
    def status(self) -> str:
        """The status in words, both where the readings differ."""
        return " or ".join(self.statuses)


def deadlines_told(slices: Sequence[Slice]) -> tuple[DeadlineTold, ...]:
    """The deadlines over all readings, in the order of the days on which they end."""
    answers = [DeadlineRegister(one.events).at(one.on, one.law) for one in slices]
    rows = grouped(answers, lambda due: (due.name, due.of, due.party))
    told = [_deadline(row) for row in rows]
    return tuple(sorted(told, key=lambda one: (one.on.earliest or date.max, one.of, one.name)))


def _deadline(row: tuple[DueDay | None, ...]) -> DeadlineTold:
    first = next(one for one in row if one is not None)
    return DeadlineTold(
        name=first.name,
        of=first.of,
        party=first.party,
        since=bounds([None if one is None else one.since for one in row], len(row)),
        on=bounds([None if one is None else one.deadline.on for one in row], len(row)),
        deadlines=tuple(None if one is None else one.deadline for one in row),
        statuses=distinct(NOT_THERE if one is None else one.status for one in row),
        cite=first.cite,
        calendar=first.calendar,
    )
