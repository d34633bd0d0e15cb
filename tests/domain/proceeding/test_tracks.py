"""Ordinary, simplified and urgent procedure: their organs, measures, limits and periods."""

import attrs
import pytest

from domain.proceeding.acts.amendment import AmendMeasure
from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.hearing import Reply, SummonToHearing
from domain.proceeding.acts.inquiry import AppointRapporteur
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.procedure import ChangeProcedure
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.deciding import options
from domain.proceeding.measures import BanMeasure, OrderMeasure, ReprimandMeasure
from domain.proceeding.messages import Refusal
from domain.proceeding.offers import Offer
from domain.proceeding.tracks import powers_for, procedure_of
from domain.rulebook.loading import compose_text
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    NEGLIGENT,
    TWO_MONTHS,
    day,
    eur,
    fine,
    per_day,
    registration,
)


def filed(into, on="2023-01-02"):
    """A file on a track, charged on 1 February 2023 and served that day."""
    return Given((registration(),), FR).and_(
        AppointRapporteur(on=day(on)),
        ChangeProcedure(on=day(on), by="chair", into=into),
        IssueCharges(on=day("2023-02-01"), alleges=ALLEGED),
        Notify(on=day("2023-02-01"), of="charges"),
    )


def alone(*measures, by="single member", on="2023-04-03", **more):
    return AdoptDecision(
        on=day(on),
        id="ordonnance",
        by=by,
        finds=ALLEGED,
        fault=NEGLIGENT,
        measures=measures,
        **more,
    )


SIMPLIFIED = filed("simplified")


class TestChangeOfProcedure:
    def test_moves_the_file_from_the_ordinary_procedure(self):
        assert procedure_of(Given((registration(),), FR).state) == "ordinary"
        assert procedure_of(SIMPLIFIED.state) == "simplified"

    def test_may_be_undone_so_that_the_file_returns(self):
        back = ChangeProcedure(on=day("2023-02-02"), by="single member", into="ordinary")
        assert procedure_of(SIMPLIFIED.and_(back).state) == "ordinary"

    def test_into_the_same_is_impossible(self):
        again = ChangeProcedure(on=day("2023-02-02"), by="chair", into="simplified")
        SIMPLIFIED.when(again).then_refused("impossible", ["into"])

    def test_into_one_that_the_law_does_not_know_yet_is_impossible(self):
        early = ChangeProcedure(on=day("2021-06-01"), by="chair", into="simplified")
        Given((registration(),), FR).when(early).then_refused("impossible", ["into"])


class TestSimplifiedProcedure:
    def test_a_single_member_fines_up_to_20_000(self):
        events = SIMPLIFIED.when(alone(fine(eur(20_000)))).events
        assert events[0].procedure == "simplified"
        assert events[0].basis == "LIL 22-1"

    def test_a_fine_of_20_001_is_refused_with_its_provision(self):
        refusal = SIMPLIFIED.when(alone(fine(eur(20_001)))).then_refused("irregular")
        (defect,) = refusal.defects
        assert (defect.rule, defect.cite) == ("fine.amount", "LIL 22-1")
        assert (defect.asked, defect.limit) == ("EUR 20 001", "EUR 20 000")

    def test_it_can_be_recorded_with_its_defect(self):
        told = alone(fine(eur(20_001)), despite=(("fine.amount", "so it was"),))
        (found,) = [e for e in SIMPLIFIED.when(told).events if e.defects]
        assert found.defects[0].why == "so it was"

    def test_a_penalty_of_101_a_day_is_refused(self):
        order = OrderMeasure(content=("Answer",), comply=TWO_MONTHS, penalty=per_day(101))
        refusal = SIMPLIFIED.when(alone(order)).then_refused("irregular", ["penalty.rate"])
        assert refusal.defects[0].limit == "EUR 100 per day"
        assert SIMPLIFIED.when(alone(attrs.evolve(order, penalty=per_day(100)))).events

    def test_takes_no_ban(self):
        refusal = SIMPLIFIED.when(alone(BanMeasure(content=("Stop",)))).then_refused("irregular")
        assert [(d.rule, d.cite) for d in refusal.defects] == [("may", "LIL 22-1")]
        assert SIMPLIFIED.when(alone(ReprimandMeasure())).events

    def test_is_not_for_the_committee(self):
        refused = SIMPLIFIED.when(alone(fine(eur(1)), by="restricted committee"))
        refused.then_refused("irregular", ["organ"])

    def test_hears_the_addressee_first(self):
        early = alone(fine(eur(1)), on="2023-02-20")
        SIMPLIFIED.when(early).then_refused("irregular", ["observations"])

    def test_is_never_public(self):
        decided = SIMPLIFIED.and_(alone(fine(eur(20_000))))
        refusal = decided.when(Publish(on=day("2023-04-04"), of="ordonnance")).then_refused()
        assert [(d.rule, d.cite) for d in refusal.defects] == [("publication", "LIL 22-1")]
        answers = options(decided.state, decided.law, day("2023-04-04"))
        (offered,) = [a for a in answers if (a.act, a.target) == ("publication", "ordonnance")]
        assert offered == attrs.evolve(refusal, target="ordonnance", by=offered.by)

    def test_a_single_member_does_not_decide_in_the_ordinary_one(self):
        given = Given((registration(),), FR).and_(
            AppointRapporteur(on=day("2023-01-02")),
            IssueCharges(on=day("2023-02-01"), alleges=ALLEGED),
            Notify(on=day("2023-02-01"), of="charges"),
        )
        given.when(alone(fine(eur(1)))).then_refused("irregular", ["organ"])

    def test_a_decision_that_names_it_in_another_file_is_refused_for_that(self):
        text = (
            "rulebook: only\ntitle: Only\nextends: [eu-gdpr]\ncountry: FR\ncurrency: EUR\n"
            "time_rule: union periods\ncalendar: FR\ninstruments: {ONE: Law}\nacts:\n"
            "  reply: [{since: 2019, by: authority, when: {procedure: simplified}, cite: ONE 1,"
            " confidence: memory}]\n"
        )
        law = compose_text(text, "only.yaml")
        given = Given((registration(),), law).and_(
            IssueCharges(on=day("2023-02-01"), alleges=ALLEGED),
            MakeRepresentations(on=day("2023-02-02"), answers="charges"),
        )
        verdict = given.when(Reply(on=day("2023-02-03"), answers="representations")).verdict
        assert [w.rule for w in verdict.warnings] == ["procedure"]

    def test_is_what_options_show(self):
        answers = options(SIMPLIFIED.state, FR, day("2023-04-03"))
        (offer,) = [a for a in answers if a.act == "decision"]
        assert isinstance(offer, Offer)
        assert offer.by == ("single member",)
        assert offer.supposes == ("no particular difficulty",)


