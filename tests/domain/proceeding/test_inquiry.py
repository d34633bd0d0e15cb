"""Complaint, opening, questions and answers, a warning, the rapporteur, the hearing, notes."""

from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.hearing import HearingHeld, HoldHearing
from domain.proceeding.acts.information import (
    GiveInformation,
    InformationGiven,
    InformationRequested,
    RequestInformation,
)
from domain.proceeding.acts.inquiry import (
    AppointRapporteur,
    ComplaintLodged,
    InquiryOpened,
    LodgeComplaint,
    OpenInquiry,
    RapporteurAppointed,
)
from domain.proceeding.acts.note import MakeNote, NoteMade
from domain.proceeding.acts.warning import IssueWarning, WarningIssued
from showcause.testing import Given
from tests.domain.proceeding.stories import ALLEGED, FR, IT, charged, day, registration

FILE = Given((registration(),), FR)
D = day("2020-08-26")
OPEN = OpenInquiry(on=D)


class TestComplaint:
    def test_is_lodged_by_anybody_named_or_not(self):
        FILE.when(LodgeComplaint(on=D, what="No answer")).then(
            ComplaintLodged(on=D, act="complaint", basis="model", what="No answer")
        )
        FILE.when(LodgeComplaint(on=D, by="person")).then(
            ComplaintLodged(on=D, act="complaint", by="person", basis="model")
        )

    def test_is_one_of_many(self):
        again = FILE.and_(LodgeComplaint(on=D)).when(LodgeComplaint(on=D))
        assert again.events[0].act == "complaint-2"


class TestOpening:
    def test_is_for_the_chair_in_france(self):
        FILE.when(OPEN).then(
            InquiryOpened(on=D, act="opening", by="chair", basis="MED-2021-134 (practice)")
        )

    def test_is_for_the_authority_where_no_organ_is_named(self):
        italian = Given((registration(),), IT)
        italian.when(OPEN).then(InquiryOpened(on=D, act="opening", by="cnil", basis="model"))

    def test_happens_once(self):
        refusal = FILE.and_(OPEN).when(OPEN).then_refused("irregular", ["opening"])
        assert str(refusal) == "opening: there is already an act 'opening' (model)"

    def test_is_refused_once_the_file_is_closed(self):
        closed = FILE.and_(CloseProceeding(on=D))
        refusal = closed.when(OPEN).then_refused("irregular", ["closed"])
        assert refusal.defects[0].asked == "closed"

    def test_is_not_for_the_rapporteur(self):
        refusal = FILE.when(OpenInquiry(on=D, by="rapporteur")).then_refused("irregular", ["organ"])
        (defect,) = refusal.defects
        assert (defect.asked, defect.limit, defect.cite) == ("rapporteur", "chair", "MED-2021-134")
        assert defect.label == "MED-2021-134 (practice)"
        assert defect.message == "it is for chair, not for rapporteur"


class TestInformation:
    def test_is_asked_for_and_given(self):
        asked = FILE.when(RequestInformation(on=D, what="What for?")).then(
            InformationRequested(
                on=D,
                act="information request",
                by="cnil",
                basis="GDPR 58(1)(a)",
                what="What for?",
            )
        )
        asked.after.when(GiveInformation(on=D, answers="information request", what="Search")).then(
            InformationGiven(
                on=D,
                act="information",
                by="clearview",
                basis="model",
                answers="information request",
                what="Search",
            )
        )

    def test_answers_something_that_was_asked(self):
        refusal = FILE.when(GiveInformation(on=D, answers="rumour")).then_refused("impossible")
        assert str(refusal) == "information: the question rumour cannot be named: there is none"

    def test_is_refused_once_the_file_is_closed(self):
        closed = FILE.and_(CloseProceeding(on=D))
        closed.when(RequestInformation(on=D)).then_refused("irregular", ["closed"])


class TestWarning:
    COMMAND = IssueWarning(on=D, content=("Do not begin",))

    def test_is_about_what_has_not_begun(self):
        FILE.when(self.COMMAND).then(
            WarningIssued(
                on=D, act="warning", by="chair", basis="LIL 20 I", content=("Do not begin",)
            )
        )

    def test_is_refused_if_that_is_denied(self):
        judgement = "the processing is intended and has not begun"
        command = IssueWarning(on=D, content=("Stop",), denies=(judgement,))
        refusal = FILE.when(command).then_refused("irregular", [judgement])
        assert refusal.defects[0].cite == "GDPR 58(2)(a)"

    def test_says_something(self):
        refusal = FILE.when(IssueWarning(on=D, content=())).then_refused("impossible", ["content"])
        assert str(refusal) == "warning: a warning says nothing"


class TestRapporteur:
    def test_is_appointed_by_the_chair(self):
        FILE.when(AppointRapporteur(on=D)).then(
            RapporteurAppointed(on=D, act="rapporteur appointment", by="chair", basis="DEC 39")
        )

    def test_does_not_exist_in_italy(self):
        file = Given((registration(),), IT)
        refusal = file.when(AppointRapporteur(on=D)).then_refused("irregular", ["power"])
        message = "rapporteur appointment: no act 'rapporteur appointment' exists in Italy, Garante"
        assert str(refusal) == message

    def test_leaves_an_act_without_power_that_is_recorded_despite_it_without_a_basis(self):
        file = Given((registration(),), IT)
        command = AppointRapporteur(on=D, despite=(("power", "they did so"),))
        (event,) = file.when(command).events
        assert event.basis == ""
        assert [(d.rule, d.why) for d in event.defects] == [("power", "they did so")]


class TestHearing:
    def test_follows_the_charges(self):
        on = day("2022-10-13")
        charged().when(HoldHearing(on=on)).then(
            HearingHeld(on=on, act="hearing", by="restricted committee", basis="DEC 41")
        )

    def test_is_refused_before_them(self):
        refusal = FILE.when(HoldHearing(on=D)).then_refused("irregular", ["charges"])
        assert "no act 'charges' stands before it" in str(refusal)


class TestChargesWithoutARapporteur:
    def test_are_refused_in_france(self):
        refusal = FILE.when(IssueCharges(on=D, alleges=ALLEGED)).then_refused("irregular")
        (defect,) = refusal.defects
        assert (defect.rule, defect.limit) == ("rapporteur appointment",) * 2
        assert defect.cite == "DEC 40"


class TestNote:
    def test_has_no_effect(self):
        noted = FILE.when(MakeNote(on=D, what="Rumours")).then(
            NoteMade(on=D, act="note", basis="model", what="Rumours")
        )
        assert noted.after.state.acts[-1].kind == "note"
