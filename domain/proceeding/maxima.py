"""The most that a fine may be: fixed sum or share of turnover, by provision and addressee."""

from datetime import date, timedelta

import attrs
from attrs import frozen

from domain.amounts import Share, higher, lower
from domain.days import in_words, months_later
from domain.money import Money, Price, Rounding
from domain.periods import Period, Unit
from domain.proceeding.entries import Fine, Maximum, Turnover
from domain.proceeding.kinds import fits, is_undertaking
from domain.proceeding.messages import joined
from domain.proceeding.state import ProceedingState
from domain.proceeding.turnovers import largest, turnover_of
from domain.rulebook.binding import binding
from domain.rulebook.conditions import PartyIs
from domain.rulebook.model import MaximumRule, RepeatRule
from domain.rulebook.rulebook import Rulebook

NATIONAL = "national law sets it"
"""Why a maximum is open that is only the least which States have to allow."""

UNREAD = "its sum was not read for this rulebook"

UNCOUNTED = "nobody counted the violations"

__all__ = [
    "NATIONAL",
    "UNCOUNTED",
    "UNREAD",
    "Offence",
    "fine_maximum",
    "maximum_of_fine",
    "only_warns",
    "turnover_of",
]


@frozen(kw_only=True)
class Offence:
    """What a fine is for, as far as a maximum depends on it.

    `turnover` is what the act itself relies on; without it, what is on file counts. `repeat_of` is
    the day of an earlier decision on the same or a similar infringement. `violations` is how many
    there were, none if nobody counted. `rate` is that at which the act converts its sum, where the
    law has none.
    """

    provisions: tuple[str, ...]
    to: tuple[str, ...]
    turnover: Money | None = None
    repeat_of: date | None = None
    violations: int = 0
    rate: Price | None = None


def fine_maximum(  # noqa: PLR0913 - the law asks for each of these separately
    state: ProceedingState,
    law: Rulebook,
    on: date,
    *,
    provisions: tuple[str, ...],
    to: tuple[str, ...],
    turnover: Money | None = None,
    repeat_of: date | None = None,
    violations: int = 0,
    rate: Price | None = None,
) -> Maximum | None:
    """The maximum of the gravest of these infringements; None if none of them can be fined.

    Basis: GDPR 83(3) to (6), by way of the rulebook's `maxima`.
    """
    offence = Offence(
        provisions=provisions,
        to=to,
        turnover=turnover,
        repeat_of=repeat_of,
        violations=violations,
        rate=rate,
    )
    ground = _Ground(state=state, law=law, on=on)
    gravest: Maximum | None = None
    for rule, hit in _binding(ground, offence):
        found = _one_maximum(ground, rule, hit, offence)
        gravest = found if gravest is None else _gravest(gravest, found)
    return gravest


def maximum_of_fine(
    state: ProceedingState, law: Rulebook, fine: Fine, *, turnover: Money | None = None
) -> Maximum | None:
    """The maximum of an imposed fine, for a court: of the year before the fining decision.

    `turnover` is what the court relies on instead; the day stays that of the decision, however
    late the judgment is (BVwG W256 2246230-1, LG Bonn 29 OWi 1/20).
    """
    return fine_maximum(
        state,
        law,
        fine.on,
        provisions=fine.provisions,
        to=fine.to,
        turnover=turnover,
        repeat_of=fine.repeat_of,
        violations=fine.violations,
        rate=fine.rate,
    )


def only_warns(most: Maximum, *, untold: bool = False) -> bool:
    """Whether a sum above the floor is merely told: nobody who wrote these rules can say more.

    `untold` says that a turnover was relied on which the texts do not tell. A turnover that nobody
    established, and violations that nobody counted, are for who fines to tell, and refuse.
    """
    if most.from_memory or most.ceiling is not None:
        return most.from_memory
    return most.open_while != UNCOUNTED if most.open_while else untold


@frozen(kw_only=True)
class _Ground:
    """What a maximum is worked out on."""

    state: ProceedingState
    law: Rulebook
    on: date


def _binding(ground: _Ground, offence: Offence) -> list[tuple[MaximumRule, tuple[str, ...]]]:
    """The rules that bind these addressees, each with the provisions it is for."""
    return binding(
        ground.law.maxima(ground.on),
        offence.provisions,
        lambda wanted: _all_are(ground.state, wanted, offence.to),
    )


