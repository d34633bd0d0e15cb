"""Read models: pure folds over recorded events, answered as of a day."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Protocol, Self, TypeVar

import attrs
from attrs import frozen

from domain.proceeding.deciding import fold
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.state import ProceedingState

History = tuple[RecordedEvent, ...]


class ReadModel(Protocol):
    """What a store needs to know of a read model to keep it: its name, and how it folds."""

    name: ClassVar[str]
    handles: ClassVar[tuple[type, ...]]

    @classmethod
    def empty(cls) -> Self:
        """The model before the first event."""
        ...

    def evolve(self, recorded: RecordedEvent) -> Self:
        """The model after one more event; an event that it does not handle changes nothing."""
        ...


R = TypeVar("R", bound=ReadModel)


def project(model: R, events: Iterable[RecordedEvent]) -> R:
    """The model after all these events."""
    for recorded in events:
        model = model.evolve(recorded)
    return model


@frozen
class Kept:
    """A read model that keeps the events it needs, so that it can answer as of any day."""

    kept: History = ()

    handles: ClassVar[tuple[type, ...]] = ()

    @classmethod
    def empty(cls) -> Self:
        """The model before the first event."""
        return cls()

    def evolve(self, recorded: RecordedEvent) -> Self:
        """The model after one more event."""
        if self.handles and not isinstance(recorded.event, self.handles):
            return self
        return attrs.evolve(self, kept=(*self.kept, recorded))

    def until(self, day: date) -> History:
        """The events up to the end of a day."""
        return tuple(recorded for recorded in self.kept if recorded.on <= day)


def state_of(history: Iterable[RecordedEvent]) -> ProceedingState:
    """The state after these events."""
    return fold(recorded.event for recorded in history)
