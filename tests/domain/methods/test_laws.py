"""The laws of every method, hunted over inputs that nobody thought of."""

from datetime import date
from functools import reduce
from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from domain.amounts import Share
from domain.methods import (
    Addressee,
    Calculation,
    Choice,
    Circumstance,
    Conduct,
    FineInput,
    Hardship,
    Infringement,
    Turnover,
    calculate,
    compare,
    shipped_methods,
)
from domain.money import Money
from tests.domain.methods.cases import eur, fine, infringement, of, rate, take

LOWER = ["GDPR 8", "GDPR 25(1)", "GDPR 32", "GDPR 33"]
UPPER = ["GDPR 5(1)(f)", "GDPR 6", "GDPR 9", "GDPR 13", "GDPR 17"]
RATES = (rate("EUR", "GBP", "0.8511"), rate("EUR", "PLN", "4.3653"))

sums = st.integers(0, 60_000_000_00).map(lambda minor: Money(minor, "EUR"))
shares = st.integers(0, 1000).map(lambda parts: Share(parts, 1000))
turnovers = st.integers(0, 3_000_000_000_00).map(lambda minor: Money(minor, "EUR"))


@st.composite
def circumstances(draw):
    letter = draw(st.sampled_from("cdefhij"))
    way = draw(st.sampled_from(["adds", "cuts", "sets", ""]))
    step = draw(sums if way == "sets" else st.one_of(sums, shares))
    told = {way: step} if way else {}
    return Circumstance(factor=f"GDPR 83(2)({letter})", because="A reason", **told)


@st.composite
def choices(draw):
    amount = draw(st.one_of(sums, shares))
    step = draw(st.sampled_from(["seriousness", "turnover", "starting amount", "effectiveness"]))
    return Choice(step=step, take=amount, because="A reason")


@st.composite
def infringements(draw, lawful):
    unique = {"unique_by": lambda one: one.factor}
    return Infringement(
        provisions=tuple(draw(st.lists(st.sampled_from([*LOWER, *UPPER]), min_size=1, max_size=2))),
        seriousness=draw(st.sampled_from(["low", "medium", "high"])),
        category=draw(st.sampled_from(["", "I", "II", "III", "IV"])),
        circumstances=tuple(draw(st.lists(circumstances(), max_size=2, **unique))),
        choices=() if lawful else tuple(draw(st.lists(choices(), max_size=2))),
    )


@st.composite
def conducts(draw, lawful):
    found = draw(st.lists(infringements(lawful), min_size=1, max_size=2))
    named = tuple((f"i{number}", one) for number, one in enumerate(found))
    last = [] if lawful else draw(st.lists(sums, max_size=1))
    return Conduct(
        infringements=named,
        choices=tuple(Choice(step="effectiveness", take=one, because="A reason") for one in last),
    )


@st.composite
def inputs(draw, *, lawful=False):
    found = draw(st.lists(conducts(lawful), min_size=1, max_size=2))
    cuts = draw(st.none() | shares)
    kind = draw(st.sampled_from(["undertaking", "undertaking", "public body"]))
    unknown = Turnover(amount="unknown", start_from="static maximum", because="No figure")
    return FineInput(
        fine="drawn",
        day=draw(st.dates(date(2019, 4, 1), date(2026, 1, 1))),
        addressee=Addressee(kind=kind),
        turnover=draw(
            st.builds(lambda amount: Turnover(amount=amount), turnovers) | st.just(unknown)
        ),
        conducts=tuple((f"c{number}", one) for number, one in enumerate(found)),
        hardship=None if cuts is None else Hardship(cuts=cuts, because="Poor"),
        rates=RATES,
        currency=draw(st.sampled_from(["", "EUR"])),
    )


def answers(told):
    """What each method answers, where that is a sum."""
    outcomes = [calculate(method, told) for method in shipped_methods()]
    return [one for one in outcomes if isinstance(one, Calculation)]


