"""What follows from the entries as of a day: stage, status, delay. Nothing of it is stored."""

from datetime import date, timedelta

from domain.amounts import higher
from domain.days import Span
from domain.money import Money
from domain.periods import APPEAL_END
from domain.proceeding.entries import (
    Act,
    Charges,
    LatePayment,
    Notice,
    Order,
    OtherMeasure,
    PaidProposal,
    RunningPeriod,
)
from domain.proceeding.outcomes import amount_after
from domain.proceeding.state import ProceedingState, named
from domain.proceeding.suspensions import suspended_on

OPENING_ACTS = (
    "opening",
    "information request",
    "inspection",
    "warning",
    "formal notice",
    "charges",
)


def stage(state: ProceedingState, on: date) -> str:
    """Where the proceeding stands, from `not opened` to `closed`."""
    if any(appeal.decided_on is None for appeal in state.appeals):
        return "under appeal"
    if state.closed_on is not None:
        return "closed"
    decided = any(decision.id not in state.annulled for decision in state.decisions)
    if decided and not to_decide_again(state):
        return "decided"
    if lapsed_on(state, on) is not None:
        return "lapsed"
    if in_dispute(state):
        return "dispute"
    if state.charges:
        return "deliberation" if _heard(state, on) else "charges"
    if any(notice.closed_on is None for notice in state.notices):
        return "formal notice"
    return "inquiry" if any(state.acts_of(kind) for kind in OPENING_ACTS) else "not opened"


def lapsed_on(state: ProceedingState, on: date) -> date | None:
    """The first day on which the proceeding was over for want of a decision; None if it is not.

    A decision in time ends the period; a later one stands until it is annulled, and is no cure.
    """
    for period in state.periods:
        if period.closes != "proceeding" or on <= period.deadline.on:
            continue
        if not over_in_time(state, period):
            return period.deadline.on + timedelta(days=1)
    return None


def over_in_time(state: ProceedingState, period: RunningPeriod) -> bool:
    """Whether the case was decided, paid off or closed within a period that else ends it."""
    days = [*(one.on for one in state.decisions), *(one.on for one in state.paid_proposals)]
    if state.closed_on is not None:
        days.append(state.closed_on)
    return any(period.since <= day <= period.deadline.on for day in days)


def in_dispute(state: ProceedingState) -> bool:
    """Whether an objection in time stands against the last draft, and the Board has not decided."""
    if not state.drafts:
        return False
    last = state.drafts[-1].id
    objected = any(one.against == last and one.in_time for one in state.objections)
    answered = any(one.of == last and one.answered_on is not None for one in state.referrals)
    return objected and not answered


def stands_for(state: ProceedingState, by: str, party: str) -> bool:
    """Whether who acts is that party; an organ is the authority, and no other party is."""
    if by == party:
        return True
    found, actor = state.party(party), state.party(by)
    ours = found is not None and found.role == "authority"
    return ours and (actor is None or actor.role == "authority")


def answered_by(state: ProceedingState, period: RunningPeriod) -> Act | None:
    """The act that a period left time for, if it is in: about that thing, by who had to give it."""
    for act in state.acts_of(period.answered_by) if period.answered_by else ():
        party = state.party(period.party)
        own = party is not None and party.role in {"authority", "other authority"}
        about = act.about == period.of or (own and not act.about)
        if about and period.since <= act.on and stands_for(state, act.by, period.party):
            return act
    return None


def to_decide_again(state: ProceedingState) -> bool:
    """Whether a judgment sent the case back to the authority, which has not decided since."""
    order = [act.id for act in state.acts]
    sent = [order.index(one.act) for one in state.remittals if one.act not in state.annulled]
    decided = [order.index(decision.id) for decision in state.decisions]
    return bool(sent) and all(place < sent[-1] for place in decided)


def _heard(state: ProceedingState, on: date) -> bool:
    """Whether who is charged was heard, or could be; who was heard before was not heard on it."""
    gone = state.annulled
    steps = [a.kind for a in state.acts if a.kind in {"charges", "hearing"} and a.id not in gone]
    if steps[-1:] == ["hearing"]:
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
        day = ends(period)
        due = day if due is None else higher(due, day)
    return None if due is not None and _fallen_away(state, order, name, due) else due


def ends(period: RunningPeriod) -> date:
    """The last day of a period; one that was over when it became known ends on that day."""
    return higher(period.deadline.on, period.since)


def fell_away(state: ProceedingState, of: str, name: str) -> bool:
    """Whether a time limit of an order is void, because an appeal was lodged before it was over."""
    order: Order | None = named(state.orders, of)
    days = [ends(period) for period in state.periods_of(of, name)]
    return any(_fallen_away(state, order, name, day) for day in days)


