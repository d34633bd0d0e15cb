"""Sentences about appeals, judgments, suspension, reconsideration and confirmation."""

from domain.days import in_words
from domain.proceeding.acts.appeal import AppealLodged
from domain.proceeding.acts.confirmation import ConfirmationDecided
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.reconsideration import ActReconsidered, ReconsiderationRequested
from domain.proceeding.acts.suspension import (
    ProceedingResumed,
    ProceedingStayed,
    SuspensionDecided,
    SuspensionRequested,
)
from domain.proceeding.measures import MeasureRefused
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import outcomes_of, with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    return _remedy(event) or _for_now(event)


def _remedy(event: Event) -> str | None:
    """What somebody asks of a court or of the authority, and what becomes of it."""
    match event:
        case AppealLodged() | ReconsiderationRequested():
            return _asked(event)
        case AppealDecided():
            return f"The {event.on_appeal} is decided: {outcomes_of(event.outcomes)}{_sent(event)}."
        case ActReconsidered():
            return _reconsidered(event)
        case MeasureRefused():
            return with_("The authority refuses a measure", joined(event.content))
        case ConfirmationDecided():
            said = "confirms" if event.result == "confirmed" else "refuses to confirm"
            return f"The court {said} the {event.of}."
    return None


def _for_now(event: Event) -> str | None:
    """What rests for a time."""
    match event:
        case SuspensionRequested():
            return f"{event.by or 'A party'} asks that {joined(event.of)} be suspended."
        case SuspensionDecided():
            return _suspended(event)
        case ProceedingStayed():
            until = "" if event.until is None else f" until {in_words(event.until)}"
            return with_(f"The proceeding is stayed{until}", event.because)
        case ProceedingResumed():
            return with_("The proceeding is resumed", event.because)
    return None


def _asked(event: AppealLodged | ReconsiderationRequested) -> str:
    by = event.by or "A party"
    if isinstance(event, ReconsiderationRequested):
        said = f"{by} asks the authority to reconsider {joined(event.against)}"
    elif event.against == ("silence",):
        said = f"{by} appeals against the silence of the authority"
    else:
        said = f"{by} appeals against {joined(event.against)}"
    return f"{said}; that suspends {joined(event.suspends)}." if event.suspends else f"{said}."


def _sent(event: AppealDecided) -> str:
    """To whom the case goes back, and what is pending there again."""
    if not event.remitted_to:
        return ""
    again = f", where the {joined(event.reopens)} is pending again" if event.reopens else ""
    return f"; it goes back to {event.remitted_to}{again}"


def _reconsidered(event: ActReconsidered) -> str:
    how = f"on the {event.answers}" if event.answers else "of its own motion"
    return f"The authority decides again {how}: {outcomes_of(event.outcomes)}."


def _suspended(event: SuspensionDecided) -> str:
    about = joined(event.of)
    match event.result:
        case "granted":
            until = "" if event.until is None else f" until {in_words(event.until)}"
            return f"The suspension of {about} is granted{until}."
        case "ended":
            return f"The suspension of {about} is ended."
        case _:
            return f"The suspension of {about} is refused."
