"""Stage, the status of each thing, and who must act next, over all readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from domain.days import Day
from projections import Force, NextStep, Status, ThingStatus
from scenarios.runs import Slice
from scenarios.views.merging import NOT_THERE, bounds, distinct, grouped
from scenarios.words import Count

__all__ = ["StatusTold", "StepTold", "ThingTold", "status_told"]


@frozen(kw_only=True)
class ThingTold:
    """A notice or a measure; `statuses` are several where the readings differ.

    A reading in which it is not there yet has "not there yet", and None for its force.
    """

    id: str
    kind: str
    statuses: tuple[str, ...]
    forces: tuple[Force | None, ...]
    days_of_delay: Count | None

    @property
    def status(self) -> str:
        """The status in words, both where they differ."""
        return " or ".join(self.statuses)


@frozen(kw_only=True)
class StepTold:
    """Who must act, or may still act; `certain` if so in every reading."""

    party: str
    what: str
    until: Day | None
    cite: str
    certain: bool


@frozen(kw_only=True)
class StatusTold:
    """Where a proceeding stands; `sentence` says so where nothing has happened yet."""

    as_of: date
    stages: tuple[str, ...]
    things: tuple[ThingTold, ...]
    next_steps: tuple[StepTold, ...]
    sentence: str = ""

    @property
    def stage(self) -> str:
        """The stage in words, both where the readings differ."""
        return " or ".join(self.stages)

    def of(self, thing: str) -> ThingTold | None:
        """The status of one notice or measure."""
        return next((found for found in self.things if found.id == thing), None)


def status_told(slices: Sequence[Slice], sentence: str = "") -> StatusTold:
    """The status over all readings."""
    answers = [Status(one.events).at(one.on, one.law) for one in slices]
    things = grouped([one.things for one in answers], lambda thing: (thing.id, thing.kind))
    steps = grouped([one.next_steps for one in answers], lambda step: (step.party, step.what))
    return StatusTold(
        as_of=max(one.on for one in slices),
        stages=distinct(one.stage for one in answers),
        things=tuple(_thing(row) for row in things),
        next_steps=tuple(_step(row) for row in steps),
        sentence=sentence,
    )


def _thing(row: tuple[ThingStatus | None, ...]) -> ThingTold:
    first = next(one for one in row if one is not None)
    delays = [0 if one is None else one.days_of_delay for one in row]
    counted = [days for days in delays if days is not None]
    counts = first.days_of_delay is not None
    return ThingTold(
        id=first.id,
        kind=first.kind,
        statuses=distinct(NOT_THERE if one is None else one.status for one in row),
        forces=tuple(None if one is None else one.force for one in row),
        days_of_delay=Count(min(counted), max(counted)) if counts else None,
    )


def _step(row: tuple[NextStep | None, ...]) -> StepTold:
    found = [one for one in row if one is not None]
    until = [one.until for one in found]
    return StepTold(
        party=found[0].party,
        what=found[0].what,
        until=bounds(until, len(found)) if any(until) else None,
        cite=found[0].cite,
        certain=len(found) == len(row),
    )
