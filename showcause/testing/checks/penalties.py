"""Law 5, periodic penalties: rate, unit, start, end, and no day taken twice."""

from datetime import date, timedelta

from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.measures import OrderIssued
from domain.proceeding.messages import Event
from domain.proceeding.standing import days_of_delay
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import History
from showcause.testing.checks.naming import named
from showcause.testing.oracle import delay_of


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
            case OrderIssued():
                _check_rate(event, law)
                _check_days(events, event, state, day)
            case PenaltyLiquidated() if not event.defects:
                _check_liquidation(events, event)
            case _:
                pass


def _check_rate(event: OrderIssued, law: Rulebook) -> None:
    """The rate against the limits that the rulebook sets for it that day."""
    names = [power.penalty for power in law.measures("order", event.on) if power.penalty]
    if event.penalty is None or event.defects or not names:
        return
    limits = [limit for limit in law.penalty(names[0], event.on).limits if limit.limit == "rate"]
    rate = event.penalty.rate
    for limit in limits:
        most = limit.at_most
        bound = getattr(most, "amount", None)
        within = bound is None or (rate.per is getattr(most, "per", None) and rate.amount <= bound)
        assert within or limit.from_memory, f"{named(event)} runs at {rate}, above {most}"


def _check_days(events: list[Event], event: OrderIssued, state: ProceedingState, day: date) -> None:
    order = next(one for one in state.orders if one.id == event.measure)
    counted = days_of_delay(state, order, day)
    right = len(delay_of(events, event, day).days)
    assert counted == right, f"{counted} days of delay with {order.id} on {day}, not {right}"


def _check_liquidation(events: list[Event], event: PenaltyLiquidated) -> None:
    """The days of a lawful liquidation are days of delay, nobody's before, and cost no more."""
    before = events[: events.index(event)]
    issued = next(e for e in before if isinstance(e, OrderIssued) and e.measure == event.of)
    assert issued.penalty is not None, f"{named(event)} is of an order without a penalty"
    delay = delay_of(before, issued, event.on)
    days = {event.days.first + timedelta(days=k) for k in range(event.days.days)}
    early = sorted(days - delay.days)
    assert not early, f"{named(event)} takes {early[0]}, which is no day of delay"
    twice = sorted(days & delay.liquidated)
    assert not twice, f"{named(event)} takes {twice[0]}, which was liquidated before"
    most = issued.penalty.rate.amount * len(days)
    assert event.amount <= most, f"{named(event)} takes {event.amount} for {len(days)} days"
    cap = issued.penalty.at_most
    if cap is not None:
        taken = delay.taken + event.amount.minor
        assert taken <= cap.minor, f"{named(event)} passes the order's own maximum, {cap}"
