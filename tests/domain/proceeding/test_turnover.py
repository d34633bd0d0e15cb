"""Turnover on file: established per year, corrected, never by guess."""

import attrs
import pytest

from domain.proceeding.acts.turnover import (
    CorrectTurnover,
    EstablishTurnover,
    TurnoverCorrected,
    TurnoverEstablished,
)
from domain.proceeding.maxima import turnover_of
from tests.domain.proceeding.stories import charged, day, eur, party

D = day("2022-09-01")
KNOWN = EstablishTurnover(on=D, of="clearview", year="2021", amount=eur(1_000_000))
RIGHT = CorrectTurnover(on=day("2022-09-05"), of="clearview", year="2021", right=eur(2_000_000))


class TestTurnover:
    def test_is_of_a_party_in_a_year(self):
        charged().when(KNOWN).then(
            TurnoverEstablished(
                on=D,
                act="turnover",
                basis="model",
                of="clearview",
                year="2021",
                amount=eur(1_000_000),
            )
        )

    @pytest.mark.parametrize("by", ["cnil", "clearview"])
    def test_is_told_by_the_authority_or_the_addressee(self, by):
        assert charged().when(attrs.evolve(KNOWN, by=by)).events[0].by == by

    def test_is_not_told_by_others(self):
        charged().when(attrs.evolve(KNOWN, by="person")).then_refused("irregular", ["organ"])

    @pytest.mark.parametrize(
        ("change", "rule", "message"),
        [
            ({"of": "person"}, "of", "the turnover of person is none of: clearview"),
            ({"year": "2023"}, "year", "the year 2023 is not a year up to 2022"),
            ({"year": "21"}, "year", "the year 21 is not a year up to 2022"),
            (
                {"amount": eur(-1)},
                "amount",
                "a turnover of EUR -1 is not a sum of zero or more in EUR",
            ),
        ],
    )
    def test_is_impossible_otherwise(self, change, rule, message):
        refusal = charged().when(attrs.evolve(KNOWN, **change)).then_refused("impossible", [rule])
        assert message in str(refusal)


class TestCorrection:
    def test_counts_from_its_own_day(self):
        when = (
            charged()
            .and_(KNOWN)
            .when(RIGHT)
            .then(
                TurnoverCorrected(
                    on=day("2022-09-05"),
                    act="turnover correction",
                    basis="model",
                    of="clearview",
                    year="2021",
                    right=eur(2_000_000),
                )
            )
        )
        state = when.after.state
        assert turnover_of(state, "clearview", day("2022-10-17")).amount == eur(2_000_000)
        assert [t.amount for t in state.turnovers] == [eur(1_000_000), eur(2_000_000)]

    @pytest.mark.parametrize(
        ("change", "rules"),
        [
            ({"year": "2020"}, ["year"]),
            ({"of": "cnil"}, ["of", "year"]),
            ({"right": eur(-1)}, ["right"]),
        ],
    )
    def test_is_of_what_is_on_file(self, change, rules):
        given = charged().and_(KNOWN)
        given.when(attrs.evolve(RIGHT, **change)).then_refused("impossible", rules)

    def test_needs_something_to_correct(self):
        charged().when(RIGHT).then_refused("impossible", ["of", "year"])


class TestTheYearThatCounts:
    def test_is_the_last_before_the_day(self):
        given = charged(party("clearview"), party("b")).and_(
            attrs.evolve(KNOWN, year="2019"), KNOWN, attrs.evolve(KNOWN, of="b", year="2018")
        )
        assert turnover_of(given.state, "clearview", day("2022-10-17")).year == "2021"
        assert turnover_of(given.state, "clearview", day("2021-12-31")).year == "2019"
        assert turnover_of(given.state, "b", day("2022-10-17")).year == "2018"

    def test_is_unknown_before_any_is_told(self):
        assert turnover_of(charged().state, "clearview", day("2022-10-17")) is None
        assert turnover_of(charged().and_(KNOWN).state, "clearview", day("2021-10-17")) is None
