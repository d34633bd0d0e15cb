"""A fine: for one conduct, up to the maximum of the gravest infringement found (GDPR 83)."""

from attrs import frozen

from domain.methods import CalculationRecord
from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, Sums
from domain.proceeding.entries import Fine, Maximum
from domain.proceeding.limits import bounded
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added
from domain.rulebook.labels import Confidence, Sourced


@frozen(kw_only=True)
class FineMeasure(Measure):
    """A fine for a conduct; `provisions` left out means all that was found of it.

    `parts` splits the sum by provision, as some decisions do; `calculation` is the record of a
    fine method, where one was followed.
    """

    amount: Money
    conduct: str
    provisions: tuple[str, ...] = ()
    parts: tuple[tuple[str, Money], ...] = ()
    calculation: CalculationRecord | None = None


@frozen(kw_only=True)
class FineImposed(Event):
    """A fine with the maximum that applied to it and why."""

    measure: str
    to: tuple[str, ...]
    amount: Money
    conduct: str
    provisions: tuple[str, ...]
    maximum: Maximum | None
    parts: tuple[tuple[str, Money], ...] = ()
    calculation: CalculationRecord | None = None


def maximum_of(case: Case, draft: Draft, measure: FineMeasure) -> Maximum | None:
    """The maximum for what the fine is for, with the turnover that the decision relies on."""
    provisions = measure.provisions or draft.provisions(measure.conduct)
    return fine_maximum(
        case.state,
        case.law,
        case.on,
        provisions=provisions,
        to=measure.to or case.addressees,
        turnover=draft.established(case.on),
    )


def _fields(case: Case, draft: Draft, measure: FineMeasure) -> tuple[Field, ...]:
    most = maximum_of(case, draft, measure)
    currency = case.law.currency
    none = Maximum(
        floor=Money.zero(currency), ceiling=Money.zero(currency), cite=case.power.cite, because=""
    )
    most = most or none
    untold = draft.turnover_untold and most.ceiling is None
    while_unknown = " while no turnover is established" if most.ceiling is None else ""
    source = Sourced(cite=most.cite, confidence=Confidence.MEMORY if most.from_memory else None)
    base = Field(
        name="amount",
        domain=Sums(most.floor, currency, f"the maximum{while_unknown}"),
        subject="a fine of",
        rule="maximum",
        source=source,
        only_warns=most.from_memory or untold,
    )
    return (
        Field(name="conduct", domain=OneOf(case.conducts), subject="a fine for", essential=True),
        Field(name="amount", domain=InCurrency(currency), subject="a fine of", essential=True),
        *bounded(case.power.limits, {"amount": "amount"}, bases={"maximum": base}),
    )


def _samples(case: Case, draft: Draft) -> tuple[FineMeasure, ...]:
    return tuple(
        FineMeasure(amount=Money(1, case.law.currency), conduct=conduct)
        for conduct, provisions in draft.finds
        if provisions
    )


def _result(case: Case, draft: Draft, measure: FineMeasure) -> FineImposed:
    return FineImposed(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        amount=measure.amount,
        conduct=measure.conduct,
        provisions=measure.provisions or draft.provisions(measure.conduct),
        maximum=maximum_of(case, draft, measure),
        parts=measure.parts,
        calculation=measure.calculation,
    )


def _evolve(state: ProceedingState, event: FineImposed) -> ProceedingState:
    fine = Fine(
        id=event.measure,
        decision=event.act,
        on=event.on,
        to=event.to,
        amount=event.amount,
        conduct=event.conduct,
        provisions=event.provisions,
        maximum=event.maximum,
    )
    return added(state, fines=(fine,))


FINE = MeasureRoom(
    kind="fine",
    measure=FineMeasure,
    event=FineImposed,
    fields=about(FineMeasure, _fields),
    samples=_samples,
    result=about(FineMeasure, _result),
    evolve=evolving(FineImposed, _evolve)[1],
)
