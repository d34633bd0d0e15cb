"""Proceedings from Luxembourg to Finland against figures worked out by hand, in minor units."""

from datetime import date, timedelta
from functools import cache

import pytest

from domain.proceeding.messages import Refusal
from scenarios import Run, answer, load_scenario, load_text, play
from scenarios.sources import shipped_text

CURRENCIES = {
    "amazon-cnpd": "EUR",
    "asiakastieto-tsv": "EUR",
    "deutsche-wohnen-berlin": "EUR",
    "helsingor-datatilsynet": "DKK",
    "hm-hamburg": "EUR",
    "klarna-imy": "SEK",
    "linkedin-dpc": "EUR",
    "police-imy": "SEK",
    "public-body-uodo": "PLN",
    "telecom-bfdi": "EUR",
    "tiktok-children-dpc": "EUR",
    "virgin-uodo": "PLN",
}

# At the end of each: fined, paid, extinguished.
ENDS = {
    "amazon-cnpd": (0, 0, 746_000_000_00),
    "asiakastieto-tsv": (440_000_00, 0, 0),
    "deutsche-wohnen-berlin": (14_549_503_50, 0, 0),
    "helsingor-datatilsynet": (0, 0, 0),
    "hm-hamburg": (35_258_707_95, 0, 0),
    "klarna-imy": (7_500_000_00, 0, 0),
    "linkedin-dpc": (310_000_000_00, 0, 0),
    "police-imy": (2_500_000_00, 0, 0),
    "public-body-uodo": (100_000_00, 100_000_00, 0),
    "telecom-bfdi": (900_000_00, 0, (9_550_000 - 900_000) * 100),
    "tiktok-children-dpc": (345_000_000_00, 0, 0),
    "virgin-uodo": (1_599_395_00, 0, 1_968_524_00),
}
REAL = tuple(name for name in ENDS if name != "public-body-uodo")


@cache
def run_of(name: str) -> Run:
    """The play of a shipped story, once for all tests."""
    return play(load_scenario(name))


def changed(name: str, *changes: tuple[str, str]) -> Run:
    """The play of a story with other words in it; what no longer holds in it is not asked."""
    text = shipped_text(name)
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return play(load_text(text, f"{name}.yaml"))


def figure(name: str, day: date, which: str) -> object:
    """A figure as answers have it, in minor units of the currency of the story."""
    return answer(run_of(name), day)["exposure"][CURRENCIES[name]][which]


def refusal_of(run: Run, row: str) -> Refusal:
    """Why a row was refused in the first reading."""
    step = run.readings[0].step_of(run.scenario.names.row_of(row))
    assert step is not None
    assert step.refusal is not None
    return step.refusal


def maximum_of(run: Run, fine: str, state: int = -1) -> tuple[int, int | None]:
    """The floor and the ceiling of a maximum, the ceiling None while it is open."""
    (found,) = [one.maximum for one in run.readings[0].states[state].fines if one.id == fine]
    return found.floor.minor, None if found.ceiling is None else found.ceiling.minor


class TestHowEachEnds:
    @pytest.mark.parametrize("name", ENDS)
    def test_agrees_with_the_sums_worked_out_by_hand(self, name):
        figures = answer(run_of(name))["exposure"][CURRENCIES[name]]
        fined, paid, extinguished = ENDS[name]
        assert (figures["fined"], figures["paid"]) == (fined, paid)
        assert figures["extinguished"] == extinguished
        assert figures["imposed"] == fined
        assert figures["outstanding"] == fined - paid
        assert (figures["accruing"], figures["liquidated"]) == (0, 0)

    @pytest.mark.parametrize("name", ENDS)
    def test_holds_all_that_the_story_expects(self, name):
        checks = run_of(name).expectations()
        assert [str(check.message) for check in checks if not check.ok] == []

    @pytest.mark.parametrize("name", ENDS)
    def test_has_something_to_teach_and_to_expect_on_the_way(self, name):
        story = load_scenario(name)
        assert story.teaching is not None
        assert story.teaching.minutes
        assert story.teaching.objective
        assert len(story.expect) >= 2

    @pytest.mark.parametrize("name", REAL)
    def test_of_a_real_case_names_a_source_in_each_row_and_refuses_none(self, name):
        story = load_scenario(name)
        assert story.kind == "real"
        assert all(row.source for row in story.timeline)
        steps = [step for reading in run_of(name).readings for step in reading.steps]
        assert [step.refusal for step in steps if step.refusal] == []


