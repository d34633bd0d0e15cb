"""The Clearview AI proceedings against figures worked out by hand, in cents."""

from datetime import date

import pytest

from domain.rulebook.loading import changed, load_rulebook
from scenarios import answer, load, load_scenario, play

CNIL = play(load_scenario("clearview-cnil"))

# Notified on Tuesday 18 October 2022, two months end on Sunday 18 December, which moves to Monday
# the 19th. So the first day of delay is 20 December 2022: 12 days in December, 31 in January, 28
# in February, 31 in March, and EUR 100 000 each.
TABLE = {
    # as of: fined, liquidated, accruing, paid
    "2022-10-16": (0, 0, 0, 0),
    "2022-10-17": (20_000_000_00, 0, 0, 0),
    "2022-12-18": (20_000_000_00, 0, 0, 0),
    "2022-12-19": (20_000_000_00, 0, 0, 0),
    "2022-12-20": (20_000_000_00, 0, 100_000_00, 0),
    "2022-12-31": (20_000_000_00, 0, 12 * 100_000_00, 0),
    "2023-02-09": (20_000_000_00, 0, (12 + 31 + 9) * 100_000_00, 0),
    "2023-04-12": (20_000_000_00, 0, (12 + 31 + 28 + 31 + 12) * 100_000_00, 0),
    "2023-04-13": (20_000_000_00, 5_200_000_00, (115 - 52) * 100_000_00, 0),
    "2023-05-10": (20_000_000_00, 5_200_000_00, (142 - 52) * 100_000_00, 0),
}


class TestTheLedgerOfTheCnil:
    @pytest.mark.parametrize("day", TABLE)
    def test_agrees_with_the_table_worked_out_by_hand(self, day):
        fined, liquidated, accruing, paid = TABLE[day]
        figures = answer(CNIL, date.fromisoformat(day))["exposure"]["EUR"]
        assert figures["fined"] == fined
        assert figures["liquidated"] == liquidated
        assert figures["imposed"] == fined + liquidated
        assert figures["outstanding"] == fined + liquidated - paid
        assert figures["accruing"] == accruing
        assert figures["paid"] == paid

    def test_counts_114_days_on_the_day_before_the_liquidation(self):
        thing = CNIL.status(date(2023, 4, 12)).of("injunction")
        assert str(thing.days_of_delay) == "114"
        assert CNIL.exposure(date(2023, 4, 12)).figure("accruing").least.minor == 11_400_000_00

    def test_has_a_floor_and_an_open_ceiling_while_turnover_is_unknown(self):
        told = answer(CNIL, date(2021, 12, 16))
        assert told["status"]["stage"] == "formal notice"
        assert told["status"]["things"]["notice"]["status"] == "running"
        assert told["exposure"]["EUR"]["at_stake"] == {"floor": 20_000_000_00, "ceiling": None}
        assert told["exposure"]["EUR"]["imposed"] == 0

    def test_says_where_the_days_of_the_notice_are_uncertain(self):
        due = next(d for d in answer(CNIL, date(2021, 12, 16))["deadlines"] if d["of"] == "notice")
        assert due["on"] == {"earliest": "2022-01-26", "latest": "2022-02-16"}
        assert due["mark"] == "uncertain"


class TestTheDeadlineOfTheInjunction:
    DUE = next(d for d in answer(CNIL, date(2022, 12, 1))["deadlines"] if d["of"] == "injunction")

    def test_is_marked_as_inferred_with_the_reason(self):
        assert self.DUE["inferred"] is True
        assert "in no text" in self.DUE["why"]

    def test_shows_each_step(self):
        assert [(step["kind"], step["on"]) for step in self.DUE["steps"]] == [
            ("counted", "2022-12-18"),
            ("rest day", "2022-12-18"),
            ("moved", "2022-12-19"),
        ]
        assert self.DUE["explanation"] == (
            "two months from 18 October 2022; 18 December 2022 is a Sunday; "
            "moved to Monday 19 December 2022"
        )

    def test_says_that_the_roll_is_a_choice_of_the_model(self):
        assert "(model)" in self.DUE["cite"]


