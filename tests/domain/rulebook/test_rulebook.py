"""A composed rulebook: which version is in force, and what a child adds to its parents."""

from datetime import date, timedelta

import pytest

from domain.calendars import MonthsEnd, RestDayRule
from domain.days import Day
from domain.errors import RuleNotFoundError, RuleNotInForceError
from domain.periods import Period
from domain.rulebook.labels import Confidence, Kind, Sourced
from domain.rulebook.loading import changed, compose_text, load_rulebook
from domain.rulebook.model import Version
from domain.rulebook.rulebook import in_force

D = date(2022, 10, 17)
FR, IT, GR, EU = (load_rulebook(name) for name in ("fr", "it", "gr", "eu-gdpr"))

HEAD = """\
rulebook: mine
title: Mine
extends: [{extends}]
instruments: {{ACT: An act}}
"""
REFORM = """\
periods:
  hearing summons:
    - {since: 2019-05-29.., length: 1 month, cite: ACT 41, confidence: memory}
    - {since: 2022, length: 15 days, cite: ACT 41, confidence: memory}
  exact:
    - {since: 2019-05-29, length: 1 month, cite: ACT 1, confidence: memory}
    - {since: 2022-04-10, length: 15 days, cite: ACT 1, confidence: memory}
  repealed:
    - {since: 2019-05-29, until: 2022-04-09, length: 1 month, cite: ACT 2, confidence: memory}
  known since:
    - {since: ..2019-05-29, length: 1 month, cite: ACT 3, confidence: memory}
"""


def composed(text, extends="eu-gdpr"):
    return compose_text(HEAD.format(extends=extends) + text, "mine.yaml")


def version(since):
    return Version(since=Day.parse(since))


class TestVersionsInForce:
    LAW = composed(REFORM)

    @pytest.mark.parametrize(
        ("on", "length"),
        [("2019-05-29", "1 month"), ("2022-04-09", "1 month"), ("2022-04-10", "15 days")],
    )
    def test_change_on_the_day_of_the_reform_and_not_before(self, on, length):
        found = self.LAW.period("exact", date.fromisoformat(on))
        assert found.length == Period.parse(length)

    def test_are_none_before_the_first(self):
        with pytest.raises(RuleNotInForceError, match="'exact' is not in force on 2019-05-28"):
            self.LAW.period("exact", date(2019, 5, 28))

    def test_end_with_a_repeal(self):
        assert self.LAW.period("repealed", date(2022, 4, 9)).length == Period.parse("1 month")
        with pytest.raises(RuleNotInForceError):
            self.LAW.period("repealed", date(2022, 4, 10))

    def test_are_presumed_before_the_day_since_when_they_are_known(self):
        assert self.LAW.period("known since", date(1999, 1, 1)).length == Period.parse("1 month")
        (rule,) = self.LAW.versions("periods", "known since")
        assert rule.presumed(date(2019, 5, 28))
        assert not rule.presumed(date(2019, 5, 29))

    def test_are_two_while_it_is_uncertain_which_was_in_force(self):
        versions = self.LAW.versions("periods", "hearing summons")
        during = in_force(versions, date(2022, 6, 1))
        assert [str(v.length) for v in during] == ["1 month", "15 days"]
        assert [str(v.length) for v in in_force(versions, date(2021, 12, 31))] == ["1 month"]
        assert [str(v.length) for v in in_force(versions, date(2023, 1, 1))] == ["15 days"]
        # where one answer is needed it is the later version
        assert self.LAW.period("hearing summons", date(2022, 6, 1)).length.length == 15

    def test_of_an_act_are_alternatives_while_that_is_uncertain(self):
        law = composed(
            """\
acts:
  opening:
    - {since: ..2020-01-01, by: authority, cite: ACT 1, confidence: memory}
    - {since: 2022, by: court, cite: ACT 2, confidence: memory}
"""
        )
        assert [p.by for p in law.powers("opening", date(2021, 12, 31))] == [("authority",)]
        assert [p.by for p in law.powers("opening", date(2022, 6, 1))] == [
            ("authority",),
            ("court",),
        ]
        assert [p.by for p in law.powers("opening", date(2023, 1, 1))] == [("court",)]

    def test_are_told_by_certain_and_possible(self):
        rule = version("2022")
        assert [rule.possible(d) for d in (date(2021, 12, 31), date(2022, 1, 1))] == [False, True]
        assert [rule.certain(d) for d in (date(2022, 12, 30), date(2022, 12, 31))] == [False, True]
        assert not version("unknown").certain(date.max)
        assert version("unknown").possible(date.min)

    @pytest.mark.parametrize("law", [FR, IT, GR, EU], ids=lambda law: law.name)
    def test_of_shipped_rules_begin_on_their_day(self, law):
        for section in ("acts", "measures", "periods", "maxima"):
            for name in law.names(section):
                for rule in law.versions(section, name):
                    first = rule.since.earliest
                    if first is not None:
                        assert rule.possible(first)
                        assert not rule.possible(first - timedelta(days=1))


