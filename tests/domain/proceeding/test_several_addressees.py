"""Two addressees of one file: each is served, charged, bound, and appeals for itself."""

import attrs
import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.inquiry import AppointRapporteur
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.service import Notify
from domain.proceeding.penalties import accruing, days_of_delay
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount, due_on, met_on, order_status, outstanding
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    liquidated,
    order,
    party,
    per_day,
    registration,
)

MILLION = 1_000_000
ALPHA, BETA = party("alpha", country="FR"), party("beta", country="FR")
TO_ALPHA = Notify(on=day("2022-10-18"), of="sanction", to="alpha")
TO_BETA = attrs.evolve(TO_ALPHA, to="beta")


def served(*measures, **more):
    """The decision of 17 October 2022 against both, each notified on the day after."""
    return charged(ALPHA, BETA).and_(decision(*measures, **more), TO_ALPHA, TO_BETA)


def two_appeals(against_first, against_second, *measures):
    """An appeal of each party on 1 November 2022, `first` and `second`."""
    first = LodgeAppeal(on=day("2022-11-01"), id="first", by="alpha", against=(against_first,))
    second = LodgeAppeal(on=day("2022-11-01"), id="second", by="beta", against=(against_second,))
    return served(*measures).and_(first, second)


def judged(appeal, *rulings, on="2023-02-01"):
    return GiveJudgment(on=day(on), on_appeal=appeal, outcome=rulings)


def varied(of, amount):
    return Ruling(of=of, result="varied", amount=eur(amount))


def bound(comply_to=("alpha", "beta")):
    """An injunction, due on 19 December 2022, with a sum for each day of delay."""
    measure = order(per_day(10), id="injunction", to=comply_to)
    return served(measure)


class TestTwoAppealsAgainstOneThing:
    FINED = two_appeals("fine", "fine", fine(eur(100), id="fine"))

    def test_leave_annulled_what_the_first_judgment_annulled_with_its_decision(self):
        file = two_appeals("sanction", "fine", fine(eur(100), id="fine")).and_(
            judged("first", Ruling(of="sanction", result="annulled")),
            judged("second", Ruling(of="fine", result="upheld"), on="2023-03-01"),
        )
        assert {"sanction", "fine"} <= set(file.state.annulled)
        assert current_amount(file.state, "fine", eur(100)) == eur(0)
        assert outstanding(file.state, "fine") == eur(0)

    def test_leave_annulled_what_the_first_judgment_annulled_itself(self):
        file = self.FINED.and_(
            judged("first", Ruling(of="fine", result="annulled")),
            judged("second", Ruling(of="fine", result="upheld"), on="2023-03-01"),
        )
        assert "fine" in file.state.annulled
        assert outstanding(file.state, "fine") == eur(0)

    def test_leave_an_annulled_order_without_delay(self):
        file = two_appeals("sanction", "injunction", order(per_day(10), id="injunction")).and_(
            judged("first", Ruling(of="sanction", result="annulled")),
            judged("second", Ruling(of="injunction", result="upheld"), on="2023-03-01"),
        )
        (injunction,) = file.state.orders
        assert order_status(file.state, injunction, day("2023-04-01")) == "annulled"
        assert accruing(file.state, injunction, day("2023-04-01")) == eur(0)

    def test_vary_a_sum_twice_and_the_last_word_counts(self):
        file = self.FINED.and_(
            judged("first", varied("fine", 60)),
            judged("second", varied("fine", 100), on="2023-03-01"),
        )
        assert current_amount(file.state, "fine", eur(100)) == eur(100)

    def test_cannot_set_a_sum_for_what_was_annulled(self):
        annulled = self.FINED.and_(judged("first", Ruling(of="fine", result="annulled")))
        refusal = annulled.when(
            judged("second", varied("fine", 100), on="2023-03-01")
        ).then_refused("impossible", ["outcome"])
        assert "which was annulled" in str(refusal)


