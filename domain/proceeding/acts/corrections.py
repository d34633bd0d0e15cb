"""A sum corrected: what was written wrongly in a decision, right from the day of the correction."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf
from domain.proceeding.entries import Fine, Maximum, Outcome
from domain.proceeding.limits import within_maximum
from domain.proceeding.maxima import maximum_of_fine
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, named


@frozen(kw_only=True)
class CorrectSum(Command):
    """Correct the sum of a fine, of costs or of a liquidation."""

    of: str
    right: Money
    because: str = ""


@frozen(kw_only=True)
class SumCorrected(Event):
    """Another sum counts from this day on; `maximum` is that of the fine, worked out again."""

    of: str
    right: Money
    maximum: Maximum | None
    because: str = ""


def _maximum(case: Case, of: str) -> Maximum | None:
    fine: Fine | None = named(case.state.fines, of)
    return None if fine is None else maximum_of_fine(case.state, case.law, fine)


def _correct(case: Case, command: CorrectSum) -> tuple[SumCorrected, ...]:
    return (
        SumCorrected(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            right=command.right,
            maximum=_maximum(case, command.of),
            because=command.because,
        ),
    )


def corrected(event: SumCorrected) -> Outcome:
    """The sum as it is from then on."""
    return Outcome(
        of=event.of,
        on=event.on,
        result="corrected",
        act=event.act,
        amount=event.right,
        because=event.because,
    )


def _corrected(state: ProceedingState, event: SumCorrected) -> ProceedingState:
    state = entered(state, event, "sum correction", about=event.of)
    return added(state, outcomes=(corrected(event),))


def _standing(state: ProceedingState) -> tuple[str, ...]:
    return tuple(one.id for one in state.sums() if one.id not in state.annulled)


def _fields(case: Case) -> tuple[Field, ...]:
    """A corrected fine is within its maximum as the fine itself had to be."""
    sums, currency = OneOf(_standing(case.state)), case.law.currency
    fields = (
        Field(name="of", domain=sums, subject="the sum", essential=True),
        Field(name="right", domain=InCurrency(currency), subject="a sum of", essential=True),
    )
    most = _maximum(case, case.target)
    if most is None:
        return fields
    bound = within_maximum("right", most)
    return (*fields, bound)


SUM_CORRECTION = Room(
    act="sum correction",
    command=CorrectSum,
    events=dict([evolving(SumCorrected, _corrected)]),
    results=typed(CorrectSum, _correct),
    fields=_fields,
    targets=_standing,
    target="of",
)
