"""Texts of a rulebook that would load and then bind nobody: refused with place and advice."""

from datetime import date

import pytest

from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import compose_text
from domain.rulebook.sense_binding import SUSPENDABLE

HEAD = """\
rulebook: mine
title: Mine
extends: [eu-gdpr]
instruments: {ACT: An act}
"""


def rule(section, name, inside):
    """One rule of one version, on line 6 of the file."""
    return f"{section}:\n  {name}: [{{since: 2020, {inside}, cite: ACT 1, confidence: memory}}]\n"


def penalty(inside):
    return rule(
        "periodic_penalties",
        "daily",
        f"{inside}, attached_to: order, per: day, starts: day after the order falls due, "
        "counting: {first_day: counted, last_day: counted}, stops: [], "
        "crystallises: by liquidation, "
        "liquidation: {by: authority, amount: rate times days or less, repeated: no}",
    )


def mistakes(body):
    with pytest.raises(MalformedFileError) as error:
        compose_text(HEAD + body, "mine.yaml")
    return [str(mistake) for mistake in error.value.mistakes]


DAILY = penalty("requires: []")

WRONG = {
    "a measure that is none, suspended": (
        rule("acts", "appeal", "suspends: [fines]"),
        (
            "acts.appeal.1.suspends.1: 'fines' is nothing that an appeal can suspend; "
            "did you mean 'fine'?"
        ),
    ),
    "suspension by another act": (
        rule("acts", "hearing", "suspends: [fine]"),
        (
            "acts.hearing.1.suspends: the act 'hearing' does not read 'suspends'; "
            "it is read in acts.appeal"
        ),
    ),
    "suspension by a measure": (
        rule("measures", "fine", "suspends: [fine]"),
        "measures.fine.1.suspends: the measure 'fine' does not read 'suspends'",
    ),
    "a penalty with a fine": (
        DAILY + rule("measures", "fine", "penalty: daily"),
        (
            "measures.fine.1.penalty: the measure 'fine' does not read 'penalty'; "
            "it is read in measures.order"
        ),
    ),
    "the counting of an act without a period": (
        rule("acts", "hearing", "counted_by: {rule: union periods}"),
        (
            "acts.hearing.1.counted_by: the act 'hearing' does not read 'counted_by'; "
            "it is read in acts.formal notice and measures.order"
        ),
    ),
    "whom a period runs for": (
        rule("periods", "reply", "length: 1 month, runs_for: adressee"),
        "periods.reply.1.runs_for: 'adressee' cannot stand here; did you mean 'addressee'?",
    ),
    "a procedure that no file takes": (
        rule("acts", "hearing", "when: {procedure: quick}"),
        "acts.hearing.1.when.procedure: 'quick' cannot stand here",
    ),
    "what a decision may not take": (
        rule("acts", "decision", "may: [fine, prison]"),
        "acts.decision.1.may.2: 'prison' cannot stand here",
    ),
    "what another act than a decision may take": (
        rule("acts", "hearing", "may: [fine]"),
        "acts.hearing.1.may: the act 'hearing' does not read 'may'",
    ),
    "what silence is taken for": (
        rule("periods", "draft", "length: 1 month, when_it_ends: {silence: refusal}"),
        "periods.draft.1.when_it_ends.silence: 'refusal' cannot stand here",
    ),
    "what nobody can waive": (
        rule("acts", "hearing", "requires: [{waives: lunch}]"),
        "acts.hearing.1.requires.1.waives: 'lunch' cannot stand here",
    ),
    "where no establishment is": (
        rule("acts", "hearing", "requires: [{party: addressee, main_establishment: there}]"),
        "acts.hearing.1.requires.1.main_establishment: 'there' cannot stand here",
    ),
    "a limit of an act that has none": (
        rule("acts", "hearing", "limits: [{limit: comply, at_least: 10 days}]"),
        "acts.hearing.1.limits.1.limit: the act 'hearing' reads no limit; leave it out",
    ),
    "a limit of a decision that is one of its fines": (
        rule("acts", "decision", "limits: [{limit: amount, at_most: EUR 5}]"),
        "acts.decision.1.limits.1.limit: the act 'decision' has no limit by the name of 'amount'",
    ),
    "a limit by another name": (
        rule("measures", "fine", "limits: [{limit: amuont, at_most: EUR 5}]"),
        (
            "measures.fine.1.limits.1.limit: the measure 'fine' has no limit by the name of "
            "'amuont'; "
            "did you mean 'amount'?"
        ),
    ),
    "a sum as the bound of a liquidation": (
        rule("acts", "liquidation", "limits: [{limit: amount, at_most: EUR 5}]"),
        (
            "acts.liquidation.1.limits.1.at_most: 'EUR 5' cannot be the bound of 'amount' in the "
            "act "
            "'liquidation'; write it like at_most: rate times days of delay"
        ),
    ),
    "delay as the bound of a fine": (
        rule("measures", "fine", "limits: [{limit: amount, at_most: rate times days of delay}]"),
        (
            "measures.fine.1.limits.1.at_most: 'rate times days of delay' cannot be the bound of "
            "'amount' in the measure 'fine'; write it like at_most: EUR 5 000 000 or at_most: "
            "maximum"
        ),
    ),
    "a rate as the bound of a fine": (
        rule("measures", "fine", "limits: [{limit: amount, at_most: EUR 5 per day}]"),
        "measures.fine.1.limits.1.at_most: 'EUR 5 per day' cannot be the bound of 'amount'",
    ),
    "a period as the bound of a fine": (
        rule("measures", "fine", "limits: [{limit: amount, at_least: 10 days}]"),
        "measures.fine.1.limits.1.at_least: '10 days' cannot be the bound of 'amount'",
    ),
    "a sum as the bound of a period": (
        rule("measures", "order", "limits: [{limit: comply, at_most: EUR 5}]"),
        (
            "measures.order.1.limits.1.at_most: 'EUR 5' cannot be the bound of 'comply' in the "
            "measure 'order'; write it like at_least: 10 days"
        ),
    ),
    "the maximum as the bound of a rate": (
        penalty("limits: [{limit: rate, at_most: maximum}]"),
        (
            "periodic_penalties.daily.1.limits.1.at_most: 'maximum' cannot be the bound of 'rate' "
            "in "
            "a periodic penalty; write it like at_most: EUR 5 000 per day"
        ),
    ),
    "a rate in another unit than the penalty": (
        penalty("limits: [{limit: rate, at_most: EUR 5 per week}]"),
        (
            "periodic_penalties.daily.1.limits.1.at_most: 'EUR 5 per week' bounds a penalty that "
            "runs "
            "per day; write it per day"
        ),
    ),
    "what lifts a bound that is a figure": (
        rule(
            "measures", "fine", "limits: [{limit: amount, at_most: maximum, unless: {states: x}}]"
        ),
        (
            "measures.fine.1.limits.1.unless: no judgement lifts the bound 'maximum'; "
            "leave 'unless:' out"
        ),
    ),
    "what an order is asked": (
        rule("measures", "order", "requires: [{holds: charged}]"),
        (
            "measures.order.1.requires.1.holds: only a fine is asked whether 'charged' holds; "
            "write it under measures.fine, or require 'after:' an act"
        ),
    ),
    "what a ban is asked": (
        rule("measures", "ban", "requires: [{holds: found}, {holds: fault}]"),
        "measures.ban.1.requires.2.holds: only a fine is asked whether 'fault' holds",
    ),
    "what an act is asked": (
        rule("acts", "decision", "requires: [{holds: fault}]"),
        "acts.decision.1.requires.1.holds: only a fine is asked whether 'fault' holds",
    ),
    "what a penalty is asked": (
        penalty("requires: [{holds: found}]"),
        "periodic_penalties.daily.1.requires.1.holds: only a fine is asked whether 'found' holds",
    ),
}


