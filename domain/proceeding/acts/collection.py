"""How an open sum is had: spread over instalments, or collected."""

from datetime import date

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, Schedule, Sums
from domain.proceeding.entries import Collection, Instalments
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.penalties import open_sum, owed_by_law
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.standing import outstanding
from domain.proceeding.state import ProceedingState, added

Parts = tuple[tuple[date, Money], ...]


@frozen(kw_only=True)
class GrantInstalments(Command):
    """Let a sum be paid in parts, each from its own day; together they are what is open."""

    of: str
    parts: Parts


@frozen(kw_only=True)
class InstalmentsGranted(Event):
    """An open sum is payable in parts, each from the day after its own."""

    of: str
    parts: Parts


@frozen(kw_only=True)
class CollectSum(Command):
    """Collect a sum that is open; a law can want this within a time (NL Awb 5:35, 5:37)."""

    of: str
    amount: Money


@frozen(kw_only=True)
class CollectionOrdered(Event):
    """A sum is being collected."""

    of: str
    amount: Money


def _grant(case: Case, command: GrantInstalments) -> tuple[InstalmentsGranted, ...]:
    return (
        InstalmentsGranted(
            on=case.on, act=command.id, by=case.by, of=command.of, parts=command.parts
        ),
    )


def _granted(state: ProceedingState, event: InstalmentsGranted) -> ProceedingState:
    state = entered(state, event, "instalments", about=event.of)
    spread = Instalments(id=event.act, of=event.of, on=event.on, parts=event.parts)
    return added(state, instalments=(spread,))


def _collect(case: Case, command: CollectSum) -> tuple[CollectionOrdered, ...]:
    return (
        CollectionOrdered(
            on=case.on, act=command.id, by=case.by, of=command.of, amount=command.amount
        ),
    )


def _collected(state: ProceedingState, event: CollectionOrdered) -> ProceedingState:
    state = entered(state, event, "collection", about=event.of)
    collected = Collection(id=event.act, of=event.of, on=event.on, amount=event.amount)
    return added(state, collections=(collected,))


def collectable(state: ProceedingState) -> tuple[str, ...]:
    """The sums of which something is open."""
    return tuple(one.id for one in state.sums() if outstanding(state, one.id).minor > 0)


def _served(state: ProceedingState) -> tuple[str, ...]:
    """The open sums whose act somebody was notified of: what was not is not payable at all."""
    acts = {act.id for act in state.acts if act.notified}
    return tuple(of for of in collectable(state) if state.decision_of(of) in acts)


def _spread_fields(case: Case) -> tuple[Field, ...]:
    left = outstanding(case.state, case.target)
    return (
        Field(name="of", domain=OneOf(_served(case.state)), subject="the sum", essential=True),
        Field(
            name="parts",
            domain=Schedule(left, case.on),
            subject="the instalments",
            essential=True,
        ),
    )


def _to_collect(state: ProceedingState) -> tuple[str, ...]:
    """The open sums, and the penalties that are owed by law alone (NL Awb 5:37)."""
    return (*collectable(state), *owed_by_law(state))


def _collect_fields(case: Case) -> tuple[Field, ...]:
    left = open_sum(case.state, case.target, case.on)
    most = Sums(left, case.law.currency, "what is open")
    sums, money = OneOf(_to_collect(case.state)), InCurrency(case.law.currency)
    return (
        Field(name="of", domain=sums, subject="the sum", essential=True),
        Field(name="amount", domain=money, subject="a collection of", essential=True),
        Field(
            name="amount",
            domain=most,
            subject="a collection of",
            rule="outstanding",
            source=case.power,
        ),
    )


INSTALMENTS = Room(
    act="instalments",
    command=GrantInstalments,
    events=dict([evolving(InstalmentsGranted, _granted)]),
    results=typed(GrantInstalments, _grant),
    fields=_spread_fields,
    targets=_served,
    target="of",
)
COLLECTION = Room(
    act="collection",
    command=CollectSum,
    events=dict([evolving(CollectionOrdered, _collected)]),
    results=typed(CollectSum, _collect),
    fields=_collect_fields,
    targets=_to_collect,
    target="of",
)