def maximum_by_hand(one, turnover):
    """An oracle of its own for GDPR 83(4) and (5): the gravest of the provisions."""
    upper = any(p in UPPER for p in one.provisions)
    fixed = 20_000_000_00 if upper else 10_000_000_00
    if turnover is None:
        return fixed
    return max(fixed, turnover.minor * (4 if upper else 2) // 100)


class TestNeverAboveTheMaximum:
    @given(inputs())
    def test_a_result_is_within_the_maximum_and_its_ends_are_in_order(self, told):
        for found in answers(told):
            assert Money.zero(found.sums.low.currency) <= found.sums.low
            assert found.sums.low <= found.sums.high <= found.maximum
            tops = {s.of: s.low for s in found.steps if s.key == "legal maximum"}
            held = [s for s in found.steps if s.key in {"maximum", "joint maximum"}]
            assert all(s.of not in tops or s.high <= tops[s.of] for s in held)

    @given(inputs())
    def test_the_maximum_is_that_of_an_independent_oracle(self, told):
        found = calculate("edpb-04-2022", told)
        if isinstance(found, Calculation):
            known = told.addressee.is_undertaking and told.turnover.amount != "unknown"
            turnover = told.turnover.amount if known else None
            by_hand = sum(
                max(maximum_by_hand(one, turnover) for _, one in conduct.infringements)
                for _, conduct in told.conducts
            )
            assert found.maximum.minor == by_hand


class TestMonotone:
    @given(
        st.sampled_from([*LOWER, *UPPER]),
        st.sampled_from(["low", "medium", "high"]),
        st.tuples(turnovers, turnovers).map(sorted),
    )
    def test_more_turnover_never_lowers_where_the_guidelines_start(self, provision, level, pair):
        one = infringement(provision, seriousness=level)
        less, more = (calculate("edpb-04-2022", fine(one, turnover=of(t))).sums for t in pair)
        assert less.low <= more.low
        assert less.high <= more.high

    @given(
        st.sampled_from([*LOWER, *UPPER]),
        st.sampled_from(["low", "medium", "high", "very high"]),
        st.tuples(turnovers, turnovers).map(sorted),
    )
    def test_nor_where_the_german_concept_does(self, provision, level, pair):
        one = infringement(provision, seriousness=level)
        told = [fine(one, turnover=of(t), day=date(2020, 1, 1)) for t in pair]
        less, more = (calculate("dsk-2019", one).sums for one in told)
        assert less.low <= more.low
        assert less.high <= more.high

    @given(st.sampled_from([*LOWER, *UPPER]), turnovers)
    def test_a_graver_seriousness_never_starts_lower(self, provision, turnover):
        starts = [
            calculate(
                "edpb-04-2022",
                fine(infringement(provision, seriousness=level), turnover=of(turnover)),
            ).sums
            for level in ("low", "medium", "high")
        ]
        for one, graver in pairwise(starts):
            assert one.low <= graver.low
            assert one.high <= graver.high


class TestTheLastStep:
    @given(sums, turnovers)
    def test_moves_both_ways_and_never_above_the_maximum(self, asked, turnover):
        told = fine(infringement("GDPR 6"), turnover=of(turnover))
        most = calculate("edpb-04-2022", told).maximum
        one = infringement("GDPR 6", choices=(take("effectiveness", asked),))
        found = calculate("edpb-04-2022", fine(one, turnover=of(turnover)))
        if asked <= most:
            assert found.amount == asked
        else:
            assert [d.rule for d in found.defects] == ["maximum"]

    @given(shares)
    def test_a_share_within_the_band_is_taken_and_one_outside_refused(self, taken):
        one = infringement(choices=(take("seriousness", taken),))
        found = calculate("edpb-04-2022", fine(one))
        inside = 10 * taken.denominator <= 100 * taken.numerator <= 20 * taken.denominator
        assert isinstance(found, Calculation) is inside


MOVES = [("c", "adds", 7), ("d", "adds", 13), ("e", "cuts", 5), ("f", "cuts", 11)]


class TestCircumstances:
    @given(
        st.permutations([("c", "adds", 7), ("d", "adds", 13), ("e", "cuts", 5), ("f", "cuts", 11)])
    )
    def test_the_order_of_percentages_does_not_matter(self, told):
        moves = tuple(
            Circumstance(
                factor=f"GDPR 83(2)({letter})", because="A reason", **{way: Share(percent, 100)}
            )
            for letter, way, percent in told
        )
        one = infringement(choices=(take("starting amount", eur("100 000")),), circumstances=moves)
        assert calculate("edpb-04-2022", fine(one)).amount == eur("104 000")


class TestTheRecord:
    @given(inputs())
    def test_the_same_input_gives_the_same_record(self, told):
        for one in answers(told):
            other = calculate(one.method, told)
            assert one == other
            assert one.record == other.record
            assert hash(one.record) == hash(other.record)
            assert one.record.allows(one.sums.low)
            assert one.record.allows(one.sums.high)
            assert not one.record.allows(one.sums.high + Money(1, one.sums.high.currency))

    @given(inputs(lawful=True))
    def test_the_last_step_of_each_conduct_leads_to_the_sum(self, told):
        for found in answers(evolve(told, hardship=None, currency="")):
            ends = [
                [s.sums for s in found.steps if s.of == name and s.sums is not None][-1]
                for name, _ in told.conducts
            ]
            assert reduce(lambda one, other: one + other, ends) == found.sums

    def test_a_wild_input_is_often_worked_out(self):
        drawn = []

        @given(inputs(lawful=True))
        def draw(told):
            drawn.append(len(answers(told)))

        draw()
        assert sum(drawn) > len(drawn)


class TestComparison:
    @given(inputs(lawful=True))
    def test_methods_side_by_side_answer_what_they_answer_alone(self, told):
        found = compare(shipped_methods(), told)
        assert found.outcomes == tuple(calculate(name, told) for name in shipped_methods())
        assert len(found.calculations) + len(found.refusals) == len(found.outcomes)
        for parting in found.partings:
            assert [m for m, _ in parting.says] == [one.method for one in found.calculations]

    @given(inputs(lawful=True))
    def test_a_method_never_parts_from_itself(self, told):
        assert compare(["edpb-04-2022", "edpb-04-2022"], told).partings == ()
