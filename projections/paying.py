"""What imposing, notifying, paying and giving up do to sums, as double entries."""

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from domain.amounts import lower
from domain.days import days_later
from domain.money import Money
from domain.proceeding.acts.collection import InstalmentsGranted
from domain.proceeding.acts.corrections import SumCorrected, corrected
from domain.proceeding.acts.payment import PaymentMade, ProposalPaid, reduced
from domain.proceeding.acts.remission import SumRemitted, SumWrittenOff, given_up
from domain.proceeding.acts.service import ActNotified, NotificationCorrected
from domain.proceeding.acts.succession import PartySucceeded
from domain.proceeding.entries import Outcome, RunningPeriod
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.measures import CostsImposed, FineImposed
from projections.accounts import Account
from projections.judging import apply_outcome

if TYPE_CHECKING:
    from projections.movements import Bookkeeper

Changed = SumRemitted | SumWrittenOff | SumCorrected


@frozen(kw_only=True)
class Falling:
    """A sum that becomes payable on a later day, all but what later instalments keep."""

    on: date
    about: str
    cause: RecordedEvent
    cite: str
    text: str = "the period to pay has ended"
    keeps: Money | None = None
    party: str = ""


def book_payment(books: "Bookkeeper", recorded: RecordedEvent) -> None:
    """Book an event about imposing, notifying or paying; any other moves nothing."""
    match recorded.event:
        case FineImposed() | CostsImposed() as event:
            _impose(books, recorded, event)
        case ActNotified() as event:
            _notify(books, recorded, event)
        case NotificationCorrected() as event:
            _notify_anew(books, recorded, event)
        case PaymentMade(for_=of) as event if of in books.kinds and of not in books.by_law:
            _pay(books, recorded, event)
        case ProposalPaid() as event:
            _pay_proposal(books, recorded, event)
        case SumRemitted() | SumWrittenOff() | SumCorrected() as event:
            _change(books, recorded, event)
        case InstalmentsGranted() as event:
            _spread(books, recorded, event)
        case PartySucceeded() as event:
            _succeed(books, event)
        case _:
            pass


def _impose(
    books: "Bookkeeper", recorded: RecordedEvent, event: FineImposed | CostsImposed
) -> None:
    """Enter a sum that a decision imposes, not payable before it is notified."""
    books.decided_in[event.measure] = event.act
    books.addressed[event.measure] = event.to
    if isinstance(event, FineImposed):
        books.kinds[event.measure] = "fine"
        if event.payable:
            books.to_confirm.add(event.measure)
            books.unconfirmed.add(event.measure)
        text, cite = _fine_text(event)
    else:
        books.kinds[event.measure] = "costs"
        of = f" of {event.of}" if event.of else ""
        text, cite = f"costs{of}: {event.amount}", event.basis
    books.move(
        recorded,
        event.measure,
        event.amount,
        Account.OUTSIDE,
        Account.NOT_DUE,
        text=text,
        cite=cite,
    )


def _fine_text(event: FineImposed) -> tuple[str, str]:
    text = f"fine for {event.conduct}: {event.amount}"
    if event.maximum is not None:
        text = f"{text}; maximum {event.maximum.because}"
    if event.proposed is not None and event.proposed != event.amount:
        text = f"{text}; proposed were {event.proposed}"
    if event.converted is not None:
        one = event.converted
        text = f"{text}; converted from {one.from_} at {one.rate} of {one.rate_of}"
    cite = "" if event.maximum is None else event.maximum.cite
    return text, f"{event.basis}; {cite}" if cite else event.basis


def _notify(books: "Bookkeeper", recorded: RecordedEvent, event: ActNotified) -> None:
    """A sum is payable once its act is notified, or when a period to pay has ended."""
    for about in _told_of(books, event):
        books.served.add(about)
        own = _to_pay(event, about, books.decided_in[about])
        if own is None:
            books.payable.setdefault(about, {})[event.to] = recorded.on
            if about not in books.spread:
                books.due(recorded, about, recorded.on, "payable from notification", "model")
        else:
            _wait(books, recorded, event, about, own)


def _told_of(books: "Bookkeeper", event: ActNotified | NotificationCorrected) -> tuple[str, ...]:
    """The sums of an act that are for the party which is notified of it."""
    return tuple(
        about
        for about, act in books.decided_in.items()
        if act == event.of and event.to in books.addressed[about]
    )


def _wait(
    books: "Bookkeeper",
    recorded: RecordedEvent,
    event: ActNotified | NotificationCorrected,
    about: str,
    own: RunningPeriod,
) -> None:
    """Let a sum fall due on the day after its period to pay, or on its end if no day follows."""
    on = days_later(own.deadline.on, 1) or own.deadline.on
    books.payable.setdefault(about, {})[event.to] = on
    if about not in books.spread:
        books.falling.append(
            Falling(on=on, about=about, cause=recorded, cite=own.cite, party=event.to)
        )


