"""Germany: the fine track of regulatory offences, and the lump sum that enforces an order."""

from domain.days import Span
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.liquidation import Liquidate
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import (
    COURT,
    day,
    decided,
    filed,
    fine,
    money,
    order,
    rate,
    served,
)

DE = load_rulebook("de")
SECURITY = ("GDPR 32(1)",)


def charged():
    """1&1: the hearing letter was delivered on 11 April 2019."""
    return filed("de", *SECURITY, on="2019-04-11", turnover=(("2018", "EUR 3 663 000 000"),))


def fined(amount="EUR 9 550 000"):
    return charged().and_(
        decided(fine(amount), on="2019-11-27", finds=SECURITY), served("2019-11-28")
    )


class TestTheFine:
    def test_of_one_and_one_is_held_to_two_per_cent_of_the_group_turnover_of_2018(self):
        given = charged()
        most = fine_maximum(given.state, DE, day("2019-11-27"), provisions=SECURITY, to=("firm",))
        # 2 % of EUR 3 663 000 000, as the authority had it; the court had 3 630 000 000
        assert most.floor == most.ceiling == money("EUR 73 260 000")

    def test_by_the_court_is_held_to_the_turnover_that_it_relies_on(self):
        given = charged()
        most = fine_maximum(
            given.state,
            DE,
            day("2019-11-27"),
            provisions=SECURITY,
            to=("firm",),
            turnover=money("EUR 3 630 000 000"),
        )
        assert most.floor == money("EUR 72 600 000")

    def test_needs_a_hearing_letter_first(self):
        given = filed("de", "GDPR 15", on="2019-04-11")
        when = given.when(decided(fine("EUR 1 000"), on="2019-11-27", finds=SECURITY))
        assert "charge" in {defect.rule for defect in when.then_refused("irregular").defects}


class TestTheObjection:
    def test_is_in_time_for_two_weeks(self):
        given = fined()
        # 28 November and two weeks: Thursday, 12 December 2019
        (period,) = [p for p in given.state.periods if p.name == "objection"]
        assert period.deadline.on == day("2019-12-12")
        lodged = LodgeAppeal(on=day("2019-12-12"), by="firm", against=("fine",))
        assert given.when(lodged).events

    def test_only_warns_after_them_because_they_are_from_memory(self):
        lodged = LodgeAppeal(on=day("2019-12-13"), by="firm", against=("fine",))
        fined().when(lodged).then_warned(["objection"])

    def test_brings_the_case_to_a_court_that_sets_a_sum_of_its_own(self):
        lodged = LodgeAppeal(on=day("2019-12-12"), id="objection", by="firm", against=("fine",))
        ruling = Ruling(of="fine", result="varied", amount=money("EUR 900 000"))
        judged = GiveJudgment(
            on=day("2020-11-11"), id="judgment", by=COURT, on_appeal="objection", outcome=(ruling,)
        )
        state = fined().and_(lodged, judged).state
        assert current_amount(state, "fine", money("EUR 9 550 000")) == money("EUR 900 000")

    def test_works_the_maximum_out_again_by_the_turnover_that_the_court_takes(self):
        lodged = LodgeAppeal(on=day("2019-12-12"), id="objection", by="firm", against=("fine",))
        judged = GiveJudgment(
            on=day("2020-11-11"),
            by=COURT,
            on_appeal="objection",
            outcome=(Ruling(of="fine", result="varied", amount=money("EUR 900 000")),),
            turnover=(("2018", money("EUR 1 000 000 000")), ("2019", money("EUR 9 000 000 000"))),
        )
        (found,) = fined().and_(lodged, judged).state.fines
        # 2 % of the turnover of 2018, the year before the fine of 2019
        assert found.maximum.floor == found.maximum.ceiling == money("EUR 20 000 000")


class TestZwangsgeld:
    def ordered(self):
        penalty = rate("EUR 5 000 per missed deadline")
        return filed("de", "GDPR 15", on="2021-01-04").and_(
            decided(order(penalty), on="2021-02-01", finds=("GDPR 15",)), served("2021-02-01")
        )

    def liquidated(self, amount):
        # one month from 1 February 2021: Monday, 1 March; missed from 2 March on
        return self.ordered().when(
            Liquidate(
                on=day("2021-05-03"),
                of="order",
                covers=Span.parse("2021-03-02..2021-05-03"),
                amount=money(amount),
            )
        )

    def test_is_one_lump_sum_however_long_the_delay(self):
        assert self.liquidated("EUR 5 000").events

    def test_is_no_rate_for_each_day(self):
        self.liquidated("EUR 10 000").then_refused("irregular", ["amount"])
