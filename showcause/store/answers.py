"""What a docket answers with: a receipt for a command, a dossier, a line for each proceeding."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self, TypeVar

import attrs
from attrs import frozen

from domain.aggregate import Proceeding, history
from domain.proceeding.acts.closure import ProceedingClosed
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.messages import Defect
from domain.rulebook.rulebook import Rulebook
from projections.folding import History, ReadModel, project

R = TypeVar("R", bound=ReadModel)


@frozen(kw_only=True)
class Receipt:
    """What became of a command: it is on the disk when this is handed out.

    `position` is that of the proceeding's last event. `repeated` says that nothing was added,
    because the command had been recorded before; `events` are then those of that time.
    """

    proceeding: str
    position: int
    events: tuple[RecordedEvent, ...]
    warnings: tuple[Defect, ...] = ()
    repeated: bool = False


@frozen(kw_only=True)
class Dossier:
    """A proceeding with everything that questions about it are answered from.

    `history` holds the events up to the end of `as_of`; `law` is the one that it runs under today,
    `names` are those of the parties that the register knows, by key.
    """

    proceeding: str
    as_of: date | None
    position: int
    law: Rulebook
    history: History
    names: Mapping[str, str]

    def read(self, model: type[R]) -> R:
        """What a read model makes of these events."""
        return project(model.empty(), self.history)


@frozen
class DocketEntry:
    """A line of the docket: one proceeding, from its registration to its last act."""

    name: ClassVar[str] = "docket"
    handles: ClassVar[tuple[type, ...]] = ()

    proceeding: str = ""
    rulebook: str = ""
    registered_on: date | None = None
    last_on: date | None = None
    closed_on: date | None = None
    position: int = 0

    @classmethod
    def empty(cls) -> Self:
        """A line before its proceeding is registered."""
        return cls()

    def evolve(self, recorded: RecordedEvent) -> Self:
        """The line after one more event."""
        line = attrs.evolve(self, last_on=recorded.on, position=recorded.position)
        match recorded.event:
            case ProceedingRegistered(proceeding=name, rulebook=rulebook, on=on):
                return attrs.evolve(line, proceeding=name, rulebook=rulebook, registered_on=on)
            case ProceedingClosed(on=on):
                return attrs.evolve(line, closed_on=on)
            case _:
                return line


def receipt_of(
    found: Proceeding,
    command_id: str,
    *,
    warnings: tuple[Defect, ...] = (),
    repeated: bool = False,
) -> Receipt:
    """The receipt of a command that is in the file."""
    return Receipt(
        proceeding=found.name,
        position=found.version,
        events=tuple(one for one in history(found) if one.command_id == command_id),
        warnings=warnings,
        repeated=repeated,
    )
