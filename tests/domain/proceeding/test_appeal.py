"""Appeals: in time, against what stands; judgments, and what falls with what they annul."""

import attrs
import pytest

from domain.proceeding.acts.appeal import AppealLodged, LodgeAppeal
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.compliance import ShowCompliance
from domain.proceeding.acts.judgment import AppealDecided, GiveJudgment
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Outcome
from domain.proceeding.measures import BanMeasure, ReprimandMeasure
from domain.proceeding.penalties import accruing, days_of_delay, ended_on
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount, order_status, outstanding, stage
from domain.rulebook.loading import DATA, changed, compose_text
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    GR,
    IT,
    LIQUIDATION,
    STATEMENT,
    charged,
    day,
    days,
    decided,
    decision,
    eur,
    fine,
    liquidated,
    order,
    ordered,
    party,
    per_day,
)

FINED = decided(fine(eur(1000)))
APPEAL = LodgeAppeal(on=day("2023-02-20"), against=("sanction",), to="Conseil d'Etat")
BOTH = decided(
    fine(eur(1000)),
    order(per_day(100_000), id="injunction"),
    ReprimandMeasure(),
    BanMeasure(content=("x",)),
)


def judgment(*rulings, on="2023-06-01", of="appeal"):
    return GiveJudgment(on=day(on), on_appeal=of, outcome=rulings)


def outcome(of, result="annulled", *, amount=None, because="", act="judgment"):
    return Outcome(
        of=of, on=day("2023-06-01"), result=result, act=act, amount=amount, because=because
    )


class TestTime:
    """Two months from the notification, four for an addressee abroad (CJA R421-1, R421-7)."""

    def test_is_four_months_for_a_company_abroad(self):
        FINED.when(APPEAL).then(
            AppealLodged(
                on=day("2023-02-20"),
                act="appeal",
                by="clearview",
                basis="CJA L4, R421-1",
                against=("sanction",),
                to="Conseil d'Etat",
                suspends=(),
            )
        )
        late = attrs.evolve(APPEAL, on=day("2023-02-21"))
        (defect,) = FINED.when(late).then_refused("irregular", ["appeal"]).defects
        assert defect.message == "the period for appeal ended on 20 February 2023"
        assert (defect.asked, defect.limit) == ("2023-02-21", "2023-02-20")
        assert defect.cite == "CJA L4, R421-1"

    def test_is_two_months_for_a_company_at_home(self):
        given = charged(party(country="FR")).and_(
            decision(fine(eur(1))), Notify(on=day("2022-10-18"), of="sanction")
        )
        assert given.when(attrs.evolve(APPEAL, on=day("2022-12-19"))).events
        late = attrs.evolve(APPEAL, on=day("2022-12-20"))
        given.when(late).then_refused("irregular", ["appeal"])

    def test_is_of_each_thing_that_the_appeal_is_against(self):
        given = liquidated()
        on = day("2023-06-01")
        assert given.when(LodgeAppeal(on=on, against=("liquidation",))).events
        both = LodgeAppeal(on=on, against=("liquidation", "injunction"))
        given.when(both).then_refused("irregular", ["appeal"])

    def test_is_of_each_party_its_own(self):
        given = charged(party("a"), party("b", country="FR")).and_(
            decision(fine(eur(1))),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-10-18"), of="sanction", to="b"),
        )
        assert given.when(attrs.evolve(APPEAL, by="a")).events
        given.when(attrs.evolve(APPEAL, by="b")).then_refused("irregular", ["appeal"])

    def test_out_of_it_is_recorded_despite_it(self):
        late = attrs.evolve(APPEAL, on=day("2023-03-01"), despite=(("appeal", "force majeure"),))
        (event,) = FINED.when(late).events
        assert [(d.rule, d.why) for d in event.defects] == [("appeal", "force majeure")]

    def test_never_ends_in_greece_where_none_is_modelled(self):
        given = decided(fine(eur(1)), law=GR)
        assert given.when(attrs.evolve(APPEAL, on=day("2029-01-01"), by="clearview")).events

    def test_is_sixty_days_for_a_company_abroad_in_italy(self):
        given = decided(fine(eur(1)), law=IT)
        assert given.when(attrs.evolve(APPEAL, on=day("2022-12-19"))).events
        late = attrs.evolve(APPEAL, on=day("2022-12-20"))
        given.when(late).then_refused("irregular", ["appeal"])

    def test_from_memory_only_warns(self):
        text = (DATA / "fr.yaml").read_text("utf-8")
        condition = "{before_end_of: appeal}"
        assert text.count(condition) == 1
        remembered = "{before_end_of: appeal, confidence: memory}"
        law = compose_text(text.replace(condition, remembered), "fr.yaml")
        given = Given(liquidated(law).events, law)
        both = LodgeAppeal(on=day("2023-06-01"), against=("liquidation", "injunction"))
        given.when(both).then_warned(["appeal"])


