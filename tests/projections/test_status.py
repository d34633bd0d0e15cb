"""Status: the stage, the legal force of each measure, and who must act next until when."""

import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.inquiry import OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.notice import IssueFormalNotice
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify
from domain.proceeding.measures import BanMeasure, ReprimandMeasure
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import changed, compose_text
from projections.status import Force, NextStep, Status, ThingStatus
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    IT,
    LIQUIDATION,
    STATEMENT,
    TWO_MONTHS,
    charged,
    day,
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
)

FINED = decided(fine(eur(1000), id="fine"))
APPEAL = LodgeAppeal(on=day("2022-12-01"), against=("sanction",))


def at(given, on):
    return Status(given.history).at(day(on), given.law)


def judged(given, result="upheld", of="sanction", **more):
    ruling = Ruling(of=of, result=result, **more)
    return given.and_(
        APPEAL, GiveJudgment(on=day("2023-06-01"), on_appeal="appeal", outcome=(ruling,))
    )


class TestBeforeTheFirstEvent:
    def test_nothing_is_opened_and_nobody_has_to_act(self):
        standing = at(FINED, "2020-04-30")
        assert (standing.stage, standing.things, standing.next_steps) == ("not opened", (), ())
        assert standing.of("fine") is None


class TestForce:
    def test_of_a_fine_that_is_not_notified_is_none_yet(self):
        given = charged().and_(decision(fine(eur(1000), id="fine")))
        assert at(given, "2022-10-17").of("fine") == ThingStatus(
            id="fine",
            kind="fine",
            status="imposed",
            force=Force(
                adopted_on=day("2022-10-17"),
                notified_on=None,
                payable_from=None,
                enforceable=False,
                suspended=False,
                appeal_by=None,
                under_appeal=False,
                final_on=None,
            ),
        )

    def test_of_a_notified_fine_is_payable_with_a_day_to_appeal_by(self):
        assert at(FINED, "2022-10-18").of("fine") == ThingStatus(
            id="fine",
            kind="fine",
            status="payable",
            force=Force(
                adopted_on=day("2022-10-17"),
                notified_on=day("2022-10-18"),
                payable_from=day("2022-10-18"),
                enforceable=True,
                suspended=False,
                appeal_by=day("2023-02-20"),
                under_appeal=False,
                final_on=None,
            ),
        )

    def test_is_final_on_the_day_after_the_time_to_appeal(self):
        assert at(FINED, "2023-02-20").of("fine").force.final_on is None
        thing = at(FINED, "2023-02-21").of("fine")
        assert (thing.status, thing.force.final_on) == ("final", day("2023-02-21"))

    def test_is_not_final_while_an_appeal_is_pending(self):
        thing = at(FINED.and_(APPEAL), "2024-01-01").of("fine")
        assert (thing.status, thing.force.under_appeal) == ("under appeal", True)
        assert thing.force.final_on is None
        assert thing.force.enforceable

    def test_is_not_known_to_be_final_while_the_judgment_can_be_appealed_further(self):
        thing = at(judged(FINED), "2023-06-01").of("fine")
        assert (thing.status, thing.force.final_on) == ("payable", None)

    def test_is_final_on_the_day_of_a_judgment_that_nothing_goes_beyond(self):
        law = compose_text(
            "rulebook: mine\ntitle: Mine\nextends: [fr]\nacts:\n  further appeal:\n"
            "    - {since: 2018, act: appeal, to: council, against: judgment, cite: ONE 1,"
            " confidence: verified, read_in: One law}\n"
            "instruments: {ONE: One law}\n",
            "mine.yaml",
        )
        given = Given(judged(FINED).events, law)
        thing = at(given, "2023-06-01").of("fine")
        assert (thing.status, thing.force.final_on) == ("final", day("2023-06-01"))

    def test_is_not_final_by_the_judgment_about_something_else(self):
        given = charged(party("a"), party("b")).and_(
            decision(fine(eur(1), id="fa", to=("a",)), fine(eur(1), id="fb", to=("b",))),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-10-18"), of="sanction", to="b"),
            LodgeAppeal(on=day("2022-12-01"), by="a", against=("fa",), id="of-a"),
            LodgeAppeal(on=day("2022-12-01"), by="b", against=("fb",), id="of-b"),
            GiveJudgment(
                on=day("2023-06-01"), on_appeal="of-a", outcome=(Ruling(of="fa", result="upheld"),)
            ),
        )
        standing = at(given, "2023-06-02")
        assert (standing.of("fa").status, standing.of("fb").status) == ("payable", "under appeal")
        assert standing.of("fb").force.final_on is None

    def test_is_suspended_where_the_rulebook_says_so(self):
        law = changed(FR, "acts.appeal.suspends", "[fine]")
        given = Given(FINED.events, law).and_(APPEAL)
        thing = at(given, "2022-12-01").of("fine")
        assert thing.status == "suspended"
        assert (thing.force.suspended, thing.force.enforceable) == (True, False)
        (step,) = at(given, "2023-03-01").next_steps
        assert (step.party, step.what) == ("council", "has to decide the appeal of clearview")

    def test_ends_with_an_annulment(self):
        thing = at(judged(FINED, "annulled"), "2023-06-01").of("fine")
        assert (thing.status, thing.force.enforceable) == ("annulled", False)

    def test_is_of_each_measure_of_its_own(self):
        given = decided(ReprimandMeasure(id="blame"), BanMeasure(id="ban", content=("x",)))
        standing = at(given, "2022-10-18")
        assert [(t.id, t.kind, t.status) for t in standing.things] == [
            ("blame", "reprimand", "in force"),
            ("ban", "ban", "in force"),
        ]
        assert standing.of("ban").force.payable_from is None
        assert at(judged(given, "annulled", "ban"), "2023-06-01").of("ban").status == "annulled"

    def test_of_a_measure_for_one_begins_with_the_notification_to_that_one(self):
        given = charged(party("a"), party("b")).and_(
            decision(fine(eur(1), id="fb", to=("b",)), fine(eur(1), id="both")),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-10-25"), of="sanction", to="b"),
        )
        standing = at(given, "2022-10-25")
        assert standing.of("fb").force.notified_on == day("2022-10-25")
        assert standing.of("both").force.notified_on == day("2022-10-18")


