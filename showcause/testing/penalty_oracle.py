"""What periodic penalties run up, worked out once more day by day from the events alone.

Units are counted by walking through the days, and a joint maximum is filled day by day, so that
nothing here shares a formula with the engine.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from domain.calendars import EventDay
from domain.money import Part, Per
from domain.periods import Period, Unit
from domain.proceeding.entries import PenaltyTerms
from domain.proceeding.measures import OrderIssued, PenaltySet
from domain.proceeding.measures.joint import JointMaximumSet
from domain.proceeding.messages import Event
from showcause.testing.oracle import Issued, delay_of

_DAYS = {Per.DAY: 1, Per.WEEK: 7, Per.TWO_WEEKS: 14}
_ONE_DAY = timedelta(days=1)


def issued_in(events: Iterable[Event]) -> Iterator[Issued]:
    """Every order and every measure that carries a penalty."""
    for event in events:
        if isinstance(event, OrderIssued | PenaltySet) and event.penalty is not None:
            yield event


def units_of(days: Sequence[date], terms: PenaltyTerms, missed: int) -> int:
    """How many units these days of delay are, walking from one end of a unit to the next."""
    if terms.rate.per is Per.MISSED_DEADLINE:
        return missed
    whole, begun = 0, 0
    length = _length(days, terms, 0)
    for _ in days:
        begun += 1
        if begun == length:
            whole, begun = whole + 1, 0
            length = _length(days, terms, whole)
    return whole + int(terms.part is Part.STARTED and begun > 0)


def _length(days: Sequence[date], terms: PenaltyTerms, number: int) -> int:
    """How many days the next unit has; a month ends on the number of the day before the first."""
    if terms.rate.per is not Per.MONTH:
        return _DAYS[terms.rate.per]
    if not days:
        return 0
    anchor = days[0] - _ONE_DAY
    return (_month(anchor, number + 1) - _month(anchor, number)).days


def _month(anchor: date, count: int) -> date:
    year, month = anchor.year, anchor.month
    for _ in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - months
    return date(year, month, min(anchor.day, monthrange(year, month)[1]))


def own_run_up(events: Sequence[Event], issued: Issued, through: date) -> int:
    """What a penalty runs up by a day within its own maximum, in minor units."""
    assert issued.penalty is not None
    delay = delay_of(events, issued, date.max, through=through)
    return _sum(sorted(delay.days), issued.penalty, delay.missed)


def _sum(days: Sequence[date], terms: PenaltyTerms, missed: int) -> int:
    total = terms.rate.amount.minor * terms.run.times * units_of(days, terms, missed)
    return total if terms.at_most is None else min(total, terms.at_most.minor)


def run_up(events: Sequence[Event], issued: Issued, through: date) -> int:
    """The same within a maximum that it shares: that is filled day by day, in the order named."""
    joint = _joint(events, issued.measure)
    if joint is None:
        return own_run_up(events, issued, through)
    return _filled(events, joint, through)[issued.measure]


def _joint(events: Sequence[Event], of: str) -> JointMaximumSet | None:
    shared = (e for e in events if isinstance(e, JointMaximumSet) and of in e.of)
    return next(shared, None)


def _filled(events: Sequence[Event], joint: JointMaximumSet, through: date) -> dict[str, int]:
    """What each of those that share a maximum has of it at the end of a day."""
    by_name = {one.measure: one for one in issued_in(events)}
    sharing = [by_name[of] for of in joint.of if of in by_name]
    counted = {one.measure: delay_of(events, one, date.max, through=through) for one in sharing}
    whole = {one.measure: own_run_up(events, one, through) for one in sharing}
    if sum(whole.values()) <= joint.amount.minor:
        return dict.fromkeys(joint.of, 0) | whole
    every = sorted({on for delay in counted.values() for on in delay.days})
    shares, seen = dict.fromkeys(joint.of, 0), dict.fromkeys(joint.of, 0)
    left = joint.amount.minor
    for on in every:
        for one in sharing:
            own = own_run_up_until(events, one, counted[one.measure].days, on)
            more = min(own - seen[one.measure], left)
            seen[one.measure] = own
            shares[one.measure] += more
            left -= more
    return shares


def own_run_up_until(
    events: Sequence[Event], issued: Issued, days: frozenset[date], on: date
) -> int:
    """What the days of delay up to one of them cost within the penalty's own maximum."""
    assert issued.penalty is not None
    listed = sorted(one for one in days if one <= on)
    lump = issued.penalty.rate.per is Per.MISSED_DEADLINE
    # a day that is never the last one counted is counted as of the next
    counts = issued.penalty.counting.last_day is EventDay.COUNTED
    through = on if counts else on + _ONE_DAY
    missed = delay_of(events, issued, date.max, through=through).missed if lump else 0
    return _sum(listed, issued.penalty, missed)


@frozen(kw_only=True)
class Owed:
    """A sum that is owed by law: since when, and from when it has to be paid."""

    on: date
    amount: int
    due_on: date


def owed_by_law(events: Sequence[Event], issued: Issued, day: date) -> list[Owed]:
    """What was forfeited by a day, in the order of its days: what each day added."""
    assert issued.penalty is not None
    delay = delay_of(events, issued, day)
    found, before = [], 0
    for on in sorted(delay.days):
        if _joint(events, issued.measure) is None:
            total = own_run_up_until(events, issued, delay.days, on)
        else:
            total = run_up(events, issued, on)
        if total > before:
            due = _after(on, issued.penalty.pay_within) + _ONE_DAY
            found.append(Owed(on=on, amount=total - before, due_on=due))
        before = max(before, total)
    return found


def _after(on: date, period: Period | None) -> date:
    if period is None:
        return on
    months = {Unit.MONTHS: 1, Unit.YEARS: 12}.get(period.unit, 0) * period.length
    days = {Unit.WEEKS: 7, Unit.DAYS: 1}.get(period.unit, 0) * period.length
    return _month(on, months) + timedelta(days=days + period.and_days)
