"""The state of a proceeding: entries in the order of their recording, and never a sum.

What can be derived is not here: stage, status, days of delay and figures are functions
(`standing.py`, the ledger). Entries keep the results that their events carry.
"""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

import attrs
from attrs import frozen

from domain.days import Span
from domain.money import Money, Rate
from domain.periods import Deadline, DelayCounting, TimeLimit
from domain.proceeding.messages import Allegations


@frozen(kw_only=True)
class Party:
    """A party under its key; names are kept outside the log. `establishment` is in the Union."""

    key: str
    role: str
    kind: str = ""
    country: str = ""
    main_establishment: str = ""


@frozen(kw_only=True)
class Conduct:
    """What Art. 83(3) ties together: the same or linked processing."""

    key: str
    what: str = ""


@frozen(kw_only=True)
class Act:
    """An act as it stands in the file, with the days on which it became known."""

    id: str
    kind: str
    on: date
    by: str
    to: tuple[str, ...] = ()
    about: str = ""
    defective: bool = False
    notified: tuple[tuple[str, date], ...] = ()
    published_on: date | None = None

    def notified_on(self, party: str) -> date | None:
        """The day on which it was notified to that party."""
        return dict(self.notified).get(party)


@frozen(kw_only=True)
class RunningPeriod:
    """A period that was started for a party: what it is of, and when it ends, with its steps."""

    name: str
    of: str
    party: str
    since: date
    deadline: Deadline
    cite: str
    answered_by: str = ""


@frozen(kw_only=True)
class Notice:
    """A formal notice and how it ended."""

    id: str
    to: tuple[str, ...]
    alleges: Allegations
    comply: TimeLimit
    closed_on: date | None = None


@frozen(kw_only=True)
class Charges:
    """What somebody is charged with."""

    id: str
    to: tuple[str, ...]
    alleges: Allegations


@frozen(kw_only=True)
class Decision:
    """A decision: what it finds and what it dismisses. Fault is by conduct."""

    id: str
    on: date
    to: tuple[str, ...]
    finds: Allegations
    dismisses: Allegations
    fault: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Maximum:
    """The most that the law allows: `floor` whatever is unknown, `ceiling` None while open."""

    floor: Money
    ceiling: Money | None
    cite: str
    because: str
    from_memory: bool = False


@frozen(kw_only=True)
class Fine:
    """A fine with the maximum that applied to it."""

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    amount: Money
    conduct: str
    provisions: tuple[str, ...]
    maximum: Maximum | None = None


@frozen(kw_only=True)
class PenaltyTerms:
    """A periodic penalty as it was ordered; counting and sources are recorded with it.

    `label` is the source of the counting, `again` that of liquidating later days once more.
    """

    rate: Rate
    at_most: Money | None
    counting: DelayCounting
    stops: tuple[str, ...]
    cite: str
    label: str
    again: str = ""
    once_only: bool = False


@frozen(kw_only=True)
class Order:
    """An order with its period to comply, None if no text tells it, perhaps with a penalty."""

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    content: tuple[str, ...]
    comply: TimeLimit | None
    penalty: PenaltyTerms | None = None


@frozen(kw_only=True)
class OtherMeasure:
    """A measure that carries neither sum nor period: a reprimand, a ban, a publication."""

    id: str
    kind: str
    decision: str
    on: date
    to: tuple[str, ...]
    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class Compliance:
    """What was shown, or found, about an order or a notice, and since when it is met."""

    act: str
    of: str
    on: date
    result: str
    shown: bool


@frozen(kw_only=True)
class Liquidation:
    """Days of delay turned into a sum that is owed."""

    id: str
    of: str
    on: date
    days: Span
    amount: Money
    run_up: Money
    proposed: bool = False


@frozen(kw_only=True)
class Turnover:
    """A worldwide turnover that an act established; a correction counts from its own day."""

    party: str
    year: str
    amount: Money
    on: date


@frozen(kw_only=True)
class Appeal:
    """An appeal, what it is against, and what it suspends until it is decided."""

    id: str
    by: str
    on: date
    against: tuple[str, ...]
    suspends: tuple[str, ...] = ()
    decided_on: date | None = None


@frozen(kw_only=True)
class Outcome:
    """What a judgment made of a measure; `amount` is None unless it set a sum."""

    of: str
    on: date
    result: str
    act: str
    amount: Money | None = None
    because: str = ""


@frozen(kw_only=True)
class Payment:
    """A payment and what it is for."""

    act: str
    of: str
    on: date
    amount: Money


