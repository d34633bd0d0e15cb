"""What follows from the entries as of a day: stage, status, delay. Nothing of it is stored."""

from datetime import date

from domain.amounts import higher, lower
from domain.days import Span
from domain.deadlines import delay_span
from domain.money import Money
from domain.proceeding.entries import Notice, Order
from domain.proceeding.state import ProceedingState, named

OPENING_ACTS = ("opening", "information request", "warning", "formal notice", "charges")


def stage(state: ProceedingState, on: date) -> str:
    """Where the proceeding stands, from `not opened` to `closed`."""
    if state.closed_on is not None:
        return "closed"
    if any(appeal.decided_on is None for appeal in state.appeals):
        return "under appeal"
    if any(decision.id not in state.annulled for decision in state.decisions):
        return "decided"
    if state.charges:
        return "deliberation" if _heard(state, on) else "charges"
    if any(notice.closed_on is None for notice in state.notices):
        return "formal notice"
    return "inquiry" if any(state.acts_of(kind) for kind in OPENING_ACTS) else "not opened"


def _heard(state: ProceedingState, on: date) -> bool:
    if state.acts_of("hearing"):
        return True
    charges = {one.id for one in state.charges}
    periods = [period for period in state.periods if period.of in charges]
    return bool(periods) and all(period.deadline.on < on for period in periods)


def due_on(state: ProceedingState, of: str, name: str = "comply") -> date | None:
    """The day on which a duty falls due; with several addressees the last of their days.

    A day that was over when the duty became known counts as the day on which it did.
    """
    periods = state.periods_of(of, name)
    order: Order | None = named(state.orders, of)
    if order is not None and {period.party for period in periods} < set(order.to):
        return None
    due: date | None = None
    for period in periods:
        day = higher(period.deadline.on, period.since)
        due = day if due is None else higher(due, day)
    return due


def met_on(state: ProceedingState, of: str) -> date | None:
    """Since when an order or a notice is met: by the last of those who have to meet it."""
    met: date | None = None
    for party in state.bound_by(of):
        own = met_by(state, of, party)
        if own is None:
            return None
        met = own if met is None else higher(met, own)
    return met


def met_by(state: ProceedingState, of: str, party: str) -> date | None:
    """Since when a party meets it: shown in whole by it, or found for all, and not undone since."""
    met: date | None = None
    for entry in state.compliance:
        if entry.of == of and (not entry.shown or entry.by in {"", party}):
            whole = entry.result in {"whole", "met"}
            met = (met or entry.on) if whole else (met if entry.shown else None)
    return met


def partly_met(state: ProceedingState, of: str) -> bool:
    """Whether the last word about it is that it was met in part."""
    results = [entry.result for entry in state.compliance if entry.of == of]
    return bool(results) and results[-1] in {"part", "partly met"}


def notice_status(state: ProceedingState, notice: Notice, on: date) -> str:
    """`not notified`, `running`, `met`, `run out` or `closed`."""
    if notice.closed_on is not None:
        return "closed"
    if met_on(state, notice.id) is not None:
        return "met"
    due = due_on(state, notice.id)
    if due is None:
        return "not notified"
    return "running" if on <= due else "run out"


def order_status(state: ProceedingState, order: Order, on: date) -> str:
    """`not notified`, `running`, `met`, `partly met`, `overdue`, `closed` or `annulled`.

    An order whose period no text tells is `in force` once it is notified.
    """
    if order.id in state.annulled:
        return "annulled"
    if lifted_on(state, order.id) is not None:
        return "closed"
    if met_on(state, order.id) is not None:
        return "met"
    due = due_on(state, order.id)
    if due is None:
        return "in force" if order.comply is None and _served(state, order) else "not notified"
    if on <= due:
        return "running"
    return "partly met" if partly_met(state, order.id) else "overdue"


def _served(state: ProceedingState, order: Order) -> bool:
    act = state.act(order.decision)
    return act is not None and any(act.notified_on(party) is not None for party in order.to)


