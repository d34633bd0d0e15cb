"""An order: what to do, by when, and possibly a periodic penalty for each unit of delay."""

from attrs import frozen

from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.bounds import Words
from domain.proceeding.entries import ONCE, Order, PenaltyRun, PenaltyTerms
from domain.proceeding.limits import bounded
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.measures.terms import penalty_fields, penalty_rule, terms_of
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added

__all__ = ["ORDER", "OrderIssued", "OrderMeasure", "penalty_rule"]


@frozen(kw_only=True)
class OrderMeasure(Measure):
    """An order with its period to comply, None if no text tells it, and perhaps one to report.

    `penalty` is the rate of a periodic penalty, `at_most` its own maximum, `run` how it runs.
    """

    content: tuple[str, ...]
    comply: TimeLimit | None
    proof: TimeLimit | None = None
    report: TimeLimit | None = None
    penalty: Rate | None = None
    at_most: Money | None = None
    run: PenaltyRun = ONCE


@frozen(kw_only=True)
class OrderIssued(Event):
    """An order, with the terms of its periodic penalty as the law then stood."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...]
    comply: TimeLimit | None
    proof: TimeLimit | None
    penalty: PenaltyTerms | None
    report: TimeLimit | None = None
    under: str = ""
    liable: str = ""


def _fields(case: Case, draft: Draft, measure: OrderMeasure) -> tuple[Field, ...]:
    return (
        Field(name="content", domain=Words(1), subject="an order", essential=True),
        *bounded(case.power.limits, {"comply": "comply"}, since=case.on),
        *penalty_fields(case, draft, measure.run, "penalty"),
    )


def _samples(_case: Case, _draft: Draft) -> tuple[OrderMeasure, ...]:
    return (OrderMeasure(content=("Comply",), comply=TimeLimit.parse("at once")),)


def _result(case: Case, _draft: Draft, measure: OrderMeasure) -> OrderIssued:
    return OrderIssued(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        content=measure.content,
        comply=measure.comply,
        proof=measure.proof,
        report=measure.report,
        penalty=terms_of(case, measure.penalty, measure.at_most, measure.run),
        under=measure.under,
        liable=measure.liable,
    )


def _evolve(state: ProceedingState, event: OrderIssued) -> ProceedingState:
    order = Order(
        id=event.measure,
        decision=event.act,
        on=event.on,
        to=event.to,
        content=event.content,
        comply=event.comply,
        penalty=event.penalty,
        report=event.report,
        under=event.under,
        liable=event.liable,
    )
    return added(state, orders=(order,))


ORDER = MeasureRoom(
    kind="order",
    measure=OrderMeasure,
    event=OrderIssued,
    fields=about(OrderMeasure, _fields),
    samples=_samples,
    result=about(OrderMeasure, _result),
    evolve=evolving(OrderIssued, _evolve)[1],
)
