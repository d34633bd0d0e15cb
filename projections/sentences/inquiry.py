"""Sentences of the inquiry."""

from domain.proceeding.acts.information import InformationGiven, InformationRequested
from domain.proceeding.acts.inquiry import (
    AlertGiven,
    BreachNotified,
    ComplaintLodged,
    InquiryOpened,
    Inspected,
    ScopeExtended,
)
from domain.proceeding.acts.note import NoteMade
from domain.proceeding.acts.procedure import ProcedureChanged
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.warning import WarningIssued
from domain.proceeding.beginnings import PeriodsStarted
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import starts, with_

_FEW = 4
"""So many addressees are still named one by one."""


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    return _begun(event) or _looked_into(event)


def _begun(event: Event) -> str | None:
    match event:
        case ProceedingRegistered():
            return f"The file {event.proceeding} is registered."
        case ComplaintLodged():
            return with_("A complaint is lodged", event.what)
        case BreachNotified():
            return with_("A breach of personal data is notified", event.what)
        case AlertGiven():
            return with_("The authority is alerted", event.what)
        case InquiryOpened():
            return with_("The authority opens the case", event.what)
        case PeriodsStarted():
            return f"Time begins to run.{starts(event.starts)}"
    return None


def _looked_into(event: Event) -> str | None:
    match event:
        case Inspected():
            return with_("The authority inspects", event.what)
        case ScopeExtended():
            return with_(f"The file is extended to {_added(event)}", event.what)
        case ProcedureChanged():
            return with_(f"The file goes on in the {event.into} procedure", event.because)
        case InformationRequested():
            return with_("The authority asks for information", event.what)
        case InformationGiven():
            return with_(f"An answer to the {event.answers} comes in", event.what)
        case WarningIssued():
            return with_("A warning is given", joined(event.content))
        case NoteMade():
            return with_("Note", event.what)
    return None


def _added(event: ScopeExtended) -> str:
    """Whom and what an extension of scope takes in; many addressees are counted."""
    keys = [party.key for party in event.addressees]
    named = keys if len(keys) <= _FEW else [f"{len(keys)} more addressees"]
    return joined([*named, *(conduct.key for conduct in event.conducts)])
