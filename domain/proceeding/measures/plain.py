"""Measures without a sum or a period: a reprimand, and a limitation or ban of processing."""

from attrs import frozen

from domain.proceeding.bounds import Words
from domain.proceeding.entries import OtherMeasure
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class ReprimandMeasure(Measure):
    """A reprimand for processing that has infringed (GDPR 58(2)(b))."""

    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class BanMeasure(Measure):
    """A limitation or ban of processing (GDPR 58(2)(f))."""

    content: tuple[str, ...]


@frozen(kw_only=True)
class ReprimandIssued(Event):
    """A reprimand was given."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class BanImposed(Event):
    """Processing was limited or banned."""

    measure: str
    to: tuple[str, ...]
    content: tuple[str, ...]


def _ban_fields(_case: Case, _draft: Draft, _measure: BanMeasure) -> tuple[Field, ...]:
    return (Field(name="content", domain=Words(1), subject="a ban", essential=True),)


def _no_fields(_case: Case, _draft: Draft, _measure: ReprimandMeasure) -> tuple[Field, ...]:
    return ()


def _reprimand(case: Case, _draft: Draft, measure: ReprimandMeasure) -> ReprimandIssued:
    return ReprimandIssued(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        content=measure.content,
    )


def _ban(case: Case, _draft: Draft, measure: BanMeasure) -> BanImposed:
    return BanImposed(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        content=measure.content,
    )


def _evolve(state: ProceedingState, event: ReprimandIssued | BanImposed) -> ProceedingState:
    measure = OtherMeasure(
        id=event.measure,
        kind="ban" if isinstance(event, BanImposed) else "reprimand",
        decision=event.act,
        on=event.on,
        to=event.to,
        content=event.content,
    )
    return added(state, other_measures=(measure,))


REPRIMAND = MeasureRoom(
    kind="reprimand",
    measure=ReprimandMeasure,
    event=ReprimandIssued,
    fields=about(ReprimandMeasure, _no_fields),
    samples=lambda _case, _draft: (ReprimandMeasure(),),
    result=about(ReprimandMeasure, _reprimand),
    evolve=evolving(ReprimandIssued, _evolve)[1],
)

BAN = MeasureRoom(
    kind="ban",
    measure=BanMeasure,
    event=BanImposed,
    fields=about(BanMeasure, _ban_fields),
    samples=lambda _case, _draft: (BanMeasure(content=("Stop",)),),
    result=about(BanMeasure, _ban),
    evolve=evolving(BanImposed, _evolve)[1],
)
