"""The peer: the same file as the event library's documentation would have one write it.

A declarative aggregate whose methods are its events, the library's own mapper, transcoder and
projector. Three things are made easier for it than for ours, so that a ratio is never flattered:
what it loads stays plain (dictionaries and numbers, never checked values), its acts are found by
key, and it keeps neither the command of a commit nor the digest of its law.
"""

from datetime import date
from enum import Enum

import attrs
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from eventsourcing.persistence import Transcoding


class DayAsText(Transcoding):
    """The library leaves days to its users."""

    type = date
    name = "date_iso"

    def encode(self, obj):
        return obj.isoformat()

    def decode(self, data):
        return date.fromisoformat(data)


class LibraryFile(Aggregate):
    """One authority's file: everything that our state keeps, in lists and dictionaries."""

    @event("ProceedingRegistered")
    def __init__(self, on, act, by, basis, commit, defects, proceeding, rulebook, currency, parties, conducts):
        self.name = proceeding
        self.rulebook = rulebook
        self.currency = currency
        self.parties = parties
        self.conducts = conducts
        self.last_on = on
        self.acts = {}
        for kind in KEPT:
            setattr(self, kind, [])

    def enter(self, kind, on, act, by, defects, *, to=(), about=""):
        self.last_on = on
        self.acts[act] = {
            "id": act,
            "kind": kind,
            "on": on,
            "by": by,
            "to": to,
            "about": about,
            "defective": bool(defects),
            "notified": [],
            "published_on": None,
        }

    def addressees(self):
        return [party["key"] for party in self.parties if party["role"] == "addressee"]

    @event("ComplaintLodged")
    def complaint(self, on, act, by, basis, commit, defects, what):
        self.enter("complaint", on, act, by, defects)

    @event("InquiryOpened")
    def opening(self, on, act, by, basis, commit, defects, what):
        self.enter("opening", on, act, by, defects)

    @event("InformationRequested")
    def information_request(self, on, act, by, basis, commit, defects, what):
        self.enter("information request", on, act, by, defects, to=self.addressees())

    @event("InformationGiven")
    def information(self, on, act, by, basis, commit, defects, answers, what):
        self.enter("information", on, act, by, defects, about=answers)

    @event("NoteMade")
    def note(self, on, act, by, basis, commit, defects, what):
        self.enter("note", on, act, by, defects)

    @event("FormalNoticeIssued")
    def formal_notice(self, on, act, by, basis, commit, defects, to, alleges, content, comply, proof):
        self.enter("formal notice", on, act, by, defects, to=to)
        self.notices.append({"id": act, "to": to, "alleges": alleges, "comply": comply})

    @event("ActNotified")
    def notification(self, on, act, by, basis, commit, defects, of, to, starts):
        self.enter("notification", on, act, by, defects, about=of)
        self.acts[of]["notified"].append([to, on])
        self.periods.extend(starts)

    @event("ActPublished")
    def publication(self, on, act, by, basis, commit, defects, of, starts):
        self.enter("publication", on, act, by, defects, about=of)
        self.acts[of]["published_on"] = on
        self.periods.extend(starts)

    @event("RapporteurAppointed")
    def rapporteur(self, on, act, by, basis, commit, defects):
        self.enter("rapporteur appointment", on, act, by, defects)

    @event("ChargesIssued")
    def charge(self, on, act, by, basis, commit, defects, to, alleges, what):
        self.enter("charges", on, act, by, defects, to=to)
        self.charges.append({"id": act, "to": to, "alleges": alleges})

    @event("RepresentationsMade")
    def representations(self, on, act, by, basis, commit, defects, answers, what):
        self.enter("representations", on, act, by, defects, about=answers)

    @event("HearingHeld")
    def hearing(self, on, act, by, basis, commit, defects):
        self.enter("hearing", on, act, by, defects)

    @event("TurnoverEstablished")
    def turnover(self, on, act, by, basis, commit, defects, of, year, amount):
        self.enter("turnover", on, act, by, defects, about=of)
        self.turnovers.append({"party": of, "year": year, "amount": amount, "on": on})

    @event("DecisionAdopted")
    def decision(self, on, act, by, basis, commit, defects, to, finds, dismisses, fault, turnover):
        self.enter("decision", on, act, by, defects, to=to)
        self.decisions.append(
            {"id": act, "on": on, "to": to, "finds": finds, "dismisses": dismisses, "fault": fault}
        )
        for party in to:
            for year, amount in turnover:
                self.turnovers.append({"party": party, "year": year, "amount": amount, "on": on})

    @event("FineImposed")
    def fine(
        self, on, act, by, basis, commit, defects, measure, to, amount, conduct, provisions, maximum, parts
    ):
        self.last_on = on
        self.fines.append(
            {
                "id": measure,
                "decision": act,
                "on": on,
                "to": to,
                "amount": amount,
                "conduct": conduct,
                "provisions": provisions,
                "maximum": maximum,
            }
        )

    @event("OrderIssued")
    def order(self, on, act, by, basis, commit, defects, measure, to, content, comply, proof, penalty):
        self.last_on = on
        self.orders.append(
            {
                "id": measure,
                "decision": act,
                "on": on,
                "to": to,
                "content": content,
                "comply": comply,
                "penalty": penalty,
            }
        )

    @event("NonComplianceFound")
    def non_compliance(self, on, act, by, basis, commit, defects, of):
        self.enter("finding", on, act, by, defects, about=of)
        self.compliance.append(
            {"act": act, "of": of, "on": on, "result": "not met", "shown": False}
        )

    @event("LiquidationProposed")
    def liquidation_proposal(self, on, act, by, basis, commit, defects, to, of, covers, amount):
        self.enter("liquidation proposal", on, act, by, defects, to=to, about=of)
        self.proposals.append(
            {"id": act, "of": of, "on": on, "days": covers, "amount": amount, "run_up": amount}
        )

    @event("PenaltyLiquidated")
    def liquidation(self, on, act, by, basis, commit, defects, to, of, covers, days, amount, run_up):
        self.enter("liquidation", on, act, by, defects, to=to, about=of)
        self.liquidations.append(
            {"id": act, "of": of, "on": on, "days": days, "amount": amount, "run_up": run_up}
        )

    @event("PaymentMade")
    def payment(self, on, act, by, basis, commit, defects, for_, amount):
        self.enter("payment", on, act, by, defects, about=for_)
        self.payments.append({"act": act, "of": for_, "on": on, "amount": amount})


