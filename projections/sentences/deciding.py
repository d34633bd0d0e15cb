"""Sentences of the decision and its measures."""

from domain.days import in_words
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.measures import FineImposed
from domain.proceeding.messages import Event
from projections.sentences.pieces import provisions


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case DecisionAdopted(finds=(), dismisses=()):
            return "A decision is adopted."
        case DecisionAdopted(finds=()):
            return f"A decision dismisses {provisions(event.dismisses)}."
        case DecisionAdopted():
            return f"A decision finds {provisions(event.finds)} infringed."
        case FineImposed():
            what = f"disobeying the {event.of}" if event.of else event.conduct
            before = event.proposed is not None and event.proposed != event.amount
            told = f" ({event.proposed} had been proposed)" if before else ""
            return f"A fine of {event.amount}{_converted(event)} is imposed for {what}{told}."
    return None


def _converted(event: FineImposed) -> str:
    """From which sum it was converted, and at the rate of which day."""
    if event.converted is None:
        return ""
    told = event.converted
    return f" ({told.from_} at {told.rate}, the rate of {in_words(told.rate_of)})"