def _all_are(state: ProceedingState, wanted: PartyIs, to: tuple[str, ...]) -> bool:
    """Whether every addressee is of that kind; of one whose kind is not told nothing is said."""
    return all(fits(state.party(key), wanted, unknown=False) for key in to)


def _gravest(one: Maximum, other: Maximum) -> Maximum:
    """The maximum with the higher floor; its ceiling is open while that of either is."""
    graver = other if other.floor > one.floor else one
    if one.ceiling is None or other.ceiling is None:
        open_one = one if one.ceiling is None else other
        return attrs.evolve(graver, ceiling=None, open_while=open_one.open_while)
    return attrs.evolve(graver, ceiling=higher(one.ceiling, other.ceiling))


Bounds = tuple[Money, Money | None]
"""The least and the most that a sum can be; the most is None while nothing bounds it."""


@frozen(kw_only=True)
class _Terms:
    """A rule as it applies to these addressees: which of its sums there are, and which counts.

    `exception` is the provision that says so for their kind alone.
    """

    fixed: Bounds | None
    share: Share | None
    choice: str
    also: str = ""
    exception: str = ""


def _terms(
    state: ProceedingState, rule: MaximumRule, on: date, offence: Offence, fixed: Bounds | None
) -> _Terms:
    """The rule with its exception, its share for a repetition, and for what is no undertaking."""
    undertaking = any(is_undertaking(state.party(key)) for key in offence.to)
    only_fixed = rule.without_undertaking == "fixed" and fixed is not None
    if rule.share is None or rule.rule == "fixed" or (only_fixed and not undertaking):
        return _Terms(fixed=fixed, share=None, choice="fixed")
    if fixed is None or rule.rule == "share":
        terms = _Terms(fixed=None, share=rule.share, choice="share")
    else:
        terms = _Terms(fixed=fixed, share=rule.share, choice=rule.rule)
        for one in rule.except_:
            if _all_are(state, PartyIs(party="addressee", is_=one.is_), offence.to):
                also = f" for what is {one.is_} ({one.cite})"
                terms = attrs.evolve(terms, choice=one.rule, also=also, exception=one.cite)
    if rule.repeat is None or not _repeated(rule.repeat, on, offence.repeat_of):
        return terms
    before = "" if offence.repeat_of is None else in_words(offence.repeat_of)
    again = f" after the decision of {before} ({rule.repeat.cite})"
    return attrs.evolve(terms, share=rule.repeat.share, also=f"{terms.also}{again}")


def _repeated(rule: RepeatRule, on: date, before: date | None) -> bool:
    """Whether the earlier decision lies within the years that count."""
    return before is not None and before <= on <= _later(before, rule.within)


def _later(day: date, period: Period) -> date:
    """The last day of the years that count; the last that a date can hold, if they go beyond."""
    months = {Unit.YEARS: 12, Unit.MONTHS: 1}.get(period.unit, 0)
    try:
        if months:
            return months_later(day, months * period.length)
        return day + timedelta(days=period.at_least_days())
    except OverflowError:
        return date.max


def _one_maximum(
    ground: _Ground, rule: MaximumRule, hit: tuple[str, ...], offence: Offence
) -> Maximum:
    """One rule for one offence, in the currency of the rulebook."""
    zero = Money.zero(ground.law.currency)
    if rule.binds == "unread":
        because = f"for {joined(hit)}: a maximum that was not read"
        unread = Maximum(floor=zero, ceiling=None, cite=rule.cite, because=because)
        return attrs.evolve(unread, open_while=UNREAD, from_memory=rule.from_memory)
    fixed, rate = _fixed(ground, rule, offence)
    terms = _terms(ground.state, rule, ground.on, offence, fixed)
    base = rule.turnover
    where = "worldwide" if base is None else base.base
    groups = base is None or base.of == "undertaking"
    what = f"for {joined(hit)}: {_written(rule, terms, where)}{rate}"
    share: Bounds = (zero, None)
    if terms.share is not None:
        on_file = None
        if offence.turnover is None:
            on_file = largest(ground.state, offence.to, ground.on, base=where, groups=groups)
        known = offence.turnover if on_file is None else on_file.amount
        if known is None:
            what = f"{what}; turnover is unknown"
        else:
            sum_ = known.share(terms.share, Rounding.DOWN)
            share = (sum_, sum_)
            what = f"{what}; {terms.share} of {known}{_of_year(on_file, ground.on)} is {sum_}"
    floor, ceiling = _chosen(terms.choice, terms.fixed or (zero, zero), share)
    found = Maximum(
        floor=floor,
        ceiling=ceiling,
        cite=_cited(rule, terms),
        because=what,
        from_memory=rule.from_memory,
    )
    return _bound(rule, _without_rate(rule, terms, found), offence)


