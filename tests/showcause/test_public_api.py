import ast
import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import showcause
from domain.money import Money, MoneyRange
from domain.proceeding.deciding import BY_COMMAND
from domain.proceeding.measures import MEASURES
from showcause.frames import days_of

PUBLIC = [
    "Accepted",
    "Command",
    "Day",
    "Deadline",
    "DeadlineRegister",
    "Defect",
    "Docket",
    "Event",
    "ExposureLedger",
    "Figures",
    "Ledger",
    "Matter",
    "MatterRun",
    "Money",
    "MoneyRange",
    "Offer",
    "Period",
    "ProceedingState",
    "Rate",
    "RecordedEvent",
    "Refusal",
    "Rulebook",
    "Run",
    "Scenario",
    "ScenarioError",
    "ShowcauseError",
    "Span",
    "Status",
    "TimeLimit",
    "Timeline",
    "__version__",
    "acts",
    "changed",
    "deadline",
    "decide",
    "evolve",
    "exposure_svg",
    "list_scenarios",
    "load",
    "load_rulebook",
    "load_rulebook_from",
    "load_scenario",
    "open_docket",
    "options",
    "play",
    "project",
    "terminal_svg",
]
"""The public interface; a name that goes needs a major version."""


@pytest.fixture(scope="module")
def run():
    return showcause.play(showcause.load_scenario("clearview-cnil"), as_of="2023-04-13")


