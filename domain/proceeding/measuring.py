"""The measures of a decision held to the rulebook, each alone and, per conduct, together."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import Nothing, Sums
from domain.proceeding.conditions import unmet_by_measure
from domain.proceeding.entries import ONCE
from domain.proceeding.fining import costs_defects, fine_defects
from domain.proceeding.maxima import fine_maximum, only_warns
from domain.proceeding.measures import (
    MEASURES,
    Draft,
    FineMeasure,
    Measure,
    OrderMeasure,
    PenaltyMeasure,
)
from domain.proceeding.measures.order import penalty_rule
from domain.proceeding.messages import Defect, Refusal, joined
from domain.proceeding.offers import Field, JointLimit
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.tracks import there
from domain.proceeding.within import not_taken, within_fields
from domain.rulebook.conditions import Condition


@frozen(kw_only=True)
class MeasureOffer:
    """A measure that a decision with these findings may take, and what its fields may hold."""

    kind: str
    measure: Measure
    fields: tuple[Field, ...]
    joint: tuple[JointLimit, ...] = ()


def measure_options(case: Case, draft: Draft) -> tuple[MeasureOffer | Refusal, ...]:
    """For each kind of measure and each conduct found: its offer, or why it is not open."""
    return tuple(
        _option(case, draft, sample)
        for room in MEASURES.values()
        for sample in room.samples(case, draft)
    )


def _option(case: Case, draft: Draft, sample: Measure) -> MeasureOffer | Refusal:
    kind = MEASURES[type(sample)].kind
    within = _under(case, kind)[0]
    defects = tuple(d for d in _conditions(within, draft, sample) if d.gravity != "warns")
    barred = not_taken(case, sample)
    if barred is not None and barred.gravity != "warns":
        defects = (*defects, barred)
    if within.power is NO_POWER:
        defects = (_no_power(within, kind),)
    if defects:
        return Refusal(act=kind, kind="irregular", defects=defects)
    known = MEASURES[type(sample)].fields(within, draft, sample)
    fields = (*_with_penalty(within, draft, sample, known), *within_fields(case, sample))
    joint = tuple(limit for _, limit in _joint_limits(within, draft, (sample,)))
    return MeasureOffer(kind=kind, measure=sample, fields=fields, joint=joint)


def _with_penalty(
    case: Case, draft: Draft, sample: Measure, fields: tuple[Field, ...]
) -> tuple[Field, ...]:
    """The same fields, with no periodic penalty where the rulebook's conditions for one fail."""
    if not isinstance(sample, OrderMeasure):
        return fields
    found = (unmet_by_measure(case, one, draft, sample) for one in _penalty_conditions(case))
    failed = next((d for d in found if d is not None and d.gravity != "warns"), None)
    if failed is None:
        return fields
    none = Nothing(f"cannot be ordered: {failed.message}")
    kept = (field for field in fields if field.name != "penalty")
    subject = "a periodic penalty of"
    return (*kept, Field(name="penalty", domain=none, subject=subject, rule=failed.rule))


def measure_defects(case: Case, draft: Draft, measures: tuple[Measure, ...]) -> Iterator[Defect]:
    """Every bound that the measures break, under the power that fits each best."""
    for measure in measures:
        yield from _broken(best_power(case, draft, measure), draft, measure)
    yield from _joint_defects(case, draft, measures)
    yield from costs_defects(case, measures)


def best_power(case: Case, draft: Draft, measure: Measure) -> Case:
    """The case under the power that fits a measure best: the one it is held to, and rests on."""
    kind = MEASURES[type(measure)].kind
    return min(_under(case, kind), key=lambda one: len(tuple(_broken(one, draft, measure))))


def _under(case: Case, kind: str) -> tuple[Case, ...]:
    """The case under each power for a kind of measure."""
    powers = there(case.law.measures(kind, case.on), case.procedure) or (NO_POWER,)
    return tuple(attrs.evolve(case, power=power) for power in powers)


def _no_power(case: Case, kind: str) -> Defect:
    message = f"no measure '{kind}' exists in {case.law.title}"
    return Defect(rule="power", message=message, asked=kind)


def _conditions(case: Case, draft: Draft, measure: Measure) -> Iterator[Defect]:
    for condition in (*case.power.requires, *_of_penalty(case, measure)):
        defect = unmet_by_measure(case, condition, draft, measure)
        if defect is not None:
            yield attrs.evolve(defect, measure=measure.id)


def _of_penalty(case: Case, measure: Measure) -> tuple[Condition, ...]:
    """What the rulebook asks of a periodic penalty, where an order carries one."""
    alone = isinstance(measure, PenaltyMeasure)
    carries = alone or (isinstance(measure, OrderMeasure) and measure.penalty is not None)
    return _penalty_conditions(case) if carries else ()


