"""Charges (a report, objections), and the representations that answer them."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, WholeYears
from domain.proceeding.charging import addressed, alleging, recipients
from domain.proceeding.entries import Charges, Proposed, Turnover
from domain.proceeding.messages import Allegations, Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class IssueCharges(Command):
    """Say what infringements the addressee is charged with, so that it can answer.

    `proposes` is what the act says may follow: a sum, a reprimand. `turnover` is by year.
    """

    alleges: Allegations
    to: tuple[str, ...] = ()
    what: str = ""
    proposes: tuple[Proposed, ...] = ()
    turnover: tuple[tuple[str, Money], ...] = ()


@frozen(kw_only=True)
class ChargesIssued(Event):
    """The charges are drawn up; the period to answer runs from their notification."""

    to: tuple[str, ...]
    alleges: Allegations
    what: str = ""
    proposes: tuple[Proposed, ...] = ()
    turnover: tuple[tuple[str, Money], ...] = ()


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
            proposes=command.proposes,
            turnover=command.turnover,
        ),
    )


def _charged(state: ProceedingState, event: ChargesIssued) -> ProceedingState:
    charges = Charges(id=event.act, to=event.to, alleges=event.alleges, proposes=event.proposes)
    relied_on = tuple(
        Turnover(party=party, year=year, amount=amount, on=event.on)
        for party in event.to
        for year, amount in event.turnover
    )
    state = entered(state, event, "charges", to=event.to)
    return added(state, charges=(charges,), turnovers=relied_on)


def _represent(case: Case, command: MakeRepresentations) -> tuple[RepresentationsMade, ...]:
    return (
        RepresentationsMade(
            on=case.on, act=command.id, by=case.by, answers=command.answers, what=command.what
        ),
    )


def _represented(state: ProceedingState, event: RepresentationsMade) -> ProceedingState:
    return entered(state, event, "representations", about=event.answers)


def _answerable(state: ProceedingState) -> tuple[str, ...]:
    kinds = ("charges", "liquidation proposal", "reply", "settlement proposal", "hearing")
    return tuple(act.id for kind in kinds for act in state.acts_of(kind))


def _fields(case: Case) -> tuple[Field, ...]:
    return (*alleging(case, "alleges"), *recipients(case))


def _answers(case: Case) -> tuple[Field, ...]:
    acts = (case.state.act(one) for one in _answerable(case.state))
    own = tuple(
        act.id for act in acts if act is not None and (not act.to or addressed(case, act.to))
    )
    charges = OneOf(own)
    return (Field(name="answers", domain=charges, subject="the charges", essential=True),)


def _proposals(case: Case, command: IssueCharges) -> tuple[Defect, ...]:
    """What is proposed is of a conduct on file, and of the rulebook's money as turnover is."""
    wrong: list[str] = []
    money = InCurrency(case.law.currency)
    for one in command.proposes:
        if one.conduct and one.conduct not in case.conducts:
            wrong.append(f"propose something for '{one.conduct}', which is no conduct on file")
        if one.amount is not None and money.wrong(one.amount):
            wrong.append(f"propose {one.amount}, which {money.wrong(one.amount)}")
    years, least = WholeYears(case.on.year), InCurrency(case.law.currency, at_least=0)
    for year, amount in command.turnover:
        if years.wrong(year) or least.wrong(amount):
            text = years.wrong(year) or least.wrong(amount)
            wrong.append(f"rely on a turnover of {amount} for {year}, which {text}")
    return tuple(
        Defect(rule="proposes", message=f"the charges {text}", gravity="impossible")
        for text in wrong
    )


CHARGES = Room(
    act="charges",
    command=IssueCharges,
    events=dict([evolving(ChargesIssued, _charged)]),
    results=typed(IssueCharges, _charge),
    fields=_fields,
    extra=typed(IssueCharges, _proposals),
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
