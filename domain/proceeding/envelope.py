"""The envelope in which events travel: where they stand, and what they were decided from."""

from datetime import date

from attrs import frozen

from domain.proceeding.messages import Command, Event


@frozen(kw_only=True)
class Commit:
    """What one command did: the command itself, its id, and the digest of the law it met."""

    command_id: str
    law: str
    command: Command | None = None


@frozen(kw_only=True)
class RecordedEvent:
    """An event as folds see it; `position` counts from 1 within the proceeding."""

    proceeding: str
    position: int
    event: Event
    command_id: str = ""
    law: str = ""

    @property
    def on(self) -> date:
        """The legal day of the event."""
        return self.event.on
