"""Financial exposure as a ledger: every figure is the sum of lines, each with its cause."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from domain.amounts import lower
from domain.days import Span, in_words
from domain.money import Money
from domain.proceeding.conditions import party_is
from domain.proceeding.entries import Order, PenaltyTerms
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.measures import OrderIssued
from domain.proceeding.messages import Allegations
from domain.proceeding.rooms import Case
from domain.proceeding.standing import (
    crystallised,
    delay,
    may_crystallise,
    met_on,
    notice_status,
    run_up,
)
from domain.proceeding.state import ProceedingState
from domain.rulebook.conditions import PartyIs
from domain.rulebook.rulebook import Rulebook
from projections.folding import History, Kept, state_of
from projections.movements import IMPOSED, Account, Bookkeeper, Movement, closing_events

STATES = tuple(account.value for account in Account if account is not Account.OUTSIDE)
DERIVED = ("fined", "liquidated", "imposed", "outstanding")
FIGURES = ("at_stake", *DERIVED, *STATES)


@frozen(kw_only=True)
class Stake:
    """The most that may still be imposed for one thing; `ceiling` is None while it is open."""

    about: str
    floor: Money
    ceiling: Money | None
    text: str
    act: str
    position: int
    event: str
    cite: str


@frozen(kw_only=True)
class Line:
    """What one movement adds to a figure, or takes from it, and why."""

    on: date
    amount: Money
    about: str
    text: str
    event: str
    act: str
    position: int
    cite: str


@frozen(kw_only=True)
class Exposure:
    """The ledger of a proceeding as of a day; figures are sums of its movements."""

    as_of: date
    currency: str
    movements: tuple[Movement, ...]
    stakes: tuple[Stake, ...]

    def lines(self, figure: str) -> tuple[Line, ...]:
        """The lines of a figure; they sum to it. `at_stake` has `stakes` instead."""
        if figure not in (*DERIVED, *STATES):
            sums = ", ".join((*DERIVED, *STATES))
            raise ValueError(f"'{figure}' is no sum of lines; there are {sums}, and .stakes")
        found: list[Line] = []
        for movement in self.movements:
            share = _share(movement, figure)
            if share:
                found.append(
                    Line(
                        on=movement.on,
                        amount=movement.amount * share,
                        about=movement.about,
                        text=movement.text,
                        event=movement.event,
                        act=movement.act,
                        position=movement.position,
                        cite=movement.cite,
                    )
                )
        return tuple(found)

    def figure(self, figure: str) -> Money:
        """One figure, such as `imposed` or `due`."""
        total = Money.zero(self.currency)
        for line in self.lines(figure):
            total = total + line.amount
        return total

    @property
    def at_stake(self) -> tuple[Money, Money | None]:
        """Floor and ceiling of what may still be imposed; the ceiling is None while open."""
        floor = Money.zero(self.currency)
        ceiling: Money | None = floor
        for stake in self.stakes:
            floor = floor + stake.floor
            both = ceiling is not None and stake.ceiling is not None
            ceiling = ceiling + stake.ceiling if both and ceiling and stake.ceiling else None
        return floor, ceiling


def _share(movement: Movement, figure: str) -> int:
    """+1, -1 or 0: how a movement counts in a figure."""
    inside = _inside(figure, movement.kind)
    return int(movement.enters in inside) - int(movement.leaves in inside)


def _inside(figure: str, kind: str) -> frozenset[Account]:
    """The states whose sum a figure is, for one kind of sum."""
    match figure:
        case "imposed":
            return IMPOSED
        case "outstanding":
            return IMPOSED - {Account.PAID}
        case "fined":
            return IMPOSED if kind == "fine" else frozenset()
        case "liquidated":
            return IMPOSED if kind == "periodic_penalty" else frozenset()
        case _:
            return frozenset({Account(figure)})


@frozen
class ExposureLedger(Kept):
    """The read model behind every figure in money."""

    name: ClassVar[str] = "exposure"

    def at(self, day: date, law: Rulebook) -> Exposure:
        """The ledger as of the end of a day; the law gives the maxima of what is at stake."""
        history = self.until(day)
        state = state_of(history)
        currency = state.currency or law.currency
        books = Bookkeeper(currency=currency)
        books.book(history, day)
        for order in state.orders:
            _accrue(books, history, state, order, day)
        return Exposure(
            as_of=day,
            currency=currency,
            movements=tuple(sorted(books.movements, key=lambda m: m.on)),
            stakes=(*_charged(history, state, day, law), *_open_orders(history, state, day)),
        )


def _event_of(history: History, measure: str) -> RecordedEvent:
    return next(
        r for r in history if isinstance(r.event, OrderIssued) and r.event.measure == measure
    )


def _accrue(
    books: Bookkeeper, history: History, state: ProceedingState, order: Order, day: date
) -> None:
    """Book what an order has run up beyond what was liquidated, and what became of it."""
    open_still = may_crystallise(state, order)
    end = None if open_still else next(closing_events(history, order.id))
    through = day if end is None else lower(day, end.on)
    span = delay(state, order, through)
    if span is None or order.penalty is None:
        return
    left = run_up(state, order, through) - crystallised(state, order.id)
    if left.minor <= 0:
        return
    issued = _event_of(history, order.id)
    text = _running(state, order, order.penalty, span)
    cite = f"{issued.event.basis}; counting: {order.penalty.label}"
    books.kinds[order.id] = "periodic_penalty"
    enters = Account.ACCRUING
    books.move(issued, order.id, left, Account.OUTSIDE, enters, text=text, on=span.last, cite=cite)
    if end is not None:
        text = "it can be liquidated no more"
        books.move(end, order.id, left, Account.ACCRUING, Account.EXTINGUISHED, text=text)


def _running(state: ProceedingState, order: Order, terms: PenaltyTerms, span: Span) -> str:
    """How an accruing sum comes about: days, rate, and what liquidations took."""
    taken = sum(one.days.days for one in state.liquidations if one.of == order.id)
    days = f"{span.days} days of delay, {in_words(span.first)} to {in_words(span.last)}"
    if taken:
        days = f"{days}, less {taken} liquidated: {span.days - taken} days"
    most = f", at most {terms.at_most}" if terms.at_most is not None else ""
    again = f"; that it can be liquidated again: {terms.again}" if taken and terms.again else ""
    return f"{days}, at {terms.rate}{most}; owed by nobody until it is liquidated{again}"


def _charged(
    history: History, state: ProceedingState, day: date, law: Rulebook
) -> tuple[Stake, ...]:
    """The maximum for each conduct that is alleged and not decided, for each addressee."""
    stakes: list[Stake] = []
    for act, party, conduct, provisions in () if state.closed_on else _alleged(state, day):
        recorded = next(r for r in history if r.event.act == act)
        most = fine_maximum(state, law, day, provisions=provisions, to=(party,))
        if most is not None and _can_be_fined(state, law, day, party):
            stakes.append(
                Stake(
                    about=conduct,
                    floor=most.floor,
                    ceiling=most.ceiling,
                    text=f"a fine for {conduct} against {party}, {most.because}",
                    act=act,
                    position=recorded.position,
                    event=type(recorded.event).__name__,
                    cite=most.cite,
                )
            )
    return tuple(stakes)


def _can_be_fined(state: ProceedingState, law: Rulebook, day: date, party: str) -> bool:
    """Whether the law that day has a fine for such a party; in France never for the State."""
    for power in law.measures("fine", day):
        case = Case(state=state, law=law, on=day, power=power, act="decision")
        kinds = (one for one in power.requires if isinstance(one, PartyIs))
        if all(party_is(case, one, (party,)) is None for one in kinds):
            return True
    return False


def _alleged(
    state: ProceedingState, day: date
) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Act, addressee, conduct and provisions of what hangs over somebody, and is not decided since.

    Charges take the place of a notice, for a fine rests on them; supplementary ones add to those
    before, and the latest act is named.
    """
    found: dict[tuple[str, str], tuple[str, str, str, tuple[str, ...]]] = {}
    noticed = {notice.id for notice in state.notices}
    ended = {"met", "closed"}
    notices = [n for n in state.notices if notice_status(state, n, day) not in ended]
    open_ones: list[tuple[str, tuple[str, ...], Allegations]] = [
        *((notice.id, notice.to, notice.alleges) for notice in notices),
        *((charges.id, charges.to, charges.alleges) for charges in state.charges),
    ]
    for act, to, alleges in open_ones:
        decided = _decided_since(state, act)
        for conduct, provisions in alleges:
            for party in to if act not in state.annulled else ():
                if (conduct, party) not in decided:
                    before = found.get((conduct, party), ("", "", "", ()))
                    earlier = () if before[0] in noticed else before[3]
                    once = tuple(dict.fromkeys((*earlier, *provisions)))
                    found[conduct, party] = (act, party, conduct, once)
    return tuple(found.values())


