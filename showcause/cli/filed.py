"""A proceeding that a store keeps, as a side to show."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from domain.proceeding.messages import Defect
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import Exposure, ExposureLedger, History, state_of
from scenarios.marks import Marks
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
from showcause.cli.side import Person, Refused

__all__ = ["Filed"]


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