KEPT = (
    "periods",
    "notices",
    "charges",
    "decisions",
    "fines",
    "orders",
    "compliance",
    "proposals",
    "liquidations",
    "turnovers",
    "payments",
)
METHODS = {
    "ActNotified": "notification",
    "ActPublished": "publication",
    "ChargesIssued": "charge",
    "ComplaintLodged": "complaint",
    "DecisionAdopted": "decision",
    "FineImposed": "fine",
    "FormalNoticeIssued": "formal_notice",
    "HearingHeld": "hearing",
    "InformationGiven": "information",
    "InformationRequested": "information_request",
    "InquiryOpened": "opening",
    "LiquidationProposed": "liquidation_proposal",
    "NonComplianceFound": "non_compliance",
    "NoteMade": "note",
    "OrderIssued": "order",
    "PaymentMade": "payment",
    "PenaltyLiquidated": "liquidation",
    "RapporteurAppointed": "rapporteur",
    "RepresentationsMade": "representations",
    "TurnoverEstablished": "turnover",
}


class LibraryDocket(Application):
    """The library's application as it comes, told how to write a day."""

    def register_transcodings(self, transcoder):
        super().register_transcodings(transcoder)
        transcoder.register(DayAsText())


def plain(value):
    """A value of ours as the peer keeps it: the same content, days left as days."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if attrs.has(type(value)):
        fields = [a.name for a in attrs.fields(type(value)) if not a.name.startswith("_")]
        return {name: plain(getattr(value, name)) for name in fields}
    return value


def library_file(history):
    """The same history, given to the peer."""
    (first, *others) = history
    file = LibraryFile(**plain(first.event))
    give(file, others)
    return file


def give(file, history):
    """These events, given to a file of the peer."""
    for recorded in history:
        getattr(file, METHODS[type(recorded.event).__name__])(**plain(recorded.event))
