"""Reductions: twice 20 % of the same base in Spain, half within the appeal period in Italy."""

import attrs
import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.payment import Pay, PaymentMade, ProposalPaid
from domain.proceeding.acts.reconsideration import RequestReconsideration
from domain.proceeding.acts.reductions import AcknowledgeResponsibility
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Party, Proposed
from domain.proceeding.reducing import choices
from domain.proceeding.rooms import Case
from domain.proceeding.standing import outstanding
from domain.rulebook.loading import compose_text, load_rulebook
from projections import ExposureLedger, Status
from showcause.testing import Given
from tests.domain.proceeding.stories import charged, day, decision, eur, fine, registration

ES = load_rulebook("es")
IT = compose_text(
    "rulebook: mine\ntitle: Mine\nextends: [it]\nreductions:\n"
    "  half payment: [{since: ..2022-02-10, share: 50 %, of: imposed sum, requires: "
    "[{before_end_of: appeal}, {states: the order is obeyed}], cite: CODE 166(8), "
    "confidence: verified, read_in: Garante 9751362}]\n",
    "mine.yaml",
)
AEPD = Party(key="aepd", role="authority", country="ES")
BOTH = ("acknowledgment", "voluntary payment")


def opened(*amounts, on="2024-04-08"):
    """An agreement to open that proposes fines, notified three days later (4Finance)."""
    file = registration(
        Party(key="vivus", role="addressee", kind="undertaking", country="ES"),
        on="2024-01-10",
        authority=AEPD,
    )
    charges = IssueCharges(
        on=day(on),
        id="opening-agreement",
        alleges=(("faceprints", ("GDPR 5", "GDPR 32")),),
        proposes=tuple(Proposed(kind="fine", conduct="faceprints", amount=one) for one in amounts),
    )
    return Given((file, charges, Notify(on=day("2024-04-11"), of="opening-agreement")), ES)


def paying(amount, *claims, on="2024-04-25", **more):
    waives = more.pop("waives", ("administrative appeal",))
    return Pay(
        on=day(on), for_="opening-agreement", amount=amount, claims=claims, waives=waives, **more
    )


def left_to_pay(given, of, on):
    power = given.law.powers("payment", day(on))[0]
    case = Case(state=given.state, law=given.law, on=day(on), power=power, act="payment", target=of)
    return {choice.names: choice.pays for choice in choices(case, of)}


VIVUS = opened(eur(200_000), eur(400_000))


