"""The double entry: how each event, and each day, moves money from one state into another."""

import enum
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import define, field, frozen

from domain.amounts import lower
from domain.days import Span, in_words
from domain.money import Money
from domain.proceeding.acts.appeal import AppealDecided, AppealLodged
from domain.proceeding.acts.closure import OrderClosed, ProceedingClosed
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.payment import PaymentMade
from domain.proceeding.acts.service import ActNotified
from domain.proceeding.entries import Outcome
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.measures import FineImposed
from projections.folding import History


class Account(enum.Enum):
    """The states a sum can be in; `OUTSIDE` is where it comes from, and is no exposure."""

    OUTSIDE = "outside"
    ACCRUING = "accruing"
    NOT_DUE = "not_due"
    SUSPENDED = "suspended"
    DUE = "due"
    PAID = "paid"
    REFUNDABLE = "refundable"
    EXTINGUISHED = "extinguished"


IMPOSED = frozenset({Account.NOT_DUE, Account.SUSPENDED, Account.DUE, Account.PAID})
UNPAID = (Account.DUE, Account.NOT_DUE, Account.SUSPENDED)


@frozen(kw_only=True)
class Movement:
    """A sum that leaves one state and enters another: about what, why, and under which provision.

    `kind` is `fine` or `periodic_penalty`; `position` is that of the event that caused it, or of
    the event that a mere passing of days goes back to.
    """

    on: date
    amount: Money
    kind: str
    about: str
    leaves: Account
    enters: Account
    text: str
    event: str
    act: str
    position: int
    cite: str


@frozen(kw_only=True)
class _Falling:
    """A sum that becomes payable on a later day."""

    on: date
    about: str
    cause: RecordedEvent
    cite: str


