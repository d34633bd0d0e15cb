"""Slips in the words of a rulebook that would have bound nobody, or somebody else, silently."""

import inspect
import re
from typing import get_args

import pytest

from domain.proceeding.acts import REGISTRATION, ROOMS
from domain.proceeding.measures import MEASURES as MEASURE_ROOMS
from domain.proceeding.standing import stage
from domain.rulebook.closed_words import ACTS, MEASURES, STATUS_WORDS, Stage
from domain.rulebook.countries import CODES, country_mistake
from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import compose_text, load_rulebook_from
from domain.rulebook.provisions import backwards

HEAD = """\
rulebook: mine
title: Mine
extends: [eu-gdpr]
instruments: {ACT: An act}
"""


def mistakes(body, head=HEAD):
    with pytest.raises(MalformedFileError) as error:
        compose_text(head + body, "mine.yaml")
    return [str(mistake) for mistake in error.value.mistakes]


def rule(section, name, inside, since="2020"):
    return (
        f"{section}:\n  {name}: [{{since: {since}, {inside}, cite: ACT 1, confidence: memory}}]\n"
    )


WRONG = {
    # what: (body, line:column, path, words of the message, words of the advice)
    "an act that answers": (
        rule("periods", "reply", "length: 1 month, answered_by: represntations"),
        "6:55",
        "periods.reply.1.answered_by",
        "there is no act 'represntations'",
        "did you mean 'representations'?",
    ),
    "a period of nothing": (
        rule("periods", "reply", "length: 0 months"),
        "6:33",
        "periods.reply.1.length",
        "a period of 0 months is none",
        "write it like 1 month",
    ),
    "a stage": (
        rule("acts", "hearing", "requires: [{not_in: closd}]"),
        "6:47",
        "acts.hearing.1.requires.1.not_in",
        "'closd' cannot stand here",
        "did you mean 'closed'?",
    ),
    "a status": (
        rule("acts", "hearing", "requires: [{status: {order: overdu}}]"),
        "6:55",
        "acts.hearing.1.requires.1.status.order",
        "'overdu' is no status of the order",
        "did you mean 'overdue'?",
    ),
    "a status of another thing": (
        rule("acts", "hearing", "requires: [{status: {notice: overdue}}]"),
        "6:56",
        "acts.hearing.1.requires.1.status.notice",
        "'overdue' is no status of the notice",
        "there are: not notified, running, met, run out, closed, absent",
    ),
    "a thing that has a status": (
        rule("acts", "hearing", "requires: [{status: {ordr: overdue}}]"),
        "6:54",
        "acts.hearing.1.requires.1.status.ordr",
        "nothing has a status by the name of 'ordr'",
        "did you mean 'order'?",
    ),
    "an effect": (
        rule("measures", "order", "is: [starts a priod]"),
        "6:30",
        "measures.order.1.is.1",
        "'starts a priod' cannot stand here",
        "did you mean 'starts a period'?",
    ),
    "a kind of addressee": (
        rule("measures", "fine", "requires: [{party: addressee, is_not: stat}]"),
        "6:62",
        "measures.fine.1.requires.1.is_not",
        "'stat' cannot stand here",
        "did you mean 'state'?",
    ),
    "a range of provisions": (
        rule("maxima", "most", "provisions: [GDPR 5, GDPR 49-44], fixed: EUR 5"),
        "6:45",
        "maxima.most.1.provisions.2",
        "'GDPR 49-44' ends before it begins",
        "write GDPR 44-49",
    ),
    "a share": (
        rule("maxima", "most", "provisions: [GDPR 5], fixed: EUR 5, share: 400 %, rule: higher"),
        "6:67",
        "maxima.most.1.share",
        "400 % is more than the whole, 100 %",
        "write it like 4 %",
    ),
    "a sum in another currency": (
        rule("maxima", "most", "provisions: [GDPR 5], fixed: GBP 5"),
        "6:53",
        "maxima.most.1.fixed",
        "'GBP 5' is in another currency than the rulebook, EUR",
        "write it in EUR",
    ),
    "a limit in another currency": (
        rule("measures", "fine", "limits: [{limit: amount, at_most: GBP 5}]"),
        "6:58",
        "measures.fine.1.limits.1.at_most",
        "'GBP 5' is in another currency",
        "write it in EUR",
    ),
    "a rate in another currency": (
        rule(
            "periodic_penalties",
            "daily",
            "limits: [{limit: rate, at_most: GBP 5 per day}], attached_to: order, per: day, "
            "starts: day after the order falls due, counting: {first_day: counted, "
            "last_day: counted}, stops: [], crystallises: by liquidation, liquidation: {by: "
            "authority, amount: rate times days or less, repeated: no}",
        ),
        "6:57",
        "periodic_penalties.daily.1.limits.1.at_most",
        "'GBP 5' is in another currency",
        "write it in EUR",
    ),
    "an end before the beginning": (
        rule("acts", "hearing", "until: 2019-12-31"),
        "6:34",
        "acts.hearing.1.until",
        "the version ends on 2019-12-31, before it begins on 2020-01-01",
        "write a day from 2020-01-01 on",
    ),
    "the instrument of a gap": (
        "not_modelled:\n  - {what: All, cite: GPDR 1, effect: None}\n",
        "6:5",
        "not_modelled.1",
        "'GPDR' is none of the instruments",
        "did you mean 'GDPR'?",
    ),
    "an act": (
        rule("acts", "opning", "by: authority"),
        "6:12",
        "acts.opning.1",
        "there is no act 'opning' in this simulator",
        "did you mean 'opening'?",
    ),
    "an act behind another name": (
        rule("acts", "first step", "act: opning"),
        "6:35",
        "acts.first step.1.act",
        "there is no act 'opning' in this simulator",
        "did you mean 'opening'?",
    ),
    "a measure": (
        rule("measures", "fyne", "by: authority"),
        "6:10",
        "measures.fyne.1",
        "there is no measure 'fyne' in this simulator",
        "did you mean 'fine'?",
    ),
    "a replaced act that is not there": (
        rule("acts", "liquidation", "replaces: eu-gdpr"),
        "6:17",
        "acts.liquidation.1",
        "there is no rule 'liquidation' in eu-gdpr to replace",
        "",
    ),
    "a replaced act of another rulebook": (
        rule("acts", "hearing", "replaces: fr"),
        "6:13",
        "acts.hearing.1",
        "there is no rule 'hearing' in fr to replace",
        "did you mean 'eu-gdpr'?",
    ),
    "a country": (
        "country: France\n",
        "5:10",
        "country",
        "'France' is no country",
        "did you mean FR?",
    ),
    "a currency": (
        "currency: EURO\n",
        "5:11",
        "currency",
        "'EURO' is no currency",
        "did you mean 'EUR'?",
    ),
    "a currency like none": (
        "currency: '777'\n",
        "5:11",
        "currency",
        "'777' is no currency",
        "write it like EUR",
    ),
}


