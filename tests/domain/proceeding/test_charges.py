"""Charges say what somebody has to answer, and leave time for it."""

import attrs
import pytest

from domain.proceeding.acts.charges import (
    ChargesIssued,
    IssueCharges,
    MakeRepresentations,
    RepresentationsMade,
)
from domain.proceeding.acts.inquiry import AppointRapporteur
from domain.proceeding.acts.service import Notify
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    IT,
    charged,
    day,
    decision,
    eur,
    fine,
    party,
    registration,
    stated,
)

D = day("2022-07-14")
CHARGES = IssueCharges(on=D, alleges=ALLEGED, what="Report")
REPORTED = Given((registration(), AppointRapporteur(on=D)), FR)


class TestCharges:
    def test_are_the_report_of_the_rapporteur_in_france(self):
        REPORTED.when(CHARGES).then(
            ChargesIssued(
                on=D,
                act="charges",
                by="rapporteur",
                basis="DEC 40",
                to=("clearview",),
                alleges=ALLEGED,
                what="Report",
            )
        )

    def test_are_an_objection_of_the_authority_in_italy(self):
        given = Given((registration(),), IT)
        (event,) = given.when(CHARGES).events
        assert (event.by, event.basis) == ("cnil", "CODE 166(5)")

    def test_need_something_to_charge(self):
        empty = attrs.evolve(CHARGES, alleges=())
        REPORTED.when(empty).then_refused("impossible", ["alleges"])

    @pytest.mark.parametrize("provision", ["GDPR 57", "LIL 1", "GDPR"])
    def test_are_of_provisions_that_the_rulebook_lists(self, provision):
        strange = attrs.evolve(CHARGES, alleges=(("faceprints", (provision,)),))
        refusal = REPORTED.when(strange).then_refused("impossible", ["alleges"])
        assert f"names {provision}, which is none of:" in str(refusal)

    @pytest.mark.parametrize("provision", ["GDPR 24", "GDPR 10"])
    def test_may_be_of_duties_for_which_nobody_is_fined(self, provision):
        duty = attrs.evolve(CHARGES, alleges=(("faceprints", (provision,)),))
        assert REPORTED.when(duty).events

    @pytest.mark.parametrize("provision", ["GDPR 5(1)(a)", "GDPR 58(2)(d)", "GDPR 41(4)"])
    def test_may_be_as_exact_as_the_text(self, provision):
        exact = attrs.evolve(CHARGES, alleges=(("faceprints", (provision,)),))
        assert REPORTED.when(exact).events


class TestRepresentations:
    ANSWER = MakeRepresentations(on=day("2022-08-10"), answers="charges", what="Not us")

    def test_answer_the_charges(self):
        charged().when(self.ANSWER).then(
            RepresentationsMade(
                on=day("2022-08-10"),
                act="representations",
                by="clearview",
                basis="model",
                answers="charges",
                what="Not us",
            )
        )

    def test_answer_the_statement_before_a_liquidation(self):
        command = attrs.evolve(self.ANSWER, on=day("2023-02-20"), answers="liquidation proposal")
        assert stated().when(command).events

    def test_answer_nothing_else(self):
        wrong = attrs.evolve(self.ANSWER, answers="rumours")
        refusal = charged().when(wrong).then_refused("impossible", ["answers"])
        assert "the charges rumours is none of: charges" in str(refusal)

    def test_are_not_for_the_authority(self):
        wrong = attrs.evolve(self.ANSWER, by="cnil")
        refusal = charged().when(wrong).then_refused("irregular", ["organ"])
        assert "it is for addressee, not for cnil" in str(refusal)


class TestTimeToAnswer:
    """One month from the notification of the report (DEC 40): 14 July to 16 August 2022."""

    FINED = decision(fine(eur(1)))

    def test_must_be_over_before_a_decision(self):
        early = attrs.evolve(self.FINED, on=day("2022-08-16"))
        (defect,) = charged().when(early).then_refused("irregular", ["observations"]).defects
        assert defect.message == "the period for observations runs until 16 August 2022"
        assert (defect.asked, defect.limit, defect.cite) == (
            "2022-08-16",
            "2022-08-16",
            "DEC 40",
        )

    def test_is_over_on_the_day_after(self):
        assert charged().when(attrs.evolve(self.FINED, on=day("2022-08-17"))).events

    def test_is_over_once_the_answer_is_in(self):
        answered = charged().and_(MakeRepresentations(on=day("2022-07-20"), answers="charges"))
        assert answered.when(attrs.evolve(self.FINED, on=day("2022-07-20"))).events

    def test_has_not_begun_before_the_notification(self):
        given = REPORTED.and_(CHARGES)
        refusal = given.when(self.FINED).then_refused("irregular", ["charge", "observations"])
        assert "the period for observations has not begun" in str(refusal)
        assert "never charged" in str(refusal)

    def test_can_be_cut_short_on_the_record_only(self):
        early = attrs.evolve(
            self.FINED, on=day("2022-07-15"), despite=(("observations", "urgent"),)
        )
        adopted, imposed = charged().when(early).events
        assert [(d.rule, d.why) for d in adopted.defects] == [("observations", "urgent")]
        assert imposed.defects == ()

    def test_runs_for_each_addressee_from_its_own_day(self):
        file = registration(party("a"), party("b", country="FR"))
        given = Given(
            (
                file,
                AppointRapporteur(on=D),
                CHARGES,
                Notify(on=D, of="charges", to="a"),
                Notify(on=day("2022-08-10"), of="charges", to="b"),
            ),
            FR,
        )
        ends = {p.party: p.deadline.on for p in given.state.periods}
        assert ends == {"a": day("2022-08-16"), "b": day("2022-09-12")}
        early = attrs.evolve(self.FINED, on=day("2022-09-12"))
        given.when(early).then_refused("irregular", ["observations"])
        answered = given.and_(MakeRepresentations(on=day("2022-08-20"), by="b", answers="charges"))
        assert answered.when(early).events

    def test_of_italy_is_from_memory_and_warns(self):
        given = charged(law=IT)
        early = attrs.evolve(self.FINED, on=day("2022-07-20"))
        (warning, *_) = given.when(early).then_warned(["defence"])
        assert warning.label == "CODE 166 (memory)"
        assert warning.message == "the period for defence runs until 16 August 2022"
