"""The figures worked out once more, in the dumbest way that is right: to be compared, not used.

Nothing here calls the code whose results it checks. Sums are fractions, days are counted one by
one, and everything is read from the events, never from a state that the engine folded.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from attrs import frozen

from domain.calendars import EventDay
from domain.money import Money
from domain.proceeding.acts.appeal import AppealDecided
from domain.proceeding.acts.closure import OrderClosed, ProceedingClosed
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    NonComplianceFound,
)
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.service import ActNotified, ActPublished
from domain.proceeding.acts.turnover import TurnoverCorrected, TurnoverEstablished
from domain.proceeding.measures import OrderIssued
from domain.proceeding.messages import Event
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


def maximum(  # noqa: PLR0913 - the law asks for each of these separately
    events: Iterable[Event],
    law: Rulebook,
    on: date,
    *,
    provisions: tuple[str, ...],
    to: tuple[str, ...],
    relied_on: Money | None = None,
) -> Bounds | None:
    """The maximum of a fine in minor units (GDPR 83(3) to (6)); None if no rule knows one.

    `events` are those before the decision, `relied_on` is the turnover that it names itself.
    """
    before = tuple(events)
    kinds = {
        p.key: p.kind for e in before if isinstance(e, ProceedingRegistered) for p in e.parties
    }
    undertaking = any(kinds.get(key) in {"undertaking", ""} for key in to)
    turnovers = [_turnover(before, key, on) for key in to]
    known = [one.minor for one in turnovers if one is not None]
    if relied_on is not None:
        known = [relied_on.minor]
    base = Fraction(max(known)) if known else None
    rules = [
        rule
        for rule in law.maxima(on)
        if any(_lies_in(listed, one) for listed in rule.provisions for one in provisions)
    ]
    if not rules:
        return None
    found = [_by_turnover(rule, base) if undertaking else _fixed(rule) for rule in rules]
    tops = [one.most for one in found if one.most is not None]
    open_end = len(tops) < len(found)
    return Bounds(least=max(one.least for one in found), most=None if open_end else max(tops))


def _fixed(rule: MaximumRule) -> Bounds:
    return Bounds(least=Fraction(rule.fixed.minor), most=Fraction(rule.fixed.minor))


def _by_turnover(rule: MaximumRule, turnover: Fraction | None) -> Bounds:
    fixed = Fraction(rule.fixed.minor)
    if rule.share is None or rule.rule == "fixed":
        return _fixed(rule)
    if turnover is None:
        # Without turnover a share may be nothing or without end.
        lower = rule.rule == "lower"
        return Bounds(least=Fraction(0) if lower else fixed, most=fixed if lower else None)
    share = Fraction(turnover * rule.share.numerator // rule.share.denominator)
    chosen = max(fixed, share) if rule.rule == "higher" else min(fixed, share)
    return Bounds(least=chosen, most=chosen)


def _lies_in(listed: str, provision: str) -> bool:
    wide, narrow = _CITED.fullmatch(listed), _CITED.fullmatch(provision)
    if wide is None or narrow is None:
        return listed == provision
    articles = set(range(int(wide[2]), int(wide[3] or wide[2]) + 1))
    asked = set(range(int(narrow[2]), int(narrow[3] or narrow[2]) + 1))
    return wide[1] == narrow[1] and asked <= articles and narrow[4].startswith(wide[4])


def _turnover(events: tuple[Event, ...], party: str, on: date) -> Money | None:
    """What was last said of the last year before the day."""
    said: dict[int, Money] = {}
    for event in events:
        match event:
            case TurnoverEstablished(of=of, year=year, amount=amount) if of == party:
                said[int(year)] = amount
            case TurnoverCorrected(of=of, year=year, right=amount) if of == party:
                said[int(year)] = amount
            case DecisionAdopted(to=to, turnover=turnover) if party in to:
                said.update({int(year): amount for year, amount in turnover})
            case _:
                pass
    years = [year for year in said if year < on.year]
    return said[max(years)] if years else None


@frozen(kw_only=True)
class DelayOf:
    """The days of delay with an order, each on its own, and what became of them."""

    days: frozenset[date]
    liquidated: frozenset[date]
    taken: int

    def left(self, rate: Money, at_most: Money | None) -> int:
        """What has run up and was not taken by a liquidation, in minor units."""
        total = rate.minor * len(self.days)
        total = total if at_most is None else min(total, at_most.minor)
        return max(0, total - self.taken)


def delay_of(events: Iterable[Event], issued: OrderIssued, day: date) -> DelayOf:
    """Count the days of delay with an order one by one, as of the end of a day.

    From the day after the last of its due days, to compliance, lifting, annulment or closure.
    """
    until = [event for event in events if event.on <= day]
    order = issued.measure
    due = _due(until, order, issued.to)
    ends = [*_ends(until, issued), day]
    taken = [e for e in until if isinstance(e, PenaltyLiquidated) and e.of == order]
    counted: list[date] = []
    if due is not None and issued.penalty is not None:
        one = due + timedelta(days=1)
        while one <= min(ends):
            counted.append(one)
            one += timedelta(days=1)
        both = issued.penalty.counting
        counted = counted[1:] if both.first_day is EventDay.NOT_COUNTED else counted
        counted = counted[:-1] if both.last_day is EventDay.NOT_COUNTED else counted
    return DelayOf(
        days=frozenset(counted),
        liquidated=frozenset(one for event in taken for one in _each_day(event)),
        taken=sum(event.run_up.minor for event in taken),
    )


def _each_day(event: PenaltyLiquidated) -> list[date]:
    return [event.days.first + timedelta(days=k) for k in range(event.days.days)]


def _due(events: list[Event], order: str, to: tuple[str, ...]) -> date | None:
    """The last of the days by which the addressees had to comply; none until each has its day."""
    every = [p for e in events if isinstance(e, ActNotified | ActPublished) for p in e.starts]
    started = [p for p in every if (p.of, p.name) == (order, "comply")]
    if {p.party for p in started} != set(to):
        return None
    return max(max(p.deadline.on, p.since) for p in started)


def _ends(events: list[Event], issued: OrderIssued) -> list[date]:
    """The days on which delay stopped, by what the order's own terms let stop it."""
    order = issued.measure
    stops = () if issued.penalty is None else issued.penalty.stops
    ends = [e.on for e in events if isinstance(e, ProceedingClosed)]
    ends += [e.on for e in events if isinstance(e, AppealDecided) and order in _annulled_by(e)]
    if "order lifted" in stops:
        ends += [e.on for e in events if isinstance(e, OrderClosed) and e.of == order]
    met = [met_since(events, order, party) for party in issued.to]
    days = [one for one in met if one is not None]
    if "compliance shown" in stops and len(days) == len(met):
        ends.append(max(days))
    return ends


