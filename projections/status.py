"""Status: where a proceeding stands, the legal force of each measure, and who must act next."""

from datetime import date, timedelta
from typing import ClassVar

from attrs import frozen

from domain.amounts import higher
from domain.proceeding.entries import AnyMeasure, Appeal, Fine, Liquidation, Order
from domain.proceeding.messages import joined
from domain.proceeding.standing import (
    current_amount,
    days_of_delay,
    due_on,
    met_by,
    notice_status,
    order_status,
    outstanding,
    paid,
    stage,
)
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections.deadlines import DeadlineRegister, DueDay
from projections.folding import Kept, state_of


@frozen(kw_only=True)
class Force:
    """The legal force of a measure; a day that is not reached or not known is None.

    `enforceable` is false while it is not notified or an appeal suspends it; `final_on` is the day
    after the last appeal period, or that of the judgment.
    """

    adopted_on: date
    notified_on: date | None
    payable_from: date | None
    enforceable: bool
    suspended: bool
    appeal_by: date | None
    under_appeal: bool
    final_on: date | None


@frozen(kw_only=True)
class ThingStatus:
    """A notice or a measure: what it is, where it stands, and with what force."""

    id: str
    kind: str
    status: str
    force: Force | None = None
    days_of_delay: int | None = None


@frozen(kw_only=True)
class NextStep:
    """Who must act, or may still act, and until when; `until` is None where nothing runs."""

    party: str
    what: str
    until: date | None
    cite: str = ""


@frozen(kw_only=True)
class Standing:
    """A proceeding as of a day."""

    as_of: date
    stage: str
    things: tuple[ThingStatus, ...]
    next_steps: tuple[NextStep, ...]

    def of(self, thing: str) -> ThingStatus | None:
        """The status of one notice or measure."""
        return next((found for found in self.things if found.id == thing), None)


@frozen
class Status(Kept):
    """The read model behind stage, status and next steps."""

    name: ClassVar[str] = "status"

    def at(self, day: date, law: Rulebook) -> Standing:
        """Where the proceeding stands at the end of a day."""
        history = self.until(day)
        state = state_of(history)
        deadlines = DeadlineRegister(history).at(day, law)
        notices = tuple(
            ThingStatus(id=n.id, kind="formal notice", status=notice_status(state, n, day))
            for n in state.notices
        )
        measures = tuple(_measure(state, measure, day) for measure in state.measures())
        return Standing(
            as_of=day,
            stage=stage(state, day),
            things=(*notices, *measures),
            next_steps=_next_steps(state, deadlines, day),
        )


def _measure(state: ProceedingState, measure: AnyMeasure, day: date) -> ThingStatus:
    force = force_of(state, measure, day)
    match measure:
        case Order():
            status = order_status(state, measure, day)
            delay = None if measure.penalty is None else days_of_delay(state, measure, day)
            return ThingStatus(
                id=measure.id, kind="order", status=status, force=force, days_of_delay=delay
            )
        case Fine():
            status = _sum_status(state, measure, force, day)
            return ThingStatus(id=measure.id, kind="fine", status=status, force=force)
        case Liquidation():
            status = _sum_status(state, measure, force, day)
            return ThingStatus(id=measure.id, kind="liquidation", status=status, force=force)
        case _:
            status = "annulled" if measure.id in state.annulled else "in force"
            return ThingStatus(id=measure.id, kind=measure.kind, status=status, force=force)


def _sum_status(
    state: ProceedingState, measure: Fine | Liquidation, force: Force, day: date
) -> str:
    of = measure.id
    if of in state.annulled:
        return "annulled"
    if outstanding(state, of).minor == 0 and current_amount(state, of, measure.amount).minor > 0:
        return "paid"
    if force.suspended:
        return "suspended"
    if force.under_appeal:
        return "under appeal"
    if paid(state, of).minor > 0:
        return "partly paid"
    if force.final_on is not None:
        return "final"
    if payable_on(force, day):
        return "payable"
    return "imposed" if isinstance(measure, Fine) else "liquidated"


def payable_on(force: Force, day: date) -> bool:
    """Whether a sum has to be paid by then: notified, not suspended, its period to pay over."""
    return force.enforceable and force.payable_from is not None and force.payable_from <= day


