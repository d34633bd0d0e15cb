"""Liquidation: after its statement and 15 days, at most rate times days, no day twice (DEC 44)."""

import attrs
import pytest

from domain.proceeding.acts.charges import MakeRepresentations
from domain.proceeding.acts.closure import CloseOrder, CloseProceeding
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.liquidation import LiquidationProposed, PenaltyLiquidated
from domain.proceeding.acts.service import Notify
from domain.proceeding.deciding import evolve, options
from domain.proceeding.messages import Refusal
from domain.proceeding.penalties import accruing
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import changed
from tests.domain.proceeding.stories import (
    FR,
    LIQUIDATION,
    STATEMENT,
    charged,
    day,
    days,
    decision,
    eur,
    liquidated,
    order,
    ordered,
    party,
    per_day,
    stated,
)

LATER = days("2023-02-10..2023-04-13")


class TestStatement:
    def test_announces_days_and_amount_and_nothing_is_owed(self):
        when = (
            ordered()
            .when(STATEMENT)
            .then(
                LiquidationProposed(
                    on=day("2023-02-09"),
                    act="liquidation proposal",
                    by="restricted committee",
                    basis="DEC 44",
                    to=("clearview",),
                    of="injunction",
                    covers=days("2022-12-19..2023-02-09"),
                    amount=eur(5_200_000),
                )
            )
        )
        assert when.after.state.liquidations == ()

    def test_is_refused_before_the_order_is_overdue(self):
        early = attrs.evolve(STATEMENT, on=day("2022-12-19"))
        refusal = (
            ordered().when(early).then_refused("irregular", ["days of delay", "order overdue"])
        )
        assert "the order injunction is running, not overdue (DEC 44)" in str(refusal)
        overdue = next(d for d in refusal.defects if d.rule == "order overdue")
        assert (overdue.asked, overdue.limit) == ("running", "overdue")

    def test_is_possible_on_the_first_day_of_delay(self):
        first = attrs.evolve(STATEMENT, on=day("2022-12-20"), covers=days("2022-12-20"))
        assert ordered().when(first).events

    def test_is_possible_after_partial_compliance(self):
        part = ShowCompliance(on=day("2023-01-05"), with_="injunction", share="part")
        assert ordered().and_(part).when(STATEMENT).events

    def test_is_possible_for_the_days_before_late_compliance(self):
        late = ordered().and_(ShowCompliance(on=day("2023-01-05"), with_="injunction"))
        assert late.when(STATEMENT).events

    def test_is_refused_where_compliance_came_in_time(self):
        met = ordered().and_(ShowCompliance(on=day("2022-12-19"), with_="injunction"))
        met.when(STATEMENT).then_refused("irregular", ["days of delay", "order overdue"])

    def test_is_of_an_order_with_a_penalty(self):
        plain = charged().and_(decision(order(id="injunction")))
        refusal = plain.when(STATEMENT).then_refused("impossible", ["of"])
        assert "the order injunction cannot be named: there is none" in str(refusal)
        ordered().when(attrs.evolve(STATEMENT, of="fine")).then_refused("impossible", ["of"])

    def test_is_for_those_the_order_is_for(self):
        given = charged(party("a"), party("b")).and_(
            decision(order(per_day(100_000), id="injunction", to=("b",))),
            Notify(on=day("2022-10-18"), of="sanction", to="b"),
        )
        (event,) = given.when(STATEMENT).events
        assert event.to == ("b",)


