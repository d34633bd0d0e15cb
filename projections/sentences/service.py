"""Sentences of how acts become known."""

from domain.proceeding.acts.service import ActNotified, ActPublished
from domain.proceeding.messages import Event
from projections.sentences.pieces import starts


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case ActNotified():
            return f"Notified to {event.to}: {event.of}.{starts(event.starts)}"
        case ActPublished():
            return f"Published: {event.of}.{starts(event.starts)}"
    return None
