"""What happened, over all readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from domain.days import Day
from domain.proceeding.messages import Defect
from projections import Entry, Timeline
from scenarios.runs import Slice
from scenarios.views.merging import bounds, distinct, grouped

__all__ = ["EntryTold", "timeline_told"]


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
