"""Reconsideration: the authority takes back, lowers or keeps what it decided."""

import attrs
import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.reconsideration import (
    ActReconsidered,
    Reconsider,
    ReconsiderationRequested,
    RequestReconsideration,
)
from domain.proceeding.entries import Outcome
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount, outstanding, stage
from domain.rulebook.loading import changed
from projections.exposure import ExposureLedger
from projections.status import NextStep, Status
from showcause.testing import Given
from tests.domain.proceeding.stories import FR, GR, day, decided, eur, fine

FINED = decided(fine(eur(20_000), id="fine"), law=GR)
REQUEST = RequestReconsideration(on=day("2022-11-30"), by="clearview", against=("sanction",))
LOWERED = Reconsider(
    on=day("2023-07-25"),
    answers="reconsideration request",
    outcome=(Ruling(of="fine", result="annulled in part", amount=eur(5_000)),),
)


def figures(given, on):
    exposure = ExposureLedger(given.history).at(day(on), given.law)
    states = ("not_due", "suspended", "due", "paid", "refundable", "extinguished")
    found = {state: exposure.figure(state).minor // 100 for state in states}
    return {state: amount for state, amount in found.items() if amount}


class TestARequest:
    def test_is_pending_at_the_authority(self):
        given = FINED.and_(REQUEST)
        assert given.events[-1] == ReconsiderationRequested(
            on=day("2022-11-30"),
            act="reconsideration request",
            by="clearview",
            basis="20/2022 (decision)",
            against=("sanction",),
            suspends=(),
        )
        assert stage(given.state, day("2022-11-30")) == "under appeal"
        step = NextStep(
            party="cnil",
            what="has to decide the reconsideration request of clearview",
            until=None,
        )
        assert step in Status(given.history).at(day("2023-03-01"), given.law).next_steps

    def test_is_one_at_a_time_for_each_party(self):
        given = FINED.and_(REQUEST)
        again = attrs.evolve(REQUEST, against=("fine",))
        given.when(again).then_refused("impossible", ["against"])

    def test_does_not_bar_an_appeal(self):
        appeal = LodgeAppeal(on=day("2022-12-01"), by="clearview", against=("fine",))
        assert FINED.and_(REQUEST).when(appeal).events

    def test_suspends_what_the_rulebook_says(self):
        """In the Netherlands an objection suspends a fine, and no order (UAVG 38)."""
        law = changed(FR, "acts.reconsideration request.suspends", "[fine]")
        given = Given(decided(fine(eur(20_000), id="fine")).past, law).and_(REQUEST, LOWERED)
        assert [figures(given, on) for on in ("2022-11-29", "2022-11-30", "2023-07-25")] == [
            {"due": 20_000},
            {"suspended": 20_000},
            {"due": 5_000, "extinguished": 15_000},
        ]


class TestAReconsideration:
    """Mizuno Hellas: a finding falls on new evidence, and 20 000 become 5 000."""

    def test_lowers_the_fine(self):
        when = FINED.and_(REQUEST).when(LOWERED)
        when.then(
            ActReconsidered(
                on=day("2023-07-25"),
                act="reconsideration",
                by="cnil",
                basis="20/2022 (decision)",
                answers="reconsideration request",
                to=("clearview",),
                outcomes=(
                    Outcome(
                        of="fine",
                        on=day("2023-07-25"),
                        result="annulled in part",
                        act="reconsideration",
                        amount=eur(5_000),
                    ),
                ),
            )
        )
        state = when.after.state
        assert current_amount(state, "fine", eur(20_000)) == eur(5_000)
        assert stage(state, day("2023-07-25")) == "decided"

    def test_makes_what_was_paid_too_much_refundable(self):
        paid = Pay(on=day("2022-12-01"), for_="fine", amount=eur(20_000))
        given = FINED.and_(REQUEST, paid, LOWERED)
        assert figures(given, "2023-07-25") == {"paid": 5_000, "refundable": 15_000}

    def test_is_within_the_maximum_of_the_fine(self):
        raised = (Ruling(of="fine", result="varied", amount=eur(20_000_001)),)
        over = attrs.evolve(LOWERED, outcome=raised)
        FINED.and_(REQUEST).when(over).then_refused("irregular", ["maximum"])

    def test_may_revoke_everything_of_its_own_motion(self):
        revoked = Reconsider(
            on=day("2023-01-09"), outcome=(Ruling(of="sanction", result="revoked"),)
        )
        given = FINED.and_(revoked)
        assert given.state.annulled == {"sanction", "fine"}
        assert given.events[-1].outcomes[1].because == "it rested on sanction"
        assert figures(given, "2023-01-09") == {"extinguished": 20_000}
        given.when(attrs.evolve(revoked, id="again")).then_refused("impossible")

    def test_is_on_what_was_asked(self):
        given = FINED.and_(attrs.evolve(REQUEST, against=("fine",)))
        wrong = attrs.evolve(LOWERED, outcome=(Ruling(of="sanction", result="revoked"),))
        assert "names sanction" in str(given.when(wrong).then_refused("impossible"))

    def test_is_for_the_authority(self):
        given = FINED.and_(REQUEST)
        given.when(attrs.evolve(LOWERED, by="council")).then_refused("irregular", ["organ"])

    def test_can_be_appealed_and_set_aside(self):
        given = FINED.and_(
            REQUEST,
            LOWERED,
            LodgeAppeal(on=day("2023-08-01"), by="person", against=("reconsideration",)),
            GiveJudgment(
                on=day("2024-01-08"),
                on_appeal="appeal",
                outcome=(Ruling(of="reconsideration", result="set aside"),),
                remitted_to="cnil",
            ),
        )
        assert outstanding(given.state, "fine") == eur(20_000)
        assert given.events[-1].reopens == ("reconsideration request",)
        assert stage(given.state, day("2024-01-08")) == "under appeal"
        again = attrs.evolve(LOWERED, on=day("2024-02-01"), id="anew")
        assert outstanding(given.and_(again).state, "fine") == eur(5_000)

    @pytest.mark.parametrize("law", [FR, GR])
    def test_needs_something_that_was_decided(self, law):
        nothing = Given((FINED.past[0],), law)
        nothing.when(attrs.evolve(LOWERED, answers="")).then_refused("impossible")