class TestTheCountingOfDelay:
    """Which counting the authority used is not known: three settings give its 52 days."""

    ROLL = "time_rules.civil procedure.end_on_rest_day"
    FIRST = "periodic_penalties.astreinte.counting.first_day"
    LAST = "periodic_penalties.astreinte.counting.last_day"

    @pytest.mark.parametrize(
        ("roll", "first", "last", "days"),
        [
            ("next working day", "counted", "counted", 52),
            ("stays", "not counted", "counted", 52),
            ("stays", "counted", "not counted", 52),
            ("stays", "counted", "counted", 53),
        ],
    )
    def test_depends_on_the_roll_and_on_the_first_and_last_day(self, roll, first, last, days):
        law = load_rulebook("fr")
        for path, value in ((self.ROLL, roll), (self.FIRST, first), (self.LAST, last)):
            law = changed(law, path, value)
        run = play(load_scenario("clearview-cnil"), law)
        delay = run.status(date(2023, 2, 9)).of("injunction").days_of_delay
        assert (delay.least, delay.most) == (days, days)


class TestADayBeforeAnythingHappened:
    def test_has_a_clear_answer(self):
        told = answer(CNIL, date(2019, 1, 1))
        assert told["status"]["stage"] == "not opened"
        assert told["status"]["sentence"] == (
            "Nothing has happened yet: the first event is between 1 May 2020 and 26 August 2020."
        )
        assert told["timeline"] == []
        assert told["exposure"]["EUR"]["at_stake"] == {"floor": 0, "ceiling": 0}

    def test_has_one_for_the_matter_too(self):
        told = answer(play(load("clearview-world")), date(2019, 1, 1))
        assert told["sentence"] == "Nothing has happened yet: the first event is on 1 January 2020."


class TestWhatThePressToldDifferently:
    def test_stands_at_the_rows_it_is_about(self):
        rows = [e for e in answer(CNIL, date(2023, 6, 1))["timeline"] if e["told_differently"]]
        said = {one["said"] for entry in rows for one in entry["told_differently"]}
        assert "The CNIL notified Clearview in May 2021" in said
        assert "Section 31 was breached" in said

    def test_is_repeated_neither_at_notifications_nor_at_publications(self):
        rows = [e for e in answer(CNIL, date(2023, 6, 1))["timeline"] if e["told_differently"]]
        assert not {"ActNotified", "ActPublished"} & {entry["event"] for entry in rows}


class TestThatLaterDaysCanBeLiquidatedToo:
    def test_is_marked_as_known_from_memory_only(self):
        assert answer(CNIL, date(2023, 4, 12))["notes"] == []
        (note,) = answer(CNIL, date(2023, 4, 13))["notes"]
        assert "memory" in note


class TestTheMatter:
    RUN = play(load("clearview-world"))
    UNION = (
        "clearview-cnil",
        "clearview-garante",
        "clearview-hdpa",
        "clearview-ap",
        "clearview-dsb",
        "clearview-aepd",
    )

    def test_sums_to_sixty_million_fined_in_euros_and_to_another_sum_in_pounds(self):
        told = answer(self.RUN, date(2022, 10, 17))
        assert told["exposure"]["EUR"]["fined"] == 60_000_000_00
        assert told["exposure"]["GBP"]["fined"] == 7_552_800_00
        sides = told["proceedings"]
        fined = [sides[name]["exposure"]["EUR"]["fined"] for name in self.UNION]
        assert fined == [20_000_000_00] * 3 + [0] * 3

    def test_has_one_time_line(self):
        days = [one.on.earliest for _, one in self.RUN.timeline(date(2023, 6, 1))]
        assert days == sorted(days)
        names = {name for name, _ in self.RUN.timeline(date(2023, 6, 1))}
        assert names == {*self.UNION, "clearview-ico", "police-imy"}

    def test_says_why_no_authority_led_for_the_others(self):
        told = answer(self.RUN, date(2023, 6, 1))
        assert "no main establishment" in told["why_separate"]
        assert told["source"] == ["MED-2021-134 part IV"]

    def test_says_what_the_press_left_out(self):
        (told,) = answer(self.RUN)["told_differently"]
        assert "GBP 7 552 800" in told["but"]

    def test_gives_bounds_where_its_proceedings_do(self):
        # when the Garante and the HDPA notified is not told: due at once, at some time, or not yet
        due = self.RUN.exposure(date(2023, 4, 13))["EUR"]["due"]
        assert (due.least.minor, due.most.minor) == (25_200_000_00, 65_200_000_00)
