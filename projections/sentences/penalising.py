"""Sentences about bans, penalties and what becomes of them."""

from datetime import date

from domain.days import in_words
from domain.money import Per, Rate
from domain.proceeding.acts.amendment import MeasureAmended
from domain.proceeding.acts.compliance import ConditionMet, NonComplianceNotified
from domain.proceeding.acts.waiver import PenaltyWaived
from domain.proceeding.entries import PenaltyTerms
from domain.proceeding.measures import (
    BanImposed,
    CertificationWithdrawn,
    FlowsSuspended,
    OrderIssued,
    PenaltySet,
    PenaltyWarned,
    PublicationOrdered,
    ReprimandIssued,
    WarningGiven,
)
from domain.proceeding.measures.joint import JointMaximumSet
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case OrderIssued():
            return _order(event)
        case PenaltySet():
            return _penalty(event)
        case PenaltyWarned():
            rate = "" if event.rate is None else f" of {_cost(event.rate)}"
            return with_(f"A penalty{rate} for the {event.of} is announced", joined(event.content))
        case JointMaximumSet():
            return f"The penalties of {joined(event.of)} are at most {event.amount} together."
        case NonComplianceNotified():
            return f"A notice says that the {event.of} is not complied with."
        case PenaltyWaived():
            part = "" if event.whole else f"{event.amount} of "
            what = f"{part}the penalty of the {event.of} is given up"
            return with_(f"{what[0].upper()}{what[1:]}", event.because)
        case MeasureAmended():
            return _amended(event)
    return _plain(event)


def _plain(event: Event) -> str | None:
    match event:
        case ReprimandIssued():
            return with_("A reprimand is given", joined(event.content))
        case WarningGiven():
            return with_("A warning is given", joined(event.content))
        case BanImposed():
            held = _held(event.from_day, event.until)
            only = f", once {event.condition}" if event.condition else ""
            return with_(f"Processing is banned{held}{only}", joined(event.content))
        case FlowsSuspended():
            held = _held(event.from_day, event.until)
            return with_(f"Data flows are suspended{held}", joined(event.content))
        case CertificationWithdrawn():
            return with_("A certification is withdrawn", joined(event.content))
        case PublicationOrdered():
            name = "" if event.named_for is None else f", with the name for {event.named_for}"
            return with_(f"Publication is ordered{name}", joined(event.content))
        case ConditionMet():
            return f"The condition of the {event.of} is met: it is in force."
    return None


def _order(event: OrderIssued) -> str:
    """What is ordered, then by when and under which penalty."""
    under = "" if event.penalty is None else f", under {_terms(event.penalty)}"
    ordered = with_("An order is made", "; ".join(event.content))
    if event.comply is None and event.report is not None:
        return f"{ordered} Report {event.report}{under}."
    report = "" if event.report is None else f", and report {event.report}"
    until = event.comply or "by a day that no text tells"
    return f"{ordered} Comply {until}{report}{under}."


def _terms(penalty: PenaltyTerms) -> str:
    """What a penalty costs, how many times, from when and up to which sum."""
    run = penalty.run
    times = f" for each of {run.times} {run.times_what}" if run.times_what else ""
    begin = f", from a {run.starts} on" if run.starts else ""
    most = "" if penalty.at_most is None else f", at most {penalty.at_most}"
    return f"{_cost(penalty.rate)}{times}{begin}{_held(run.from_day, run.until)}{most}"


def _penalty(event: PenaltySet) -> str:
    most = "" if event.at_most is None else f", at most {event.at_most}"
    run = None if event.penalty is None else event.penalty.run
    held = "" if run is None else _held(run.from_day, run.until)
    return f"A penalty of {_cost(event.rate)} is set for the {event.of}{held}{most}."


def _cost(rate: Rate) -> str:
    """A rate, or the sum for a deadline that is missed."""
    return str(rate) if rate.per is Per.MISSED_DEADLINE else f"{rate} of delay"


def _held(first: date | None, last: date | None) -> str:
    begin = "" if first is None else f" from {in_words(first)}"
    return begin if last is None else f"{begin} until {in_words(last)}"


def _amended(event: MeasureAmended) -> str:
    """What changes, one after the other."""
    if event.revoked:
        return f"The {event.of} is taken back {event.revoked}."
    told = []
    if event.comply is not None:
        told.append(f"there is time to comply {event.comply}")
    if event.until is not None:
        told.append(f"it holds until {in_words(event.until)}")
    if event.condition:
        told.append(f"it holds once {event.condition}")
    if event.suspended:
        end = event.suspended_until
        told.append("it is suspended" + ("" if end is None else f" until {in_words(end)}"))
    if event.resumed:
        told.append("its suspension ends")
    told.extend(event.content)
    return with_(f"The {event.of} is changed", "; ".join(told))
