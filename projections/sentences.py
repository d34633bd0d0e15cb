"""Each event as a sentence that a trainer can read aloud."""

from domain.days import in_words
from domain.proceeding.acts.appeal import AppealDecided, AppealLodged
from domain.proceeding.acts.charges import ChargesIssued, RepresentationsMade
from domain.proceeding.acts.closure import OrderClosed, ProceedingClosed
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    NonComplianceFound,
)
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.hearing import HearingHeld
from domain.proceeding.acts.information import InformationGiven, InformationRequested
from domain.proceeding.acts.inquiry import ComplaintLodged, InquiryOpened, RapporteurAppointed
from domain.proceeding.acts.liquidation import LiquidationProposed, PenaltyLiquidated
from domain.proceeding.acts.note import NoteMade
from domain.proceeding.acts.notice import FormalNoticeIssued, NoticeClosed
from domain.proceeding.acts.payment import PaymentMade
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.service import ActNotified, ActPublished
from domain.proceeding.acts.turnover import TurnoverCorrected, TurnoverEstablished
from domain.proceeding.acts.warning import WarningIssued
from domain.proceeding.entries import Outcome, RunningPeriod
from domain.proceeding.measures import BanImposed, FineImposed, OrderIssued, ReprimandIssued
from domain.proceeding.messages import Allegations, Event, joined


def sentence(event: Event) -> str:
    """What happened, with the days and sums that it fixed, and the defects that it has."""
    said = _said(event)
    if not event.defects:
        return said
    return f"{said} Irregular: {joined([defect.rule for defect in event.defects])}."


def _said(event: Event) -> str:
    """The first stage that has a sentence for it; a test proves that every event has one."""
    for stage in (_inquiry, _accusation, _decided, _service, _compliance, _afterwards):
        said = stage(event)
        if said is not None:
            return said
    raise TypeError(f"no sentence for {type(event).__name__}")


def _inquiry(event: Event) -> str | None:
    match event:
        case ProceedingRegistered():
            return f"The file {event.proceeding} is registered."
        case ComplaintLodged():
            return _with("A complaint is lodged", event.what)
        case InquiryOpened():
            return _with("The authority opens the case", event.what)
        case InformationRequested():
            return _with("The authority asks for information", event.what)
        case InformationGiven():
            return _with(f"An answer to the {event.answers} comes in", event.what)
        case WarningIssued():
            return _with("A warning is given", joined(event.content))
        case NoteMade():
            return _with("Note", event.what)
    return None


def _accusation(event: Event) -> str | None:
    match event:
        case FormalNoticeIssued():
            return (
                f"A formal notice is issued under {_provisions(event.alleges)}: "
                f"comply {event.comply}."
            )
        case NoticeClosed():
            return _with(f"The {event.of} is closed", event.because)
        case RapporteurAppointed():
            return "A rapporteur is appointed."
        case ChargesIssued():
            return f"Charges are brought under {_provisions(event.alleges)}."
        case RepresentationsMade():
            return _with(f"The addressee answers the {event.answers}", event.what)
        case HearingHeld():
            return "The case is heard."
    return None


def _service(event: Event) -> str | None:
    match event:
        case ActNotified():
            return f"Notified to {event.to}: {event.of}.{_starts(event.starts)}"
        case ActPublished():
            return f"Published: {event.of}.{_starts(event.starts)}"
    return None


def _compliance(event: Event) -> str | None:
    match event:
        case ComplianceShown():
            share = "" if event.share == "whole" else " in part"
            return f"Compliance with the {event.with_} is shown{share}."
        case ComplianceAccepted():
            return f"The authority finds the {event.of} {event.result}."
        case NonComplianceFound():
            return f"The authority finds the {event.of} not met."
        case LiquidationProposed():
            return f"A liquidation of {event.amount} is announced, for {event.covers}."
        case PenaltyLiquidated():
            return (
                f"The periodic penalty of the {event.of} is liquidated at {event.amount}, "
                f"for {event.days.days} days of delay."
            )
        case OrderClosed():
            return _with(f"The {event.of} is closed", event.because)
    return None


def _afterwards(event: Event) -> str | None:
    match event:
        case TurnoverEstablished():
            return f"The turnover of {event.of} for {event.year} is {event.amount}."
        case TurnoverCorrected():
            return f"The turnover of {event.of} for {event.year} is corrected to {event.right}."
        case AppealLodged():
            return f"{event.by or 'A party'} appeals against {joined(event.against)}."
        case AppealDecided():
            return f"The {event.on_appeal} is decided: {_outcomes(event.outcomes)}."
        case PaymentMade():
            return f"{event.amount} is paid for the {event.for_}."
        case ProceedingClosed():
            return _with("The proceeding is closed", event.because)
    return None


def _decided(event: Event) -> str | None:
    match event:
        case DecisionAdopted(finds=(), dismisses=()):
            return "A decision is adopted."
        case DecisionAdopted(finds=()):
            return f"A decision dismisses {_provisions(event.dismisses)}."
        case DecisionAdopted():
            return f"A decision finds {_provisions(event.finds)} infringed."
        case FineImposed():
            return f"A fine of {event.amount} is imposed for {event.conduct}."
        case OrderIssued():
            rate = f", under {event.penalty.rate} of delay" if event.penalty is not None else ""
            until = event.comply or "by a day that no text tells"
            return f"An order is made: comply {until}{rate}."
        case ReprimandIssued():
            return _with("A reprimand is given", joined(event.content))
        case BanImposed():
            return _with("Processing is banned", joined(event.content))
    return None


def _with(said: str, what: str) -> str:
    return f"{said}: {what.rstrip('.')}." if what else f"{said}."


def _provisions(alleges: Allegations) -> str:
    return joined(list(dict.fromkeys(p for _, provisions in alleges for p in provisions)))


def _starts(periods: tuple[RunningPeriod, ...]) -> str:
    said = (f" {p.name.capitalize()} by {in_words(p.deadline.on)} ({p.of})." for p in periods)
    return "".join(said)


def _outcomes(outcomes: tuple[Outcome, ...]) -> str:
    said = []
    for outcome in outcomes:
        result = f"set to {outcome.amount}" if outcome.amount is not None else outcome.result
        because = f" ({outcome.because})" if outcome.because else ""
        said.append(f"{outcome.of} {result}{because}")
    return joined(said)
