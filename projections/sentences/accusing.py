"""Sentences of what comes before a decision."""

from domain.days import in_words
from domain.proceeding.acts.charges import ChargesIssued, RepresentationsMade
from domain.proceeding.acts.hearing import (
    CourtHearingHeld,
    HearingHeld,
    HearingSummoned,
    ReplyMade,
)
from domain.proceeding.acts.inquiry import RapporteurAppointed
from domain.proceeding.acts.notice import FormalNoticeIssued, NoticeClosed
from domain.proceeding.messages import Event
from projections.sentences.pieces import provisions, with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    return _accused(event) or _heard(event)


def _accused(event: Event) -> str | None:
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
    return None


def _heard(event: Event) -> str | None:
    match event:
        case ReplyMade():
            return with_(f"The {event.answers} are answered", event.what)
        case HearingSummoned():
            instead = f", instead of by the {event.replaces}" if event.replaces else ""
            return f"The parties are summoned to a hearing on {in_words(event.for_)}{instead}."
        case HearingHeld():
            return "The case is heard."
        case CourtHearingHeld():
            return with_("The court hears the parties", event.what)
    return None
