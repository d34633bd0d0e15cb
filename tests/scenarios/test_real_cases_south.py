"""Proceedings in France, Italy, Spain and Greece against figures worked out by hand, in cents."""

from datetime import date

import pytest

from domain.proceeding.messages import Refusal
from scenarios import Run, answer, load_scenario, load_text, play
from scenarios.sources import shipped_text

FRANCE = (
    "boutique-aero-cnil",
    "clearview-cnil",
    "criteo-cnil",
    "drones-cnil",
    "google-cnil",
    "google-cookies-2-cnil",
    "google-cookies-cnil",
    "kourou-cnil",
    "lusha-cnil",
    "voodoo-cnil",
)
SOUTH = (
    "clearview-aepd",
    "clearview-garante",
    "mizuno-hdpa",
    "openai-garante",
    "reductions-aepd",
    "vivus-aepd",
)
ALL = (*FRANCE, *SOUTH)

# At the end of each: fined, liquidated, paid. What courts and authorities took away is not in it.
ENDS = {
    "boutique-aero-cnil": (0, 0, 0),
    "clearview-aepd": (0, 0, 0),
    "clearview-cnil": (20_000_000_00, 5_200_000_00, 0),
    "clearview-garante": (20_000_000_00, 0, 0),
    "criteo-cnil": (40_000_000_00, 0, 40_000_000_00),
    "drones-cnil": (0, 0, 0),
    "google-cnil": (50_000_000_00, 0, 0),
    "google-cookies-2-cnil": ((90_000_000 + 60_000_000) * 100, 0, 0),
    "google-cookies-cnil": ((60_000_000 + 40_000_000) * 100, 0, 0),
    "kourou-cnil": ((5_000 + 5_000) * 100, 0, 0),
    "lusha-cnil": (0, 0, 0),
    "mizuno-hdpa": (5_000_00, 0, 0),
    "openai-garante": ((9_000_000 + 320_000 + 5_680_000) * 100, 0, 0),
    "reductions-aepd": ((42_000 + 56_000 + 56_000) * 100, 0, (42_000 + 56_000) * 100),
    "vivus-aepd": (360_000_00, 0, 360_000_00),
    "voodoo-cnil": (3_000_000_00, 0, 0),
}

RUNS: dict[str, Run] = {}


def run_of(name: str) -> Run:
    """The play of a shipped story, once for all tests."""
    if name not in RUNS:
        RUNS[name] = play(load_scenario(name))
    return RUNS[name]


def changed(name: str, *changes: tuple[str, str]) -> Run:
    """The play of a story with other words in it; what no longer holds in it is not asked."""
    text = shipped_text(name)
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return play(load_text(text, f"{name}.yaml"))


def euros(run: Run, day: date, figure: str) -> object:
    """A figure as answers have it: a sum, or its floor and ceiling, in cents."""
    return answer(run, day)["exposure"]["EUR"][figure]


def refusal_of(run: Run, row: str) -> Refusal:
    """Why a row was refused in the first reading."""
    step = run.readings[0].step_of(run.scenario.names.row_of(row))
    assert step is not None
    assert step.refusal is not None
    return step.refusal


class TestHowEachEnds:
    @pytest.mark.parametrize("name", ALL)
    def test_agrees_with_the_sums_worked_out_by_hand(self, name):
        fined, liquidated, paid = ENDS[name]
        figures = answer(run_of(name))["exposure"]["EUR"]
        assert (figures["fined"], figures["liquidated"]) == (fined, liquidated)
        assert figures["paid"] == paid
        assert figures["imposed"] == fined + liquidated
        assert figures["outstanding"] == fined + liquidated - paid

    @pytest.mark.parametrize("name", ALL)
    def test_has_something_to_teach_and_to_expect_on_the_way(self, name):
        story = load_scenario(name)
        assert story.teaching is not None
        assert story.teaching.minutes
        assert story.teaching.objective
        assert len(story.expect) >= 2

    def test_is_told_for_every_story(self):
        assert set(ENDS) == set(ALL)


class TestDeadlinesOfFrance:
    # Each: story, thing, last day. Months end on the day of the same number, moved off a rest day.
    TABLE = (
        ("voodoo-cnil", date(2023, 1, 16), "injunction", "2023-04-17"),  # 16 April is a Sunday
        ("kourou-cnil", date(2022, 5, 19), "notice", "2022-09-19"),
        ("kourou-cnil", date(2023, 2, 25), "first-order", "2023-05-25"),
        ("criteo-cnil", date(2022, 8, 3), "report", "2022-09-05"),  # 3 September is a Saturday
    )

    @pytest.mark.parametrize(("name", "day", "thing", "due"), TABLE)
    def test_are_counted_from_notification(self, name, day, thing, due):
        told = [one for one in answer(run_of(name), day)["deadlines"] if one["of"] == thing]
        assert due in [one["on"] for one in told]

    def test_proof_of_voodoo_came_three_days_before_its_end(self):
        assert (date(2023, 4, 17) - date(2023, 4, 14)).days == 3
        thing = run_of("voodoo-cnil").status(date(2023, 4, 14)).of("injunction")
        assert thing.statuses == ("met",)

    def test_google_was_in_time_whenever_it_was_notified(self):
        told = answer(run_of("google-cookies-cnil"), date(2021, 2, 1))["deadlines"]
        due = next(one for one in told if one["of"] == "injunction")
        assert due["on"] == {"earliest": "2021-03-30", "latest": "2021-04-29"}


