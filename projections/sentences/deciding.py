"""Sentences of the decision and its measures."""

from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.measures import BanImposed, FineImposed, OrderIssued, ReprimandIssued
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import provisions, with_


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
            return f"A fine of {event.amount} is imposed for {event.conduct}."
        case OrderIssued():
            rate = f", under {event.penalty.rate} of delay" if event.penalty is not None else ""
            until = event.comply or "by a day that no text tells"
            return f"An order is made: comply {until}{rate}."
        case ReprimandIssued():
            return with_("A reprimand is given", joined(event.content))
        case BanImposed():
            return with_("Processing is banned", joined(event.content))
    return None