@define
class Bookkeeper:
    """Books the events of a proceeding, in order, up to the end of a day."""

    currency: str
    movements: list[Movement] = field(factory=list)
    balances: dict[str, dict[Account, Money]] = field(factory=dict)
    kinds: dict[str, str] = field(factory=dict)
    decided_in: dict[str, str] = field(factory=dict)
    addressed: dict[str, tuple[str, ...]] = field(factory=dict)
    falling: list[_Falling] = field(factory=list)
    suspending: dict[str, tuple[str, ...]] = field(factory=dict)
    served: set[str] = field(factory=set)

    def book(self, history: History, through: date) -> None:
        """Book the whole history; sums that fall due in between move on their own day."""
        for recorded in history:
            self._fall_due(recorded.on - timedelta(days=1))
            self._book_one(recorded)
        self._fall_due(through)

    def balance(self, about: str, account: Account) -> Money:
        """What stands of a sum in a state."""
        return self.balances.get(about, {}).get(account, Money.zero(self.currency))

    def move(  # noqa: PLR0913 - a double entry has this many parts
        self,
        cause: RecordedEvent,
        about: str,
        amount: Money,
        leaves: Account,
        enters: Account,
        *,
        text: str,
        on: date | None = None,
        cite: str = "",
    ) -> None:
        """Write one movement; an empty one is none."""
        if amount.minor == 0:
            return
        accounts = self.balances.setdefault(about, {})
        zero = Money.zero(self.currency)
        accounts[leaves] = accounts.get(leaves, zero) - amount
        accounts[enters] = accounts.get(enters, zero) + amount
        self.movements.append(
            Movement(
                on=on or cause.on,
                amount=amount,
                kind=self.kinds.get(about, "periodic_penalty"),
                about=about,
                leaves=leaves,
                enters=enters,
                text=text,
                event=type(cause.event).__name__,
                act=cause.event.act,
                position=cause.position,
                cite=cite or cause.event.basis,
            )
        )

    def _book_one(self, recorded: RecordedEvent) -> None:
        match recorded.event:
            case FineImposed() as event:
                self._impose(recorded, event)
            case PenaltyLiquidated() as event:
                self._liquidate(recorded, event)
            case ActNotified() as event:
                self._notify(recorded, event)
            case PaymentMade() as event:
                self._pay(recorded, event)
            case AppealLodged() as event:
                self.suspending[event.act] = event.suspends
                for about in event.suspends:
                    self._suspend(recorded, about)
            case AppealDecided() as event:
                self._judge(recorded, event)
            case _:
                pass

    def _impose(self, recorded: RecordedEvent, event: FineImposed) -> None:
        self.kinds[event.measure] = "fine"
        self.decided_in[event.measure] = event.act
        self.addressed[event.measure] = event.to
        cite = event.maximum.cite if event.maximum is not None else ""
        text = f"fine for {event.conduct}: {event.amount}"
        if event.maximum is not None:
            text = f"{text}; maximum {event.maximum.because}"
        self.move(
            recorded,
            event.measure,
            event.amount,
            Account.OUTSIDE,
            Account.NOT_DUE,
            text=text,
            cite=f"{event.basis}; {cite}" if cite else event.basis,
        )

    def _liquidate(self, recorded: RecordedEvent, event: PenaltyLiquidated) -> None:
        self.kinds[event.act] = "periodic_penalty"
        self.decided_in[event.act] = event.act
        self.addressed[event.act] = event.to
        days = event.days
        run = f"{days.days} days of delay with {event.of}, {_stretch(days)}"
        self.move(recorded, event.act, event.run_up, Account.OUTSIDE, Account.ACCRUING, text=run)
        text = f"liquidated: {event.amount} for {run}"
        self.move(recorded, event.act, event.amount, Account.ACCRUING, Account.NOT_DUE, text=text)
        given_up = event.run_up - event.amount
        text = "not taken when the penalty was liquidated"
        self.move(recorded, event.act, given_up, Account.ACCRUING, Account.EXTINGUISHED, text=text)

    def _notify(self, recorded: RecordedEvent, event: ActNotified) -> None:
        payment = [period for period in event.starts if period.name == "payment"]
        for about, act in self.decided_in.items():
            if act != event.of or event.to not in self.addressed[about]:
                continue
            self.served.add(about)
            if payment:
                due = payment[0].deadline.on + timedelta(days=1)
                cite = payment[0].cite
                self.falling.append(_Falling(on=due, about=about, cause=recorded, cite=cite))
            else:
                self._due(recorded, about, recorded.on, "payable from notification", "model")

    def _fall_due(self, through: date) -> None:
        due = sorted((f for f in self.falling if f.on <= through), key=lambda f: f.on)
        self.falling = [f for f in self.falling if f.on > through]
        for one in due:
            self._due(one.cause, one.about, one.on, "the period to pay has ended", one.cite)

    def _due(self, cause: RecordedEvent, about: str, on: date, text: str, cite: str) -> None:
        amount = self.balance(about, Account.NOT_DUE)
        self.move(cause, about, amount, Account.NOT_DUE, Account.DUE, text=text, on=on, cite=cite)

    def _pay(self, recorded: RecordedEvent, event: PaymentMade) -> None:
        text = f"paid: {event.amount}"
        left = self._take(recorded, event.for_, event.amount, Account.PAID, text=text)
        self.move(recorded, event.for_, left, Account.OUTSIDE, Account.REFUNDABLE, text=text)

    def _take(
        self, cause: RecordedEvent, about: str, amount: Money, enters: Account, *, text: str
    ) -> Money:
        """Move up to an amount out of the unpaid states; what is left of it."""
        for account in UNPAID:
            part = lower(amount, self.balance(about, account))
            self.move(cause, about, part, account, enters, text=text)
            amount = amount - part
        return amount

    def _suspend(self, recorded: RecordedEvent, about: str) -> None:
        for account in (Account.DUE, Account.NOT_DUE):
            amount = self.balance(about, account)
            text = "suspended by the appeal"
            self.move(recorded, about, amount, account, Account.SUSPENDED, text=text)

    def _judge(self, recorded: RecordedEvent, event: AppealDecided) -> None:
        for outcome in event.outcomes:
            if outcome.of in self.decided_in:
                self._apply(recorded, outcome)
        released = self.suspending.pop(event.on_appeal, ())
        for about in released:
            self._release(recorded, about)

    def _release(self, recorded: RecordedEvent, about: str) -> None:
        """A sum that no other appeal suspends is payable again, or will be when its period ends."""
        if any(about in suspended for suspended in self.suspending.values()):
            return
        amount = self.balance(about, Account.SUSPENDED)
        text = "enforceable again after the judgment"
        self.move(recorded, about, amount, Account.SUSPENDED, self._open(about), text=text)

    def _open(self, about: str) -> Account:
        """Where an unpaid sum stands: due once it is notified and its period to pay is over."""
        waits = any(one.about == about for one in self.falling)
        return Account.DUE if about in self.served and not waits else Account.NOT_DUE

    def _apply(self, recorded: RecordedEvent, outcome: Outcome) -> None:
        about = outcome.of
        now = Money.zero(self.currency)
        for account in (*UNPAID, Account.PAID):
            now = now + self.balance(about, account)
        new = now if outcome.result == "upheld" else outcome.amount or Money.zero(self.currency)
        text = outcome.result + (f": {outcome.because}" if outcome.because else "")
        if new > now:
            # what was paid and had become undue is due and paid again
            again = lower(new - now, self.balance(about, Account.REFUNDABLE))
            self.move(recorded, about, again, Account.REFUNDABLE, Account.PAID, text=text)
            rest = new - now - again
            back = lower(rest, self.balance(about, Account.EXTINGUISHED))
            self.move(recorded, about, back, Account.EXTINGUISHED, self._open(about), text=text)
            self.move(recorded, about, rest - back, Account.OUTSIDE, self._open(about), text=text)
            return
        left = self._take(recorded, about, now - new, Account.EXTINGUISHED, text=text)
        self.move(recorded, about, left, Account.PAID, Account.REFUNDABLE, text=text)


def _stretch(days: Span) -> str:
    return f"{in_words(days.first)} to {in_words(days.last)}"


def closing_events(history: History, order: str) -> Iterator[RecordedEvent]:
    """The events after which what an order has run up cannot be taken any more."""
    for recorded in history:
        match recorded.event:
            case OrderClosed(of=of) if of == order:
                yield recorded
            case ProceedingClosed():
                yield recorded
            case AppealDecided(outcomes=outcomes) if any(
                o.of == order and o.result == "annulled" for o in outcomes
            ):
                yield recorded
            case _:
                pass
