"""What periodic penalties run up, as double entries: accruing by the day, or owed unit by unit."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import define, field

from domain.amounts import lower
from domain.days import Span, in_words
from domain.money import Money, Part, Per
from domain.proceeding.acts.amendment import MeasureAmended
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.payment import PaymentMade
from domain.proceeding.acts.reconsideration import ActReconsidered
from domain.proceeding.acts.waiver import PenaltyWaived
from domain.proceeding.entries import PenaltyTerms
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.measures import OrderIssued, PenaltySet
from domain.proceeding.measures.joint import JointMaximumSet
from domain.proceeding.outcomes import annulling
from domain.proceeding.penalties import (
    Forfeiture,
    Penalised,
    crystallised,
    days_of_delay,
    delay,
    duty_of,
    forfeitures,
    joint_maximum_of,
    may_crystallise,
    own_run_up,
    penalised,
    run_up,
    units,
)
from domain.proceeding.state import ProceedingState
from projections.accounts import Account
from projections.folding import History
from projections.movements import Bookkeeper, closing_events

_ONE_DAY = timedelta(days=1)


def book_penalties(books: Bookkeeper, history: History, state: ProceedingState, day: date) -> None:
    """Book what every penalty has run up beyond what was liquidated, and what became of it."""
    for one in penalised(state):
        if one.penalty is not None:
            books.kinds[one.id] = "periodic_penalty"
            if one.penalty.by_law:
                _forfeit(books, history, state, one, day)
            else:
                _give_up_parts(books, history, one)
                _accrue(books, history, state, one, day)


def ordered_by(history: History, of: str) -> RecordedEvent:
    """The event that ordered a penalty."""
    return next(
        recorded
        for recorded in history
        if isinstance(recorded.event, OrderIssued | PenaltySet) and recorded.event.measure == of
    )


def ends_of(history: History, one: Penalised) -> Iterator[RecordedEvent]:
    """The events after which what a penalty has run up cannot be taken any more."""
    names = {one.id, duty_of(one)}
    closing = [recorded for of in names for recorded in closing_events(history, of)]
    for recorded in history:
        match recorded.event:
            case PenaltyWaived(of=of, whole=True) if of == one.id:
                yield recorded
            case MeasureAmended(of=of, revoked="with all effect") if of in names:
                yield recorded
            case _ if recorded in closing:
                yield recorded


def _accrue(
    books: Bookkeeper, history: History, state: ProceedingState, one: Penalised, day: date
) -> None:
    end = None if may_crystallise(state, one) else next(ends_of(history, one))
    through = day if end is None else lower(day, end.on)
    span, terms = delay(state, one, through), one.penalty
    if span is None or terms is None:
        return
    total = run_up(state, one, through)
    left = total - crystallised(state, one.id)
    if left.minor <= 0:
        return
    over = own_run_up(state, one, through) - total
    issued = ordered_by(history, one.id)
    text = _running(state, one, terms, span)
    cite = f"{issued.event.basis}; counting: {terms.label}"
    to, outside = Account.ACCRUING, Account.OUTSIDE
    books.move(issued, one.id, left + over, outside, to, text=text, on=span.last, cite=cite)
    _cap(books, history, state, one, over, on=span.last)
    if end is not None:
        text = "it can be liquidated no more"
        books.move(end, one.id, left, Account.ACCRUING, Account.EXTINGUISHED, text=text)


def _cap(  # noqa: PLR0913 - a movement of one penalty, in one history, on one day
    books: Bookkeeper,
    history: History,
    state: ProceedingState,
    one: Penalised,
    over: Money,
    *,
    on: date,
) -> None:
    """Take away again, in a line of its own, what a joint maximum leaves no room for."""
    joint = joint_maximum_of(state, one)
    if joint is None:
        return
    cause = next(
        recorded
        for recorded in history
        if isinstance(recorded.event, JointMaximumSet) and one.id in recorded.event.of
    )
    text = f"above the joint maximum of {joint.amount} for {' and '.join(joint.of)}"
    books.move(cause, one.id, over, Account.ACCRUING, Account.OUTSIDE, text=text, on=on)


def _give_up_parts(books: Bookkeeper, history: History, one: Penalised) -> None:
    """Book the parts of what had run up that were given up before a liquidation."""
    for recorded in history:
        event = recorded.event
        if isinstance(event, PenaltyWaived) and event.of == one.id and not event.whole:
            text = f"given up: {event.amount}"
            states = (Account.OUTSIDE, Account.ACCRUING, Account.EXTINGUISHED)
            books.move(recorded, one.id, event.amount, *states[:2], text=text)
            books.move(recorded, one.id, event.amount, *states[1:], text=text)


def _running(state: ProceedingState, one: Penalised, terms: PenaltyTerms, span: Span) -> str:
    """How an accruing sum comes about: days, units, rate, and what liquidations took."""
    taken = sum(done.days.days for done in state.liquidations if done.of == one.id)
    days = f"{span.days} days of delay, {in_words(span.first)} to {in_words(span.last)}"
    paused = span.days - days_of_delay(state, one, span.last)
    if paused > 0:
        days = f"{days}, {paused} of them paused"
    if taken:
        days = f"{days}, less {taken} liquidated: {span.days - taken} days"
    if terms.rate.per is not Per.DAY:
        days = f"{days}, {_in_units(units(state, one, span.last), terms)}"
    most = f", at most {terms.at_most}" if terms.at_most is not None else ""
    again = f"; that it can be liquidated again: {terms.again}" if taken and terms.again else ""
    return f"{days}, at {rate_of(terms)}{most}; owed by nobody until it is liquidated{again}"


def _in_units(count: int, terms: PenaltyTerms) -> str:
    """So many units: `3 whole weeks`, `2 started months`, `1 missed deadline`."""
    unit = terms.rate.per
    if unit is Per.MISSED_DEADLINE:
        return f"{count} {unit.value}{'' if count == 1 else 's'}"
    part = "whole" if terms.part is Part.WHOLE else "started"
    if unit is Per.TWO_WEEKS:
        return f"{count} {part} period{'' if count == 1 else 's'} of 2 weeks"
    return f"{count} {part} {unit.value}{'' if count == 1 else 's'}"


def rate_of(terms: PenaltyTerms) -> str:
    """The rate, with how many times it runs."""
    if terms.run.times == 1:
        return str(terms.rate)
    return f"{terms.rate} for each of {terms.run.times} {terms.run.times_what or 'breaches'}"


def _forfeit(
    books: Bookkeeper, history: History, state: ProceedingState, one: Penalised, day: date
) -> None:
    """Book each unit on the day on which it is forfeited, and what became of it, day by day."""
    issued = ordered_by(history, one.id)
    claim = _Claim(books=books, one=one, issued=issued)
    ends = tuple(_undoing(history, state, one))
    later = [r for r in history if _is_about(r, one.id)]
    later = [*later, *(r for r in ends if r not in later)]
    for recorded in sorted(later, key=lambda r: r.position):
        claim.pass_until(forfeitures(state, one, day), recorded.on)
        claim.meet(recorded, undone=recorded in ends)
    claim.pass_until(forfeitures(state, one, day), day)


def _is_about(recorded: RecordedEvent, of: str) -> bool:
    match recorded.event:
        case PaymentMade(for_=about) | PenaltyWaived(of=about):
            return about == of
    return False


def _undoing(history: History, state: ProceedingState, one: Penalised) -> Iterator[RecordedEvent]:
    """The events that took the penalty away with what was forfeited, if it does not live again."""
    names = {one.id, duty_of(one)}
    found = (annulling(state.outcomes, of) for of in names)
    acts = {outcome.act for outcome in found if outcome is not None}
    for recorded in history:
        match recorded.event:
            case AppealDecided(act=act) | ActReconsidered(act=act) if act in acts:
                yield recorded
            case MeasureAmended(of=of, revoked="with all effect") if of in names:
                yield recorded


@define
class _Claim:
    """What is owed by law for one penalty while its history is read."""

    books: Bookkeeper
    one: Penalised
    issued: RecordedEvent
    booked: int = 0
    falling: list[Forfeiture] = field(factory=list)

    def pass_until(self, units_: tuple[Forfeiture, ...], on: date) -> None:
        """Let days pass: units are forfeited, and fall due when their time to pay is over."""
        for unit in units_[self.booked :]:
            if unit.on > on:
                break
            self._fall_due(unit.on)
            self._enter(unit)
            self.booked += 1
        self._fall_due(on)

    def _enter(self, unit: Forfeiture) -> None:
        terms, about = self.one.penalty, self.one.id
        if terms is None:
            return
        what = _in_units(unit.number, terms)
        forfeit = f"forfeited by law: unit {unit.number} of {about}, at {rate_of(terms)}"
        cite = f"{self.issued.event.basis}; counting: {terms.label}"
        for leaves, enters, text, source in (
            (Account.OUTSIDE, Account.ACCRUING, f"{what} of delay, at {rate_of(terms)}", cite),
            (Account.ACCRUING, Account.NOT_DUE, forfeit, terms.forfeits),
        ):
            self.books.move(
                self.issued,
                about,
                unit.amount,
                leaves,
                enters,
                text=text,
                on=unit.on,
                cite=source,
            )
        self.falling.append(unit)

    def _fall_due(self, on: date) -> None:
        """What was to be paid by a day before is due, as far as it is still open."""
        while self.falling and self.falling[0].pay_by < on:
            unit = self.falling.pop(0)
            terms = self.one.penalty
            amount = lower(unit.amount, self.books.balance(self.one.id, Account.NOT_DUE))
            self.books.move(
                self.issued,
                self.one.id,
                amount,
                Account.NOT_DUE,
                Account.DUE,
                text="the period to pay has ended",
                on=unit.pay_by + _ONE_DAY,
                cite="" if terms is None else terms.forfeits,
            )

    def meet(self, recorded: RecordedEvent, *, undone: bool) -> None:
        """Book a payment, a waiver, or the end of what the penalty rested on."""
        about = self.one.id
        match recorded.event:
            case PaymentMade(amount=amount):
                text = f"paid: {amount}"
                left = self.books.take(recorded, about, amount, Account.PAID, text=text)
                to = Account.REFUNDABLE
                self.books.move(recorded, about, left, Account.OUTSIDE, to, text=text)
            case PenaltyWaived(amount=amount):
                text = f"given up: {amount}"
                self.books.take(recorded, about, amount, Account.EXTINGUISHED, text=text)
            case _ if undone:
                text = "what it rested on is gone"
                open_sum = self._open()
                self.books.take(recorded, about, open_sum, Account.EXTINGUISHED, text=text)
                paid = self.books.balance(about, Account.PAID)
                back = Account.REFUNDABLE
                self.books.move(recorded, about, paid, Account.PAID, back, text=text)

    def _open(self) -> Money:
        due = self.books.balance(self.one.id, Account.DUE)
        return due + self.books.balance(self.one.id, Account.NOT_DUE)