class TestUrgentProcedure:
    def test_leaves_eight_days_for_observations(self):
        (period,) = filed("urgent").state.periods_of("charges")
        # 1 February and eight days
        assert (period.name, period.deadline.on) == ("observations in urgency", day("2023-02-09"))

    def test_then_the_committee_decides(self):
        urgent = filed("urgent")
        committee = {"by": "restricted committee"}
        assert urgent.when(alone(fine(eur(1)), on="2023-02-10", **committee)).events
        early = alone(fine(eur(1)), on="2023-02-09", **committee)
        urgent.when(early).then_refused("irregular", ["observations in urgency"])


class TestHearingSummons:
    def summons(self, on, for_, **more):
        return SummonToHearing(on=day(on), for_=day(for_), **more)

    CHARGED = Given((registration(),), FR).and_(
        AppointRapporteur(on=day("2020-06-02")), IssueCharges(on=day("2020-08-12"), alleges=ALLEGED)
    )

    def test_came_a_month_before_by_the_text_of_2019(self):
        assert self.CHARGED.when(self.summons("2020-10-12", "2020-11-12")).events
        late = self.CHARGED.when(self.summons("2020-10-13", "2020-11-12")).then_refused()
        (defect,) = late.defects
        assert (defect.rule, defect.cite) == ("hearing summons", "DEC 41")

    def test_comes_fifteen_days_before_now(self):
        assert self.CHARGED.when(self.summons("2023-11-15", "2023-11-30")).events
        self.CHARGED.when(self.summons("2023-11-16", "2023-11-30")).then_refused(
            "irregular", ["hearing summons"]
        )

    def test_of_a_postponed_hearing_comes_seven_days_before(self):
        given = self.CHARGED.and_(self.summons("2023-10-20", "2023-11-16"))
        moved = self.summons("2023-11-09", "2023-11-30", replaces="hearing summons")
        assert given.when(moved).events
        short = self.summons("2023-11-09", "2023-11-15", replaces="hearing summons")
        given.when(short).then_refused("irregular", ["hearing summons after a postponement"])

    def test_in_urgency_comes_eight_days_before(self):
        urgent = filed("urgent")
        assert urgent.when(self.summons("2023-02-02", "2023-02-10")).events
        urgent.when(self.summons("2023-02-03", "2023-02-10")).then_refused(
            "irregular", ["hearing summons in urgency"]
        )


