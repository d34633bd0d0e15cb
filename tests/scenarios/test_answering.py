"""Answers as JSON: the keys that the front door promises, sums in cents, days as ISO text."""

import json
from datetime import date

import attrs
import pytest
from story_texts import BASE, edited, with_row

from domain.money import Money, MoneyRange
from projections import FIGURES
from scenarios import Scenario, ScenarioError, answer, load, load_scenario, load_text, play
from scenarios.expected import Expectation
from scenarios.planning import Instant, Plan

CNIL = play(load_scenario("clearview-cnil"))


def run_of(text):
    return play(load_text(text, "small.yaml"))


class TestTheAnswerOfAScenario:
    TOLD = answer(CNIL, date(2023, 4, 13))

    def test_has_what_the_front_door_promises(self):
        promised = {"scenario", "as_of", "status", "exposure", "deadlines", "timeline"}
        assert promised | {"schema_version", "expectations", "law", "disclaimer"} <= set(self.TOLD)
        assert self.TOLD["schema_version"] == 1
        assert self.TOLD["as_of"] == "2023-04-13"
        assert self.TOLD["law"]["digest"] == CNIL.law.digest

    def test_is_json(self):
        assert json.loads(json.dumps(self.TOLD)) == self.TOLD

    def test_has_every_figure_in_minor_units(self):
        figures = self.TOLD["exposure"]["EUR"]
        assert tuple(figures) == FIGURES
        assert all(isinstance(figures[name], int) for name in FIGURES if name != "at_stake")

    def test_lists_what_is_not_counted(self):
        assert any("GDPR 82" in gap["what"] for gap in self.TOLD["not_counted"])

    def test_lists_what_the_file_keeps_and_a_replay_leaves_aside(self):
        assert [one.split(":")[0] for one in self.TOLD["not_played"]] == [
            "branches.answered",
            "branches.complied-late",
        ]

    def test_is_as_of_the_last_day_if_none_is_named(self):
        assert answer(CNIL)["as_of"] == "2023-05-10"
        assert (
            answer(play(load_scenario("clearview-cnil"), as_of=date(2021, 1, 1)))["as_of"]
            == "2021-01-01"
        )

    def test_names_the_source_of_each_entry(self):
        assert all(entry["source"] for entry in self.TOLD["timeline"] if entry["row"])

    def test_does_not_change_when_later_rows_are_added(self):
        scenario = load_scenario("clearview-cnil")
        shorter = attrs.evolve(scenario, timeline=scenario.timeline[:-1], expect=())
        day = date(2023, 4, 12)
        early, full = answer(play(shorter), day), answer(CNIL, day)
        for key in ("status", "exposure", "deadlines", "timeline"):
            assert early[key] == full[key]


class TestBounds:
    RUN = run_of(edited(("expect:", "    notified: 2024-06-04..2024-06-06\nexpect:")))

    def test_of_sums_and_counts_are_floor_and_ceiling(self):
        told = answer(self.RUN, date(2024, 8, 10))
        assert told["exposure"]["EUR"]["accruing"] == {"floor": 400000, "ceiling": 500000}
        thing = told["status"]["things"]["injunction"]
        assert thing["days_of_delay"] == {"floor": 4, "ceiling": 5}
        assert thing["force"]["earliest"]["notified_on"] == "2024-06-04"

    def test_of_a_deadline_show_the_steps_of_both_readings(self):
        told = answer(self.RUN, date(2024, 8, 10))
        (due,) = [one for one in told["deadlines"] if one["of"] == "injunction"]
        assert due["on"] == {"earliest": "2024-08-05", "latest": "2024-08-06"}
        assert due["explanation"]["latest"] == "two months from 6 June 2024 end on 6 August 2024"

    def test_are_open_while_one_reading_has_not_begun(self):
        told = answer(self.RUN, date(2024, 6, 5))
        (due,) = [one for one in told["deadlines"] if one["of"] == "injunction"]
        assert due["on"] == {"earliest": "2024-08-05", "latest": None}
        assert due["steps"]["latest"] is None
        (step,) = [s for s in told["status"]["next_steps"] if s["what"] == "comply with injunction"]
        assert step["certain"] is False

    def test_say_that_they_are_approximate_where_several_values_are_uncertain(self):
        assert "approximate" in answer(CNIL)["caution"]

    def test_join_sentences_that_differ(self):
        told = answer(self.RUN, date(2024, 8, 10))
        (entry,) = [e for e in told["timeline"] if e["command_id"] == "small/5/notified"]
        assert "5 August 2024" in entry["sentence"]
        assert "(At the latest: " in entry["sentence"]
        assert entry["told"] == "2024-06-04..2024-06-06"


