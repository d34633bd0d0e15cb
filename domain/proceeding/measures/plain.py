"""Measures that carry no sum, of every kind of GDPR 58(2) that is neither an order nor a fine."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar, cast

from attrs import frozen

from domain.periods import Period
from domain.proceeding.bounds import DayAfter, Words
from domain.proceeding.entries import OtherMeasure
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class PlainMeasure(Measure):
    """What these measures have in common: what they say."""

    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class ReprimandMeasure(PlainMeasure):
    """A reprimand for processing that has infringed (GDPR 58(2)(b))."""


@frozen(kw_only=True)
class WarningMeasure(PlainMeasure):
    """A warning, within a decision, about processing that has not begun (GDPR 58(2)(a))."""


@frozen(kw_only=True)
class LastingMeasure(PlainMeasure):
    """A measure that holds from one day to another, both included; left out, without end."""

    from_day: date | None = None
    until: date | None = None


@frozen(kw_only=True)
class BanMeasure(LastingMeasure):
    """A limitation or ban of processing (GDPR 58(2)(f)).

    One under a `condition` arises only when a later act finds that condition met.
    """

    condition: str = ""


@frozen(kw_only=True)
class FlowSuspensionMeasure(LastingMeasure):
    """A suspension of data flows to a third country (GDPR 58(2)(j))."""


@frozen(kw_only=True)
class CertificationMeasure(PlainMeasure):
    """The withdrawal of a certification, or the order not to issue one (GDPR 58(2)(h))."""


@frozen(kw_only=True)
class PublicationMeasure(PlainMeasure):
    """Publication as a measure; the name of the addressee stands in it for `named_for`."""

    named_for: Period | None = None


@frozen(kw_only=True)
class RefusalMeasure(PlainMeasure):
    """The refusal of a measure that somebody asked for; it can be appealed like any other."""


@frozen(kw_only=True)
class ReprimandIssued(Event):
    """A reprimand was given."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""


@frozen(kw_only=True)
class WarningGiven(Event):
    """A decision warned about intended processing."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""


@frozen(kw_only=True)
class BanImposed(Event):
    """Processing was limited or banned."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""
    from_day: date | None = None
    until: date | None = None
    condition: str = ""


@frozen(kw_only=True)
class FlowsSuspended(Event):
    """Data flows were suspended."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""
    from_day: date | None = None
    until: date | None = None


@frozen(kw_only=True)
class CertificationWithdrawn(Event):
    """A certification was withdrawn."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""


@frozen(kw_only=True)
class PublicationOrdered(Event):
    """The publication of the decision was ordered."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""
    named_for: Period | None = None


@frozen(kw_only=True)
class MeasureRefused(Event):
    """A measure that somebody asked for was refused."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""


PlainImposed = (
    ReprimandIssued
    | WarningGiven
    | BanImposed
    | FlowsSuspended
    | CertificationWithdrawn
    | PublicationOrdered
    | MeasureRefused
)

_SAYS = ("content", "under", "from_day", "until", "condition", "named_for")
"""What a measure says for itself, in its own words as in those of its event and its entry."""

M = TypeVar("M", bound=PlainMeasure)
E = TypeVar("E", bound=PlainImposed)


def _said(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in _SAYS if hasattr(one, name)}


def _room(kind: str, measure: type[M], event: type[E], sample: M) -> MeasureRoom:
    """The room of one kind: its event says what its measure says, and so does its entry."""
    make = cast("Callable[..., E]", event)
    enter = cast("Callable[..., OtherMeasure]", OtherMeasure)

    def fields(_case: Case, _draft: Draft, one: M) -> tuple[Field, ...]:
        says = Field(name="content", domain=Words(1), subject=f"a {kind}", essential=True)
        bounds = (says,) if sample.content else ()
        if not isinstance(one, LastingMeasure):
            return bounds
        ends = DayAfter(one.from_day)
        return (*bounds, Field(name="until", domain=ends, subject="its last day", essential=True))

    def result(case: Case, _draft: Draft, one: M) -> Event:
        return make(
            on=case.on,
            act="",
            by=case.by,
            measure=one.id,
            to=one.to or case.addressees,
            **_said(one),
        )

    def evolve(state: ProceedingState, imposed: E) -> ProceedingState:
        entry = enter(
            id=imposed.measure,
            kind=kind,
            decision=imposed.act,
            on=imposed.on,
            to=imposed.to,
            **_said(imposed),
        )
        return added(state, other_measures=(entry,))

    return MeasureRoom(
        kind=kind,
        measure=measure,
        event=event,
        fields=about(measure, fields),
        samples=lambda _case, _draft: (sample,),
        result=about(measure, result),
        evolve=evolving(event, evolve)[1],
    )


REPRIMAND = _room("reprimand", ReprimandMeasure, ReprimandIssued, ReprimandMeasure())
WARNING = _room("warning", WarningMeasure, WarningGiven, WarningMeasure(content=("Do not",)))
BAN = _room("ban", BanMeasure, BanImposed, BanMeasure(content=("Stop",)))
FLOW_SUSPENSION = _room(
    "suspension of flows",
    FlowSuspensionMeasure,
    FlowsSuspended,
    FlowSuspensionMeasure(content=("Stop",)),
)
CERTIFICATION = _room(
    "certification withdrawal",
    CertificationMeasure,
    CertificationWithdrawn,
    CertificationMeasure(content=("Withdraw",)),
)
REFUSAL = _room("refusal", RefusalMeasure, MeasureRefused, RefusalMeasure(content=("A ban",)))
PUBLICATION = _room("publication", PublicationMeasure, PublicationOrdered, PublicationMeasure())