class TestMaxima:
    # Each: story, fine, least, most in cents; None is an open end.
    TABLE = (
        ("criteo-cnil", "fine", 76_000_000_00, 76_000_000_00),  # 4 % of 1.9 billion
        ("google-cnil", "fine", 3_840_000_000_00, 3_840_000_000_00),  # 4 % of 96 billion
        ("openai-garante", "linked-fine", 37_939_515_60, 37_939_515_60),  # 4 % of 948 487 890
        ("openai-garante", "breach-fine", 18_969_757_80, 18_969_757_80),  # 2 % of it
        ("kourou-cnil", "second-fine", 10_000_000_00, 10_000_000_00),  # no undertaking: fixed
        ("voodoo-cnil", "fine", 10_000_000_00, None),
        ("mizuno-hdpa", "fine", 20_000_000_00, 20_000_000_00),
    )

    @pytest.mark.parametrize(("name", "fine", "least", "most"), TABLE)
    def test_are_the_higher_of_a_sum_and_a_share(self, name, fine, least, most):
        state = run_of(name).readings[0].states[-1]
        (maximum,) = [one.maximum for one in state.fines if one.id == fine]
        assert maximum.floor.minor == least
        assert (None if maximum.ceiling is None else maximum.ceiling.minor) == most

    def test_two_per_cent_of_the_turnover_told_for_google_ireland(self):
        told = ("    turnover: unknown\n", "    turnover: {2018: EUR 38 000 000 000}\n")
        state = changed("google-cookies-cnil", told).readings[0].states[-1]
        (maximum,) = [one.maximum for one in state.fines if one.id == "fine-ireland"]
        assert (maximum.floor.minor, maximum.ceiling.minor) == (760_000_000_00, 760_000_000_00)


class TestSpain:
    def test_two_reductions_are_taken_of_the_same_base(self):
        # 20 % of 600 000 is 120 000, twice; 384 000 would be 80 % of 80 %
        run = changed(
            "vivus-aepd",
            ("    amount: EUR 360 000\n    claims", "    amount: EUR 384 000\n    claims"),
        )
        (defect,) = refusal_of(run, "paid").defects
        assert (defect.rule, defect.limit, defect.cite) == ("reduced sum", "EUR 360 000", "LPAC 85")

    def test_nobody_has_a_reduction_who_keeps_the_appeal(self):
        run = changed("vivus-aepd", ("    waives: administrative appeal\n    source", "    source"))
        assert {defect.rule for defect in refusal_of(run, "paid").defects} == {"reduction"}

    def test_what_was_paid_is_all_that_is_owed(self):
        end = date(2024, 5, 7)
        assert euros(run_of("vivus-aepd"), end, "extinguished") == 240_000_00
        assert euros(run_of("vivus-aepd"), end, "outstanding") == 0

    def test_a_shop_that_only_pays_saves_one_reduction(self):
        run = run_of("reductions-aepd")
        paid = [euros(run, date(2024, 9, day), "paid") for day in (5, 6)]
        assert [*paid, euros(run, date(2024, 10, 1), "paid")] == [0, 42_000_00, 98_000_00]

    def test_a_court_opens_again_what_the_authority_had_shelved(self):
        run = run_of("clearview-aepd")
        stages = [
            answer(run, day)["status"]["stage"] for day in (date(2021, 12, 31), date(2024, 6, 27))
        ]
        assert stages == ["under appeal", "not opened"]


class TestGreece:
    def test_the_authority_itself_takes_three_quarters_of_a_fine_away(self):
        run = run_of("mizuno-hdpa")
        end = date(2022, 7, 25)
        assert euros(run, date(2021, 4, 7), "fined") == 20_000_00
        assert (euros(run, end, "fined"), euros(run, end, "extinguished")) == (5_000_00, 15_000_00)
        assert 4 * euros(run, end, "extinguished") == 3 * euros(run, date(2021, 4, 7), "fined")


