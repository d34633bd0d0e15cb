"""Reconsideration: the authority thinks over what it decided, asked to or of its own motion.

An objection (bezwaar), an application for remedy and a self-revocation differ in who begins; what
comes of them is the same: upheld, revoked in part or whole, or a new sum.
"""

from attrs import frozen

from domain.proceeding.appealing import against_fields, reconsiderable, suspended_by, unmet_for
from domain.proceeding.bounds import OneOf
from domain.proceeding.effects import (
    decided,
    gaps,
    let_go,
    pending,
    released,
    with_outcomes,
)
from domain.proceeding.entries import Appeal, Outcome, Suspension
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.rulings import (
    Ruling,
    above_maximum,
    disputed,
    outcomes_of,
    rulings_wrong,
)
from domain.proceeding.state import ProceedingState, added, named


@frozen(kw_only=True)
class RequestReconsideration(Command):
    """Ask the authority to think over acts or single measures of its own."""

    against: tuple[str, ...]


@frozen(kw_only=True)
class ReconsiderationRequested(Event):
    """The authority has to decide again; `suspends` names what is not enforceable meanwhile."""

    against: tuple[str, ...]
    suspends: tuple[str, ...]


@frozen(kw_only=True)
class Reconsider(Command):
    """Decide on a request, or of the authority's own motion where `answers` is left out."""

    outcome: tuple[Ruling, ...]
    answers: str = ""


@frozen(kw_only=True)
class ActReconsidered(Event):
    """What the authority made of its own acts, with what fell or lives again with them."""

    answers: str
    to: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    releases: tuple[str, ...] = ()
    gaps: tuple[Suspension, ...] = ()


def _request(case: Case, command: RequestReconsideration) -> tuple[ReconsiderationRequested, ...]:
    return (
        ReconsiderationRequested(
            on=case.on,
            act=command.id,
            by=case.by,
            against=command.against,
            suspends=suspended_by(case, command.against),
        ),
    )


def _requested(state: ProceedingState, event: ReconsiderationRequested) -> ProceedingState:
    about = event.against[0] if event.against else ""
    state = entered(state, event, "reconsideration request", about=about)
    request = Appeal(
        id=event.act,
        by=event.by,
        on=event.on,
        against=event.against,
        suspends=event.suspends,
        to=next(iter(state.with_role("authority")), "authority"),
        kind="reconsideration",
    )
    return added(state, appeals=(request,))


def _reconsider(case: Case, command: Reconsider) -> tuple[ActReconsidered, ...]:
    state = case.state
    request: Appeal | None = named(state.appeals, command.answers)
    outcomes = outcomes_of(state, case.on, command.id, command.outcome)
    asker = () if request is None or state.party(request.by) is None else (request.by,)
    return (
        ActReconsidered(
            on=case.on,
            act=command.id,
            by=case.by,
            answers=command.answers,
            to=tuple(dict.fromkeys((*asker, *state.addressees))),
            outcomes=outcomes,
            releases=released(state, request),
            gaps=tuple(gaps(state, case.on, outcomes)),
        ),
    )


def _reconsidered(state: ProceedingState, event: ActReconsidered) -> ProceedingState:
    state = entered(state, event, "reconsideration", to=event.to, about=event.answers)
    state = let_go(state, event.releases, event.outcomes, event.on)
    state = added(state, suspensions=event.gaps)
    state = decided(state, event.answers, event.act, event.on)
    return with_outcomes(state, event.outcomes)


def _own(state: ProceedingState) -> tuple[str, ...]:
    """What the authority can take back of its own motion: what it decided and stands."""
    gone = state.annulled
    acts = (act.id for act in state.acts if act.kind in {"decision", "liquidation"})
    things = (*acts, *(measure.id for measure in state.measures()))
    return tuple(dict.fromkeys(of for of in things if of not in gone))


def _about(state: ProceedingState, answers: str) -> tuple[str, ...]:
    request: Appeal | None = named(state.appeals, answers)
    return _own(state) if request is None else disputed(state, request)


def _requests(state: ProceedingState) -> tuple[str, ...]:
    """The requests that wait, and none of them where there is something to take back."""
    return (*pending(state, "reconsideration"), *(("",) if _own(state) else ()))


def _request_each(case: Case, command: RequestReconsideration) -> tuple[Defect, ...]:
    return tuple(d for of in command.against for d in unmet_for(case, of, command.denies))


def _fields(case: Case) -> tuple[Field, ...]:
    waiting = OneOf(_requests(case.state))
    return (Field(name="answers", domain=waiting, subject="the request", essential=True),)


def _extra(case: Case, command: Reconsider) -> tuple[Defect, ...]:
    about = _about(case.state, command.answers)
    wrong = rulings_wrong(case, command.id, about, command.outcome)
    return (*wrong, *above_maximum(case, command.outcome))


RECONSIDERATION_REQUEST = Room(
    act="reconsideration request",
    command=RequestReconsideration,
    events=dict([evolving(ReconsiderationRequested, _requested)]),
    results=typed(RequestReconsideration, _request),
    fields=against_fields,
    targets=reconsiderable,
    target="against",
    extra=typed(RequestReconsideration, _request_each),
)
RECONSIDERATION = Room(
    act="reconsideration",
    command=Reconsider,
    events=dict([evolving(ActReconsidered, _reconsidered)]),
    results=typed(Reconsider, _reconsider),
    fields=_fields,
    targets=_requests,
    target="answers",
    extra=typed(Reconsider, _extra),
)