def _fallen_away(state: ProceedingState, order: Order | None, name: str, due: date) -> bool:
    """Whether a time limit `unless appealed` is void: an appeal was lodged before it was over."""
    limit = None if order is None else order.report if name == "report" else order.comply
    if order is None or limit is None or not limit.unless_appealed:
        return False
    about = {order.id, order.decision}
    return any(about & {*appeal.against} and appeal.on <= due for appeal in state.appeals)


def first_missed(state: ProceedingState, of: str) -> date | None:
    """The due day after which delay can begin; time given before it was over put it off."""
    dues = _dues(state, of)
    return dues[0][1] if dues else None


def time_given_anew(state: ProceedingState, of: str) -> tuple[Span, ...]:
    """The stretches, after a due day that was missed, in which there was time again to comply."""
    return tuple(Span(since, due) for since, due in _dues(state, of)[1:])


def _dues(state: ProceedingState, of: str) -> tuple[tuple[date, date], ...]:
    """Each due day with the day from which it stood: the first one, then those given too late.

    A period that a party gets after its first is an extension; before the due day it puts that
    off, later it gives time anew from its own day on.
    """
    if due_on(state, of) is None:
        return ()
    told: set[str] = set()
    dues: list[tuple[date, date]] = []
    for period in state.periods_of(of, "comply"):
        since, due = period.since, ends(period)
        if period.party not in told:
            told.add(period.party)
            first = dues[0] if dues else (since, due)
            dues = [(higher(first[0], since), higher(first[1], due)), *dues[1:]]
        elif since <= dues[-1][1]:
            dues[-1] = (dues[-1][0], higher(dues[-1][1], due))
        else:
            dues.append((since, due))
    return tuple(dues)


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
    """`not notified`, `running`, `met`, `partly met`, `overdue`, `suspended`, `closed`, `annulled`.

    An order whose period no text tells, or whose time limit fell away, is `in force` once it is
    notified; one that the authority took back is `lifted`.
    """
    if order.id in state.annulled:
        return "annulled"
    if order.revoked_on is not None:
        return "lifted"
    if lifted_on(state, order.id) is not None:
        return "closed"
    if met_on(state, order.id) is not None:
        return "met"
    if suspended_on(state, order.id, on):
        return "suspended"
    name = "report" if order.comply is None and order.report is not None else "comply"
    due = due_on(state, order.id, name)
    if due is None:
        untold = order.comply is None or order.comply.moment == APPEAL_END
        fell = bool(state.periods_of(order.id, name))
        return "in force" if (untold or fell) and _served(state, order) else "not notified"
    if on <= due:
        return "running"
    return "partly met" if partly_met(state, order.id) else "overdue"


def lasting_status(state: ProceedingState, measure: OtherMeasure, on: date) -> str:
    """`not yet in force`, `in force`, `suspended`, `lapsed`, `revoked` or `annulled`.

    A ban under a condition is not yet in force until that is found to be met.
    """
    if measure.id in state.annulled:
        return "annulled"
    if measure.revoked_on is not None:
        return "revoked"
    begins = measure.from_day or measure.on
    if (measure.condition and measure.arisen_on is None) or on < begins:
        return "not yet in force"
    if measure.until is not None and measure.until < on:
        return "lapsed"
    return "suspended" if suspended_on(state, measure.id, on) else "in force"


def _served(state: ProceedingState, order: Order) -> bool:
    act = state.act(order.decision)
    return act is not None and any(act.notified_on(party) is not None for party in order.to)


def lifted_on(state: ProceedingState, order: str) -> date | None:
    """The day on which an order was closed by an act of its own."""
    closing = [act.on for act in state.acts_of("order closure") if act.about == order]
    return closing[0] if closing else None


def current_amount(state: ProceedingState, of: str, imposed: Money) -> Money:
    """A sum after what judgments made of it."""
    return amount_after(state.outcomes, of, imposed)


def paid(state: ProceedingState, of: str) -> Money:
    """What was paid for a fine or a liquidated sum."""
    total = Money.zero(state.currency)
    for payment in state.payments:
        if payment.of == of:
            total = total + payment.amount
    return total


def paid_off(state: ProceedingState, conduct: str, to: tuple[str, ...]) -> PaidProposal | None:
    """The payment of a proposed sum that ended the case of one of these parties for a conduct."""
    for one in state.paid_proposals:
        charges: Charges | None = named(state.charges, one.of)
        alleged = charges is not None and conduct in dict(charges.alleges)
        if charges is not None and alleged and set(to) & set(charges.to):
            return one
    return None


def late_left(state: ProceedingState, one: LatePayment) -> Money:
    """What the authority still owes of a sum for being late."""
    return higher(one.amount - paid(state, one.id), Money.zero(state.currency))


def outstanding(state: ProceedingState, of: str) -> Money:
    """What is still open of a fine or a liquidated sum."""
    for measure in state.sums():
        if measure.id == of:
            left = current_amount(state, of, measure.amount) - paid(state, of)
            return higher(left, Money.zero(state.currency))
    return Money.zero(state.currency)
