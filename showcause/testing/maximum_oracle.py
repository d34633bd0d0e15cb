"""The maximum of a fine worked out once more, in the dumbest way that is right: to be compared.

Nothing here calls the code whose results it checks. Sums are fractions of a minor unit, and
everything is read from the events and the rulebook, never from a state that the engine folded.
"""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from domain.money import DECIMALS, Money, Price
from domain.periods import Period, Unit
from domain.proceeding.acts.charges import ChargesIssued
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.turnover import TurnoverCorrected, TurnoverEstablished
from domain.proceeding.entries import Party
from domain.proceeding.messages import Event
from domain.rulebook.conditions import PartyIs
from domain.rulebook.model import MaximumRule
from domain.rulebook.rulebook import Rulebook

_CITED = re.compile(r"(\S+) (\d+)(?:-(\d+))?(.*)")


@frozen(kw_only=True)
class Bounds:
    """The least and the most that a maximum can be; `most` is None while nothing bounds it."""

    least: Fraction
    most: Fraction | None

    def allows(self, amount: Money) -> bool:
        """Whether a sum is within the maximum whatever is still unknown."""
        return amount.minor <= self.least


_OPEN = Bounds(least=Fraction(0), most=None)


@frozen(kw_only=True)
class Fined:
    """What a fine is for, and what the decision itself says that its maximum depends on."""

    provisions: tuple[str, ...]
    to: tuple[str, ...]
    relied_on: Money | None = None
    repeat_of: date | None = None
    violations: int = 0
    rate: Price | None = None


def maximum(events: Iterable[Event], law: Rulebook, on: date, fined: Fined) -> Bounds | None:
    """The maximum of a fine in minor units (GDPR 83(3) to (6)); None if no rule knows one.

    `events` are those before the decision.
    """
    before = tuple(events)
    every = {p.key: p for e in before if isinstance(e, ProceedingRegistered) for p in e.parties}
    parties = tuple(every[key] for key in fined.to)
    found = [
        _of_rule(rule, before, law, on, fined, parties)
        for rule in _binding(law.maxima(on), fined, parties)
    ]
    if not found:
        return None
    tops = [one.most for one in found if one.most is not None]
    open_end = len(tops) < len(found)
    return Bounds(least=max(one.least for one in found), most=None if open_end else max(tops))


def _binding(
    rules: tuple[MaximumRule, ...], fined: Fined, parties: tuple[Party, ...]
) -> list[MaximumRule]:
    """The rules of these very addressees, or else those of anybody."""
    anybody = [
        rule
        for rule in rules
        if rule.applies_to is None and _named(rule.provisions, fined.provisions)
    ]
    own = [
        rule
        for rule in rules
        if rule.applies_to is not None
        and all(_fits(party, rule.applies_to) for party in parties)
        and (_named(rule.provisions, fined.provisions) if rule.provisions else anybody)
    ]
    return own or anybody


def _named(listed: tuple[str, ...], provisions: tuple[str, ...]) -> bool:
    return any(_lies_in(wide, narrow) for wide in listed for narrow in provisions)


def _fits(party: Party, wanted: PartyIs) -> bool:
    if not party.kind or (wanted.not_acting_as and party.acting_as == wanted.not_acting_as):
        return False
    kinds = {party.kind, "undertaking"} if party.kind == "sme" else {party.kind}
    return wanted.is_not not in kinds and (not wanted.is_ or wanted.is_ in kinds)


def _of_rule(  # noqa: PLR0913, PLR0917 - the law asks for each of these separately
    rule: MaximumRule,
    events: tuple[Event, ...],
    law: Rulebook,
    on: date,
    fined: Fined,
    parties: tuple[Party, ...],
) -> Bounds:
    """One rule: its two sums, the choice between them, and what binds whom."""
    fixed = _fixed(rule, law, on, fined)
    undertaking = any(
        p.kind in {"undertaking", "sme", ""} or p.acting_as == "undertaking" for p in parties
    )
    choice = rule.rule
    for one in rule.except_:
        if choice in {"higher", "lower", "sum"} and all(_is(party, one.is_) for party in parties):
            choice = one.rule
    plain = fixed is not None and rule.without_undertaking == "fixed" and not undertaking
    if rule.share is None or rule.rule == "fixed" or plain:
        found = fixed or Bounds(least=Fraction(0), most=Fraction(0))
    elif fixed is None or choice == "share":
        found = _share(rule, events, on, fined, parties)
    elif choice == "fixed":
        found = fixed
    else:
        found = _both(choice, fixed, _share(rule, events, on, fined, parties))
    if rule.per == "violation" and fined.violations:
        most = None if found.most is None else found.most * fined.violations
        found = Bounds(least=found.least * fined.violations, most=most)
    elif rule.per == "violation":
        found = Bounds(least=found.least, most=None)
    return Bounds(least=found.least, most=None) if rule.binds != "addressees" else found


