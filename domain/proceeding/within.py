"""What the power for a decision lets it take, besides what the law says of each measure."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from domain.periods import Period
from domain.proceeding.beginnings import plain_end
from domain.proceeding.bounds import Days
from domain.proceeding.entries import Decision, OtherMeasure
from domain.proceeding.limits import bounded
from domain.proceeding.measures import MEASURES, Measure, PenaltyWarningMeasure
from domain.proceeding.measures.plain import LastingMeasure
from domain.proceeding.messages import Defect, joined
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.state import named
from domain.proceeding.tracks import powers_for
from domain.rulebook.closed_words import ORDINARY
from domain.rulebook.conditions import Limit
from domain.rulebook.rulebook import Rulebook

_FIELDS = {
    "fine.amount": (("fine", "amount", "a fine of"),),
    "penalty.rate": (
        ("order", "penalty", "a periodic penalty of"),
        ("penalty", "rate", "a periodic penalty of"),
    ),
}
"""What a limit of a decision bounds: in which kind of measure, which of its fields."""

LENGTH = "length"
"""The limit of how long a measure may last that has a first and a last day."""


def within_fields(case: Case, measure: Measure) -> Iterator[Field]:
    """The bounds that the power for the decision sets to the fields of one measure."""
    kind = MEASURES[type(measure)].kind
    for limit in case.power.limits:
        for word, name, subject in _FIELDS.get(limit.limit, ()):
            if word == kind:
                for field in bounded((limit,), {limit.limit: name}):
                    yield evolve(field, subject=subject)
        lasts = limit.limit == f"{kind}.{LENGTH}"
        if lasts and isinstance(measure, LastingMeasure) and isinstance(limit.at_most, Period):
            last = _last_day(case.law, measure.from_day or case.on, limit.at_most)
            yield _length(limit, Days(None, last))


def _last_day(law: Rulebook, first: date, most: Period) -> date:
    return plain_end(law, most, first) - timedelta(days=1)


def _length(limit: Limit, days: Days) -> Field:
    """The last day on which a measure may still hold; one without an end is longer than any."""
    return Field(
        name="until",
        domain=days,
        subject="its last day",
        rule=limit.limit,
        source=limit,
    )


def length_of(case: Case, measure: OtherMeasure) -> tuple[Field, ...]:
    """How long a measure that stands may last: as the power lets it that its decision was under.

    Of several powers for that decision the first binds; a change may leave its end as it was.
    """
    decided: Decision | None = named(case.state.decisions, measure.decision)
    if decided is None:
        return ()
    procedure = decided.procedure or ORDINARY
    powers = powers_for(case.law, "decision", decided.on, procedure)
    able = (power for power in powers if not power.may or measure.kind in power.may)
    power = next(able, NO_POWER)
    first = measure.from_day or measure.on
    return tuple(
        _length(limit, Days(None, _last_day(case.law, first, limit.at_most), optional=True))
        for limit in power.limits
        if limit.limit == f"{measure.kind}.{LENGTH}" and isinstance(limit.at_most, Period)
    )


def not_taken(case: Case, measure: Measure) -> Defect | None:
    """The defect of a measure that a decision under this power cannot take.

    The warning of a penalty takes nothing: it goes with any measure that the decision may take.
    """
    kind, power = MEASURES[type(measure)].kind, case.power
    announces = isinstance(measure, PenaltyWarningMeasure)
    if power is NO_POWER or not power.may or kind in power.may or announces:
        return None
    message = f"a decision under {power.cite} takes {joined(power.may)}, and no {kind}"
    found = Defect.under(power, "may", message, asked=kind, limit=joined(power.may))
    return evolve(found, measure=measure.id)


def within_defects(case: Case, measures: tuple[Measure, ...]) -> Iterator[Defect]:
    """Every bound of the power for the decision that its measures break."""
    for measure in measures:
        barred = not_taken(case, measure)
        if barred is not None:
            yield barred
        for field in within_fields(case, measure):
            defect = field.defect(getattr(measure, field.name), measure.id)
            if defect is not None:
                yield defect
