"""A periodic penalty set apart from its order or ban, and the warning of one."""

from attrs import frozen

from domain.money import Money, Rate
from domain.proceeding.bounds import Domain, InCurrency, OneOf
from domain.proceeding.entries import ONCE, OtherMeasure, Penalty, PenaltyRun, PenaltyTerms
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom, about
from domain.proceeding.measures.terms import penalty_fields, penalty_rule, terms_of
from domain.proceeding.messages import Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, evolving
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class PenaltyMeasure(Measure):
    """A periodic penalty for an order or a ban, of an earlier decision or of the same."""

    of: str
    rate: Rate
    at_most: Money | None = None
    run: PenaltyRun = ONCE


@frozen(kw_only=True)
class PenaltyWarningMeasure(Measure):
    """The announcement of a periodic penalty; it costs nothing, and nothing runs."""

    of: str
    rate: Rate | None = None
    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class PenaltySet(Event):
    """A periodic penalty, with its terms as the law then stood; None if no rule can count it."""

    measure: str
    to: tuple[str, ...]
    of: str
    rate: Rate
    at_most: Money | None
    penalty: PenaltyTerms | None
    liable: str = ""


@frozen(kw_only=True)
class PenaltyWarned(Event):
    """A periodic penalty was announced."""

    measure: str
    to: tuple[str, ...]
    of: str
    rate: Rate | None
    content: tuple[str, ...] = ()


def enforceable(case: Case, draft: Draft) -> tuple[str, ...]:
    """The orders and bans that stand, or that the same decision gives, and that can carry it."""
    rule, gone = penalty_rule(case), case.state.annulled
    kinds = ("order", "ban") if rule is None else rule.attached_to
    orders = (*(one.id for one in case.state.orders), *draft.orders)
    bans = (*(one.id for one in case.state.other_measures if one.kind == "ban"), *draft.bans)
    found = (*(orders if "order" in kinds else ()), *(bans if "ban" in kinds else ()))
    return tuple(of for of in found if of not in gone)


def _penalty_fields(case: Case, draft: Draft, measure: PenaltyMeasure) -> tuple[Field, ...]:
    money: Domain = InCurrency(case.law.currency)
    return (
        _of(case, draft, "a penalty for"),
        Field(name="rate", domain=money, subject="a periodic penalty of", essential=True),
        *penalty_fields(case, draft, measure.run, "rate"),
    )


def _warning_fields(case: Case, draft: Draft, _measure: PenaltyWarningMeasure) -> tuple[Field, ...]:
    money: Domain = InCurrency(case.law.currency, optional=True)
    rate = Field(name="rate", domain=money, subject="a periodic penalty of", essential=True)
    return (_of(case, draft, "a warning about"), rate)


def _of(case: Case, draft: Draft, subject: str) -> Field:
    domain = OneOf(enforceable(case, draft))
    return Field(name="of", domain=domain, subject=subject, essential=True)


def _penalty_samples(case: Case, draft: Draft) -> tuple[PenaltyMeasure, ...]:
    rule = penalty_rule(case)
    per = "day" if rule is None else rule.per[0]
    rate = Rate.parse(f"{Money(100, case.law.currency)} per {per}")
    return tuple(PenaltyMeasure(of=of, rate=rate) for of in enforceable(case, draft)[:1])


def _warning_samples(case: Case, draft: Draft) -> tuple[PenaltyWarningMeasure, ...]:
    return tuple(PenaltyWarningMeasure(of=of) for of in enforceable(case, draft)[:1])


def _set(case: Case, _draft: Draft, measure: PenaltyMeasure) -> PenaltySet:
    return PenaltySet(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        of=measure.of,
        rate=measure.rate,
        at_most=measure.at_most,
        penalty=terms_of(case, measure.rate, measure.at_most, measure.run),
        liable=measure.liable,
    )


def _warn(case: Case, _draft: Draft, measure: PenaltyWarningMeasure) -> PenaltyWarned:
    return PenaltyWarned(
        on=case.on,
        act="",
        by=case.by,
        measure=measure.id,
        to=measure.to or case.addressees,
        of=measure.of,
        rate=measure.rate,
        content=measure.content,
    )


def _evolve(state: ProceedingState, event: PenaltySet) -> ProceedingState:
    penalty = Penalty(
        id=event.measure,
        of=event.of,
        decision=event.act,
        on=event.on,
        to=event.to,
        penalty=event.penalty,
        liable=event.liable,
    )
    return added(state, penalties=(penalty,))


def _evolve_warning(state: ProceedingState, event: PenaltyWarned) -> ProceedingState:
    warning = OtherMeasure(
        id=event.measure,
        kind="penalty warning",
        decision=event.act,
        on=event.on,
        to=event.to,
        content=event.content,
    )
    return added(state, other_measures=(warning,))


PENALTY = MeasureRoom(
    kind="penalty",
    measure=PenaltyMeasure,
    event=PenaltySet,
    fields=about(PenaltyMeasure, _penalty_fields),
    samples=_penalty_samples,
    result=about(PenaltyMeasure, _set),
    evolve=evolving(PenaltySet, _evolve)[1],
)
PENALTY_WARNING = MeasureRoom(
    kind="penalty warning",
    measure=PenaltyWarningMeasure,
    event=PenaltyWarned,
    fields=about(PenaltyWarningMeasure, _warning_fields),
    samples=_warning_samples,
    result=about(PenaltyWarningMeasure, _warn),
    evolve=evolving(PenaltyWarned, _evolve_warning)[1],
)
