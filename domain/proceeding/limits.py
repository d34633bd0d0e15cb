"""Limits of the rulebook as bounds of fields: read once, used by offers and refusals alike."""

from datetime import date

from attrs import evolve

from domain.money import Money, Rate
from domain.periods import Period
from domain.proceeding.bounds import Domain, Lengths, Rates, Sums
from domain.proceeding.entries import Maximum, Turnover
from domain.proceeding.maxima import only_warns
from domain.proceeding.offers import Field
from domain.proceeding.turnovers import daily_share
from domain.rulebook.conditions import Limit, ShareOf
from domain.rulebook.labels import Confidence, Sourced


def bounded(
    limits: tuple[Limit, ...],
    names: dict[str, str],
    *,
    bases: dict[str, Field] | None = None,
    since: date | None = None,
    turnover: Turnover | None = None,
) -> tuple[Field, ...]:
    """The bounds that limits set: `names` maps the limit's word to the command's field.

    `bases` holds the ready bounds for limits that name a figure (`maximum`) instead of a value;
    `since` is the day from which a time limit that names a day is measured. `turnover` is that of
    the addressee, for a rate bounded by a share of its daily average; unknown, it bounds nothing.
    """
    found: list[Field] = []
    for limit in limits:
        if limit.limit not in names:
            continue
        name = names[limit.limit]
        if isinstance(limit.at_most, ShareOf):
            if turnover is not None:
                found.append(_daily(limit, limit.at_most, name, turnover))
        elif isinstance(limit.at_most, str):
            base = (bases or {}).get(limit.at_most)
            if base is not None:
                found.append(base)
        else:
            found.append(_plain(limit, name, since))
    return tuple(found)


def within_maximum(name: str, most: Maximum, *, untold: bool = False) -> Field:
    """The bound of a fine by its maximum; `untold` as for `only_warns`."""
    why = most.open_while or "no turnover is established"
    while_open = f" while {why}" if most.ceiling is None else ""
    return Field(
        name=name,
        domain=Sums(most.floor, most.floor.currency, f"the maximum{while_open}"),
        subject="a fine of",
        rule="maximum",
        source=Sourced(cite=most.cite, confidence=Confidence.MEMORY if most.from_memory else None),
        only_warns=only_warns(most, untold=untold),
    )


def _plain(limit: Limit, name: str, since: date | None) -> Field:
    field = Field(
        name=name,
        domain=_domain(limit.at_least if limit.at_most is None else limit.at_most, since),
        rule=limit.limit,
        source=limit,
    )
    return field if limit.unless is None else evolve(field, unless=limit.unless.states)


def _daily(limit: Limit, part: ShareOf, name: str, turnover: Turnover) -> Field:
    """So much of the average daily turnover as the bound of a rate."""
    domain = Rates(daily_share(part.share, turnover))
    return Field(name=name, domain=domain, rule=limit.limit, source=limit)


def _domain(bound: object, since: date | None) -> Domain:
    match bound:
        case Rate():
            return Rates(bound)
        case Money():
            return Sums(bound, bound.currency)
        case Period():
            return Lengths(bound, since)
    raise TypeError(f"no domain for the bound {bound!r}")
