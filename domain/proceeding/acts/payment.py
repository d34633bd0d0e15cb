"""Payment of a fine or of a liquidated penalty."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, Sums
from domain.proceeding.entries import Payment
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.standing import outstanding
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class Pay(Command):
    """Pay a fine or a liquidated penalty, in whole or in part."""

    for_: str
    amount: Money


@frozen(kw_only=True)
class PaymentMade(Event):
    """A sum was paid."""

    for_: str
    amount: Money


def _pay(case: Case, command: Pay) -> tuple[PaymentMade, ...]:
    return (
        PaymentMade(
            on=case.on, act=command.id, by=case.by, for_=command.for_, amount=command.amount
        ),
    )


def _paid(state: ProceedingState, event: PaymentMade) -> ProceedingState:
    state = entered(state, event, "payment", about=event.for_)
    payment = Payment(act=event.act, of=event.for_, on=event.on, amount=event.amount)
    return added(state, payments=(payment,))


def payable(state: ProceedingState) -> tuple[str, ...]:
    """The fines and liquidations of which something is open."""
    return tuple(one.id for one in state.sums() if outstanding(state, one.id).minor > 0)


def _fields(case: Case) -> tuple[Field, ...]:
    sums = OneOf(tuple(one.id for one in case.state.sums()))
    most = Sums(outstanding(case.state, case.target), case.law.currency, "what is open")
    money = InCurrency(case.law.currency)
    return (
        Field(name="for_", domain=sums, subject="the sum", essential=True),
        Field(name="amount", domain=money, subject="a payment of", essential=True),
        Field(
            name="amount",
            domain=most,
            subject="a payment of",
            rule="outstanding",
            source=case.power,
        ),
    )


PAYMENT = Room(
    act="payment",
    command=Pay,
    events=dict([evolving(PaymentMade, _paid)]),
    results=typed(Pay, _pay),
    fields=_fields,
    targets=payable,
    target="for_",
)
