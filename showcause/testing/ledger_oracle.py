"""The ledger worked out once more: sum by sum, as of one day, without any double entry."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import define, field

from domain.proceeding.acts.collection import InstalmentsGranted
from domain.proceeding.acts.confirmation import ConfirmationDecided
from domain.proceeding.acts.corrections import SumCorrected
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.payment import PaymentMade, ProposalPaid
from domain.proceeding.acts.reconsideration import ActReconsidered
from domain.proceeding.acts.remission import SumRemitted, SumWrittenOff
from domain.proceeding.acts.service import ActNotified, NotificationCorrected
from domain.proceeding.acts.succession import PartySucceeded
from domain.proceeding.acts.waiver import PenaltyWaived
from domain.proceeding.measures import CostsImposed, FineImposed
from domain.proceeding.messages import Event
from showcause.testing.judging_oracle import confirmed, held, ruled, undone
from showcause.testing.oracle import Issued, delay_of, over_on, undone_on
from showcause.testing.penalty_oracle import issued_in, owed_by_law, run_up


@define
class _Sum:
    """What became of one sum, in minor units; `unpaid` is not told apart until the end."""

    kind: str
    of: str
    act: str
    to: tuple[str, ...]
    unpaid: int
    paid: int = 0
    refundable: int = 0
    extinguished: int = 0
    payable: str = ""
    changes: list[tuple[str, int]] = field(factory=list)
    imposed: int = 0

    def __attrs_post_init__(self) -> None:
        """Keep what was imposed at first."""
        self.imposed = self.unpaid + self.paid

    def change(self, act: str, amount: int) -> None:
        """An act sets the sum anew."""
        self.changes.append((act, amount))
        self.set_to(amount)

    def judge(self, events: list[Event]) -> None:
        """The last of them rules: the last sum counts that no act set which is set aside."""
        self.changes.extend((events[-1].act, amount) for amount in ruled(events[-1], self.of))
        gone = undone(events)
        standing = [amount for act, amount in self.changes if act not in gone]
        self.set_to(standing[-1] if standing else self.imposed)

    def pay(self, amount: int) -> None:
        """What is more than what is open is to be given back."""
        part = min(amount, self.unpaid)
        self.unpaid -= part
        self.paid += part
        self.refundable += amount - part

    def set_to(self, amount: int) -> None:
        """A court sets the sum anew: what is open gives way before what was paid."""
        change = amount - self.unpaid - self.paid
        if change >= 0:
            again = min(change, self.refundable)
            self.refundable -= again
            self.paid += again
            back = min(change - again, self.extinguished)
            self.extinguished -= back
            self.unpaid += change - again
            return
        cut = min(-change, self.unpaid)
        self.unpaid -= cut
        self.extinguished += cut
        self.paid -= -change - cut
        self.refundable += -change - cut


def figures(events: Iterable[Event], day: date) -> Counter[str]:
    """Every figure of the ledger as of the end of a day, in minor units; `at_stake` left out."""
    until = [event for event in events if event.on <= day]
    totals: Counter[str] = Counter()
    for one in _sums(until):
        state = _state_of(one, until, day)
        later = _in_instalments(one, until, day) if state in {"due", "not_due"} else None
        kept = 0 if later is None else min(one.unpaid, later)
        totals["not_due"] += kept
        totals[state if later is None else "due"] += one.unpaid - kept
        totals["paid"] += one.paid
        totals["refundable"] += one.refundable
        totals["extinguished"] += one.extinguished
        totals["imposed"] += one.unpaid + one.paid
        totals["outstanding"] += one.unpaid
        figure = {"fine": "fined", "penalty": "liquidated"}.get(one.kind)
        if figure is not None:
            totals[figure] += one.unpaid + one.paid
    for issued in issued_in(until):
        by_law = issued.penalty is not None and issued.penalty.by_law
        (_owe if by_law else _run_up)(issued, until, day, totals)
    return totals


def outstanding(events: Iterable[Event], day: date) -> dict[str, int]:
    """What is open of each sum, in minor units."""
    until = [event for event in events if event.on <= day]
    return {one.of: one.unpaid for one in _sums(until)}


def _run_up(issued: Issued, until: list[Event], day: date, totals: Counter[str]) -> None:
    """What a penalty ran up beyond its liquidations: it accrues, or is lost once all is over."""
    over = over_on(until, issued)
    through = day if over is None else min(day, over)
    taken = delay_of(until, issued, day, through=through).taken
    left = max(0, run_up(until, issued, through) - taken)
    totals["accruing" if over is None else "extinguished"] += left
    waivers = [e for e in until if isinstance(e, PenaltyWaived) and e.of == issued.measure]
    totals["extinguished"] += sum(e.amount.minor for e in waivers if not e.whole)


def _owe(issued: Issued, until: list[Event], day: date, totals: Counter[str]) -> None:
    """What is owed by law alone: each unit from its day, payable later; what is paid or given up.

    On one day what falls due comes before what is forfeited, and that before what anybody does.
    """
    happened: list[tuple[date, int, str, int]] = []
    for unit in owed_by_law(until, issued, day):
        happened.append((unit.on, 1, "forfeited", unit.amount))
        if unit.due_on <= day:
            happened.append((unit.due_on, 0, "falls due", unit.amount))
    for event in until:
        match event:
            case PaymentMade(for_=of) if of == issued.measure:
                happened.append((event.on, 2, "paid", event.amount.minor))
            case PenaltyWaived(of=of) if of == issued.measure:
                happened.append((event.on, 2, "extinguished", event.amount.minor))
            case _:
                pass
    gone = undone_on(until, issued)
    happened += [] if gone is None else [(gone, 3, "undone", 0)]
    one: Counter[str] = Counter()
    for _, _, what, amount in sorted(happened, key=lambda step: step[:2]):
        _step(one, what, amount)
    totals.update(one)
    totals["outstanding"] += one["due"] + one["not_due"]
    totals["imposed"] += one["due"] + one["not_due"] + one["paid"]
    totals["liquidated"] += one["due"] + one["not_due"] + one["paid"]


def _step(one: Counter[str], what: str, amount: int) -> None:
    """What one thing does to what is owed by law."""
    match what:
        case "forfeited":
            one["not_due"] += amount
        case "falls due":
            part = min(amount, one["not_due"])
            one["not_due"] -= part
            one["due"] += part
        case "undone":
            one["extinguished"] += one["due"] + one["not_due"]
            one["refundable"] += one["paid"]
            one["due"] = one["not_due"] = one["paid"] = 0
        case _:
            for state in ("due", "not_due"):
                part = min(amount, one[state])
                one[state] -= part
                one[what] += part
                amount -= part
            one["refundable"] += amount if what == "paid" else 0


def _sums(events: list[Event]) -> Iterator[_Sum]:
    """Every sum that was imposed, with what payments and judgments made of it."""
    for position, event in enumerate(events):
        found = _imposed(event)
        if found is not None:
            for place in range(position + 1, len(events)):
                _apply(events[: place + 1], found)
            yield found


def _imposed(event: Event) -> _Sum | None:
    match event:
        case FineImposed():
            amount = event.amount.minor
            return _Sum(
                kind="fine",
                of=event.measure,
                act=event.act,
                to=event.to,
                unpaid=amount,
                payable=event.payable,
            )
        case CostsImposed():
            amount = event.amount.minor
            return _Sum(kind="costs", of=event.measure, act=event.act, to=event.to, unpaid=amount)
        case ProposalPaid():
            left = event.base.minor - sum(one.amount.minor for one in event.reductions)
            paid = min(event.amount.minor, max(left, 0))
            return _Sum(
                kind="fine",
                of=event.for_,
                act=event.for_,
                to=event.to,
                unpaid=0,
                paid=paid,
                refundable=event.amount.minor - paid,
                extinguished=event.base.minor - paid,
            )
        case PenaltyLiquidated():
            return _Sum(
                kind="penalty",
                of=event.act,
                act=event.act,
                to=event.to,
                unpaid=event.amount.minor,
                extinguished=event.run_up.minor - event.amount.minor,
            )
    return None


def _apply(events: list[Event], one: _Sum) -> None:
    """What the last of these events makes of a sum."""
    match events[-1]:
        case PaymentMade(for_=of, amount=amount) as event if of == one.of:
            one.pay(amount.minor)
            if event.base is not None:
                left = event.base.minor - sum(less.amount.minor for less in event.reductions)
                one.change(event.act, left)
        case SumRemitted() | SumWrittenOff() as event if event.of == one.of:
            one.change(event.act, event.left.minor)
        case SumCorrected() as event if event.of == one.of:
            one.change(event.act, event.right.minor)
        case PartySucceeded(from_=old, to=new):
            one.to = tuple(new if key == old else key for key in one.to)
        case AppealDecided() | ActReconsidered() | ConfirmationDecided():
            one.judge(events)
        case _:
            pass


def _state_of(one: _Sum, events: list[Event], day: date) -> str:
    """Where what is unpaid stands: suspended, payable, or not yet payable."""
    if held(events, one.of, day):
        return "suspended"
    if one.payable and not confirmed(events, frozenset({one.of, one.act})):
        return "not_due"
    return "due" if any(payable <= day for payable in _payable(one, events)) else "not_due"


def _payable(one: _Sum, events: list[Event]) -> Iterator[date]:
    """For each party that was notified, the day from which it has to pay, corrections included."""
    last: dict[str, ActNotified | NotificationCorrected] = {}
    for event in events:
        match event:
            case ActNotified() | NotificationCorrected() if event.of == one.act:
                last[event.to] = event
            case PartySucceeded(from_=old, to=new) if old in last:
                last[new] = last.pop(old)
    for party, event in last.items():
        if party in one.to:
            payment = [p for p in event.starts if p.name == "payment"]
            own = [p for p in payment if p.of == one.of]
            ends = [p.deadline.on for p in own or payment if p.of in {one.of, one.act}]
            told = event.right if isinstance(event, NotificationCorrected) else event.on
            yield date.fromordinal(ends[0].toordinal() + 1) if ends else told


def _in_instalments(one: _Sum, events: list[Event], day: date) -> int | None:
    """What the instalments that are still to come add up to; None if there are none at all."""
    granted = [e for e in events if isinstance(e, InstalmentsGranted) and e.of == one.of]
    if not granted:
        return None
    return sum(part.minor for on, part in granted[-1].parts if on >= day)
