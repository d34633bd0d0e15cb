"""Acknowledgment of responsibility, which can earn a reduction (Spain, LPAC 85)."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState


@frozen(kw_only=True)
class AcknowledgeResponsibility(Command):
    """Acknowledge what charges allege."""

    of: str
    waives: tuple[str, ...] = ()


@frozen(kw_only=True)
class ResponsibilityAcknowledged(Event):
    """Who is charged acknowledges it; a payment can claim the reduction that this earns."""

    of: str
    waives: tuple[str, ...] = ()


def _acknowledge(
    case: Case, command: AcknowledgeResponsibility
) -> tuple[ResponsibilityAcknowledged, ...]:
    return (
        ResponsibilityAcknowledged(
            on=case.on, act=command.id, by=case.by, of=command.of, waives=command.waives
        ),
    )


def _acknowledged(state: ProceedingState, event: ResponsibilityAcknowledged) -> ProceedingState:
    return entered(state, event, "acknowledgment", about=event.of)


def _charged(state: ProceedingState) -> tuple[str, ...]:
    """The charges that nobody has acknowledged yet."""
    done = {act.about for act in state.acts_of("acknowledgment")}
    gone = done | state.annulled
    return tuple(charges.id for charges in state.charges if charges.id not in gone)


def _fields(case: Case) -> tuple[Field, ...]:
    charges = OneOf(_charged(case.state))
    return (Field(name="of", domain=charges, subject="the charges", essential=True),)


ACKNOWLEDGMENT = Room(
    act="acknowledgment",
    command=AcknowledgeResponsibility,
    events=dict([evolving(ResponsibilityAcknowledged, _acknowledged)]),
    results=typed(AcknowledgeResponsibility, _acknowledge),
    fields=_fields,
    targets=_charged,
    target="of",
)
