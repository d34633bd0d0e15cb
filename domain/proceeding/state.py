"""The state of a proceeding: entries in the order of their recording, and never a sum.

What can be derived is not here: stage, status, days of delay and figures are functions
(`standing.py`, the ledger). Entries keep the results that their events carry.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

import attrs
from attrs import frozen

from domain.proceeding.entries import (
    Act,
    Amendment,
    AnyMeasure,
    Appeal,
    Charges,
    Collection,
    Compliance,
    Conduct,
    Confirmation,
    Costs,
    Decision,
    DraftDecision,
    Fine,
    Insolvency,
    Instalments,
    JointMaximum,
    LatePayment,
    LawChange,
    Liquidation,
    Notice,
    Objection,
    Order,
    OtherMeasure,
    Outcome,
    PaidProposal,
    Party,
    Payment,
    Penalty,
    Referral,
    Relief,
    Remittal,
    RunningPeriod,
    Settlement,
    Stay,
    Succession,
    Suspension,
    SuspensionRequest,
    Track,
    Turnover,
    Waiver,
)
from domain.proceeding.outcomes import annulled


def decision_behind(measure: AnyMeasure) -> str:
    """The act that a measure belongs to; a liquidation is an act of its own."""
    return measure.id if isinstance(measure, Liquidation) else measure.decision


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
    penalties: tuple[Penalty, ...] = ()
    joint_maxima: tuple[JointMaximum, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    other_measures: tuple[OtherMeasure, ...] = ()
    compliance: tuple[Compliance, ...] = ()
    proposals: tuple[Liquidation, ...] = ()
    liquidations: tuple[Liquidation, ...] = ()
    turnovers: tuple[Turnover, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    remittals: tuple[Remittal, ...] = ()
    suspension_requests: tuple[SuspensionRequest, ...] = ()
    stays: tuple[Stay, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    payments: tuple[Payment, ...] = ()
    costs: tuple[Costs, ...] = ()
    paid_proposals: tuple[PaidProposal, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    instalments: tuple[Instalments, ...] = ()
    collections: tuple[Collection, ...] = ()
    successions: tuple[Succession, ...] = ()
    insolvencies: tuple[Insolvency, ...] = ()
    tracks: tuple[Track, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    drafts: tuple[DraftDecision, ...] = ()
    objections: tuple[Objection, ...] = ()
    referrals: tuple[Referral, ...] = ()
    late_payments: tuple[LatePayment, ...] = ()
    laws: tuple[LawChange, ...] = ()
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
        """The ids of what a judgment annulled, with what fell with it, unless it lives again."""
        return annulled(self.outcomes)

    def stay_on(self, day: date) -> Stay | None:
        """The stay by which the proceeding rests that day."""
        last = self.stays[-1] if self.stays else None
        if last is None or last.resumed_on is not None:
            return None
        return last if last.until is None or day <= last.until else None

    def measures(self) -> Iterator[AnyMeasure]:
        """Everything that can be appealed, paid, met or annulled on its own."""
        yield from self.fines
        yield from self.costs
        yield from self.orders
        yield from self.penalties
        yield from self.other_measures
        yield from self.liquidations

    def bound_by(self, duty: str) -> tuple[str, ...]:
        """Those who have to meet an order, a ban or a notice; nobody if there is no such thing."""
        order = named(self.orders, duty)
        notice = named(self.notices, duty)
        other = named(self.other_measures, duty)
        found = order or notice or other
        return () if found is None else found.to

    def sums(self) -> tuple[Fine | Costs | Liquidation, ...]:
        """Everything that is owed in money."""
        return (*self.fines, *self.costs, *self.liquidations)

    def decision_of(self, measure: str) -> str:
        """The act that a measure belongs to; an act belongs to itself."""
        found = next((one for one in self.measures() if one.id == measure), None)
        return measure if found is None else decision_behind(found)

    def periods_of(self, of: str, name: str = "") -> tuple[RunningPeriod, ...]:
        """The periods that were started for a thing."""
        return tuple(p for p in self.periods if p.of == of and name in {"", p.name})

    def known_ids(self) -> frozenset[str]:
        """Every id that is taken."""
        return frozenset(
            (*(act.id for act in self.acts), *(measure.id for measure in self.measures()))
        )


class Draft(ProceedingState):
    """A state that is changed in place while a history is folded; nobody else sees it.

    Its entries stand in lists, so that one more of them costs the same however many there are.
    """

    __slots__ = ()
    __setattr__ = object.__setattr__

    def finished(self) -> ProceedingState:
        """The same as a state that never changes again."""
        return _copied(self, ProceedingState, tuple)


_NAMES = tuple(one.name for one in attrs.fields(ProceedingState))
_READ = attrgetter(*_NAMES)
_WRITE = {name: getattr(ProceedingState, name).__set__ for name in _NAMES}
_ENTRIES = frozenset({list, tuple})


def _copied(state: ProceedingState, cls: type[S], entries: type | None = None) -> S:
    """A copy by its slots, which is several times quicker than one by its initialiser."""
    copy = object.__new__(cls)
    for write, value in zip(_WRITE.values(), _READ(state), strict=True):
        write(copy, value if entries is None or type(value) not in _ENTRIES else entries(value))
    return copy


def draft_of(state: ProceedingState) -> Draft:
    """A draft to fold events into."""
    return _copied(state, Draft, list)


def revised(state: S, **changes: object) -> S:
    """The state with some of its fields changed: a copy, or the same object if it is a draft."""
    draft = type(state) is Draft
    copy = state if draft else _copied(state, type(state))
    for name, value in changes.items():
        _WRITE[name](copy, list(value) if draft and isinstance(value, tuple) else value)
    return copy


def added(state: S, **entries: tuple[object, ...]) -> S:
    """The state with further entries, by kind: in a copy, or in the draft itself."""
    draft = type(state) is Draft
    copy = state if draft else _copied(state, type(state))
    for name, new in entries.items():
        if draft:
            getattr(copy, name).extend(new)
        else:
            _WRITE[name](copy, (*getattr(copy, name), *new))
    return copy


def amended(state: S, **entries: _Named) -> S:
    """The state with an entry of each kind in a new version, told by its id."""
    draft = type(state) is Draft
    copy = state if draft else _copied(state, type(state))
    for name, changed in entries.items():
        things = getattr(copy, name)
        place = _place(things, changed.id)
        if draft:
            things[place] = changed
        else:
            _WRITE[name](copy, (*things[:place], changed, *things[place + 1 :]))
    return copy


def _place(things: Sequence[_Named], wanted: str) -> int:
    """Where the entry of that id stands; the last ones are asked for most."""
    return next(k for k in range(len(things) - 1, -1, -1) if things[k].id == wanted)


def named(things: Sequence[N], wanted: str) -> N | None:
    """The thing of that id; the last ones are looked at first, as they are asked for most."""
    for thing in reversed(things):
        if thing.id == wanted:
            return thing
    return None
