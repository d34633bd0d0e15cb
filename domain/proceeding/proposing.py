"""What the acts before a decision propose: the sums that somebody may already reckon with."""

from collections.abc import Iterator

from domain.money import Money
from domain.proceeding.entries import Charges, Proposed
from domain.proceeding.state import ProceedingState, named


def proposals(state: ProceedingState, conduct: str, party: str) -> Iterator[Proposed]:
    """What the latest charges that propose anything propose for a conduct of a party."""
    gone = state.annulled
    for charges in reversed(state.charges):
        found = [
            one
            for one in charges.proposes
            if one.conduct in {"", conduct} and party in (one.to or charges.to)
        ]
        if found and charges.id not in gone:
            yield from found
            return


def proposed_for(state: ProceedingState, conduct: str, to: tuple[str, ...]) -> Money | None:
    """The sum that was proposed as a fine for a conduct of these; None if none was."""
    sums = [
        one.amount
        for party in to[:1]
        for one in proposals(state, conduct, party)
        if one.kind == "fine" and one.amount is not None
    ]
    if not sums:
        return None
    total = Money.zero(sums[0].currency)
    for amount in sums:
        total = total + amount
    return total


def proposed_total(state: ProceedingState, charges: str) -> Money:
    """All that charges propose in money; zero if they propose none."""
    total = Money.zero(state.currency)
    found: Charges | None = named(state.charges, charges)
    for one in () if found is None else found.proposes:
        total = total if one.amount is None else total + one.amount
    return total
