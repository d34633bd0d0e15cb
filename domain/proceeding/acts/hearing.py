"""A hearing before the deciding organ."""

from attrs import frozen

from domain.proceeding.messages import Command, Event
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState


@frozen(kw_only=True)
class HoldHearing(Command):
    """Hear the case; who stays away was heard all the same if duly called."""


@frozen(kw_only=True)
class HearingHeld(Event):
    """The hearing took place."""


def _hold(case: Case, command: HoldHearing) -> tuple[HearingHeld, ...]:
    return (HearingHeld(on=case.on, act=command.id, by=case.by),)


def _held(state: ProceedingState, event: HearingHeld) -> ProceedingState:
    return entered(state, event, "hearing")


HEARING = Room(
    act="hearing",
    command=HoldHearing,
    events=dict([evolving(HearingHeld, _held)]),
    results=typed(HoldHearing, _hold),
)
