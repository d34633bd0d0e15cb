"""An order: what to do, by when, and possibly a periodic penalty for each day of delay."""

import attrs
from attrs import frozen

from domain.days import in_words
from domain.money import Money, Per, Rate
from domain.periods import TimeLimit
from domain.proceeding.bounds import InCurrency, Nothing, Standing, Unit, Words
from domain.proceeding.entries import Order, PenaltyTerms
from domain.proceeding.limits import bounded
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added
from domain.rulebook.model import PenaltyRule


@frozen(kw_only=True)
class OrderMeasure(Measure):
    """An order with its period to comply, None if no text tells it.

    `penalty` is the rate of a periodic penalty.
    """

    content: tuple[str, ...]
    comply: TimeLimit | None
    proof: TimeLimit | None = None
    penalty: Rate | None = None
    at_most: Money | None = None


@frozen(kw_only=True)
class OrderIssued(Event):
    """An order, with the terms of its periodic penalty as the law then stood."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...]
    comply: TimeLimit | None
    proof: TimeLimit | None
    penalty: PenaltyTerms | None


def penalty_rule(case: Case) -> PenaltyRule | None:
    """The periodic penalty that the law attaches to an order that day, if it knows one then."""
    name = case.power.penalty
    return case.law.penalty_if_any(name, case.on) if name else None


def _fields(case: Case, _draft: Draft, _measure: OrderMeasure) -> tuple[Field, ...]:
    money = InCurrency(case.law.currency, optional=True)
    essential = (
        Field(name="content", domain=Words(1), subject="an order", essential=True),
        Field(name="comply", domain=Standing(), subject="a period", essential=True),
        Field(name="penalty", domain=money, subject="a periodic penalty of", essential=True),
        Field(name="at_most", domain=money, subject="a penalty of at most", essential=True),
    )
    comply = bounded(case.power.limits, {"comply": "comply"}, since=case.on)
    rule = penalty_rule(case)
    if rule is None:
        none = Field(
            name="penalty",
            domain=Nothing(_without_basis(case)),
            subject="a periodic penalty of",
            rule="penalty",
            source=case.power,
        )
        return (*essential, *comply, none)
    unit = Field(name="penalty", domain=Unit(Per(rule.per)), rule="rate", source=rule)
    rates = (unit, *bounded(rule.limits, {"rate": "penalty"}))
    named = (attrs.evolve(found, subject="a periodic penalty of") for found in rates)
    return (*essential, *comply, *named)


def _without_basis(case: Case) -> str:
    if case.power.penalty:
        return f"has no legal basis in force on {in_words(case.on)}"
    return "has no legal basis in this rulebook"


def _samples(_case: Case, _draft: Draft) -> tuple[OrderMeasure, ...]:
    return (OrderMeasure(content=("Comply",), comply=TimeLimit.parse("at once")),)


def terms_of(case: Case, measure: OrderMeasure) -> PenaltyTerms | None:
    """The penalty as ordered, with the counting that the rulebook then had.

    None where the rulebook cannot count it: without a rule for it, or in another unit of delay.
    """
    rule = penalty_rule(case)
    if measure.penalty is None or rule is None or measure.penalty.per is not Per(rule.per):
        return None
    return PenaltyTerms(
        rate=measure.penalty,
        at_most=measure.at_most,
        counting=rule.counting.counting(),
        stops=rule.stops,
        cite=rule.cite,
        label=rule.counting.label,
        again=rule.liquidation.label,
        once_only=rule.liquidation.repeated == "no",
    )


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
        penalty=terms_of(case, measure),
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