class TestLiquidation:
    def test_takes_the_days_of_delay_within_the_stretch(self):
        stated().when(LIQUIDATION).then(
            PenaltyLiquidated(
                on=day("2023-04-13"),
                act="liquidation",
                by="restricted committee",
                basis="DEC 44",
                to=("clearview",),
                of="injunction",
                covers=days("2022-12-19..2023-02-09"),
                days=days("2022-12-20..2023-02-09"),
                amount=eur(5_200_000),
                run_up=eur(5_200_000),
            )
        )

    def test_needs_a_statement_before_it(self):
        refusal = (
            ordered()
            .when(LIQUIDATION)
            .then_refused("irregular", ["liquidation proposal", "observations before liquidation"])
        )
        assert "no act 'liquidation proposal' stands before it (DEC 44)" in str(refusal)
        assert "the period for observations before liquidation has not begun" in str(refusal)

    def test_needs_the_statement_to_be_notified(self):
        given = ordered().and_(STATEMENT)
        given.when(LIQUIDATION).then_refused("irregular", ["observations before liquidation"])

    def test_waits_for_its_fifteen_days(self):
        early = attrs.evolve(LIQUIDATION, on=day("2023-02-24"))
        (defect,) = stated().when(early).then_refused("irregular").defects
        assert defect.rule == "observations before liquidation"
        assert defect.message.endswith("runs until 24 February 2023")
        assert stated().when(attrs.evolve(LIQUIDATION, on=day("2023-02-25"))).events

    def test_need_not_wait_once_the_answer_is_in(self):
        answer = MakeRepresentations(on=day("2023-02-12"), answers="liquidation proposal")
        early = attrs.evolve(LIQUIDATION, on=day("2023-02-12"))
        assert stated().and_(answer).when(early).events

    def test_is_at_most_rate_times_the_days_it_covers(self):
        above = attrs.evolve(LIQUIDATION, amount=eur(5_200_001))
        (defect,) = stated().when(above).then_refused("irregular", ["amount"]).defects
        assert (defect.asked, defect.limit, defect.cite) == (
            "EUR 5 200 001",
            "EUR 5 200 000",
            "DEC 44",
        )
        told = "a liquidation of EUR 5 200 001 is above rate times days of delay, EUR 5 200 000"
        assert defect.message == told

    def test_is_at_most_what_the_maximum_of_the_order_leaves(self):
        given = stated(at_most=eur(5_000_000))
        (defect,) = given.when(LIQUIDATION).then_refused("irregular", ["amount"]).defects
        assert defect.limit == "EUR 5 000 000"
        (event,) = given.when(attrs.evolve(LIQUIDATION, amount=eur(5_000_000))).events
        assert event.run_up == eur(5_000_000)

    def test_may_take_less_and_gives_the_rest_up(self):
        less = stated().when(attrs.evolve(LIQUIDATION, amount=eur(1_000_000)))
        assert less.events[0].run_up == eur(5_200_000)
        state = less.after.state
        assert accruing(state, state.orders[0], day("2023-04-13")) == eur(6_300_000)

    def test_needs_days_of_delay(self):
        none = attrs.evolve(LIQUIDATION, covers=days("2022-12-01..2022-12-19"))
        (defect,) = stated().when(none).then_refused("irregular").defects
        assert defect.rule == "days of delay"
        assert defect.message == (
            "the stretch 2022-12-01..2022-12-19 holds no day of delay (2022-12-20..2023-04-13)"
        )

    @pytest.mark.parametrize("amount", [eur(0), attrs.evolve(eur(1), currency="USD")])
    def test_is_a_sum_above_zero_in_the_currency_of_the_law(self, amount):
        command = attrs.evolve(LIQUIDATION, amount=amount)
        stated().when(command).then_refused("impossible", ["amount"])

    def test_takes_no_day_twice(self):
        given = liquidated().and_(
            attrs.evolve(STATEMENT, on=day("2023-04-13"), covers=LATER),
            Notify(on=day("2023-04-13"), of="liquidation proposal-2"),
        )
        twice = attrs.evolve(
            LIQUIDATION, on=day("2023-05-02"), covers=days("2023-02-09..2023-04-13")
        )
        (defect,) = given.when(twice).then_refused("irregular").defects
        assert defect.rule == "days of delay"
        assert defect.message.endswith(
            "holds days that were liquidated before, 2022-12-20..2023-02-09"
        )

    def test_takes_nothing_after_the_order_is_closed(self):
        closed = stated().and_(CloseOrder(on=day("2023-03-01"), of="injunction"))
        closed.when(LIQUIDATION).then_refused("irregular", ["amount", "days of delay"])

    def test_takes_nothing_after_the_file_is_closed(self):
        closed = stated().and_(CloseProceeding(on=day("2023-03-01")))
        closed.when(LIQUIDATION).then_refused("irregular", ["amount", "days of delay"])

    def test_takes_what_had_run_up_before_late_compliance(self):
        given = stated().and_(ShowCompliance(on=day("2023-02-20"), with_="injunction"))
        wide = attrs.evolve(LIQUIDATION, covers=days("2022-12-19..2023-04-13"), amount=eur(1))
        (event,) = given.when(wide).events
        assert event.days == days("2022-12-20..2023-02-20")
        assert event.run_up == eur(6_300_000)

    def test_is_recorded_despite_its_defects(self):
        command = attrs.evolve(
            LIQUIDATION,
            covers=days("2022-12-01..2022-12-19"),
            amount=eur(7_000_000),
            despite=(("days of delay", "as it was"), ("amount", "as it was")),
        )
        # without days of delay, no bound of rate times days applies but that of the whole delay
        refusal = stated().when(command).then_refused("irregular", ["despite"])
        assert "'despite' names amount, and nothing is irregular there" in str(refusal)
        command = attrs.evolve(command, despite=command.despite[:1])
        (event,) = stated().when(command).events
        assert (event.days, event.run_up) == (command.covers, eur(7_000_000))
        assert [d.rule for d in event.defects] == ["days of delay"]

    def test_does_not_exist_in_italy(self):
        law = changed(FR, "acts.liquidation.until", "2022-12-31")
        given = stated(law)
        given.when(LIQUIDATION).then_refused("irregular", ["power"])


