"""Law 5, periodic penalties: rate, unit, start, end, and no day taken twice."""

from datetime import date, timedelta

from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.measures import OrderIssued, PenaltySet
from domain.proceeding.measures.joint import JointMaximumSet
from domain.proceeding.messages import Event
from domain.proceeding.penalties import days_of_delay, penalised_of
from domain.proceeding.penalties import run_up as run_up_of
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import History
from showcause.testing.checks.naming import named
from showcause.testing.oracle import Issued, delay_of
from showcause.testing.penalty_oracle import issued_in, run_up, units_of

_ONE_DAY = timedelta(days=1)


def check_periodic_penalties(
    history: History, state: ProceedingState, law: Rulebook, day: date
) -> None:
    """Law 5. No periodic penalty is above its rate, its unit or its maximum, or counts too much.

    Nothing accrues before its start or after its end, and no day is liquidated twice. Basis: the
    rulebook's periodic penalties, in France LIL 20 III 2 and DEC 44.
    """
    events = [recorded.event for recorded in history]
    for event in events:
        match event:
            case OrderIssued() | PenaltySet():
                _check_rate(event, law)
                _check_days(events, event, state, day)
            case PenaltyLiquidated() if not event.defects:
                _check_liquidation(events, event)
            case JointMaximumSet():
                _check_joint(events, event, day)
            case _:
                pass


def _check_rate(event: Issued, law: Rulebook) -> None:
    """The rate, as often as it runs, against the limits that the rulebook sets for it that day."""
    kind = "order" if isinstance(event, OrderIssued) else "penalty"
    names = [power.penalty for power in law.measures(kind, event.on) if power.penalty]
    if event.penalty is None or event.defects or not names:
        return
    limits = [limit for limit in law.penalty(names[0], event.on).limits if limit.limit == "rate"]
    rate, unit = event.penalty.rate, event.penalty.unit
    for limit in limits:
        most = limit.at_most
        bound = getattr(most, "amount", None)
        within = bound is None or (rate.per is getattr(most, "per", None) and unit <= bound)
        assert within or limit.from_memory, f"{named(event)} runs at {unit}, above {most}"


def _check_days(events: list[Event], event: Issued, state: ProceedingState, day: date) -> None:
    one = penalised_of(state, event.measure)
    if one is None:
        return
    counted = days_of_delay(state, one, day)
    right = len(delay_of(events, event, day).days)
    assert counted == right, f"{counted} days of delay with {one.id} on {day}, not {right}"
    sum_, right = run_up_of(state, one, day).minor, run_up(events, event, day)
    assert sum_ == right, f"{one.id} has run up {sum_} on {day}, not {right}"


def _check_joint(events: list[Event], event: JointMaximumSet, day: date) -> None:
    """Together they never run above what they share."""
    sharing = [one for one in issued_in(events) if one.measure in event.of]
    total = sum(run_up(events, one, day) for one in sharing)
    most = event.amount.minor
    assert total <= most, f"{' and '.join(event.of)} have run up {total}, above {most}"


def _check_liquidation(events: list[Event], event: PenaltyLiquidated) -> None:
    """The days of a lawful liquidation are days of delay, nobody's before, and cost no more."""
    before = events[: events.index(event)]
    issued = next(one for one in issued_in(before) if one.measure == event.of)
    assert issued.penalty is not None, f"{named(event)} is of an order without a penalty"
    delay = delay_of(before, issued, event.on)
    days = {event.days.first + timedelta(days=k) for k in range(event.days.days)}
    twice = sorted(days & delay.liquidated)
    assert not twice, f"{named(event)} takes {twice[0]}, which was liquidated before"
    assert days & delay.days, f"{named(event)} takes no day of delay"
    outside = [one for one in days if not min(delay.days) <= one <= max(delay.days)]
    assert not outside, f"{named(event)} takes {outside[:1]}, which is no day of delay"
    most = issued.penalty.unit * _units_within(before, issued, event)
    assert event.amount <= most, f"{named(event)} takes {event.amount} for {len(days)} days"
    cap = issued.penalty.at_most
    if cap is not None:
        taken = delay.taken + event.amount.minor
        assert taken <= cap.minor, f"{named(event)} passes the order's own maximum, {cap}"


def _units_within(before: list[Event], issued: Issued, event: PenaltyLiquidated) -> int:
    """The units that end, or begin, on the days that a liquidation takes."""
    assert issued.penalty is not None
    counts = []
    for last in (event.days.first - _ONE_DAY, event.days.last):
        whole = delay_of(before, issued, event.on)
        days = sorted(one for one in whole.days if one <= last)
        missed = delay_of(before, issued, event.on, through=last).missed
        counts.append(units_of(days, issued.penalty, missed))
    return counts[1] - counts[0]
