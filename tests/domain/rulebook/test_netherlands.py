"""The AP: an objection suspends the fine and not the order; a dwangsom is forfeited by law."""

import attrs
import pytest

from domain.money import Money, Rate
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.reconsideration import Reconsider, RequestReconsideration
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.national import File, day, ends, figure, fine, from_memory, order

NL = load_rulebook("nl")
HAGA = File(law=NL, infringed=("GDPR 32(1)",))
FINED = HAGA.charged("2019-04-04").and_(
    HAGA.decision(
        "2019-06-18",
        fine("EUR 460 000"),
        order("within 15 weeks of notification", penalty=Rate.parse("EUR 100 000 per 2 weeks")),
    ),
    Notify(on=day("2019-06-18"), of="decision"),
)
OBJECTION = RequestReconsideration(on=day("2019-07-30"), id="objection", against=("decision",))


class TestOrder:
    def test_of_haga_ends_105_days_after_the_decision(self):
        assert ends(FINED, "comply") == ["2019-10-01"]

    @pytest.mark.parametrize("unit", ["day", "week", "2 weeks", "month", "whole week"])
    def test_may_carry_a_penalty_in_any_unit_of_time(self, unit):
        rate = Rate.parse(f"EUR 10 000 per {unit}")
        decision = HAGA.decision("2019-06-18", order(penalty=rate))
        assert HAGA.charged("2019-04-04").when(decision).events

    def test_forfeits_its_penalty_without_a_decision(self):
        # fourteen days of delay from 2 October are over on 15 October, the next ones on the 29th
        assert figure(FINED, "2019-10-14", "liquidated") == "EUR 0"
        assert figure(FINED, "2019-10-15", "liquidated") == "EUR 100 000"
        assert figure(FINED, "2019-10-29", "liquidated") == "EUR 200 000"

    def test_lets_a_forfeited_penalty_be_paid_within_six_weeks(self):
        # six weeks from 15 October end on 26 November
        assert figure(FINED, "2019-11-26", "due") == "EUR 460 000"
        assert figure(FINED, "2019-11-27", "due") == "EUR 560 000"

    def test_knows_no_liquidation(self):
        assert NL.powers("liquidation", day("2019-11-01")) == ()


class TestObjection:
    def test_is_in_time_for_six_weeks(self):
        assert ends(FINED, "appeal") == ["2019-07-30"]
        assert FINED.when(OBJECTION).events
        late = attrs.evolve(OBJECTION, on=day("2019-07-31"))
        (defect,) = FINED.when(late).then_refused("irregular", ["appeal"]).defects
        assert defect.limit == "2019-07-30"

    def test_suspends_the_fine_and_not_the_order(self):
        (asked,) = FINED.when(OBJECTION).events
        assert asked.suspends == ("fine",)

    def test_ends_with_a_decision_of_the_authority(self):
        given = FINED.and_(
            OBJECTION,
            Reconsider(
                on=day("2019-10-01"),
                answers="objection",
                outcome=(Ruling(of="fine", result="upheld"),),
            ),
        )
        assert figure(given, "2019-09-30", "suspended") == "EUR 460 000"
        assert figure(given, "2019-10-01", "suspended") == "EUR 0"

    def test_is_followed_by_an_appeal_to_the_court_which_suspends_the_fine_again(self):
        answer = Reconsider(
            on=day("2019-10-01"),
            answers="objection",
            outcome=(Ruling(of="fine", result="upheld"),),
        )
        appeal = LodgeAppeal(on=day("2020-02-01"), id="beroep", against=("reconsideration",))
        (lodged,) = FINED.and_(OBJECTION, answer).when(appeal).events
        assert (lodged.to, lodged.suspends) == ("rechtbank", ("fine",))

    def test_out_of_time_bars_an_appeal_against_the_decision_as_well(self):
        appeal = LodgeAppeal(on=day("2019-07-30"), id="beroep", against=("fine",))
        assert FINED.when(appeal).events
        late = attrs.evolve(appeal, on=day("2019-07-31"))
        (defect,) = FINED.when(late).then_refused("irregular", ["appeal"]).defects
        assert (defect.limit, defect.cite) == ("2019-07-30", "AP-CLEARVIEW")


class TestFine:
    def test_is_not_payable_before_the_time_to_object_has_ended(self):
        assert figure(FINED, "2019-07-30", "not_due") == "EUR 460 000"
        assert figure(FINED, "2019-07-31", "due") == "EUR 460 000"

    def test_needs_a_charge_and_only_warns_because_that_is_from_memory(self):
        decision = HAGA.decision("2019-06-18", fine("EUR 460 000"))
        HAGA.registered().when(decision).then_warned(["charge"])


class TestUnits:
    """The order's own words say what a unit is; each order has its own maximum."""

    def test_of_the_foreign_ministry_are_whole_weeks_up_to_thirty(self):
        file = attrs.evolve(HAGA, infringed=("GDPR 13(1)(e)",), kind="public body")
        weekly = order(
            "by 2022-03-24",
            penalty=Rate.parse("EUR 10 000 per whole week"),
            at_most=Money.parse("EUR 300 000"),
        )
        given = file.charged("2021-08-13").and_(
            file.decision("2022-02-24", weekly), Notify(on=day("2022-02-24"), of="decision")
        )
        # the first whole week of delay runs from 25 to 31 March, the thirtieth ends on 20 October
        found = {
            on: figure(given, on, "liquidated")
            for on in ("2022-03-30", "2022-03-31", "2022-10-19", "2022-10-20", "2023-03-31")
        }
        assert found == {
            "2022-03-30": "EUR 0",
            "2022-03-31": "EUR 10 000",
            "2022-10-19": "EUR 290 000",
            "2022-10-20": "EUR 300 000",
            "2023-03-31": "EUR 300 000",
        }

    def test_of_clearview_are_started_months_up_to_five_million_one_hundred_thousand(self):
        file = attrs.evolve(HAGA, infringed=("GDPR 5(1)(a)", "GDPR 6", "GDPR 9", "GDPR 15"))
        terms = (
            ("one", "3 months", "EUR 250 000", "EUR 1 500 000"),
            ("two", "3 months", "EUR 250 000", "EUR 1 500 000"),
            ("three", "1 month", "EUR 250 000", "EUR 1 500 000"),
            ("four", "3 months", "EUR 200 000", "EUR 600 000"),
        )
        orders = [
            attrs.evolve(
                order(
                    f"within {period} of publication",
                    penalty=Rate.parse(f"{rate} per started month"),
                    at_most=Money.parse(most),
                ),
                id=name,
            )
            for name, period, rate, most in terms
        ]
        given = file.charged("2023-06-01").and_(
            file.decision("2024-05-16", *orders),
            Notify(on=day("2024-05-16"), of="decision"),
            Publish(on=day("2024-09-03"), of="decision"),
        )
        # order three is due on 3 October, the others on 3 December; on 4 December it is the third
        # month of order three, and the first of the others
        found = {
            on: figure(given, on, "liquidated")
            for on in ("2024-10-03", "2024-10-04", "2024-12-04", "2026-01-01")
        }
        assert found == {
            "2024-10-03": "EUR 0",
            "2024-10-04": "EUR 250 000",
            "2024-12-04": "EUR 1 450 000",
            "2026-01-01": "EUR 5 100 000",
        }


def test_what_nobody_read_in_a_text_is_marked_as_from_memory():
    assert from_memory(NL) == set()