class TestWhoMayAppeal:
    FILE = charged(party("a"), party("b")).and_(
        decision(fine(eur(1), id="fa", to=("a",)), fine(eur(2), id="fb", to=("b",)))
    )

    def test_against_a_fine_is_not_who_it_is_not_for(self):
        appeal = LodgeAppeal(on=day("2022-11-01"), by="b", against=("fa",))
        self.FILE.when(appeal).then_refused("impossible", ["against"])
        assert self.FILE.when(attrs.evolve(appeal, by="a")).events

    @pytest.mark.parametrize("to", ["cnil", "b", "person"])
    def test_is_never_to_a_party_that_is_no_court(self, to):
        appeal = LodgeAppeal(on=day("2022-11-01"), by="a", against=("fa",), to=to)
        self.FILE.when(appeal).then_refused("impossible", ["to"])
        assert self.FILE.when(attrs.evolve(appeal, to="council")).events


class TestOneJudgment:
    FINED = decided(fine(eur(100), id="fine")).and_(
        LodgeAppeal(on=day("2022-11-01"), against=("sanction",))
    )

    @pytest.mark.parametrize("ruling", [Ruling(of="fine", result="upheld"), varied("fine", 60)])
    def test_cannot_annul_a_decision_and_let_its_fine_stand(self, ruling):
        annulled = Ruling(of="sanction", result="annulled")
        refusal = self.FINED.when(judged("appeal", annulled, ruling)).then_refused(
            "impossible", ["outcome"]
        )
        assert "lets fine stand" in str(refusal)

    def test_can_annul_both_by_name(self):
        annulled = [Ruling(of=of, result="annulled") for of in ("sanction", "fine")]
        after = self.FINED.when(judged("appeal", *annulled)).after
        assert {"sanction", "fine"} <= set(after.state.annulled)

    def test_can_annul_the_fine_and_let_the_decision_stand(self):
        rulings = (Ruling(of="sanction", result="upheld"), Ruling(of="fine", result="annulled"))
        after = self.FINED.when(judged("appeal", *rulings)).after
        assert after.state.annulled == {"fine"}

    def test_cannot_annul_an_order_and_let_its_liquidation_stand(self):
        appeal = LodgeAppeal(
            on=day("2023-04-20"),
            against=("injunction", "liquidation"),
            despite=(("appeal", "out of time for the order"),),
        )
        rulings = (
            Ruling(of="injunction", result="annulled"),
            Ruling(of="liquidation", result="upheld"),
        )
        file = liquidated().and_(appeal)
        refusal = file.when(judged("appeal", *rulings, on="2023-06-01")).then_refused(
            "impossible", ["outcome"]
        )
        assert "lets liquidation stand" in str(refusal)


class TestComplianceWithAnOrderForTwo:
    def shown(self, by, on):
        return ShowCompliance(on=day(on), with_="injunction", by=by)

    def delay(self, file, on):
        return days_of_delay(file.state, file.state.orders[0], day(on))

    def test_shown_by_one_does_not_stop_the_delay(self):
        file = bound().and_(self.shown("alpha", "2022-12-24"))
        assert met_on(file.state, "injunction") is None
        assert order_status(file.state, file.state.orders[0], day("2023-01-31")) == "overdue"
        assert self.delay(file, "2023-01-31") == 43

    @pytest.mark.parametrize("order_of_acts", [("alpha", "beta"), ("beta", "alpha")])
    def test_shown_by_both_stops_it_on_the_day_of_the_last(self, order_of_acts):
        first, last = order_of_acts
        file = bound().and_(self.shown(first, "2022-12-24"), self.shown(last, "2022-12-29"))
        assert met_on(file.state, "injunction") == day("2022-12-29")
        assert order_status(file.state, file.state.orders[0], day("2023-01-31")) == "met"
        assert self.delay(file, "2023-01-31") == 10

    def test_shown_twice_by_one_is_not_shown_by_both(self):
        file = bound().and_(self.shown("alpha", "2022-12-24"), self.shown("alpha", "2022-12-29"))
        assert met_on(file.state, "injunction") is None

    def test_found_by_the_authority_is_found_for_both(self):
        found = FindCompliance(on=day("2022-12-29"), of="injunction", result="met")
        assert met_on(bound().and_(found).state, "injunction") == day("2022-12-29")

    def test_found_wanting_undoes_what_both_showed(self):
        file = bound().and_(
            self.shown("alpha", "2022-12-24"),
            self.shown("beta", "2022-12-24"),
            FindCompliance(on=day("2022-12-29"), of="injunction", result="not met"),
        )
        assert met_on(file.state, "injunction") is None

    def test_cannot_be_shown_by_one_whom_it_does_not_bind(self):
        only_alpha = bound(comply_to=("alpha",))
        only_alpha.when(self.shown("beta", "2022-12-24")).then_refused("impossible")
        after = only_alpha.when(self.shown("alpha", "2022-12-24")).after
        assert met_on(after.state, "injunction") == day("2022-12-24")