class TestBothSidesOfEachJudgment:
    # Each: story, the day of the judgment, fined the day before and that day.
    TABLE = (
        ("telecom-bfdi", date(2020, 11, 11), 9_550_000_00, 900_000_00),
        ("klarna-imy", date(2023, 4, 14), 7_500_000_00, 6_000_000_00),
        ("klarna-imy", date(2024, 3, 11), 6_000_000_00, 7_500_000_00),
        ("virgin-uodo", date(2021, 10, 21), 1_968_524_00, 0),
        ("amazon-cnpd", date(2025, 3, 18), 746_000_000_00, 746_000_000_00),
        ("amazon-cnpd", date(2026, 3, 12), 746_000_000_00, 0),
        ("deutsche-wohnen-berlin", date(2021, 2, 18), 14_549_503_50, 0),
    )

    @pytest.mark.parametrize(("name", "day", "before", "after"), TABLE)
    def test_the_fine_is_what_it_was_and_what_it_is(self, name, day, before, after):
        assert figure(name, day - timedelta(days=1), "fined") == before
        assert figure(name, day, "fined") == after


class TestMaxima:
    # Each: story, fine, floor, ceiling; None is an open end.
    TABLE = (
        ("asiakastieto-tsv", "fine", 20_000_000_00, 20_000_000_00),  # 4 % are 2 620 000
        ("klarna-imy", "fine", 403_746_360_00, None),  # 4 % of 10 093 659 000
        ("virgin-uodo", "first-fine", 85_588_000_00, None),  # 20 million at 4.2794
        ("virgin-uodo", "second-fine", 91_394_000_00, 91_394_000_00),  # 20 million at 4.5697
        ("police-imy", "fine", 0, None),
        ("public-body-uodo", "fine", 100_000_00, 100_000_00),
        ("amazon-cnpd", "fine", 20_000_000_00, None),
        ("deutsche-wohnen-berlin", "fine", 20_000_000_00, None),
    )

    @pytest.mark.parametrize(("name", "fine", "floor", "ceiling"), TABLE)
    def test_are_those_worked_out_by_hand(self, name, fine, floor, ceiling):
        assert maximum_of(run_of(name), fine) == (floor, ceiling)

    def test_the_authority_and_the_court_take_the_turnover_of_one_year_otherwise(self):
        # 2 % of 3 663 000 000, then of 3 630 000 000; the 3 760 000 000 of 2019 never count
        run = run_of("telecom-bfdi")
        before = run.readings[0].until(date(2019, 11, 27))
        assert maximum_of(run, "fine", len(before)) == (73_260_000_00, 73_260_000_00)
        assert maximum_of(run, "fine") == (72_600_000_00, 72_600_000_00)

    def test_a_court_that_relies_on_no_turnover_leaves_the_maximum_as_it_was(self):
        told = "    turnover: {2018: EUR 3 630 000 000, 2019: EUR 3 760 000 000}\n"
        run = changed("telecom-bfdi", (told, ""))
        assert maximum_of(run, "fine") == (73_260_000_00, 73_260_000_00)


class TestGermany:
    def test_a_fine_is_final_once_two_weeks_have_passed_without_an_objection(self):
        run = run_of("hm-hamburg")
        found = [run.status(date(2020, 10, day)).of("fine").statuses for day in (15, 16)]
        assert found == [("payable",), ("final",)]

    def test_no_fine_stands_on_what_nobody_was_heard_on(self):
        charges = "    alleges: {notes: [GDPR 5, GDPR 6]}\n"
        run = changed("hm-hamburg", (charges, "    alleges: {notes: [GDPR 6]}\n"))
        assert {one.rule for one in refusal_of(run, "fine-notice").defects} == {"charge"}

    def test_what_a_court_ended_is_pending_again_once_that_is_set_aside(self):
        reading = run_of("deutsche-wohnen-berlin").readings[0]
        (objection,) = [one for one in reading.states[-1].appeals if one.id == "objection"]
        assert (objection.decided_on, objection.to) == (None, "lg-berlin")


