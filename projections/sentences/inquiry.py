"""Sentences of the inquiry."""

from domain.proceeding.acts.information import InformationGiven, InformationRequested
from domain.proceeding.acts.inquiry import ComplaintLodged, InquiryOpened
from domain.proceeding.acts.note import NoteMade
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.warning import WarningIssued
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case ProceedingRegistered():
            return f"The file {event.proceeding} is registered."
        case ComplaintLodged():
            return with_("A complaint is lodged", event.what)
        case InquiryOpened():
            return with_("The authority opens the case", event.what)
        case InformationRequested():
            return with_("The authority asks for information", event.what)
        case InformationGiven():
            return with_(f"An answer to the {event.answers} comes in", event.what)
        case WarningIssued():
            return with_("A warning is given", joined(event.content))
        case NoteMade():
            return with_("Note", event.what)
    return None
