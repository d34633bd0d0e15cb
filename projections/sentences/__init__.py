"""Each event as a sentence that a trainer can read aloud."""

from collections.abc import Callable

from domain.proceeding.messages import Event, joined
from projections.sentences import (
    accusing,
    afterwards,
    appealing,
    complying,
    cooperating,
    deciding,
    inquiry,
    paying,
    penalising,
    service,
)


def sentence(event: Event) -> str:
    """What happened, with the days and sums that it fixed, and the defects that it has."""
    said = _said(event)
    if not event.defects:
        return said
    return f"{said} Irregular: {joined([defect.rule for defect in event.defects])}."


_GROUPS: tuple[Callable[[Event], str | None], ...] = (
    inquiry.said,
    accusing.said,
    cooperating.said,
    deciding.said,
    service.said,
    complying.said,
    penalising.said,
    afterwards.said,
    paying.said,
    appealing.said,
)


def _said(event: Event) -> str:
    """The first group that has a sentence for it; a test proves that every event has one."""
    for group in _GROUPS:
        said = group(event)
        if said is not None:
            return said
    raise TypeError(f"no sentence for {type(event).__name__}")
