"""Confirmation: a fine that nobody has to pay before a court has confirmed it (Ireland)."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.confirming import awaiting
from domain.proceeding.effects import with_outcomes
from domain.proceeding.entries import Confirmation, Outcome
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.rulings import Ruling, outcomes_of
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class DecideConfirmation(Command):
    """Confirm a fine, or refuse to."""

    of: str
    result: str


@frozen(kw_only=True)
class ConfirmationDecided(Event):
    """A fine is confirmed, and so payable; or refused, and so gone (`outcomes`)."""

    of: str
    result: str
    outcomes: tuple[Outcome, ...] = ()


def _decide(case: Case, command: DecideConfirmation) -> tuple[ConfirmationDecided, ...]:
    refused = (Ruling(of=command.of, result="annulled"),) if command.result == "refused" else ()
    return (
        ConfirmationDecided(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            result=command.result,
            outcomes=outcomes_of(case.state, case.on, command.id, refused),
        ),
    )


def _decided(state: ProceedingState, event: ConfirmationDecided) -> ProceedingState:
    state = entered(state, event, "confirmation", about=event.of)
    entry = Confirmation(act=event.act, of=event.of, on=event.on, result=event.result)
    return with_outcomes(added(state, confirmations=(entry,)), event.outcomes)


def _fields(case: Case) -> tuple[Field, ...]:
    results = OneOf(("confirmed", "refused"))
    return (
        Field(name="of", domain=OneOf(awaiting(case.state)), subject="the fine", essential=True),
        Field(name="result", domain=results, subject="the result", essential=True),
    )


CONFIRMATION = Room(
    act="confirmation",
    command=DecideConfirmation,
    events=dict([evolving(ConfirmationDecided, _decided)]),
    results=typed(DecideConfirmation, _decide),
    fields=_fields,
    targets=awaiting,
    target="of",
)