class TestSpain:
    def test_offers_480_000_for_one_and_360_000_for_both_of_600_000(self):
        assert left_to_pay(VIVUS, "opening-agreement", "2024-04-25") == {
            ("acknowledgment",): eur(480_000),
            ("voluntary payment",): eur(480_000),
            BOTH: eur(360_000),
        }

    def test_adds_and_never_compounds(self):
        assert left_to_pay(VIVUS, "opening-agreement", "2024-04-25")[BOTH] != eur(384_000)

    def test_offers_56_000_56_000_and_42_000_of_70_000(self):
        told = left_to_pay(opened(eur(70_000)), "opening-agreement", "2024-04-25")
        assert tuple(told.values()) == (eur(56_000), eur(56_000), eur(42_000))

    def test_a_payment_with_both_ends_the_case(self):
        when = VIVUS.when(paying(eur(360_000), *BOTH))
        (event,) = when.events
        assert isinstance(event, ProposalPaid)
        assert (event.base, event.amount) == (eur(600_000), eur(360_000))
        assert [one.amount for one in event.reductions] == [eur(120_000), eur(120_000)]
        assert when.after.state.paid_proposals[0].of == "opening-agreement"

    @pytest.mark.parametrize("amount", [eur(360_001), eur(359_999), eur(600_000), eur(384_000)])
    def test_is_exactly_the_rest(self, amount):
        refusal = VIVUS.when(paying(amount, *BOTH)).then_refused("irregular", ["reduced sum"])
        assert (refusal.defects[0].limit, refusal.defects[0].cite) == ("EUR 360 000", "LPAC 85")

    def test_a_reduction_without_waiver_is_refused_with_its_provision(self):
        command = paying(eur(480_000), "voluntary payment", waives=())
        (defect,) = VIVUS.when(command).then_refused("irregular", ["reduction"]).defects
        assert defect.cite == "LPAC 85"
        assert defect.message == "no voluntary payment: administrative appeal is not waived"

    def test_a_paid_proposal_leaves_nothing_to_fine(self):
        paid = VIVUS.and_(paying(eur(480_000), "voluntary payment", on="2024-04-20"))
        found = (("faceprints", ("GDPR 5", "GDPR 32")),)
        command = decision(fine(eur(600_000)), on="2024-05-20", finds=found)
        (defect,) = paid.when(command).then_refused("irregular", ["paid off"]).defects
        assert (defect.cite, defect.limit) == ("LPAC 85", "payment")
        assert VIVUS.when(command).events

    def test_nothing_can_be_paid_of_a_proposal_whose_file_has_lapsed(self):
        """Opened on 8 April 2024: twelve months are over after 8 April 2025."""
        earned = VIVUS.and_(
            AcknowledgeResponsibility(on=day("2024-04-20"), of="opening-agreement", by="vivus")
        )
        for claims, sum_ in (("voluntary payment",), 480_000), (("acknowledgment",), 480_000):
            assert earned.when(paying(eur(sum_), *claims, on="2025-04-08")).events
            late = earned.when(paying(eur(sum_), *claims, on="2025-04-09"))
            (defect,) = late.then_refused("irregular", ["reduction"]).defects
            assert defect.cite == "LOPDGDD 64"

    def test_who_waived_the_administrative_appeal_may_still_go_to_court(self):
        fined = VIVUS.and_(
            AcknowledgeResponsibility(
                on=day("2024-04-20"),
                of="opening-agreement",
                by="vivus",
                waives=("administrative appeal",),
            ),
            decision(
                fine(eur(480_000), id="fine"),
                on="2024-05-20",
                finds=(("faceprints", ("GDPR 5", "GDPR 32")),),
            ),
        )
        for against in ("fine", "sanction"):
            asked = RequestReconsideration(on=day("2024-06-01"), by="vivus", against=(against,))
            (defect,) = fined.when(asked).then_refused("irregular", ["waiver"]).defects
            assert defect.cite == "LPAC 85"
            appeal = LodgeAppeal(on=day("2024-06-01"), by="vivus", against=(against,))
            assert fined.when(appeal).events

    def test_what_is_only_proposed_cannot_be_paid_without_a_reduction(self):
        VIVUS.when(paying(eur(600_000))).then_refused("irregular", ["reduction"])

    def test_acknowledgment_counts_within_ten_working_days_of_notification(self):
        """Notified on Thursday 11 April 2024: ten working days end on 25 April."""
        assert VIVUS.when(paying(eur(360_000), *BOTH, on="2024-04-25")).events
        late = VIVUS.when(paying(eur(360_000), *BOTH, on="2024-04-26"))
        (defect,) = late.then_refused("irregular", ["reduction"]).defects
        assert "the period for allegations ended on 25 April 2024" in defect.message

    def test_an_acknowledgment_in_time_stays_earned(self):
        told = VIVUS.and_(
            AcknowledgeResponsibility(on=day("2024-04-20"), of="opening-agreement", by="vivus")
        )
        assert told.when(paying(eur(360_000), *BOTH, on="2024-05-20")).events

    def test_voluntary_payment_is_open_until_the_decision(self):
        decided = VIVUS.and_(
            AdoptDecision(
                on=day("2024-05-20"), id="decision", finds=(("faceprints", ("GDPR 32",)),)
            )
        )
        assert left_to_pay(decided, "opening-agreement", "2024-05-21") == {}
        late = paying(eur(480_000), "voluntary payment", on="2024-05-21")
        decided.when(late).then_refused("impossible")

    def test_a_paid_proposal_is_imposed_at_what_was_paid_and_no_longer_at_stake(self):
        paid = VIVUS.and_(paying(eur(360_000), *BOTH))
        exposure = ExposureLedger(paid.history).at(day("2024-04-25"), ES)
        names = ("fined", "imposed", "paid", "outstanding", "extinguished")
        told = [exposure.figure(name) for name in names]
        assert told == [eur(360_000), eur(360_000), eur(360_000), eur(0), eur(240_000)]
        assert exposure.at_stake == (eur(0), eur(0))
        less = [one.text for one in exposure.lines("extinguished")]
        assert less == [
            "reduced: acknowledgment: 20 % of EUR 600 000",
            "reduced: voluntary payment: 20 % of EUR 600 000",
        ]
        status = Status(paid.history).at(day("2024-04-25"), ES)
        assert status.of("opening-agreement").status == "paid"

    def test_a_decision_can_say_afterwards_that_the_case_has_ended(self):
        paid = VIVUS.and_(paying(eur(360_000), *BOTH))
        ending = AdoptDecision(on=day("2024-05-07"), finds=(("faceprints", ("GDPR 32",)),))
        after = paid.when(ending).after
        exposure = ExposureLedger(after.history).at(day("2024-05-07"), ES)
        assert exposure.figure("fined") == eur(360_000)

    def test_nobody_pays_it_twice(self):
        paid = VIVUS.and_(paying(eur(360_000), *BOTH))
        paid.when(paying(eur(360_000), *BOTH)).then_refused("impossible")

    def test_an_unknown_reduction_is_refused(self):
        command = paying(eur(360_000), "good looks")
        refusal = VIVUS.when(command).then_refused("irregular", ["reduction"])
        assert "voluntary payment: EUR 480 000" in refusal.defects[0].limit


