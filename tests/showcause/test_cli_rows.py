"""A row given to a docket is recorded whole or not at all, and with exact days and sums."""

from datetime import date

import pytest

from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.entries import Conduct, Party
from domain.rulebook.loading import compose_text
from showcause.bootstrap import open_docket

SHOP = "  shop: {role: addressee"
APP = "  app: {role: addressee, kind: undertaking, name: An app, country: FR}"
FINE = "{measure: fine, amount: EUR 5..10, for: tracking}"
CHARGES = ("charges", "by=rapporteur", "alleges={tracking: [GDPR 6]}", "--on", "2024-03-01")
STRICT = """
rulebook: strict
title: Nothing is notified before the rapporteur is named
extends: [fr]
instruments: {X: A law}
acts:
  notification: [{since: ..2018-05-25, by: authority, requires: [{after: rapporteur appointment}],
    cite: X 1, confidence: verified, read_in: this rulebook}]
"""


@pytest.fixture
def two(run, store, story):
    """A proceeding against two, with a rapporteur."""
    path = story("over-the-line", (SHOP, f"{APP}\n{SHOP}"))
    done = run("docket", "open", str(path), "--on", "2024-01-01")
    assert done.status == 0, done.complained
    named = ("rapporteur appointment", "--on", "2024-02-01")
    assert run("docket", "act", "over-the-line", *named).status == 0
    return store


def position(run, name="over-the-line"):
    return run("docket", "show", name, "--json").answer["position"]


class TestARowOfSeveralAddressees:
    def test_is_notified_to_each_of_them(self, run, two):
        done = run("docket", "act", "over-the-line", *CHARGES, "notified=2024-03-02", "--json")
        assert done.status == 0, done.complained
        events = [one["event"] for one in done.answer["recorded"]]
        assert events == ["ChargesIssued", "ActNotified", "ActNotified"]
        dues = run("docket", "show", "over-the-line", "--json").answer["deadlines"]
        assert {one["party"] for one in dues} == {"app", "shop"}

    def test_is_notified_to_those_that_it_names_alone(self, run, two):
        words = (*CHARGES, "to=[shop]", "notified=2024-03-02", "--json")
        done = run("docket", "act", "over-the-line", *words)
        events = [one["event"] for one in done.answer["recorded"]]
        assert events == ["ChargesIssued", "ActNotified"]

    def test_again_adds_nothing(self, run, two):
        words = (*CHARGES, "notified=2024-03-02", "--id", "row", "--json")
        first = run("docket", "act", "over-the-line", *words).answer
        again = run("docket", "act", "over-the-line", *words).answer
        assert again["repeated"]
        assert again["position"] == first["position"] == 5

    def test_cannot_name_one_of_them_twice(self, run, two):
        done = run("docket", "act", "over-the-line", *CHARGES, "to=[shop, shop]")
        assert done.status == 1
        assert "names shop more than once" in done.complained


class TestARowWhoseNotificationIsRefused:
    def test_is_not_recorded_at_all(self, run, two):
        before = position(run)
        words = (*CHARGES, "notified={shop: 2024-03-02, authority: 2024-03-02}")
        done = run("docket", "act", "over-the-line", *words)
        assert done.status == 1
        assert done.complained.splitlines()[-1] == "showcause: nothing was recorded"
        assert position(run) == before

    def test_is_told_how_else_it_can_be_given_as_despite_is_of_the_act(self, run, store):
        parties = (
            Party(key="cnil", role="authority"),
            Party(key="shop", role="addressee", kind="undertaking"),
        )
        conducts = (Conduct(key="tracking", what="Following visitors"),)
        command = RegisterProceeding(
            on=date(2024, 1, 1), proceeding="p", parties=parties, conducts=conducts
        )
        with open_docket(store) as docket:
            docket.open(command, compose_text(STRICT, "strict.yaml"), command_id="1")
        notice = (
            "formal notice",
            "by=chair",
            "alleges={tracking: [GDPR 6]}",
            "content=Stop",
            "comply=within 2 months of notification",
            "--on",
            "2024-03-01",
        )
        done = run("docket", "act", "p", *notice, "notified=2024-03-02")
        assert done.status == 1
        (how,) = [one for one in done.complained.splitlines() if "nothing was recorded" in one]
        assert "leave 'notified' out, and give the notification as an act of its own" in how
        assert position(run, "p") == 1
        assert run("docket", "act", "p", *notice).status == 0
        alone = ("notification", "of=formal notice", "--on", "2024-03-02")
        refused = run("docket", "act", "p", *alone).complained
        despite = refused.partition("all the same: ")[2].strip().replace("'", "")
        assert run("docket", "act", "p", *alone, despite).status == 0


class TestDespiteInVain:
    def test_is_not_advised_once_more(self, run, two):
        done = run("docket", "act", "over-the-line", *CHARGES, "despite={charge: W}")
        assert done.status == 1
        assert "nothing is irregular there" in done.complained
        assert done.complained.splitlines()[-1] == "showcause: nothing was recorded"


class TestARangeInADocket:
    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (
                ("payment", "for=fine", "amount=EUR 5..10", "--on", "2024-03-01"),
                "amount: a docket keeps exact sums; write one like EUR 5, not EUR 5..10 (payment)",
            ),
            (
                (
                    "decision",
                    "finds={tracking: [GDPR 6]}",
                    "fault=intent",
                    f"measures=[{{measure: reprimand}}, {FINE}]",
                    "--on",
                    "2024-03-01",
                ),
                "measures.2.amount: a docket keeps exact sums",
            ),
            (("note", "what=x", "day=2024-03-01..2024-03-04"), "day: a docket keeps exact days"),
            (
                (*CHARGES, "notified=2024-03-02..2024-03-04"),
                "notified: a docket keeps exact days",
            ),
            (
                (*CHARGES, "published=2024-03-02..2024-03-04"),
                "published: a docket keeps exact days",
            ),
        ],
    )
    def test_is_refused(self, run, two, words, says):
        before = position(run)
        done = run("docket", "act", "over-the-line", *words)
        assert done.status == 2
        assert says in done.complained
        assert position(run) == before

    def test_may_be_a_part_of_a_maximum_which_is_one_sum(self, run, two):
        done = run(
            "docket", "act", "over-the-line", "payment", "for=fine", "amount=maximum",
            "--on", "2024-03-01",
        )  # fmt: skip
        assert done.status == 1
        assert "the sum fine cannot be named: there is none" in done.complained
