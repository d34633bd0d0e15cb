"""The register of deadlines: what runs for whom until when, and where each stands."""

import attrs
import pytest

from domain.periods import TimeLimit
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import MakeRepresentations
from domain.proceeding.acts.closure import CloseOrder
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify
from domain.proceeding.rulings import Ruling
from projections.deadlines import DeadlineRegister, DueDay
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    IT,
    TWO_MONTHS,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    liquidated,
    order,
    ordered,
    party,
    registration,
)

NOTICED = Given((registration(),), FR).and_(
    IssueFormalNotice(
        on=day("2021-11-26"),
        id="notice",
        alleges=(("faceprints", ("GDPR 6",)),),
        content=("Stop",),
        comply=TWO_MONTHS,
    ),
    Notify(on=day("2021-12-01"), of="notice"),
)


def register(given, on):
    return DeadlineRegister(given.history).at(day(on), given.law)


def status(given, on, name, of):
    (found,) = [due for due in register(given, on) if (due.name, due.of) == (name, of)]
    return found.status


class TestDueDay:
    def test_tells_until_when_and_how_that_day_came_about(self):
        given = ordered()
        _, comply, _ = register(given, "2022-12-01")
        assert comply == DueDay(
            name="comply",
            of="injunction",
            party="clearview",
            since=day("2022-10-18"),
            deadline=comply.deadline,
            status="running",
            cite="sanction: within 2 months of notification; counted by CPC 640-642 (model)",
            days_left=18,
            calendar="FR calendar",
        )
        assert comply.deadline.explanation == (
            "two months from 18 October 2022; 18 December 2022 is a Sunday; "
            "moved to Monday 19 December 2022"
        )

    def test_stands_in_the_order_of_the_days(self):
        found = [
            (due.name, due.of, str(due.deadline.on)) for due in register(liquidated(), "2023-04-13")
        ]
        assert found == [
            ("observations", "charges", "2022-08-16"),
            ("comply", "injunction", "2022-12-19"),
            ("appeal", "sanction", "2023-02-20"),
            ("observations before liquidation", "liquidation proposal", "2023-02-24"),
            ("appeal", "liquidation", "2023-08-14"),
        ]

    def test_is_not_there_before_it_was_started(self):
        assert register(ordered(), "2022-07-13") == ()

    def test_is_one_for_each_party(self):
        given = charged(party("a"), party("b")).and_(
            decision(order(id="order")),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-11-02"), of="sanction", to="b"),
        )
        found = [
            (d.party, str(d.deadline.on)) for d in register(given, "2022-11-02") if d.of == "order"
        ]
        assert found == [("a", "2022-12-19"), ("b", "2023-01-02")]


class TestStatus:
    @pytest.mark.parametrize(("on", "told"), [("2022-12-19", "running"), ("2022-12-20", "ended")])
    def test_runs_to_the_end_of_the_last_day(self, on, told):
        assert status(ordered(), on, "comply", "injunction") == told

    def test_of_compliance_is_met_when_that_is_shown(self):
        given = ordered().and_(ShowCompliance(on=day("2022-12-01"), with_="injunction"))
        assert status(given, "2022-12-01", "comply", "injunction") == "met"

    def test_of_an_order_is_void_when_it_is_closed(self):
        given = ordered().and_(CloseOrder(on=day("2022-12-01"), of="injunction"))
        assert status(given, "2022-12-01", "comply", "injunction") == "void"

    def test_of_an_act_is_void_when_it_is_annulled(self):
        given = ordered().and_(
            LodgeAppeal(on=day("2022-11-01"), against=("sanction",)),
            GiveJudgment(
                on=day("2022-12-01"),
                on_appeal="appeal",
                outcome=(Ruling(of="sanction", result="annulled"),),
            ),
        )
        for name, of in (("comply", "injunction"), ("appeal", "sanction")):
            assert status(given, "2022-12-01", name, of) == "void"

    def test_of_a_notice_is_void_when_it_is_closed(self):
        closed = NOTICED.and_(CloseNotice(on=day("2022-01-10"), of="notice"))
        assert status(closed, "2022-01-10", "comply", "notice") == "void"

    def test_of_a_notice_is_met_when_it_is_closed_for_that(self):
        given = NOTICED.and_(
            ShowCompliance(on=day("2022-01-05"), with_="notice"),
            CloseNotice(on=day("2022-01-10"), of="notice"),
        )
        assert status(given, "2022-01-10", "comply", "notice") == "met"

    def test_of_a_time_to_answer_is_answered_when_the_answer_is_in(self):
        given = charged().and_(MakeRepresentations(on=day("2022-08-01"), answers="charges"))
        assert status(given, "2022-08-01", "observations", "charges") == "answered"
        assert status(charged(), "2022-08-01", "observations", "charges") == "running"

    def test_of_a_time_to_answer_is_not_answered_by_somebody_else(self):
        given = charged(party("a"), party("b")).and_(
            MakeRepresentations(on=day("2022-08-01"), answers="charges", by="b")
        )
        found = {d.party: d.status for d in register(given, "2022-08-01")}
        assert found == {"a": "running", "b": "answered"}

    @pytest.mark.parametrize("against", ["sanction", "fine"])
    def test_of_a_time_to_appeal_is_answered_by_an_appeal_against_any_part(self, against):
        given = decided(fine(eur(1), id="fine")).and_(
            LodgeAppeal(on=day("2022-11-01"), against=(against,))
        )
        assert status(given, "2022-11-01", "appeal", "sanction") == "answered"


class TestTimeToPay:
    FINED = decided(fine(eur(1000), id="fine"), law=IT)

    def test_runs_and_ends(self):
        assert status(self.FINED, "2022-11-17", "payment", "sanction") == "running"
        assert status(self.FINED, "2022-11-18", "payment", "sanction") == "ended"

    def test_is_met_by_payment_in_full(self):
        half = self.FINED.and_(Pay(on=day("2022-11-01"), for_="fine", amount=eur(500)))
        assert status(half, "2022-11-01", "payment", "sanction") == "running"
        whole = half.and_(Pay(on=day("2022-11-02"), for_="fine", amount=eur(500)))
        assert status(whole, "2022-11-02", "payment", "sanction") == "met"

    def test_is_void_where_nothing_is_to_be_paid(self):
        assert status(decided(order(), law=IT), "2022-11-01", "payment", "sanction") == "void"


def test_a_day_that_the_act_names_says_so():
    limit = TimeLimit.parse("by 2022-12-31")
    given = decided(attrs.evolve(order(id="order"), comply=limit))
    (due,) = [d for d in register(given, "2022-12-01") if d.name == "comply"]
    assert due.deadline.explanation == "the act itself names 31 December 2022"
    assert due.cite == "sanction: by 2022-12-31"


@pytest.mark.parametrize(("shown", "told"), [("2022-02-01", "met"), ("2022-02-02", "run out")])
def test_a_notice_that_was_met_after_its_last_day_has_run_out(shown, told):
    # two months from 1 December 2021 end on Tuesday 1 February 2022
    met = NOTICED.and_(ShowCompliance(on=day(shown), with_="notice", by="clearview"))
    assert status(met, "2022-03-01", "comply", "notice") == told


def test_a_later_finding_that_a_notice_was_met_does_not_make_it_late():
    found = NOTICED.and_(FindCompliance(on=day("2022-02-20"), of="notice", result="met"))
    assert status(found, "2022-03-01", "comply", "notice") == "met"