class TestPayable:
    def test_in_italy_begins_after_the_time_to_pay(self):
        given = decided(fine(eur(1000), id="fine"), law=IT)
        early = at(given, "2022-11-17").of("fine")
        assert (early.status, early.force.payable_from) == ("imposed", day("2022-11-18"))
        assert at(given, "2022-11-18").of("fine").status == "payable"

    def test_is_paid_in_part_then_whole(self):
        half = FINED.and_(Pay(on=day("2022-11-01"), for_="fine", amount=eur(500)))
        assert at(half, "2022-11-01").of("fine").status == "partly paid"
        whole = half.and_(Pay(on=day("2022-11-02"), for_="fine", amount=eur(500)))
        assert at(whole, "2022-11-02").of("fine").status == "paid"

    def test_is_of_a_liquidation_too(self):
        adopted = liquidated().events[:-1]
        given = Given(adopted, FR)
        assert at(given, "2023-04-13").of("liquidation").status == "liquidated"
        thing = at(liquidated(), "2023-04-13").of("liquidation")
        assert (thing.kind, thing.status) == ("liquidation", "payable")
        assert thing.force.payable_from == day("2023-04-13")
        assert thing.force.appeal_by == day("2023-08-14")


class TestOrdersAndNotices:
    def test_count_their_days_of_delay(self):
        thing = at(liquidated(), "2023-04-13").of("injunction")
        assert (thing.status, thing.days_of_delay) == ("overdue", 115)

    def test_count_none_without_a_penalty(self):
        assert at(decided(order(id="order")), "2023-04-13").of("order").days_of_delay is None

    def test_have_a_status_of_their_own(self):
        given = Given((registration(),), FR).and_(
            IssueFormalNotice(
                on=day("2021-11-26"),
                id="notice",
                alleges=(("faceprints", ("GDPR 6",)),),
                content=("Stop",),
                comply=TWO_MONTHS,
            ),
            Notify(on=day("2021-12-01"), of="notice"),
        )
        standing = at(given, "2021-12-16")
        assert standing.stage == "formal notice"
        assert standing.things == (
            ThingStatus(id="notice", kind="formal notice", status="running"),
        )


