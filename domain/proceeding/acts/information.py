"""A request for information and its answer (GDPR 58(1)(a))."""

from attrs import frozen

from domain.periods import TimeLimit
from domain.proceeding.beginnings import left_to_answer
from domain.proceeding.bounds import OneOf
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState


@frozen(kw_only=True)
class RequestInformation(Command):
    """Ask the addressee for information; `reply` is the time that it leaves."""

    what: str = ""
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class InformationRequested(Event):
    """Information was asked for."""

    what: str = ""
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class GiveInformation(Command):
    """Answer a request or a notice; an answer is no compliance."""

    answers: str
    what: str = ""


@frozen(kw_only=True)
class InformationGiven(Event):
    """An answer came in."""

    answers: str
    what: str = ""


def _request(case: Case, command: RequestInformation) -> tuple[Event, ...]:
    asked = InformationRequested(
        on=case.on, act=command.id, by=case.by, what=command.what, reply=command.reply
    )
    runs = left_to_answer(
        case,
        command.reply,
        name="information",
        act=command.id,
        to=case.addressees,
        answered_by="information",
    )
    return (asked, *runs)


def _requested(state: ProceedingState, event: InformationRequested) -> ProceedingState:
    return entered(state, event, "information request", to=state.addressees)


def _give(case: Case, command: GiveInformation) -> tuple[InformationGiven, ...]:
    return (
        InformationGiven(
            on=case.on, act=command.id, by=case.by, answers=command.answers, what=command.what
        ),
    )


def _given(state: ProceedingState, event: InformationGiven) -> ProceedingState:
    return entered(state, event, "information", about=event.answers)


def _questions(state: ProceedingState) -> tuple[str, ...]:
    asked = (*state.acts_of("information request"), *state.acts_of("formal notice"))
    return tuple(act.id for act in asked)


def _fields(case: Case) -> tuple[Field, ...]:
    asked = OneOf(_questions(case.state))
    return (Field(name="answers", domain=asked, subject="the question", essential=True),)


INFORMATION_REQUEST = Room(
    act="information request",
    command=RequestInformation,
    events=dict([evolving(InformationRequested, _requested)]),
    results=typed(RequestInformation, _request),
)
INFORMATION = Room(
    act="information",
    command=GiveInformation,
    events=dict([evolving(InformationGiven, _given)]),
    results=typed(GiveInformation, _give),
    fields=_fields,
    targets=_questions,
    target="answers",
)
