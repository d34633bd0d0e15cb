"""The domains of fields: what lies inside, and how the sentence ends for what does not."""

from decimal import Decimal

import attrs
import pytest

from domain.days import Span
from domain.money import Rate
from domain.periods import Period, TimeLimit
from domain.proceeding.bounds import (
    Charged,
    InCurrency,
    Lengths,
    Nothing,
    OneOf,
    Rates,
    SomeOf,
    Spans,
    Sums,
    WholeYears,
    Words,
)
from domain.proceeding.limits import bounded
from domain.proceeding.offers import Field
from domain.rulebook.conditions import Limit, States
from domain.rulebook.labels import Confidence, Sourced
from tests.domain.proceeding.stories import FR, day, eur, per_day

DOLLARS = attrs.evolve(eur(1), currency="USD")
TEN_DAYS = Period.parse("10 days")


@pytest.mark.parametrize(
    ("domain", "value"),
    [
        (OneOf(("a", "b")), "a"),
        (SomeOf(("a", "b")), ("a", "b")),
        (SomeOf(("a",), 0), ()),
        (Sums(eur(5), "EUR"), eur(5)),
        (Sums(None, "EUR"), eur(10**9)),
        (InCurrency("EUR"), eur(1)),
        (InCurrency("EUR"), per_day(1)),
        (InCurrency("EUR", optional=True), None),
        (Rates(per_day(5)), per_day(5)),
        (Rates(per_day(5)), None),
        (Nothing("has no basis"), None),
        (Lengths(TEN_DAYS), TimeLimit.parse("within 10 days of notification")),
        (Lengths(TEN_DAYS), TimeLimit.parse("by 2022-01-01")),
        (Lengths(TEN_DAYS, day("2022-01-01")), TimeLimit.parse("by 2022-01-11")),
        (Lengths(TEN_DAYS), "not read yet"),
        (Spans(Span.parse("2022-01-01..2022-01-10")), Span.parse("2021-12-31..2022-01-01")),
        (Charged(("c",), ("GDPR 5",)), (("c", ("GDPR 5(1)",)),)),
        (Charged(("c",), ("GDPR 5",), 0), ()),
        (Words(), ""),
        (Words(1), ("x",)),
        (WholeYears(2022), "2022"),
    ],
)
def test_a_domain_holds(domain, value):
    assert domain.wrong(value) == ""


@pytest.mark.parametrize(
    ("domain", "value", "wrong"),
    [
        (OneOf(("a", "b")), "c", "is none of: a and b"),
        (OneOf(()), "c", "cannot be named: there is none"),
        (SomeOf(("a",)), (), "must name at least 1"),
        (SomeOf(("a",)), None, "must name at least 1"),
        (SomeOf(()), ("c", "d"), "names c and d, and there is none"),
        (Sums(eur(5), "EUR"), eur(6), "is above the most that is allowed, EUR 5"),
        (Sums(eur(5), "EUR", "the maximum"), eur(6), "is above the maximum, EUR 5"),
        (Sums(eur(5), "EUR"), eur(0), "is not above zero"),
        (Sums(eur(5), "EUR"), DOLLARS, "is not in EUR"),
        (Sums(eur(5), "EUR"), Decimal(4), "is no sum"),
        (InCurrency("EUR"), None, "is not a sum above zero in EUR"),
        (InCurrency("EUR"), DOLLARS, "is not a sum above zero in EUR"),
        (Rates(per_day(5)), per_day(6), "is above the most that is allowed, EUR 5 per day"),
        (Rates(per_day(5)), Rate.parse("EUR 5 per week"), "does not run per day"),
        (Rates(per_day(5)), Rate.parse("USD 5 per day"), "is not in EUR"),
        (Rates(per_day(5)), eur(5), "is no rate"),
        (Nothing("has no basis"), per_day(5), "has no basis"),
        (Lengths(TEN_DAYS), TimeLimit.parse("at once"), "is shorter than 10 days"),
        (
            Lengths(TEN_DAYS, day("2022-01-01")),
            TimeLimit.parse("by 2022-01-10"),
            "is shorter than 10 days",
        ),
        (Spans(None), Span.parse("2022-01-01"), "holds no day of delay (no day)"),
        (Spans(None), "2022-01-01", "is no stretch of days"),
        (Charged(("c",), ("GDPR 5",)), (), "names no conduct"),
        (Charged(("c",), ("GDPR 5",)), None, "names no conduct"),
        (Words(1), None, "says nothing"),
        (WholeYears(2022), "2023", "is not a year up to 2022"),
        (WholeYears(2022), 2022, "is not a year up to 2022"),
    ],
)
def test_a_domain_says_why_not(domain, value, wrong):
    assert domain.wrong(value) == wrong