class TestSecondRound:
    def replied(self, year):
        return Given((registration(),), FR).and_(
            AppointRapporteur(on=day(f"{year}-06-02")),
            IssueCharges(on=day(f"{year}-08-12"), alleges=ALLEGED),
            Notify(on=day(f"{year}-08-12"), of="charges"),
            MakeRepresentations(on=day(f"{year}-09-05"), by="clearview", answers="charges"),
            Reply(on=day(f"{year}-10-09"), by="rapporteur", answers="representations"),
            Notify(on=day(f"{year}-10-09"), of="reply"),
        )

    @pytest.mark.parametrize(("year", "due"), [("2020", "2020-10-26"), ("2023", "2023-11-09")])
    def test_runs_fifteen_days_and_since_2022_a_month(self, year, due):
        # 24 October 2020 is a Saturday: moved to Monday 26 October, as in SAN-2020-012
        (period,) = self.replied(year).state.periods_of("reply")
        assert period.deadline.on == day(due)

    def test_leaves_the_addressee_the_last_word(self):
        given = self.replied("2023")
        committee = {"by": "restricted committee", "on": "2023-11-09"}
        given.when(alone(fine(eur(1)), **committee)).then_refused(
            "irregular", ["second observations"]
        )
        said = MakeRepresentations(on=day("2023-11-08"), by="clearview", answers="reply")
        assert given.and_(said).when(alone(fine(eur(1)), **committee)).events


class TestProvisionalMeasure:
    GIVEN = Given((registration(),), FR)

    def ban(self, first, last, **more):
        banned = BanMeasure(
            id="ban", content=("No profiling",), from_day=day(first), until=last and day(last)
        )
        return AdoptDecision(
            on=day("2023-07-14"),
            by="restricted committee",
            procedure="provisional",
            measures=(banned,),
            **more,
        )

    def test_lasts_three_months_at_most(self):
        # 4 August to 3 November is three months to the day: the Norwegian ban of 2023
        assert self.GIVEN.when(self.ban("2023-08-04", "2023-11-03")).events
        over = self.GIVEN.when(self.ban("2023-08-04", "2023-11-04")).then_refused("irregular")
        assert ("ban.length", "GDPR 66(1)") in {(d.rule, d.cite) for d in over.defects}

    def test_of_four_months_is_refused_with_its_provision(self):
        refusal = self.GIVEN.when(self.ban("2023-08-04", "2023-12-03")).then_refused("irregular")
        (defect,) = [d for d in refusal.defects if d.rule == "ban.length"]
        assert defect.cite == "GDPR 66(1)"
        assert defect.limit == "until 3 November 2023"

    def test_without_an_end_is_refused(self):
        refusal = self.GIVEN.when(self.ban("2023-08-04", None)).then_refused("irregular")
        assert "ban.length" in {d.rule for d in refusal.defects}

    def test_is_lengthened_up_to_three_months_from_its_first_day(self):
        # of the three months from 4 August the ban took two; 3 November is their last day
        given = self.GIVEN.and_(self.ban("2023-08-04", "2023-10-03"))
        longer = AmendMeasure(on=day("2023-09-20"), of="ban", until=day("2023-11-03"))
        assert given.when(longer).events
        over = attrs.evolve(longer, until=day("2023-11-04"))
        (defect,) = given.when(over).then_refused("irregular", ["ban.length"]).defects
        assert (defect.cite, defect.limit) == ("GDPR 66(1)", "until 3 November 2023")

    def test_does_not_wait_for_the_observations_of_the_ordinary_procedure(self):
        powers = powers_for(FR, "decision", day("2023-07-14"), "provisional")
        asked = {one.cite for power in powers for one in power.requires}
        assert {power.by for power in powers} == {("restricted committee",)}
        assert "DEC 40" not in asked
        assert self.GIVEN.when(self.ban("2023-08-04", "2023-11-03")).events

    def test_is_no_fine(self):
        told = attrs.evolve(
            self.ban("2023-08-04", "2023-11-03"),
            finds=ALLEGED,
            fault=NEGLIGENT,
            measures=(fine(eur(1)),),
        )
        refusal = self.GIVEN.when(told).then_refused("irregular")
        assert "may" in {d.rule for d in refusal.defects}

    def test_needs_urgency(self):
        denied = attrs.evolve(
            self.ban("2023-08-04", "2023-11-03"), denies=("there is an urgent need to act",)
        )
        assert isinstance(self.GIVEN.when(denied).verdict, Refusal)


class TestWaiving:
    LAW = compose_text(
        "rulebook: waiving\ntitle: Waiving\nextends: [fr]\ninstruments: {ONE: Law}\nacts:\n"
        "  payment: [{since: 2019, by: addressee, requires: [{waives: appeal}], cite: ONE 85,"
        " confidence: verified, read_in: ONE}]\n",
        "waiving.yaml",
    )

    def given(self):
        return SIMPLIFIED.and_(alone(fine(eur(5_000), id="fine")))

    def pay(self, **more):
        return Pay(on=day("2023-05-02"), by="clearview", for_="fine", amount=eur(5_000), **more)

    def test_is_asked_of_the_act_itself(self):
        given = Given(self.given().past, self.LAW)
        assert given.when(self.pay(waives=("appeal",))).events
        (defect,) = given.when(self.pay()).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("waives appeal", "ONE 85")

    def test_is_an_if_in_an_offer(self):
        given = Given(self.given().past, self.LAW)
        (offer,) = [
            a for a in options(given.state, self.LAW, day("2023-05-02")) if a.act == "payment"
        ]
        assert isinstance(offer, Offer)
        assert "appeal is waived" in offer.supposes