def _notify_anew(
    books: "Bookkeeper", recorded: RecordedEvent, event: NotificationCorrected
) -> None:
    """Another day of notification: what is not payable yet by it waits, and is not due so long."""
    for about in _told_of(books, event):
        books.falling = [f for f in books.falling if (f.about, f.party) != (about, event.to)]
        own = _to_pay(event, about, books.decided_in[about])
        if own is None:
            books.payable.setdefault(about, {})[event.to] = event.right
        else:
            _wait(books, recorded, event, about, own)
        if about in books.spread:
            continue
        if any(on <= recorded.on for on in books.payable[about].values()):
            text = "payable by the right day of notification"
            books.due(recorded, about, recorded.on, text, "model")
        else:
            text = "not payable yet by the right day of notification"
            amount = books.balance(about, Account.DUE)
            books.move(recorded, about, amount, Account.DUE, Account.NOT_DUE, text=text)


def _to_pay(
    event: ActNotified | NotificationCorrected, about: str, act: str
) -> RunningPeriod | None:
    """The period to pay of a measure, or that of its act."""
    payment = [period for period in event.starts if period.name == "payment"]
    own = [period for period in payment if period.of == about]
    return next(iter(own or [period for period in payment if period.of == act]), None)


def fall_due(books: "Bookkeeper", through: date) -> None:
    """Let what falls due by then be due; of instalments only what the later ones do not keep."""
    due = [one for one in books.falling if one.on <= through]
    books.falling = [one for one in books.falling if one.on > through]
    for one in due:
        books.due(one.cause, one.about, one.on, one.text, one.cite, keeps=one.keeps)


def _pay(books: "Bookkeeper", recorded: RecordedEvent, event: PaymentMade) -> None:
    """What is paid leaves the unpaid states; what reductions let go is a line of its own."""
    text = f"paid: {event.amount}"
    left = books.take(recorded, event.for_, event.amount, Account.PAID, text=text)
    books.move(recorded, event.for_, left, Account.OUTSIDE, Account.REFUNDABLE, text=text)
    for outcome in reduced(event):
        cites = "; ".join(dict.fromkeys(one.cite for one in event.reductions))
        apply_outcome(books, recorded, outcome, cite=cites)


def _pay_proposal(books: "Bookkeeper", recorded: RecordedEvent, event: ProposalPaid) -> None:
    """A proposed sum that is paid: imposed by nobody's decision, reduced, and settled at once."""
    about, zero = event.for_, Money.zero(books.currency)
    books.kinds[about] = "fine"
    books.decided_in[about] = event.for_
    books.addressed[about] = event.to
    books.served.add(about)
    text = f"proposed and paid before a decision: {event.base}"
    books.move(recorded, about, event.base, Account.OUTSIDE, Account.DUE, text=text)
    for one in event.reductions:
        books.move(
            recorded,
            about,
            lower(one.amount, books.balance(about, Account.DUE)),
            Account.DUE,
            Account.EXTINGUISHED,
            text=f"reduced: {one.because}",
            cite=one.cite,
        )
    open_still = books.balance(about, Account.DUE)
    text = f"paid: {event.amount}"
    now = lower(event.amount, open_still)
    books.move(recorded, about, now, Account.DUE, Account.PAID, text=text)
    more = event.amount - now
    books.move(recorded, about, more, Account.OUTSIDE, Account.REFUNDABLE, text=text)
    rest = open_still - now
    if zero < rest:
        text = "not paid, and owed by nobody without a decision"
        books.move(recorded, about, rest, Account.DUE, Account.EXTINGUISHED, text=text)


def _change(books: "Bookkeeper", recorded: RecordedEvent, event: Changed) -> None:
    """A sum that the authority remits, writes off or corrects is another one from that day on."""
    outcome: Outcome = corrected(event) if isinstance(event, SumCorrected) else given_up(event)
    apply_outcome(books, recorded, outcome)
    books.keep_instalments(recorded, event.of, recorded.on)


def _spread(books: "Bookkeeper", recorded: RecordedEvent, event: InstalmentsGranted) -> None:
    """What was due is payable in parts instead, each from the day after its own."""
    about = event.of
    books.falling = [one for one in books.falling if one.about != about]
    books.spread[about] = event.parts
    amount = books.balance(about, Account.DUE)
    text = "payable in instalments"
    books.move(recorded, about, amount, Account.DUE, Account.NOT_DUE, text=text)
    for number, (on, part) in enumerate(event.parts, 1):
        text = f"instalment {number} of {len(event.parts)}: {part}"
        keeps = books.instalments_after(about, on)
        due = days_later(on, 1) or on
        falling = Falling(on=due, about=about, cause=recorded, cite="", text=text, keeps=keeps)
        books.falling.append(falling)


def _succeed(books: "Bookkeeper", event: PartySucceeded) -> None:
    """A sum is owed by who stepped into the place of its debtor; it stays as it is."""
    for about, to in books.addressed.items():
        books.addressed[about] = tuple(event.to if one == event.from_ else one for one in to)
