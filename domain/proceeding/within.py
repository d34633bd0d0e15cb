"""What the power for a decision lets it take, besides what the law says of each measure."""

from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve

from domain.periods import Period
from domain.proceeding.beginnings import plain_end
from domain.proceeding.bounds import Days
from domain.proceeding.limits import bounded
from domain.proceeding.measures import MEASURES, Measure, PenaltyWarningMeasure
from domain.proceeding.measures.plain import LastingMeasure
from domain.proceeding.messages import Defect, joined
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case
from domain.rulebook.conditions import Limit

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
            yield _length(case, measure, limit, limit.at_most)


def _length(case: Case, measure: LastingMeasure, limit: Limit, most: Period) -> Field:
    """The last day on which a measure may still hold; one without an end is longer than any."""
    first = measure.from_day or case.on
    last = plain_end(case.law, most, first) - timedelta(days=1)
    return Field(
        name="until",
        domain=Days(None, last),
        subject="its last day",
        rule=limit.limit,
        source=limit,
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