def _is(party: Party, kind: str) -> bool:
    return party.kind == kind or (kind == "undertaking" and party.kind == "sme")


def _fixed(rule: MaximumRule, law: Rulebook, on: date, fined: Fined) -> Bounds | None:
    """The fixed sum in the currency of the law; open while nobody knows the rate."""
    if rule.fixed is None:
        return None
    sum_ = Fraction(rule.fixed.minor)
    if rule.fixed.currency != law.currency:
        named = law.exchange(rule.fixed.currency, on)
        if named is not None:
            sum_ = Fraction(named.rate.convert(rule.fixed, law.currency, named.rounding).minor)
        elif fined.rate is not None:
            units = sum_ / 10 ** DECIMALS[rule.fixed.currency]
            price = Fraction(fined.rate.digits, 10**fined.rate.places)
            exact = units * price * 10 ** DECIMALS[law.currency]
            sum_ = Fraction(int(exact + Fraction(1, 2)))
        else:
            return _OPEN
    return Bounds(least=sum_, most=sum_)


def _share(
    rule: MaximumRule,
    events: tuple[Event, ...],
    on: date,
    fined: Fined,
    parties: tuple[Party, ...],
) -> Bounds:
    """The share of the largest turnover; without one it may be nothing or without end."""
    base, share = rule.turnover, rule.share
    groups = base is None or base.of == "undertaking"
    keys = {p.key for p in parties} | {p.undertaking for p in parties if groups and p.undertaking}
    where = "worldwide" if base is None else base.base
    told = [_turnover(events, key, on, where) for key in keys]
    known = [one.minor for one in told if one is not None]
    if fined.relied_on is not None:
        known = [fined.relied_on.minor]
    if rule.repeat is not None and _again(fined.repeat_of, on, rule.repeat.within):
        share = rule.repeat.share
    if share is None or not known:
        return _OPEN
    sum_ = Fraction(max(known) * share.numerator // share.denominator)
    return Bounds(least=sum_, most=sum_)


def _both(choice: str, one: Bounds, other: Bounds) -> Bounds:
    tops = [bounds.most for bounds in (one, other) if bounds.most is not None]
    both = len(tops) == 2  # noqa: PLR2004 - two sums
    match choice:
        case "higher":
            return Bounds(least=max(one.least, other.least), most=max(tops) if both else None)
        case "sum":
            total = sum(tops, Fraction(0)) if both else None
            return Bounds(least=one.least + other.least, most=total)
    return Bounds(least=min(one.least, other.least), most=min(tops) if tops else None)


def _again(before: date | None, on: date, within: Period) -> bool:
    """Whether an earlier decision lies so far back, or less."""
    if before is None or before > on:
        return False
    if within.unit not in {Unit.YEARS, Unit.MONTHS}:
        return (on - before).days <= within.at_least_days()
    months = within.length * (12 if within.unit is Unit.YEARS else 1)
    gone = (on.year - before.year) * 12 + on.month - before.month
    return gone < months or (gone == months and on.day <= before.day)


def _lies_in(listed: str, provision: str) -> bool:
    wide, narrow = _CITED.fullmatch(listed), _CITED.fullmatch(provision)
    if wide is None or narrow is None:
        return listed == provision
    articles = set(range(int(wide[2]), int(wide[3] or wide[2]) + 1))
    asked = set(range(int(narrow[2]), int(narrow[3] or narrow[2]) + 1))
    return wide[1] == narrow[1] and asked <= articles and narrow[4].startswith(wide[4])


def _turnover(events: tuple[Event, ...], party: str, on: date, where: str) -> Money | None:
    """What was last said of the last year before the day, worldwide or in the country."""
    said: dict[int, Money] = {}
    for event in events:
        match event:
            case TurnoverEstablished(of=of, year=year, amount=amount, base=base) if of == party:
                said.update({int(year): amount} if base == where else {})
            case TurnoverCorrected(of=of, year=year, right=amount, base=base) if of == party:
                said.update({int(year): amount} if base == where else {})
            case DecisionAdopted() | ChargesIssued() if party in event.to:
                own = event.turnover if where == "worldwide" else ()
                said.update({int(year): amount for year, amount in own})
            case _:
                pass
    years = [year for year in said if year < on.year]
    return said[max(years)] if years else None
