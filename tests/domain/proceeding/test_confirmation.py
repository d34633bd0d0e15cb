"""Confirmation by a court: in Ireland nobody has to pay a fine before it (DPA-IE 142, 143)."""

import attrs
import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.confirmation import ConfirmationDecided, DecideConfirmation
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.confirming import awaiting, confirmed_on
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import changed
from projections.exposure import ExposureLedger
from projections.status import Status
from showcause.testing import Given
from tests.domain.proceeding.stories import FR, day, decided, eur, fine

LAW = changed(FR, "measures.fine.payable", "after confirmation")
FINED = decided(fine(eur(1000), id="fine"), law=LAW)
CONFIRMED = DecideConfirmation(on=day("2023-03-01"), by="council", of="fine", result="confirmed")


def state_of(given, on):
    exposure = ExposureLedger(given.history).at(day(on), given.law)
    states = ("not_due", "suspended", "due", "paid", "refundable", "extinguished")
    found = {state: exposure.figure(state).minor // 100 for state in states}
    return {state: amount for state, amount in found.items() if amount}


def status(given, on):
    return Status(given.history).at(day(on), given.law).of("fine")


class TestBefore:
    def test_a_fine_is_not_payable(self):
        assert awaiting(FINED.state) == ("fine",)
        assert state_of(FINED, "2023-02-28") == {"not_due": 1000}
        found = status(FINED, "2023-02-28")
        assert found.status == "awaits confirmation"
        assert (found.force.payable_from, found.force.enforceable) == (None, False)

    def test_it_is_under_appeal_while_one_pends(self):
        given = FINED.and_(LodgeAppeal(on=day("2022-12-01"), against=("fine",)))
        assert status(given, "2022-12-01").status == "under appeal"
        assert state_of(given, "2022-12-01") == {"not_due": 1000}

    def test_other_laws_do_not_wait(self):
        assert awaiting(decided(fine(eur(1), id="fine")).state) == ()


class TestAConfirmation:
    COMMAND, GIVEN = attrs.evolve(CONFIRMED, despite=(("power", "as in Ireland"),)), FINED

    def test_makes_the_fine_payable(self):
        given = self.GIVEN.and_(self.COMMAND)
        assert given.events[-1].result == "confirmed"
        assert confirmed_on(given.state, "fine") == day("2023-03-01")
        assert state_of(given, "2023-02-28") == {"not_due": 1000}
        assert state_of(given, "2023-03-01") == {"due": 1000}
        found = status(given, "2023-03-01")
        assert found.force.payable_from == day("2023-03-01")
        assert found.force.enforceable is True

    def test_that_is_refused_ends_the_fine(self):
        refused = attrs.evolve(self.COMMAND, result="refused")
        given = self.GIVEN.and_(refused)
        assert isinstance(given.events[-1], ConfirmationDecided)
        assert given.state.annulled == {"fine"}
        assert state_of(given, "2023-03-01") == {"extinguished": 1000}

    def test_is_of_a_fine_that_waits(self):
        given = self.GIVEN.and_(self.COMMAND)
        given.when(attrs.evolve(self.COMMAND, id="again")).then_refused("impossible")

    @pytest.mark.parametrize("word", ["perhaps", ""])
    def test_says_yes_or_no(self, word):
        wrong = attrs.evolve(self.COMMAND, result=word)
        self.GIVEN.when(wrong).then_refused("impossible")


class TestAnAppeal:
    APPEALED = FINED.and_(LodgeAppeal(on=day("2022-12-01"), against=("fine",)))

    def decided(self, result, amount=None):
        ruling = Ruling(of="fine", result=result, amount=amount)
        return self.APPEALED.and_(
            GiveJudgment(on=day("2023-06-01"), on_appeal="appeal", outcome=(ruling,))
        )

    def test_that_leaves_the_fine_confirms_it(self):
        assert state_of(self.decided("upheld"), "2023-06-01") == {"due": 1000}
        lowered = self.decided("varied", eur(400))
        assert state_of(lowered, "2023-06-01") == {"due": 400, "extinguished": 600}

    def test_that_is_not_admitted_confirms_nothing(self):
        given = self.decided("inadmissible")
        assert state_of(given, "2023-06-01") == {"not_due": 1000}
        assert status(given, "2023-06-01").status == "awaits confirmation"

    def test_whose_judgment_is_set_aside_leaves_it_to_wait_again(self):
        given = self.decided("upheld").and_(
            LodgeAppeal(on=day("2023-07-01"), id="further", by="clearview", against=("judgment",)),
            GiveJudgment(
                on=day("2023-09-01"),
                on_appeal="further",
                outcome=(Ruling(of="judgment", result="set aside"),),
                remitted_to="council",
            ),
        )
        assert state_of(given, "2023-08-31") == {"due": 1000}
        assert state_of(given, "2023-09-01") == {"not_due": 1000}
        assert awaiting(given.state) == ("fine",)


def test_the_rulebook_of_the_file_decides_and_not_that_of_today():
    """The fine carries what it waits for, so that a change of law leaves it as it was."""
    given = Given(FINED.events, FR)
    assert status(given, "2023-02-28").status == "awaits confirmation"