def lifted_on(state: ProceedingState, order: str) -> date | None:
    """The day on which an order was closed by an act of its own."""
    closing = [act.on for act in state.acts_of("order closure") if act.about == order]
    return closing[0] if closing else None


def ended_on(state: ProceedingState, order: Order) -> date | None:
    """The day on which delay stopped for good or for now: met, closed, annulled, file closed."""
    annulled = [o.on for o in state.outcomes if o.of == order.id and o.result == "annulled"]
    met = met_on(state, order.id) if "compliance shown" in _stops(order) else None
    lifted = lifted_on(state, order.id) if "order lifted" in _stops(order) else None
    days = [day for day in (met, lifted, state.closed_on, *annulled) if day is not None]
    end: date | None = None
    for day in days:
        end = day if end is None else lower(end, day)
    return end


def _stops(order: Order) -> tuple[str, ...]:
    return order.penalty.stops if order.penalty is not None else ()


def delay(state: ProceedingState, order: Order, through: date) -> Span | None:
    """The days of delay up to a day, as the order's terms count them; None if there are none."""
    due = due_on(state, order.id)
    if due is None or order.penalty is None:
        return None
    end = ended_on(state, order)
    last = through if end is None else lower(through, end)
    return delay_span(due, last, order.penalty.counting)


def days_of_delay(state: ProceedingState, order: Order, through: date) -> int:
    """How many days of delay there are up to a day, liquidated ones included."""
    span = delay(state, order, through)
    return 0 if span is None else span.days


def run_up(state: ProceedingState, order: Order, through: date) -> Money:
    """Rate times days of delay, never above the order's own maximum; liquidated days included."""
    terms = order.penalty
    if terms is None:
        return Money.zero(state.currency)
    total = terms.rate.amount * days_of_delay(state, order, through)
    return total if terms.at_most is None else lower(total, terms.at_most)


def crystallised(state: ProceedingState, order: str) -> Money:
    """What the liquidations of an order took out of what had run up, reductions included."""
    total = Money.zero(state.currency)
    for liquidation in state.liquidations:
        if liquidation.of == order:
            total = total + liquidation.run_up
    return total


def accruing(state: ProceedingState, order: Order, through: date) -> Money:
    """What has run up, has not crystallised, and may still be taken."""
    if not may_crystallise(state, order):
        return Money.zero(state.currency)
    left = run_up(state, order, through) - crystallised(state, order.id)
    return higher(left, Money.zero(state.currency))


def may_crystallise(state: ProceedingState, order: Order) -> bool:
    """Whether what has run up may still be liquidated: order and file are open, and it stands."""
    gone = order.id in state.annulled or lifted_on(state, order.id) is not None
    return not gone and state.closed_on is None


def open_days(state: ProceedingState, order: Order, covers: Span, through: date) -> Span | None:
    """The days of delay within a stretch that may be liquidated and were not yet."""
    span = delay(state, order, through) if may_crystallise(state, order) else None
    within = None if span is None else span.overlap(covers)
    for liquidation in state.liquidations:
        taken = liquidation.of == order.id and within is not None
        if taken and within is not None and within.overlap(liquidation.days) is not None:
            return None
    return within


def current_amount(state: ProceedingState, of: str, imposed: Money) -> Money:
    """A sum after what judgments made of it."""
    amount = imposed
    for outcome in state.outcomes:
        if outcome.of == of and outcome.result == "annulled":
            amount = Money.zero(imposed.currency)
        elif outcome.of == of and outcome.amount is not None:
            amount = outcome.amount
    return amount


def paid(state: ProceedingState, of: str) -> Money:
    """What was paid for a fine or a liquidated sum."""
    total = Money.zero(state.currency)
    for payment in state.payments:
        if payment.of == of:
            total = total + payment.amount
    return total


def outstanding(state: ProceedingState, of: str) -> Money:
    """What is still open of a fine or a liquidated sum."""
    for measure in state.sums():
        if measure.id == of:
            left = current_amount(state, of, measure.amount) - paid(state, of)
            return higher(left, Money.zero(state.currency))
    return Money.zero(state.currency)
