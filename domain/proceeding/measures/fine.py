"""A fine: for one conduct, up to the maximum of the gravest infringement found (GDPR 83)."""

from datetime import date

from attrs import frozen

from domain.methods import CalculationRecord
from domain.money import Money, Price
from domain.periods import TimeLimit
from domain.proceeding.bounds import InCurrency, OneOf, Standing
from domain.proceeding.entries import Fine, Maximum
from domain.proceeding.limits import bounded, within_maximum
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.proposing import proposed_for
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.standing import paid_off
from domain.proceeding.state import ProceedingState, added

LIABLE = ("", "jointly")
"""How several who are fined one sum are liable for it; nothing is said of it where no text does."""


@frozen(kw_only=True)
class Conversion:
    """A sum of another currency that a fine was converted from, at a dated rate."""

    from_: Money
    rate: Price
    rate_of: date


@frozen(kw_only=True)
class FineMeasure(Measure):
    """A fine for a conduct; `provisions` left out means all that was found of it.

    `parts` splits the sum by provision, as some decisions do; `calculation` is the record of a
    fine method, where one was followed. `of` is the order that was disobeyed (GDPR 83(6));
    `repeat_of` the day of an earlier decision on the like; `pay` a time to pay of its own.
    """

    amount: Money
    conduct: str
    provisions: tuple[str, ...] = ()
    parts: tuple[tuple[str, Money], ...] = ()
    calculation: CalculationRecord | None = None
    converted: Conversion | None = None
    of: str = ""
    liable: str = ""
    pay: TimeLimit | None = None
    repeat_of: date | None = None
    violations: int = 0


@frozen(kw_only=True)
class FineImposed(Event):
    """A fine with the maximum that applied to it and why, and with what had been proposed."""

    measure: str
    to: tuple[str, ...]
    amount: Money
    conduct: str
    provisions: tuple[str, ...]
    maximum: Maximum | None
    parts: tuple[tuple[str, Money], ...] = ()
    calculation: CalculationRecord | None = None
    converted: Conversion | None = None
    of: str = ""
    liable: str = ""
    pay: TimeLimit | None = None
    repeat_of: date | None = None
    violations: int = 0
    proposed: Money | None = None
    payable: str = ""


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
        repeat_of=measure.repeat_of,
        violations=measure.violations,
        rate=None if measure.converted is None else measure.converted.rate,
    )


def _fields(case: Case, draft: Draft, measure: FineMeasure) -> tuple[Field, ...]:
    most = maximum_of(case, draft, measure)
    currency = case.law.currency
    none = Maximum(
        floor=Money.zero(currency), ceiling=Money.zero(currency), cite=case.power.cite, because=""
    )
    most = most or none
    base = within_maximum("amount", most, untold=draft.turnover_untold)
    return (
        Field(name="conduct", domain=OneOf(case.conducts), subject="a fine for", essential=True),
        Field(name="amount", domain=InCurrency(currency), subject="a fine of", essential=True),
        Field(name="liable", domain=OneOf(LIABLE), subject="a fine", essential=True),
        Field(name="pay", domain=Standing(), subject="a time to pay", essential=True),
        *bounded(case.power.limits, {"amount": "amount"}, bases={"maximum": base}),
    )


def _samples(case: Case, draft: Draft) -> tuple[FineMeasure, ...]:
    """One for each conduct found, for all, or for those whose case no payment has ended."""
    found: list[FineMeasure] = []
    for conduct, provisions in draft.finds:
        left = tuple(k for k in case.addressees if paid_off(case.state, conduct, (k,)) is None)
        to = () if left == case.addressees else left
        if provisions and left:
            found.append(FineMeasure(amount=Money(1, case.law.currency), conduct=conduct, to=to))
    return tuple(found)


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
        converted=measure.converted,
        of=measure.of,
        liable=measure.liable,
        pay=measure.pay,
        repeat_of=measure.repeat_of,
        violations=measure.violations,
        proposed=proposed_for(case.state, measure.conduct, measure.to or case.addressees),
        payable=case.power.payable or "",
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
        repeat_of=event.repeat_of,
        violations=event.violations,
        of=event.of,
        liable=event.liable,
        pay=event.pay,
        rate=None if event.converted is None else event.converted.rate,
        payable=event.payable,
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
