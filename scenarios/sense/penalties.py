"""Whether an order and its penalty say what they need: a limit, a rate, penalties that exist."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios import rows as acts
from scenarios.measures import MeasureRow, Order, Penalty, PenaltyAlone
from scenarios.sense.outline import Outline, Steps

__all__ = ["check_penalties"]


def check_penalties(outline: Outline) -> None:
    """Check the orders and penalties of every decision."""
    for row in outline.reader.built(acts.Decision):
        for number, measure in enumerate(row.measures):
            for at, message, hint in _wrong(measure):
                outline.reader.note_at(row, message, hint, at=("measures", number, *at))


def _wrong(measure: MeasureRow) -> Iterator[tuple[Steps, str, str]]:
    if isinstance(measure, Order):
        if measure.comply is None and measure.report is None:
            message = "an order says by when to comply or to report"
            yield (), message, "add 'comply:', which may be unknown, or 'report:'"
        if measure.penalty is not None:
            yield from _rate(measure.penalty, ("penalty",))
    elif isinstance(measure, PenaltyAlone):
        yield from _rate(measure, ())


def _rate(penalty: Penalty | PenaltyAlone, at: Steps) -> Iterator[tuple[Steps, str, str]]:
    if (penalty.rate is None) == (penalty.sum is None):
        message = "a penalty has a rate, or a sum for each missed deadline"
        yield at, message, "give one of 'rate:' and 'sum:'"
    if penalty.from_ is not None and penalty.until is not None and penalty.until < penalty.from_:
        message = f"the penalty ends on {penalty.until}, before it begins"
        yield (*at, "until"), message, f"write a day from {penalty.from_} on"