class TestSweden:
    def test_a_court_cannot_go_above_what_the_authority_asks_for(self):
        told = ("outcome: {fine: set to SEK 7 500 000}", "outcome: {fine: set to SEK 7 500 001}")
        (defect,) = refusal_of(changed("klarna-imy", told), "second-judgment").defects
        assert (defect.rule, defect.limit) == ("asked", "SEK 7 500 000")

    def test_the_orders_to_the_police_have_one_last_day(self):
        told = answer(run_of("police-imy"), date(2021, 5, 10))["deadlines"]
        assert {one["on"] for one in told} == {"2021-09-15"}
        assert len(told) == 3

    def test_the_police_cannot_be_fined_above_ten_million_and_that_only_warns(self):
        told = ("amount: SEK 2 500 000, for: app", "amount: SEK 10 000 001, for: app")
        run = changed("police-imy", told)
        step = run.readings[0].step_of(run.scenario.names.row_of("decision"))
        assert step.refusal is None
        assert "maximum" in {one.rule for one in step.warnings}


class TestPoland:
    def test_the_rates_multiply_out_to_the_last_grosz(self):
        # 460 000 x 4.2794 and 350 000 x 4.5697
        fines = run_of("virgin-uodo").readings[0].states[-1].fines
        assert [one.amount.minor for one in fines] == [1_968_524_00, 1_599_395_00]
        assert 460_000 * 42_794 == 19_685_240_000
        assert 350_000 * 45_697 == 15_993_950_000

    def test_the_turnover_is_two_cents_less_in_euro_than_the_decision_says(self):
        # The decision itself has 20 915 623.80
        assert 95_578_126_0000 * 100 // 45_697 == 20_915_623_78
        assert round(1_599_395 * 10_000 / 95_578_126) == 167

    def test_the_successor_alone_is_fined_and_the_predecessor_owes_nothing(self):
        state = run_of("virgin-uodo").readings[0].states[-1]
        assert state.addressees == ("p4",)
        assert [one.to for one in state.fines if one.id == "second-fine"] == [("p4",)]

    def test_before_the_succession_nobody_could_have_decided_against_the_successor(self):
        story = shipped_text("virgin-uodo")
        start, end = story.index("  - day: 2022-05\n"), story.index("  - day: 2022-11-16\n")
        run = play(load_text(story[:start] + story[end:], "virgin-uodo.yaml"))
        assert refusal_of(run, "second-decision").kind == "impossible"

    @pytest.mark.parametrize(
        ("row", "rule", "cite"),
        [
            ("as-for-a-company", "maximum", "PL-ACT 102(1)"),
            ("one-zloty-too-much", "maximum", "PL-ACT 102(1)"),
            ("two-below-the-line", "joint maximum", "GDPR 83(3)"),
        ],
    )
    def test_a_public_body_is_fined_up_to_a_hundred_thousand(self, row, rule, cite):
        (defect,) = refusal_of(run_of("public-body-uodo"), row).defects
        assert (defect.rule, defect.cite, defect.limit) == (rule, cite, "PLN 100 000")

    def test_a_company_would_have_been_fined_without_a_defect(self):
        company = ("kind: public body, name: A town hall", "kind: undertaking, name: A company")
        run = changed("public-body-uodo", company)
        step = run.readings[0].step_of(run.scenario.names.row_of("as-for-a-company"))
        assert step.wrongly_accepted
        assert maximum_of(run, "fine") == (87_306_000_00, None)  # 20 million at 4.3653


class TestDenmark:
    NAME = "helsingor-datatilsynet"

    def status(self, of: str, day: date) -> tuple[str, ...]:
        return run_of(self.NAME).status(day).of(of).statuses

    def test_the_limitation_waits_for_a_condition_that_is_never_found_met(self):
        days = (date(2021, 9, 10), date(2021, 11, 2), date(2024, 1, 30))
        assert {self.status("limitation", day) for day in days} == {("not yet in force",)}

    def test_the_ban_rests_without_a_gap_from_the_eighth_of_september(self):
        assert self.status("ban", date(2022, 9, 7)) == ("in force",)
        days = (date(2022, 9, 8), date(2022, 11, 4), date(2022, 11, 5), date(2022, 11, 6))
        assert {self.status("ban", day) for day in days} == {("suspended",)}

    def test_without_the_second_suspension_it_would_have_revived_after_58_days(self):
        story = shipped_text(self.NAME)
        start = story.index("  - day: 2022-11-04\n    act: amendment\n")
        end = story.index("  - day: 2022-11-04..2023-01-23")
        run = play(load_text(story[:start] + story[end:], f"{self.NAME}.yaml"))
        last, revived = date(2022, 11, 5), date(2022, 11, 6)
        assert run.status(last).of("ban").statuses == ("suspended",)
        assert run.status(revived).of("ban").statuses == ("in force",)
        assert (last - date(2022, 9, 8)).days == 58

    def test_the_orders_are_due_two_days_before_the_suspension_ends(self):
        told = answer(run_of(self.NAME), date(2022, 10, 24))["deadlines"]
        due = {one["on"] for one in told if one["of"].endswith(("-order", "-others"))}
        assert "2022-11-03" in due
        assert (date(2022, 11, 5) - date(2022, 11, 3)).days == 2

    def test_the_file_is_against_two_groups_of_towns_in_the_end(self):
        states = run_of(self.NAME).readings[0].states
        assert states[-1].addressees == ("helsingor", "municipalities")
        before = run_of(self.NAME).readings[1].as_of(date(2022, 10, 23)).state
        assert before.addressees == ("helsingor",)