def _penalty_conditions(case: Case) -> tuple[Condition, ...]:
    rule = penalty_rule(case)
    return () if rule is None else rule.requires


def _ground(case: Case, measure: Measure) -> Iterator[Defect]:
    """A measure rests on a power that the law has for its kind: an order not on GDPR 58(2)(f)."""
    if measure.under and measure.under not in case.power.under:
        kind = MEASURES[type(measure)].kind
        powers = joined(case.power.under) or "none"
        message = f"a measure '{kind}' cannot rest on {measure.under}; its powers are {powers}"
        defect = Defect.under(case.power, "under", message, asked=measure.under, limit=powers)
        yield attrs.evolve(defect, measure=measure.id)


def _idle_maximum(measure: Measure) -> Iterator[Defect]:
    """A maximum of a periodic penalty that is not ordered would be dropped without a word."""
    if not isinstance(measure, OrderMeasure) or measure.penalty is not None:
        return
    if measure.run != ONCE:
        yield Defect(
            rule="run",
            message="it is told how a penalty runs, and no penalty is ordered",
            limit="none",
            measure=measure.id,
            gravity="impossible",
        )
    if measure.at_most is not None:
        yield Defect(
            rule="at_most",
            message=f"a penalty of at most {measure.at_most} has no rate at which it runs up",
            asked=str(measure.at_most),
            limit="none",
            measure=measure.id,
            gravity="impossible",
        )


def _broken(case: Case, draft: Draft, measure: Measure) -> Iterator[Defect]:
    room = MEASURES[type(measure)]
    if case.power is NO_POWER:
        yield attrs.evolve(_no_power(case, room.kind), measure=measure.id)
        return
    yield from _conditions(case, draft, measure)
    for field in room.fields(case, draft, measure):
        lifted = field.unless and field.unless in draft.states
        defect = None if lifted else field.defect(getattr(measure, field.name), measure.id)
        if defect is not None:
            yield defect
    if isinstance(measure, FineMeasure):
        yield from fine_defects(case, draft, measure)
    yield from _idle_maximum(measure)
    yield from _ground(case, measure)
    strangers = sorted(set(measure.to) - set(case.addressees))
    for stranger in strangers:
        message = f"'{stranger}' is no addressee of this proceeding"
        yield Defect(rule="to", message=message, asked=stranger, gravity="impossible")


def _joint_limits(
    case: Case, draft: Draft, measures: tuple[Measure, ...]
) -> Iterator[tuple[tuple[FineMeasure, ...], JointLimit]]:
    """Fines for one conduct against one addressee with their joint maximum (GDPR 83(3))."""
    fines = [m for m in measures if isinstance(m, FineMeasure)]
    hit = [(f.conduct, party) for f in fines for party in f.to or case.addressees]
    groups = dict.fromkeys(
        tuple(f for f in fines if f.conduct == conduct and party in (f.to or case.addressees))
        for conduct, party in hit
    )
    for rule in case.law.joint_maxima(case.on):
        for group in groups:
            conduct = group[0].conduct
            of_all = [p for f in group for p in f.provisions or draft.provisions(conduct)]
            most = fine_maximum(
                case.state,
                case.law,
                case.on,
                provisions=tuple(of_all),
                to=tuple(party for f in group for party in f.to or case.addressees),
                turnover=draft.established(case.on),
                repeat_of=next((f.repeat_of for f in group if f.repeat_of is not None), None),
                violations=sum(f.violations for f in group),
                rate=next((f.converted.rate for f in group if f.converted is not None), None),
            )
            if most is not None:
                limit = JointLimit(
                    over=f"fines for {conduct}",
                    at_most=most.floor,
                    source=rule,
                    only_warns=only_warns(most, untold=draft.turnover_untold),
                )
                yield group, limit


def _joint_defects(case: Case, draft: Draft, measures: tuple[Measure, ...]) -> Iterator[Defect]:
    for group, limit in _joint_limits(case, draft, measures):
        total = Money.zero(case.law.currency)
        for fine in group:
            if fine.amount.currency == total.currency:
                total = total + fine.amount
        domain = Sums(limit.at_most, total.currency)
        if len(group) > 1 and domain.wrong(total):
            message = f"{limit.over} of {total} together are above {limit.at_most}"
            defect = Defect.under(
                limit.source, "joint maximum", message, asked=total, limit=limit.at_most
            )
            yield attrs.evolve(defect, gravity="warns" if limit.only_warns else defect.gravity)
