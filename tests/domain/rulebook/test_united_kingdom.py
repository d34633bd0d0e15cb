"""The ICO: notice of intent, penalty within six months of it, tribunal, upper tribunal."""

import attrs
import pytest

from domain.money import Money
from domain.periods import TimeLimit
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.extension import ExtendPeriod
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.service import Notify
from domain.proceeding.acts.turnover import EstablishTurnover
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.national import File, day, ends, figure, fine, from_memory, order

GB = load_rulebook("gb")
DPP = File(
    law=GB,
    infringed=("UK-GDPR 5(1)(f)", "UK-GDPR 32(1)", "UK-GDPR 32(2)", "UK-GDPR 33(1)"),
    opened="2022-07-17",
)
INTENDED = DPP.charged("2024-12-11")
"""Notice of intent to DPP Law (penalty notice, introduction)."""
PENALISED = INTENDED.and_(
    DPP.decision("2025-04-14", fine("GBP 60 000")), Notify(on=day("2025-04-14"), of="decision")
)


def pounds(text):
    return Money.parse(f"GBP {text}")


class TestMaximum:
    def most(self, *provisions, turnover=None, kind="undertaking"):
        given = attrs.evolve(DPP, kind=kind).registered()
        found = fine_maximum(
            given.state,
            GB,
            day("2025-04-14"),
            provisions=provisions,
            to=("firm",),
            turnover=turnover,
        )
        return None if found is None else (found.floor, found.ceiling)

    @pytest.mark.parametrize(
        ("turnover", "standard", "higher"),
        [
            ("3 486 494", "8 700 000", "17 500 000"),  # 4 % are GBP 139 459.76
            ("435 000 000", "8 700 000", "17 500 000"),  # 2 % are the fixed sum, 4 % 17.4 million
            ("437 500 000", "8 750 000", "17 500 000"),
            ("1 000 000 000", "20 000 000", "40 000 000"),
        ],
    )
    def test_is_the_fixed_sum_or_the_share_whichever_is_higher(self, turnover, standard, higher):
        base = pounds(turnover)
        assert self.most("UK-GDPR 32(1)", turnover=base) == (pounds(standard), pounds(standard))
        assert self.most("UK-GDPR 5(1)(f)", turnover=base) == (pounds(higher), pounds(higher))

    def test_of_linked_infringements_is_that_of_the_gravest(self):
        both = self.most(*DPP.infringed, turnover=pounds("3 486 494"))
        assert both == (pounds("17 500 000"), pounds("17 500 000"))

    def test_is_open_above_while_the_turnover_is_unknown(self):
        assert self.most("UK-GDPR 5(1)(f)") == (pounds("17 500 000"), None)

    def test_knows_no_provision_of_the_european_regulation(self):
        assert self.most("GDPR 5(1)(f)") is None

    def test_bounds_the_fine_of_a_decision(self):
        known = INTENDED.and_(
            EstablishTurnover(
                on=day("2025-01-10"), of="firm", year="2024", amount=pounds("3 486 494")
            )
        )
        refusal = known.when(DPP.decision("2025-04-14", fine("GBP 17 500 000.01"))).then_refused(
            "irregular", ["maximum"]
        )
        assert refusal.defects[0].limit == "GBP 17 500 000"
        assert refusal.defects[0].cite == "UK-GDPR 83"


class TestNoticeOfIntent:
    def test_comes_before_a_penalty(self):
        refusal = DPP.registered().when(DPP.decision("2025-04-14", fine("GBP 60 000")))
        assert "charge" in {d.rule for d in refusal.then_refused("irregular").defects}

    def test_leaves_six_months_that_begin_with_its_day(self):
        assert ends(INTENDED, "penalty notice") == ["2025-06-10"]

    def test_lets_a_penalty_follow_on_the_last_day_and_not_after_it(self):
        assert INTENDED.when(DPP.decision("2025-06-10", fine("GBP 60 000"))).events
        late = INTENDED.when(DPP.decision("2025-06-11", fine("GBP 60 000")))
        (defect,) = late.then_refused("irregular", ["penalty notice"]).defects
        assert defect.message == "the period for penalty notice ended on 10 June 2025"
        assert defect.cite == "DPA Sch 16 para 2"

    def test_does_not_bound_an_enforcement_notice(self):
        assert INTENDED.when(DPP.decision("2025-12-01", order())).events

    def test_leaves_21_days_to_answer_which_from_memory_only_warn(self):
        # 21 days from 11 December end on 1 January, a holiday
        assert ends(INTENDED, "representations") == ["2025-01-02"]
        early = INTENDED.when(DPP.decision("2025-01-02", fine("GBP 60 000")))
        early.then_warned(["representations"])