class TestItaly:
    FINED = charged(law=IT).and_(
        decision(fine(eur(20_000_000), id="fine"), on="2022-10-17"),
        Notify(on=day("2022-10-18"), of="sanction"),
    )
    PAY = Pay(on=day("2022-12-10"), for_="fine", amount=eur(10_000_000), claims=("half payment",))

    def test_half_of_twenty_million_ends_the_dispute_within_sixty_days_abroad(self):
        when = self.FINED.when(self.PAY)
        (event,) = when.events
        assert isinstance(event, PaymentMade)
        assert event.base == eur(20_000_000)
        assert outstanding(when.after.state, "fine") == eur(0)

    def test_is_no_longer_open_after_the_appeal_period(self):
        """Sixty days from 18 October 2022 end on Saturday 17 December and move to the 19th."""
        in_time = attrs.evolve(self.PAY, on=day("2022-12-19"))
        late = attrs.evolve(self.PAY, on=day("2022-12-20"))
        assert self.FINED.when(in_time).events
        (defect,) = self.FINED.when(late).then_refused("irregular", ["reduction"]).defects
        assert defect.cite == "CODE 166(8)"

    def test_is_not_open_to_who_does_not_obey_the_order(self):
        denied = attrs.evolve(self.PAY, denies=("the order is obeyed",))
        self.FINED.when(denied).then_refused("irregular", ["reduction"])

    def test_is_a_line_of_its_own_in_the_ledger(self):
        paid = self.FINED.and_(self.PAY)
        exposure = ExposureLedger(paid.history).at(day("2022-12-10"), IT)
        told = [exposure.figure(name) for name in ("fined", "paid", "extinguished", "due")]
        assert told == [eur(10_000_000), eur(10_000_000), eur(10_000_000), eur(0)]
        (line,) = exposure.lines("extinguished")
        assert line.text == "reduced: half payment: 50 % of EUR 20 000 000"
        assert line.cite == "CODE 166(8)"

    def test_leaves_the_rest_owed_without_a_claim(self):
        without = attrs.evolve(self.PAY, claims=())
        state = self.FINED.when(without).after.state
        assert outstanding(state, "fine") == eur(10_000_000)


def test_who_waived_the_appeal_for_a_reduction_of_a_fine_cannot_appeal_against_it():
    law = compose_text(
        "rulebook: mine\ntitle: Mine\nextends: [it]\nreductions:\n"
        "  half payment: [{since: ..2022-02-10, share: 50 %, of: imposed sum, requires: "
        "[{waives: appeal}], cite: CODE 166(8), confidence: verified, "
        "read_in: Garante 9751362}]\n",
        "mine.yaml",
    )
    fined = charged(law=law).and_(
        decision(fine(eur(1000), id="fine")), Notify(on=day("2022-10-18"), of="sanction")
    )
    pay = Pay(on=day("2022-10-20"), for_="fine", amount=eur(500), claims=("half payment",))
    appeal = LodgeAppeal(on=day("2022-10-21"), against=("fine",))
    paid = fined.and_(attrs.evolve(pay, waives=("appeal",)))
    (defect,) = paid.when(appeal).then_refused("irregular", ["waiver"]).defects
    assert defect.cite == "CODE 166(8)"
    assert fined.when(appeal).events
