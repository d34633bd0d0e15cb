"""The laws of the code that a history must keep, each as a function with a name of its own.

Each takes `(history, state, law, day)`: the events recorded so far, the state they fold to, the
law they were decided under, and the day on which it is looked at. It raises AssertionError with
a sentence that names the events concerned. `INVARIANTS` holds all of them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.deciding import options
from domain.proceeding.entries import Order, RunningPeriod
from domain.proceeding.measures import FineImposed, OrderIssued
from domain.proceeding.messages import Event, Refusal
from domain.proceeding.standing import days_of_delay, order_status
from domain.proceeding.standing import outstanding as outstanding_of
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import READ_MODELS, ExposureLedger, History, state_of
from projections.exposure import Exposure
from projections.movements import Account
from showcause.testing.domains import can_be_taken
from showcause.testing.ledger_oracle import figures, outstanding
from showcause.testing.oracle import Bounds, delay_of, maximum

Check = Callable[[History, ProceedingState, Rulebook, date], None]
"""An invariant: silent where it holds, an AssertionError where it does not."""

_ONE_DAY = timedelta(days=1)
_DAYS_AHEAD = 3


def check_folding(history: History, state: ProceedingState, _law: Rulebook, _day: date) -> None:
    """Law 1. Folding in parts is folding once: a kept state is as good as the events."""
    assert state_of(history) == state, "folding the events anew gives another state"


def check_record(history: History, _state: ProceedingState, _law: Rulebook, _day: date) -> None:
    """Law 2. The record has one order: places from 1, no day before the last, an id for each act.

    Two runs could not store the same bytes if the same history could be numbered in two ways.
    """
    for place, recorded in enumerate(history, start=1):
        assert recorded.position == place, f"event {place} stands at {recorded.position}"
    for before, after in pairwise(history):
        said = f"{_named(after.event)} is before {_named(before.event)}"
        assert before.on <= after.on, said
    starts = [
        after.event.act
        for before, after in pairwise((None, *history))
        if after is not None and (before is None or before.event.act != after.event.act)
    ]
    twice = sorted({act for act in starts if starts.count(act) > 1})
    assert not twice, f"two acts go by the id {', '.join(twice)}"


def check_refusals(_history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 3. Whatever is refused says why: the rule, a sentence and, where a text says so, it."""
    for answer in options(state, law, day):
        if isinstance(answer, Refusal):
            check_refusal(answer)


def check_refusal(refusal: Refusal) -> None:
    """What law 3 asks of one refusal."""
    assert refusal.defects, f"{refusal.act} is refused without a reason"
    assert refusal.kind in {"irregular", "impossible"}, f"{refusal.act}: {refusal.kind}"
    for defect in refusal.defects:
        assert defect.message, f"{refusal.act} is refused by '{defect.rule}' without a sentence"
        cited = bool(defect.cite) or defect.gravity == "impossible" or defect.rule in UNWRITTEN
        assert cited, f"{refusal.act} is refused by '{defect.rule}' without a provision: {defect}"
        assert defect.gravity != "warns", f"{refusal.act} is refused by what only warns: {defect}"


UNWRITTEN = frozenset({"power", "despite", "order of days", "id", "by"})
"""Rules of the model that no text says: what the rulebook lacks can have no citation."""


