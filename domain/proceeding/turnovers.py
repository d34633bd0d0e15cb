"""Whose turnover counts: of a party or its group, of the last financial year before a day."""

from calendar import isleap
from datetime import date

from domain.amounts import Share
from domain.money import Money, Per, Rate, Rounding
from domain.proceeding.entries import Turnover
from domain.proceeding.state import ProceedingState


def established(turnover: tuple[tuple[str, Money], ...], on: date) -> Money | None:
    """Of the turnover by year that an act relies on, that of the latest year before a day."""
    before = [one for one in turnover if int(one[0]) < on.year]
    return max(before, key=lambda of_year: of_year[0])[1] if before else None


def turnover_of(
    state: ProceedingState, party: str, on: date, base: str = "worldwide"
) -> Turnover | None:
    """The turnover of the last year before a day that is known; a correction replaces it."""
    known = [
        turnover
        for turnover in state.turnovers
        if (turnover.party, turnover.base) == (party, base) and int(turnover.year) < on.year
    ]
    if not known:
        return None
    year = max(int(turnover.year) for turnover in known)
    return [turnover for turnover in known if int(turnover.year) == year][-1]


def largest(
    state: ProceedingState,
    to: tuple[str, ...],
    on: date,
    *,
    base: str = "worldwide",
    groups: bool = True,
) -> Turnover | None:
    """The largest turnover on file of those whom a measure is for, and of the groups they are in.

    Basis: an undertaking is the economic unit, even if only a subsidiary is addressed (C-383/23).
    """
    found: Turnover | None = None
    for key in _units(state, to, groups=groups):
        known = turnover_of(state, key, on, base)
        if known is not None and (found is None or known.amount > found.amount):
            found = known
    return found


def _units(state: ProceedingState, to: tuple[str, ...], *, groups: bool) -> tuple[str, ...]:
    parties = [state.party(key) for key in to]
    above = [p.undertaking for p in parties if groups and p is not None and p.undertaking]
    return tuple(dict.fromkeys((*to, *above)))


def daily_share(share: Share, turnover: Turnover) -> Rate:
    """So much of the average daily turnover, for each day: the year's, by the days of that year.

    The acts do not say by how many days; rounded down to the minor unit. Model.
    """
    days = 366 if isleap(int(turnover.year)) else 365
    part = Share(share.numerator, share.denominator * days)
    return Rate(turnover.amount.share(part, Rounding.DOWN), Per.DAY)
