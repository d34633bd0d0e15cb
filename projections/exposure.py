"""Financial exposure as a ledger: every figure is the sum of lines, each with its cause."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from domain.money import Money
from domain.proceeding.conditions import party_is, unmet
from domain.proceeding.entries import PenaltyTerms
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.messages import Allegations, joined
from domain.proceeding.penalties import (
    Penalised,
    duty_of,
    ended_on,
    joint_maximum_of,
    may_crystallise,
    owed_by_law,
    penalised,
    run_up,
    sharing,
)
from domain.proceeding.proposing import proposals
from domain.proceeding.rooms import Case
from domain.proceeding.standing import lapsed_on, met_on, notice_status
from domain.proceeding.state import ProceedingState
from domain.rulebook.conditions import BeforeEndOf, PartyIs
from domain.rulebook.rulebook import Rulebook
from projections.accounts import IMPOSED, Account, Movement
from projections.folding import History, Kept, state_of
from projections.movements import Bookkeeper
from projections.running import book_penalties, ordered_by, rate_of

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
            ceiling = None if ceiling is None or stake.ceiling is None else ceiling + stake.ceiling
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
        books = Bookkeeper(currency=currency, by_law=frozenset(owed_by_law(state)))
        books.book(history, day)
        book_penalties(books, history, state, day)
        return Exposure(
            as_of=day,
            currency=currency,
            movements=tuple(sorted(books.movements, key=lambda m: m.on)),
            stakes=(*_charged(history, state, day, law), *_open_orders(history, state, day)),
        )


def _charged(
    history: History, state: ProceedingState, day: date, law: Rulebook
) -> tuple[Stake, ...]:
    """The maximum for each conduct that is alleged and not decided, for each addressee."""
    stakes: list[Stake] = []
    over = state.closed_on is not None or lapsed_on(state, day) is not None
    for act, party, conduct, provisions in () if over else _alleged(state, day):
        recorded = next(r for r in history if r.event.act == act)
        most = fine_maximum(state, law, day, provisions=provisions, to=(party,))
        if most is not None and _can_be_fined(state, law, day, party):
            said = _proposal(state, conduct, party)
            stakes.append(
                Stake(
                    about=conduct,
                    floor=most.floor,
                    ceiling=most.ceiling,
                    text=f"a fine for {conduct} against {party}, {most.because}{said}",
                    act=act,
                    position=recorded.position,
                    event=type(recorded.event).__name__,
                    cite=most.cite,
                )
            )
    return tuple(stakes)


def _proposal(state: ProceedingState, conduct: str, party: str) -> str:
    """What was proposed for it, which binds nobody."""
    said = [
        one.kind if one.amount is None else f"{one.kind} of {one.amount}"
        for one in proposals(state, conduct, party)
    ]
    return f"; proposed: {joined(said)}, from which the decision may differ" if said else ""


def _can_be_fined(state: ProceedingState, law: Rulebook, day: date, party: str) -> bool:
    """Whether the law that day still has a fine for such a party; in France never for the State.

    A period that the fine has to keep, as in DPA Sch 16, leaves none once it has ended.
    """
    for power in law.measures("fine", day):
        case = Case(state=state, law=law, on=day, power=power, act="decision")
        kinds = (one for one in power.requires if isinstance(one, PartyIs))
        ended = (unmet(case, one) for one in power.requires if isinstance(one, BeforeEndOf))
        late = any(one is not None and one.gravity != "warns" for one in ended)
        if not late and all(party_is(case, one, (party,)) is None for one in kinds):
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
    settled = {one.of for one in state.paid_proposals}
    for act, to, alleges in open_ones:
        if act in settled:
            for conduct, party in [(c, p) for c, _ in alleges for p in to]:
                found.pop((conduct, party), None)
            continue
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
    """What penalties that still run, or can begin to, may bring yet."""
    stakes: list[Stake] = []
    told: set[str] = set()
    for one in penalised(state):
        terms, joint = one.penalty, joint_maximum_of(state, one)
        if terms is None or one.id in told or not _runs_on(state, one, terms, day):
            continue
        issued = ordered_by(history, one.id)
        names = (one.id,) if joint is None else joint.of
        told |= {*names}
        unit = terms.rate.per.value
        further = f"each further {unit} of delay" if unit != "missed deadline" else f"each {unit}"
        most, ceiling = _room_left(state, one, terms, day)
        stakes.append(
            Stake(
                about=one.id,
                floor=Money.zero(state.currency or "EUR"),
                ceiling=ceiling,
                text=f"{rate_of(terms)} for {further} with {' and '.join(names)}; {most}",
                act=one.decision,
                position=issued.position,
                event=type(issued.event).__name__,
                cite=terms.cite,
            )
        )
    return tuple(stakes)


def _runs_on(state: ProceedingState, one: Penalised, terms: PenaltyTerms, day: date) -> bool:
    """Whether a further day may still cost something."""
    over = met_on(state, duty_of(one)) is not None or not may_crystallise(state, one)
    until = terms.run.until
    return not over and ended_on(state, one) is None and (until is None or day < until)


def _room_left(
    state: ProceedingState, one: Penalised, terms: PenaltyTerms, day: date
) -> tuple[str, Money | None]:
    """The maximum in words, and what it leaves: its own, or the one that it shares."""
    joint = joint_maximum_of(state, one)
    if joint is not None:
        left = joint.amount
        for other in sharing(state, joint):
            left = left - run_up(state, other, day)
        return f"together at most {joint.amount}", left
    if terms.at_most is None:
        return "it has no maximum", None
    return f"at most {terms.at_most}", terms.at_most - run_up(state, one, day)