class TestNextSteps:
    def test_are_running_periods_then_what_is_overdue_then_what_is_owed(self):
        given = decided(fine(eur(1000), id="fine"), order(per_day(1), id="order"))
        assert at(given, "2022-12-01").next_steps == (
            NextStep(
                party="clearview",
                what="comply with order",
                until=day("2022-12-19"),
                cite="sanction: within 2 months of notification; counted by CPC 640-642 (model)",
            ),
            NextStep(
                party="clearview",
                what="may appeal against sanction",
                until=day("2023-02-20"),
                cite="CJA R421-7",
            ),
            NextStep(party="clearview", what="owes EUR 1 000 for fine", until=None),
        )
        late = [(s.what, s.until) for s in at(given, "2023-02-21").next_steps]
        assert late == [
            ("is overdue with order", day("2022-12-19")),
            ("owes EUR 1 000 for fine", None),
        ]

    def test_name_the_period_that_leaves_time_to_answer(self):
        (step,) = at(charged(), "2022-07-20").next_steps
        assert step.what == "may answer charges (observations)"
        assert step.until == day("2022-08-16")

    def test_are_with_the_authority_when_nothing_runs(self):
        given = Given((registration(), OpenInquiry(on=day("2020-08-26"))), FR)
        assert at(given, "2020-09-01").next_steps == (
            NextStep(party="cnil", what="has the next move", until=None),
        )
        assert at(charged(), "2022-08-17").next_steps[0].party == "cnil"

    def test_are_nobodys_once_all_is_decided_and_paid(self):
        given = FINED.and_(Pay(on=day("2022-11-02"), for_="fine", amount=eur(1000)))
        assert at(given, "2023-03-01").next_steps == ()

    def test_are_in_a_closed_file_only_what_is_still_owed(self):
        given = FINED.and_(CloseProceeding(on=day("2022-11-02")))
        (owed,) = at(given, "2022-11-02").next_steps
        assert (owed.party, owed.what) == ("clearview", "owes EUR 1 000 for fine")
        left = [step.what for step in at(life(), "2023-09-01").next_steps]
        assert left == ["owes EUR 5 200 000 for liquidation"]

    def test_tell_each_of_several_by_its_own_day_and_that_a_sum_is_one(self):
        first, second = party("a"), party("b")
        both = decision(fine(eur(1000), id="fine"), order(id="injunction"))
        given = charged(first, second).and_(
            both,
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-11-02"), of="sanction", to="b"),
        )
        late = [
            (step.party, step.until)
            for step in at(given, "2022-12-20").next_steps
            if "overdue" in step.what
        ]
        assert late == [("a", day("2022-12-19"))]
        owed = [step.what for step in at(given, "2022-12-20").next_steps if "owes" in step.what]
        assert owed[0] == "owes EUR 1 000 for fine, one sum together with b"

    def test_tell_to_pay_by_when_and_only_then_that_it_is_owed(self):
        given = decided(fine(eur(1000), id="fine"), law=IT)
        assert [s.what for s in at(given, "2022-11-17").next_steps] == [
            "pay what sanction orders",
            "may appeal against sanction",
        ]
        owed = at(given, "2022-11-18").next_steps[-1]
        assert owed.what == "owes EUR 1 000 for fine"

    def test_ask_for_a_liquidation_those_alone_whom_it_is_for(self):
        given = charged(party("a"), party("b")).and_(
            decision(order(per_day(100_000), id="injunction", to=("b",))),
            Notify(on=day("2022-10-18"), of="sanction", to="b"),
            STATEMENT,
            Notify(on=day("2023-02-09"), of="liquidation proposal"),
            LIQUIDATION,
            Notify(on=day("2023-04-13"), of="liquidation"),
        )
        standing = at(given, "2023-04-13")
        owing = [s.party for s in standing.next_steps if s.what.startswith("owes")]
        assert owing == ["b"]
        assert standing.of("liquidation").force.notified_on == day("2023-04-13")


@pytest.mark.parametrize("given", [FINED, ordered(), liquidated(), life()])
def test_an_answer_does_not_change_when_later_events_are_added(given):
    for size in range(1, len(given.history)):
        on = given.history[size - 1].on
        if given.history[size].on != on:
            short = Status(given.history[:size]).at(on, given.law)
            assert Status(given.history).at(on, given.law) == short


def test_a_fine_that_is_reduced_is_owed_for_the_rest():
    given = judged(FINED, "varied", "fine", amount=eur(300))
    assert at(given, "2023-06-01").next_steps[-1].what == "owes EUR 300 for fine"
