"""While what is suspended: by an appeal that has that effect, by a court, or by an amendment."""

from datetime import date, timedelta

from domain.amounts import lower
from domain.days import Span
from domain.proceeding.state import ProceedingState

_ONE_DAY = timedelta(days=1)


def suspended_spans(state: ProceedingState, of: str, through: date) -> tuple[Span, ...]:
    """The days up to `through` on which a measure, or the act that it is of, was suspended.

    An appeal suspends from the day it is lodged, and no more on the day it is decided. The spans
    stand in the order of their recording and may share days.
    """
    names = {of, state.decision_of(of)}
    spans: list[Span] = []
    for appeal in state.appeals:
        if names & {*appeal.suspends}:
            decided = appeal.decided_on
            last = None if decided is None else decided - _ONE_DAY
            since = appeal.on if appeal.reopened_on is None else appeal.reopened_on
            spans.extend(_span(since, last, through))
    for one in state.suspensions:
        if one.of in names:
            spans.extend(_span(one.since, one.until, through))
    return tuple(spans)


def suspended_on(state: ProceedingState, of: str, on: date) -> bool:
    """Whether a measure is suspended that day."""
    return any(on in span for span in suspended_spans(state, of, on))


def _span(first: date, until: date | None, through: date) -> tuple[Span, ...]:
    last = through if until is None else lower(until, through)
    return () if last < first else (Span(first, last),)