def _cited(rule: MaximumRule, terms: _Terms) -> str:
    """The provisions of the rule and of its exception, where that is what chooses the sum."""
    return f"{rule.cite}; {terms.exception}" if terms.exception else rule.cite


def _without_rate(rule: MaximumRule, terms: _Terms, found: Maximum) -> Maximum:
    """The same with the rate that is missing, where the fixed sum is open for want of it."""
    if rule.fixed is None or terms.fixed is None or terms.fixed[1] or found.ceiling:
        return found
    pair = f"{rule.fixed.currency} in {found.floor.currency}"
    return attrs.evolve(found, open_while=f"no rate of {pair} is known")


def _fixed(ground: _Ground, rule: MaximumRule, offence: Offence) -> tuple[Bounds | None, str]:
    """The fixed sum in the rulebook's currency, and at which rate; without one it is open."""
    fixed, currency = rule.fixed, ground.law.currency
    if fixed is None:
        return None, ""
    if fixed.currency == currency:
        return (fixed, fixed), ""
    rule_ = ground.law.exchange(fixed.currency, ground.on)
    price = offence.rate if rule_ is None else rule_.rate
    if price is None:
        return (Money.zero(currency), None), f"; at no known rate in {currency}"
    rounding = Rounding.HALF_UP if rule_ is None else rule_.rounding
    sum_ = price.convert(fixed, currency, rounding)
    cite = "" if rule_ is None else f" of {in_words(rule_.rate_of)} ({rule_.cite})"
    return (sum_, sum_), f"; {fixed} at {price}{cite} is {sum_}"


def _written(rule: MaximumRule, terms: _Terms, where: str) -> str:
    """The rule in words."""
    share = f"{terms.share} of {where} turnover"
    match terms.choice:
        case "fixed":
            said = str(rule.fixed)
        case "share":
            said = share
        case "sum":
            said = f"{rule.fixed} and {share} together"
        case _:
            said = f"{rule.fixed} or {share}, whichever is {terms.choice}"
    return f"{said}{terms.also}"


def _chosen(choice: str, fixed: Bounds, share: Bounds) -> Bounds:
    """One of two sums, or both; what is open stays open as far as the other does not bound it."""
    (low, high), (least, most) = fixed, share
    match choice:
        case "higher":
            top = None if high is None or most is None else higher(high, most)
            return higher(low, least), top
        case "lower":
            tops = [one for one in (high, most) if one is not None]
            bound = lower(tops[0], tops[-1]) if tops else None
            return lower(low, least), bound
        case "sum":
            return low + least, None if high is None or most is None else high + most
        case "fixed":
            return fixed
    return share


def _bound(rule: MaximumRule, found: Maximum, offence: Offence) -> Maximum:
    """The same for every violation together, or as a mere floor under what States must allow."""
    if rule.per == "violation" and offence.violations:
        times = offence.violations
        ceiling = None if found.ceiling is None else found.ceiling * times
        because = f"{found.because}, for each of {times} violations, without a total"
        found = attrs.evolve(found, floor=found.floor * times, ceiling=ceiling, because=because)
    elif rule.per == "violation":
        because = f"{found.because}, for each violation, which nobody counted"
        why = found.open_while or UNCOUNTED
        found = attrs.evolve(found, ceiling=None, because=because, open_while=why)
    if rule.binds == "national law":
        because = f"{found.because}; no maximum, but the least that national law has to allow"
        found = attrs.evolve(found, ceiling=None, because=because, open_while=NATIONAL)
    return found


def _of_year(on_file: Turnover | None, on: date) -> str:
    """The year of a turnover on file, and a mark where it is not the year before the decision."""
    if on_file is None:
        return ""
    before = str(on.year - 1)
    late = "" if on_file.year == before else f", for that of {before} is not on file"
    return f" (turnover of {on_file.year}{late})"
