"""Charges (a report, objections), and the representations that answer them."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.charging import addressed, alleging, recipients
from domain.proceeding.entries import Charges
from domain.proceeding.messages import Allegations, Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class IssueCharges(Command):
    """Say what infringements the addressee is charged with, so that it can answer."""

    alleges: Allegations
    to: tuple[str, ...] = ()
    what: str = ""


@frozen(kw_only=True)
class ChargesIssued(Event):
    """The charges are drawn up; the period to answer runs from their notification."""

    to: tuple[str, ...]
    alleges: Allegations
    what: str = ""


@frozen(kw_only=True)
class MakeRepresentations(Command):
    """Answer charges, or the statement before a liquidation."""

    answers: str
    what: str = ""


@frozen(kw_only=True)
class RepresentationsMade(Event):
    """The addressee was heard in writing."""

    answers: str
    what: str = ""


def _charge(case: Case, command: IssueCharges) -> tuple[ChargesIssued, ...]:
    return (
        ChargesIssued(
            on=case.on,
            act=command.id,
            by=case.by,
            to=command.to or case.addressees,
            alleges=command.alleges,
            what=command.what,
        ),
    )


def _charged(state: ProceedingState, event: ChargesIssued) -> ProceedingState:
    charges = Charges(id=event.act, to=event.to, alleges=event.alleges)
    state = entered(state, event, "charges", to=event.to)
    return added(state, charges=(charges,))


def _represent(case: Case, command: MakeRepresentations) -> tuple[RepresentationsMade, ...]:
    return (
        RepresentationsMade(
            on=case.on, act=command.id, by=case.by, answers=command.answers, what=command.what
        ),
    )


def _represented(state: ProceedingState, event: RepresentationsMade) -> ProceedingState:
    return entered(state, event, "representations", about=event.answers)


def _answerable(state: ProceedingState) -> tuple[str, ...]:
    acts = (*state.acts_of("charges"), *state.acts_of("liquidation proposal"))
    return tuple(act.id for act in acts)


def _fields(case: Case) -> tuple[Field, ...]:
    return (*alleging(case, "alleges"), *recipients(case))


def _answers(case: Case) -> tuple[Field, ...]:
    acts = (case.state.act(one) for one in _answerable(case.state))
    own = tuple(act.id for act in acts if act is not None and addressed(case, act.to))
    charges = OneOf(own)
    return (Field(name="answers", domain=charges, subject="the charges", essential=True),)


CHARGES = Room(
    act="charges",
    command=IssueCharges,
    events=dict([evolving(ChargesIssued, _charged)]),
    results=typed(IssueCharges, _charge),
    fields=_fields,
)
REPRESENTATIONS = Room(
    act="representations",
    command=MakeRepresentations,
    events=dict([evolving(RepresentationsMade, _represented)]),
    results=typed(MakeRepresentations, _represent),
    fields=_answers,
    targets=_answerable,
    target="answers",
)
