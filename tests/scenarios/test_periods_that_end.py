"""Periods whose end depends on what else happened, in the shipped cases."""

from datetime import date

from scenarios import load, play


def deadlines(run, day):
    return {(one.name, one.of): one.status for one in run.deadlines(day)}


class TestALapse:
    def test_is_over_once_the_file_is_closed(self):
        run = play(load("vivus-aepd"))
        assert deadlines(run, date(2024, 4, 10))["lapse", "opening-agreement"] == "running"
        assert deadlines(run, date(2024, 5, 7))["lapse", "opening-agreement"] == "answered"

    def test_is_over_once_the_proposal_is_paid(self):
        run = play(load("vivus-aepd"))
        assert deadlines(run, date(2024, 4, 25))["lapse", "opening-agreement"] == "answered"
        assert run.status(date(2024, 4, 25)).stage != "lapsed"


class TestATimeToPay:
    def test_that_the_decision_gives_stands_instead_of_the_law_s(self):
        run = play(load("dpp-law-ico"))
        due = [one for one in run.deadlines(date(2025, 4, 14)) if one.name == "payment"]
        assert [(one.of, one.on.exact) for one in due] == [("fine", date(2025, 5, 19))]


class TestAMemorandum:
    def test_answers_the_hearing_that_it_follows(self):
        run = play(load("mizuno-hdpa"))
        told = [
            one for one in run.timeline(date(2020, 7, 29)) if "answers the hearing" in one.sentence
        ]
        assert len(told) == 1
