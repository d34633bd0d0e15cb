"""Sentences of what comes before a decision."""

from domain.proceeding.acts.charges import ChargesIssued, RepresentationsMade
from domain.proceeding.acts.hearing import HearingHeld
from domain.proceeding.acts.inquiry import RapporteurAppointed
from domain.proceeding.acts.notice import FormalNoticeIssued, NoticeClosed
from domain.proceeding.messages import Event
from projections.sentences.pieces import provisions, with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case FormalNoticeIssued():
            return (
                f"A formal notice is issued under {provisions(event.alleges)}: "
                f"comply {event.comply}."
            )
        case NoticeClosed():
            return with_(f"The {event.of} is closed", event.because)
        case RapporteurAppointed():
            return "A rapporteur is appointed."
        case ChargesIssued():
            return f"Charges are brought under {provisions(event.alleges)}."
        case RepresentationsMade():
            return with_(f"The addressee answers the {event.answers}", event.what)
        case HearingHeld():
            return "The case is heard."
    return None
