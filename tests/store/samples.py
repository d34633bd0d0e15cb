"""One full value of a class: every list has a member of each kind, nothing is left out."""

import enum
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime

import attrs

from domain.aggregate import Created, Recorded, proceeding_id
from domain.amounts import Share
from domain.days import Day, Span
from domain.money import Money
from domain.periods import Period, TimeLimit
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.deciding import BY_COMMAND

CHOSEN = {
    date: date(2022, 10, 18),
    int: 7,
    bool: True,
    Money: Money(20_000_000_00, "EUR"),
    Share: Share(4, 100),
    Period: Period.parse("2 months and 15 days"),
    TimeLimit: TimeLimit.parse("within 2 months of the day after notification unless appealed"),
    Span: Span(date(2022, 12, 20), date(2023, 2, 9)),
    Day: Day(date(2022, 10, 18), date(2022, 10, 19), inferred=True),
}
"""Where a type alone does not say what makes sense."""


def sample(annotation, name=""):
    """One value of a type, made of its own names."""
    return kinds(annotation, name)[0]


def kinds(annotation, name):
    """A value of each kind that a type allows, nothing itself left out."""
    origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation is str:
        return [f"{name} é"]
    if annotation in CHOSEN:
        return [CHOSEN[annotation]]
    if origin in {typing.Union, types.UnionType}:
        return [one for kind in inside if kind is not type(None) for one in kinds(kind, name)]
    if origin is typing.Literal:
        return list(inside)
    if origin is tuple:
        return [_tuple(inside, name)]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return [{sample(inside[0], name): sample(inside[1], name)}]
    if issubclass(annotation, enum.Enum):
        return list(annotation)
    hints = typing.get_type_hints(annotation)
    fields = [a.name for a in attrs.fields(annotation) if not a.name.startswith("_")]
    return [annotation(**{one: sample(hints[one], one) for one in fields})]


def _tuple(inside, name):
    if inside[1:] == (...,):
        return tuple(kinds(inside[0], name))
    return tuple(sample(one, f"{name} {place}") for place, one in enumerate(inside))


def record(event_class):
    """A record of an event of that class, as the first of the commit of its command."""
    room = next(room for room in BY_COMMAND.values() if event_class in room.events)
    command = sample(room.command)
    cls = Created if event_class is ProceedingRegistered else Recorded
    return cls(
        originator_id=proceeding_id("fr-clearview"),
        originator_version=1 if cls is Created else 2,
        timestamp=datetime(2024, 1, 2, 3, 4, 5, 600000, tzinfo=UTC),
        proceeding="fr-clearview",
        event=sample(event_class),
        command_id="command-1",
        law="digest",
        given=command,
    )
