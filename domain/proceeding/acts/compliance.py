"""Compliance shown by the addressee, and what the authority finds about it."""

import attrs
from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.charging import addressed
from domain.proceeding.entries import LASTING, Compliance, OtherMeasure
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.penalties import NOTICE
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, amended, named

CONDITION_MET = "condition met"
"""What is found of a ban that arises only under a condition."""


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
    """Find an order or a notice `met`, `partly met` or `not met`.

    Of a ban under a condition it can be found that the `condition` is `met`, so that it arises.
    """

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


@frozen(kw_only=True)
class ConditionMet(Event):
    """The condition of a ban is met: from this day on it holds."""

    of: str


@frozen(kw_only=True)
class NotifyNonCompliance(Command):
    """Tell the addressee that it does not comply, from when a penalty runs that waits for it."""

    of: str


@frozen(kw_only=True)
class NonComplianceNotified(Event):
    """A notice of non-compliance was given: a penalty that waited for it runs from this day on."""

    of: str
    to: tuple[str, ...]


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
) -> tuple[ComplianceAccepted | NonComplianceFound | ConditionMet, ...]:
    if command.result == CONDITION_MET:
        return (ConditionMet(on=case.on, act=command.id, by=case.by, of=command.of),)
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


def _arisen(state: ProceedingState, event: ConditionMet) -> ProceedingState:
    state = entered(state, event, "finding", about=event.of)
    ban = named(state.other_measures, event.of)
    if ban is None:
        return state
    return amended(state, other_measures=attrs.evolve(ban, arisen_on=event.on))


def _found(state: ProceedingState, event: Event, of: str, result: str) -> ProceedingState:
    state = entered(state, event, "finding", about=of)
    entry = Compliance(act=event.act, of=of, by=event.by, on=event.on, result=result, shown=False)
    return added(state, compliance=(entry,))


def duties(state: ProceedingState) -> tuple[str, ...]:
    """The orders, bans and notices that stand and can be met."""
    gone = state.annulled
    orders = (order.id for order in state.orders if order.id not in gone)
    bans = (one.id for one in state.other_measures if one.kind in LASTING and one.id not in gone)
    notices = (n.id for n in state.notices if n.closed_on is None and n.id not in gone)
    return (*orders, *bans, *notices)


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
    ban: OtherMeasure | None = named(case.state.other_measures, case.target)
    waits = ban is not None and bool(ban.condition) and ban.arisen_on is None
    results = ("met", "partly met", "not met", *((CONDITION_MET,) if waits else ()))
    of = OneOf(duties(case.state))
    return (
        Field(name="of", domain=of, subject="the order or notice", essential=True),
        Field(name="result", domain=OneOf(results), subject="the finding", essential=True),
    )


def _notice(case: Case, command: NotifyNonCompliance) -> tuple[NonComplianceNotified, ...]:
    to = case.state.bound_by(command.of)
    return (NonComplianceNotified(on=case.on, act=command.id, by=case.by, of=command.of, to=to),)


def _noticed(state: ProceedingState, event: NonComplianceNotified) -> ProceedingState:
    return entered(state, event, NOTICE, to=event.to, about=event.of)


def orders(state: ProceedingState) -> tuple[str, ...]:
    """The orders that stand."""
    gone = state.annulled
    return tuple(order.id for order in state.orders if order.id not in gone)


def _notice_fields(case: Case) -> tuple[Field, ...]:
    of = OneOf(orders(case.state))
    return (Field(name="of", domain=of, subject="the order", essential=True),)


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
    events=dict(
        [
            evolving(ComplianceAccepted, _accepted),
            evolving(NonComplianceFound, _not_met),
            evolving(ConditionMet, _arisen),
        ]
    ),
    results=typed(FindCompliance, _find),
    fields=_found_fields,
    targets=duties,
    target="of",
)
NON_COMPLIANCE_NOTICE = Room(
    act=NOTICE,
    command=NotifyNonCompliance,
    events=dict([evolving(NonComplianceNotified, _noticed)]),
    results=typed(NotifyNonCompliance, _notice),
    fields=_notice_fields,
    targets=orders,
    target="of",
)