class TestAppeal:
    def test_is_in_time_for_28_days(self):
        assert ends(PENALISED, "appeal") == ["2025-05-12"]
        appeal = LodgeAppeal(on=day("2025-05-12"), against=("fine",))
        assert PENALISED.when(appeal).events[0].to == "First-tier Tribunal"
        late = attrs.evolve(appeal, on=day("2025-05-13"))
        PENALISED.when(late).then_refused("irregular", ["appeal"])

    def test_of_clearview_was_lodged_on_day_42(self):
        file = attrs.evolve(DPP, infringed=("UK-GDPR 5(1)(a)",), opened="2020-07-01")
        given = file.charged("2021-11-29").and_(
            file.decision("2022-05-18", fine("GBP 7 552 800"), order()),
            Notify(on=day("2022-05-18"), of="decision"),
        )
        assert ends(given, "appeal") == ["2022-06-15"]
        appeal = LodgeAppeal(on=day("2022-06-29"), against=("decision",))
        (defect,) = given.when(appeal).then_refused("irregular", ["appeal"]).defects
        assert defect.cite == "DPA 162"

    def test_suspends_the_fine_which_lives_again_when_the_judgment_is_set_aside(self):
        appealed = PENALISED.and_(LodgeAppeal(on=day("2025-05-12"), id="first", against=("fine",)))
        assert figure(appealed, "2025-06-01", "suspended") == "GBP 60 000"
        won = appealed.and_(
            GiveJudgment(
                on=day("2026-02-02"),
                id="ftt",
                on_appeal="first",
                outcome=(Ruling(of="fine", result="annulled"),),
            )
        )
        assert figure(won, "2026-02-02", "imposed") == "GBP 0"
        further = LodgeAppeal(on=day("2026-02-20"), id="further", by="authority", against=("ftt",))
        assert won.when(further).events[0].to == "Upper Tribunal"
        again = won.and_(
            further,
            GiveJudgment(
                on=day("2026-09-01"),
                id="ut",
                on_appeal="further",
                outcome=(Ruling(of="ftt", result="set aside"),),
                remitted_to="court",
            ),
        )
        assert figure(again, "2026-09-01", "imposed") == "GBP 60 000"
        assert figure(again, "2026-08-31", "imposed") == "GBP 0"


class TestPayment:
    def test_is_due_when_28_days_are_over(self):
        assert ends(PENALISED, "payment") == ["2025-05-12"]
        assert figure(PENALISED, "2025-05-12", "not_due") == "GBP 60 000"
        assert figure(PENALISED, "2025-05-13", "due") == "GBP 60 000"

    def test_is_due_when_the_time_that_the_notice_gives_is_over(self):
        own = fine("GBP 60 000", pay=TimeLimit.parse("by 2025-05-19"))
        given = INTENDED.and_(
            DPP.decision("2025-04-14", own), Notify(on=day("2025-04-14"), of="decision")
        )
        assert figure(given, "2025-05-19", "due") == "GBP 0"
        assert figure(given, "2025-05-20", "due") == "GBP 60 000"


class TestExtension:
    """British Airways was told of GBP 183 million in July 2019 and fined on 16 October 2020."""

    def test_of_the_six_months_needs_an_agreement(self):
        asked = ExtendPeriod(
            on=day("2025-05-01"), of="charges", period="penalty notice", until=day("2025-09-30")
        )
        INTENDED.when(asked).then_refused("irregular", ["agreement"])
        extended = INTENDED.when(attrs.evolve(asked, states=("agreed",))).after
        assert ends(extended, "penalty notice") == ["2025-09-30"]
        assert extended.when(DPP.decision("2025-09-30", fine("GBP 60 000"))).events
        shorter = attrs.evolve(asked, until=day("2025-06-10"), states=("agreed",))
        INTENDED.when(shorter).then_refused("irregular", ["until"])

    def test_of_the_time_to_answer_is_the_authority_s_to_give(self):
        longer = ExtendPeriod(
            on=day("2024-12-20"), of="charges", period="representations", until=day("2025-01-29")
        )
        assert ends(INTENDED.when(longer).after, "representations") == ["2025-01-29"]


def test_what_nobody_read_in_a_text_is_marked_as_from_memory():
    assert from_memory(GB) == {
        "time_rules.tribunal periods",
        "acts.decision",
        "periods.representations",
        "periods.payment",
    }
