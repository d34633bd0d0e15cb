"""The ledger worked out once more: sum by sum, as of one day, without any double entry."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import define

from domain.proceeding.acts.appeal import AppealDecided, AppealLodged
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.payment import PaymentMade
from domain.proceeding.acts.service import ActNotified
from domain.proceeding.measures import FineImposed, OrderIssued
from domain.proceeding.messages import Event
from showcause.testing.oracle import delay_of, over_on


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
        totals[state] += one.unpaid
        totals["paid"] += one.paid
        totals["refundable"] += one.refundable
        totals["extinguished"] += one.extinguished
        totals["imposed"] += one.unpaid + one.paid
        totals["outstanding"] += one.unpaid
        totals["fined" if one.kind == "fine" else "liquidated"] += one.unpaid + one.paid
    for issued in until:
        if isinstance(issued, OrderIssued) and issued.penalty is not None:
            _run_up(issued, until, day, totals)
    return totals


def outstanding(events: Iterable[Event], day: date) -> dict[str, int]:
    """What is open of each sum, in minor units."""
    until = [event for event in events if event.on <= day]
    return {one.of: one.unpaid for one in _sums(until)}


def _run_up(issued: OrderIssued, until: list[Event], day: date, totals: Counter[str]) -> None:
    """What an order ran up beyond its liquidations: it accrues, or is lost once all is over."""
    assert issued.penalty is not None
    over = over_on(until, issued.measure)
    delay = delay_of(until, issued, day if over is None else min(day, over))
    left = delay.left(issued.penalty.rate.amount, issued.penalty.at_most)
    totals["accruing" if over is None else "extinguished"] += left


def _sums(events: list[Event]) -> Iterator[_Sum]:
    """Every sum that was imposed, with what payments and judgments made of it."""
    for position, event in enumerate(events):
        found = _imposed(event)
        if found is not None:
            for later in events[position + 1 :]:
                _apply(later, found)
            yield found


def _imposed(event: Event) -> _Sum | None:
    match event:
        case FineImposed():
            amount = event.amount.minor
            return _Sum(kind="fine", of=event.measure, act=event.act, to=event.to, unpaid=amount)
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


def _apply(event: Event, one: _Sum) -> None:
    match event:
        case PaymentMade(for_=of, amount=amount) if of == one.of:
            one.pay(amount.minor)
        case AppealDecided(outcomes=outcomes):
            for outcome in outcomes:
                if outcome.of == one.of and outcome.result != "upheld":
                    one.set_to(0 if outcome.amount is None else outcome.amount.minor)
        case _:
            pass


def _state_of(one: _Sum, events: list[Event], day: date) -> str:
    """Where what is unpaid stands: suspended, payable, or not yet payable."""
    pending: dict[str, tuple[str, ...]] = {}
    for event in events:
        match event:
            case AppealLodged():
                pending[event.act] = event.suspends
            case AppealDecided():
                pending.pop(event.on_appeal, None)
            case _:
                pass
    if any(one.of in suspended for suspended in pending.values()):
        return "suspended"
    return "due" if any(payable <= day for payable in _payable(one, events)) else "not_due"


def _payable(one: _Sum, events: list[Event]) -> Iterator[date]:
    """For each party that was notified, the day from which it has to pay."""
    for event in events:
        if isinstance(event, ActNotified) and event.of == one.act and event.to in one.to:
            ends = [p.deadline.on for p in event.starts if p.name == "payment"]
            yield date.fromordinal(ends[0].toordinal() + 1) if ends else event.on