def appealed(day: str) -> str:
    """A row in which the credit register appeals against the order."""
    what = "act: appeal, id: appeal, by: asiakastieto, against: [first-decision]"
    return f"  - {{day: {day}, {what}, source: 310/161/23}}\n"


class TestFinland:
    def test_an_appeal_makes_the_report_fall_away_and_with_it_the_fine(self):
        before = "  - day: 2022-01-28\n    act: compliance\n"
        run = changed("asiakastieto-tsv", (before, f"{appealed('2022-01-20')}{before}"))
        assert {one.rule for one in refusal_of(run, "fine-decision").defects} == {"disobedience"}
        assert run.status(date(2022, 2, 1)).of("order").statuses == ("in force",)

    def test_a_day_later_than_the_last_the_appeal_changes_nothing(self):
        before = "  - day: 2023-01-11\n    act: note\n"
        run = changed("asiakastieto-tsv", (before, f"{appealed('2022-02-01')}{before}"))
        assert run.status(date(2022, 2, 1)).of("order").statuses == ("partly met",)

    def test_the_board_alone_fines(self):
        told = ("    by: sanctions board\n", "    by: ombudsman\n")
        assert refusal_of(changed("asiakastieto-tsv", told), "fine-decision").kind == "irregular"


class TestLuxembourg:
    NAME = "amazon-cnpd"

    def test_not_one_day_of_delay_was_ever_counted(self):
        for day in (date(2022, 1, 18), date(2025, 3, 17), date(2025, 3, 18), date(2026, 3, 12)):
            found = run_of(self.NAME).status(day).of("order").days_of_delay
            assert str(found) == "0"

    def test_without_a_suspension_more_than_the_fine_would_have_run_up(self):
        # 18 January 2022 to 18 March 2025, both counted: 1 156 days at 746 000
        assert (date(2025, 3, 18) - date(2022, 1, 18)).days + 1 == 1_156
        run = changed(
            self.NAME,
            (
                "    answers: request\n    result: granted\n",
                "    answers: request\n    result: refused\n",
            ),
        )
        told = answer(run, date(2025, 3, 17))["exposure"]["EUR"]["accruing"]
        assert told == 1_155 * 746_000_00

    def test_after_the_annulment_the_authority_has_to_decide_again(self):
        steps = answer(run_of(self.NAME))["status"]["next_steps"]
        assert [one["party"] for one in steps] == ["cnpd"]


class TestIreland:
    def test_four_weeks_from_the_draft_and_a_month_from_the_board(self):
        told = answer(run_of("tiktok-children-dpc"), date(2023, 8, 2))["deadlines"]
        due = {one["name"]: one["on"] for one in told}
        assert due["reasoned objection"] == "2022-10-11"
        assert due["final decision"] == "2023-09-04"  # 2 September is a Saturday

    def test_a_decision_on_the_fifth_of_september_would_have_been_too_late(self):
        late = ("  - day: 2023-09-01\n    act: decision", "  - day: 2023-09-05\n    act: decision")
        served = ("notified: 2023-09-01..2023-09-15", "notified: 2023-09-05..2023-09-15")
        run = changed("tiktok-children-dpc", late, served)
        assert "final decision" in {one.rule for one in refusal_of(run, "decision").defects}

    @pytest.mark.parametrize(
        ("name", "day"),
        [("linkedin-dpc", date(2024, 11, 20)), ("tiktok-children-dpc", date(2023, 10, 14))],
    )
    def test_nothing_is_due_before_a_court_has_spoken(self, name, day):
        assert figure(name, day, "due") == 0
        assert run_of(name).status(day).of("fine").statuses == ("awaits confirmation",)
