"""`showcause rules diff`: what changes between two rulebooks, or between two days of one."""

import re

import pytest

MINE = """\
rulebook: mine
title: My own law
extends: [eu-gdpr]
instruments: {ACT: An act}
last_checked_on: 2026-01-01
acts:
  opening:
    - {since: 2019-01-01, by: authority, cite: ACT 1, confidence: memory}
periods:
  defence:
    - {since: 2019-01-01, length: 30 days, from: charges.notified, cite: ACT 2, confidence: memory}
    - {since: 2022-01-01, length: 60 days, from: charges.notified, cite: ACT 2, confidence: memory}
  renumbered:
    - {since: 2019-01-01, length: 1 month, from: charges.notified, cite: ACT 3, confidence: memory}
    - {since: 2022-01-01, length: 1 month, from: charges.notified, cite: ACT 4, confidence: memory}
  repealed:
    - {since: ..2020-06-01, until: 2021-12-31, length: 1 month, cite: ACT 5, confidence: memory}
measures:
  costs: [{since: 2019-01-01, cite: ACT 7, confidence: memory}]
not_modelled:
  - {what: Prison, cite: ACT 9, effect: Never counted}
"""


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(MINE, "utf-8")
    return str(path)


def rules(answer):
    """The rules of an answer that differ, by section and name."""
    return {(rule["section"], rule["name"]): rule for rule in answer["rules"]}


def values(rule):
    """What each side says, by key."""
    return {one["key"]: (one["from"], one["to"]) for one in rule["values"]}


class TestTwoRulebooks:
    def test_show_each_value_that_differs_with_both_citations(self, run):
        done = run("rules", "diff", "fr", "it", "--on", "2022-10-17")
        assert done.status == 0
        appeal = done.shown.split("PERIODS", 1)[1].split("  appeal ", 1)[1].split("  defence ")[0]
        assert re.search(r"length +2 months +30 days", appeal)
        assert re.search(r"abroad +4 months +60 days", appeal)
        assert "CJA R421-7]" in appeal
        assert "DLGS-150 10]" in appeal

    def test_show_what_only_one_of_them_has(self, run):
        told = run("rules", "diff", "fr", "it", "--on", "2022-10-17", "--json").answer
        astreinte = rules(told)["periodic_penalties", "astreinte"]
        assert astreinte["to"] is None
        assert astreinte["from"]["cite"] == "DEC 44"
        assert values(astreinte)["per"] == (["day"], [])
        assert "no such rule in force" in run("rules", "diff", "fr", "it").words

    def test_leave_out_what_both_take_from_the_same_rulebook(self, run):
        told = run("rules", "diff", "fr", "it", "--json").answer
        assert not {("maxima", "upper"), ("maxima", "lower")} & set(rules(told))
        assert told["same"] > 10

    def test_compare_a_power_with_what_it_takes_from_its_parents(self, run):
        told = run("rules", "diff", "it", "eu-gdpr", "--json").answer
        requires, none = values(rules(told)["acts", "decision"])["requires"]
        assert requires == ["after the end of defence [CODE 166 (memory)]"]
        assert none == []

    def test_say_in_what_they_differ_as_a_whole(self, run):
        general = values({"values": run("rules", "diff", "fr", "it", "--json").answer["general"]})
        assert general["country"] == (["FR"], ["IT"])
        assert general["counting"] == (["civil procedure"], ["union periods"])
        assert "chair (président de la CNIL)" in general["organs"][0]

    def test_are_taken_on_the_day_of_the_last_check_of_either(self, run, mine):
        assert run("rules", "diff", "eu-gdpr", mine, "--json").answer["to"]["on"] == "2026-11-20"

    def test_can_each_be_taken_on_a_day_of_their_own(self, run):
        days = ("--on", "2021-01-01", "--on", "2024-01-01")
        told = run("rules", "diff", "fr", "it", *days, "--json").answer
        assert (told["from"]["on"], told["to"]["on"]) == ("2021-01-01", "2024-01-01")
        assert "fr, 1 Jan 2021" in run("rules", "diff", "fr", "it", *days).words

    def test_list_what_only_one_of_them_leaves_out(self, run, mine):
        told = run("rules", "diff", "eu-gdpr", mine, "--json").answer["not_modelled"]
        assert told == {
            "from": [],
            "to": [{"what": "Prison", "cite": "ACT 9", "effect": "Never counted"}],
        }
        shown = run("rules", "diff", "eu-gdpr", mine).shown
        assert "NOT MODELLED IN MINE ALONE\n  Prison  [ACT 9]\n    Never counted" in shown
        assert "NOT MODELLED IN EU-GDPR ALONE" not in shown

    def test_fit_in_eighty_columns(self, run):
        done = run("rules", "diff", "gb", "nl")
        assert max(map(len, done.shown.splitlines())) <= 80


