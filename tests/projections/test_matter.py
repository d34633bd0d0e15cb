"""A matter: several proceedings side by side, summed by currency, on one time line."""

import attrs

from domain.money import Money
from domain.rulebook.loading import compose_text
from projections.matter import MatterView
from tests.domain.proceeding.stories import (
    FR,
    GR,
    IT,
    charged,
    day,
    decided,
    decision,
    eur,
    fine,
    registration,
)

MILLION = 1_000_000
PARTS = {law.name: decided(fine(eur(20 * MILLION)), law=law) for law in (FR, IT, GR)}
MATTER = MatterView(
    histories={name: given.history for name, given in PARTS.items()},
    laws={"fr": FR, "it": IT, "gr": GR},
)
STERLING = compose_text(
    """\
rulebook: pounds
title: A law in pounds
extends: [common]
instruments: {ACT: An act}
currency: GBP
time_rule: calendar days
time_rules:
  calendar days:
    - {since: ..2018-05-25, day_of_event: not counted, months_end: same number or last day,
       end_on_rest_day: stays, rest_days: [sunday], cite: ACT 1, confidence: memory}
acts:
  decision: [{since: ..2018-05-25, by: authority, cite: ACT 2, confidence: memory}]
measures:
  fine: [{since: ..2018-05-25, cite: ACT 5, confidence: memory}]
maxima:
  only: [{since: ..2018-05-25, provisions: [ACT 3], fixed: GBP 1 000, cite: ACT 4,
          confidence: memory}]
""",
    "pounds.yaml",
)


class TestMatter:
    def test_sums_three_proceedings(self):
        whole = MATTER.at(day("2022-10-18"))
        assert whole.figure("fined") == {"EUR": eur(60 * MILLION)}
        assert [side.proceeding for side in whole.sides] == ["fr", "it", "gr"]
        assert [side.standing.stage for side in whole.sides] == ["decided"] * 3
        # Italy alone leaves time to pay
        assert [side.exposure.figure("not_due") for side in whole.sides] == [
            eur(0),
            eur(20 * MILLION),
            eur(0),
        ]

    def test_puts_all_events_on_one_time_line(self):
        entries = MATTER.at(day("2022-10-18")).timeline
        assert [entry.on for entry in entries] == sorted(entry.on for entry in entries)
        assert len(entries) == sum(len(given.history) for given in PARTS.values())

    def test_never_adds_two_currencies(self):
        finds = (("faceprints", ("ACT 3",)),)
        given = charged(law=FR)
        pounds = [registration(), decision(fine(Money(100, "GBP")), finds=finds)]
        british = type(given)(tuple(pounds), STERLING)
        view = MatterView(
            histories={"fr": PARTS["fr"].history, "gb": british.history},
            laws={"fr": FR, "gb": STERLING},
        )
        whole = view.at(day("2022-10-18"))
        assert whole.figure("fined") == {"EUR": eur(20 * MILLION), "GBP": Money(100, "GBP")}

    def test_before_it_began_is_nothing(self):
        whole = MATTER.at(day("2020-01-01"))
        assert whole.figure("imposed") == {"EUR": eur(0)}
        assert whole.timeline == ()
        assert {side.standing.stage for side in whole.sides} == {"not opened"}

    def test_does_not_change_with_what_comes_later(self):
        short = {
            name: tuple(r for r in h if r.on <= day("2022-07-14"))
            for name, h in MATTER.histories.items()
        }
        early = attrs.evolve(MATTER, histories=short)
        assert early.at(day("2022-07-14")) == MATTER.at(day("2022-07-14"))