class TestTheNames:
    def test_are_these(self):
        assert showcause.__all__ == PUBLIC

    @pytest.mark.parametrize("name", PUBLIC)
    def test_can_be_had(self, name):
        assert getattr(showcause, name) is not None
        assert name in dir(showcause)

    def test_are_kept_once_they_were_imported(self):
        assert showcause.play is showcause.play
        assert "play" in vars(showcause)

    def test_that_are_not_there_are_an_attribute_error(self):
        with pytest.raises(AttributeError, match="no attribute 'paly'"):
            _ = showcause.paly

    def test_are_the_same_for_readers_of_types(self):
        tree = ast.parse(Path(showcause.__file__).read_text("utf-8"))
        (guarded,) = [node for node in tree.body if isinstance(node, ast.If)]
        typed = {
            alias.asname or alias.name
            for node in guarded.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        assert typed | {"__version__"} == set(PUBLIC)

    def test_cost_nothing_before_they_are_used(self):
        code = (
            "import sys, showcause; heavy = {'domain.money', 'scenarios', 'projections', 'attrs'};"
            "sys.exit(len(heavy & set(sys.modules)))"
        )
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    def test_of_acts_hold_every_command_event_and_measure(self):
        events = {event for room in BY_COMMAND.values() for event in room.events}
        measures = {*MEASURES, *(room.event for room in MEASURES.values())}
        for one in {*BY_COMMAND, *events, *measures}:
            assert getattr(showcause.acts, one.__name__) is one
            assert one.__name__ in showcause.acts.__all__


class TestPlay:
    def test_takes_a_name_a_path_or_what_was_loaded(self, tmp_path):
        from scenarios.sources import shipped_text

        path = tmp_path / "clearview-cnil.yaml"
        path.write_text(shipped_text("clearview-cnil"), "utf-8")
        day = date(2023, 4, 13)
        told = [
            showcause.play("clearview-cnil", as_of=day),
            showcause.play(path, as_of=day),
            showcause.play(str(path), as_of="2023-04-13"),
            showcause.play(showcause.load("clearview-cnil"), as_of=day),
        ]
        assert all(one.exposure == told[0].exposure for one in told)

    def test_answers_as_of_the_last_day_if_none_is_named(self):
        assert showcause.play("clearview-cnil").as_of == date(2023, 5, 10)

    def test_takes_another_law(self):
        law = showcause.changed(
            showcause.load_rulebook("fr"),
            "periodic_penalties.astreinte.counting.first_day",
            "not counted",
        )
        run = showcause.play("clearview-cnil", as_of="2022-12-20", law=law)
        assert run.law is law
        assert run.exposure["accruing"] == MoneyRange(Money(0, "EUR"), Money(0, "EUR"))

    def test_of_what_is_not_there_is_one_error_to_catch(self):
        with pytest.raises(showcause.ShowcauseError):
            showcause.play("nothing")
        with pytest.raises(showcause.ScenarioError):
            showcause.load("nothing")


class TestARun:
    def test_says_where_it_stands(self, run):
        assert run.status.stage == "decided"
        assert run.status.of("injunction").status == "overdue"
        assert run.scenario.scenario == "clearview-cnil"

    def test_has_every_figure(self, run):
        assert str(run.exposure["imposed"]) == "EUR 25 200 000"
        assert len(run.exposure) == 12
        assert set(run.exposure) == set(run.exposure.keys())

    def test_prints_its_exposure_line_by_line(self, run):
        lines = str(run.exposure).splitlines()
        assert lines[0] == "as of 13 April 2023"
        assert "imposed       EUR 25 200 000" in lines

    def test_answers_as_of_another_day(self, run):
        assert str(run.at("2022-12-20").exposure["accruing"]) == "EUR 100 000"
        assert str(run.at(date(2022, 12, 19)).exposure["accruing"]) == "EUR 0"
        assert run.as_of == date(2023, 4, 13)

    def test_has_deadlines_timeline_and_expectations(self, run):
        assert {due.of for due in run.deadlines} >= {"notice", "injunction"}
        assert run.timeline[-1].event == "ActNotified"
        assert all(check.ok for check in run.expectations)

    def test_has_a_ledger_whose_lines_sum_up(self, run):
        total = sum(line.amount.minor for line in run.ledger.lines("imposed"))
        assert total == run.exposure["imposed"].least.minor

    def test_has_a_ledger_as_plain_rows(self, run):
        rows = run.ledger.frame()
        assert len(rows) == len(run.ledger.movements)
        assert rows[0]["amount"] == 2_000_000_000
        assert rows[0]["leaves"] == "outside"
        assert all(row.keys() == rows[0].keys() for row in rows)
        accruing = sum(
            row["amount"] * ((row["enters"] == "accruing") - (row["leaves"] == "accruing"))
            for row in rows
        )
        assert accruing == 630_000_000

    def test_has_a_ledger_for_each_reading(self, run):
        assert run.ledger_in("latest").exposure.as_of == run.as_of
        assert run.history("latest")[0].on > run.history()[0].on

    @pytest.mark.parametrize(
        ("every", "first", "count"),
        [
            ("day", date(2020, 5, 1), 1078),
            ("week", date(2020, 5, 3), 155),
            ("month", date(2020, 5, 31), 36),
            ("event", date(2020, 5, 1), 15),
        ],
    )
    def test_has_figures_over_time(self, run, every, first, count):
        rows = run.series(every)
        assert rows[0]["on"] == first
        assert rows[-1]["on"] == run.as_of
        assert len(rows) == count
        assert rows[-1]["imposed"] == 2_520_000_000
        assert rows[-1]["at_stake_ceiling"] is None
        assert [row["on"] for row in rows] == sorted({row["on"] for row in rows})

    @pytest.mark.parametrize("every", ["day", "week", "month", "event"])
    def test_has_figures_up_to_the_last_day_of_the_calendar(self, every):
        days = days_of(date(9999, 12, 1), date.max, every, ())
        assert days[-1] == date.max
        assert days == sorted(set(days))

    def test_has_figures_on_the_last_day_of_the_calendar_and_on_the_first(self, run):
        assert run.at(date.max).series("event")[-1]["on"] == date.max
        assert [row["on"] for row in run.at(date.min).series()] == [date.min]

    def test_has_the_object_of_the_command_line(self, run):
        assert json.loads(json.dumps(run.answer()))["exposure"]["EUR"]["imposed"] == 2_520_000_000

    def test_has_a_picture(self, run):
        assert run.chart().startswith("<svg")


class TestARunOfAMatter:
    def test_has_its_proceedings_side_by_side(self):
        matter = showcause.load("clearview-world")
        assert isinstance(matter, showcause.Matter)
        run = showcause.play(matter, as_of="2022-02-10")
        assert isinstance(run, showcause.MatterRun)
        assert str(run.exposure["EUR"]["fined"]) == "EUR 20 000 000"
        later = run.at("2023-04-13")
        assert str(later.exposure["EUR"]["fined"]) == "EUR 60 000 000"
        assert str(later.exposure["GBP"]["fined"]) == "GBP 7 552 800"
        names = [name for name, _ in matter.proceedings]
        days = {name: one.as_of for name, one in later.runs.items()}
        assert days == dict.fromkeys(names, date(2023, 4, 13))
        assert later.matter.matter == "clearview-world"
        assert later.timeline[0][0] == "clearview-ap"
        assert all(check.ok for check in later.expectations)
        assert later.answer()["matter"] == "clearview-world"

    def test_takes_another_law_for_all_of_them(self):
        law = showcause.load_rulebook("fr")
        run = showcause.play("clearview-world", as_of="2020-12-31", law=law)
        assert isinstance(run, showcause.MatterRun)
        assert {one.law.name for one in run.runs.values()} == {"fr"}


class TestAWrongArgument:
    @pytest.mark.parametrize("story", [5, None, b"clearview-cnil", ["clearview-cnil"]])
    def test_that_is_no_story_is_refused_at_the_door(self, story):
        with pytest.raises(TypeError, match="a story is a Scenario, a Matter, or a name or path"):
            showcause.play(story)

    @pytest.mark.parametrize("day", [20230413, 1.5, datetime(2023, 4, 13, tzinfo=UTC)])
    def test_that_is_no_day_is_refused_at_the_door(self, day):
        with pytest.raises(TypeError, match="a day is a date or text like '2023-04-13'"):
            showcause.play("clearview-cnil", as_of=day)

    def test_that_is_no_day_is_refused_by_another_day_too(self):
        run = showcause.play("clearview-cnil")
        with pytest.raises(TypeError, match="a day is a date"):
            run.at(20230413)

    def test_that_is_no_law_is_refused_at_the_door(self):
        with pytest.raises(TypeError, match="a law is a Rulebook"):
            showcause.play("clearview-cnil", law="fr")
