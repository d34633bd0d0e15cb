"""Sentences about turnover, appeals, payments and the end."""

from domain.proceeding.acts.appeal import AppealDecided, AppealLodged
from domain.proceeding.acts.closure import ProceedingClosed
from domain.proceeding.acts.payment import PaymentMade
from domain.proceeding.acts.turnover import TurnoverCorrected, TurnoverEstablished
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import outcomes_of, with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case TurnoverEstablished():
            return f"The turnover of {event.of} for {event.year} is {event.amount}."
        case TurnoverCorrected():
            return f"The turnover of {event.of} for {event.year} is corrected to {event.right}."
        case AppealLodged():
            return f"{event.by or 'A party'} appeals against {joined(event.against)}."
        case AppealDecided():
            return f"The {event.on_appeal} is decided: {outcomes_of(event.outcomes)}."
        case PaymentMade():
            return f"{event.amount} is paid for the {event.for_}."
        case ProceedingClosed():
            return with_("The proceeding is closed", event.because)
    return None
