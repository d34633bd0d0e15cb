"""What follows from the entries: the stage of a proceeding, the state of its parts."""

import attrs
import pytest

from domain.periods import TimeLimit
from domain.proceeding.acts.closure import CloseOrder
from domain.proceeding.acts.compliance import ShowCompliance
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.hearing import HoldHearing
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice, NoticeClosed
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.service import Notify
from domain.proceeding.conditions import unmet
from domain.proceeding.deciding import EVOLUTIONS, evolve
from domain.proceeding.entries import Maximum
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.measures import OrderMeasure
from domain.proceeding.penalties import accruing, days_of_delay
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.standing import due_on, order_status, outstanding, stage
from domain.proceeding.state import ProceedingState, amended, named
from domain.rulebook.conditions import Holds, PartyIs, StatusIs
from domain.rulebook.loading import changed
from projections import ExposureLedger
from showcause.testing import Given, check_all
from tests.domain.proceeding.ladder import ladder
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
    order,
    ordered,
    party,
    per_day,
    registration,
)

D = day("2022-10-17")


class TestAWholeLife:
    def test_has_with_that_of_the_ladder_every_event_in_it(self):
        both = (*life().events, *ladder().events)
        assert {type(event) for event in both} == set(EVOLUTIONS)

    def test_passes_through_the_stages(self):
        given = life()
        stages = []
        state = ProceedingState()
        for event in given.events:
            state = evolve(state, event)
            stages.append(stage(state, event.on))
        assert list(dict.fromkeys(stages)) == [
            "not opened",
            "inquiry",
            "formal notice",
            "charges",
            "deliberation",
            "decided",
            "under appeal",
            "closed",
        ]

    def test_ends_closed(self):
        assert stage(life().state, day("2023-09-01")) == "closed"


class TestStage:
    def test_is_deliberation_once_the_time_to_answer_is_over(self):
        assert stage(charged().state, day("2022-08-16")) == "charges"
        assert stage(charged().state, day("2022-08-17")) == "deliberation"

    def test_is_so_whatever_the_period_is_called(self):
        assert stage(charged(law=IT).state, day("2022-08-16")) == "charges"
        assert stage(charged(law=IT).state, day("2022-08-17")) == "deliberation"

    def test_is_deliberation_after_the_hearing(self):
        given = charged().and_(HoldHearing(on=day("2022-07-20")))
        assert stage(given.state, day("2022-07-20")) == "deliberation"


class TestWithoutATextOfThePeriod:
    """Some decisions do not tell by when to comply: such an order is in force and never overdue."""

    GIVEN = charged().and_(decision(OrderMeasure(id="order", content=("Stop",), comply=None)))

    def test_an_order_never_falls_due(self):
        served = self.GIVEN.and_(Notify(on=day("2022-10-18"), of="sanction"))
        assert due_on(served.state, "order") is None
        assert order_status(self.GIVEN.state, self.GIVEN.state.orders[0], D) == "not notified"
        assert order_status(served.state, served.state.orders[0], D) == "in force"

    def test_an_order_of_a_lost_decision_is_not_notified(self):
        lost = attrs.evolve(self.GIVEN.state, acts=())
        assert order_status(lost, lost.orders[0], D) == "not notified"


class TestConditionsThatNoShippedLawSets:
    """Another rulebook may ask for these."""

    def case(self, given, **more):
        return Case(
            state=given.state, law=FR, on=day("2022-02-10"), power=NO_POWER, act="x", **more
        )

    def test_a_notice_must_have_run_out(self):
        condition = StatusIs(status=(("notice", "run out"),), cite="LIL 20")
        given = Given((registration(),), FR)
        defect = unmet(self.case(given), condition)
        assert (defect.rule, defect.asked) == ("notice run out", "absent")
        assert defect.message == "the notice is absent, not run out"
        noticed = given.and_(
            IssueFormalNotice(
                on=day("2021-11-26"),
                id="notice",
                alleges=(("faceprints", ("GDPR 6",)),),
                content=("Stop",),
                comply=TWO_MONTHS,
            ),
            Notify(on=day("2021-12-01"), of="notice"),
        )
        assert unmet(self.case(noticed), condition) is None
        assert unmet(self.case(noticed, target="notice"), condition) is None
        closed = noticed.and_(CloseNotice(on=day("2022-02-05"), of="notice"))
        assert unmet(self.case(closed), condition).asked == "closed"

    def test_an_order_that_nobody_knows_is_not_overdue(self):
        condition = StatusIs(status=(("order", "overdue"),))
        defect = unmet(self.case(ordered(), target="rumour"), condition)
        assert defect.asked == "unknown"

    @pytest.mark.parametrize(
        ("kind", "fits"), [("undertaking", True), ("", True), ("person", False)]
    )
    def test_an_addressee_must_be_of_a_kind_unless_that_is_unknown(self, kind, fits):
        condition = PartyIs(party="addressee", is_="undertaking")
        given = Given((registration(party(kind=kind)),), FR)
        defect = unmet(self.case(given), condition)
        assert (defect is None) is fits
        assert fits or defect.message == "clearview is a person, not a undertaking"

    def test_what_only_a_fine_can_hold_binds_nothing_else(self):
        assert unmet(self.case(charged()), Holds(holds="charged")) is None

    def test_a_fine_alone_can_lack_a_charge(self):
        law = changed(FR, "measures.reprimand.requires", "[{holds: charged}]")
        given = Given(charged().events, law)
        assert given.when(decision(order())).events


