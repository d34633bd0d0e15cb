"""Reductions on offer: parts of a sum that need not be paid by who acknowledges, or pays early."""

from collections.abc import Iterator
from itertools import combinations

import attrs
from attrs import frozen

from domain.money import Money, Rounding
from domain.proceeding.conditions import unmet
from domain.proceeding.entries import Reduction
from domain.proceeding.messages import Defect, joined
from domain.proceeding.proposing import proposed_total
from domain.proceeding.rooms import Case
from domain.proceeding.standing import current_amount, outstanding
from domain.proceeding.state import ProceedingState, named
from domain.rulebook.conditions import NotIn, Waives
from domain.rulebook.model import ReductionRule

PROPOSED, IMPOSED = "proposed sum", "imposed sum"


@frozen(kw_only=True)
class Choice:
    """One or more reductions that go together, and what is then left to pay."""

    names: tuple[str, ...]
    pays: Money
    reductions: tuple[Reduction, ...]
    supposes: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As an offer shows it."""
        return f"{joined(self.names)}: {self.pays}"


def base_of(state: ProceedingState, of: str) -> Money:
    """What a reduction is taken of: the sum that was proposed, or that stands after judgments."""
    for measure in state.sums():
        if measure.id == of:
            return current_amount(state, of, measure.amount)
    return proposed_total(state, of)


def payable_proposals(state: ProceedingState) -> tuple[str, ...]:
    """The charges whose proposed sums are still only proposed: nothing is decided or paid."""
    paid = {one.of for one in state.paid_proposals}
    order = [act.id for act in state.acts]
    decided = [order.index(one.id) for one in state.decisions if one.id not in state.annulled]
    return tuple(
        one.id
        for one in state.charges
        if one.id not in paid | state.annulled
        and not any(order.index(one.id) < place for place in decided)
        and proposed_total(state, one.id).minor > 0
    )


def rules_for(case: Case, of: str) -> tuple[ReductionRule, ...]:
    """The reductions that the law knows that day for a sum: proposed, or imposed."""
    base = PROPOSED if named(case.state.charges, of) is not None else IMPOSED
    return tuple(rule for rule in case.law.reductions(case.on) if rule.of == base)


def defects_of(case: Case, rule: ReductionRule, denies: tuple[str, ...] = ()) -> Iterator[Defect]:
    """What of its terms is not met, for the sum that the case is about.

    What an act has earned lawfully stays earned, whatever periods end afterwards; in a stage in
    which nothing can be paid any more it is of no use.
    """
    earned = bool(rule.earned_by) and any(
        act.about == case.target and not act.defective for act in case.state.acts_of(rule.earned_by)
    )
    for condition in rule.requires:
        defect = unmet(case, condition, denies)
        if defect is not None and (isinstance(condition, Waives | NotIn) or not earned):
            message = f"no {rule.name}: {defect.message}"
            yield attrs.evolve(defect, rule="reduction", message=message)


def reductions(case: Case, of: str, names: tuple[str, ...]) -> tuple[Reduction, ...]:
    """The reductions of those names, each of the same base: they are added, never compounded."""
    base = base_of(case.state, of)
    return tuple(
        Reduction(
            name=rule.name,
            amount=base.share(rule.share, Rounding.DOWN),
            cite=rule.cite,
            because=f"{rule.name}: {rule.share} of {base}",
        )
        for rule in rules_for(case, of)
        if rule.name in names
    )


def to_pay(case: Case, of: str, names: tuple[str, ...]) -> Money:
    """What is left to pay with these reductions."""
    standing = named(case.state.charges, of) is not None
    left = base_of(case.state, of) if standing else outstanding(case.state, of)
    for one in reductions(case, of, names):
        left = left - one.amount
    return left


def choices(case: Case, of: str) -> tuple[Choice, ...]:
    """Every reduction on offer that day for a sum, alone and together; for `options` and pages."""
    case = attrs.evolve(case, target=of)
    open_ones = [rule for rule in rules_for(case, of) if not any(_firm(case, rule))]
    names = [rule.name for rule in open_ones]
    groups = [group for size in range(1, len(names) + 1) for group in combinations(names, size)]
    return tuple(
        Choice(names=group, pays=to_pay(case, of, group), reductions=reductions(case, of, group))
        for group in groups
        if to_pay(case, of, group).minor > 0
    )


def _firm(case: Case, rule: ReductionRule) -> Iterator[Defect]:
    return (defect for defect in defects_of(case, rule) if defect.gravity != "warns")
