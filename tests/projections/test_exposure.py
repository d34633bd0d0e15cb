"""The exposure ledger: each euro in one state, each figure the sum of its lines."""

from datetime import timedelta

import attrs
import pytest

from domain.money import Money
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.closure import CloseOrder, CloseProceeding
from domain.proceeding.acts.compliance import ShowCompliance
from domain.proceeding.acts.inquiry import AppointRapporteur
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify
from domain.proceeding.acts.turnover import EstablishTurnover
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import changed, compose_text
from projections.accounts import Account
from projections.exposure import FIGURES, STATES, ExposureLedger
from projections.movements import closing_events
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    GR,
    IT,
    LIQUIDATION,
    STATEMENT,
    TWO_MONTHS,
    charged,
    day,
    days,
    decided,
    decision,
    eur,
    fine,
    life,
    liquidated,
    order,
    ordered,
    party,
    per_day,
    registration,
    stated,
)

MILLION = 1_000_000
CLEARVIEW = charged().and_(
    decision(fine(eur(20 * MILLION), id="fine"), order(per_day(100_000), id="injunction")),
    Notify(on=day("2022-10-18"), of="sanction"),
    STATEMENT,
    Notify(on=day("2023-02-09"), of="liquidation proposal"),
    LIQUIDATION,
    Notify(on=day("2023-04-13"), of="liquidation"),
)
NOTICE = IssueFormalNotice(
    on=day("2021-11-26"),
    id="notice",
    alleges=(("faceprints", ("GDPR 6",)),),
    content=("Stop",),
    comply=TWO_MONTHS,
)
SUSPENDING = changed(FR, "acts.appeal.suspends", "[fine]")


def at(given, on, law=None):
    return ExposureLedger(given.history).at(day(on), law or given.law)


