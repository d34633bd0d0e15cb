"""Costs of the proceeding, on top of a fine (Austria: ten per cent of it)."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency
from domain.proceeding.entries import Costs
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class CostsMeasure(Measure):
    """Costs; `of` is the fine of the same decision that they go with, and fall with."""

    amount: Money
    of: str = ""


@frozen(kw_only=True)
class CostsImposed(Event):
    """Costs are to be paid; they are no fine."""

    measure: str
    to: tuple[str, ...]
    amount: Money
    of: str


def _fields(case: Case, _draft: Draft, _measure: CostsMeasure) -> tuple[Field, ...]:
    money = InCurrency(case.law.currency)
    return (Field(name="amount", domain=money, subject="costs of", essential=True),)


def _samples(case: Case, _draft: Draft) -> tuple[CostsMeasure, ...]:
    return (CostsMeasure(amount=Money(1, case.law.currency)),)


def _result(case: Case, _draft: Draft, measure: CostsMeasure) -> CostsImposed:
    return CostsImposed(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        amount=measure.amount,
        of=measure.of,
    )


def _evolve(state: ProceedingState, event: CostsImposed) -> ProceedingState:
    costs = Costs(
        id=event.measure,
        decision=event.act,
        on=event.on,
        to=event.to,
        amount=event.amount,
        of=event.of,
    )
    return added(state, costs=(costs,))


COSTS = MeasureRoom(
    kind="costs",
    measure=CostsMeasure,
    event=CostsImposed,
    fields=about(CostsMeasure, _fields),
    samples=_samples,
    result=about(CostsMeasure, _result),
    evolve=evolving(CostsImposed, _evolve)[1],
)
