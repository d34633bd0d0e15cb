"""Limits of the rulebook as bounds of fields: read once, used by offers and refusals alike."""

from datetime import date

from attrs import evolve

from domain.money import Money, Rate
from domain.periods import Period
from domain.proceeding.bounds import Domain, Lengths, Rates, Sums
from domain.proceeding.offers import Field
from domain.rulebook.conditions import Limit


def bounded(
    limits: tuple[Limit, ...],
    names: dict[str, str],
    *,
    bases: dict[str, Field] | None = None,
    since: date | None = None,
) -> tuple[Field, ...]:
    """The bounds that limits set: `names` maps the limit's word to the command's field.

    `bases` holds the ready bounds for limits that name a figure (`maximum`) instead of a value;
    `since` is the day from which a time limit that names a day is measured.
    """
    found: list[Field] = []
    for limit in limits:
        if limit.limit not in names:
            continue
        name = names[limit.limit]
        if isinstance(limit.at_most, str):
            base = (bases or {}).get(limit.at_most)
            if base is not None:
                found.append(base)
        else:
            found.append(_plain(limit, name, since))
    return tuple(found)


def _plain(limit: Limit, name: str, since: date | None) -> Field:
    field = Field(
        name=name,
        domain=_domain(limit.at_least if limit.at_most is None else limit.at_most, since),
        rule=limit.limit,
        source=limit,
    )
    return field if limit.unless is None else evolve(field, unless=limit.unless.states)


def _domain(bound: object, since: date | None) -> Domain:
    match bound:
        case Rate():
            return Rates(bound)
        case Money():
            return Sums(bound, bound.currency)
        case Period():
            return Lengths(bound, since)
    raise TypeError(f"no domain for the bound {bound!r}")