def _decided_since(state: ProceedingState, act: str) -> frozenset[tuple[str, str]]:
    """Conduct and addressee of every finding or dismissal that came after an act."""
    order = [entry.id for entry in state.acts]
    return frozenset(
        (conduct, party)
        for decision in state.decisions
        if decision.id not in state.annulled and order.index(decision.id) > order.index(act)
        for conduct, _ in (*decision.finds, *decision.dismisses)
        for party in decision.to
    )


def _open_orders(history: History, state: ProceedingState, day: date) -> tuple[Stake, ...]:
    """What open orders with a periodic penalty may still bring."""
    zero = Money.zero(state.currency or "EUR")
    stakes: list[Stake] = []
    for order in state.orders:
        terms = order.penalty
        over = met_on(state, order.id) is not None or not may_crystallise(state, order)
        if terms is None or over:
            continue
        issued = _event_of(history, order.id)
        most = "it has no maximum" if terms.at_most is None else f"at most {terms.at_most}"
        left = None if terms.at_most is None else terms.at_most - run_up(state, order, day)
        stakes.append(
            Stake(
                about=order.id,
                floor=zero,
                ceiling=left,
                text=f"{terms.rate} for each further day of delay with {order.id}; {most}",
                act=order.decision,
                position=issued.position,
                event="OrderIssued",
                cite=terms.cite,
            )
        )
    return tuple(stakes)
