"""The double entry: how each event, and each day, moves money from one state into another."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import define, field

from domain.amounts import lower
from domain.days import Span, in_words
from domain.money import Money
from domain.proceeding.acts.appeal import AppealLodged
from domain.proceeding.acts.closure import OrderClosed, ProceedingClosed
from domain.proceeding.acts.confirmation import ConfirmationDecided
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.reconsideration import ActReconsidered, ReconsiderationRequested
from domain.proceeding.acts.suspension import SuspensionDecided
from domain.proceeding.entries import Outcome
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.outcomes import annulled, annulling
from projections.accounts import UNPAID, Account, Movement
from projections.folding import History
from projections.judging import (
    Hold,
    confirm,
    decided_on_suspension,
    end_holds,
    hold,
    judged,
    next_end,
)
from projections.paying import Falling, book_payment, fall_due


@define
class Bookkeeper:
    """Books the events of a proceeding, in order, up to the end of a day.

    What is owed `by_law` alone, unit by unit, is booked apart, with what was paid of it.
    """

    currency: str
    by_law: frozenset[str] = frozenset()
    movements: list[Movement] = field(factory=list)
    balances: dict[str, dict[Account, Money]] = field(factory=dict)
    kinds: dict[str, str] = field(factory=dict)
    decided_in: dict[str, str] = field(factory=dict)
    addressed: dict[str, tuple[str, ...]] = field(factory=dict)
    falling: list[Falling] = field(factory=list)
    holds: dict[str, Hold] = field(factory=dict)
    to_confirm: set[str] = field(factory=set)
    unconfirmed: set[str] = field(factory=set)
    confirming: list[tuple[str, str]] = field(factory=list)
    outcomes: list[Outcome] = field(factory=list)
    served: set[str] = field(factory=set)
    payable: dict[str, dict[str, date]] = field(factory=dict)
    spread: dict[str, tuple[tuple[date, Money], ...]] = field(factory=dict)

    def book(self, history: History, through: date) -> None:
        """Book the whole history; sums that fall due in between move on their own day."""
        for recorded in history:
            self._pass(recorded.on - timedelta(days=1))
            self._book_one(recorded)
        self._pass(through)

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
            case PenaltyLiquidated() as event:
                self._liquidate(recorded, event)
            case AppealLodged() | ReconsiderationRequested() as event:
                hold(self, recorded, event.act, event.suspends)
            case SuspensionDecided() as event:
                decided_on_suspension(self, recorded, event)
            case AppealDecided() | ActReconsidered() as event:
                judged(self, recorded, event)
            case ConfirmationDecided() as event:
                confirm(self, recorded, event)
            case _:
                book_payment(self, recorded)

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

    def _pass(self, through: date) -> None:
        """Let days pass, one by one where something falls due or a suspension ends on them."""
        while True:
            days = [one.on for one in self.falling if one.on <= through]
            ending = next_end(self, through)
            day = min(days) if days else ending
            if ending is not None and day is not None:
                day = min(day, ending)
            if day is None:
                return
            fall_due(self, day)
            end_holds(self, day)

    def due(  # noqa: PLR0913 - a day, a reason and a provision, and what is not due as yet
        self,
        cause: RecordedEvent,
        about: str,
        on: date,
        text: str,
        cite: str,
        *,
        keeps: Money | None = None,
    ) -> None:
        """What was not payable yet is, but for what later instalments keep."""
        if about in self.unconfirmed:
            return
        amount = self.balance(about, Account.NOT_DUE)
        if keeps is not None:
            amount = amount - lower(amount, keeps)
        self.move(cause, about, amount, Account.NOT_DUE, Account.DUE, text=text, on=on, cite=cite)

    def keep_instalments(self, cause: RecordedEvent, about: str, on: date) -> None:
        """After any change of a sum in instalments: what those still to come do not keep is due."""
        if about in self.spread and self.opened(about) is not Account.SUSPENDED:
            keeps = self.instalments_after(about, on - timedelta(days=1))
            self.due(cause, about, on, "instalments that are due", "model", keeps=keeps)

    def instalments_after(self, about: str, on: date) -> Money:
        """What the instalments after a day come to."""
        total = Money.zero(self.currency)
        for day, part in self.spread.get(about, ()):
            if day > on:
                total = total + part
        return total

    def take(  # noqa: PLR0913 - see move
        self,
        cause: RecordedEvent,
        about: str,
        amount: Money,
        enters: Account,
        *,
        text: str,
        cite: str = "",
    ) -> Money:
        """Move up to an amount out of the unpaid states; what is left of it."""
        for account in UNPAID:
            part = lower(amount, self.balance(about, account))
            self.move(cause, about, part, account, enters, text=text, cite=cite)
            amount = amount - part
        return amount

    def opened(self, about: str) -> Account:
        """Where an unpaid sum stands: held, or due once it is notified and a period is over."""
        if any(about in one.about for one in self.holds.values()):
            return Account.SUSPENDED
        waits = about in self.unconfirmed or self._is_falling(about)
        return Account.DUE if about in self.served and not waits else Account.NOT_DUE

    def _is_falling(self, about: str) -> bool:
        """Whether instalments are still to come, or the period of every party that was told."""
        waiting = {one.party for one in self.falling if one.about == about}
        told = set(self.payable.get(about, ()))
        return bool(waiting) and (about in self.spread or told <= waiting)


def _stretch(days: Span) -> str:
    return f"{in_words(days.first)} to {in_words(days.last)}"


def closing_events(history: History, order: str) -> Iterator[RecordedEvent]:
    """The events after which what an order has run up cannot be taken any more.

    An annulment is none of them once the order lives again, nor a closure that was annulled.
    """
    judging = (one.event for one in history)
    outcomes = [
        outcome
        for event in judging
        if isinstance(event, AppealDecided | ActReconsidered)
        for outcome in event.outcomes
    ]
    gone, ended = annulled(outcomes), annulling(outcomes, order)
    for recorded in history:
        match recorded.event:
            case OrderClosed(of=of, act=act) if of == order and act not in gone:
                yield recorded
            case ProceedingClosed(act=act) if act not in gone:
                yield recorded
            case AppealDecided(act=act) | ActReconsidered(act=act):
                if ended is not None and ended.act == act:
                    yield recorded
            case _:
                pass
