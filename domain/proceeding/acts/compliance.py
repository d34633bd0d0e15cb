"""Compliance shown by the addressee, and what the authority finds about it."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.charging import addressed
from domain.proceeding.entries import Compliance
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class ShowCompliance(Command):
    """Show that an order or a notice is met; `share` is `whole` or `part`."""

    with_: str
    share: str = "whole"


@frozen(kw_only=True)
class ComplianceShown(Event):
    """The addressee says that it complies; delay stops, unless the authority finds otherwise."""

    with_: str
    share: str


@frozen(kw_only=True)
class FindCompliance(Command):
    """Find an order or a notice `met`, `partly met` or `not met`."""

    of: str
    result: str


@frozen(kw_only=True)
class ComplianceAccepted(Event):
    """The authority found it met, in whole or in part."""

    of: str
    result: str


@frozen(kw_only=True)
class NonComplianceFound(Event):
    """The authority found it not met: what had been shown does not stop the delay."""

    of: str


def _show(case: Case, command: ShowCompliance) -> tuple[ComplianceShown, ...]:
    shown = ComplianceShown(
        on=case.on, act=command.id, by=case.by, with_=command.with_, share=command.share
    )
    return (shown,)


def _shown(state: ProceedingState, event: ComplianceShown) -> ProceedingState:
    state = entered(state, event, "compliance", about=event.with_)
    entry = Compliance(
        act=event.act,
        of=event.with_,
        by=event.by,
        on=event.on,
        result=event.share,
        shown=True,
    )
    return added(state, compliance=(entry,))


def _find(
    case: Case, command: FindCompliance
) -> tuple[ComplianceAccepted | NonComplianceFound, ...]:
    if command.result == "not met":
        return (NonComplianceFound(on=case.on, act=command.id, by=case.by, of=command.of),)
    return (
        ComplianceAccepted(
            on=case.on, act=command.id, by=case.by, of=command.of, result=command.result
        ),
    )


def _accepted(state: ProceedingState, event: ComplianceAccepted) -> ProceedingState:
    return _found(state, event, event.of, event.result)


def _not_met(state: ProceedingState, event: NonComplianceFound) -> ProceedingState:
    return _found(state, event, event.of, "not met")


def _found(state: ProceedingState, event: Event, of: str, result: str) -> ProceedingState:
    state = entered(state, event, "finding", about=of)
    entry = Compliance(act=event.act, of=of, by=event.by, on=event.on, result=result, shown=False)
    return added(state, compliance=(entry,))


def duties(state: ProceedingState) -> tuple[str, ...]:
    """The orders and notices that stand and can be met."""
    gone = state.annulled
    orders = (order.id for order in state.orders if order.id not in gone)
    notices = (n.id for n in state.notices if n.closed_on is None and n.id not in gone)
    return (*orders, *notices)


def _shown_fields(case: Case) -> tuple[Field, ...]:
    """Compliance is shown by those who have to comply."""
    own = (one for one in duties(case.state) if addressed(case, case.state.bound_by(one)))
    of = OneOf(tuple(own))
    share = OneOf(("whole", "part"))
    return (
        Field(name="with_", domain=of, subject="the order or notice", essential=True),
        Field(name="share", domain=share, subject="compliance in", essential=True),
    )


def _found_fields(case: Case) -> tuple[Field, ...]:
    of = OneOf(duties(case.state))
    result = OneOf(("met", "partly met", "not met"))
    return (
        Field(name="of", domain=of, subject="the order or notice", essential=True),
        Field(name="result", domain=result, subject="the finding", essential=True),
    )


COMPLIANCE = Room(
    act="compliance",
    command=ShowCompliance,
    events=dict([evolving(ComplianceShown, _shown)]),
    results=typed(ShowCompliance, _show),
    fields=_shown_fields,
    targets=duties,
    target="with_",
)
FINDING = Room(
    act="finding",
    command=FindCompliance,
    events=dict([evolving(ComplianceAccepted, _accepted), evolving(NonComplianceFound, _not_met)]),
    results=typed(FindCompliance, _find),
    fields=_found_fields,
    targets=duties,
    target="of",
)
