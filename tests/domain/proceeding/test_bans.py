"""Bans, their end and conditions, penalties apart from them, orders of every kind, amendments."""

import attrs
import pytest

from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.acts.amendment import AmendMeasure
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.inquiry import OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Party, PenaltyRun
from domain.proceeding.measures import (
    BanMeasure,
    CertificationMeasure,
    FlowSuspensionMeasure,
    PenaltyMeasure,
    PenaltyWarningMeasure,
    PublicationMeasure,
    WarningMeasure,
)
from domain.proceeding.penalties import accruing, days_of_delay, penalty_status, run_up
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import due_on, lasting_status, order_status
from showcause.testing import Given
from tests.domain.proceeding.penalised import DK, IE, NOR, decided, exposure, of, order
from tests.domain.proceeding.stories import FR, day, party, registration
from tests.domain.proceeding.stories import decided as decided_in_france


def statuses(given, measure, *texts):
    (found,) = [one for one in given.state.other_measures if one.id == measure]
    return [lasting_status(given.state, found, day(text)) for text in texts]


def order_on(given, text, name="order"):
    (found,) = [one for one in given.state.orders if one.id == name]
    return order_status(given.state, found, day(text))


class TestNorway:
    """A ban from 4 August to 3 November 2023, and NOK 1 000 000 a day from 14 August on."""

    BAN = BanMeasure(
        id="ban",
        content=("No behavioural advertising",),
        from_day=day("2023-08-04"),
        until=day("2023-11-03"),
    )
    PENALTY = PenaltyMeasure(
        id="penalty",
        of="ban",
        rate=Rate.parse("NOK 1 000 000 per day"),
        run=PenaltyRun(from_day=day("2023-08-14"), until=day("2023-11-03")),
        liable="jointly",
    )
    WARNING = PenaltyWarningMeasure(
        of="ban", rate=Rate.parse("NOK 1 000 000 per day"), content=("We may fine you",)
    )
    FILE = registration(
        party("meta-ireland", country="IE"),
        party("facebook-norway", country="NO"),
        on="2023-05-05",
        authority=Party(key="datatilsynet", role="authority", country="NO"),
    )
    BANNED = Given((FILE,), NOR).and_(
        AdoptDecision(on=day("2023-07-14"), id="decision", by="datatilsynet", measures=(BAN,)),
        Notify(on=day("2023-07-14"), of="decision", to="meta-ireland"),
        Notify(on=day("2023-07-14"), of="decision", to="facebook-norway"),
    )
    SET = BANNED.and_(
        AdoptDecision(on=day("2023-08-07"), id="fine-a-day", measures=(PENALTY,)),
        Notify(on=day("2023-08-07"), of="fine-a-day", to="meta-ireland"),
        Notify(on=day("2023-08-07"), of="fine-a-day", to="facebook-norway"),
    )

    @pytest.mark.parametrize("places", [(0, 1, 2), (2, 1, 0)])
    def test_warns_of_a_penalty_and_sets_one_in_the_decision_of_the_ban(self, places):
        named = (self.BAN, self.WARNING, self.PENALTY)
        measures = tuple(named[place] for place in places)
        command = AdoptDecision(on=day("2023-07-14"), id="decision", measures=measures)
        given = Given((self.FILE,), NOR).and_(command)
        assert run_up(given.state, of(given, "penalty"), day("2023-08-15")) == Money.parse(
            "NOK 2 000 000"
        )
        kinds = [type(event).__name__ for event in given.events[-3:]]
        assert kinds[0] == "BanImposed"
        assert sorted(kinds[1:]) == ["PenaltySet", "PenaltyWarned"]

    def test_a_decision_by_way_of_urgency_warns_of_a_penalty(self):
        urgent = AdoptDecision(
            on=day("2023-07-14"), procedure="provisional", measures=(self.BAN, self.WARNING)
        )
        assert Given((self.FILE,), NOR).when(urgent).events

    def test_a_warning_about_what_no_decision_gives_is_refused(self):
        alone = AdoptDecision(on=day("2023-07-14"), measures=(self.WARNING,))
        assert "a warning about ban" in str(Given((self.FILE,), NOR).when(alone).then_refused())

    def test_bans_from_its_first_day_to_its_last(self):
        texts = ("2023-08-03", "2023-08-04", "2023-11-03", "2023-11-04")
        assert statuses(self.BANNED, "ban", *texts) == [
            "not yet in force",
            "in force",
            "in force",
            "lapsed",
        ]

    def test_runs_82_days_to_82_million(self):
        penalty = of(self.SET, "penalty")
        counted = [
            days_of_delay(self.SET.state, penalty, day(text))
            for text in ("2023-08-13", "2023-08-14", "2023-11-03", "2023-12-31")
        ]
        assert counted == [0, 1, 82, 82]
        assert run_up(self.SET.state, penalty, day("2023-12-31")) == Money.parse("NOK 82 000 000")
        assert penalty.liable == "jointly"

    def test_has_a_status_of_its_own(self):
        penalty = of(self.SET, "penalty")
        texts = ("2023-08-13", "2023-08-14", "2023-11-04")
        found = [penalty_status(self.SET.state, penalty, day(text)) for text in texts]
        assert found == ["not started", "accruing", "ended"]

    def test_stops_when_compliance_with_the_ban_is_shown_by_both(self):
        given = self.SET.and_(
            ShowCompliance(on=day("2023-08-20"), with_="ban", by="meta-ireland"),
            ShowCompliance(on=day("2023-08-23"), with_="ban", by="facebook-norway"),
        )
        assert days_of_delay(given.state, of(given, "penalty"), day("2023-11-03")) == 10

    def test_is_revoked_by_a_judgment_with_all_effect(self):
        given = self.SET.and_(
            LodgeAppeal(on=day("2023-08-28"), against=("penalty",), by="meta-ireland"),
            GiveJudgment(
                on=day("2024-06-18"),
                on_appeal="appeal",
                outcome=(Ruling(of="penalty", result="revoked"),),
            ),
        )
        before, after = exposure(self.SET, "2024-06-17"), exposure(given, "2024-06-18")
        assert before.figure("accruing") == Money.parse("NOK 82 000 000")
        assert after.figure("accruing") == Money.zero("NOK")
        assert after.figure("extinguished") == Money.parse("NOK 82 000 000")
        assert penalty_status(given.state, of(given, "penalty"), day("2024-06-18")) == "revoked"
        assert statuses(given, "ban", "2023-10-01") == ["in force"]

    def test_announces_a_penalty_without_cost(self):
        given = self.BANNED.and_(
            AdoptDecision(on=day("2023-07-14"), id="warned", measures=(self.WARNING,))
        )
        assert given.events[-1].rate == Rate.parse("NOK 1 000 000 per day")
        assert exposure(given, "2023-10-01").movements == ()
        assert exposure(given, "2023-10-01").stakes == ()

    def test_has_no_legal_basis_where_the_case_is_not_purely_national(self):
        denied = AdoptDecision(
            on=day("2023-08-07"), measures=(self.PENALTY,), denies=("the case is purely national",)
        )
        self.BANNED.when(denied).then_refused("irregular", ["the case is purely national"])

    def test_is_for_an_order_or_a_ban_that_there_is(self):
        wrong = attrs.evolve(self.PENALTY, of="rumour")
        refusal = self.BANNED.when(
            AdoptDecision(on=day("2023-08-07"), measures=(wrong,))
        ).then_refused("impossible", ["of"])
        assert "rumour is none of: ban" in str(refusal)