def figures(given, on, law=None):
    """The figures that are not zero, in whole euros."""
    exposure = at(given, on, law)
    found = {name: exposure.figure(name).minor // 100 for name in FIGURES if name != "at_stake"}
    return {name: amount for name, amount in found.items() if amount}


def judged(given, *rulings, on="2023-06-01", against=("sanction",)):
    appeal = LodgeAppeal(on=day("2022-12-01"), against=against)
    return given.and_(appeal, GiveJudgment(on=day(on), on_appeal="appeal", outcome=rulings))


class TestClearview:
    """The hand-computed table: fine, days of delay, liquidation, further days."""

    @pytest.mark.parametrize(
        ("on", "accruing"),
        [
            ("2022-12-18", 0),
            ("2022-12-19", 0),
            ("2022-12-20", 100_000),
            ("2023-02-09", 5_200_000),
            ("2023-04-12", 11_400_000),
        ],
    )
    def test_accrues_and_is_owed_by_nobody(self, on, accruing):
        owed = dict.fromkeys(("imposed", "fined", "outstanding", "due"), 20 * MILLION)
        expected = {**owed, "accruing": accruing}
        assert figures(CLEARVIEW, on) == {k: v for k, v in expected.items() if v}

    def test_crystallises_by_the_liquidation(self):
        assert figures(CLEARVIEW, "2023-04-13") == {
            "fined": 20 * MILLION,
            "liquidated": 5_200_000,
            "imposed": 25_200_000,
            "outstanding": 25_200_000,
            "accruing": 6_300_000,
            "due": 25_200_000,
        }

    def test_says_how_the_accruing_sum_comes_about_and_on_what_it_rests(self):
        *_, line = at(CLEARVIEW, "2023-04-13").lines("accruing")
        assert line.text == (
            "115 days of delay, 20 December 2022 to 13 April 2023, less 52 liquidated: 63 days, "
            "at EUR 100 000 per day; owed by nobody until it is liquidated; "
            "that it can be liquidated again: DEC 44 (memory)"
        )
        assert line.cite == "LIL 20 III 2; counting: DEC 44 (model)"
        assert (line.event, line.act, line.about) == ("OrderIssued", "sanction", "injunction")

    def test_explains_what_is_imposed_event_by_event(self):
        lines = at(CLEARVIEW, "2023-04-13").lines("imposed")
        told = [(x.on, x.amount, x.event, x.act, x.cite) for x in lines]
        assert told == [
            (
                day("2022-10-17"),
                eur(20 * MILLION),
                "FineImposed",
                "sanction",
                "LIL 20 III 7; GDPR 83(5)",
            ),
            (day("2023-04-13"), eur(5_200_000), "PenaltyLiquidated", "liquidation", "DEC 44"),
        ]
        assert lines[0].text.startswith("fine for faceprints: EUR 20 000 000; maximum for GDPR 6")
        assert lines[1].text == (
            "liquidated: EUR 5 200 000 for 52 days of delay with injunction, "
            "20 December 2022 to 9 February 2023"
        )

    def test_leaves_further_days_at_stake_without_end(self):
        (stake,) = at(CLEARVIEW, "2023-04-13").stakes
        assert (stake.about, stake.floor, stake.ceiling) == ("injunction", eur(0), None)
        assert stake.text == (
            "EUR 100 000 per day for each further day of delay with injunction; it has no maximum"
        )
        assert (stake.event, stake.act, stake.cite) == ("OrderIssued", "sanction", "DEC 44")


class TestBeforeTheFirstEvent:
    def test_everything_is_zero_in_the_currency_of_the_law(self):
        exposure = at(CLEARVIEW, "2020-04-30")
        assert exposure.currency == "EUR"
        assert figures(CLEARVIEW, "2020-04-30") == {}
        assert exposure.at_stake == (eur(0), eur(0))
        assert exposure.movements == ()


class TestStates:
    """Every state that a sum can be in is reached, and explained."""

    FINED = decided(fine(eur(1000), id="fine"))

    def test_not_due_until_it_is_notified(self):
        given = charged().and_(decision(fine(eur(1000))))
        assert figures(given, "2022-10-17") == {
            "fined": 1000,
            "imposed": 1000,
            "outstanding": 1000,
            "not_due": 1000,
        }

    def test_due_from_notification_where_no_period_to_pay_is_known(self):
        assert figures(self.FINED, "2022-10-18")["due"] == 1000
        (_, line) = at(self.FINED, "2022-10-18").lines("not_due")
        assert (line.amount, line.text, line.cite) == (
            eur(-1000),
            "payable from notification",
            "model",
        )

    def test_due_on_the_day_after_the_period_to_pay(self):
        given = decided(fine(eur(1000), id="fine"), law=IT)
        assert "due" not in figures(given, "2022-11-17")
        assert figures(given, "2022-11-18")["due"] == 1000
        (line,) = at(given, "2022-11-18").lines("due")
        assert (line.on, line.text, line.cite) == (
            day("2022-11-18"),
            "the period to pay has ended",
            "CODE 166",
        )

    def test_due_on_the_day_itself_although_other_events_follow(self):
        given = decided(fine(eur(1000), id="fine"), law=IT)
        later = given.and_(Pay(on=day("2022-12-01"), for_="fine", amount=eur(1)))
        assert figures(later, "2022-11-18") == figures(given, "2022-11-18")
        assert figures(later, "2022-12-01")["due"] == 999

    def test_paid(self):
        given = self.FINED.and_(Pay(on=day("2022-11-01"), for_="fine", amount=eur(400)))
        assert figures(given, "2022-11-01") == {
            "fined": 1000,
            "imposed": 1000,
            "outstanding": 600,
            "due": 600,
            "paid": 400,
        }

    def test_paid_before_it_is_due(self):
        given = charged(law=IT).and_(
            decision(fine(eur(1000), id="fine")),
            Notify(on=day("2022-10-18"), of="sanction"),
            Pay(on=day("2022-10-20"), for_="fine", amount=eur(1000)),
        )
        assert figures(given, "2022-10-20") == {"fined": 1000, "imposed": 1000, "paid": 1000}
        assert figures(given, "2023-10-20") == figures(given, "2022-10-20")

    def test_refundable_where_too_much_was_paid(self):
        over = (("outstanding", "by mistake"),)
        given = self.FINED.and_(
            Pay(on=day("2022-11-01"), for_="fine", amount=eur(1500), despite=over)
        )
        found = figures(given, "2022-11-01")
        assert (found["paid"], found["refundable"]) == (1000, 500)

    def test_refundable_where_a_paid_fine_is_annulled(self):
        paid = self.FINED.and_(Pay(on=day("2022-11-01"), for_="fine", amount=eur(400)))
        given = judged(paid, Ruling(of="sanction", result="annulled"))
        assert figures(given, "2023-06-01") == {"refundable": 400, "extinguished": 600}
        texts = [line.text for line in at(given, "2023-06-01").lines("extinguished")]
        assert texts == ["annulled: it rested on sanction"]

    def test_extinguished_in_part_where_it_is_reduced(self):
        given = judged(self.FINED, Ruling(of="fine", result="varied", amount=eur(300)))
        assert figures(given, "2023-06-01") == {
            "fined": 300,
            "imposed": 300,
            "outstanding": 300,
            "due": 300,
            "extinguished": 700,
        }

    def test_refundable_in_part_where_it_is_reduced_after_payment(self):
        paid = self.FINED.and_(Pay(on=day("2022-11-01"), for_="fine", amount=eur(1000)))
        given = judged(paid, Ruling(of="fine", result="varied", amount=eur(300)))
        assert figures(given, "2023-06-01") == {
            "fined": 300,
            "imposed": 300,
            "paid": 300,
            "refundable": 700,
        }

    def test_due_for_more_where_a_court_raises_it(self):
        given = judged(self.FINED, Ruling(of="fine", result="varied", amount=eur(1500)))
        assert figures(given, "2023-06-01")["due"] == 1500

    def test_paid_again_where_a_court_raises_what_another_had_reduced(self):
        given = self.FINED.and_(
            Pay(on=day("2022-11-01"), for_="fine", amount=eur(800)),
            LodgeAppeal(on=day("2022-12-01"), against=("fine",), id="first"),
            GiveJudgment(
                on=day("2023-01-09"),
                on_appeal="first",
                outcome=(Ruling(of="fine", result="varied", amount=eur(300)),),
            ),
            LodgeAppeal(on=day("2023-01-10"), by="cnil", against=("judgment",), id="second"),
        )
        assert figures(given, "2023-01-10")["refundable"] == 500
        raised = given.and_(
            GiveJudgment(
                on=day("2023-06-01"),
                on_appeal="second",
                outcome=(Ruling(of="fine", result="varied", amount=eur(900)),),
            )
        )
        found = figures(raised, "2023-06-01")
        assert (found["paid"], found["due"], found.get("refundable")) == (800, 100, None)

    def test_the_same_where_it_is_upheld(self):
        given = judged(
            self.FINED, Ruling(of="sanction", result="upheld"), Ruling(of="fine", result="upheld")
        )
        assert figures(given, "2023-06-01") == figures(self.FINED, "2023-06-01")

    def test_accruing_and_extinguished_where_the_order_is_closed(self):
        given = ordered().and_(CloseOrder(on=day("2023-01-03"), of="injunction"))
        assert figures(given, "2023-01-02") == {"accruing": 1_400_000}
        assert figures(given, "2023-01-03") == {"extinguished": 1_500_000}
        (line,) = at(given, "2023-05-01").lines("extinguished")
        assert (line.text, line.event, line.on) == (
            "it can be liquidated no more",
            "OrderClosed",
            day("2023-01-03"),
        )
        assert line.cite == "DEC 44 (practice)"

    def test_extinguished_by_the_closure_whatever_stops_the_delay(self):
        law = changed(FR, "periodic_penalties.astreinte.stops", "[compliance shown]")
        given = ordered(law=law).and_(CloseOrder(on=day("2023-01-03"), of="injunction"))
        assert figures(given, "2023-05-01") == {"extinguished": 1_500_000}

    def test_extinguished_where_the_file_is_closed(self):
        given = ordered().and_(CloseProceeding(on=day("2023-01-03")))
        assert figures(given, "2023-02-01") == {"extinguished": 1_500_000}

    def test_extinguished_where_the_order_is_annulled(self):
        given = judged(ordered(), Ruling(of="injunction", result="annulled"), on="2023-01-03")
        assert figures(given, "2023-02-01") == {"extinguished": 1_400_000}

    def test_extinguished_where_less_was_liquidated_than_had_run_up(self):
        less = attrs.evolve(LIQUIDATION, amount=eur(MILLION))
        found = figures(stated().and_(less), "2023-04-13")
        assert found["extinguished"] == 4_200_000
        assert found["liquidated"] == MILLION
        assert found["accruing"] == 6_300_000

    def test_extinguished_with_the_order_that_a_liquidation_rested_on(self):
        given = liquidated().and_(
            LodgeAppeal(
                on=day("2023-05-01"), against=("injunction",), despite=(("appeal", "late"),)
            ),
            GiveJudgment(
                on=day("2023-06-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="injunction", result="annulled"),),
            ),
        )
        found = figures(given, "2023-06-01")
        assert found == {"extinguished": 5_200_000 + 11_100_000}
        texts = [line.text for line in at(given, "2023-06-01").lines("extinguished")]
        assert "annulled: it rested on injunction" in texts


class TestOrdersThatAreSettled:
    MET = ordered().and_(
        ShowCompliance(on=day("2023-02-09"), with_="injunction"),
        STATEMENT,
        Notify(on=day("2023-02-09"), of="liquidation proposal"),
        LIQUIDATION,
    )

    def test_accrue_nothing_more(self):
        found = figures(self.MET, "2023-06-01")
        assert found == {**found, "liquidated": 5_200_000}
        assert "accruing" not in found

    def test_have_nothing_left_to_extinguish(self):
        closed = self.MET.and_(CloseOrder(on=day("2023-06-01"), of="injunction"))
        assert "extinguished" not in figures(closed, "2023-06-01")


class TestWhatEndsAccrual:
    def test_is_the_end_of_the_order_of_the_file_or_of_its_ground(self):
        given = judged(ordered(), Ruling(of="injunction", result="annulled"), on="2023-01-03")
        closed = given.and_(CloseProceeding(on=day("2023-02-01")))
        lifted = ordered().and_(CloseOrder(on=day("2023-01-03"), of="injunction"))
        found = [
            type(one.event).__name__
            for history in (closed.history, lifted.history)
            for one in closing_events(history, "injunction")
        ]
        assert found == ["AppealDecided", "ProceedingClosed", "OrderClosed"]


def test_a_fine_that_no_maximum_covers_says_none():
    command = decision(
        fine(eur(5)), finds=(), dismisses=ALLEGED, despite=(("finding", "x"), ("maximum", "x"))
    )
    (line,) = at(charged().and_(command), "2022-10-17").lines("fined")
    assert (line.text, line.cite) == ("fine for faceprints: EUR 5", "LIL 20 III 7")


class TestSuspension:
    FINED = Given(decided(fine(eur(1000), id="fine")).events, SUSPENDING)
    APPEALED = FINED.and_(LodgeAppeal(on=day("2022-12-01"), against=("sanction",)))

    def test_takes_a_sum_out_of_what_is_due(self):
        assert figures(self.APPEALED, "2022-12-01") == {
            "fined": 1000,
            "imposed": 1000,
            "outstanding": 1000,
            "suspended": 1000,
        }

    def test_ends_with_the_judgment(self):
        ruling = Ruling(of="sanction", result="upheld")
        given = judged(self.FINED, ruling)
        assert figures(given, "2023-06-01")["due"] == 1000
        (*_, line) = at(given, "2023-06-01").lines("suspended")
        assert (line.amount, line.text) == (eur(-1000), "enforceable again after the judgment")

    def test_leaves_a_sum_that_a_court_annuls_annulled(self):
        given = judged(self.FINED, Ruling(of="fine", result="annulled"))
        assert figures(given, "2023-06-01") == {"extinguished": 1000}

    def test_of_one_appeal_is_not_ended_by_the_judgment_on_another(self):
        given = charged(party("a"), party("b"), law=SUSPENDING).and_(
            decision(fine(eur(1000), id="fa", to=("a",)), fine(eur(500), id="fb", to=("b",))),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-10-18"), of="sanction", to="b"),
            LodgeAppeal(on=day("2022-11-01"), by="a", against=("fa",), id="of-a"),
            LodgeAppeal(on=day("2022-11-01"), by="b", against=("sanction",), id="of-b"),
            GiveJudgment(
                on=day("2023-06-01"), on_appeal="of-a", outcome=(Ruling(of="fa", result="upheld"),)
            ),
        )
        assert figures(given, "2023-06-01")["suspended"] == 1500
        both = given.and_(
            GiveJudgment(
                on=day("2023-07-03"), on_appeal="of-b", outcome=(Ruling(of="fb", result="upheld"),)
            )
        )
        found = figures(both, "2023-07-03")
        assert (found["due"], found.get("suspended")) == (1500, None)

    def test_that_ends_before_the_notification_leaves_the_sum_not_due(self):
        given = charged(law=SUSPENDING).and_(
            decision(fine(eur(1000), id="fine")),
            LodgeAppeal(on=day("2022-10-17"), against=("fine",)),
            GiveJudgment(
                on=day("2022-10-17"),
                on_appeal="appeal",
                outcome=(Ruling(of="fine", result="varied", amount=eur(1200)),),
            ),
        )
        assert figures(given, "2022-10-17")["not_due"] == 1200
        served = given.and_(Notify(on=day("2022-10-18"), of="sanction"))
        assert figures(served, "2022-10-18")["due"] == 1200

    def test_that_ends_within_the_time_to_pay_leaves_the_sum_not_due(self):
        law = compose_text(
            """\
rulebook: it-suspending
title: Italian law with an appeal that suspends
extends: [it]
instruments: {ACT: An act}
acts:
  appeal: [{since: ..2018-05-25, suspends: [fine], cite: ACT 1, confidence: memory}]
""",
            "it-suspending.yaml",
        )
        given = decided(fine(eur(1000), id="fine"), law=law).and_(
            LodgeAppeal(on=day("2022-10-20"), against=("sanction",)),
        )
        assert figures(given, "2022-10-20")["suspended"] == 1000
        early = given.and_(
            GiveJudgment(
                on=day("2022-11-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="fine", result="upheld"),),
            )
        )
        assert figures(early, "2022-11-01")["not_due"] == 1000
        assert figures(early, "2022-11-18")["due"] == 1000
        assert figures(given, "2022-11-18")["suspended"] == 1000


class TestAtStake:
    """Notice, charges, decision, order: floor and ceiling of what may still come."""

    NOTICED = Given((registration(), NOTICE, Notify(on=day("2021-12-01"), of="notice")), FR)

    def test_is_the_maximum_with_a_floor_and_an_open_ceiling_under_a_notice(self):
        exposure = at(self.NOTICED, "2021-12-16")
        assert exposure.at_stake == (eur(20 * MILLION), None)
        assert figures(self.NOTICED, "2021-12-16") == {}
        (stake,) = exposure.stakes
        assert (stake.about, stake.event, stake.act, stake.cite) == (
            "faceprints",
            "FormalNoticeIssued",
            "notice",
            "GDPR 83(5)",
        )
        assert stake.text == (
            "a fine for faceprints against clearview, for GDPR 6: EUR 20 000 000 or 4 % of "
            "worldwide turnover, whichever is higher; turnover is unknown"
        )

    @pytest.mark.parametrize(
        "end",
        [
            ShowCompliance(on=day("2022-01-10"), with_="notice"),
            CloseNotice(on=day("2022-01-10"), of="notice"),
        ],
    )
    def test_is_nothing_once_the_notice_is_met_or_closed(self, end):
        assert at(self.NOTICED.and_(end), "2022-01-10").at_stake == (eur(0), eur(0))

    def test_is_closed_above_once_turnover_is_known(self):
        given = charged().and_(
            EstablishTurnover(
                on=day("2022-09-01"), of="clearview", year="2021", amount=eur(1000 * MILLION)
            )
        )
        assert at(given, "2022-08-31").at_stake == (eur(20 * MILLION), None)
        assert at(given, "2022-09-01").at_stake == (eur(40 * MILLION), eur(40 * MILLION))

    def test_rests_on_the_charges_once_they_are_brought(self):
        given = self.NOTICED.and_(
            AppointRapporteur(on=day("2022-06-02")),
            IssueCharges(on=day("2022-07-14"), alleges=(("faceprints", ("GDPR 31",)),)),
        )
        (stake,) = at(given, "2022-07-14").stakes
        assert (stake.event, stake.floor, stake.cite) == (
            "ChargesIssued",
            eur(10 * MILLION),
            "GDPR 83(4)",
        )

    def test_is_nothing_once_the_conduct_is_decided(self):
        given = decided(fine(eur(1)))
        assert at(given, "2022-10-17").at_stake == (eur(0), eur(0))

    def test_adds_up_over_conducts_and_addressees(self):
        alleges = (("faceprints", ("GDPR 6",)), ("access", ("GDPR 31",)))
        file = registration(party("a"), party("b"), conducts=("faceprints", "access"))
        given = charged(file=file, alleges=alleges)
        assert at(given, "2022-08-01").at_stake == (eur(60 * MILLION), None)

    def test_hangs_on_over_those_who_are_not_decided_upon(self):
        given = charged(party("a"), party("b")).and_(decision(fine(eur(1)), to=("a",)))
        stakes = at(given, "2022-10-17").stakes
        assert ["against b" in stake.text for stake in stakes] == [True]

    def test_hangs_over_each_by_the_last_act_against_them(self):
        given = Given((registration(party("a"), party("b")), NOTICE), FR).and_(
            AppointRapporteur(on=day("2022-06-02")),
            IssueCharges(on=day("2022-07-14"), alleges=ALLEGED, to=("a",)),
        )
        stakes = at(given, "2022-07-14").stakes
        assert [stake.act for stake in stakes] == ["charges", "notice"]

    def test_is_no_fine_for_a_state_in_france(self):
        assert at(charged(party(kind="state")), "2022-08-01").at_stake == (eur(0), eur(0))
        given = charged(party(kind="state"), law=IT)
        assert at(given, "2022-08-01").at_stake[0] == eur(20 * MILLION)

    def test_is_fixed_for_a_person(self):
        exposure = at(charged(party(kind="person")), "2022-08-01")
        assert exposure.at_stake == (eur(20 * MILLION), eur(20 * MILLION))

    def test_of_an_order_is_what_its_maximum_leaves(self):
        given = ordered(at_most=eur(500_000))
        assert at(given, "2022-12-21").at_stake == (eur(0), eur(300_000))
        assert at(given, "2023-02-09").at_stake == (eur(0), eur(0))
        assert at(given, "2022-12-21").stakes[0].text.endswith("; at most EUR 500 000")
        line = at(given, "2023-02-09").lines("accruing")[-1]
        assert "at EUR 100 000 per day, at most EUR 500 000" in line.text

    def test_of_an_order_ends_when_it_is_met_or_closed(self):
        met = ordered().and_(ShowCompliance(on=day("2022-12-25"), with_="injunction"))
        assert at(met, "2022-12-25").stakes == ()
        closed = ordered().and_(CloseOrder(on=day("2022-12-25"), of="injunction"))
        assert at(closed, "2022-12-25").stakes == ()

    def test_of_an_order_without_a_penalty_is_nothing(self):
        assert at(decided(order()), "2022-12-25").stakes == ()

    def test_of_what_has_no_maximum_is_nothing(self):
        bare = changed(
            changed(FR, "maxima.upper.provisions", "[GDPR 5]"),
            "maxima.lower.provisions",
            "[GDPR 8]",
        )
        assert at(charged(), "2022-08-01", bare).stakes == ()

    def test_of_charges_that_were_annulled_is_nothing(self):
        # no command annuls charges yet; the state reads it all the same
        event = judged(decided(fine(eur(1))), Ruling(of="fine", result="upheld")).events[-1]
        outcome = attrs.evolve(event.outcomes[0], of="charges", result="annulled")
        gone = attrs.evolve(event, outcomes=(outcome,))
        given = Given((*charged().events, gone), FR)
        assert at(given, "2023-06-01").stakes == ()


class TestDelayThatStopped:
    def test_stays_where_it_was(self):
        given = ordered().and_(ShowCompliance(on=day("2022-12-25"), with_="injunction"))
        assert figures(given, "2022-12-25") == {"accruing": 600_000}
        assert figures(given, "2023-12-25") == {"accruing": 600_000}

    def test_before_it_began_is_nothing(self):
        assert figures(ordered(), "2022-11-01") == {}
        assert figures(decided(order()), "2023-11-01") == {}


HISTORIES = {
    "clearview": CLEARVIEW,
    "life": life(),
    "less": stated().and_(attrs.evolve(LIQUIDATION, amount=eur(MILLION))),
    "italy": decided(fine(eur(1000), id="fine"), law=IT).and_(
        Pay(on=day("2022-12-01"), for_="fine", amount=eur(100))
    ),
    "greece": decided(fine(eur(1000), id="fine"), law=GR),
    "appealed": judged(TestSuspension.FINED, Ruling(of="fine", result="annulled")),
}


@pytest.mark.parametrize("given", HISTORIES.values(), ids=HISTORIES)
class TestLaws:
    def dates(self, given):
        first, last = given.events[0].on, given.events[-1].on + timedelta(days=40)
        own = {event.on + timedelta(days=shift) for event in given.events for shift in (-1, 0, 1)}
        return sorted(own | {first, last, day("2022-12-20"), day("2022-11-18")})

    def test_every_figure_is_the_sum_of_its_lines_and_each_line_has_its_cause(self, given):
        for on in self.dates(given):
            exposure = ExposureLedger(given.history).at(on, given.law)
            for name in FIGURES[1:]:
                total = Money.zero("EUR")
                for line in exposure.lines(name):
                    total = total + line.amount
                    assert line.cite, line
                    assert line.text, line
                    assert line.on <= on
                    recorded = given.history[line.position - 1]
                    assert type(recorded.event).__name__ == line.event
                    assert recorded.event.act == line.act
                assert total == exposure.figure(name)

    def test_no_state_is_ever_negative(self, given):
        for on in self.dates(given):
            exposure = ExposureLedger(given.history).at(on, given.law)
            running = {}
            for movement in exposure.movements:
                for account, sign in ((movement.leaves, -1), (movement.enters, 1)):
                    key = (movement.about, account)
                    running[key] = running.get(key, 0) + sign * movement.amount.minor
                    assert running[key] >= 0 or account is Account.OUTSIDE, movement
            assert all(exposure.figure(state).minor >= 0 for state in STATES)

    def test_the_derived_figures_add_up(self, given):
        for on in self.dates(given):
            exposure = ExposureLedger(given.history).at(on, given.law)
            total = Money.zero("EUR")
            for state in ("not_due", "suspended", "due", "paid"):
                total = total + exposure.figure(state)
            assert exposure.figure("imposed") == total
            assert exposure.figure("fined") + exposure.figure("liquidated") == total
            assert exposure.figure("outstanding") == total - exposure.figure("paid")

    def test_an_answer_does_not_change_when_later_events_are_added(self, given):
        for size in range(1, len(given.history)):
            on = given.history[size - 1].on
            if given.history[size].on == on:
                continue
            short = ExposureLedger(given.history[:size]).at(on, given.law)
            assert ExposureLedger(given.history).at(on, given.law) == short


def test_two_liquidations_of_different_days_are_two_sums():
    given = liquidated().and_(
        attrs.evolve(STATEMENT, on=day("2023-04-13"), covers=days("2023-02-10..2023-04-13")),
        Notify(on=day("2023-04-13"), of="liquidation proposal-2"),
        attrs.evolve(
            LIQUIDATION,
            on=day("2023-05-02"),
            covers=days("2023-02-10..2023-04-13"),
            amount=eur(6_300_000),
        ),
    )
    found = figures(given, "2023-05-02")
    assert (found["liquidated"], found["accruing"]) == (11_500_000, 1_900_000)
