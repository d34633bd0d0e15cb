"""Rules of periodic penalties: their units, how they crystallise, and what contradicts itself."""

from datetime import date

import pytest

from domain.periods import Period
from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import compose_text

HEAD = """\
rulebook: mine
title: Mine
extends: [eu-gdpr]
instruments: {ACT: An act}
"""
BY_LAW = "crystallises: by law, forfeiture: {pay_within: 6 weeks, cite: ACT 2, confidence: memory}"
BY_DECISION = (
    "crystallises: by liquidation, "
    "liquidation: {by: authority, amount: rate times days or less, repeated: no}"
)


def rulebook(how, *, per="[week, month]", units="whole", limits="[]"):
    return (
        f"{HEAD}periodic_penalties:\n  weekly: [{{since: 2020, attached_to: [order, ban], "
        f"per: {per}, limits: {limits}, starts: day after the order falls due, "
        f"counting: {{first_day: counted, last_day: counted, units: {units}}}, stops: [], "
        f"{how}, cite: ACT 1, confidence: memory}}]\n"
    )


def mistakes(text):
    with pytest.raises(MalformedFileError) as error:
        compose_text(text, "mine.yaml")
    return " ".join(str(mistake) for mistake in error.value.mistakes)


class TestARule:
    def test_says_its_units_and_how_they_count(self):
        rule = compose_text(rulebook(BY_LAW), "mine.yaml").penalty("weekly", date(2024, 1, 1))
        assert (rule.per, rule.counting.units) == (("week", "month"), "whole")
        assert rule.attached_to == ("order", "ban")

    def test_says_within_what_a_unit_that_is_owed_by_law_is_paid(self):
        rule = compose_text(rulebook(BY_LAW), "mine.yaml").penalty("weekly", date(2024, 1, 1))
        assert rule.forfeiture.pay_within == Period.parse("6 weeks")
        assert rule.forfeiture.label == "ACT 2 (memory)"
        assert rule.liquidation is None

    def test_may_have_one_unit_alone(self):
        text = rulebook(BY_DECISION, per="missed deadline")
        assert compose_text(text, "mine.yaml").penalty("weekly", date(2024, 1, 1)).per == (
            "missed deadline",
        )

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (
                rulebook("crystallises: by law"),
                "a penalty that crystallises by law says how; add 'forfeiture:'",
            ),
            (
                rulebook("crystallises: by liquidation"),
                "a penalty that crystallises by liquidation says how; add 'liquidation:'",
            ),
            (
                rulebook(f"{BY_LAW}, {BY_DECISION.partition(', ')[2]}"),
                "a penalty that crystallises by law does not read 'liquidation'",
            ),
            (
                rulebook(BY_LAW, per="[week, missed deadline]"),
                "a lump sum for a missed deadline is fixed by a decision",
            ),
            (rulebook(BY_LAW, per="[year]"), "per"),
            (rulebook(BY_LAW, units="half"), "units"),
            (
                rulebook(BY_LAW, limits="[{limit: rate, at_most: EUR 5 per day}]"),
                "'EUR 5 per day' bounds a penalty that runs per week or month",
            ),
        ],
    )
    def test_that_contradicts_itself_is_refused(self, text, message):
        assert message in mistakes(text)


def test_a_power_of_article_58_is_read_by_measures_alone():
    wrong = (
        f"{HEAD}acts:\n  hearing: [{{since: 2020, under: GDPR 58(2)(d), cite: ACT 1, "
        "confidence: memory}]\n"
    )
    assert "the act 'hearing' does not read 'under'" in mistakes(wrong)
