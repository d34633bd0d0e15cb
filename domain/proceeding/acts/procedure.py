"""A change between the ordinary, the simplified and the urgent procedure."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.entries import Track
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added
from domain.proceeding.tracks import procedure_of
from domain.rulebook.closed_words import PROCEDURES


@frozen(kw_only=True)
class ChangeProcedure(Command):
    """Go on in another procedure; `into` is `ordinary`, `simplified` or `urgent`."""

    into: str
    because: str = ""


@frozen(kw_only=True)
class ProcedureChanged(Event):
    """The file goes on in another procedure, with its organs and its limits."""

    into: str
    because: str = ""


def _change(case: Case, command: ChangeProcedure) -> tuple[ProcedureChanged, ...]:
    return (
        ProcedureChanged(
            on=case.on, act=command.id, by=case.by, into=command.into, because=command.because
        ),
    )


def _changed(state: ProceedingState, event: ProcedureChanged) -> ProceedingState:
    track = Track(act=event.act, on=event.on, procedure=event.into)
    return added(entered(state, event, "change of procedure"), tracks=(track,))


def _fields(case: Case) -> tuple[Field, ...]:
    """Another procedure than now, and one in which the law lets somebody decide."""
    powers = case.law.powers("decision", case.on)
    known = {word for one in powers if one.when is not None for word in one.when.procedure}
    if any(one.when is None for one in powers):
        known.add("ordinary")
    now = procedure_of(case.state)
    open_ones = tuple(word for word in PROCEDURES[:3] if word in known and word != now)
    return (Field(name="into", domain=OneOf(open_ones), subject="the procedure", essential=True),)


CHANGE_OF_PROCEDURE = Room(
    act="change of procedure",
    command=ChangeProcedure,
    events=dict([evolving(ProcedureChanged, _changed)]),
    results=typed(ChangeProcedure, _change),
    fields=_fields,
)
