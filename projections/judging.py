"""What appeals, suspensions, judgments and confirmations do to sums, as double entries."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from domain.amounts import lower
from domain.money import Money
from domain.proceeding.acts.confirmation import ConfirmationDecided
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.reconsideration import ActReconsidered
from domain.proceeding.acts.suspension import SuspensionDecided
from domain.proceeding.confirming import KEEPING
from domain.proceeding.entries import Outcome
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.outcomes import ENDING, annulled
from projections.accounts import UNPAID, Account

if TYPE_CHECKING:
    from projections.movements import Bookkeeper

_ONE_DAY = timedelta(days=1)


@frozen(kw_only=True)
class Hold:
    """Sums that are not enforceable for now, through `until` or until something ends that.

    One that rests while its appeal is decided counts again if the appeal is sent back.
    """

    about: tuple[str, ...]
    cause: RecordedEvent
    all_of_it: tuple[str, ...]
    until: date | None = None


def hold(  # noqa: PLR0913 - a hold is of something, since an event, for a time, for a reason
    books: "Bookkeeper",
    recorded: RecordedEvent,
    name: str,
    about: tuple[str, ...],
    *,
    until: date | None = None,
    text: str = "suspended by the appeal",
) -> None:
    """Take sums out of what is payable, or will be."""
    books.holds[name] = Hold(about=about, cause=recorded, all_of_it=about, until=until)
    for one in about:
        for account in (Account.DUE, Account.NOT_DUE):
            amount = books.balance(one, account)
            books.move(recorded, one, amount, account, Account.SUSPENDED, text=text)


def decided_on_suspension(
    books: "Bookkeeper", recorded: RecordedEvent, event: SuspensionDecided
) -> None:
    """A suspension that is granted holds sums, one that is ended lets them go."""
    if event.result == "granted":
        text = "suspended" if event.until is None else f"suspended until {event.until}"
        hold(books, recorded, event.act, event.of, until=event.until, text=text)
    elif event.result == "ended":
        _let_go(books, recorded, event.of, text="the suspension is ended")


def next_end(books: "Bookkeeper", through: date) -> date | None:
    """The first day up to `through` on which a suspension with a last day is over."""
    ends = [one.until for one in books.holds.values() if one.until is not None]
    over = [day for day in ends if day < through]
    return min(over) + _ONE_DAY if over else None


def end_holds(books: "Bookkeeper", day: date) -> None:
    """Let go what was suspended until the day before."""
    over = [name for name, one in books.holds.items() if one.until is not None and one.until < day]
    for name in over:
        ended = books.holds.pop(name)
        for about in ended.about:
            text = "the suspension has run out"
            _release(books, ended.cause, about, text=text, on=day)


def _let_go(
    books: "Bookkeeper", recorded: RecordedEvent, about: tuple[str, ...], *, text: str
) -> None:
    """End every suspension by decision of these sums; those by law last as long as the appeal."""
    for name, one in tuple(books.holds.items()):
        if isinstance(one.cause.event, SuspensionDecided):
            left = tuple(of for of in one.about if of not in about)
            books.holds[name] = Hold(
                about=left, cause=one.cause, all_of_it=one.all_of_it, until=one.until
            )
    for of in about:
        _release(books, recorded, of, text=text)


def _release(
    books: "Bookkeeper", cause: RecordedEvent, about: str, *, text: str, on: date | None = None
) -> None:
    """A sum that nothing else suspends is payable again, or will be when its period ends."""
    enters = books.opened(about)
    if enters is not Account.SUSPENDED:
        amount = books.balance(about, Account.SUSPENDED)
        books.move(cause, about, amount, Account.SUSPENDED, enters, text=text, on=on)
        books.keep_instalments(cause, about, on or cause.on)


def judged(
    books: "Bookkeeper", recorded: RecordedEvent, event: AppealDecided | ActReconsidered
) -> None:
    """Set each sum to what became of it, then let go what was suspended until now."""
    appeal = event.on_appeal if isinstance(event, AppealDecided) else event.answers
    ended = books.holds.get(appeal)
    if ended is not None:
        _rest(books, appeal, ended)
    for one in event.reopens if isinstance(event, AppealDecided) else ():
        again = books.holds.get(one)
        if again is not None:
            text = "suspended again by the appeal that was sent back"
            hold(books, recorded, one, again.all_of_it, text=text)
    for outcome in event.outcomes:
        if outcome.of in books.decided_in:
            apply_outcome(books, recorded, outcome)
    books.outcomes.extend(event.outcomes)
    if isinstance(event, AppealDecided):
        _confirmed_by(books, event)
    _reconfirm(books, recorded)
    for about in ended.about if ended is not None else ():
        _release(books, recorded, about, text="enforceable again after the judgment")
    _let_go(books, recorded, event.releases, text="enforceable again after the judgment")


def _rest(books: "Bookkeeper", appeal: str, ended: Hold) -> None:
    """Keep what an appeal would suspend, should it be sent back."""
    books.holds[appeal] = Hold(about=(), cause=ended.cause, all_of_it=ended.all_of_it)


def apply_outcome(
    books: "Bookkeeper", recorded: RecordedEvent, outcome: Outcome, *, cite: str = ""
) -> None:
    """Move the difference between what a sum was and what an outcome sets it to."""
    if outcome.amount is None and outcome.result not in ENDING:
        return
    about, zero = outcome.of, Money.zero(books.currency)
    now = zero
    for account in (*UNPAID, Account.PAID):
        now = now + books.balance(about, account)
    new = zero if outcome.result in ENDING or outcome.amount is None else outcome.amount
    text = outcome.result + (f": {outcome.because}" if outcome.because else "")
    if new > now:
        _add(books, recorded, about, new - now, text=text)
        return
    left = books.take(recorded, about, now - new, Account.EXTINGUISHED, text=text, cite=cite)
    books.move(recorded, about, left, Account.PAID, Account.REFUNDABLE, text=text)


def _add(
    books: "Bookkeeper", recorded: RecordedEvent, about: str, more: Money, *, text: str
) -> None:
    """What was paid and had become undue is due and paid again; the rest is open."""
    again = lower(more, books.balance(about, Account.REFUNDABLE))
    books.move(recorded, about, again, Account.REFUNDABLE, Account.PAID, text=text)
    rest = more - again
    back = lower(rest, books.balance(about, Account.EXTINGUISHED))
    opened = books.opened(about)
    books.move(recorded, about, back, Account.EXTINGUISHED, opened, text=text)
    books.move(recorded, about, rest - back, Account.OUTSIDE, opened, text=text)
    books.keep_instalments(recorded, about, recorded.on)


def confirm(books: "Bookkeeper", recorded: RecordedEvent, event: ConfirmationDecided) -> None:
    """A fine that a court confirms can be payable; one that it refuses to confirm is gone."""
    for outcome in event.outcomes:
        if outcome.of in books.decided_in:
            apply_outcome(books, recorded, outcome)
    books.outcomes.extend(event.outcomes)
    if event.result == "confirmed":
        books.confirming.append((event.act, event.of))
    _reconfirm(books, recorded)


def _confirmed_by(books: "Bookkeeper", event: AppealDecided) -> None:
    """A court that hears the appeal and leaves something of a fine confirms that."""
    kept = (one.of for one in event.outcomes if one.result in KEEPING)
    books.confirming.extend((event.act, of) for of in kept)


def _reconfirm(books: "Bookkeeper", recorded: RecordedEvent) -> None:
    """Let what is confirmed be payable, and no more what a judgment confirmed that is set aside."""
    gone = annulled(books.outcomes)
    confirmed = {of for act, of in books.confirming if act not in gone}
    for about in sorted(books.to_confirm):
        waits = not {about, books.decided_in[about]} & confirmed
        if waits and about not in books.unconfirmed:
            books.unconfirmed.add(about)
            amount, text = books.balance(about, Account.DUE), "the confirmation is set aside"
            books.move(recorded, about, amount, Account.DUE, Account.NOT_DUE, text=text)
        elif not waits and about in books.unconfirmed:
            books.unconfirmed.discard(about)
            if books.opened(about) is Account.DUE:
                amount, text = books.balance(about, Account.NOT_DUE), "confirmed by the court"
                books.move(recorded, about, amount, Account.NOT_DUE, Account.DUE, text=text)