class TestTheAnswerOfAMatter:
    RUN = play(load("clearview-world"))
    NAMES = [name for name, _ in load("clearview-world").proceedings]  # noqa: RUF012 - read only

    def test_puts_its_proceedings_side_by_side(self):
        told = answer(self.RUN)
        assert list(told["proceedings"]) == self.NAMES
        assert all("status" in one for one in told["proceedings"].values())
        assert json.loads(json.dumps(told)) == told

    def test_runs_from_the_first_event_to_the_last(self):
        assert self.RUN.first_day == date(2020, 1, 1)
        assert self.RUN.last_day == self.RUN.as_of == date(2025, 10, 6)

    def test_has_a_read_model_for_each_reading(self):
        sides = self.RUN.view("latest").at(date(2023, 6, 1)).sides
        assert {side.proceeding for side in sides} == set(self.NAMES)

    def test_can_be_played_under_other_laws(self):
        laws = {"clearview-cnil": CNIL.law}
        assert play(load("clearview-world"), laws, date(2022, 1, 1)).as_of == date(2022, 1, 1)


class TestStoriesBuiltInMemory:
    """Nothing was checked when they were loaded, so the player has to hold out by itself."""

    STORY = load_text(BASE, "small.yaml")

    def rows(self, **changes):
        row = attrs.evolve(self.STORY.timeline[-1], **changes)
        return attrs.evolve(self.STORY, timeline=(*self.STORY.timeline[:-1], row))

    def test_without_rows_have_no_events(self):
        run = play(attrs.evolve(self.STORY, timeline=()))
        assert run.first_day == run.last_day == date.min
        assert run.sentence(date(2024, 1, 1)).startswith("Nothing has happened")
        assert answer(run)["timeline"] == []

    def test_without_an_authority_cannot_be_registered(self):
        story = attrs.evolve(self.STORY, parties=self.STORY.parties[1:])
        with pytest.raises(ScenarioError, match="there is no authority among the parties"):
            play(story)

    def test_with_days_in_a_circle_are_refused(self):
        from scenarios.moments import parse_when

        with pytest.raises(ScenarioError, match="rests on itself"):
            play(self.rows(day=parse_when("2 days after sanction")))

    def test_with_an_expectation_at_nothing_fail(self):
        story = attrs.evolve(self.STORY, expect=(Expectation(at="nothing", stage="closed"),))
        (check,) = play(story).expectations()
        assert (check.ok, check.found) == (False, "not reached")

    def test_with_a_sum_without_an_end_are_refused_at_the_row(self):
        fine = attrs.evolve(
            self.STORY.timeline[-1].measures[0], amount=MoneyRange(Money(1, "EUR"), None)
        )
        run = play(self.rows(measures=(fine,)))
        assert any("open end" in check.message for check in run.expectations() if not check.ok)

    def test_name_no_place_in_a_file(self):
        assert str(self.STORY.origin.mark("timeline.99.day")).startswith("small.yaml")
        assert isinstance(self.STORY, Scenario)

    def test_with_a_matter_of_nothing_cannot_be_played(self):
        matter = load("clearview")
        lost = attrs.evolve(matter, proceedings=(("lost", matter.proceedings[0][1]),))
        with pytest.raises(ScenarioError, match="there is no scenario 'lost'"):
            play(lost)


def test_a_deadline_beyond_the_calendar_is_a_mistake_with_a_place():
    text = edited(
        (
            "comply: within 2 months of notification\n        penalty",
            "comply: within 99 years of notification\n        penalty",
        )
    )
    with pytest.raises(ScenarioError, match=r"small\.yaml:27:5: timeline\.5: the calendar FR"):
        run_of(text)


def test_a_note_of_a_refused_row_is_not_warned_of():
    run = run_of(with_row("{day: 2024-06-04, act: note, what: A}"))
    assert run.warnings("small/6") == ()
    assert run.warnings("nothing") == ()


def test_a_deadline_that_no_row_began_has_no_marks():
    run = run_of(BASE)
    (due, *_) = run.deadlines(date(2024, 2, 1))
    assert run.deadline_marks(due).day == "assumed"
    assert run.deadline_marks(attrs.evolve(due, party="nobody")) is None


def test_a_plan_knows_what_it_waits_for():
    story = load_text(with_row("{day: 2 days after injunction.due, act: note, what: A}"), "x")
    (reading,) = play(story).readings
    plan = Plan(story, story.names, reading.law, "earliest")
    assert plan.day(Instant(5), reading.states[0]).value == "waiting"
    assert plan.day(Instant(5), reading.states[-1]) == date(2024, 8, 7)
    assert story.names.row_of("nothing") is None
