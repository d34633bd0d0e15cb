"""The peer's file: a declarative aggregate of the event library, whose methods are its events.

Its acts are found by key and its state is changed in place, as the library's users do.
"""
# ruff: noqa: PLR0913, PLR0917 - the fields of an event are the arguments of its method

from uuid import UUID, uuid5

from eventsourcing.domain import Aggregate, event

IDS = UUID("3c6e1f6e-6f0b-5a7e-8c55-1f0f2f6f0b8a")


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
    def complaint(self, on, act, by, basis, commit, defects, what, received):
        self.enter("complaint", on, act, by, defects)

    @event("InquiryOpened")
    def opening(self, on, act, by, basis, commit, defects, what):
        self.enter("opening", on, act, by, defects)

    @event("InformationRequested")
    def information_request(self, on, act, by, basis, commit, defects, what, reply):
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
    def charge(self, on, act, by, basis, commit, defects, to, alleges, what, proposes, turnover):
        self.enter("charges", on, act, by, defects, to=to)
        self.charges.append({"id": act, "to": to, "alleges": alleges, "proposes": proposes})
        self.relied_on(turnover, to, on)

    @event("RepresentationsMade")
    def representations(self, on, act, by, basis, commit, defects, answers, what):
        self.enter("representations", on, act, by, defects, about=answers)

    @event("HearingHeld")
    def hearing(self, on, act, by, basis, commit, defects):
        self.enter("hearing", on, act, by, defects)

    @event("TurnoverEstablished")
    def turnover(self, on, act, by, basis, commit, defects, of, year, amount, base):
        self.enter("turnover", on, act, by, defects, about=of)
        self.turnovers.append({"party": of, "year": year, "amount": amount, "on": on, "base": base})

    @event("DecisionAdopted")
    def decision(
        self,
        on,
        act,
        by,
        basis,
        commit,
        defects,
        to,
        finds,
        dismisses,
        fault,
        turnover,
        procedure,
        carries_out,
    ):
        self.enter("decision", on, act, by, defects, to=to)
        self.decisions.append(
            {
                "id": act,
                "on": on,
                "to": to,
                "finds": finds,
                "dismisses": dismisses,
                "fault": fault,
                "procedure": procedure,
            }
        )
        self.relied_on(turnover, to, on)

    def relied_on(self, turnover, to, on):
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
        converted,
        of,
        liable,
        pay,
        payable,
        repeat_of,
        violations,
        proposed,
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
                "of": of,
                "liable": liable,
                "pay": pay,
                "payable": payable,
                "repeat_of": repeat_of,
                "violations": violations,
            }
        )

    @event("OrderIssued")
    def order(
        self,
        on,
        act,
        by,
        basis,
        commit,
        defects,
        measure,
        to,
        content,
        comply,
        proof,
        penalty,
        report,
        under,
        liable,
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
                "report": report,
                "under": under,
                "liable": liable,
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
    def payment(
        self, on, act, by, basis, commit, defects, for_, amount, base, reductions, waives, leave
    ):
        self.enter("payment", on, act, by, defects, about=for_)
        self.payments.append(
            {"act": act, "of": for_, "on": on, "amount": amount, "reductions": reductions}
        )


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


def roles(parties):
    """Key and role of each, whether they are kept as values or as dictionaries."""
    for party in parties:
        if isinstance(party, dict):
            yield party["key"], party["role"]
        else:
            yield party.key, party.role
