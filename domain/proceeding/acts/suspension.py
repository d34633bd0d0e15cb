"""Suspension: that something is not enforced for now; and a stay of the proceeding itself."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from domain.proceeding.bounds import OneOf, SomeOf
from domain.proceeding.effects import unsuspended
from domain.proceeding.entries import Stay, Suspension, SuspensionRequest
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.rulings import part_of
from domain.proceeding.state import ProceedingState, added, amended, decision_behind, named, revised

RESULTS = ("granted", "refused", "ended")
"""What can be said about a suspension; one that was granted can be ended."""


@frozen(kw_only=True)
class RequestSuspension(Command):
    """Ask a court or the authority that acts or measures be not enforced for now."""

    of: tuple[str, ...]
    to: str = ""


@frozen(kw_only=True)
class SuspensionRequested(Event):
    """Somebody asked for a suspension; asking alone suspends nothing."""

    of: tuple[str, ...]
    to: str


@frozen(kw_only=True)
class DecideSuspension(Command):
    """Grant, refuse or end a suspension of these things, perhaps on a request.

    It lasts through `until`, else until the appeal is decided or it is ended.
    """

    of: tuple[str, ...]
    result: str
    answers: str = ""
    until: date | None = None


@frozen(kw_only=True)
class SuspensionDecided(Event):
    """A suspension was granted, refused or ended, for each of these measures."""

    of: tuple[str, ...]
    result: str
    answers: str
    until: date | None


@frozen(kw_only=True)
class StayProceeding(Command):
    """Let the proceeding rest, for a time or until it is resumed."""

    until: date | None = None
    because: str = ""


@frozen(kw_only=True)
class ProceedingStayed(Event):
    """Nobody has to move the proceeding for now; periods of law run on."""

    until: date | None
    because: str = ""


@frozen(kw_only=True)
class ResumeProceeding(Command):
    """Go on with a proceeding that was stayed."""

    because: str = ""


@frozen(kw_only=True)
class ProceedingResumed(Event):
    """The proceeding goes on."""

    because: str = ""


def suspendable(state: ProceedingState) -> tuple[str, ...]:
    """The acts and measures that stand and can be enforced."""
    gone = state.annulled
    measures = [measure for measure in state.measures() if measure.id not in gone]
    acts = (decision_behind(measure) for measure in measures)
    return tuple(dict.fromkeys((*acts, *(measure.id for measure in measures))))


def _request(case: Case, command: RequestSuspension) -> tuple[SuspensionRequested, ...]:
    to = command.to or next(iter(case.power.to), "")
    return (SuspensionRequested(on=case.on, act=command.id, by=case.by, of=command.of, to=to),)


def _requested(state: ProceedingState, event: SuspensionRequested) -> ProceedingState:
    about = event.of[0] if event.of else ""
    state = entered(state, event, "suspension request", about=about)
    request = SuspensionRequest(id=event.act, by=event.by, of=event.of, to=event.to)
    return added(state, suspension_requests=(request,))


def _measures(state: ProceedingState, of: tuple[str, ...]) -> tuple[str, ...]:
    """The measures that these things are or hold; what was annulled cannot be suspended."""
    gone = state.annulled
    found = (m.id for one in of for m in part_of(state, one) if m.id not in gone)
    return tuple(dict.fromkeys(found))


def _decide(case: Case, command: DecideSuspension) -> tuple[SuspensionDecided, ...]:
    return (
        SuspensionDecided(
            on=case.on,
            act=command.id,
            by=case.by,
            of=_measures(case.state, command.of),
            result=command.result,
            answers=command.answers,
            until=command.until,
        ),
    )


def _decided(state: ProceedingState, event: SuspensionDecided) -> ProceedingState:
    about = event.answers or (event.of[0] if event.of else "")
    state = entered(state, event, "suspension", about=about)
    request: SuspensionRequest | None = named(state.suspension_requests, event.answers)
    if request is not None:
        answered = SuspensionRequest(
            id=request.id, by=request.by, of=request.of, to=request.to, answered_by=event.act
        )
        state = amended(state, suspension_requests=answered)
    if event.result == "ended":
        return unsuspended(state, event.of, event.on)
    if event.result != "granted":
        return state
    new = (Suspension(of=of, since=event.on, until=event.until, act=event.act) for of in event.of)
    return added(state, suspensions=tuple(new))


def _request_fields(case: Case) -> tuple[Field, ...]:
    things = SomeOf(suspendable(case.state))
    return (Field(name="of", domain=things, subject="the request", essential=True),)


def _fields(case: Case) -> tuple[Field, ...]:
    state = case.state
    open_ones = tuple(one.id for one in state.suspension_requests if not one.answered_by)
    things = SomeOf(suspendable(state))
    return (
        Field(name="of", domain=things, subject="the suspension", essential=True),
        Field(
            name="answers",
            domain=OneOf(("", *open_ones)),
            subject="the request",
            essential=True,
        ),
        Field(name="result", domain=OneOf(RESULTS), subject="the result", essential=True),
    )


def _extra(case: Case, command: DecideSuspension) -> tuple[Defect, ...]:
    texts = tuple(_wrong(case, command))
    return tuple(Defect(rule="suspension", message=text, gravity="impossible") for text in texts)


def _wrong(case: Case, command: DecideSuspension) -> Iterator[str]:
    request: SuspensionRequest | None = named(case.state.suspension_requests, command.answers)
    asked = () if request is None else (*request.of, *_measures(case.state, request.of))
    strange = [of for of in command.of if request is not None and of not in asked]
    if strange:
        yield f"{command.answers} did not ask for a suspension of {', '.join(strange)}"
    if command.until is not None and command.result != "granted":
        yield "only a suspension that is granted has a last day"
    if command.until is not None and command.until < case.on:
        yield f"its last day, {command.until}, is before the day of the act"
    if command.result == "ended" and not _running(case, command.of):
        yield "nothing of it is suspended by decision"


def _running(case: Case, about: tuple[str, ...]) -> bool:
    measures = _measures(case.state, about)
    own = (one for one in case.state.suspensions if one.of in measures)
    return any(one.until is None or one.until >= case.on for one in own)


def _stay(case: Case, command: StayProceeding) -> tuple[ProceedingStayed, ...]:
    return (
        ProceedingStayed(
            on=case.on, act=command.id, by=case.by, until=command.until, because=command.because
        ),
    )


def _stayed(state: ProceedingState, event: ProceedingStayed) -> ProceedingState:
    state = entered(state, event, "stay")
    stay = Stay(act=event.act, on=event.on, until=event.until, because=event.because)
    return added(state, stays=(stay,))


def _resume(case: Case, command: ResumeProceeding) -> tuple[ProceedingResumed, ...]:
    return (ProceedingResumed(on=case.on, act=command.id, by=case.by, because=command.because),)


def _resumed(state: ProceedingState, event: ProceedingResumed) -> ProceedingState:
    state = entered(state, event, "resumption")
    *before, last = state.stays or (None,)
    if last is None:
        return state
    ended = Stay(
        act=last.act, on=last.on, until=last.until, because=last.because, resumed_on=event.on
    )
    return revised(state, stays=(*before, ended))


def _not_stayed(case: Case) -> tuple[Defect, ...]:
    if case.state.stay_on(case.on) is not None:
        return ()
    message = "the proceeding is not stayed"
    return (Defect(rule="resumption", message=message, gravity="impossible"),)


def _not_twice(case: Case) -> tuple[Defect, ...]:
    if case.state.stay_on(case.on) is None:
        return ()
    message = "the proceeding is stayed already"
    return (Defect(rule="stay", message=message, gravity="impossible"),)


def _ends_later(case: Case, command: StayProceeding) -> tuple[Defect, ...]:
    if command.until is None or command.until >= case.on:
        return ()
    message = f"the last day of the stay, {command.until}, is before the day of the act"
    return (Defect(rule="until", message=message, gravity="impossible"),)


SUSPENSION_REQUEST = Room(
    act="suspension request",
    command=RequestSuspension,
    events=dict([evolving(SuspensionRequested, _requested)]),
    results=typed(RequestSuspension, _request),
    fields=_request_fields,
    targets=suspendable,
    target="of",
)
SUSPENSION = Room(
    act="suspension",
    command=DecideSuspension,
    events=dict([evolving(SuspensionDecided, _decided)]),
    results=typed(DecideSuspension, _decide),
    fields=_fields,
    targets=suspendable,
    target="of",
    extra=typed(DecideSuspension, _extra),
)
STAY = Room(
    act="stay",
    command=StayProceeding,
    events=dict([evolving(ProceedingStayed, _stayed)]),
    results=typed(StayProceeding, _stay),
    bars=_not_twice,
    extra=typed(StayProceeding, _ends_later),
)
RESUMPTION = Room(
    act="resumption",
    command=ResumeProceeding,
    events=dict([evolving(ProceedingResumed, _resumed)]),
    results=typed(ResumeProceeding, _resume),
    bars=_not_stayed,
)