class TestLaterDays:
    SECOND = attrs.evolve(LIQUIDATION, on=day("2023-05-02"), covers=LATER, amount=eur(6_300_000))

    def restated(self, law=FR):
        return liquidated(law).and_(
            attrs.evolve(STATEMENT, on=day("2023-04-13"), covers=LATER),
            Notify(on=day("2023-04-13"), of="liquidation proposal-2"),
        )

    def test_need_a_statement_of_their_own(self):
        refusal = liquidated().when(self.SECOND).then_refused("irregular")
        assert [d.rule for d in refusal.defects] == [
            "liquidation proposal",
            "observations before liquidation",
        ]

    def test_need_fifteen_days_of_their_own(self):
        early = attrs.evolve(self.SECOND, on=day("2023-04-28"))
        self.restated().when(early).then_refused("irregular", ["observations before liquidation"])

    def test_warn_because_that_is_from_memory(self):
        (warning,) = self.restated().when(self.SECOND).then_warned(["repeated liquidation"])
        assert warning.label == "DEC 44 (memory)"
        assert warning.message == "whether later days can be liquidated again is not verified"

    def test_warn_already_when_they_are_announced(self):
        command = attrs.evolve(STATEMENT, on=day("2023-04-13"), covers=LATER)
        liquidated().when(command).then_warned(["repeated liquidation"])

    def test_are_refused_where_a_penalty_is_liquidated_once_only(self):
        law = changed(FR, "periodic_penalties.astreinte.liquidation.repeated", "no")
        command = attrs.evolve(STATEMENT, on=day("2023-04-13"), covers=LATER)
        (defect,) = liquidated(law).when(command).then_refused("irregular").defects
        assert defect.rule == "repeated liquidation"
        assert defect.message == "this penalty is liquidated only once"

    @pytest.mark.parametrize("act", ["liquidation", "liquidation proposal"])
    def test_are_not_offered_where_a_penalty_is_liquidated_once_only(self, act):
        law = changed(FR, "periodic_penalties.astreinte.liquidation.repeated", "no")
        given = liquidated(law)
        (refusal,) = (o for o in options(given.state, law, self.SECOND.on) if o.act == act)
        assert isinstance(refusal, Refusal)
        assert "repeated liquidation" in {defect.rule for defect in refusal.defects}

    @pytest.mark.parametrize("act", ["liquidation", "liquidation proposal"])
    def test_are_offered_with_the_warning_where_that_is_from_memory(self, act):
        given = self.restated()
        (offer,) = (o for o in options(given.state, FR, self.SECOND.on) if o.act == act)
        assert [defect.rule for defect in offer.warnings] == ["repeated liquidation"]

    def test_are_taken_without_a_warning_where_that_is_verified(self):
        law = changed(FR, "periodic_penalties.astreinte.liquidation.confidence", "verified")
        verdict = self.restated(law).when(self.SECOND).verdict
        assert verdict.warnings == ()


class TestEvolutionIsTotal:
    def test_a_finding_about_an_unknown_order_is_entered(self):
        event = attrs.evolve(stated().when(LIQUIDATION).events[0], of="nothing")
        assert evolve(ProceedingState(), event).liquidations[0].of == "nothing"


def test_an_order_found_met_in_part_is_still_liquidated():
    part = FindCompliance(on=day("2023-01-05"), of="injunction", result="partly met")
    assert ordered().and_(part).when(STATEMENT).events
