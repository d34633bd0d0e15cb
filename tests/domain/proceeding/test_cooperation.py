"""Several authorities: WhatsApp before the Irish authority, day by day, and mutual assistance."""

import attrs
import pytest

from domain.proceeding.acts.cooperation import (
    AnswerAssistance,
    ChangeLead,
    DecideDispute,
    Object,
    Refer,
    RequestAssistance,
    ReviseDraft,
    ShareDraft,
)
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.inquiry import OpenInquiry
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import BanMeasure, ReprimandMeasure
from domain.proceeding.standing import in_dispute, stage
from domain.rulebook.loading import compose_text
from projections import DeadlineRegister
from showcause.testing import Given
from tests.domain.proceeding.stories import day

LAW = compose_text(
    "rulebook: lead\ntitle: Lead\nextends: [eu-gdpr]\ncountry: IE\ncurrency: EUR\n"
    "time_rule: union periods\ncalendar: IE\n",
    "lead.yaml",
)
PARTIES = (
    Party(key="dpc", role="authority", country="IE"),
    Party(key="whatsapp", role="addressee", kind="undertaking", main_establishment="IE"),
    *(Party(key=key, role="other authority") for key in ("bfdi", "naih", "ap", "cnil")),
    Party(key="edpb", role="board"),
)
DRAFT = ShareDraft(on=day("2020-12-24"), id="draft", proposes=("EUR 30 to 50 million",))


def file(*parties):
    return Given(
        (
            RegisterProceeding(
                on=day("2018-12-10"),
                proceeding="file",
                parties=parties or PARTIES,
                conducts=(Conduct(key="notices"),),
            ),
            OpenInquiry(on=day("2018-12-10")),
        ),
        LAW,
    )


SHARED = file().and_(DRAFT)
OBJECTED = SHARED.and_(Object(on=day("2021-01-21"), by="bfdi", against="draft"))
REFERRED = OBJECTED.and_(Refer(on=day("2021-06-03"), of="draft"))
BOUND = REFERRED.and_(
    DecideDispute(on=day("2021-07-28"), answers="referral", requires=("A higher fine",)),
    Notify(on=day("2021-07-30"), of="binding decision", to="dpc"),
)


def decide(on, **more):
    return AdoptDecision(
        on=day(on),
        finds=(("notices", ("GDPR 14",)),),
        measures=(ReprimandMeasure(),),
        **more,
    )


def ends(given, of):
    return {period.name: period.deadline.on for period in given.state.periods_of(of)}


class TestDraft:
    def test_starts_four_weeks_for_each_authority_concerned(self):
        # Thursday 24 December 2020 and four weeks: Thursday 21 January 2021, day 28
        assert ends(SHARED, "draft") == {"reasoned objection": day("2021-01-21")}
        runs = SHARED.state.periods_of("draft")
        assert [period.party for period in runs] == ["bfdi", "naih", "ap", "cnil"]
        assert {period.silence for period in runs} == {"agreement"}

    def test_is_for_who_leads(self):
        elsewhere = tuple(
            attrs.evolve(one, main_establishment="LU") if one.key == "whatsapp" else one
            for one in PARTIES
        )
        (defect,) = file(*elsewhere).when(DRAFT).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("main establishment", "GDPR 56(1)")

    def test_of_a_controller_without_an_establishment_is_for_nobody(self):
        nowhere = tuple(
            attrs.evolve(one, main_establishment="none") if one.key == "whatsapp" else one
            for one in PARTIES
        )
        refusal = file(*nowhere).when(DRAFT).then_refused("irregular", ["main establishment"])
        assert "no main establishment in the Union" in str(refusal)

    def test_under_the_law_of_no_country_says_so(self):
        law = compose_text(
            "rulebook: union\ntitle: Union\nextends: [eu-gdpr]\ncurrency: EUR\n"
            "time_rule: union periods\ncalendar: IE\n",
            "union.yaml",
        )
        refusal = Given(file().past, law).when(DRAFT).then_refused("irregular")
        assert "whatsapp has its own in IE, and this rulebook is of no country" in str(refusal)

    def test_holds_the_decision_back_while_they_may_object(self):
        (defect,) = SHARED.when(decide("2021-01-21")).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("reasoned objection", "GDPR 60(4)")

    def test_is_agreed_to_by_silence(self):
        assert SHARED.when(decide("2021-01-22")).events
        (found, *_) = DeadlineRegister(SHARED.history).at(day("2021-01-22"), LAW)
        assert found.status == "agreement by silence"


class TestObjection:
    def test_is_in_time_on_day_28(self):
        assert SHARED.when(Object(on=day("2021-01-21"), by="ap", against="draft")).events

    @pytest.mark.parametrize("on", ["2021-01-22", "2021-01-27"])
    def test_in_week_five_is_refused_with_its_provision(self, on):
        late = Object(on=day(on), by="ap", against="draft")
        (defect,) = SHARED.when(late).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("reasoned objection", "GDPR 60(4)")
        assert "ended on 21 January 2021" in defect.message

    def test_that_came_late_is_recorded_and_makes_no_dispute(self):
        late = Object(
            on=day("2021-01-22"),
            by="cnil",
            against="draft",
            despite=(("reasoned objection", "the text counts it"),),
        )
        assert not in_dispute(SHARED.and_(late).state)

    def test_says_who_objects(self):
        nobody = Object(on=day("2021-01-21"), against="draft")
        SHARED.when(nobody).then_refused("impossible", ["by"])

    def test_in_time_makes_a_dispute(self):
        assert stage(OBJECTED.state, day("2021-02-01")) == "dispute"

    def test_keeps_the_authority_from_deciding(self):
        (defect,) = OBJECTED.when(decide("2021-07-01")).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("dispute", "GDPR 65(4)")

    def test_may_be_followed_by_a_revised_draft(self):
        given = OBJECTED.and_(ReviseDraft(on=day("2021-02-01"), replaces="draft"))
        # two weeks from Monday 1 February
        assert ends(given, "revised draft") == {"objection to a revised draft": day("2021-02-15")}
        assert not in_dispute(given.state)
        late = Object(on=day("2021-02-16"), by="ap", against="revised draft")
        (defect,) = given.when(late).then_refused("irregular").defects
        assert defect.cite == "GDPR 60(5)"
        assert given.when(decide("2021-02-16")).events