class TestHelsingor:
    """DK: a limitation under a condition; a ban reworded, suspended twice, at last taken back."""

    LIMIT = BanMeasure(
        id="limitation",
        content=("No processing in the programs",),
        from_day=day("2021-11-02"),
        condition="the assessment shows a high risk that is not reduced by 1 November 2021",
    )
    GIVEN = decided(DK, LIMIT, on="2021-09-10")
    BAN = BanMeasure(id="ban", content=("No processing in the programs",))
    BANNED = decided(DK, BAN, on="2022-07-14")

    def test_a_ban_under_a_condition_arises_when_that_is_found_met(self):
        assert statuses(self.GIVEN, "limitation", "2022-03-01") == ["not yet in force"]
        met = self.GIVEN.and_(
            FindCompliance(on=day("2022-03-01"), of="limitation", result="condition met")
        )
        assert statuses(met, "limitation", "2022-03-01") == ["in force"]
        again = FindCompliance(on=day("2022-03-02"), of="limitation", result="condition met")
        met.when(again).then_refused("impossible", ["result"])

    def test_only_a_ban_under_a_condition_waits_for_one(self):
        wrong = FindCompliance(on=day("2022-08-01"), of="ban", result="condition met")
        self.BANNED.when(wrong).then_refused("impossible", ["result"])

    def test_a_ban_is_suspended_to_a_day_and_then_without_one(self):
        first = self.BANNED.and_(
            AmendMeasure(
                on=day("2022-08-18"), of="ban", content=("No processing until compliance",)
            ),
            AmendMeasure(
                on=day("2022-09-08"),
                of="ban",
                suspended=True,
                suspended_until=day("2022-11-05"),
            ),
        )
        assert first.state.other_measures[0].content == ("No processing until compliance",)
        assert statuses(first, "ban", "2022-09-07", "2022-09-08", "2022-11-05", "2022-11-06") == [
            "in force",
            "suspended",
            "suspended",
            "in force",
        ]
        second = first.and_(AmendMeasure(on=day("2022-11-04"), of="ban", suspended=True))
        assert statuses(second, "ban", "2024-01-29") == ["suspended"]
        resumed = second.and_(AmendMeasure(on=day("2024-01-30"), of="ban", resumed=True))
        assert statuses(resumed, "ban", "2024-01-29", "2024-01-30") == ["suspended", "in force"]
        revoked = second.and_(AmendMeasure(on=day("2024-01-30"), of="ban", revoked="from now on"))
        assert statuses(revoked, "ban", "2024-01-30") == ["revoked"]

    def test_a_ban_can_be_given_another_last_day(self):
        longer = self.BANNED.and_(
            AmendMeasure(on=day("2022-08-18"), of="ban", until=day("2022-12-31"))
        )
        assert statuses(longer, "ban", "2022-12-31", "2023-01-01") == ["in force", "lapsed"]

    def test_a_ban_that_lapsed_does_not_come_back(self):
        longer = AmendMeasure(on=day("2022-08-18"), of="ban", until=day("2022-12-31"))
        late = AmendMeasure(on=day("2023-01-20"), of="ban", until=day("2023-03-31"))
        refusal = self.BANNED.and_(longer).when(late).then_refused("impossible", ["of"])
        assert str(refusal) == "amendment: the measure ban lapsed on 31 December 2022"
        last_day = attrs.evolve(late, on=day("2022-12-31"))
        assert self.BANNED.and_(longer).when(last_day).events

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({}, "changes nothing"),
            ({"until": day("2022-08-17")}, "its last day is before 18 August 2022"),
            ({"suspended": True, "resumed": True}, "suspends and resumes at once"),
            ({"suspended_until": day("2023-01-01")}, "names an end of a suspension"),
            (
                {"suspended": True, "suspended_until": day("2022-08-01")},
                "suspends until 2022-08-01, which is over",
            ),
            ({"resumed": True}, "resumes what is not suspended"),
            ({"revoked": "from now on", "content": ("x",)}, "revokes the measure, and changes it"),
            ({"revoked": "at will"}, "at will is none of"),
            ({"comply": TimeLimit.parse("by 2023-01-01")}, "is only for an order"),
        ],
    )
    def test_an_amendment_says_what_it_can(self, changes, message):
        command = AmendMeasure(on=day("2022-08-18"), of="ban", **changes)
        refusal = self.BANNED.when(command).then_refused("impossible")
        assert message in str(refusal)

    def test_what_was_taken_back_is_amended_no_more(self):
        revoked = self.BANNED.and_(
            AmendMeasure(on=day("2022-08-18"), of="ban", revoked="from now on")
        )
        again = AmendMeasure(on=day("2022-08-19"), of="ban", content=("x",))
        revoked.when(again).then_refused("impossible", ["of"])