class TestComposition:
    def test_adds_the_conditions_of_all(self):
        (fine,) = FR.measures("fine", D)
        assert [(type(c).__name__, c.cite) for c in fine.requires] == [
            ("Holds", "GDPR 83(2)"),
            ("Holds", "C-807/21"),
            ("Holds", "GDPR 58(4)"),
            ("Holds", "DEC 40"),
            ("PartyIs", "LIL 20 III 7"),
        ]

    def test_binds_both_limits(self):
        law = composed(
            """\
measures:
  fine:
    - since: ..2018-05-25
      limits: [{limit: amount, at_most: EUR 1 000 000}]
      cite: ACT 141
      confidence: memory
"""
        )
        (fine,) = law.measures("fine", D)
        assert [str(limit.at_most) for limit in fine.limits] == ["maximum", "EUR 1 000 000"]

    def test_takes_what_the_child_says_and_else_what_its_parent_says(self):
        (charges,) = FR.powers("charges", D)
        assert (charges.by, charges.local, charges.cite) == (("rapporteur",), "rapport", "DEC 40")
        (ban,) = IT.measures("ban", D)
        assert ban.cite == "GDPR 58(2)(f)"
        appeal, silence, further = GR.powers("appeal", D)
        assert (silence.scope, further.scope) == ("silence", "judgment")
        assert appeal.by == ("addressee", "complainant")

    def test_joins_what_an_act_is(self):
        (notice,) = FR.powers("formal notice", D)
        assert notice.is_ == ("starts a period",)
        (order,) = FR.measures("order", D)
        assert order.is_ == ("binding", "appealable", "sanctioned if breached")
        assert order.penalty == "astreinte"

    def test_reaches_every_alternative_of_the_child(self):
        law = composed(
            """\
acts:
  decision: [{since: ..2018-05-25, cite: ACT 1, confidence: memory}]
  simplified decision: [{since: ..2018-05-25, act: decision, cite: ACT 2, confidence: memory}]
"""
        )
        powers = [power for power in law.powers("decision", D) if power.when is None]
        assert [p.cite for p in powers] == ["ACT 1", "ACT 2"]
        assert [[c.cite for c in p.requires] for p in powers] == [
            ["GDPR 58(2)", "GDPR 60(4)", "GDPR 60(5)", "GDPR 65(4)", "GDPR 65(6)"]
        ] * 2
        assert [p.name for p in powers] == ["decision", "simplified decision"]

    def test_gives_a_parent_s_power_for_one_procedure_under_its_own_source(self):
        powers = FR.powers("decision", D)
        told = {(p.when.procedure, p.cite) for p in powers if p.when is not None}
        assert (("provisional",), "GDPR 66(1)") in told
        assert (("urgent",), "DEC 46") in told
        # nothing of two procedures at once: 66(1) is joined to the ordinary power alone
        assert len([p for p in powers if p.cite == "GDPR 66(1)"]) == 2

    def test_gives_no_power_to_an_act_that_nobody_knows(self):
        assert FR.powers("acknowledgment", D) == ()
        assert IT.powers("formal notice", D) == ()
        assert FR.measures("astreinte", D) == ()

    def test_begins_for_a_child_before_its_parent(self):
        assert FR.measures("fine", date(2018, 5, 24)) != ()
        assert EU.measures("fine", date(2018, 5, 24)) == ()
        assert EU.measures("fine", date(2018, 5, 25)) != ()

    def test_replaces_a_rule_of_another_section_where_it_says_so(self):
        law = composed(
            """\
periods:
  appeal: [{since: ..2018-05-25, length: 6 weeks, from: decision.notified, replaces: fr,
            cite: ACT 2, confidence: memory}]
""",
            "fr",
        )
        assert law.period("appeal", D).length == Period.parse("6 weeks")
        assert law.period("observations", D).length == Period.parse("1 month")

    def test_collects_what_is_not_modelled(self):
        told = [gap.what for gap in FR.not_modelled]
        assert "Simplified and urgent procedures" not in told
        assert "Opinions of the Board" in told
        assert "Claims for damages under GDPR 82" in told


