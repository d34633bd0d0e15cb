import json
import re

import attrs
import pytest
from jsonschema import Draft202012Validator

from domain.proceeding.messages import Defect
from domain.rulebook.loading import shipped
from scenarios import answer, load, play
from scenarios.sources import shipped_names

MILLION = 100_000_000  # in cents


def figures(done):
    return done.answer["exposure"]["EUR"]


class TestTheClearviewTable:
    def test_as_of_the_liquidation(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2023-04-13", "--json")
        assert done.status == 0
        assert figures(done) == {
            "at_stake": {"floor": 0, "ceiling": None},
            "fined": 20 * MILLION,
            "liquidated": 520_000_000,
            "imposed": 2_520_000_000,
            "outstanding": 2_520_000_000,
            "accruing": 630_000_000,
            "not_due": 0,
            "suspended": 0,
            "due": 2_520_000_000,
            "paid": 0,
            "refundable": 0,
            "extinguished": 0,
        }

    def test_that_a_second_liquidation_may_follow_is_marked_as_from_memory(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2023-04-13", "--json")
        assert any("memory" in note for note in done.answer["notes"])

    @pytest.mark.parametrize(
        ("day", "accruing", "delay", "liquidated"),
        [
            ("2022-12-18", 0, 0, 0),
            ("2022-12-19", 0, 0, 0),
            ("2022-12-20", 10_000_000, 1, 0),
            ("2023-02-09", 520_000_000, 52, 0),
            ("2023-04-12", 1_140_000_000, 114, 0),
            ("2023-04-13", 630_000_000, 115, 520_000_000),
        ],
    )
    def test_day_by_day(self, run, day, accruing, delay, liquidated):
        done = run("play", "clearview-cnil", "--as-of", day, "--json")
        assert figures(done)["accruing"] == accruing
        assert figures(done)["liquidated"] == liquidated
        assert done.answer["status"]["things"]["injunction"]["days_of_delay"] == delay

    def test_the_deadline_shows_its_steps_and_what_is_inferred(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2022-12-18", "--json")
        (due,) = [one for one in done.answer["deadlines"] if one["of"] == "injunction"]
        assert due["on"] == "2022-12-19"
        assert due["inferred"]
        assert "18 December 2022 is a Sunday" in due["explanation"]
        assert "moved to Monday 19 December 2022" in due["explanation"]
        assert "model" in due["cite"]

    def test_while_the_notice_runs_the_ceiling_is_open(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2021-12-16", "--json")
        assert figures(done)["imposed"] == 0
        assert figures(done)["at_stake"] == {"floor": 20 * MILLION, "ceiling": None}
        assert done.answer["status"]["things"]["notice"]["status"] == "running"

    def test_a_day_before_the_first_event_is_answered(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2019-01-01", "--json")
        assert done.status == 0
        assert done.answer["timeline"] == []
        assert done.answer["status"]["sentence"].startswith("Nothing has happened yet")


THREE = """\
matter: three
title: Three of them
why_separate: Nobody led
proceedings:
  clearview-cnil: {addressee: clearview, conduct: faceprints}
  clearview-garante: {addressee: clearview, conduct: faceprints}
  clearview-hdpa: {addressee: clearview, conduct: faceprints}
expect:
  - {as_of: 2022-10-17, exposure: {fined: EUR 60 000 000}}
"""


class TestTheMatterOfTheThree:
    def test_is_three_proceedings_and_sixty_million(self, run):
        done = run("play", "clearview", "--json")
        assert len(done.answer["proceedings"]) == 3
        assert done.answer["exposure"]["EUR"]["fined"] == 60_000_000_00
        assert list(done.answer["exposure"]) == ["EUR"]

    def test_says_why_no_authority_led_for_the_others(self, run):
        words = run("play", "clearview").words
        assert "a matter of 3 proceedings" in words
        assert "WHY THEY ARE SEPARATE" in words


class TestTheMatter:
    def test_is_eight_proceedings_and_sixty_million_and_some_pounds(self, run):
        done = run("play", "clearview-world", "--as-of", "2023-04-13", "--json")
        assert figures(done)["fined"] == 60 * MILLION
        assert done.answer["exposure"]["GBP"]["fined"] == 7_552_800_00
        authorities = ("cnil", "garante", "hdpa", "ico", "ap", "dsb", "aepd")
        names = {f"clearview-{one}" for one in authorities}
        assert set(done.answer["proceedings"]) == {*names, "police-imy"}

    def test_shows_one_time_line_tagged_and_why_nobody_led(self, run):
        done = run("play", "clearview-world")
        assert done.status == 0
        assert "no authority led for the others" in done.words
        assert "24 Feb 2021 garante A complaint is lodged" in done.words

    def test_before_its_first_event_says_so_for_each(self, run):
        done = run("play", "clearview-world", "--as-of", "2019-01-01")
        assert done.words.count("Nothing has happened yet") == 8
        assert "Nothing imposed, nothing at stake." in done.words

    def test_has_the_sums_of_many_below_each_other_and_the_totals_by_currency(self, run):
        done = run("play", "clearview-world", "--as-of", "2024-06-01")
        own = "cnil 20 000 000 garante 20 000 000 hdpa 20 000 000 ap 30 500 000"
        totals = "total 90 500 000 EUR total 0 GBP total 2 500 000 SEK"
        assert f"fined {own} police-imy 2 500 000 {totals}" in done.words

    def test_has_the_sums_of_few_side_by_side(self, run, tmp_path):
        path = tmp_path / "three.yaml"
        path.write_text(THREE, "utf-8")
        done = run("play", str(path))
        assert "fined 20 000 000 20 000 000 20 000 000 60 000 000" in done.words
        assert "total EUR" in done.words


class TestThePage:
    def test_has_every_part(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2023-04-13")
        assert done.status == 0
        headings = [line for line in done.shown.splitlines() if line.isupper() or "  " in line]
        told = "\n".join(headings)
        for heading in (
            "WHAT HAPPENED",
            "WHERE IT STANDS  decided",
            "WHO ACTS NEXT",
            "DEADLINES",
            "EXPOSURE  EUR",
            "EXPECTED  all 37 hold",
            "WHAT THIS IS",
        ):
            assert heading in told
        assert "A training simulation, not legal advice." in done.shown
        assert "Claims for damages under GDPR 82" in done.words

    def test_tells_what_the_press_said_and_what_is_inferred(self, run):
        done = run("play", "clearview-cnil")
        assert "told differently: “Section 31 was breached” (press); but:" in done.words
        assert "≈18 Oct 2022" in done.shown
        assert "the day is inferred: The day of notification is in no text." in done.words

    def test_hides_figures_that_are_zero_unless_asked_for_all(self, run):
        short = run("play", "clearview-cnil").words
        full = run("play", "clearview-cnil", "--full").words
        assert " refundable 0 " not in short
        assert " refundable 0 " in full
        assert "ProceedingRegistered" in full
        assert "Order to produce after an unanswered notice. Not offered." in full

    def test_stays_within_eighty_columns(self, run):
        for name in ("clearview-cnil", "clearview", "over-the-line"):
            lines = run("play", name).shown.splitlines()
            assert max(map(len, lines)) <= 80
            assert not [line for line in lines if line != line.rstrip()]

    def test_never_breaks_a_sum_or_a_day(self, run):
        for line in run("play", "clearview-cnil").shown.splitlines():
            assert not line.endswith((" of EUR", "EUR 20", "EUR 20 000", "18 October", "GDPR"))

    def test_shows_refused_acts_with_rule_value_and_limit(self, run):
        done = run("play", "over-the-line")
        assert done.status == 0
        assert "a fine of EUR 20 000 001 is above the maximum, EUR 20 000 000 (GDPR 83(5))" in (
            done.words
        )
        assert "it stands because: The committee rounded the other way" in done.words

    @pytest.mark.parametrize("name", ["clearview-cnil", "clearview"])
    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
    def test_is_there_at_both_ends_of_the_calendar(self, run, name, day):
        done = run("play", name, "--as-of", day)
        assert done.status == 0, done.complained
        assert "WHAT THIS IS" in done.shown

    def test_of_a_day_without_events_says_so(self, run):
        done = run("play", "clearview-cnil", "--as-of", "2019-01-01")
        assert "Nothing yet." in done.shown
        assert "the first event is between 1 May 2020 and 26 August 2020" in done.words
        assert "The file expects nothing up to that day." in done.words


class TestARowThatOneReadingRefuses:
    def test_is_told_with_its_reading(self, run, story):
        early = "  - {day: 2024-02-01, act: rapporteur appointment}\n"
        days = "2024-02-10..2024-04-20"
        row = f"  - {{id: sitting, day: {days}, act: hearing, by: restricted committee}}\n"
        path = story("over-the-line", (early, early + row))
        done = run("play", str(path))
        assert "Refused as irregular, at the earliest alone: hearing." in done.words


class TestAWarningOfOneReading:
    def test_is_told_whichever_reading_it_is(self):
        run = play(load("clearview-garante"))
        warning = Defect(rule="order", message="too late", gravity="warns")
        earliest, latest = run.readings
        steps = (attrs.evolve(latest.steps[0], warnings=(warning,)), *latest.steps[1:])
        run = attrs.evolve(run, readings=(earliest, attrs.evolve(latest, steps=steps)))
        assert run.warnings(steps[0].command_id) == (warning,)


class TestAnExpectationThatFails:
    def test_gives_status_one_and_its_place(self, run, story):
        path = story("clearview-cnil", ("as_of: 2022-12-20", "as_of: 2022-12-21"))
        done = run("play", str(path))
        assert done.status == 1
        assert "36 of 37 hold" in done.shown
        assert "accruing is EUR 200 000, not EUR 100 000" in done.words
        assert re.search(
            r"clearview-cnil.yaml:\d+:\d+: as of 2022-12-21, accruing is EUR 200 000",
            done.complained,
        )

    def test_is_in_the_object_too(self, run, story):
        path = story("clearview-cnil", ("as_of: 2022-12-20", "as_of: 2022-12-21"))
        done = run("play", str(path), "--json")
        assert done.status == 1
        (failed,) = [one for one in done.answer["expectations"] if not one["ok"]]
        assert failed["found"] == "EUR 200 000"

    def test_beyond_the_day_asked_about_does_not_count(self, run, story):
        path = story("clearview-cnil", ("as_of: 2022-12-20", "as_of: 2022-12-21"))
        assert run("play", str(path), "--as-of", "2022-12-20").status == 0


class TestTheSchemaOfTheOutput:
    @pytest.fixture
    def validator(self, run):
        schema = run("schema", "output").answer
        Draft202012Validator.check_schema(schema)
        return Draft202012Validator(schema)

    @pytest.mark.parametrize("day", ["2019-01-01", "2021-12-16", "2022-10-18", "2023-05-10"])
    @pytest.mark.parametrize("name", ["clearview-cnil", "clearview-hdpa", "clearview"])
    def test_fits_what_play_prints(self, run, validator, name, day):
        validator.validate(run("play", name, "--as-of", day, "--json").answer)

    def test_fits_defects_and_refusals(self, run, validator):
        validator.validate(run("play", "over-the-line", "--json").answer)

    def test_is_exact(self, run, validator):
        found = run("play", "clearview-cnil", "--json").answer
        assert not validator.is_valid(found | {"surprise": 1})
        assert not validator.is_valid({k: v for k, v in found.items() if k != "exposure"})

    def test_is_of_the_object_that_the_library_gives(self, run):
        given = answer(play(load("clearview-cnil")))
        assert run("play", "clearview-cnil", "--json").answer == json.loads(json.dumps(given))


SOME_AND_THE_REST = [
    pytest.param(name, marks=() if number % 6 == 0 else pytest.mark.slow)
    for number, name in enumerate(shipped_names())
]


class TestTheGlueOfWords:
    """What keeps a sum or a citation on one line is the program's own, and never shown."""

    @pytest.mark.parametrize("name", SOME_AND_THE_REST)
    @pytest.mark.parametrize("words", [("play",), ("play", "--full"), ("options", "--full")])
    def test_is_on_no_page_of_a_shipped_story(self, run, name, words):
        command, *more = words
        self.check(run(command, name, *more))

    @pytest.mark.parametrize("name", SOME_AND_THE_REST)
    @pytest.mark.parametrize("asked", ["imposed", "at_stake", "appeal"])
    def test_is_in_no_explanation(self, run, name, asked):
        self.check(run("explain", name, asked))

    @pytest.mark.parametrize("name", shipped())
    def test_is_in_no_rulebook(self, run, name):
        self.check(run("rules", name))

    @staticmethod
    def check(done):
        assert "ue000" not in done.shown + done.complained
        assert "\ue000" not in done.shown + done.complained


class TestWhatIsLeftAside:
    def test_is_counted_in_one_line(self, run):
        said = "in the file, but not played: 2 branches; --full lists them"
        assert said in run("play", "clearview-cnil").words
        assert said not in run("play", "clearview-cnil", "--full").words
        assert "not played" not in run("play", "over-the-line").words


class TestTheReadingOfAChart:
    SAID = "drawn with every uncertain day at its earliest"

    @pytest.mark.parametrize("name", ["clearview", "clearview-garante"])
    def test_is_told_where_there_are_two(self, run, name):
        assert self.SAID in run("play", name).words

    def test_is_not_told_where_there_is_one(self, run):
        assert self.SAID not in run("play", "over-the-line").words