class TestAmendedOrders:
    def test_more_time_may_run_from_the_notification_of_the_amendment(self):
        limit = TimeLimit.parse("within 10 days of notification")
        given = decided(DK, order(comply="by 2022-11-03"), on="2022-09-08").and_(
            AmendMeasure(on=day("2022-10-20"), id="more", of="order", comply=limit)
        )
        assert due_on(given.state, "order") == day("2022-11-03")
        served = given.and_(Notify(on=day("2022-10-28"), of="more"))
        assert due_on(served.state, "order") == day("2022-11-07")

    def test_an_order_that_was_taken_back_is_lifted(self):
        given = decided(DK, order(comply="by 2022-11-03"), on="2022-09-08").and_(
            AmendMeasure(on=day("2022-10-20"), of="order", revoked="from now on")
        )
        assert order_on(given, "2022-12-01") == "lifted"

    def test_what_had_run_up_before_can_still_be_liquidated(self):
        given = decided_in_france(order(comply="by 2022-12-19", rate="EUR 10 per day")).and_(
            AmendMeasure(on=day("2022-12-24"), of="order", revoked="from now on")
        )
        assert accruing(given.state, of(given), day("2023-06-01")) == Money.parse("EUR 50")
        undone = decided_in_france(order(comply="by 2022-12-19", rate="EUR 10 per day")).and_(
            AmendMeasure(on=day("2022-12-24"), of="order", revoked="with all effect")
        )
        assert accruing(undone.state, of(undone), day("2023-06-01")) == Money.parse("EUR 0")
        assert exposure(undone, "2023-06-01").figure("extinguished") == Money.parse("EUR 50")


