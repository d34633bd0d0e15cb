"""Sentences of more time, settlements and several authorities, and of the file itself."""

from domain.days import in_words
from domain.proceeding.acts.cooperation import (
    AssistanceAnswered,
    AssistanceRequested,
    DisputeDecided,
    DraftRevised,
    DraftShared,
    LeadChanged,
    ObjectionRaised,
    Referred,
)
from domain.proceeding.acts.extension import ExtensionRefused, ExtensionRequested, PeriodExtended
from domain.proceeding.acts.file import (
    DefaultNoticeGiven,
    LatenessOwed,
    LawChanged,
    ProceedingReopened,
    PublicationAnonymised,
)
from domain.proceeding.acts.settlement import (
    CommitmentAccepted,
    CommitmentOffered,
    SettlementAnswered,
    SettlementProposed,
    SettlementWithdrawn,
)
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    groups = (_time, _agreed, _drafted, _together, _file)
    return next((told for group in groups if (told := group(event)) is not None), None)


def _time(event: Event) -> str | None:
    match event:
        case ExtensionRequested():
            until = f", until {in_words(event.until)}" if event.until is not None else ""
            longer = f", {event.by_period} longer" if event.by_period is not None else ""
            name = event.period or "the period"
            return with_(f"More time is asked for {name} ({event.of}){until}{longer}", event.what)
        case PeriodExtended():
            days = list(dict.fromkeys(in_words(p.deadline.on) for p in event.periods))
            return f"The period for {event.period} ({event.of}) is extended: {joined(days)}."
        case ExtensionRefused():
            return f"More time for {event.period} ({event.of}) is refused."
    return None


def _agreed(event: Event) -> str | None:
    match event:
        case SettlementProposed():
            return with_("A settlement is proposed", joined(event.content))
        case SettlementAnswered():
            return f"The {event.answers} is {event.result} by {event.by or 'a party'}."
        case SettlementWithdrawn():
            return with_(f"The {event.of} is withdrawn", event.because)
        case CommitmentOffered():
            return with_("A commitment is offered", joined(event.content))
        case CommitmentAccepted():
            return f"The {event.of} is made binding."
    return None


def _drafted(event: Event) -> str | None:
    match event:
        case DraftShared():
            return with_("A draft decision is shared", joined(event.proposes))
        case DraftRevised():
            return with_(f"A revised draft replaces the {event.replaces}", joined(event.proposes))
        case ObjectionRaised():
            who = event.by or "An authority"
            return with_(f"{who} objects to the {event.against}", event.what)
    return None


def _together(event: Event) -> str | None:
    match event:
        case Referred():
            urgent = "urgent question" if event.procedure == "urgent" else "question"
            of = f" of the {event.of}" if event.of else ""
            return with_(f"The {urgent}{of} is put before the Board", event.what)
        case DisputeDecided():
            return with_(f"The Board decides on the {event.answers}", joined(event.requires))
        case AssistanceRequested():
            return with_(f"Assistance is asked of {joined(event.to)}", event.what)
        case AssistanceAnswered():
            return with_(f"The {event.answers} is {event.result}", event.what)
        case LeadChanged():
            return with_(f"{event.to} leads from now on", event.what)
    return None


def _file(event: Event) -> str | None:
    match event:
        case ProceedingReopened():
            return with_("The proceeding is reopened", event.because)
        case PublicationAnonymised():
            return f"The names are taken out of the publication: {event.of}."
        case DefaultNoticeGiven():
            return with_("The authority is told that it is late", event.what)
        case LatenessOwed():
            return f"The authority owes {event.to or 'a party'} {event.amount} for being late."
        case LawChanged():
            return f"The file goes on under the law {event.law} ({event.digest[:12]})."
    return None
