"""What happens to an addressee: another steps into its place, or it becomes insolvent."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.entries import Insolvency, Succession
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added
from domain.proceeding.succeeding import in_the_place_of


@frozen(kw_only=True)
class Succeed(Command):
    """Record that another party stepped into the place of an addressee."""

    from_: str
    to: str


@frozen(kw_only=True)
class PartySucceeded(Event):
    """Charges, measures and periods of one party are those of another from now on."""

    from_: str
    to: str


@frozen(kw_only=True)
class DeclareInsolvency(Command):
    """Record that a party is insolvent."""

    of: str


@frozen(kw_only=True)
class InsolvencyDeclared(Event):
    """A party is insolvent: what it owes is as before, and may never be had."""

    of: str


def _succeed(case: Case, command: Succeed) -> tuple[PartySucceeded, ...]:
    return (
        PartySucceeded(on=case.on, act=command.id, by=case.by, from_=command.from_, to=command.to),
    )


def _succeeded(state: ProceedingState, event: PartySucceeded) -> ProceedingState:
    state = entered(state, event, "succession", to=(event.to,), about=event.from_)
    one = Succession(id=event.act, from_=event.from_, to=event.to, on=event.on)
    return added(in_the_place_of(state, event.from_, event.to), successions=(one,))


def _declare(case: Case, command: DeclareInsolvency) -> tuple[InsolvencyDeclared, ...]:
    return (InsolvencyDeclared(on=case.on, act=command.id, by=case.by, of=command.of),)


def _declared(state: ProceedingState, event: InsolvencyDeclared) -> ProceedingState:
    state = entered(state, event, "insolvency", about=event.of)
    one = Insolvency(id=event.act, of=event.of, on=event.on)
    return added(state, insolvencies=(one,))


def successors(state: ProceedingState) -> tuple[str, ...]:
    """Who can step into an addressee's place: nobody in the file as yet, or another addressee."""
    return (*state.with_role("third party"), *state.addressees)


def _fields(case: Case) -> tuple[Field, ...]:
    others = tuple(key for key in successors(case.state) if key != case.target)
    return (
        Field(name="from_", domain=OneOf(case.addressees), subject="the party", essential=True),
        Field(name="to", domain=OneOf(others), subject="it", essential=True),
    )


def _solvent(state: ProceedingState) -> tuple[str, ...]:
    known = {one.of for one in state.insolvencies}
    return tuple(key for key in state.addressees if key not in known)


def _insolvency_fields(case: Case) -> tuple[Field, ...]:
    parties = OneOf(_solvent(case.state))
    return (Field(name="of", domain=parties, subject="the party", essential=True),)


SUCCESSION = Room(
    act="succession",
    command=Succeed,
    events=dict([evolving(PartySucceeded, _succeeded)]),
    results=typed(Succeed, _succeed),
    fields=_fields,
    targets=lambda state: state.addressees,
    target="from_",
)
INSOLVENCY = Room(
    act="insolvency",
    command=DeclareInsolvency,
    events=dict([evolving(InsolvencyDeclared, _declared)]),
    results=typed(DeclareInsolvency, _declare),
    fields=_insolvency_fields,
    targets=_solvent,
    target="of",
)
