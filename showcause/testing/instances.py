"""Strategies made from types: any event class, and any value that a command or event can hold."""

import enum
import types
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, TypeVar, Union, cast, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.days import Span
from domain.deadlines import Deadline, DelayCounting
from domain.money import Money, Price, Rate
from domain.periods import Period, TimeLimit
from domain.proceeding.deciding import EVOLUTIONS
from domain.proceeding.messages import Event
from showcause.testing.values import (
    ADDRESSEES,
    CURRENCIES,
    WORDS,
    countings,
    days,
    deadlines,
    moneys,
    periods,
    rates,
    spans,
    time_limits,
)

T = TypeVar("T")

IDS = ("formal notice", "charges", "decision", "order", "fine", "liquidation", "appeal")
"""What acts and measures are called, so that events drawn apart speak of the same things."""

Leaves = Mapping[type, SearchStrategy[object]]
"""A strategy for each type that is not taken apart any further."""


def leaves(texts: SearchStrategy[str] | None = None) -> Leaves:
    """The values that types are built from; `texts` is drawn for every field that is a text."""
    words = st.sampled_from((*IDS, *ADDRESSEES, *WORDS, "2021"))
    money = st.sampled_from(CURRENCIES).flatmap(lambda one: moneys(one, at_least=-(10**10)))
    return {
        str: words if texts is None else texts,
        bool: st.booleans(),
        int: st.integers(-(10**6), 10**6),
        date: days(),
        Money: money,
        Rate: st.sampled_from(CURRENCIES).flatmap(rates),
        Price: st.builds(Price, st.integers(1, 10**6), st.integers(0, 6)),
        Span: spans(),
        Period: periods(),
        TimeLimit: time_limits(falling=True),
        Deadline: deadlines(),
        DelayCounting: countings(),
    }


def instances(cls: type[T], known: Leaves | None = None) -> SearchStrategy[T]:
    """Instances of an attrs class with every field drawn by its type.

    A field whose type nothing is known about is an error: a silent default would not be tested.
    """
    known = leaves() if known is None else known
    built = cast("Callable[..., T]", cls)
    fields = attrs.fields(attrs.resolve_types(cast("type[attrs.AttrsInstance]", cls)))
    drawn = {one.alias: values_of(one.type, known) for one in fields if one.init}
    return st.builds(built, **cast("dict[str, SearchStrategy[object]]", drawn))


def values_of(hint: object, known: Leaves) -> SearchStrategy[object]:
    """Values of a type as it stands in an annotation."""
    if isinstance(hint, type) and hint in known:
        return known[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuples(arguments, known)
    if origin in {Union, types.UnionType}:
        return st.one_of(*(values_of(one, known) for one in arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if hint is type(None):
        return st.none()
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and attrs.has(hint):
        return instances(hint, known)
    raise TypeError(f"there is no strategy for {hint!r}")


def _tuples(arguments: tuple[object, ...], known: Leaves) -> SearchStrategy[object]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - a type and three dots
        return st.lists(values_of(arguments[0], known), max_size=2).map(tuple)
    return st.tuples(*(values_of(one, known) for one in arguments))


def event_classes() -> tuple[type[Event], ...]:
    """Every class of event that the model has, in the order of a proceeding's life."""
    return tuple(EVOLUTIONS)


def events(cls: type[Event] | None = None) -> SearchStrategy[Event]:
    """Events with any content, of one class or of all; no rule need allow them."""
    if cls is not None:
        return instances(cls)
    return st.one_of(*(instances(one) for one in event_classes()))