class TestNotificationToTwo:
    ORDER = order(per_day(10), id="injunction")
    LATE = attrs.evolve(TO_BETA, on=day("2022-12-26"))
    ONE = charged(ALPHA, BETA).and_(decision(ORDER), TO_ALPHA)

    def test_starts_no_delay_until_both_are_served(self):
        assert due_on(self.ONE.state, "injunction") is None
        assert days_of_delay(self.ONE.state, self.ONE.state.orders[0], day("2022-12-25")) == 0

    def test_of_the_second_lets_the_delay_begin_after_the_later_of_their_days(self):
        both = self.ONE.and_(self.LATE)
        assert due_on(both.state, "injunction") == day("2023-02-27")
        (injunction,) = both.state.orders
        assert days_of_delay(both.state, injunction, day("2023-02-27")) == 0
        assert days_of_delay(both.state, injunction, day("2023-03-01")) == 2

    def test_of_the_second_never_lowers_what_had_accrued(self):
        before = accruing(self.ONE.state, self.ONE.state.orders[0], day("2022-12-25"))
        both = self.ONE.and_(self.LATE).state
        assert accruing(both, both.orders[0], day("2022-12-26")) >= before


class TestChargesAgainstOne:
    ONLY_ALPHA = Given(
        (
            registration(ALPHA, BETA),
            AppointRapporteur(on=day("2022-06-02")),
            IssueCharges(on=day("2022-07-14"), alleges=ALLEGED, to=("alpha",)),
            Notify(on=day("2022-07-14"), of="charges", to="alpha"),
        ),
        FR,
    )

    def answered(self, by):
        return MakeRepresentations(on=day("2022-07-20"), answers="charges", by=by)

    def test_are_answered_by_the_one_charged(self):
        assert self.ONLY_ALPHA.when(self.answered("alpha")).events

    def test_cannot_be_answered_by_a_stranger_to_them(self):
        self.ONLY_ALPHA.when(self.answered("beta")).then_refused("impossible")

    def test_carry_no_fine_for_the_other(self):
        fined = decision(fine(eur(MILLION), to=("beta",)))
        refusal = self.ONLY_ALPHA.when(fined).then_refused("irregular")
        assert "charge" in {defect.rule for defect in refusal.defects}

    def test_carry_no_fine_for_one_who_was_never_notified_of_them(self):
        unheard = Given(
            (
                registration(ALPHA, BETA),
                AppointRapporteur(on=day("2022-06-02")),
                IssueCharges(on=day("2022-07-14"), alleges=ALLEGED),
                Notify(on=day("2022-07-14"), of="charges", to="alpha"),
            ),
            FR,
        )
        refusal = unheard.when(decision(fine(eur(MILLION), to=("beta",)))).then_refused("irregular")
        assert "charge" in {defect.rule for defect in refusal.defects}
        assert unheard.when(decision(fine(eur(MILLION), to=("alpha",)))).events


class TestTurnoverThatADecisionNames:
    FINED = decision(fine(eur(30 * MILLION)))
    LAST_YEAR = ("2021", eur(1000 * MILLION))

    def test_of_the_current_year_is_not_used_for_the_maximum(self):
        with_current = attrs.evolve(
            self.FINED, turnover=(self.LAST_YEAR, ("2022", eur(100 * MILLION)))
        )
        (_, imposed) = charged().when(with_current).events
        assert imposed.maximum.floor == eur(40 * MILLION)

    def test_of_the_current_year_alone_leaves_the_maximum_open(self):
        alone = attrs.evolve(self.FINED, turnover=(("2022", eur(1000 * MILLION)),))
        charged().when(alone).then_refused("irregular", ["maximum"])