@pytest.mark.parametrize(
    ("domain", "limit"),
    [
        (OneOf(("a", "b")), "a and b"),
        (OneOf(()), "nothing"),
        (SomeOf(("a",)), "a"),
        (SomeOf(()), "nothing"),
        (Sums(eur(5), "EUR"), "EUR 5"),
        (Sums(None, "EUR"), ""),
        (InCurrency("EUR"), "EUR"),
        (Rates(per_day(5)), "EUR 5 per day"),
        (Nothing("x"), "none"),
        (Lengths(TEN_DAYS), "10 days"),
        (Spans(None), "no day"),
        (Spans(Span.parse("2022-01-01..2022-01-10")), "2022-01-01..2022-01-10"),
        (Charged(("c", "d"), ("GDPR 5",)), "GDPR 5 for c and d"),
        (Words(1), "something"),
        (Words(), ""),
        (WholeYears(2022), "a year up to 2022"),
    ],
)
def test_a_domain_shows_its_limit(domain, limit):
    assert domain.limit == limit


class TestField:
    def test_is_impossible_to_leave_where_it_is_essential(self):
        assert (
            Field(name="of", domain=OneOf(()), essential=True).defect("x").gravity == "impossible"
        )

    def test_is_irregular_to_leave_otherwise(self):
        assert Field(name="of", domain=OneOf(())).defect("x").gravity == "irregular"

    @pytest.mark.parametrize(
        "more", [{"only_warns": True}, {"source": Sourced(confidence=Confidence.MEMORY)}]
    )
    def test_only_warns_where_little_is_known(self, more):
        assert Field(name="of", domain=OneOf(()), **more).defect("x").gravity == "warns"

    def test_names_its_rule_or_itself(self):
        assert Field(name="of", domain=OneOf(())).defect("x").rule == "of"
        assert Field(name="of", domain=OneOf(()), rule="order").defect("x").rule == "order"

    def test_shows_values_that_can_be_shown(self):
        field = Field(name="amount", domain=Sums(eur(1), "EUR"))
        assert field.defect(eur(2)).asked == "EUR 2"
        assert field.defect(("x",)).asked == ""


class TestLimitsOfTheRulebook:
    def test_become_bounds_of_the_field_that_they_name(self):
        limits = (
            Limit(limit="comply", at_least=TEN_DAYS, unless=States(states="urgent")),
            Limit(limit="amount", at_most=eur(5)),
            Limit(limit="rate", at_most=per_day(5)),
            Limit(limit="elsewhere", at_most=eur(5)),
        )
        names = {"comply": "comply", "amount": "amount", "rate": "penalty"}
        comply, amount, penalty = bounded(limits, names)
        assert (comply.name, comply.unless) == ("comply", "urgent")
        assert amount.domain == Sums(eur(5), "EUR")
        assert (penalty.name, penalty.rule) == ("penalty", "rate")

    def test_take_a_figure_that_was_worked_out_where_they_name_one(self):
        ready = Field(name="amount", domain=Sums(eur(5), "EUR"))
        limits = (Limit(limit="amount", at_most="maximum"),)
        assert bounded(limits, {"amount": "amount"}, bases={"maximum": ready}) == (ready,)
        assert bounded(limits, {"amount": "amount"}) == ()

    def test_without_a_bound_are_refused(self):
        with pytest.raises(TypeError, match="no domain for the bound None"):
            bounded((Limit(limit="amount"),), {"amount": "amount"})

    def test_of_a_notice_are_those_of_the_decree(self):
        (power,) = FR.powers("formal notice", day("2022-02-01"))
        (limit,) = power.limits
        assert (limit.at_least, limit.unless.states, limit.cite) == (TEN_DAYS, "urgent", "DEC 38")