@pytest.mark.parametrize(("body", "place", "path", "message", "advice"), WRONG.values(), ids=WRONG)
def test_a_wrong_word_is_told_once_with_its_place(body, place, path, message, advice):
    (found,) = [one for one in mistakes(body) if f": {path}: " in one]
    assert found.startswith(f"mine.yaml:{place}: {path}: {message}")
    assert advice in found


class TestTheNameOfARulebook:
    @pytest.mark.parametrize(
        ("name", "advice"), [("FR", "write fr"), ("My law", "write my-law"), ("ä", "")]
    )
    def test_has_small_letters_digits_and_hyphens(self, name, advice):
        (found,) = mistakes("", HEAD.replace("mine", name))
        assert found.startswith(f"mine.yaml:1:11: rulebook: '{name}' is no name")
        assert found.endswith(advice)

    def test_is_that_of_its_file(self, tmp_path):
        path = tmp_path / "other.yaml"
        path.write_text(HEAD, "utf-8")
        with pytest.raises(MalformedFileError) as error:
            load_rulebook_from(path)
        (found,) = map(str, error.value.mistakes)
        assert found == (
            "other.yaml:1:11: rulebook: the rulebook is named 'mine', its file 'other.yaml'; "
            "give both the same name"
        )

    def test_is_free_where_there_is_no_file(self):
        assert compose_text(HEAD, "a text").name == "mine"


class TestWordLists:
    def test_have_the_acts_and_measures_that_there_are_rooms_for(self):
        assert (REGISTRATION.act, *(room.act for room in ROOMS)) == ACTS
        assert set(MEASURES) == {room.kind for room in MEASURE_ROOMS.values()}

    def test_have_the_stages_that_a_proceeding_can_be_in(self):
        told = re.findall(r'"([a-z ]+)"', inspect.getsource(stage))
        assert set(told) == set(get_args(Stage))

    def test_have_the_states_of_an_order_that_a_law_can_ask_for(self):
        assert "overdue" in STATUS_WORDS["order"]
        assert "run out" in STATUS_WORDS["notice"]


class TestCountries:
    def test_have_codes_of_two_letters(self):
        assert all(len(code) == 2 and code.isupper() for code in CODES)
        assert {"FR", "GR", "IT", "GB", "US", "NL"} <= CODES
        assert len(CODES) == 249

    @pytest.mark.parametrize(
        ("text", "advice"),
        [
            ("fr", "write FR"),
            ("EL", "did you mean GR?"),
            ("UK", "did you mean GB?"),
            ("Italie", "did you mean IT?"),
            ("Narnia and beyond", "write it like FR"),
        ],
    )
    def test_are_advised(self, text, advice):
        wrong = country_mistake(text)
        assert wrong is not None
        assert wrong[1] == advice


@pytest.mark.parametrize(
    ("listed", "turned"),
    [("GDPR 49-44(1)", "GDPR 44-49(1)"), ("GDPR 44-49", ""), ("GDPR 5", ""), ("GDPR", "")],
)
def test_a_range_of_articles_is_turned_round_if_it_ends_before_it_begins(listed, turned):
    assert backwards(listed) == turned