class TestALimitUnlessAppealed:
    """FI: a report by 31 January 2022 unless appealed."""

    GIVEN = decided(DK, order(comply=None, report="by 2022-01-31 unless appealed"), on="2021-11-09")

    def test_is_a_day_of_its_own(self):
        assert due_on(self.GIVEN.state, "order", "report") == day("2022-01-31")
        assert order_on(self.GIVEN, "2022-01-31") == "running"
        assert order_on(self.GIVEN, "2022-02-01") == "overdue"

    def test_falls_away_with_an_appeal_in_time(self):
        appealed = self.GIVEN.and_(
            LodgeAppeal(on=day("2022-01-31"), against=("order",), by="clearview")
        )
        assert due_on(appealed.state, "order", "report") is None
        assert order_on(appealed, "2022-03-01") == "in force"

    def test_stays_when_the_appeal_comes_after_it(self):
        late = self.GIVEN.and_(
            LodgeAppeal(on=day("2022-02-01"), against=("order",), by="clearview")
        )
        assert order_on(late, "2022-03-01") == "overdue"


class TestTheEndOfTheAppealPeriod:
    """IE: six months from the end of the 28 days in which the decision can be appealed."""

    LIMIT = "within 6 months of the end of the appeal period"

    def test_starts_the_period_to_comply(self):
        authority = Party(key="dpc", role="authority", country="IE")
        file = registration(party(), on="2021-09-14", authority=authority)
        given = Given((file,), IE).and_(
            OpenInquiry(on=day("2021-09-14"), by="dpc"),
            AdoptDecision(
                on=day("2025-05-02"),
                id="decision",
                by="dpc",
                measures=(order(comply=self.LIMIT),),
            ),
            Notify(on=day("2025-05-02"), of="decision"),
        )
        # 28 days from Friday 2 May end on Friday 30 May; six months on, Sunday 30 November
        assert due_on(given.state, "decision", "appeal") == day("2025-05-30")
        assert due_on(given.state, "order") == day("2025-12-01")
        assert order_on(given, "2025-12-01") == "running"

    def test_leaves_the_order_without_a_day_where_the_law_has_no_such_period(self):
        given = decided(DK, order(comply=self.LIMIT), on="2022-09-08")
        assert due_on(given.state, "order") is None
        assert order_on(given, "2023-09-08") == "in force"


