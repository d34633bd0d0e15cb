"""Status: where a proceeding stands, the legal force of each measure, and who must act next."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from attrs import frozen

from domain.amounts import higher, lower
from domain.days import days_later
from domain.money import Money
from domain.proceeding.acts.service import APPEAL_PERIODS
from domain.proceeding.appealing import kind_of
from domain.proceeding.confirming import awaiting, confirmed_on
from domain.proceeding.entries import (
    AnyMeasure,
    Appeal,
    Costs,
    Fine,
    Liquidation,
    Order,
    Penalty,
    Settlement,
)
from domain.proceeding.messages import joined
from domain.proceeding.penalties import (
    days_of_delay,
    forfeited_left,
    forfeitures,
    penalised,
    penalty_status,
)
from domain.proceeding.reducing import payable_proposals
from domain.proceeding.rulings import disputed
from domain.proceeding.standing import (
    current_amount,
    due_on,
    lasting_status,
    late_left,
    met_by,
    notice_status,
    order_status,
    outstanding,
    paid,
    stage,
    to_decide_again,
)
from domain.proceeding.state import ProceedingState
from domain.proceeding.suspensions import suspended_on
from domain.rulebook.rulebook import Rulebook
from projections.deadlines import DeadlineRegister, DueDay, standing_periods
from projections.folding import Kept, state_of


@frozen(kw_only=True)
class Force:
    """The legal force of a measure; a day that is not reached or not known is None.

    `enforceable` is false while it is not notified, or suspended by an appeal or by decision;
    `final_on` is the day after the last appeal period, or that of a last judgment which
    nothing goes beyond; None too where it can be appealed further and no period is known.
    `instance` is where the last appeal that pends is, `appeal_by` the last day to lodge the next.
    `awaits_confirmation` holds while nobody has to pay before a court confirms.
    """

    adopted_on: date
    notified_on: date | None
    payable_from: date | None
    enforceable: bool
    suspended: bool
    appeal_by: date | None
    under_appeal: bool
    final_on: date | None
    instance: str = ""
    awaits_confirmation: bool = False


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
        measures = tuple(_measure(state, measure, day, law) for measure in state.measures())
        return Standing(
            as_of=day,
            stage=stage(state, day),
            things=(
                *notices,
                *_proposals(state),
                *measures,
                *_agreements(state),
                *_late(state),
                *_insolvent(state),
            ),
            next_steps=_next_steps(state, deadlines, day, law),
        )


def _proposals(state: ProceedingState) -> tuple[ThingStatus, ...]:
    """Charges that propose a sum: while it is only proposed, and once it is paid."""
    paid = {one.of for one in state.paid_proposals}
    open_ones = payable_proposals(state)
    return tuple(
        ThingStatus(id=one.id, kind="proposal", status="paid" if one.id in paid else "proposed")
        for one in state.charges
        if one.id in paid or one.id in open_ones
    )


def _insolvent(state: ProceedingState) -> tuple[ThingStatus, ...]:
    """The parties that are insolvent: a flag, for sums stay as they are."""
    return tuple(
        ThingStatus(id=one.of, kind="party", status="insolvent") for one in state.insolvencies
    )


def _agreements(state: ProceedingState) -> tuple[ThingStatus, ...]:
    """Settlements and commitments, each with what became of it."""
    return tuple(
        ThingStatus(id=one.id, kind=one.kind, status=agreement_status(one))
        for one in state.settlements
    )


def agreement_status(one: Settlement) -> str:
    """`withdrawn`, `binding`, `refused`, `accepted` by all it is for, or still on the table."""
    if one.withdrawn_on is not None:
        return "withdrawn"
    if one.binding_on is not None:
        return "binding"
    results = [result for _, result in one.answers]
    if "refused" in results:
        return "refused"
    agreed = {party for party, _ in one.answers}
    if one.to and agreed >= set(one.to):
        return "accepted"
    return "proposed" if one.kind == "settlement" else "offered"


def _late(state: ProceedingState) -> tuple[ThingStatus, ...]:
    """What the authority owes for being late: no exposure of an addressee."""
    return tuple(
        ThingStatus(
            id=one.id,
            kind="late payment",
            status=_owed_late(late_left(state, one), one.to),
        )
        for one in state.late_payments
    )


def _owed_late(left: Money, to: str) -> str:
    return f"the authority owes {left}" + (f" to {to}" if to else "") if left.minor else "paid"


def _measure(state: ProceedingState, measure: AnyMeasure, day: date, law: Rulebook) -> ThingStatus:
    force = force_of(state, measure, day, law)
    match measure:
        case Order():
            status = order_status(state, measure, day)
            delay = None if measure.penalty is None else days_of_delay(state, measure, day)
            return ThingStatus(
                id=measure.id, kind="order", status=status, force=force, days_of_delay=delay
            )
        case Fine() | Costs():
            status = _sum_status(state, measure, force, day)
            kind = "fine" if isinstance(measure, Fine) else "costs"
            return ThingStatus(id=measure.id, kind=kind, status=status, force=force)
        case Liquidation():
            status = _sum_status(state, measure, force, day)
            return ThingStatus(id=measure.id, kind="liquidation", status=status, force=force)
        case Penalty():
            days = None if measure.penalty is None else days_of_delay(state, measure, day)
            return ThingStatus(
                id=measure.id,
                kind="penalty",
                status=penalty_status(state, measure, day),
                force=force,
                days_of_delay=days,
            )
        case _:
            status = lasting_status(state, measure, day)
            return ThingStatus(id=measure.id, kind=kind_of(measure), status=status, force=force)


def _sum_status(
    state: ProceedingState, measure: Fine | Costs | Liquidation, force: Force, day: date
) -> str:
    of = measure.id
    if of in state.annulled:
        return "annulled"
    given_up = [one.kind for one in state.reliefs if one.of == of]
    if given_up and current_amount(state, of, measure.amount).minor == 0:
        return "remitted" if given_up[-1] == "remission" else "written off"
    if outstanding(state, of).minor == 0 and current_amount(state, of, measure.amount).minor > 0:
        return "paid"
    held = _held(force)
    if held:
        return held
    if paid(state, of).minor > 0:
        return "partly paid"
    if force.final_on is not None:
        return "final"
    if payable_on(force, day):
        return "payable"
    return "liquidated" if isinstance(measure, Liquidation) else "imposed"


def _held(force: Force) -> str:
    """Why a sum that stands need not be paid for now; empty if nothing holds it."""
    if force.suspended:
        return "suspended"
    if force.under_appeal:
        return "under appeal"
    return "awaits confirmation" if force.awaits_confirmation else ""


def payable_on(force: Force, day: date) -> bool:
    """Whether a sum has to be paid by then: notified, not suspended, its period to pay over."""
    return force.enforceable and force.payable_from is not None and force.payable_from <= day


def force_of(state: ProceedingState, measure: AnyMeasure, day: date, law: Rulebook) -> Force:
    """The legal force of a measure at the end of a day."""
    act_id = state.decision_of(measure.id)
    act = state.act(act_id)
    to = _addressed(state, measure)
    served = [] if act is None else [on for party, on in act.notified if party in to]
    notified = min(served) if served else None
    appeals = [a for a in state.appeals if {measure.id, act_id} & set(disputed(state, a))]
    open_ones = [appeal for appeal in appeals if appeal.decided_on is None]
    suspended = suspended_on(state, measure.id, day)
    last = _last_judgment(state, appeals)
    further = due_on(state, last, FURTHER)
    ends = (due_on(state, act_id, name) for name in APPEAL_PERIODS)
    appeal_by = further or next((end for end in ends if end is not None), None)
    waits = measure.id in awaiting(state)
    payable = None if waits else _payable_from(state, measure.id, to, notified)
    confirmed = confirmed_on(state, measure.id) if isinstance(measure, Fine) else None
    if payable is not None and isinstance(measure, Fine) and measure.payable and confirmed:
        payable = higher(payable, confirmed)
    gone = measure.id in state.annulled
    return Force(
        adopted_on=measure.on,
        notified_on=notified,
        payable_from=payable if isinstance(measure, Fine | Costs | Liquidation) else None,
        enforceable=notified is not None and not suspended and not gone and not waits,
        suspended=suspended,
        appeal_by=appeal_by,
        under_appeal=bool(open_ones),
        final_on=None
        if last and further is None and _open_ended(state, law, last)
        else _final_on(appeals, further if last else appeal_by, day),
        instance=open_ones[-1].to if open_ones else "",
        awaits_confirmation=waits,
    )


def _last_judgment(state: ProceedingState, appeals: list[Appeal]) -> str:
    """The latest judgment that stands on any of these appeals."""
    given = {judgment for appeal in appeals for judgment in appeal.judgments}
    last = [act.id for act in state.acts if act.id in given and act.id not in state.annulled]
    return last[-1] if last else ""


def _addressed(state: ProceedingState, measure: AnyMeasure) -> tuple[str, ...]:
    """Whom a measure is for; a liquidation is for those its act is addressed to."""
    if not isinstance(measure, Liquidation):
        return measure.to
    act = state.act(measure.id)
    return () if act is None else act.to


def _payable_from(
    state: ProceedingState, measure: str, to: tuple[str, ...], notified: date | None
) -> date | None:
    """From when the first of those it is for has to pay; the ledger says the same."""
    parts = [one.parts for one in state.instalments if one.of == measure]
    if parts:
        return _after(parts[-1][0][0])
    act = state.decision_of(measure)
    own = state.periods_of(measure, "payment") or state.periods_of(act, "payment")
    ends = [p.deadline.on for p in own if p.party in to]
    return _after(min(ends)) if ends else notified


def _after(day: date) -> date:
    """The day after the end of a period; that end itself if no day follows, as in the ledger."""
    return days_later(day, 1) or day


def _open_ended(state: ProceedingState, law: Rulebook, last: str) -> bool:
    """Whether the law lets a judgment, or what was said to an objection, be appealed further.

    No period for it has run then, so that nobody knows when it is final; nothing goes further
    than the court to which such an appeal goes.
    """
    act = state.act(last)
    if act is None:
        return False
    courts = {appeal.to for appeal in state.appeals if last in appeal.judgments} | {act.by}
    kind = act.kind
    scope = "judgment" if kind == "judgment" else "act"
    return any(
        power.scope == scope
        and (scope == "judgment" or not power.against or kind in power.against)
        and not courts & set(power.to)
        for power in law.powers("appeal", act.on)
    )


def _final_on(appeals: list[Appeal], appeal_by: date | None, day: date) -> date | None:
    """The day after the last appeal period, or that of the last judgment where none follows it."""
    judged = [appeal.decided_on for appeal in appeals if appeal.decided_on is not None]
    if len(judged) < len(appeals):
        return None
    if appeal_by is not None:
        return appeal_by + timedelta(days=1) if appeal_by < day else None
    return max(judged) if judged else None


FURTHER = "further appeal"
"""The period in which a judgment can be appealed, where a law sets one."""

WHAT = {
    FURTHER: "may appeal against {of}",
    "comply": "comply with {of}",
    "report": "report on {of}",
    "payment": "pay what {of} orders",
    "appeal": "may appeal against {of}",
    "objection": "may object to {of}, so that a court decides",
    "lapse": "must decide, or the proceeding lapses ({of})",
    "final decision": "must adopt its final decision ({of})",
    "reasoned objection": "may object to {of}, and agrees by silence",
    "objection to a revised draft": "may object to {of}, and agrees by silence",
}


def _next_steps(
    state: ProceedingState, deadlines: tuple[DueDay, ...], day: date, law: Rulebook
) -> tuple[NextStep, ...]:
    """Running periods first, in the order of their ends; then duties that are overdue.

    When the file is closed, what is owed is still owed.
    """
    where = stage(state, day)
    if where == "closed":
        return _owed(state, day, law)
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
        for period in standing_periods(state)
        if (period.of, period.name) == (order.id, "comply")
        and higher(period.deadline.on, period.since) < day
        and met_by(state, order.id, period.party) is None
    )
    waiting = _waited_for(state, where, day) if not running else ()
    return (*running, *overdue, *_owed(state, day, law), *waiting)


def _waited_for(state: ProceedingState, where: str, day: date) -> tuple[NextStep, ...]:
    """Who has the next move where no period runs: each court with its appeal, or the authority."""
    stay = state.stay_on(day)
    if stay is not None:
        what = "lets the proceeding rest" + (f": {stay.because}" if stay.because else "")
        by = state.act(stay.act)
        return (NextStep(party="" if by is None else by.by, what=what, until=stay.until),)
    if where == "under appeal":
        pending = (appeal for appeal in state.appeals if appeal.decided_on is None)
        return tuple(step for appeal in pending for step in _to_decide(state, appeal))
    authority = state.with_role("authority")
    if where == "decided" or not authority:
        return ()
    again = "has to decide again" if to_decide_again(state) else "has the next move"
    return (NextStep(party=authority[0], what=again, until=None),)


def _to_decide(state: ProceedingState, appeal: Appeal) -> tuple[NextStep, ...]:
    """The court that an appeal is before, or the authority that has to think over its own act."""
    role = "court" if appeal.kind == "appeal" else "authority"
    named_ones = (appeal.to,) if state.party(appeal.to) is not None else state.with_role(role)
    what = f"has to decide the {appeal.id} of {appeal.by or 'a party'}"
    return tuple(NextStep(party=party, what=what, until=None) for party in named_ones[:1])


def _owed(state: ProceedingState, day: date, law: Rulebook) -> tuple[NextStep, ...]:
    """What is payable and open; a sum that several are to pay is one sum, and says so."""
    steps: list[NextStep] = []
    for one in state.sums():
        left = outstanding(state, one.id)
        if left.minor == 0 or not payable_on(force_of(state, one, day, law), day):
            continue
        parties = _addressed(state, one)
        for party in parties:
            others = [other for other in parties if other != party]
            together = f", one sum together with {joined(others)}" if others else ""
            what = f"owes {left} for {one.id}{together}"
            steps.append(NextStep(party=party, what=what, until=None))
    return (*steps, *_forfeited(state, day))


def _forfeited(state: ProceedingState, day: date) -> Iterator[NextStep]:
    """What is owed by operation of law, and whose time to pay is over."""
    for one in penalised(state):
        due = Money.zero(state.currency)
        for unit in forfeitures(state, one, day):
            if unit.pay_by < day:
                due = due + unit.amount
        left = lower(due, forfeited_left(state, one, day))
        if left.minor > 0:
            what = f"owes {left} for {one.id}, forfeited by law"
            yield from (NextStep(party=party, what=what, until=None) for party in one.to)