class TestTwoDays:
    DAYS = ("--on", "2021-06-01", "--on", "2023-01-01")

    def test_of_one_rulebook_show_what_a_reform_changed(self, run, mine):
        done = run("rules", "diff", mine, *self.DAYS)
        assert "My own law: what differs" in done.shown
        assert "2 rules differ; 1 only in 1 Jun 2021" in done.words
        assert re.search(r"length +30 days +60 days", done.shown)
        assert done.words.count("ACT 2]") == 2

    def test_show_a_citation_that_alone_changed(self, run, mine):
        told = rules(run("rules", "diff", mine, *self.DAYS, "--json").answer)
        renumbered = told["periods", "renumbered"]
        assert renumbered["values"] == []
        assert (renumbered["from"]["cite"], renumbered["to"]["cite"]) == ("ACT 3", "ACT 4")

    def test_show_a_repeal(self, run, mine):
        repealed = rules(run("rules", "diff", mine, *self.DAYS, "--json").answer)[
            "periods", "repealed"
        ]
        assert repealed["from"]["until"] == "2021-12-31"
        assert repealed["to"] is None

    def test_show_a_rule_that_has_come_though_it_says_nothing_but_its_citation(self, run, mine):
        days = ("--on", "2018-06-01", "--on", "2019-06-01")
        costs = rules(run("rules", "diff", mine, *days, "--json").answer)["measures", "costs"]
        assert costs["from"] is None
        assert (costs["to"]["cite"], costs["values"]) == ("ACT 7", [])

    def test_that_are_the_same_differ_in_nothing(self, run):
        done = run("rules", "diff", "fr", "--on", "2023-01-01", "--on", "2023-01-01")
        assert done.status == 0
        assert "No rule differs;" in done.words
        assert "ACTS" not in done.shown

    def test_say_how_much_is_only_presumed(self, run, mine):
        early = ("--on", "2020-01-01", "--on", "2020-07-01")
        done = run("rules", "diff", mine, *early)
        assert (
            "1 rule of mine is known to be in force only by a later day than 1 January 2020"
            in done.words
        )
        told = run("rules", "diff", mine, *early, "--json").answer
        assert told["presumed"] == {"from": 1, "to": 0}
        many = run("rules", "diff", "fr", "--on", "1990-01-01", "--on", "1990-01-01").words
        assert "rules of fr are known to be in force only by a later day" in many


class TestAWrongCall:
    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("fr",), "give --on twice, or name a second rulebook"),
            (("fr", "--on", "2022-01-01"), "give --on twice, or name a second rulebook"),
            (("common", "eu-time"), "give a day with --on"),
            (("fr", "it", *["--on", "2022-01-01"] * 3), "--on is given 3 times"),
            (("fr", "xx"), "there is no rulebook 'xx'"),
            (("fr", "it", "--on", "2022-1-1"), "write 2022-01-01 if day 1"),
            ((), "parameter FIRST requires an argument"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
    )
    def test_is_answered_with_one_sentence(self, run, words, says):
        done = run("rules", "diff", *words)
        assert done.status == 2
        assert says in done.complained
        assert len(done.complained.splitlines()) == 1