class TestMaximumOfSeveralTiers:
    BOTH = ("GDPR 6", "GDPR 31")

    def most(self, law, turnover=None):
        given = charged()
        return fine_maximum(
            given.state, law, D, provisions=self.BOTH, to=("clearview",), turnover=turnover
        )

    def test_is_that_of_the_gravest(self):
        assert self.most(FR).floor == eur(20_000_000)
        assert self.most(FR, eur(2_000_000_000)).ceiling == eur(80_000_000)

    def test_is_open_above_while_any_of_them_is(self):
        law = changed(FR, "maxima.upper.rule", "fixed")
        assert self.most(law) == Maximum(
            floor=eur(20_000_000),
            ceiling=None,
            cite="GDPR 83(5)",
            because="for GDPR 6: EUR 20 000 000",
        )

    def test_has_the_higher_of_both_ceilings(self):
        law = changed(changed(FR, "maxima.upper.rule", "lower"), "maxima.lower.rule", "fixed")
        most = self.most(law)
        assert (most.floor, most.ceiling) == (eur(10_000_000), eur(20_000_000))

    def test_is_none_where_nothing_can_be_fined(self):
        state = charged().state
        assert fine_maximum(state, FR, D, provisions=("GDPR 24",), to=("clearview",)) is None


class TestState:
    def test_knows_parties_and_what_measures_belong_to(self):
        state = ordered().state
        assert state.party("nobody") is None
        assert state.registered
        assert not ProceedingState().registered
        assert state.decision_of("injunction") == "sanction"
        assert state.decision_of("rumour") == "rumour"
        assert life().state.decision_of("liquidation") == "liquidation"

    def test_finds_and_replaces_entries_by_their_id(self):
        notices = life().state.notices
        assert named(notices, "rumour") is None
        (notice,) = notices
        closed = attrs.evolve(notice, closed_on=D)
        assert amended(life().state, notices=closed).notices == (closed,)

    def test_counts_as_taken_what_acts_and_measures_are_called(self):
        assert {"charges", "sanction", "injunction"} <= ordered().state.known_ids()


class TestTwoOfAKind:
    """What is said of one order or one fine leaves the other as it was."""

    GIVEN = decided(
        order(per_day(100_000), id="injunction"),
        order(per_day(50_000), id="second"),
        fine(eur(10), id="a"),
        fine(eur(20), id="b"),
    )

    def test_is_met_alone(self):
        given = self.GIVEN.and_(ShowCompliance(on=day("2022-12-21"), with_="injunction"))
        one, other = given.state.orders
        assert days_of_delay(given.state, one, day("2022-12-31")) == 2
        assert days_of_delay(given.state, other, day("2022-12-31")) == 12

    def test_is_liquidated_alone(self):
        given = self.GIVEN.and_(
            STATEMENT, Notify(on=day("2023-02-09"), of="liquidation proposal"), LIQUIDATION
        )
        one, other = given.state.orders
        assert accruing(given.state, one, day("2023-02-09")) == eur(0)
        assert accruing(given.state, other, day("2023-02-09")) == eur(2_600_000)

    def test_is_paid_alone(self):
        given = self.GIVEN.and_(Pay(on=day("2022-11-01"), for_="a", amount=eur(10)))
        assert [outstanding(given.state, one) for one in ("a", "b")] == [eur(0), eur(20)]


class TestEvolutionIsTotal:
    def test_a_notice_that_nobody_issued_can_be_closed(self):
        event = NoticeClosed(on=D, act="closure", of="rumour")
        assert evolve(ProceedingState(), event).acts[0].about == "rumour"

    def test_a_decision_may_come_first(self):
        event = DecisionAdopted(on=D, act="d", to=(), finds=(), dismisses=(), fault=(), turnover=())
        assert evolve(ProceedingState(), event).decisions[0].id == "d"

    def test_a_registration_may_come_twice(self):
        event = ProceedingRegistered(
            on=D, act="r", proceeding="p", rulebook="fr", currency="EUR", parties=(), conducts=()
        )
        assert evolve(life().state, event).id == "p"


class TestAFixedDayWithAPenalty:
    def test_counts_from_the_day_after_it(self):
        limit = TimeLimit.parse("by 2022-12-31")
        given = decided(fine(eur(1)), order(per_day(1), comply=limit, id="order"))
        assert order_status(given.state, given.state.orders[0], day("2022-12-31")) == "running"
        assert order_status(given.state, given.state.orders[0], day("2023-01-01")) == "overdue"

    def test_is_closed_by_an_act_of_its_own(self):
        given = ordered().and_(CloseOrder(on=day("2022-11-01"), of="injunction"))
        assert order_status(given.state, given.state.orders[0], day("2022-11-01")) == "closed"


class TestTheLadder:
    def test_adds_up_to_figures_by_hand(self):
        given = ladder()
        exposure = ExposureLedger(given.history).at(day("2021-02-01"), given.law)
        figures = {name: exposure.figure(name).minor // 100 for name in ("due", "paid")}
        # 1 000 less 100 corrected and 100 remitted; 80 % of the EUR 1 000 that was proposed
        assert figures == {"due": 800, "paid": 800}
        # 200 of the proposal, 100 and 100 of the fine, the costs, two days of the penalty waived
        assert exposure.figure("extinguished") == eur(200 + 100 + 100 + 100 + 20)

    def test_keeps_every_law(self):
        given = ladder()
        check_all(given.history, given.state, given.law, day("2021-02-01"))
