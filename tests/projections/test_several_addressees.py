"""What the read models say of a file with two addressees, and that they say the same."""

import attrs
import pytest

from domain.money import Money
from domain.periods import TimeLimit
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.compliance import ShowCompliance
from domain.proceeding.acts.corrections import CorrectSum
from domain.proceeding.acts.information import RequestInformation
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Party
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import order_status
from projections import DeadlineRegister, ExposureLedger, Status, known_to
from projections.exposure import STATES
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    IT,
    LIQUIDATION,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    order,
    party,
    per_day,
    registration,
    stated,
)

ALPHA, BETA = party("alpha", country="FR"), party("beta", country="FR")
TO_ALPHA = Notify(on=day("2022-10-18"), of="sanction", to="alpha")
TO_BETA = attrs.evolve(TO_ALPHA, to="beta")
GARANTE = Party(key="garante", role="authority", country="IT")


def served(*measures):
    return charged(ALPHA, BETA).and_(decision(*measures), TO_ALPHA, TO_BETA)


def appealed(*against):
    """An appeal of each party on 1 November 2022, `first` and `second`."""
    (first, second), measures = against[:2], against[2:]
    return served(*measures).and_(
        LodgeAppeal(on=day("2022-11-01"), id="first", by="alpha", against=(first,)),
        LodgeAppeal(on=day("2022-11-01"), id="second", by="beta", against=(second,)),
    )


def judged(appeal, *rulings, on):
    return GiveJudgment(on=day(on), on_appeal=appeal, outcome=rulings)


def varied(appeal, amount, on):
    return judged(appeal, Ruling(of="fine", result="varied", amount=eur(amount)), on=on)


def annulled_decision(appeal="appeal", on="2023-02-01"):
    return judged(appeal, Ruling(of="sanction", result="annulled"), on=on)


def ledger(given, on):
    return ExposureLedger(given.history).at(day(on), given.law)


def status(given, on):
    return Status(given.history).at(day(on), given.law)


def figures(given, on):
    """The states that hold anything."""
    found = ledger(given, on)
    return {name: found.figure(name) for name in STATES if found.figure(name).minor}


class TestTwoAppeals:
    def test_a_fine_annulled_on_the_first_stays_so_when_the_second_is_dismissed(self):
        file = appealed("sanction", "fine", fine(eur(100), id="fine")).and_(
            annulled_decision("first"),
            judged("second", Ruling(of="fine", result="upheld"), on="2023-03-01"),
        )
        assert status(file, "2023-04-01").of("fine").status == "annulled"
        assert figures(file, "2023-04-01") == {"extinguished": eur(100)}

    def test_an_order_annulled_on_the_first_stays_so_when_the_second_is_dismissed(self):
        file = appealed("sanction", "injunction", order(per_day(10), id="injunction")).and_(
            annulled_decision("first"),
            judged("second", Ruling(of="injunction", result="upheld"), on="2023-03-01"),
        )
        assert status(file, "2023-04-01").of("injunction").status == "annulled"
        assert "accruing" not in figures(file, "2023-04-01")

    def test_a_fine_cut_and_raised_again_makes_no_money(self):
        file = appealed("fine", "fine", fine(eur(100), id="fine")).and_(
            varied("first", 60, "2023-02-01"), varied("second", 100, "2023-03-01")
        )
        assert figures(file, "2023-02-15") == {"due": eur(60), "extinguished": eur(40)}
        assert figures(file, "2023-04-01") == {"due": eur(100)}

    def test_a_fine_raised_above_what_was_imposed_adds_no_more_than_that(self):
        file = appealed("fine", "fine", fine(eur(100), id="fine")).and_(
            varied("first", 60, "2023-02-01"), varied("second", 130, "2023-03-01")
        )
        assert figures(file, "2023-04-01") == {"due": eur(130)}

    def test_a_paid_fine_cut_and_raised_again_is_paid_again(self):
        file = appealed("fine", "fine", fine(eur(100), id="fine")).and_(
            Pay(on=day("2022-12-01"), for_="fine", amount=eur(100), by="alpha"),
            varied("first", 60, "2023-02-01"),
            varied("second", 100, "2023-03-01"),
        )
        assert figures(file, "2023-02-15") == {"paid": eur(60), "refundable": eur(40)}
        assert figures(file, "2023-04-01") == {"paid": eur(100)}


class TestAnAppealAgainstTwoActs:
    def test_answers_both_periods_to_appeal(self):
        file = stated().and_(
            LIQUIDATION,
            Notify(on=day("2023-04-13"), of="liquidation"),
            LodgeAppeal(
                on=day("2023-04-20"),
                against=("sanction", "liquidation"),
                despite=(("appeal", "out of time for the decision"),),
            ),
        )
        register = DeadlineRegister(file.history).at(day("2023-04-21"), FR)
        found = {due.of: due.status for due in register if due.name == "appeal"}
        assert found == {"sanction": "answered", "liquidation": "answered"}