def check_offers(_history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 4, as far as a state shows it: what is offered can be taken, on that day.

    That a drawn command is accepted is for the machine and `commands` to try.
    """
    for answer in options(state, law, day):
        if not isinstance(answer, Refusal):
            assert answer.on == day, f"{answer.act} is offered for {answer.on}, not for {day}"
            said = f"{answer.act} {answer.target} is offered, but a field has no value left"
            assert can_be_taken(answer), said


def check_maxima(history: History, _state: ProceedingState, law: Rulebook, _day: date) -> None:
    """Law 5. No lawful fine is above its maximum, and the recorded maximum is the right one.

    Basis: GDPR 83(4) to (6), the higher of the fixed sum and the share of turnover, as the
    rulebook has it. A maximum whose ceiling is open can be passed by a decision that relied on a
    turnover nobody told; the event does not say which one did.
    """
    events = [recorded.event for recorded in history]
    for event in events:
        if isinstance(event, FineImposed):
            bounds = _maximum_of(event, events, law)
            _check_recorded_maximum(event, bounds)
            if not event.defects and not _only_warns(event):
                _check_fine(event, bounds)


def _maximum_of(
    event: FineImposed, events: list[Event], law: Rulebook, *others: FineImposed
) -> Bounds | None:
    """The maximum of a fine, or of several fines together, on what stood before the decision."""
    decision = _decision_of(event, events)
    named = {year: amount for year, amount in decision.turnover}
    together = (event, *others)
    return maximum(
        events[: events.index(decision)],
        law,
        event.on,
        provisions=tuple(one for fine in together for one in fine.provisions),
        to=tuple(dict.fromkeys(party for fine in together for party in fine.to)),
        relied_on=named[max(named)] if named else None,
    )


def _decision_of(event: Event, events: Iterable[Event]) -> DecisionAdopted:
    return next(e for e in events if isinstance(e, DecisionAdopted) and e.act == event.act)


def _only_warns(event: FineImposed) -> bool:
    return event.maximum is not None and event.maximum.from_memory


def _check_recorded_maximum(event: FineImposed, bounds: Bounds | None) -> None:
    recorded = event.maximum
    if bounds is None or recorded is None:
        assert bounds is None and recorded is None, f"{_named(event)}: {recorded}, not {bounds}"
        return
    ceiling = None if recorded.ceiling is None else recorded.ceiling.minor
    said = f"{_named(event)} records a maximum of {recorded.floor} to {recorded.ceiling or 'open'}"
    right = (recorded.floor.minor, ceiling) == (bounds.least, bounds.most)
    assert right, f"{said}, which is {bounds.least} to {bounds.most} minor units"


def _check_fine(event: FineImposed, bounds: Bounds | None) -> None:
    said = f"{_named(event)} is {event.amount}"
    assert bounds is not None, f"{said}, for what no rule knows a maximum for"
    allowed = bounds.most is None or bounds.allows(event.amount)
    assert allowed, f"{said}, above {bounds.least} minor units, and has no defect"


def check_joint_maxima(
    history: History, _state: ProceedingState, law: Rulebook, _day: date
) -> None:
    """Law 5. Fines of one decision for linked conduct stay together below the gravest maximum.

    Basis: GDPR 83(3), by conduct and by the party that would have to pay them.
    """
    events = [recorded.event for recorded in history]
    fines = [e for e in events if isinstance(e, FineImposed)]
    groups = {(f.act, f.conduct, party) for f in fines for party in f.to}
    for act, conduct, party in sorted(groups):
        group = [f for f in fines if (f.act, f.conduct) == (act, conduct) and party in f.to]
        adopted = _decision_of(group[0], events)
        told = adopted.defects or any(f.defects or _only_warns(f) for f in group)
        if len(group) == 1 or told or not law.joint_maxima(adopted.on):
            continue
        bounds = _maximum_of(group[0], events, law, *group[1:])
        total = sum(fine.amount.minor for fine in group)
        allowed = bounds is not None and (bounds.most is None or total <= bounds.least)
        said = f"the fines of {act} for {conduct} against {party} come to {total} minor units"
        assert allowed, f"{said}, above what {bounds} allows them together"


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
        assert within or limit.from_memory, f"{_named(event)} runs at {rate}, above {most}"


def _check_days(events: list[Event], event: OrderIssued, state: ProceedingState, day: date) -> None:
    order = next(one for one in state.orders if one.id == event.measure)
    counted = days_of_delay(state, order, day)
    right = len(delay_of(events, event, day).days)
    assert counted == right, f"{counted} days of delay with {order.id} on {day}, not {right}"


def _check_liquidation(events: list[Event], event: PenaltyLiquidated) -> None:
    """The days of a lawful liquidation are days of delay, nobody's before, and cost no more."""
    before = events[: events.index(event)]
    issued = next(e for e in before if isinstance(e, OrderIssued) and e.measure == event.of)
    assert issued.penalty is not None, f"{_named(event)} is of an order without a penalty"
    delay = delay_of(before, issued, event.on)
    days = {event.days.first + timedelta(days=k) for k in range(event.days.days)}
    early = sorted(days - delay.days)
    assert not early, f"{_named(event)} takes {early[0]}, which is no day of delay"
    twice = sorted(days & delay.liquidated)
    assert not twice, f"{_named(event)} takes {twice[0]}, which was liquidated before"
    most = issued.penalty.rate.amount * len(days)
    assert event.amount <= most, f"{_named(event)} takes {event.amount} for {len(days)} days"
    cap = issued.penalty.at_most
    if cap is not None:
        taken = delay.taken + event.amount.minor
        assert taken <= cap.minor, f"{_named(event)} passes the order's own maximum, {cap}"


def check_ledger(history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 6. The ledger balances, and each figure is what adding up the events by hand gives.

    Each movement leaves one state and enters another, no state is ever negative, and every line
    names the event and the provision that made it so.
    """
    exposure = ExposureLedger(history).at(day, law)
    _check_movements(exposure, history)
    right = figures((recorded.event for recorded in history), day)
    for figure in FIGURES:
        found = exposure.figure(figure).minor
        assert found == right[figure], f"{figure} is {found} on {day}, not {right[figure]}"
        lines = sum(line.amount.minor for line in exposure.lines(figure))
        assert lines == found, f"the lines of {figure} sum to {lines}, not to {found}"
    for of, open_sum in outstanding((r.event for r in history), day).items():
        said = outstanding_of(state, of).minor
        assert said == open_sum, f"{said} is open of {of}, not {open_sum}"
    floor, ceiling = exposure.at_stake
    assert floor.minor >= 0, f"less than nothing is at stake: {floor}"
    assert ceiling is None or floor <= ceiling, f"at stake is {floor} up to {ceiling}"


FIGURES = (
    *(account.value for account in Account if account is not Account.OUTSIDE),
    *("fined", "liquidated", "imposed", "outstanding"),
)
"""The figures of the ledger that are one sum each; what is at stake is a floor and a ceiling."""


def _check_movements(exposure: Exposure, history: History) -> None:
    names = {recorded.position: type(recorded.event).__name__ for recorded in history}
    balances: dict[tuple[str, Account], int] = {}
    by_day = {
        movement.on: [m for m in exposure.movements if m.on == movement.on]
        for movement in exposure.movements
    }
    for on, movements in by_day.items():
        for one in movements:
            said = f"the movement of {one.amount} for {one.about} on {on}"
            assert one.leaves is not one.enters, f"{said} stays in {one.leaves.value}"
            assert one.amount.minor > 0, f"{said} moves nothing"
            assert names.get(one.position) == one.event, f"{said} names no event: {one.event}"
            assert one.cite, f"{said} names no provision"
            left, entered = (one.about, one.leaves), (one.about, one.enters)
            balances[left] = balances.get(left, 0) - one.amount.minor
            balances[entered] = balances.get(entered, 0) + one.amount.minor
        for (about, account), balance in balances.items():
            below = balance < 0 and account is not Account.OUTSIDE
            assert not below, f"{about} is {balance} in {account.value} at the end of {on}"


def check_accrual(history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 6. Between events a further day never lowers what accrues while the breach lasts."""
    before = ExposureLedger(history).at(day, law).figure("accruing")
    for ahead in range(1, _DAYS_AHEAD + 1):
        later = day + ahead * _ONE_DAY
        after = ExposureLedger(history).at(later, law).figure("accruing")
        assert after >= before, f"{before} accrues on {later - _ONE_DAY}, and {after} on {later}"
        rising = sum(_rises(state, order, later) for order in state.orders)
        most = (after - before).minor
        assert most <= rising, f"{most} more accrues on {later}, and a day costs {rising}"
        before = after


def _rises(state: ProceedingState, order: Order, day: date) -> int:
    """The most by which one day can raise what an order runs up, in minor units."""
    overdue = order_status(state, order, day) in {"overdue", "partly met", "met"}
    if order.penalty is None or not overdue:
        return 0
    return order.penalty.rate.amount.minor


def check_deadlines(_history: History, state: ProceedingState, law: Rulebook, _day: date) -> None:
    """Law 7. A deadline is never before its anchor and, where its rule says so, a working day.

    Basis: Regulation 1182/71 Art. 3; in France CPC 640 to 642.
    """
    for period in state.periods:
        deadline = period.deadline
        said = f"the {period.name} of {period.of} ends on {deadline.on}"
        assert deadline.steps, f"{said}, and nothing says why"
        assert deadline.steps[-1].on == deadline.on or len(deadline.steps) > 1, said
        counted = [step.detail for step in deadline.steps if " from " in step.detail]
        for detail in counted:
            length, _, anchor = detail.rpartition(" from ")
            assert date.fromisoformat(anchor) <= deadline.on, f"{said}, before {anchor}"
            if "hour" not in length:
                _check_rest(period, law, date.fromisoformat(anchor), said)


def _check_rest(period: RunningPeriod, law: Rulebook, anchor: date, said: str) -> None:
    rule = law.time_rule(_time_rule_of(period, law))
    moves = rule.end_on_rest_day.value
    if moves == "stays" or (moves == "previous working day" and period.deadline.on == anchor):
        return
    on = period.deadline.on
    assert on.weekday() not in rule.rest_days, f"{said}, a {on:%A}"
    assert law.calendar.holiday(on) is None, f"{said}, a holiday"


def _time_rule_of(period: RunningPeriod, law: Rulebook) -> str:
    """The name of the rule by which a period was counted; empty for the rulebook's own."""
    if period.name != "comply":
        return law.period(period.name, period.since).time_rule
    powers = [*law.powers("formal notice", period.since), *law.measures("order", period.since)]
    names = {power.counted_by.rule for power in powers if power.counted_by is not None}
    return names.pop() if len(names) == 1 else ""


def check_as_of(history: History, _state: ProceedingState, law: Rulebook, _day: date) -> None:
    """Law 8. An answer as of a day does not change when later events are added.

    Asked of every read model, as of the first, the middle and the last day of the history.
    """
    days = sorted({recorded.on for recorded in history})
    for day in {days[0] - _ONE_DAY, days[0], days[len(days) // 2], days[-1]} if days else ():
        until = tuple(recorded for recorded in history if recorded.on <= day)
        for model in READ_MODELS:
            whole, known = model(history).at(day, law), model(until).at(day, law)
            assert whole == known, f"{model.name} as of {day} differs by what happened later"


INVARIANTS: Mapping[str, Check] = MappingProxyType(
    {
        "folding": check_folding,
        "record": check_record,
        "refusals": check_refusals,
        "offers": check_offers,
        "maxima": check_maxima,
        "joint maxima": check_joint_maxima,
        "periodic penalties": check_periodic_penalties,
        "ledger": check_ledger,
        "accrual": check_accrual,
        "deadlines": check_deadlines,
        "as of": check_as_of,
    }
)
"""Every invariant by its name; one of your own is added to a copy."""


def check_all(
    history: History,
    state: ProceedingState,
    law: Rulebook,
    day: date,
    checks: Mapping[str, Check] = INVARIANTS,
) -> None:
    """Hold a history to all invariants, or to some; the name of a broken one is in its message."""
    for name, check in checks.items():
        try:
            check(history, state, law, day)
        except AssertionError as broken:
            raise AssertionError(f"{name}: {broken}") from broken


def _named(event: Event) -> str:
    about = getattr(event, "measure", "") or event.act
    return f"{type(event).__name__} '{about}' of {event.on}"