@pytest.mark.parametrize(("body", "mistake"), WRONG.values(), ids=WRONG)
def test_what_would_bind_nobody_is_refused_once_with_its_place(body, mistake):
    (found,) = mistakes(body)
    place, _, text = found.partition(": ")
    assert place.startswith("mine.yaml:")
    assert text.startswith(mistake)


@pytest.mark.parametrize(
    "body",
    [
        rule("acts", "appeal", f"suspends: [{', '.join(SUSPENDABLE)}]"),
        rule("acts", "formal notice", "counted_by: {rule: union periods}"),
        DAILY + rule("measures", "order", "penalty: daily, counted_by: {rule: union periods}"),
        penalty("limits: [{limit: rate, at_most: EUR 5 per day}]"),
        penalty("requires: [{party: addressee, is_not: state}]"),
        rule("measures", "fine", "requires: [{holds: charged}]"),
        rule("measures", "fine", "limits: [{limit: amount, at_most: EUR 5, unless: {states: x}}]"),
        rule("periods", "reply", "length: 1 month, runs_for: complainant"),
    ],
)
def test_what_is_read_may_stand(body):
    assert compose_text(HEAD + body, "mine.yaml")


APPEALS = {
    "an appeal against what is nothing": (
        rule("acts", "appeal", "against: [fines]"),
        "acts.appeal.1.against.1: 'fines' is nothing that can be appealed; did you mean 'fine'?",
    ),
    "a judgment together with a fine": (
        rule("acts", "appeal", "against: [fine, judgment]"),
        (
            "acts.appeal.1.against.2: an appeal against a judgment rests on a power of its own; "
            "write a second power"
        ),
    ),
    "a court for a measure": (
        rule("measures", "fine", "to: Council"),
        "measures.fine.1.to: the measure 'fine' does not read 'to'; it is read in acts.appeal",
    ),
    "payable after what is nothing": (
        rule("measures", "fine", "payable: at once"),
        "measures.fine.1.payable: 'at once' cannot stand here; known: after confirmation",
    ),
    "payable by an act": (
        rule("acts", "hearing", "payable: after confirmation"),
        "acts.hearing.1.payable: the act 'hearing' does not read 'payable'",
    ),
    "a court that is bound by a sum": (
        rule("acts", "judgment", "limits: [{limit: amount, at_most: EUR 5}]"),
        (
            "'EUR 5' cannot be the bound of 'amount' in the act 'judgment'; "
            "write it like at_most: asked"
        ),
    ),
}


@pytest.mark.parametrize(("body", "mistake"), APPEALS.values(), ids=APPEALS)
def test_what_an_appeal_cannot_be_about_is_refused_with_its_place(body, mistake):
    (found,) = mistakes(body)
    assert mistake in found


def test_powers_of_another_scope_stand_beside_each_other():
    body = (
        "acts:\n"
        "  appeal: [{since: 2020, by: addressee, to: Council, against: [fine, decision],"
        " cite: ACT 1, confidence: memory}]\n"
        "  second appeal: [{since: 2020, act: appeal, by: authority, to: Supreme Court,"
        " against: judgment, cite: ACT 2, confidence: memory}]\n"
    )
    law = compose_text(HEAD + body, "mine.yaml")
    powers = law.powers("appeal", date(2021, 1, 1))
    assert [(one.scope, one.by, one.to, one.cite) for one in powers] == [
        ("act", ("addressee",), ("Council",), "ACT 1"),
        ("judgment", ("authority",), ("Supreme Court",), "ACT 2"),
        ("silence", ("complainant",), (), "GDPR 78(2)"),
    ]