class TestAppeal:
    @pytest.mark.parametrize("against", [(), ("rumour",), ("charges",), ("sanction", "rumour")])
    def test_is_against_something_that_stands(self, against):
        FINED.when(attrs.evolve(APPEAL, against=against)).then_refused("impossible", ["against"])

    def test_may_be_against_one_measure_alone(self):
        assert BOTH.when(attrs.evolve(APPEAL, against=("fine",))).events

    def test_is_not_for_the_authority(self):
        FINED.when(attrs.evolve(APPEAL, by="cnil")).then_refused("irregular", ["organ"])

    def test_is_pending_once_for_each_party(self):
        given = FINED.and_(APPEAL)
        given.when(APPEAL).then_refused("impossible", ["against"])
        # nor against a part of what is under appeal already
        fined = attrs.evolve(APPEAL, against=("fine",))
        given.when(fined).then_refused("impossible", ["against"])

    def test_of_one_party_does_not_bar_that_of_another(self):
        given = charged(party("a"), party("b")).and_(
            decision(fine(eur(1))),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-10-18"), of="sanction", to="b"),
            attrs.evolve(APPEAL, by="a"),
        )
        assert given.when(attrs.evolve(APPEAL, by="b")).events[0].act == "appeal-2"

    def test_suspends_what_the_rulebook_says(self):
        law = changed(FR, "acts.appeal.suspends", "[fine, order, reprimand, liquidation]")
        (event,) = Given(BOTH.events, law).when(APPEAL).events
        assert event.suspends == ("fine", "injunction", "reprimand")
        (event,) = (
            Given(liquidated().events, law)
            .when(LodgeAppeal(on=day("2023-06-01"), against=("liquidation",)))
            .events
        )
        assert event.suspends == ("liquidation",)

    def test_brings_the_proceeding_under_appeal_and_back(self):
        given = FINED.and_(APPEAL)
        assert stage(given.state, day("2023-02-20")) == "under appeal"
        judged = given.and_(judgment(Ruling(of="sanction", result="upheld")))
        assert stage(judged.state, day("2023-06-01")) == "decided"

    def test_keeps_the_file_open(self):
        closing = CloseProceeding(on=day("2023-03-01"))
        FINED.and_(APPEAL).when(closing).then_refused("irregular", ["under appeal"])


