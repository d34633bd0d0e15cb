"""One proceeding to show: played from a scenario, or kept in a store. Pages see no difference."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from attrs import frozen

from domain.proceeding.messages import Defect, Refusal
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import Exposure, ExposureLedger, History, state_of
from scenarios.marks import Marks
from scenarios.run import Run
from scenarios.runs import Reading, Slice
from scenarios.views import (
    DeadlineTold,
    EntryTold,
    ExposureTold,
    StatusTold,
    deadlines_told,
    exposure_told,
    status_told,
    timeline_told,
)

__all__ = ["Filed", "Person", "Played", "Refused", "Side"]


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
    """An act that was not recorded, with the day on which it was tried."""

    name: str
    on: date
    command_id: str
    refusal: Refusal
    expected: bool


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
        """The rows that could not be recorded, in the first reading."""
        rows = self.run.scenario.names.rows
        return [
            Refused(
                name=rows[step.row],
                on=step.on,
                command_id=step.command_id,
                refusal=step.refusal,
                expected=self.run.scenario.timeline[step.row].refused is not None,
            )
            for step in self.run.readings[0].steps
            if step.refusal is not None and step.on <= day
        ]

    def warnings(self, command_id: str) -> tuple[Defect, ...]:
        """The rules from memory that an act would have broken."""
        return self.run.warnings(command_id)

    def deadline_marks(self, due: DeadlineTold) -> Marks | None:
        """What the file says of the day that a deadline runs from."""
        return self.run.deadline_marks(due)

    def notes(self, day: date) -> tuple[str, ...]:
        """What a reader of the figures has to know."""
        return self.run.notes(day)


@frozen
class Filed:
    """A proceeding that a store keeps; its file says nothing besides its events."""

    name: str
    law: Rulebook
    events: History
    names: tuple[tuple[str, str], ...] = ()

    readings: tuple[Reading, ...] = ()
    caution: str = ""

    @property
    def title(self) -> str:
        """A stored proceeding has no title but its name."""
        return self.name

    @property
    def people(self) -> Sequence[Person]:
        """The parties on file, under the names that the register still has."""
        known = dict(self.names)
        return [
            Person(
                key=party.key,
                name=known.get(party.key) or party.key,
                role=party.role,
                country=party.country,
                main_establishment=party.main_establishment,
            )
            for party in state_of(self.events).parties
        ]

    def history(self, day: date) -> History:
        """The events up to the end of a day."""
        return tuple(recorded for recorded in self.events if recorded.on <= day)

    def state(self, day: date) -> ProceedingState:
        """The state at the end of a day."""
        return state_of(self.history(day))

    def status(self, day: date) -> StatusTold:
        """Of the one history there is."""
        return status_told([self._slice(day)])

    def exposure(self, day: date) -> ExposureTold:
        """Of the one history there is."""
        return exposure_told([self._slice(day)])

    def deadlines(self, day: date) -> tuple[DeadlineTold, ...]:
        """Of the one history there is."""
        return deadlines_told([self._slice(day)])

    def timeline(self, day: date) -> tuple[EntryTold, ...]:
        """Of the one history there is."""
        return timeline_told([self._slice(day)])

    def ledger(self, day: date) -> Exposure:
        """The ledger at the end of a day."""
        return ExposureLedger(self.history(day)).at(day, self.law)

    def marks(self, _command_id: str) -> Marks:
        """Nothing: the log has acts alone."""
        return Marks(row=0)

    def refused(self, _day: date) -> Sequence[Refused]:
        """Nothing: what is refused is not recorded."""
        return ()

    def warnings(self, _command_id: str) -> tuple[Defect, ...]:
        """Nothing: warnings were told when the act was given."""
        return ()

    def deadline_marks(self, _due: DeadlineTold) -> Marks | None:
        """Nothing: in a log every day is exact."""
        return None

    def notes(self, _day: date) -> tuple[str, ...]:
        """Nothing: the provisions of the lines say it."""
        return ()

    def _slice(self, day: date) -> Slice:
        return Slice(events=self.history(day), state=self.state(day), on=day, law=self.law)
