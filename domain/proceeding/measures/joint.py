"""A maximum that several penalties of one decision share: together they never run above it."""

from collections.abc import Iterator

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf
from domain.proceeding.entries import JointMaximum
from domain.proceeding.measures.measure import Measure
from domain.proceeding.measures.order import OrderMeasure
from domain.proceeding.measures.penalty import PenaltyMeasure
from domain.proceeding.messages import Defect, Event
from domain.proceeding.rooms import Case
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class SharedMaximum:
    """The orders or penalties of a decision, by their ids, with the most for all of them."""

    of: tuple[str, ...]
    amount: Money


@frozen(kw_only=True)
class JointMaximumSet(Event):
    """Several penalties share a maximum."""

    of: tuple[str, ...]
    amount: Money


def sharing_defects(
    case: Case, shared: tuple[SharedMaximum, ...], measures: tuple[Measure, ...]
) -> Iterator[Defect]:
    """A maximum is shared by two or more penalties of the decision, each in one such maximum."""
    ids = tuple(measure.id for measure in measures if _runs(measure))
    named = [of for one in shared for of in one.of]
    for one in shared:
        wrong = [f"{of} {OneOf(ids).wrong(of)}" for of in one.of if OneOf(ids).wrong(of)]
        wrong += [f"{of} is named twice" for of in one.of if named.count(of) > 1]
        if len(one.of) < 2:  # noqa: PLR2004 - one alone has a maximum of its own
            wrong.append("it is for fewer than two penalties")
        if InCurrency(case.law.currency).wrong(one.amount):
            wrong.append(f"{one.amount} {InCurrency(case.law.currency).wrong(one.amount)}")
        for text in dict.fromkeys(wrong):
            message = f"the joint maximum of {one.amount}: {text}"
            yield Defect(rule="joint_maximum", message=message, gravity="impossible")


def _runs(measure: Measure) -> bool:
    alone = isinstance(measure, PenaltyMeasure)
    return alone or (isinstance(measure, OrderMeasure) and measure.penalty is not None)


def sharing_events(
    case: Case, shared: tuple[SharedMaximum, ...], act: str
) -> tuple[JointMaximumSet, ...]:
    """An event for each maximum that is shared."""
    return tuple(
        JointMaximumSet(on=case.on, act=act, by=case.by, of=one.of, amount=one.amount)
        for one in shared
    )


def shared(state: ProceedingState, event: JointMaximumSet) -> ProceedingState:
    """The state with the maximum entered."""
    joint = JointMaximum(act=event.act, of=event.of, amount=event.amount)
    return added(state, joint_maxima=(joint,))
