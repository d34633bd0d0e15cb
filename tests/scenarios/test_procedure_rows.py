"""Rows of the procedure, played: tracks, more time, settlements, several authorities."""

from datetime import date

import pytest

from domain.proceeding.standing import stage
from scenarios import ScenarioError, load_text, play

HEAD = """\
scenario: told
title: A story
kind: invented
law: {law}
parties:
  office: {{role: authority, country: {country}}}
  firm: {{role: addressee, kind: undertaking, country: {country}, main_establishment: {country}}}
  shop: {{role: addressee, kind: undertaking, country: {country}}}
  person: {{role: complainant}}
  first: {{role: other authority, country: DE}}
  second: {{role: other authority, country: NL}}
  edpb: {{role: board}}
conducts:
  notices: What users are told
  sales: Selling data
timeline:
"""


def told(rows, *, law="ie", country="IE", expect=""):
    return load_text(f"{HEAD.format(law=law, country=country)}{rows}expect:\n{expect}", "told.yaml")


def played(rows, **more):
    (reading,) = play(told(rows, **more)).readings
    return reading


COOPERATION = """\
  - {day: 2018-12-10, act: opening, by: office}
  - {day: 2018-12-11, act: extension of scope, by: office, addressees: [shop], conducts: sales}
  - day: 2020-12-24
    act: draft decision
    id: draft
    by: office
    proposes: A fine of 30 to 50 million
  - {day: 2021-01-21, act: reasoned objection, by: [first, second], against: draft}
  - day: 2021-01-22
    act: reasoned objection
    by: first
    against: draft
    refused: {as: irregular, rule: reasoned objection, cite: GDPR 60(4)}
  - {day: 2021-06-03, act: referral, by: office, of: draft, to: edpb}
  - day: 2021-07-28
    act: binding decision
    by: edpb
    answers: referral
    requires: A higher fine
    notified: 2021-07-30
  - day: 2021-08-20
    act: decision
    by: office
    finds: {notices: [GDPR 14]}
    carries_out: binding decision
    measures: [{measure: reprimand}]
  - {day: 2021-09-01, act: mutual assistance request, by: office, to: first}
  - day: 2021-09-20
    act: mutual assistance answer
    by: first
    answers: mutual assistance request
    result: granted
  - {day: 2021-10-01, act: change of lead authority, by: office, to: second}
"""


class TestCooperation:
    READING = played(
        COOPERATION,
        expect="  - {as_of: 2021-08-20, stage: decided}\n",
    )

    def test_is_played_as_it_is_told(self):
        assert [step.refusal for step in self.READING.steps if step.refusal] == [
            step.refusal for step in self.READING.steps if step.row == 4
        ]

    def test_one_row_is_an_objection_of_each(self):
        assert [one.by for one in self.READING.states[-1].objections] == ["first", "second"]

    def test_who_comes_in_later_is_not_there_before(self):
        assert self.READING.states[1].addressees == ("firm",)
        assert self.READING.states[-1].addressees == ("firm", "shop")
        assert [one.key for one in self.READING.states[-1].conducts] == ["notices", "sales"]

    def test_its_expectations_hold(self):
        run = play(
            told(
                COOPERATION,
                expect="""\
  - {as_of: 2020-12-24, deadlines: {draft: 2021-01-21}}
  - {as_of: 2021-03-01, stage: dispute}
  - {as_of: 2021-08-01, deadlines: {binding decision: 2021-08-30}}
  - {as_of: 2021-08-20, stage: decided}
""",
            )
        )
        assert [(c.path, c.found) for c in run.expectations() if not c.ok] == []


KOUROU = """\
  - {day: 2021-06-02, act: alert, by: office, what: No data protection officer}
  - {day: 2022-11-02, act: inspection, by: office}
  - {day: 2022-11-03, act: rapporteur appointment}
  - {day: 2022-11-03, act: change of procedure, by: chair, into: simplified}
  - {day: 2022-11-10, act: charges, by: rapporteur, to: firm, alleges: {notices: [GDPR 37]}}
  - day: 2023-02-08
    act: decision
    id: alone
    by: single member
    to: firm
    finds: {notices: [GDPR 37]}
    fault: negligence
    measures: [{measure: fine, amount: EUR 5 000, for: notices, to: firm}]
    notified: 2023-02-25
  - day: 2023-02-09
    act: decision
    by: single member
    to: firm
    finds: {notices: [GDPR 37]}
    fault: negligence
    measures: [{measure: fine, amount: EUR 20 001, for: notices, to: firm}]
    refused: {as: irregular, rule: fine.amount, cite: LIL 22-1, limit: EUR 20 000}
"""


class TestTracks:
    def test_of_a_municipality(self):
        reading = played(
            KOUROU, law="fr", country="FR", expect="  - {as_of: 2023-02-26, stage: decided}\n"
        )
        assert [step.row for step in reading.steps if step.refusal] == [6]
        assert reading.states[-1].decisions[0].procedure == "simplified"


SETTLEMENT = """\
  - {day: 2023-07-18, act: complaint, by: person, received: 2023-07-19}
  - day: 2023-10-20
    act: settlement proposal
    id: proposal
    by: office
    to: firm
    reply: by 2023-11-20
  - {day: 2023-11-07, act: extension request, by: firm, of: proposal, until: 2023-12-20}
  - {day: 2023-11-10, act: extension, by: office, answers: extension request, by_period: 7 days}
  - {day: 2023-12-11, act: settlement answer, by: firm, answers: proposal, result: refused}
  - {day: 2023-12-18, act: settlement withdrawal, by: office, of: proposal}
  - {day: 2024-01-02, act: commitment, id: promise, by: firm, content: Show both choices}
  - {day: 2024-01-10, act: commitment acceptance, by: office, of: promise}
  - {day: 2024-02-01, act: default notice, by: person, what: No decision yet}
  - {day: 2024-03-01, act: late payment owed, by: office, of: default notice, amount: EUR 500}
  - {day: 2024-04-01, act: closure, by: office}
  - {day: 2024-05-01, act: reopening, by: office}
"""


class TestSettlement:
    def test_is_told_to_its_end(self):
        run = play(
            told(
                SETTLEMENT,
                expect="""\
  - {as_of: 2023-11-15, status: {proposal: proposed}, deadlines: {proposal: 2023-11-27}}
  - {as_of: 2023-12-18, status: {proposal: withdrawn}}
  - {as_of: 2024-01-10, status: {promise: binding}}
""",
            )
        )
        assert [(c.path, c.found) for c in run.expectations() if not c.ok] == []
        assert stage(run.readings[0].states[-1], date(2024, 5, 1)) == "not opened"


class TestSense:
    @pytest.mark.parametrize(
        ("row", "says"),
        [
            ("{day: 2020-01-02, act: change of procedure, into: quick}", "quick"),
            ("{day: 2020-01-02, act: extension of scope, addressees: nobody}", "no party 'nobody'"),
            ("{day: 2020-01-02, act: extension of scope, conducts: none-such}", "no conduct"),
            (
                "{day: 2020-01-02, act: reasoned objection, by: stranger, against: draft}",
                "stranger",
            ),
            ("{day: 2020-01-02, act: settlement answer, answers: x, result: maybe}", "maybe"),
            ("{day: 2020-01-02, act: revised draft, replaces: lost}", "lost"),
        ],
    )
    def test_unknown_words_and_names_are_refused(self, row, says):
        with pytest.raises(ScenarioError, match=says):
            told(f"  - {row}\n", expect="  - {as_of: 2020-02-01, stage: inquiry}\n")
