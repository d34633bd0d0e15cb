"""Any value of a class, built by the types of its fields: what is stored need not be lawful."""

import enum
import types
import typing
from collections.abc import Mapping
from datetime import date

import attrs
from hypothesis import strategies as st

from domain.amounts import Share
from domain.calendars import TimeRule
from domain.days import Day, Span
from domain.money import Money, MoneyRange
from domain.periods import MOMENTS, Period, TimeLimit, Unit
from showcause.store.codec import FAMILIES

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
TEXT = st.text(max_size=8)
MONEY = st.builds(Money, st.integers(), st.sampled_from(["EUR", "GBP", "JPY"]))
PERIODS = st.one_of(
    st.builds(Period, st.integers(0, 500), st.sampled_from(Unit)),
    st.builds(Period, st.integers(0, 500), st.just(Unit.MONTHS), st.integers(0, 31)),
)
PAIRS = st.tuples(DAYS, DAYS).map(sorted)


@st.composite
def time_limits(draw):
    unless_appealed = draw(st.booleans())
    if draw(st.booleans()):
        return TimeLimit(None, by=draw(st.none() | DAYS), unless_appealed=unless_appealed)
    return TimeLimit(
        draw(PERIODS),
        draw(st.sampled_from(MOMENTS)),
        unless_appealed=unless_appealed,
        from_next_day=draw(st.booleans()),
    )


BOUND = {
    str: TEXT,
    date: DAYS,
    int: st.integers(),
    bool: st.booleans(),
    type(None): st.none(),
    Money: MONEY,
    MoneyRange: st.tuples(MONEY, st.none()).map(lambda pair: MoneyRange(*pair)),
    Period: PERIODS,
    Share: st.builds(Share, st.integers(0, 100), st.integers(1, 100)),
    TimeLimit: time_limits(),
    Span: PAIRS.map(lambda pair: Span(*pair)),
    Day: PAIRS.map(lambda pair: Day(*pair)) | st.just(Day(None, None, inferred=True)),
    TimeRule: st.builds(TimeRule, rest_days=st.just(frozenset({5, 6}))),
}
"""Where a type allows more than its validator does, or more than is worth trying."""


def instances(annotation):
    """A strategy for what a field of that type can hold."""
    if annotation in BOUND:
        return BOUND[annotation]
    origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in FAMILIES or origin in {typing.Union, types.UnionType}:
        return st.one_of([instances(one) for one in FAMILIES.get(annotation, inside)])
    if origin is typing.Literal:
        return st.sampled_from(inside)
    if origin is tuple and inside[1:] == (...,):
        return st.lists(instances(inside[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*[instances(one) for one in inside])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(*[instances(one) for one in inside], max_size=2)
    if issubclass(annotation, enum.Enum):
        return st.sampled_from(annotation)
    hints = typing.get_type_hints(annotation)
    fields = [a for a in attrs.fields(annotation) if not a.name.startswith("_")]
    return st.builds(annotation, **{a.name: instances(hints[a.name]) for a in fields})
