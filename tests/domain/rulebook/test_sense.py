"""What only shows when a rulebook is seen whole: each mistake, its place, and how to mend it."""

import pytest

from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import compose_text

HEAD = """\
rulebook: mine
title: Mine
extends: [eu-gdpr]
instruments: {ACT: An act}
organs: {board: {local: Board}}
"""


def mistakes(body):
    with pytest.raises(MalformedFileError) as error:
        compose_text(HEAD + body, "mine.yaml")
    return [str(mistake) for mistake in error.value.mistakes]


def rule(section, name, inside):
    """One rule of one version with its labels, on lines 6 and 7 of the file."""
    return f"{section}:\n  {name}: [{{since: 2020, {inside}, cite: ACT 1, confidence: memory}}]\n"


def hearing(inside):
    return rule("acts", "hearing", inside)


def test_a_file_without_mistakes_is_composed():
    law = compose_text(
        HEAD
        + """\
acts:
  hearing: [{since: ..2018-05-25, by: board, requires: [{after: charges}], cite: ACT 1,
             confidence: memory}]
""",
        "mine.yaml",
    )
    assert law.powers("hearing", law.versions("acts", "hearing")[0].since.latest)


class TestLabels:
    def test_a_version_has_a_citation(self):
        assert mistakes("acts:\n  hearing: [{since: ..2018-05-25, confidence: memory}]\n") == [
            "mine.yaml:7:13: acts.hearing.1: a version needs a citation; add 'cite:'"
        ]

    def test_a_version_says_how_well_it_was_checked(self):
        assert mistakes("acts:\n  hearing: [{since: ..2018-05-25, cite: ACT 1}]\n") == [
            (
                "mine.yaml:7:13: acts.hearing.1: a version says how well it was checked; "
                "add 'confidence:' verified, secondary or memory"
            )
        ]

    @pytest.mark.parametrize("confidence", ["verified", "secondary"])
    def test_what_was_checked_says_where_it_was_read(self, confidence):
        body = (
            f"acts:\n  hearing: [{{since: ..2018-05-25, cite: ACT 1, confidence: {confidence}}}]\n"
        )
        assert mistakes(body) == [
            (
                f"mine.yaml:7:13: acts.hearing.1: what is {confidence} says where it was read; "
                "add 'read_in:', or 'confidence: memory'"
            )
        ]


class TestOrderOfVersions:
    @pytest.mark.parametrize(
        ("first", "second", "mistake"),
        [
            (
                "since: 2022",
                "since: 2021",
                "versions stand in the order of their entry into force",
            ),
            ("since: 2022", "since: 2022", "versions stand in the order of their entry into force"),
            (
                "since: 2019, until: 2021-12-31",
                "since: 2021",
                "the version before it is in force until 2021-12-31",
            ),
            ("since: 2019", "since: ..2021", "only the first version may have an open beginning"),
        ],
    )
    def test_is_that_of_their_entry_into_force(self, first, second, mistake):
        body = f"""\
acts:
  hearing:
    - {{{first}, cite: ACT 1, confidence: memory}}
    - {{{second}, cite: ACT 1, confidence: memory}}
"""
        assert mistakes(body) == [f"mine.yaml:9:7: acts.hearing.2: {mistake}"]

    def test_may_begin_openly(self):
        body = """\
acts:
  hearing:
    - {since: ..2019, cite: ACT 1, confidence: memory}
    - {since: 2021, cite: ACT 1, confidence: memory}
"""
        assert compose_text(HEAD + body, "mine.yaml")


class TestReplacing:
    def test_a_rule_of_a_parent_is_said(self):
        body = """\
maxima:
  upper: [{since: 2020, provisions: [GDPR 5], fixed: EUR 5, cite: ACT 1, confidence: memory}]
"""
        (found,) = mistakes(body)
        assert found == (
            "mine.yaml:7:11: maxima.upper.1: eu-gdpr has a rule 'upper' too; "
            "add 'replaces: eu-gdpr'"
        )

    def test_a_rule_that_is_not_there_is_impossible(self):
        body = """\
maxima:
  highest: [{since: 2020, provisions: [GDPR 5], fixed: EUR 5, replaces: eu-gdpr, cite: ACT 1,
             confidence: memory}]
"""
        assert mistakes(body) == [
            "mine.yaml:7:13: maxima.highest.1: there is no rule 'highest' in eu-gdpr to replace"
        ]

    def test_is_not_needed_where_rules_add_up(self):
        body = "measures:\n  ban: [{since: 2020, cite: ACT 1, confidence: memory}]\n"
        assert compose_text(HEAD + body, "mine.yaml")