class TestBoard:
    def test_has_a_month_then_two_then_two_weeks_more(self):
        # 3 June 2021: 3 July is a Saturday, moved to Monday 5; 3 August; 3 August + 14 = 17 August
        assert ends(REFERRED, "referral") == {
            "binding decision": day("2021-07-05"),
            "binding decision on a complex matter": day("2021-08-03"),
            "binding decision by simple majority": day("2021-08-17"),
        }

    def test_decides_within_them(self):
        late = DecideDispute(on=day("2021-08-18"), answers="referral")
        (defect,) = REFERRED.when(late).then_refused("irregular").defects
        assert defect.cite == "GDPR 65(3)"

    def test_ends_the_dispute(self):
        assert stage(BOUND.state, day("2021-08-01")) != "dispute"

    def test_leaves_a_month_for_the_final_decision(self):
        # notified on 30 July 2021: 30 August, a Monday
        assert ends(BOUND, "binding decision") == {"final decision": day("2021-08-30")}
        assert BOUND.when(decide("2021-08-20", carries_out="binding decision")).events
        (defect,) = BOUND.when(decide("2021-08-31")).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("final decision", "GDPR 65(6)")

    def test_decides_an_urgent_question_in_two_weeks(self):
        given = file().and_(Refer(on=day("2023-09-26"), procedure="urgent"))
        assert ends(given, "referral") == {"urgent binding decision": day("2023-10-10")}

    def test_is_asked_about_a_draft_that_is_objected_to(self):
        SHARED.when(Refer(on=day("2021-02-01"), of="draft")).then_refused("impossible", ["of"])


class TestAssistance:
    ASKED = file().and_(RequestAssistance(on=day("2023-05-05"), to=("cnil",)))

    def ban(self, **more):
        banned = BanMeasure(content=("Stop",), until=day("2023-09-01"))
        return AdoptDecision(
            on=day("2023-07-14"), procedure="provisional", measures=(banned,), **more
        )

    def test_is_due_in_a_month(self):
        # Monday 5 June 2023 is a public holiday in Ireland
        assert ends(self.ASKED, "mutual assistance request") == {
            "mutual assistance": day("2023-06-06")
        }

    def test_without_an_answer_lets_urgency_be_presumed(self):
        denied = self.ban(denies=("there is an urgent need to act",))
        assert self.ASKED.when(denied).events
        file().when(denied).then_refused("irregular")

    def test_is_answered_by_who_was_asked(self):
        answer = AnswerAssistance(
            on=day("2023-06-02"), by="cnil", answers="mutual assistance request", result="declined"
        )
        assert self.ASKED.when(answer).events
        self.ASKED.when(attrs.evolve(answer, by="ap")).then_refused("impossible", ["answers"])


def test_another_authority_can_come_to_lead():
    (event,) = file().when(ChangeLead(on=day("2024-01-01"), by="dpc", to="cnil")).events
    assert event.to == "cnil"


class TestChangeOfLead:
    CHANGE = ChangeLead(on=day("2020-02-01"), by="dpc", to="bfdi")

    def test_passes_the_powers_to_the_new_lead_from_that_day(self):
        led = file().and_(self.CHANGE)
        assert led.when(decide("2020-02-01", by="bfdi")).events
        (defect,) = led.when(decide("2020-02-01", by="dpc")).then_refused("irregular").defects
        assert defect.rule == "organ"
        (draft, *_) = led.when(attrs.evolve(DRAFT, by="bfdi")).events
        assert draft.to == ("dpc", "naih", "ap", "cnil")

    def test_leaves_them_before_that_day_with_the_old_one(self):
        assert file().when(decide("2020-01-31", by="dpc")).events
        file().when(decide("2020-01-31", by="bfdi")).then_refused("irregular", ["organ"])

    def test_passes_what_still_runs_for_the_lead(self):
        led = BOUND.and_(attrs.evolve(self.CHANGE, on=day("2021-08-02")))
        (period,) = led.state.periods_of("binding decision")
        assert (period.party, period.deadline.on) == ("bfdi", day("2021-08-30"))
        (defect,) = led.when(decide("2021-08-31", by="bfdi")).then_refused("irregular").defects
        assert defect.rule == "final decision"

    def test_of_a_part_leaves_the_lead_as_it_is(self):
        parted = file().and_(attrs.evolve(self.CHANGE, what="What lasts"))
        assert parted.when(decide("2020-02-01", by="dpc")).events

    def test_is_not_to_who_leads_already(self):
        again = attrs.evolve(self.CHANGE, to="dpc")
        file().when(again).then_refused("impossible", ["to"])
