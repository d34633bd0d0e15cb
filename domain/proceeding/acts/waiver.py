"""A periodic penalty that is given up, in part or as a whole; it need not have run up anything."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, Sums
from domain.proceeding.entries import Waiver
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.penalties import (
    Penalised,
    accruing,
    duty_of,
    forfeited_left,
    penalised,
    penalised_of,
)
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class WaivePenalty(Command):
    """Give up what a penalty has run up: a part of it, or all of it and what may still follow."""

    of: str
    amount: Money | None = None
    because: str = ""


@frozen(kw_only=True)
class PenaltyWaived(Event):
    """What was given up; `whole` ends the penalty as well, and nothing runs up any more."""

    of: str
    whole: bool
    amount: Money
    because: str = ""


def _open(case: Case, one: Penalised) -> Money:
    """What has run up and nobody took, or is owed by law and not paid."""
    by_law = one.penalty is not None and one.penalty.by_law
    amount_of = forfeited_left if by_law else accruing
    return amount_of(case.state, one, case.on)


def _waive(case: Case, command: WaivePenalty) -> tuple[PenaltyWaived, ...]:
    one = penalised_of(case.state, command.of)
    left = Money.zero(case.law.currency) if one is None else _open(case, one)
    waived = PenaltyWaived(
        on=case.on,
        act=command.id,
        by=case.by,
        of=command.of,
        whole=command.amount is None,
        amount=left if command.amount is None else command.amount,
        because=command.because,
    )
    return (waived,)


def _waived(state: ProceedingState, event: PenaltyWaived) -> ProceedingState:
    waiver = Waiver(
        act=event.act, of=event.of, on=event.on, amount=None if event.whole else event.amount
    )
    return added(entered(state, event, "waiver", about=event.of), waivers=(waiver,))


def waivable(state: ProceedingState) -> tuple[str, ...]:
    """The penalties that stand and were not given up as a whole."""
    over = state.annulled | {one.of for one in state.waivers if one.amount is None}
    return tuple(one.id for one in penalised(state) if not over & {one.id, duty_of(one)})


def _fields(case: Case) -> tuple[Field, ...]:
    money = InCurrency(case.law.currency, optional=True)
    return (
        Field(name="of", domain=OneOf(waivable(case.state)), subject="the penalty", essential=True),
        Field(name="amount", domain=money, subject="a waiver of", essential=True),
    )


def _extra(case: Case, command: WaivePenalty) -> tuple[Defect, ...]:
    """A part that is given up is no more than what is open."""
    one = penalised_of(case.state, command.of)
    amount = command.amount
    if one is None or amount is None or amount.currency != case.law.currency:
        return ()
    left = _open(case, one)
    domain = Sums(left, case.law.currency, "what has run up and is open")
    bound = Field(
        name="amount", domain=domain, subject="a waiver of", rule="amount", source=case.power
    )
    defect = bound.defect(amount)
    return () if defect is None else (defect,)


WAIVER = Room(
    act="waiver",
    command=WaivePenalty,
    events=dict([evolving(PenaltyWaived, _waived)]),
    results=typed(WaivePenalty, _waive),
    fields=_fields,
    targets=waivable,
    target="of",
    extra=typed(WaivePenalty, _extra),
)