class TestThePowersOfArticle58:
    @pytest.mark.parametrize("letter", ["c", "d", "e", "g"])
    def test_an_order_rests_on_one_of_four(self, letter):
        one = attrs.evolve(order(), under=f"GDPR 58(2)({letter})")
        assert decided(DK, one, on="2022-09-08").state.orders[0].under == f"GDPR 58(2)({letter})"

    @pytest.mark.parametrize(
        "measure",
        [
            attrs.evolve(order(), under="GDPR 58(2)(a)"),
            attrs.evolve(order(), under="GDPR 58(2)(f)"),
            BanMeasure(content=("x",), under="GDPR 58(2)(d)"),
            FlowSuspensionMeasure(content=("x",), under="GDPR 58(2)(h)"),
        ],
    )
    def test_a_measure_cannot_rest_on_another_power(self, measure):
        command = AdoptDecision(on=day("2022-09-08"), by="authority", measures=(measure,))
        refusal = FILE.when(command).then_refused("irregular", ["under"])
        assert f"cannot rest on {measure.under}" in str(refusal)

    def test_flows_are_suspended_and_certifications_withdrawn(self):
        given = decided(
            DK,
            FlowSuspensionMeasure(
                id="flows",
                content=("No transfers",),
                under="GDPR 58(2)(j)",
                until=day("2022-12-31"),
            ),
            CertificationMeasure(id="seal", content=("Withdraw it",), under="GDPR 58(2)(h)"),
            on="2022-09-08",
        )
        assert statuses(given, "flows", "2022-12-31", "2023-01-01") == ["in force", "lapsed"]
        assert statuses(given, "seal", "2023-01-01") == ["in force"]

    def test_a_warning_for_what_has_happened_is_refused(self):
        past = AdoptDecision(
            on=day("2022-09-08"),
            by="authority",
            measures=(WarningMeasure(content=("Do not",)),),
            denies=("the processing is intended and has not begun",),
        )
        refusal = FILE.when(past).then_refused("irregular")
        assert refusal.defects[0].cite == "GDPR 58(2)(a)"
        lawful = attrs.evolve(past, denies=())
        assert FILE.when(lawful).events[1].content == ("Do not",)

    def test_a_decision_that_finds_an_infringement_warns_of_other_processing_alone(self):
        intended = "the processing is intended and has not begun"
        finding = AdoptDecision(
            on=day("2022-09-08"),
            by="authority",
            finds=(("faceprints", ("GDPR 6",)),),
            measures=(WarningMeasure(content=("Do not",)),),
        )
        (defect,) = FILE.when(finding).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("finding", "GDPR 58(2)(a)")
        assert FILE.when(attrs.evolve(finding, states=(intended,))).events

    def test_a_last_day_is_not_before_the_first(self):
        ban = BanMeasure(content=("x",), from_day=day("2022-10-01"), until=day("2022-09-30"))
        command = AdoptDecision(on=day("2022-09-08"), by="authority", measures=(ban,))
        assert "ends before it begins" in str(FILE.when(command).then_refused("impossible"))

    def test_publication_is_no_measure_where_the_law_has_none(self):
        command = AdoptDecision(
            on=day("2022-09-08"), by="authority", measures=(PublicationMeasure(),)
        )
        FILE.when(command).then_refused("irregular", ["power"])
        assert FR.has("measures", "publication")


FILE = Given(
    (
        registration(
            party(),
            on="2018-06-01",
            authority=Party(key="authority", role="authority", country="DK"),
        ),
    ),
    DK,
)