class TestQuestions:
    def test_about_names_put_the_own_rules_first(self):
        assert FR.names("time_rules") == ("civil procedure", "union periods")
        assert FR.has("maxima", "upper")
        assert not FR.has("maxima", "middle")

    def test_about_an_unknown_rule_are_refused(self):
        with pytest.raises(RuleNotFoundError, match="the rulebook fr has no periods rule 'nap'"):
            FR.period("nap", D)
        with pytest.raises(RuleNotFoundError):
            FR.time_rule("lunar", date(2022, 10, 18))

    def test_about_time_rules(self):
        rule = FR.time_rule("", date(2022, 10, 18))
        assert (rule.name, rule.end_on_rest_day, rule.months_end) == (
            "civil procedure",
            RestDayRule.NEXT_WORKING_DAY,
            MonthsEnd.LAST_DAY,
        )
        assert rule.rest_days == frozenset({5, 6})
        assert FR.time_rule("union periods", date(2022, 10, 18)).name == "union periods"
        assert FR.time_rule("", date(2022, 10, 19)) == rule

    def test_about_periods_by_what_they_run_from(self):
        assert [p.name for p in FR.periods_from("decision.notified", D)] == ["appeal"]
        assert [p.name for p in IT.periods_from("decision.notified", D)] == ["appeal", "payment"]
        assert FR.periods_from("decision.published", D) == ()

    def test_about_maxima(self):
        assert [rule.name for rule in FR.maxima(D)] == ["trackers", "lower", "upper"]
        assert [rule.name for rule in FR.joint_maxima(D)] == ["linked conduct"]
        assert [rule.name for rule in FR.maxima(date(2018, 5, 24))] == ["trackers"]

    def test_about_the_penalty(self):
        rule = FR.penalty("astreinte", D)
        assert rule.cite == "DEC 44"
        with pytest.raises(RuleNotFoundError):
            IT.penalty("astreinte", D)
        ended = changed(FR, "periodic_penalties.astreinte.until", "2022-10-16")
        with pytest.raises(RuleNotInForceError):
            ended.penalty("astreinte", D)

    def test_are_put_to_something_that_says_its_name(self):
        assert repr(FR) == f"<Rulebook fr {FR.digest[:12]}>"

    def test_about_the_penalty_may_find_none_in_force(self):
        ended = changed(FR, "periodic_penalties.astreinte.until", "2022-10-16")
        assert ended.penalty_if_any("astreinte", D) is None
        assert FR.penalty_if_any("astreinte", D) is FR.penalty("astreinte", D)

    def test_about_powers_take_a_day_that_differs_between_variants(self):
        class Symbol(date):
            __hash__ = None

            def through(self):
                """Only symbols have it."""

        on = Symbol(D.year, D.month, D.day)
        assert FR.powers("decision", on) == FR.powers("decision", D)

    def test_about_powers_are_remembered(self):
        assert FR.powers("decision", D) is FR.powers("decision", D)


class TestLabels:
    @pytest.mark.parametrize(
        ("source", "label"),
        [
            (Sourced(cite="LIL 1"), "LIL 1"),
            (Sourced(cite="LIL 1", kind=Kind.STATUTE, confidence=Confidence.VERIFIED), "LIL 1"),
            (Sourced(cite="LIL 1", kind=Kind.PRACTICE), "LIL 1 (practice)"),
            (
                Sourced(cite="LIL 1", kind=Kind.MODEL, confidence=Confidence.MEMORY),
                "LIL 1 (model, memory)",
            ),
            (Sourced(cite="model", kind=Kind.MODEL), "model"),
            (Sourced(confidence=Confidence.MEMORY), "no text (memory)"),
        ],
    )
    def test_say_what_a_reader_has_to_know(self, source, label):
        assert source.label == label