class TestJudgment:
    GIVEN = BOTH.and_(APPEAL)

    def test_may_uphold(self):
        when = self.GIVEN.when(judgment(Ruling(of="sanction", result="upheld"))).then(
            AppealDecided(
                on=day("2023-06-01"),
                act="judgment",
                by="council",
                basis="model",
                on_appeal="appeal",
                outcomes=(outcome("sanction", "upheld"),),
                to=("clearview", "cnil"),
            )
        )
        state = when.after.state
        assert state.annulled == frozenset()
        assert state.appeals[0].decided_on == day("2023-06-01")

    def test_that_annuls_a_decision_takes_all_of_it(self):
        when = self.GIVEN.when(judgment(Ruling(of="sanction", result="annulled")))
        because = "it rested on sanction"
        assert when.events[0].outcomes == (
            outcome("sanction"),
            outcome("fine", because=because),
            outcome("injunction", because=because),
            outcome("reprimand", because=because),
            outcome("ban", because=because),
        )
        state = when.after.state
        assert outstanding(state, "fine") == eur(0)
        assert order_status(state, state.orders[0], day("2023-06-01")) == "annulled"
        assert state.acts_of("decision") == ()

    def test_that_annuls_an_order_takes_its_liquidations_along(self):
        given = liquidated().and_(
            attrs.evolve(
                APPEAL, against=("injunction",), on=day("2023-04-13"), despite=(("appeal", "late"),)
            )
        )
        when = given.when(judgment(Ruling(of="injunction", result="annulled")))
        assert when.events[0].outcomes == (
            outcome("injunction"),
            outcome("liquidation", because="it rested on injunction"),
        )
        state = when.after.state
        assert outstanding(state, "liquidation") == eur(0)
        assert accruing(state, state.orders[0], day("2023-07-01")) == eur(0)

    def test_that_annuls_a_decision_takes_the_liquidations_of_its_orders_too(self):
        given = liquidated().and_(
            attrs.evolve(APPEAL, on=day("2023-04-13"), despite=(("appeal", "late"),))
        )
        when = given.when(judgment(Ruling(of="sanction", result="annulled")))
        assert [o.of for o in when.events[0].outcomes] == ["sanction", "injunction", "liquidation"]

    def test_that_annuls_a_fine_alone_leaves_the_rest(self):
        state = self.GIVEN.when(judgment(Ruling(of="fine", result="annulled"))).after.state
        assert state.annulled == {"fine"}
        assert order_status(state, state.orders[0], day("2023-06-01")) == "overdue"

    def test_may_set_another_sum(self):
        ruling = Ruling(of="fine", result="varied", amount=eur(400))
        when = self.GIVEN.when(judgment(ruling))
        assert when.events[0].outcomes == (outcome("fine", "varied", amount=eur(400)),)
        state = when.after.state
        assert current_amount(state, "fine", eur(1000)) == eur(400)
        assert outstanding(state, "fine") == eur(400)

    def test_ends_the_delay_of_an_order_that_it_annuls(self):
        state = self.GIVEN.when(judgment(Ruling(of="injunction", result="annulled"))).after.state
        (injunction,) = state.orders
        assert ended_on(state, injunction) == day("2023-06-01")
        until = days_of_delay(state, injunction, day("2023-06-01"))
        assert days_of_delay(state, injunction, day("2023-12-01")) == until

    @pytest.mark.parametrize(
        ("rulings", "message"),
        [
            ((), "the judgment must name at least 1"),
            ((Ruling(of="rumour", result="upheld"),), "names rumour, which is none of: ban, fine"),
            ((Ruling(of="fine", result="upheld"),) * 2, "the judgment rules twice on fine"),
            (
                (Ruling(of="fine", result="liked"),),
                "'liked' is none of: upheld, annulled, annulled in part,",
            ),
            ((Ruling(of="fine", result="varied"),), "must set a sum where it varies one"),
            (
                (Ruling(of="fine", result="upheld", amount=eur(1)),),
                "must set a sum where it varies one, and only there",
            ),
            (
                (Ruling(of="injunction", result="varied", amount=eur(1)),),
                "cannot set a sum for injunction, which is none",
            ),
            (
                (Ruling(of="fine", result="varied", amount=attrs.evolve(eur(1), currency="USD")),),
                "the judgment sets another currency",
            ),
            (
                (Ruling(of="fine", result="varied", amount=eur(0)),),
                "the judgment is not above zero",
            ),
        ],
    )
    def test_rules_on_what_is_under_appeal_once_and_in_its_currency(self, rulings, message):
        refusal = self.GIVEN.when(judgment(*rulings)).then_refused("impossible")
        assert message in str(refusal)
        assert {d.rule for d in refusal.defects} == {"outcome"}

    def test_is_on_an_appeal_that_is_pending(self):
        upheld = judgment(Ruling(of="sanction", result="upheld"))
        refusal = FINED.when(upheld).then_refused("impossible")
        assert "the appeal appeal cannot be named: there is none" in str(refusal)
        self.GIVEN.and_(upheld).when(upheld).then_refused("impossible")

    def test_is_for_the_court(self):
        wrong = attrs.evolve(judgment(Ruling(of="sanction", result="upheld")), by="clearview")
        self.GIVEN.when(wrong).then_refused("irregular", ["organ"])

    def test_leaves_nothing_of_an_annulled_act_to_appeal_against(self):
        annulled = self.GIVEN.and_(judgment(Ruling(of="sanction", result="annulled")))
        for against in ("sanction", "fine"):
            command = LodgeAppeal(on=day("2023-06-02"), against=(against,))
            annulled.when(command).then_refused("impossible", ["against"])


class TestWhatAnAnnulmentOpensAgain:
    def test_is_not_the_day_of_a_liquidation(self):
        given = liquidated().and_(
            LodgeAppeal(on=day("2023-06-01"), against=("liquidation",)),
            judgment(Ruling(of="liquidation", result="annulled"), on="2023-07-03"),
            attrs.evolve(STATEMENT, on=day("2023-07-04"), covers=days("2023-04-14..2023-07-04")),
            Notify(on=day("2023-07-04"), of="liquidation proposal-2"),
        )
        again = attrs.evolve(LIQUIDATION, on=day("2023-08-01"))
        given.when(again).then_refused("irregular", ["days of delay"])

    def test_is_the_way_to_decide_anew(self):
        annulled = BOTH.and_(APPEAL, judgment(Ruling(of="sanction", result="annulled")))
        assert stage(annulled.state, day("2023-06-01")) == "deliberation"
        again = attrs.evolve(decision(fine(eur(500), id="less"), on="2023-06-02"), id="anew")
        assert annulled.when(again).events


def test_a_met_order_that_is_annulled_is_annulled():
    given = ordered().and_(
        ShowCompliance(on=day("2022-12-01"), with_="injunction"),
        APPEAL,
        judgment(Ruling(of="sanction", result="annulled")),
    )
    assert order_status(given.state, given.state.orders[0], day("2023-06-01")) == "annulled"