class TestAFineForTwoNotifiedOnDifferentDays:
    PERSONS = tuple(party(key, country="IT") for key in ("alpha", "beta"))
    FILE = charged(law=IT, file=registration(*PERSONS, authority=GARANTE)).and_(
        decision(fine(eur(100), id="fine")), TO_ALPHA, attrs.evolve(TO_BETA, on=day("2022-12-18"))
    )

    @pytest.mark.parametrize(
        "on", ["2022-11-16", "2022-11-18", "2022-12-20", "2023-01-16", "2023-01-18", "2023-03-01"]
    )
    def test_is_due_in_the_ledger_when_the_status_says_it_is_payable(self, on):
        payable = status(self.FILE, on).of("fine").force.payable_from
        due = ledger(self.FILE, on).figure("due").minor > 0
        assert due == (payable is not None and payable <= day(on))

    def test_is_due_from_the_day_after_the_first_of_their_periods(self):
        register = DeadlineRegister(self.FILE.history).at(day("2023-01-01"), IT)
        first, last = (due.deadline.on for due in register if due.name == "payment")
        assert first < last
        assert ledger(self.FILE, first.isoformat()).figure("due") == eur(0)
        assert ledger(self.FILE, last.isoformat()).figure("due") == eur(100)

    def test_raised_between_their_periods_is_due_at_once(self):
        file = self.FILE.and_(
            Pay(on=day("2022-12-20"), by="alpha", for_="fine", amount=eur(100)),
            CorrectSum(on=day("2023-01-02"), of="fine", right=eur(150)),
        )
        found = ledger(file, "2023-01-02")
        assert (found.figure("due"), found.figure("not_due")) == (eur(50), eur(0))


class TestAnOrderForTwo:
    FILE = served(order(per_day(10), id="injunction"))

    def shown(self, by, on):
        return ShowCompliance(on=day(on), with_="injunction", by=by)

    def test_accrues_though_one_of_them_complied(self):
        file = self.FILE.and_(self.shown("alpha", "2022-12-10"))
        assert figures(file, "2023-02-09") == {"accruing": eur(520)}
        assert status(file, "2023-02-09").of("injunction").status == "overdue"

    def test_accrues_no_more_from_the_day_on_which_the_last_complied(self):
        file = self.FILE.and_(self.shown("alpha", "2022-12-24"), self.shown("beta", "2022-12-29"))
        assert figures(file, "2022-12-29") == figures(file, "2023-02-09")
        assert figures(file, "2023-02-09") == {"accruing": eur(100)}

    def test_is_met_in_the_register_for_the_one_that_complied(self):
        file = self.FILE.and_(self.shown("alpha", "2022-12-10"))
        register = DeadlineRegister(file.history).at(day("2022-12-12"), FR)
        found = {due.party: due.status for due in register if due.name == "comply"}
        assert found == {"alpha": "met", "beta": "running"}

    def test_loses_no_accrual_by_a_later_notification_to_the_second(self):
        one = charged(ALPHA, BETA).and_(decision(order(per_day(10), id="injunction")), TO_ALPHA)
        both = one.and_(attrs.evolve(TO_BETA, on=day("2022-12-26")))
        assert ledger(both, "2022-12-25").figure("accruing") == eur(0)
        assert ledger(both, "2022-12-26").figure("accruing") == eur(0)
        assert ledger(both, "2023-03-01").figure("accruing") == eur(20)


class TestAnOrderKnownAfterItsDay:
    FILE = decided(order(per_day(10), comply=TimeLimit.parse("by 2022-10-17"), id="injunction"))

    @pytest.mark.parametrize(
        ("on", "in_register", "of_order"),
        [("2022-10-18", "running", "running"), ("2022-10-19", "ended", "overdue")],
    )
    def test_runs_through_the_day_of_its_notification_in_every_answer(
        self, on, in_register, of_order
    ):
        register = DeadlineRegister(self.FILE.history).at(day(on), FR)
        assert [due.status for due in register if due.name == "comply"] == [in_register]
        (injunction,) = self.FILE.state.orders
        assert order_status(self.FILE.state, injunction, day(on)) == of_order
        assert status(self.FILE, on).of("injunction").status == of_order


class TestWhatIsAtStake:
    def test_is_nothing_once_the_file_is_closed(self):
        closed = charged().and_(CloseProceeding(on=day("2022-09-20"), because="no ground"))
        assert ledger(closed, "2022-09-19").at_stake[0] > eur(0)
        assert ledger(closed, "2022-09-20").at_stake == (Money.zero("EUR"), Money.zero("EUR"))
        assert ledger(closed, "2022-09-20").stakes == ()

    def test_is_open_again_after_the_decision_was_annulled(self):
        appealed_file = decided(fine(eur(100), id="fine")).and_(
            LodgeAppeal(on=day("2022-11-01"), against=("sanction",))
        )
        before = ledger(charged(), "2022-09-01").at_stake
        assert ledger(appealed_file, "2022-11-02").at_stake[0] == eur(0)
        assert ledger(appealed_file.and_(annulled_decision()), "2023-04-01").at_stake == before


class TestKnownTo:
    FILE = Given((registration(),), FR).and_(
        RequestInformation(on=day("2020-10-27"), what="A questionnaire")
    )

    def test_shows_a_request_for_information_to_its_recipient(self):
        known = known_to(self.FILE.history, "clearview", day("2020-10-27"))
        assert "InformationRequested" in {type(one.event).__name__ for one in known}
