"""The timeline: what happened, day by day, in sentences with their provisions."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from domain.proceeding.deciding import KINDS
from domain.proceeding.messages import Defect, Event
from domain.rulebook.rulebook import Rulebook
from projections.folding import Kept
from projections.sentences import sentence


@frozen(kw_only=True)
class Entry:
    """One event on the timeline; `local` is what the act is called where it was given."""

    on: date
    position: int
    proceeding: str
    act: str
    event: str
    by: str
    local: str
    sentence: str
    cite: str
    defects: tuple[Defect, ...]


@frozen
class Timeline(Kept):
    """The read model behind the story of a proceeding."""

    name: ClassVar[str] = "timeline"

    def at(self, day: date, law: Rulebook) -> tuple[Entry, ...]:
        """The entries up to the end of a day; events carry the law that they rest on."""
        return tuple(
            Entry(
                on=recorded.on,
                position=recorded.position,
                proceeding=recorded.proceeding,
                act=recorded.event.act,
                event=type(recorded.event).__name__,
                by=recorded.event.by,
                local=_local(recorded.event, law),
                sentence=sentence(recorded.event),
                cite=recorded.event.basis,
                defects=recorded.event.defects,
            )
            for recorded in self.until(day)
        )


def _local(event: Event, law: Rulebook) -> str:
    """The local name of an act or a measure; empty where the rulebook gives none."""
    kind = KINDS.get(type(event), "")
    acts, measures = law.powers(kind, event.on), law.measures(kind, event.on)
    powers = measures or acts if hasattr(event, "measure") else acts or measures
    return powers[0].local if powers else ""
