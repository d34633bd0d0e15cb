"""A sum given up by the authority, in whole or in part: remitted, or written off as lost."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, Sums
from domain.proceeding.entries import Outcome, Relief
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.standing import current_amount, outstanding
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class Remit(Command):
    """Remit a part of a sum, or all that is open of it."""

    of: str
    amount: Money
    because: str = ""


@frozen(kw_only=True)
class SumRemitted(Event):
    """A part of a sum is remitted; `left` is what the sum is from then on, payments included."""

    of: str
    amount: Money
    left: Money
    because: str = ""


@frozen(kw_only=True)
class WriteOff(Command):
    """Write off what cannot be had."""

    of: str
    amount: Money
    because: str = ""


@frozen(kw_only=True)
class SumWrittenOff(Event):
    """A part of a sum is written off; `left` is what the sum is from then on."""

    of: str
    amount: Money
    left: Money
    because: str = ""


def _left(case: Case, command: Remit | WriteOff) -> Money:
    for one in case.state.sums():
        if one.id == command.of:
            return current_amount(case.state, one.id, one.amount) - command.amount
    return Money.zero(case.law.currency)


def _remit(case: Case, command: Remit) -> tuple[SumRemitted, ...]:
    return (
        SumRemitted(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            amount=command.amount,
            left=_left(case, command),
            because=command.because,
        ),
    )


def _write_off(case: Case, command: WriteOff) -> tuple[SumWrittenOff, ...]:
    return (
        SumWrittenOff(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            amount=command.amount,
            left=_left(case, command),
            because=command.because,
        ),
    )


def given_up(event: SumRemitted | SumWrittenOff) -> Outcome:
    """The sum as it is from then on."""
    word = "remitted" if isinstance(event, SumRemitted) else "written off"
    return Outcome(
        of=event.of,
        on=event.on,
        result=word,
        act=event.act,
        amount=event.left,
        because=event.because,
    )


def _gone(state: ProceedingState, event: SumRemitted | SumWrittenOff) -> ProceedingState:
    outcome = given_up(event)
    kind = "remission" if outcome.result == "remitted" else "write-off"
    relief = Relief(id=event.act, of=event.of, on=event.on, amount=event.amount, kind=kind)
    state = entered(state, event, kind, about=event.of)
    return added(state, reliefs=(relief,), outcomes=(outcome,))


def _open(state: ProceedingState) -> tuple[str, ...]:
    return tuple(one.id for one in state.sums() if outstanding(state, one.id).minor > 0)


def _fields(case: Case) -> tuple[Field, ...]:
    most = Sums(outstanding(case.state, case.target), case.law.currency, "what is open")
    sums, money = OneOf(_open(case.state)), InCurrency(case.law.currency)
    return (
        Field(name="of", domain=sums, subject="the sum", essential=True),
        Field(name="amount", domain=money, subject="an amount of", essential=True),
        Field(name="amount", domain=most, subject="an amount of", essential=True),
    )


REMISSION = Room(
    act="remission",
    command=Remit,
    events=dict([evolving(SumRemitted, _gone)]),
    results=typed(Remit, _remit),
    fields=_fields,
    targets=_open,
    target="of",
)
WRITE_OFF = Room(
    act="write-off",
    command=WriteOff,
    events=dict([evolving(SumWrittenOff, _gone)]),
    results=typed(WriteOff, _write_off),
    fields=_fields,
    targets=_open,
    target="of",
)
