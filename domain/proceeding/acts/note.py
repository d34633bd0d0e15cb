"""A note in the file, without legal effect."""

from attrs import frozen

from domain.proceeding.messages import Command, Event
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState


@frozen(kw_only=True)
class MakeNote(Command):
    """Put on file what the model has no act for."""

    what: str


@frozen(kw_only=True)
class NoteMade(Event):
    """Something is on file; nothing follows from it."""

    what: str


def _note(case: Case, command: MakeNote) -> tuple[NoteMade, ...]:
    return (NoteMade(on=case.on, act=command.id, by=case.by, what=command.what),)


def _noted(state: ProceedingState, event: NoteMade) -> ProceedingState:
    return entered(state, event, "note")


NOTE = Room(
    act="note",
    command=MakeNote,
    events=dict([evolving(NoteMade, _noted)]),
    results=typed(MakeNote, _note),
)
