"""Answers of one or two readings as one: equal where they agree, bounds where they do not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from attrs import frozen

from domain.days import Day, in_words
from domain.money import Money, MoneyRange
from domain.periods import Deadline
from domain.proceeding.messages import Defect
from projections import (
    FIGURES,
    DeadlineRegister,
    DueDay,
    Entry,
    Exposure,
    ExposureLedger,
    Force,
    NextStep,
    Status,
    ThingStatus,
    Timeline,
)
from scenarios.runs import Slice
from scenarios.words import Count

__all__ = [
    "DeadlineTold",
    "EntryTold",
    "ExposureTold",
    "StatusTold",
    "StepTold",
    "ThingTold",
    "deadlines_told",
    "exposure_told",
    "first_event_sentence",
    "status_told",
    "timeline_told",
]

T = TypeVar("T")


def distinct(values: Iterable[T]) -> tuple[T, ...]:
    """The values without repetition, in order."""
    return tuple(dict.fromkeys(values))


def bounds(days: Sequence[date | None], readings: int) -> Day:
    """The days of the readings that have one; a reading without leaves the end open."""
    known = [day for day in days if day is not None]
    if not known:
        return Day(None, None)
    return Day(min(known), max(known) if len(known) == readings else None)


def grouped(
    answers: Sequence[Sequence[T]], key: Callable[[T], Hashable]
) -> tuple[tuple[T | None, ...], ...]:
    """What belongs together across readings, in the order of the first that has it.

    Of several with one key the first belongs to the first, the second to the second.
    """
    rows: dict[tuple[Hashable, int], list[T | None]] = {}
    for reading, several in enumerate(answers):
        seen: dict[Hashable, int] = {}
        for one in several:
            number = seen[key(one)] = seen.get(key(one), 0) + 1
            row = rows.setdefault((key(one), number), [None] * len(answers))
            row[reading] = one
    return tuple(tuple(row) for row in rows.values())


# --- status -------------------------------------------------------------------------------------


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


NOT_THERE = "not there yet"


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


# --- exposure -----------------------------------------------------------------------------------


@frozen(kw_only=True)
class ExposureTold:
    """Every figure as a range: one sum where the readings agree; `at_stake` has floor and ceiling.

    `readings` are the ledgers, for whoever wants the lines behind a figure.
    """

    as_of: date
    currency: str
    figures: dict[str, MoneyRange]
    readings: tuple[Exposure, ...]

    def figure(self, figure: str) -> MoneyRange:
        """One figure."""
        return self.figures[figure]


def exposure_told(slices: Sequence[Slice]) -> ExposureTold:
    """The exposure over all readings."""
    ledgers = tuple(ExposureLedger(one.events).at(one.on, one.law) for one in slices)
    return ExposureTold(
        as_of=max(one.on for one in slices),
        currency=ledgers[0].currency,
        figures={figure: _figure(ledgers, figure) for figure in FIGURES},
        readings=ledgers,
    )


def _figure(ledgers: tuple[Exposure, ...], figure: str) -> MoneyRange:
    if figure == "at_stake":
        floors = [ledger.at_stake[0] for ledger in ledgers]
        ceilings = [ledger.at_stake[1] for ledger in ledgers]
        closed = [ceiling for ceiling in ceilings if ceiling is not None]
        return MoneyRange(min(floors), max(closed) if len(closed) == len(ledgers) else None)
    sums: list[Money] = [ledger.figure(figure) for ledger in ledgers]
    return MoneyRange(min(sums), max(sums))


# --- deadlines ----------------------------------------------------------------------------------


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


# --- timeline -----------------------------------------------------------------------------------


@frozen(kw_only=True)
class EntryTold:
    """One event; its day has bounds where the readings differ, and then its sentences may too."""

    on: Day
    command_id: str
    act: str
    event: str
    by: str
    local: str
    sentences: tuple[str, ...]
    cite: str
    defects: tuple[Defect, ...]

    @property
    def sentence(self) -> str:
        """What happened; where the readings differ, first the earliest, then the latest."""
        if len(self.sentences) == 1:
            return self.sentences[0]
        return f"{self.sentences[0]} (At the latest: {self.sentences[1]})"


def timeline_told(slices: Sequence[Slice]) -> tuple[EntryTold, ...]:
    """The timeline over all readings, in the order of the days."""
    answers = []
    for one in slices:
        commands = {recorded.position: recorded.command_id for recorded in one.events}
        entries = Timeline(one.events).at(one.on, one.law)
        answers.append([(commands[entry.position], entry) for entry in entries])
    rows = grouped(answers, lambda pair: (pair[0], pair[1].event))
    told = [_entry(row) for row in rows]
    return tuple(sorted(told, key=lambda entry: entry.on.earliest or date.max))


def _entry(row: tuple[tuple[str, Entry] | None, ...]) -> EntryTold:
    found = [pair for pair in row if pair is not None]
    command_id, first = found[0]
    return EntryTold(
        on=bounds([entry.on for _, entry in found], len(row)),
        command_id=command_id,
        act=first.act,
        event=first.event,
        by=first.by,
        local=first.local,
        sentences=distinct(entry.sentence for _, entry in found),
        cite=first.cite,
        defects=first.defects,
    )


def first_event_sentence(day: date, first: Day) -> str:
    """The answer for a day before anything happened; empty from the first event on."""
    if first.earliest is None:
        return "Nothing has happened: no row of this story is reached."
    if first.earliest <= day:
        return ""
    if first.exact is not None or first.latest is None:
        return f"Nothing has happened yet: the first event is on {in_words(first.earliest)}."
    between = f"between {in_words(first.earliest)} and {in_words(first.latest)}"
    return f"Nothing has happened yet: the first event is {between}."
