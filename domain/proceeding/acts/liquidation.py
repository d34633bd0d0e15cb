"""Liquidation of a periodic penalty: the statement before it, and the decision itself."""

from attrs import frozen

from domain.amounts import higher
from domain.days import Span
from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, Spans, Sums
from domain.proceeding.entries import Liquidation
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.penalties import (
    Penalised,
    delay,
    duty_of,
    may_crystallise,
    open_days,
    penalised,
    penalised_of,
    run_up_within,
)
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added
from domain.rulebook.conditions import Limit
from domain.rulebook.labels import Sourced


@frozen(kw_only=True)
class ProposeLiquidation(Command):
    """State the reasons and the amount before liquidating, so that the addressee can answer."""

    of: str
    covers: Span
    amount: Money


@frozen(kw_only=True)
class LiquidationProposed(Event):
    """A liquidation was announced with its amount; nothing is owed yet."""

    to: tuple[str, ...]
    of: str
    covers: Span
    amount: Money


@frozen(kw_only=True)
class Liquidate(Command):
    """Turn days of delay into a sum that is owed: rate times days, or less."""

    of: str
    covers: Span
    amount: Money


@frozen(kw_only=True)
class PenaltyLiquidated(Event):
    """A sum is owed for these days; `covers` is as the text states it, `days` are those counted.

    `run_up` is what those days had run up; what is above `amount` is given up with them.
    """

    to: tuple[str, ...]
    of: str
    covers: Span
    days: Span
    amount: Money
    run_up: Money


def _order(case: Case) -> Penalised | None:
    return penalised_of(case.state, case.target)


def _propose(case: Case, command: ProposeLiquidation) -> tuple[LiquidationProposed, ...]:
    order = _order(case)
    return (
        LiquidationProposed(
            on=case.on,
            act=command.id,
            by=case.by,
            to=case.addressees if order is None else order.to,
            of=command.of,
            covers=command.covers,
            amount=command.amount,
        ),
    )


def _proposed(state: ProceedingState, event: LiquidationProposed) -> ProceedingState:
    proposal = Liquidation(
        id=event.act,
        of=event.of,
        on=event.on,
        days=event.covers,
        amount=event.amount,
        run_up=event.amount,
    )
    state = entered(state, event, "liquidation proposal", to=event.to, about=event.of)
    return added(state, proposals=(proposal,))


def _liquidate(case: Case, command: Liquidate) -> tuple[PenaltyLiquidated, ...]:
    order = _order(case)
    days = None if order is None else open_days(case.state, order, command.covers, case.on)
    run_up = command.amount if order is None else run_up_within(case.state, order, days, case.on)
    return (
        PenaltyLiquidated(
            on=case.on,
            act=command.id,
            by=case.by,
            to=case.addressees if order is None else order.to,
            of=command.of,
            covers=command.covers,
            days=days or command.covers,
            amount=command.amount,
            run_up=higher(run_up, command.amount),
        ),
    )


def _liquidated(state: ProceedingState, event: PenaltyLiquidated) -> ProceedingState:
    liquidation = Liquidation(
        id=event.act,
        of=event.of,
        on=event.on,
        days=event.days,
        amount=event.amount,
        run_up=event.run_up,
    )
    state = entered(state, event, "liquidation", to=event.to, about=event.of)
    return added(state, liquidations=(liquidation,))


def with_penalty(state: ProceedingState) -> tuple[str, ...]:
    """The orders and penalties that stand and run up what a decision has to liquidate."""
    gone = state.annulled
    by_law = {one.id for one in penalised(state) if one.penalty is not None and one.penalty.by_law}
    standing = (one for one in penalised(state) if not gone & {one.id, duty_of(one)})
    return tuple(one.id for one in standing if one.id not in by_law)


def _fields(case: Case) -> tuple[Field, ...]:
    order = _order(case)
    takes = order is not None and may_crystallise(case.state, order)
    days = delay(case.state, order, case.on) if order is not None and takes else None
    taken = tuple(one.days for one in case.state.liquidations if one.of == case.target)
    orders = OneOf(with_penalty(case.state))
    currency = InCurrency(case.law.currency)
    return (
        Field(name="of", domain=orders, subject="the order", essential=True),
        Field(name="amount", domain=currency, subject="a liquidation of", essential=True),
        Field(
            name="covers",
            domain=Spans(days, taken),
            subject="the stretch",
            rule="days of delay",
            source=case.power,
        ),
        *_amount(case, days),
    )


def _amount(case: Case, days: Span | None) -> tuple[Field, ...]:
    """Rate times days as the bound, where the rulebook sets it."""
    order = _order(case)
    limits = [one for one in case.power.limits if one.at_most == "rate times days of delay"]
    if order is None or not limits:
        return ()
    most = run_up_within(case.state, order, days, case.on)
    return (_bound(most, limits[0]),)


def _bound(most: Money, limit: Limit) -> Field:
    domain = Sums(most, most.currency, "rate times days of delay")
    source: Sourced = limit
    return Field(
        name="amount", domain=domain, subject="a liquidation of", rule="amount", source=source
    )


def _extra(case: Case, command: ProposeLiquidation | Liquidate) -> tuple[Defect, ...]:
    """The same bound for the days that the command itself covers."""
    order = _order(case)
    days = None if order is None else open_days(case.state, order, command.covers, case.on)
    if days is None or command.amount.currency != case.law.currency:
        return ()
    found = [field.defect(command.amount) for field in _amount(case, days)]
    return tuple(defect for defect in found if defect is not None)


def _again(case: Case) -> tuple[Defect, ...]:
    """Whether later days of the same order may be liquidated after a first liquidation."""
    order = _order(case)
    before = [one for one in case.state.liquidations if one.of == case.target]
    if order is None or order.penalty is None or not before or not order.penalty.again:
        return ()
    source = order.penalty.again
    message = "whether later days can be liquidated again is not verified"
    if order.penalty.once_only:
        message = "this penalty is liquidated only once"
    soft = "memory" in source and not order.penalty.once_only
    gravity = "warns" if soft else "irregular"
    again = Defect(
        rule="repeated liquidation",
        message=message,
        cite=order.penalty.cite,
        label=source,
        gravity=gravity,
    )
    return (again,) if soft or order.penalty.once_only else ()


LIQUIDATION_PROPOSAL = Room(
    act="liquidation proposal",
    command=ProposeLiquidation,
    events=dict([evolving(LiquidationProposed, _proposed)]),
    results=typed(ProposeLiquidation, _propose),
    fields=_fields,
    targets=with_penalty,
    target="of",
    bars=_again,
    extra=typed(ProposeLiquidation, _extra),
)
LIQUIDATION = Room(
    act="liquidation",
    command=Liquidate,
    events=dict([evolving(PenaltyLiquidated, _liquidated)]),
    results=typed(Liquidate, _liquidate),
    fields=_fields,
    targets=with_penalty,
    target="of",
    bars=_again,
    extra=typed(Liquidate, _extra),
)
