"""The ledger and the status over several instances, day by day, with figures worked out by hand."""

import attrs
import pytest

from domain.money import Money, Rate
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import PenaltyRun
from domain.proceeding.measures import BanMeasure, CostsMeasure, PenaltyMeasure
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import DATA, changed, compose_text, load_rulebook
from projections.exposure import ExposureLedger
from projections.status import NextStep, Status
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    day,
    decided,
    decision,
    eur,
    fine,
    order,
    party,
    registration,
)


def gbp(amount):
    return Money(amount * 100, "GBP")


def court(key):
    return party(key, kind="", country="", role="court")


def figures(given, on):
    exposure = ExposureLedger(given.history).at(day(on), given.law)
    states = ("not_due", "suspended", "due", "paid", "refundable", "extinguished")
    found = {state: exposure.figure(state).minor // 100 for state in states}
    return {state: amount for state, amount in found.items() if amount}


def status(given, on):
    return Status(given.history).at(day(on), given.law)


def rulings(**outcome):
    return tuple(
        Ruling(of=of, result=word)
        if isinstance(word, str)
        else Ruling(of=of, result="varied", amount=word)
        for of, word in outcome.items()
    )


class TestClearviewInTheUnitedKingdom:
    """GBP 7 552 800 of 18 May 2022: annulled in 2023, alive again since 6 October 2025."""

    FOUND = (("faceprints", ("UK-GDPR 5", "UK-GDPR 6")),)
    ICO = attrs.evolve(registration().parties[0], key="ico", country="GB")
    FILE = attrs.evolve(
        registration(authority=ICO),
        on=day("2021-11-01"),
        parties=(ICO, party(), court("ftt"), court("ut")),
    )
    FINE = fine(gbp(7_552_800), id="penalty")
    GB = load_rulebook("gb")
    GIVEN = Given(
        (
            FILE,
            IssueCharges(on=day("2021-11-29"), alleges=FOUND),
            Notify(on=day("2021-11-29"), of="charges"),
            decision(FINE, order(id="enforcement"), on="2022-05-18", finds=FOUND),
            Notify(on=day("2022-05-18"), of="sanction"),
            LodgeAppeal(
                on=day("2022-06-29"),
                against=("sanction",),
                to="ftt",
                despite=(("appeal", "42 days where the rule says 28"),),
            ),
            GiveJudgment(
                on=day("2023-10-17"),
                id="ftt-judgment",
                by="ftt",
                on_appeal="appeal",
                outcome=rulings(sanction="annulled"),
            ),
            LodgeAppeal(
                on=day("2023-11-14"),
                id="further",
                by="ico",
                against=("ftt-judgment",),
                to="ut",
            ),
            GiveJudgment(
                on=day("2025-10-06"),
                by="ut",
                on_appeal="further",
                outcome=(Ruling(of="ftt-judgment", result="set aside"),),
                remitted_to="ftt",
            ),
        ),
        GB,
    )

    @pytest.mark.parametrize(
        ("on", "figure"),
        [
            ("2022-05-17", None),
            ("2022-05-18", "not_due"),
            ("2022-06-15", "not_due"),
            ("2022-06-16", "due"),
            ("2022-06-28", "due"),
            ("2022-06-29", "suspended"),
            ("2023-10-16", "suspended"),
            ("2023-10-17", "extinguished"),
            ("2025-10-05", "extinguished"),
            ("2025-10-06", "suspended"),
            ("2026-11-24", "suspended"),
        ],
    )
    def test_the_penalty_is_in_one_state_each_day(self, on, figure):
        wanted = {} if figure is None else {figure: 7_552_800}
        assert figures(self.GIVEN, on) == wanted

    @pytest.mark.parametrize(
        ("on", "penalty", "enforcement", "stage"),
        [
            ("2022-06-15", "imposed", "running", "decided"),
            ("2022-06-28", "final", "running", "decided"),
            ("2022-06-29", "suspended", "running", "under appeal"),
            ("2022-07-19", "suspended", "overdue", "under appeal"),
            ("2023-10-17", "annulled", "annulled", "deliberation"),
            ("2023-11-14", "annulled", "annulled", "under appeal"),
            ("2025-10-06", "suspended", "overdue", "under appeal"),
        ],
    )
    def test_each_notice_has_its_status_each_day(self, on, penalty, enforcement, stage):
        found = status(self.GIVEN, on)
        statuses = (found.of("penalty").status, found.of("enforcement").status, found.stage)
        assert statuses == (penalty, enforcement, stage)

    def test_the_court_where_it_pends_is_named_with_its_appeal(self):
        found = status(self.GIVEN, "2025-10-06")
        assert found.of("penalty").force.instance == "ftt"
        assert found.of("penalty").force.final_on is None
        step = NextStep(party="ftt", what="has to decide the appeal of clearview", until=None)
        assert step in found.next_steps
        before = status(self.GIVEN, "2024-01-01")
        assert before.of("penalty").force.instance == "ut"

    def test_the_line_that_revives_it_names_both_judgments(self):
        exposure = ExposureLedger(self.GIVEN.history).at(day("2025-10-06"), self.GB)
        last = exposure.lines("suspended")[-1]
        assert (last.on, last.amount, last.act) == (day("2025-10-06"), gbp(7_552_800), "judgment-2")
        assert last.text == "revived: ftt-judgment is set aside; it rested on sanction"


class TestAustrianPost:
    """18 million and 1.8 million costs; annulled, set aside, then 16 and 1.6 million."""

    DSB = attrs.evolve(registration().parties[0], key="dsb", country="AT")
    FILE = attrs.evolve(
        registration(authority=DSB),
        on=day("2019-02-20"),
        parties=(DSB, party("post", country="AT"), court("bvwg"), court("vwgh")),
    )
    PAID = Given(
        (
            FILE,
            IssueCharges(on=day("2019-02-20"), alleges=ALLEGED),
            Notify(on=day("2019-02-20"), of="charges"),
            decision(
                fine(eur(18_000_000), id="fine"),
                CostsMeasure(id="costs", amount=eur(1_800_000), of="fine"),
                on="2019-10-23",
            ),
            Notify(on=day("2019-10-28"), of="sanction"),
            LodgeAppeal(on=day("2019-11-25"), against=("sanction",), to="bvwg"),
            GiveJudgment(
                on=day("2020-11-26"),
                id="first",
                by="bvwg",
                on_appeal="appeal",
                outcome=rulings(sanction="annulled"),
            ),
            LodgeAppeal(
                on=day("2020-12-20"), id="further", by="dsb", against=("first",), to="vwgh"
            ),
            GiveJudgment(
                on=day("2024-02-01"),
                by="vwgh",
                on_appeal="further",
                outcome=(Ruling(of="first", result="set aside"),),
                remitted_to="bvwg",
            ),
            GiveJudgment(
                on=day("2024-12-27"),
                id="second",
                by="bvwg",
                on_appeal="appeal",
                outcome=rulings(fine=eur(16_000_000), costs=eur(1_600_000)),
            ),
        ),
        load_rulebook("at"),
    )

    @pytest.mark.parametrize(
        ("on", "wanted"),
        [
            ("2019-10-27", {"not_due": 19_800_000}),
            ("2019-10-28", {"due": 19_800_000}),
            ("2020-11-25", {"due": 19_800_000}),
            ("2020-11-26", {"extinguished": 19_800_000}),
            ("2024-01-31", {"extinguished": 19_800_000}),
            ("2024-02-01", {"due": 19_800_000}),
            ("2024-12-26", {"due": 19_800_000}),
            ("2024-12-27", {"due": 17_600_000, "extinguished": 2_200_000}),
        ],
    )
    def test_fine_and_costs_go_down_and_up_together(self, on, wanted):
        assert figures(self.PAID, on) == wanted

    def test_is_not_known_to_be_final_while_an_upper_court_is_left(self):
        for on in ("2024-12-26", "2024-12-27"):
            assert status(self.PAID, on).of("fine").force.final_on is None

    def test_what_was_paid_is_to_be_given_back_and_then_paid_again(self):
        paid = Given(
            (
                *self.PAID.past[:6],
                Pay(on=day("2020-01-10"), for_="fine", amount=eur(18_000_000)),
                *self.PAID.past[6:],
            ),
            self.PAID.law,
        )
        assert figures(paid, "2020-11-26") == {"refundable": 18_000_000, "extinguished": 1_800_000}
        assert figures(paid, "2024-02-01") == {"paid": 18_000_000, "due": 1_800_000}
        assert figures(paid, "2024-12-27") == {
            "paid": 16_000_000,
            "due": 1_600_000,
            "refundable": 2_000_000,
            "extinguished": 200_000,
        }


def test_suspension_by_law_revives_with_an_appeal_that_is_sent_back():
    law = changed(FR, "acts.appeal.suspends", "[fine]")
    given = Given(decided(fine(eur(10), id="fine")).past, law).and_(
        LodgeAppeal(on=day("2022-12-01"), against=("fine",)),
        GiveJudgment(on=day("2023-06-01"), on_appeal="appeal", outcome=rulings(fine="upheld")),
        LodgeAppeal(on=day("2023-07-01"), id="further", by="clearview", against=("judgment",)),
        GiveJudgment(
            on=day("2023-09-01"),
            on_appeal="further",
            outcome=rulings(judgment="set aside"),
            remitted_to="council",
        ),
    )
    found = [figures(given, on) for on in ("2022-12-01", "2023-06-01", "2023-09-01")]
    assert found == [{"suspended": 10}, {"due": 10}, {"suspended": 10}]


class TestAPeriodForAFurtherAppeal:
    """No shipped rulebook has one; where a law sets it, each party has its own."""

    ACT = (
        "acts:\n  further appeal: [{since: ..2018-05-25, act: appeal, to: Council,"
        " against: judgment,"
        " requires: [{before_end_of: further appeal}], cite: CJA L4, confidence: memory}]\n"
    )
    PERIOD = (
        "periods:\n  further appeal: [{since: ..2018-05-25, length: 1 month, from: judgment,"
        " runs_for: authority, cite: CJA L4, confidence: memory}]\n"
    )
    TEXT = (DATA / "fr.yaml").read_text("utf-8")
    LAW = compose_text(
        TEXT.replace("\nacts:\n", f"\n{ACT}", 1).replace("\nperiods:\n", f"\n{PERIOD}", 1),
        "fr.yaml",
    )
    GIVEN = Given(decided(fine(eur(10), id="fine")).past, LAW).and_(
        LodgeAppeal(on=day("2022-12-01"), against=("fine",)),
        GiveJudgment(on=day("2023-06-01"), on_appeal="appeal", outcome=rulings(fine="annulled")),
    )

    def test_runs_for_who_may_appeal(self):
        further = LodgeAppeal(on=day("2023-07-03"), by="cnil", against=("judgment",))
        in_time = self.GIVEN.when(further)
        assert in_time.events[0].to == "Council"
        late = attrs.evolve(further, on=day("2023-07-04"))
        assert [one.rule for one in self.GIVEN.when(late).then_warned()] == ["further appeal"]

    def test_keeps_a_measure_from_being_final(self):
        found = [status(self.GIVEN, on).of("fine").force for on in ("2023-07-03", "2023-07-04")]
        assert [force.appeal_by for force in found] == [day("2023-07-03")] * 2
        assert [force.final_on for force in found] == [None, day("2023-07-04")]


class TestMetaInNorway:
    """The Board revoked the daily fine with all effect, and did not hear the appeal on the ban."""

    TILSYNET = attrs.evolve(registration().parties[0], key="tilsynet", country="NO")
    GIVEN = Given(
        (
            attrs.evolve(
                registration(authority=TILSYNET),
                parties=(TILSYNET, party("meta", country="IE"), court("board")),
            ),
            AdoptDecision(
                on=day("2023-07-14"),
                id="ban-decision",
                finds=(),
                fault=(),
                measures=(
                    BanMeasure(
                        id="ban",
                        content=("No behavioural advertising",),
                        from_day=day("2023-08-04"),
                        until=day("2023-11-03"),
                    ),
                ),
            ),
            Notify(on=day("2023-07-14"), of="ban-decision"),
            AdoptDecision(
                on=day("2023-08-07"),
                id="penalty-decision",
                finds=(),
                fault=(),
                measures=(
                    PenaltyMeasure(
                        id="penalty",
                        of="ban",
                        rate=Rate.parse("NOK 1 000 000 per day"),
                        run=PenaltyRun(from_day=day("2023-08-14"), until=day("2023-11-03")),
                    ),
                ),
            ),
            Notify(on=day("2023-08-07"), of="penalty-decision"),
            LodgeAppeal(on=day("2023-08-28"), by="meta", against=("penalty", "ban"), to="board"),
            GiveJudgment(
                on=day("2024-06-18"),
                on_appeal="appeal",
                outcome=rulings(penalty="revoked", ban="inadmissible"),
            ),
        ),
        load_rulebook("nor"),
    )

    def accruing(self, on):
        return ExposureLedger(self.GIVEN.history).at(day(on), self.GIVEN.law).figure("accruing")

    def test_eighty_two_days_accrue_and_are_gone_with_the_penalty(self):
        found = [self.accruing(on).minor // 100 for on in ("2023-08-14", "2024-06-17")]
        assert found == [1_000_000, 82_000_000]
        assert self.accruing("2024-06-18").minor == 0
        assert figures(self.GIVEN, "2024-06-18") == {"extinguished": 82_000_000}

    def test_the_ban_stands_and_can_be_appealed_again(self):
        assert self.GIVEN.state.annulled == {"penalty"}
        again = LodgeAppeal(on=day("2024-07-01"), by="meta", against=("ban",))
        assert self.GIVEN.when(again).events