def _annulled_by(event: AppealDecided) -> list[str]:
    return [outcome.of for outcome in event.outcomes if outcome.result == "annulled"]


def over_on(events: Iterable[Event], order: str) -> date | None:
    """The day after which nothing can be liquidated: lifted, closed, or annulled in the end."""
    first: date | None = None
    annulled = lifted = False
    for event in events:
        match event:
            case ProceedingClosed():
                ends = lifted = True
            case OrderClosed(of=of):
                ends = of == order
                lifted = lifted or ends
            case AppealDecided(outcomes=outcomes):
                results = [one.result for one in outcomes if one.of == order]
                ends = "annulled" in results
                annulled = results[-1] == "annulled" if results else annulled
            case _:
                ends = False
        first = event.on if ends and first is None else first
    return first if annulled or lifted else None


def met_since(events: Iterable[Event], of: str, party: str) -> date | None:
    """Since when a party meets a duty: shown by it, or found for all, and not undone since."""
    met: date | None = None
    for event in events:
        match event:
            case ComplianceShown(with_=what, by=by, share="whole") if what == of and by in {
                "",
                party,
            }:
                met = met or event.on
            case ComplianceAccepted(of=what, result="met") if what == of:
                met = met or event.on
            case ComplianceAccepted(of=what) | NonComplianceFound(of=what) if what == of:
                met = None
            case _:
                pass
    return met