AnyMeasure = Fine | Order | OtherMeasure | Liquidation
"""What can be appealed, paid, met or annulled on its own."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)
S = TypeVar("S", bound="ProceedingState")


@frozen(kw_only=True)
class ProceedingState:
    """Everything that was recorded, by kind; `parties` is empty before the registration."""

    id: str = ""
    currency: str = ""
    last_on: date | None = None
    parties: tuple[Party, ...] = ()
    conducts: tuple[Conduct, ...] = ()
    acts: tuple[Act, ...] = ()
    periods: tuple[RunningPeriod, ...] = ()
    notices: tuple[Notice, ...] = ()
    charges: tuple[Charges, ...] = ()
    decisions: tuple[Decision, ...] = ()
    fines: tuple[Fine, ...] = ()
    orders: tuple[Order, ...] = ()
    other_measures: tuple[OtherMeasure, ...] = ()
    compliance: tuple[Compliance, ...] = ()
    proposals: tuple[Liquidation, ...] = ()
    liquidations: tuple[Liquidation, ...] = ()
    turnovers: tuple[Turnover, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    payments: tuple[Payment, ...] = ()
    closed_on: date | None = None

    @property
    def registered(self) -> bool:
        """Whether there is a proceeding at all."""
        return bool(self.parties)

    def party(self, key: str) -> Party | None:
        """The party of that key."""
        return next((party for party in self.parties if party.key == key), None)

    def with_role(self, role: str) -> tuple[str, ...]:
        """The keys of the parties in that role."""
        return tuple(party.key for party in self.parties if party.role == role)

    @property
    def addressees(self) -> tuple[str, ...]:
        """The keys of those the proceeding is against."""
        return self.with_role("addressee")

    def act(self, act_id: str) -> Act | None:
        """The act of that id."""
        return named(self.acts, act_id)

    def acts_of(self, kind: str) -> tuple[Act, ...]:
        """All acts of a kind, annulled ones left out."""
        gone = self.annulled
        return tuple(act for act in self.acts if act.kind == kind and act.id not in gone)

    @property
    def annulled(self) -> frozenset[str]:
        """The ids of what a judgment annulled, with what fell with it."""
        last = {outcome.of: outcome.result for outcome in self.outcomes}
        return frozenset(of for of, result in last.items() if result in {"annulled", "set aside"})

    def measures(self) -> Iterator[AnyMeasure]:
        """Everything that can be appealed, paid, met or annulled on its own."""
        yield from self.fines
        yield from self.orders
        yield from self.other_measures
        yield from self.liquidations

    def sums(self) -> tuple[Fine | Liquidation, ...]:
        """Everything that is owed in money."""
        return (*self.fines, *self.liquidations)

    def decision_of(self, measure: str) -> str:
        """The act that a measure belongs to; an act belongs to itself."""
        for found in self.measures():
            if found.id == measure:
                return found.id if isinstance(found, Liquidation) else found.decision
        return measure

    def periods_of(self, of: str, name: str = "") -> tuple[RunningPeriod, ...]:
        """The periods that were started for a thing."""
        return tuple(p for p in self.periods if p.of == of and name in {"", p.name})

    def known_ids(self) -> frozenset[str]:
        """Every id that is taken."""
        return frozenset(
            (*(act.id for act in self.acts), *(measure.id for measure in self.measures()))
        )


class Draft(ProceedingState):
    """A state that may be revised in place while a history is folded; nobody else sees it."""

    __slots__ = ()
    __setattr__ = object.__setattr__

    def finished(self) -> ProceedingState:
        """The same as a state that never changes again."""
        return _copied(self, ProceedingState)


_NAMES = tuple(one.name for one in attrs.fields(ProceedingState))
_READ = attrgetter(*_NAMES)
_WRITE = {name: getattr(ProceedingState, name).__set__ for name in _NAMES}


def _copied(state: ProceedingState, cls: type[S]) -> S:
    """A copy by its slots, which is several times quicker than one by its initialiser."""
    copy = object.__new__(cls)
    for write, value in zip(_WRITE.values(), _READ(state), strict=True):
        write(copy, value)
    return copy


def draft_of(state: ProceedingState) -> Draft:
    """A draft to fold events into."""
    return _copied(state, Draft)


def revised(state: S, **changes: object) -> S:
    """The state with some entries changed: a copy, or the same object if it is a draft."""
    copy = state if type(state) is Draft else _copied(state, type(state))
    for name, value in changes.items():
        _WRITE[name](copy, value)
    return copy


def named(things: tuple[N, ...], wanted: str) -> N | None:
    """The thing of that id; the last ones are looked at first, as they are asked for most."""
    for thing in reversed(things):
        if thing.id == wanted:
            return thing
    return None


def replaced(things: tuple[N, ...], changed: N) -> tuple[N, ...]:
    """The same things with one of them in a new version."""
    for place in range(len(things) - 1, -1, -1):
        if things[place].id == changed.id:
            return (*things[:place], changed, *things[place + 1 :])
    return things
