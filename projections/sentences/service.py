"""Sentences of how acts become known."""

from domain.days import in_words
from domain.proceeding.acts.service import ActNotified, ActPublished, NotificationCorrected
from domain.proceeding.messages import Event
from projections.sentences.pieces import starts


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case ActNotified():
            return f"Notified to {event.to}: {event.of}.{starts(event.starts)}"
        case NotificationCorrected():
            told = f"The day on which {event.to} was notified of {event.of} is corrected"
            return f"{told} to {in_words(event.right)}.{starts(event.starts)}"
        case ActPublished():
            return f"Published: {event.of}.{starts(event.starts)}"
    return None