def force_of(state: ProceedingState, measure: AnyMeasure, day: date) -> Force:
    """The legal force of a measure at the end of a day."""
    act_id = state.decision_of(measure.id)
    act = state.act(act_id)
    to = _addressed(state, measure)
    served = [] if act is None else [on for party, on in act.notified if party in to]
    notified = min(served) if served else None
    pending = [a for a in state.appeals if {measure.id, act_id} & set(a.against)]
    open_ones = [appeal for appeal in pending if appeal.decided_on is None]
    suspended = any(measure.id in appeal.suspends for appeal in open_ones)
    appeal_by = due_on(state, act_id, "appeal")
    payable = _payable_from(state, act_id, to, notified)
    gone = measure.id in state.annulled
    return Force(
        adopted_on=measure.on,
        notified_on=notified,
        payable_from=payable if isinstance(measure, Fine | Liquidation) else None,
        enforceable=notified is not None and not suspended and not gone,
        suspended=suspended,
        appeal_by=appeal_by,
        under_appeal=bool(open_ones),
        final_on=_final_on(pending, appeal_by, day),
    )


def _addressed(state: ProceedingState, measure: AnyMeasure) -> tuple[str, ...]:
    """Whom a measure is for; a liquidation is for those its act is addressed to."""
    if not isinstance(measure, Liquidation):
        return measure.to
    act = state.act(measure.id)
    return () if act is None else act.to


def _payable_from(
    state: ProceedingState, act: str, to: tuple[str, ...], notified: date | None
) -> date | None:
    """From when the first of those it is for has to pay; the ledger says the same."""
    ends = [p.deadline.on for p in state.periods_of(act, "payment") if p.party in to]
    return min(ends) + timedelta(days=1) if ends else notified


def _final_on(appeals: list[Appeal], appeal_by: date | None, day: date) -> date | None:
    """The day after the appeal period without an appeal, or that of the last judgment."""
    if not appeals:
        over = appeal_by is not None and appeal_by < day
        return appeal_by + timedelta(days=1) if appeal_by is not None and over else None
    judged = [appeal.decided_on for appeal in appeals if appeal.decided_on is not None]
    return max(judged) if len(judged) == len(appeals) else None


WHAT = {
    "comply": "comply with {of}",
    "payment": "pay what {of} orders",
    "appeal": "may appeal against {of}",
}


def _next_steps(
    state: ProceedingState, deadlines: tuple[DueDay, ...], day: date
) -> tuple[NextStep, ...]:
    """Running periods first, in the order of their ends; then duties that are overdue.

    When the file is closed, what is owed is still owed.
    """
    if state.closed_on is not None:
        return _owed(state, day)
    running = tuple(
        NextStep(
            party=due.party,
            what=WHAT.get(due.name, "may answer {of} (" + due.name + ")").format(of=due.of),
            until=due.deadline.on,
            cite=due.cite,
        )
        for due in deadlines
        if due.status == "running"
    )
    overdue = tuple(
        NextStep(
            party=period.party,
            what=f"is overdue with {order.id}",
            until=higher(period.deadline.on, period.since),
        )
        for order in state.orders
        if order_status(state, order, day) in {"running", "overdue", "partly met"}
        for period in state.periods_of(order.id, "comply")
        if higher(period.deadline.on, period.since) < day
        and met_by(state, order.id, period.party) is None
    )
    where = stage(state, day)
    next_ones = state.with_role("court" if where == "under appeal" else "authority")
    idle = not running and next_ones and where != "decided"
    waiting = (NextStep(party=next_ones[0], what="has the next move", until=None),) if idle else ()
    return (*running, *overdue, *_owed(state, day), *waiting)


def _owed(state: ProceedingState, day: date) -> tuple[NextStep, ...]:
    """What is payable and open; a sum that several are to pay is one sum, and says so."""
    steps: list[NextStep] = []
    for one in state.sums():
        left = outstanding(state, one.id)
        if left.minor == 0 or not payable_on(force_of(state, one, day), day):
            continue
        parties = _addressed(state, one)
        for party in parties:
            others = [other for other in parties if other != party]
            together = f", one sum together with {joined(others)}" if others else ""
            what = f"owes {left} for {one.id}{together}"
            steps.append(NextStep(party=party, what=what, until=None))
    return tuple(steps)
