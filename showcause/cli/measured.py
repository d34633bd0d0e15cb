"""What measures a decision could take, had it found what was charged."""

from collections.abc import Iterator
from datetime import timedelta

from attrs import frozen

from domain.days import Span
from domain.proceeding.bounds import Spans
from domain.proceeding.measures import Draft, FineMeasure
from domain.proceeding.measuring import MeasureOffer, measure_options
from domain.proceeding.messages import Allegations, Refusal, joined
from domain.proceeding.offers import Offer
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.state import ProceedingState
from domain.rulebook.model import Power
from domain.rulebook.rulebook import Rulebook

__all__ = ["Measured", "assumed", "conduct_of", "measured", "open_spans"]

DECISION = "decision"
_FAULT = "negligence"


@frozen
class Measured:
    """The findings that were assumed, and what each kind of measure may then hold."""

    finds: Allegations
    answers: tuple[MeasureOffer | Refusal, ...]


def measured(offer: Offer, state: ProceedingState, law: Rulebook) -> Measured | None:
    """The measures of an offered decision with its charges as findings; None for another act.

    What is charged is taken as found, and as done by negligence, the least fault that carries a
    fine; the turnover is that on file.
    """
    if offer.act != DECISION:
        return None
    finds = charged(state)
    case = Case(
        state=state,
        law=law,
        on=offer.on,
        power=offer.source if isinstance(offer.source, Power) else NO_POWER,
        act=offer.act,
        by=offer.by[0] if offer.by else "",
    )
    draft = Draft(finds=finds, fault=tuple((conduct, _FAULT) for conduct, _ in finds))
    return Measured(finds, measure_options(case, draft))


def charged(state: ProceedingState) -> Allegations:
    """Every provision that was charged, by conduct, each once."""
    found: dict[str, dict[str, None]] = {}
    for charges in state.charges:
        for conduct, provisions in charges.alleges:
            found.setdefault(conduct, {}).update(dict.fromkeys(provisions))
    return tuple((conduct, tuple(provisions)) for conduct, provisions in found.items())


def assumed(finds: Allegations) -> str:
    """The assumption as a sentence."""
    if not finds:
        return "nothing is charged: measures that need no finding"
    told = "; ".join(f"{conduct}: {joined(provisions)}" for conduct, provisions in finds)
    return f"if it finds what was charged, by {_FAULT}: {told}"


def conduct_of(offer: MeasureOffer) -> str:
    """The conduct that a measure is for; empty where it is for the decision as a whole."""
    return offer.measure.conduct if isinstance(offer.measure, FineMeasure) else ""


def open_spans(days: Spans) -> tuple[Span, ...]:
    """The days that are still open: those of delay without the ones that were taken before."""
    left: tuple[Span, ...] = () if days.open_days is None else (days.open_days,)
    for taken in days.taken:
        left = tuple(part for span in left for part in _without(span, taken))
    return left


def _without(span: Span, taken: Span) -> Iterator[Span]:
    """What is left of a stretch of days on either side of another."""
    both = span.overlap(taken)
    if both is None:
        yield span
        return
    if span.first < both.first:
        yield Span(span.first, both.first - timedelta(days=1))
    if both.last < span.last:
        yield Span(both.last + timedelta(days=1), span.last)
