"""The peer: the same file as the event library's documentation would have one write it.

A declarative aggregate whose methods are its events, with the library's own mapper, transcoder and
projector. It is measured twice. With the *same content* it keeps what ours keeps: values as
values, through a transcoding each, and with each event the command that it came from, the id of
the command and the digest of the law. *Lean*, it keeps plain dictionaries, lists, numbers and days
and nothing of the commit: the least that anybody could get by with. Either way its acts are found
by key, its state is changed in place, and no field of an event is left out.
"""
# ruff: noqa: PLR0913, PLR0917 - the fields of an event are the arguments of its method

from datetime import date
from enum import Enum
from uuid import UUID, uuid5

import attrs
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from eventsourcing.persistence import Transcoding

SAME, LEAN = "the library, same content", "the library, lean"
IDS = UUID("3c6e1f6e-6f0b-5a7e-8c55-1f0f2f6f0b8a")


class DayAsText(Transcoding):
    """The library leaves days to its users."""

    type = date
    name = "date_iso"

    def encode(self, obj):
        return obj.isoformat()

    def decode(self, data):
        return date.fromisoformat(data)


class ChoiceAsText(Transcoding):
    """The same for an enumeration."""

    def __init__(self, cls):
        self.type, self.name = cls, cls.__name__

    def encode(self, obj):
        return obj.value

    def decode(self, data):
        return self.type(data)


class ValueAsFields(Transcoding):
    """The same for a class of values, by its fields."""

    def __init__(self, cls):
        self.type, self.name = cls, cls.__name__
        self._names = names_of(cls)

    def encode(self, obj):
        return {name: getattr(obj, name) for name in self._names}

    def decode(self, data):
        return self.type(**data)


class LibraryDocket(Application):
    """The library's application as it comes, told how to write days and the classes of values."""

    def __init__(self, env=None, values=()):
        self.values = values
        super().__init__(env)

    def register_transcodings(self, transcoder):
        super().register_transcodings(transcoder)
        transcoder.register(DayAsText())
        for cls in self.values:
            transcoder.register((ChoiceAsText if issubclass(cls, Enum) else ValueAsFields)(cls))


class LibraryFile(Aggregate):
    """One authority's file: everything that our state keeps, in lists and dictionaries."""

    @staticmethod
    def create_id(proceeding):
        return uuid5(IDS, proceeding)

    @event("ProceedingRegistered")
    def __init__(
        self, on, act, by, basis, commit, defects, proceeding, rulebook, currency, parties, conducts
    ):
        self.name = proceeding
        self.rulebook = rulebook
        self.currency = currency
        self.parties = parties
        self.addressees = [one for one, role in roles(parties) if role == "addressee"]
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

    @event("ComplaintLodged")
    def complaint(self, on, act, by, basis, commit, defects, what):
        self.enter("complaint", on, act, by, defects)

    @event("InquiryOpened")
    def opening(self, on, act, by, basis, commit, defects, what):
        self.enter("opening", on, act, by, defects)

    @event("InformationRequested")
    def information_request(self, on, act, by, basis, commit, defects, what):
        self.enter("information request", on, act, by, defects, to=self.addressees)

    @event("InformationGiven")
    def information(self, on, act, by, basis, commit, defects, answers, what):
        self.enter("information", on, act, by, defects, about=answers)

    @event("NoteMade")
    def note(self, on, act, by, basis, commit, defects, what):
        self.enter("note", on, act, by, defects)

    @event("FormalNoticeIssued")
    def formal_notice(
        self, on, act, by, basis, commit, defects, to, alleges, content, comply, proof
    ):
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
        self,
        on,
        act,
        by,
        basis,
        commit,
        defects,
        measure,
        to,
        amount,
        conduct,
        provisions,
        maximum,
        parts,
        calculation,
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
    def order(
        self, on, act, by, basis, commit, defects, measure, to, content, comply, proof, penalty
    ):
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
    def liquidation(
        self, on, act, by, basis, commit, defects, to, of, covers, days, amount, run_up
    ):
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


def names_of(cls):
    """The fields of a class of ours; private ones are caches."""
    return tuple(one.name for one in attrs.fields(cls) if not one.name.startswith("_"))


def fields_of(value):
    return {name: getattr(value, name) for name in names_of(type(value))}


def roles(parties):
    for party in parties:
        told = party if isinstance(party, dict) else fields_of(party)
        yield told["key"], told["role"]


def plain(value):
    """The same without our classes: dictionaries, lists and what JSON has, days left as days."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return plain(fields_of(value)) if attrs.has(type(value)) else value


def value_classes(values, found=None):
    """Every class of ours that these values are made of: each needs its transcoding."""
    found = set() if found is None else found
    for value in values:
        if isinstance(value, tuple):
            value_classes(value, found)
        elif isinstance(value, Enum) or attrs.has(type(value)):
            found.add(type(value))
            value_classes(() if isinstance(value, Enum) else fields_of(value).values(), found)
    return found


def docket(kind, records, env=None):
    """An empty docket of a kind, which can write these records."""
    if kind == LEAN:
        return LibraryDocket(env)
    return LibraryDocket(env, value_classes([*(one.event for one in records), *commands(records)]))


def commands(records):
    return [one.command for one in records if one.command is not None]


def library_file(kind, records):
    """The same history as a file of the library, with its events pending."""
    turned = plain if kind == LEAN else _same
    file = None
    for record in records:
        told = {name: turned(value) for name, value in fields_of(record.event).items()}
        told["commit"] = None if kind == LEAN else _commit(record)
        if file is None:
            file = LibraryFile(**told)
        else:
            getattr(file, METHODS[type(record.event).__name__])(**told)
    return file


def _same(value):
    return value


def _commit(record):
    return {"command_id": record.command_id, "law": record.law, "command": record.command}