class TestItaly:
    RUN = run_of("openai-garante")

    def test_an_order_that_was_met_in_another_way_is_overdue_again(self):
        days = (date(2023, 5, 15), date(2023, 5, 18), date(2024, 11, 1))
        found = [self.RUN.status(day).of("campaign").statuses for day in days]
        assert found == [("met",), ("overdue",), ("overdue",)]

    def test_no_fine_for_disobedience_stands_on_an_order_that_was_met(self):
        text = shipped_text("openai-garante").splitlines(keepends=True)
        kept = [line for line in text if "act: finding, of: campaign" not in line]
        assert len(text) - len(kept) == 2
        run = play(load_text("".join(kept), "openai-garante.yaml"))
        rules = {(d.rule, d.measure) for d in refusal_of(run, "ordinance").defects}
        assert rules == {("disobedience", "campaign-fine")}

    def test_the_limitation_rests_once_the_conditions_are_fulfilled(self):
        days = (date(2023, 4, 3), date(2023, 4, 27), date(2023, 4, 28))
        found = [self.RUN.status(day).of("limitation").statuses for day in days]
        assert found == [("in force",), ("in force",), ("suspended",)]


def limits(refusal):
    return {(one.limit, one.cite) for one in refusal.defects}


class TestWhatIfs:
    """What the branches of the files expect, with the change written into the story."""

    def test_voodoo_two_weeks_late_would_have_run_up_fourteen_days(self):
        run = changed(
            "voodoo-cnil", ("day: 2023-04-14, act: compliance", "day: 2023-05-01, act: compliance")
        )
        late = date(2023, 5, 1)
        assert str(run.status(late).of("injunction").days_of_delay) == "14"
        assert euros(run, late, "accruing") == 14 * 20_000_00
        assert euros(run, late, "liquidated") == 0

    def test_google_without_proof_would_have_run_up_thirty_days_at_most(self):
        text = shipped_text("google-cookies-cnil")
        later = text.replace("day: 2021-03-30, act: compliance", "day: 2021-04-30, act: compliance")
        told = euros(play(load_text(later, "x.yaml")), date(2021, 4, 29), "accruing")
        assert told == {"floor": 0, "ceiling": 30 * 100_000_00}

    def test_one_member_alone_cannot_fine_more_than_twenty_thousand(self):
        run = changed(
            "kourou-cnil",
            ("id: first-fine, amount: EUR 5 000,", "id: first-fine, amount: EUR 20 001,"),
        )
        assert ("EUR 20 000", "LIL 22-1") in limits(refusal_of(run, "first-decision"))

    def test_one_member_alone_sets_at_most_a_hundred_a_day(self):
        order = "        comply: within 3 months of notification\n"
        penalised = f"{order}        penalty: {{rate: EUR 101 per day}}\n"
        run = changed("kourou-cnil", (order, penalised))
        assert ("EUR 100 per day", "LIL 22-1") in limits(refusal_of(run, "first-decision"))

    def test_the_state_is_not_fined(self):
        first = "      - {measure: reprimand, id: call-to-order}\n"
        fine = "      - {measure: fine, id: fine, amount: EUR 1, for: flights}\n"
        told = refusal_of(changed("drones-cnil", (first, first + fine)), "sanction")
        assert {(one.message, one.measure) for one in told.defects} == {
            ("ministry is a state", "fine"),
            ("a fine of EUR 1 is above the maximum, EUR 0", "fine"),
        }
        assert told.kind == "irregular"

    def test_the_state_is_given_no_daily_penalty(self):
        bare = "        comply: unknown\n"
        penalised = (
            "        comply: within 1 month of notification\n"
            "        penalty: {rate: EUR 1 per day}\n"
        )
        told = refusal_of(changed("drones-cnil", (bare, penalised)), "sanction")
        assert [(one.message, one.measure) for one in told.defects] == [
            ("ministry is a state", "injunction")
        ]

    def test_the_same_measures_stand_against_a_town(self):
        measures = {m.id for m in run_of("kourou-cnil").readings[0].states[-1].measures()}
        assert {"first-fine", "second-fine", "second-order"} <= measures

    def test_nobody_decides_while_the_other_authorities_may_object(self):
        run = changed(
            "criteo-cnil",
            ("  - day: 2023-06-15\n    act: decision", "  - day: 2023-06-13\n    act: decision"),
        )
        rules = [defect.rule for defect in refusal_of(run, "sanction").defects]
        assert rules == ["reasoned objection"]


class TestASecondFineForTheSameFailure:
    def test_is_flagged_as_a_rule_of_the_model_and_stands(self):
        run = run_of("kourou-cnil")
        step = run.readings[0].step_of(run.scenario.names.row_of("second-decision"))
        assert [(one.rule, one.label) for one in step.warnings] == [("ne bis in idem", "model")]
        assert step.refusal is None

    def test_is_not_flagged_in_a_proceeding_of_its_own(self):
        run = run_of("google-cookies-2-cnil")
        step = run.readings[0].step_of(run.scenario.names.row_of("sanction"))
        assert "ne bis in idem" not in {one.rule for one in step.warnings}
