"""Sentences about turnover, payments and the end."""

from domain.proceeding.acts.closure import ProceedingClosed
from domain.proceeding.acts.turnover import TurnoverCorrected, TurnoverEstablished
from domain.proceeding.messages import Event
from projections.sentences.pieces import with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case TurnoverEstablished():
            return f"The turnover of {event.of} for {event.year} is {event.amount}."
        case TurnoverCorrected():
            return f"The turnover of {event.of} for {event.year} is corrected to {event.right}."
        case ProceedingClosed():
            return with_("The proceeding is closed", event.because)
    return None