class TestReferences:
    @pytest.mark.parametrize(
        ("part", "place", "mistake"),
        [
            (
                hearing("requires: [{after: charge}]"),
                "7:38: acts.hearing.1.requires.1",
                "there is no act 'charge'; did you mean 'charges'?",
            ),
            (
                hearing("requires: [{not_yet: xyzzy}]"),
                "7:38: acts.hearing.1.requires.1",
                "there is no act 'xyzzy'; there are: hearing, information request, warning,",
            ),
            (
                hearing("requires: [{after_end_of: reply}]"),
                "7:38: acts.hearing.1.requires.1",
                "there is no period 'reply'; there are: reasoned objection, ",
            ),
            (
                hearing("requires: [{before_end_of: reply}]"),
                "7:38: acts.hearing.1.requires.1",
                "there is no period 'reply'; there are: reasoned objection, ",
            ),
            (
                hearing("requires: [{not_during: reply}]"),
                "7:38: acts.hearing.1.requires.1",
                "there is no period 'reply'; there are: reasoned objection, ",
            ),
            (
                hearing("by: bord"),
                "7:13: acts.hearing.1",
                "'bord' is no organ and no role; did you mean 'board'?",
            ),
            (
                rule("measures", "order", "penalty: astreinte"),
                "7:11: measures.order.1",
                "there is no periodic penalty 'astreinte'; there are: none",
            ),
            (
                rule("measures", "order", "counted_by: {rule: union period}"),
                "7:37: measures.order.1.counted_by",
                "there is no time rule 'union period'; did you mean 'union periods'?",
            ),
            (
                "time_rule: lunar\n",
                "1:1",
                "there is no time rule 'lunar'; there are: union periods",
            ),
            (
                rule("periods", "reply", "length: 1 month, time_rule: union"),
                "7:11: periods.reply.1",
                "there is no time rule 'union'; there are: union periods",
            ),
            (
                rule("periods", "reply", "length: 1 month, before: haering"),
                "7:50: periods.reply.1.before",
                "there is no act 'haering' to announce; did you mean 'hearing'?",
            ),
            (
                rule("periods", "reply", "length: 1 month, from: charge.notified"),
                "7:11: periods.reply.1",
                "no period runs from 'charge.notified'; did you mean 'charges.notified'?",
            ),
        ],
    )
    def test_lead_to_something(self, part, place, mistake):
        (found,) = mistakes(part)
        assert found.startswith(f"mine.yaml:{place}: {mistake}")

    @pytest.mark.parametrize(
        ("cite", "hint"),
        [("AKT 1", "did you mean 'ACT'?"), ("Statute 1", "add it to 'instruments:'")],
    )
    def test_of_citations_are_instruments(self, cite, hint):
        word = cite.split()[0]
        body = f"acts:\n  hearing: [{{since: 2020, cite: {cite}, confidence: memory}}]\n"
        assert mistakes(body) == [
            f"mine.yaml:7:13: acts.hearing.1: '{word}' is none of the instruments; {hint}"
        ]

    def test_of_parts_of_a_penalty_lead_to_something_too(self):
        body = """\
periodic_penalties:
  dwangsom:
    - since: 2020
      attached_to: order
      per: day
      starts: day after the order falls due
      counting: {first_day: counted, last_day: counted, cite: AKT 1}
      stops: [compliance shown]
      crystallises: by liquidation
      liquidation: {by: bord, amount: rate times days or less, repeated: no, cite: AKT 2}
      cite: ACT 1
      confidence: memory
"""
        counting = "mine.yaml:12:17: periodic_penalties.dwangsom.1.counting: "
        liquidation = "mine.yaml:15:20: periodic_penalties.dwangsom.1.liquidation: "
        assert mistakes(body) == [
            counting + "'AKT' is none of the instruments; did you mean 'ACT'?",
            liquidation + "'AKT' is none of the instruments; did you mean 'ACT'?",
            liquidation + "'bord' is no organ and no role; did you mean 'board'?",
        ]


class TestLimits:
    @pytest.mark.parametrize(
        "limit", ["limit: amount", "limit: amount, at_least: 10 days, at_most: EUR 5"]
    )
    def test_bind_something_by_one_bound(self, limit):
        body = rule("measures", "fine", f"limits: [{{{limit}}}]")
        assert mistakes(body) == [
            (
                "mine.yaml:7:33: measures.fine.1.limits.1: a limit has one bound; "
                "give either 'at_least:' or 'at_most:'"
            )
        ]

    @pytest.mark.parametrize(
        ("section", "name", "limit"),
        [
            ("measures", "fine", "limit: amount, at_most: maximum"),
            ("measures", "fine", "limit: amount, at_most: EUR 5"),
            ("measures", "order", "limit: comply, at_least: 10 days"),
            ("acts", "formal notice", "limit: comply, at_least: 10 days"),
            ("acts", "liquidation", "limit: amount, at_most: rate times days of delay"),
            ("acts", "liquidation proposal", "limit: amount, at_most: rate times days of delay"),
        ],
    )
    def test_are_good_in_these_places(self, section, name, limit):
        body = rule(section, name, f"limits: [{{{limit}}}]")
        assert compose_text(HEAD + body, "mine.yaml")


def test_all_mistakes_come_at_once_in_their_places():
    body = """\
time_rule: lunar
acts:
  hearing: [{since: 2020, by: bord, confidence: verified}]
  opening: [{since: 2020, cite: AKT 1, confidence: memory}]
"""
    found = mistakes(body)
    assert [one.partition(": ")[0] for one in sorted(found)] == [
        "mine.yaml:1:1",
        "mine.yaml:8:13",
        "mine.yaml:8:13",
        "mine.yaml:8:13",
        "mine.yaml:9:13",
    ]
