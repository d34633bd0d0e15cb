"""The most that a fine may be: fixed sum or share of turnover, by provision and addressee."""

from datetime import date

import attrs

from domain.amounts import higher, lower
from domain.money import Money, Rounding
from domain.proceeding.entries import Maximum, Turnover
from domain.proceeding.messages import joined
from domain.proceeding.state import ProceedingState
from domain.rulebook.model import MaximumRule
from domain.rulebook.provisions import covered
from domain.rulebook.rulebook import Rulebook


def turnover_of(state: ProceedingState, party: str, on: date) -> Turnover | None:
    """The turnover of the last year before a day that is known; a correction replaces it."""
    known = [
        turnover
        for turnover in state.turnovers
        if turnover.party == party and int(turnover.year) < on.year
    ]
    if not known:
        return None
    year = max(int(turnover.year) for turnover in known)
    return [turnover for turnover in known if int(turnover.year) == year][-1]


def fine_maximum(  # noqa: PLR0913 - the law asks for each of these separately
    state: ProceedingState,
    law: Rulebook,
    on: date,
    *,
    provisions: tuple[str, ...],
    to: tuple[str, ...],
    turnover: Money | None = None,
) -> Maximum | None:
    """The maximum of the gravest of these infringements; None if none of them can be fined.

    `turnover` is what the decision itself establishes; without it, what is on file counts.
    Basis: GDPR 83(3) to (6), by way of the rulebook's `maxima`.
    """
    gravest: Maximum | None = None
    for rule in law.maxima(on):
        hit = tuple(p for p in provisions if covered(rule.provisions, p))
        if hit:
            found = _one_maximum(state, rule, hit, on, to=to, turnover=turnover)
            gravest = found if gravest is None else _gravest(gravest, found)
    return gravest


def _gravest(one: Maximum, other: Maximum) -> Maximum:
    """The maximum with the higher floor; its ceiling is open while that of either is."""
    graver = other if other.floor > one.floor else one
    if one.ceiling is None or other.ceiling is None:
        return attrs.evolve(graver, ceiling=None)
    return attrs.evolve(graver, ceiling=higher(one.ceiling, other.ceiling))


def _one_maximum(  # noqa: PLR0913 - see fine_maximum
    state: ProceedingState,
    rule: MaximumRule,
    hit: tuple[str, ...],
    on: date,
    *,
    to: tuple[str, ...],
    turnover: Money | None,
) -> Maximum:
    what = f"for {joined(hit)}: {rule.fixed}"
    parties = [state.party(key) for key in to]
    undertaking = any(p is not None and p.kind in {"undertaking", ""} for p in parties)
    if rule.share is None or rule.rule == "fixed" or not undertaking:
        return _maximum(rule, rule.fixed, rule.fixed, what)
    on_file = None if turnover is not None else _largest(state, to, on)
    base = turnover if on_file is None else on_file.amount
    which = "whichever is higher" if rule.rule == "higher" else "whichever is lower"
    what = f"{what} or {rule.share} of worldwide turnover, {which}"
    if base is None:
        floor = rule.fixed if rule.rule == "higher" else Money.zero(rule.fixed.currency)
        ceiling = None if rule.rule == "higher" else rule.fixed
        return _maximum(rule, floor, ceiling, f"{what}; turnover is unknown")
    share = base.share(rule.share, Rounding.DOWN)
    most = higher(rule.fixed, share) if rule.rule == "higher" else lower(rule.fixed, share)
    because = f"{what}; {rule.share} of {base}{_of_year(on_file, on)} is {share}"
    return _maximum(rule, most, most, because)


def _of_year(on_file: Turnover | None, on: date) -> str:
    """The year of a turnover on file, and a mark where it is not the year before the decision."""
    if on_file is None:
        return ""
    before = str(on.year - 1)
    late = "" if on_file.year == before else f", for that of {before} is not on file"
    return f" (turnover of {on_file.year}{late})"


def _maximum(rule: MaximumRule, floor: Money, ceiling: Money | None, because: str) -> Maximum:
    return Maximum(
        floor=floor,
        ceiling=ceiling,
        cite=rule.cite,
        because=because,
        from_memory=rule.from_memory,
    )


def _largest(state: ProceedingState, to: tuple[str, ...], on: date) -> Turnover | None:
    """The largest turnover on file among those whom a fine is for."""
    largest: Turnover | None = None
    for party in to:
        known = turnover_of(state, party, on)
        if known is not None and (largest is None or known.amount > largest.amount):
            largest = known
    return largest
