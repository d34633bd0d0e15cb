"""One proceeding to show: played from a scenario, or kept in a store. Pages see no difference."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from attrs import frozen

from domain.days import Day
from domain.proceeding.messages import Defect, Refusal
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import Exposure, ExposureLedger, History
from scenarios.marks import Marks
from scenarios.run import Run
from scenarios.runs import Step
from scenarios.views import (
    DeadlineTold,
    EntryTold,
    ExposureTold,
    StatusTold,
)

__all__ = ["Person", "Played", "Refused", "Side"]


@frozen(kw_only=True)
class Person:
    """A party under the name by which readers know it."""

    key: str
    name: str
    role: str
    country: str
    main_establishment: str


@frozen(kw_only=True)
class Refused:
    """An act that was not recorded, with the day on which it was tried, or its bounds.

    `reading` is the name of the one in which it was refused, where others recorded it.
    """

    name: str
    on: Day
    command_id: str
    refusal: Refusal
    expected: bool
    reading: str = ""


class Side(Protocol):
    """What pages ask of a proceeding; every answer is as of the end of a day."""

    @property
    def name(self) -> str: ...
    @property
    def law(self) -> Rulebook: ...
    @property
    def title(self) -> str: ...
    @property
    def people(self) -> Sequence[Person]: ...

    def history(self, day: date) -> History: ...
    def state(self, day: date) -> ProceedingState: ...
    def status(self, day: date) -> StatusTold: ...
    def exposure(self, day: date) -> ExposureTold: ...
    def deadlines(self, day: date) -> tuple[DeadlineTold, ...]: ...
    def timeline(self, day: date) -> tuple[EntryTold, ...]: ...
    def ledger(self, day: date) -> Exposure: ...
    def marks(self, command_id: str) -> Marks: ...
    def refused(self, day: date) -> Sequence[Refused]: ...
    def warnings(self, command_id: str) -> tuple[Defect, ...]: ...
    def deadline_marks(self, due: DeadlineTold) -> Marks | None: ...
    def notes(self, day: date) -> tuple[str, ...]: ...


@frozen
class Played:
    """A proceeding that a scenario tells."""

    run: Run

    @property
    def name(self) -> str:
        """The name of the scenario, which is that of its proceeding."""
        return self.run.scenario.scenario

    @property
    def law(self) -> Rulebook:
        """The law it was played under."""
        return self.run.law

    @property
    def title(self) -> str:
        """The title of the scenario."""
        return self.run.scenario.title

    @property
    def people(self) -> Sequence[Person]:
        """The parties of the file, in its order."""
        return [
            Person(
                key=key,
                name=party.name or key,
                role=party.role,
                country=party.country,
                main_establishment=party.main_establishment,
            )
            for key, party in self.run.scenario.parties
        ]

    def history(self, day: date) -> History:
        """The events of the first reading."""
        return self.run.history(day)

    def state(self, day: date) -> ProceedingState:
        """The state in the first reading."""
        return self.run.readings[0].as_of(day).state

    def status(self, day: date) -> StatusTold:
        """Over all readings."""
        return self.run.status(day)

    def exposure(self, day: date) -> ExposureTold:
        """Over all readings."""
        return self.run.exposure(day)

    def deadlines(self, day: date) -> tuple[DeadlineTold, ...]:
        """Over all readings."""
        return self.run.deadlines(day)

    def timeline(self, day: date) -> tuple[EntryTold, ...]:
        """Over all readings."""
        return self.run.timeline(day)

    def ledger(self, day: date) -> Exposure:
        """The ledger of the first reading."""
        return ExposureLedger(self.run.history(day)).at(day, self.run.law)

    def marks(self, command_id: str) -> Marks:
        """What the file says of the row behind an event."""
        return self.run.marks(command_id)

    def refused(self, day: date) -> Sequence[Refused]:
        """The rows that could not be recorded, in any reading; the reason is that of the first."""
        found: dict[str, list[tuple[str, Step, Refusal]]] = {}
        for reading in self.run.readings:
            for step in reading.steps:
                if step.refusal is not None and step.on <= day:
                    several = found.setdefault(step.command_id, [])
                    several.append((reading.name, step, step.refusal))
        return [self._refused(several) for several in found.values()]

    def _refused(self, several: Sequence[tuple[str, Step, Refusal]]) -> Refused:
        name, step, refusal = several[0]
        days = [one.on for _, one, _ in several]
        return Refused(
            name=self.run.scenario.names.rows[step.row],
            on=Day(min(days), max(days)),
            command_id=step.command_id,
            refusal=refusal,
            expected=self.run.scenario.timeline[step.row].refused is not None,
            reading="" if len(several) == len(self.run.readings) else name,
        )

    def warnings(self, command_id: str) -> tuple[Defect, ...]:
        """The rules from memory that an act would have broken."""
        return self.run.warnings(command_id)

    def deadline_marks(self, due: DeadlineTold) -> Marks | None:
        """What the file says of the day that a deadline runs from."""
        return self.run.deadline_marks(due)

    def notes(self, day: date) -> tuple[str, ...]:
        """What a reader of the figures has to know."""
        return self.run.notes(day)
