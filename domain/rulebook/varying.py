"""Each value of a law on its own, and the laws in which that one value is another.

This is how one finds out whether a value decides anything: let it be otherwise, and look.
"""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Literal, get_args, get_origin

import attrs
from attrs import frozen

from domain.money import Money, Rate, Share
from domain.periods import Period
from domain.rulebook.labels import Sourced
from domain.rulebook.loading import revised
from domain.rulebook.model import SECTIONS, Version
from domain.rulebook.rulebook import Rulebook

LABELS = frozenset({*(one.name for one in attrs.fields(Sourced)), "note", "rulebook", "name"})
"""What a version says about itself: no law, so nothing follows from it."""

FOR_PAGES = frozenset({"local", "is_", "replaces", "since", "until", "act"})
"""What readers are shown; whether a version is in force is asked of the version as a whole."""

NOBODY = "third party"
"""Who could give an act instead of those who may: nobody that an authority's acts are for."""

Place = tuple[str | int, ...]


@frozen(kw_only=True)
class LawValue:
    """One value of a version of a rule: where it stands, what it says, and under which source.

    `path` is empty for the version as a whole, whose only variation is that it is not in force.
    """

    rulebook: str
    section: str
    name: str
    act: str
    since: str
    path: str
    text: str
    label: str

    def __str__(self) -> str:
        value = f".{self.path}" if self.path else ""
        return f"{self.section}.{self.name}{value}"


@frozen
class Variation:
    """A value, and how to make the laws in which it is otherwise."""

    value: LawValue
    layer: int
    version: int
    others: Callable[[Version], Iterator[Version | None]]

    def laws(self, law: Rulebook) -> Iterator[Rulebook]:
        """The same law with this value otherwise, once for each way it could be."""
        layer = law.layers[self.layer]
        rules = getattr(layer, self.value.section)
        own = dict(rules)[self.value.name]
        for other in self.others(own[self.version]):
            instead = () if other is None else (other,)
            versions = (*own[: self.version], *instead, *own[self.version + 1 :])
            named = tuple((n, versions if n == self.value.name else v) for n, v in rules)
            changed = revised(layer, {self.value.section: named})
            layers = (*law.layers[: self.layer], changed, *law.layers[self.layer + 1 :])
            yield attrs.evolve(law, layers=layers)


def variations(law: Rulebook) -> Iterator[Variation]:
    """Every value of every version of every rule, those of the rulebooks it extends included."""
    for place, layer in enumerate(law.layers):
        for section in SECTIONS:
            for name, versions in getattr(layer, section):
                for number, version in enumerate(versions):
                    yield from _of_version(version, section, name, place, number)


def _of_version(
    version: Version, section: str, name: str, layer: int, number: int
) -> Iterator[Variation]:
    def found(path: str, text: str, label: str) -> LawValue:
        return LawValue(
            rulebook=version.rulebook,
            section=section,
            name=name,
            act=getattr(version, "act", "") or name,
            since=str(version.since),
            path=path,
            text=text,
            label=label,
        )

    def gone(_version: Version) -> Iterator[None]:
        yield None

    yield Variation(found("", "in force", version.label), layer, number, gone)
    for place, value, label in _values(version, version.label):
        others = _at(place)
        yield Variation(found(_written(version, place), _said(value), label), layer, number, others)


def _values(part: Sourced, label: str) -> Iterator[tuple[Place, object, str]]:
    """Every single value within a part: where, what, and under which label."""
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        if field.name in LABELS | FOR_PAGES or value in (None, "", ()):
            continue
        if isinstance(value, Sourced):
            own = value.label if value.cite else label
            yield from (((field.name, *at), one, of) for at, one, of in _values(value, own))
        elif isinstance(value, tuple) and isinstance(value[0], Sourced):
            for number, one in enumerate(value):
                yield (field.name, number), one, one.label if one.cite else label
        elif any(True for _ in _otherwise(part, field.name, value)):
            yield (field.name,), value, label


def _at(place: Place) -> Callable[[Version], Iterator[Version | None]]:
    """How to vary what stands at a place of a version."""

    def others(version: Version) -> Iterator[Version | None]:
        for changed in _varied(version, place):
            if isinstance(changed, Version):
                yield changed

    return others


def _varied(part: Sourced, place: Place) -> Iterator[Sourced]:
    name, *rest = place
    value = getattr(part, str(name))
    if not rest:
        for other in _otherwise(part, str(name), value):
            yield revised(part, {str(name): other})
    elif isinstance(rest[0], int):
        yield from (revised(part, {str(name): one}) for one in _entry_varied(value, rest[0]))
    else:
        yield from (revised(part, {str(name): one}) for one in _varied(value, tuple(rest)))


def _entry_varied(entries: tuple[Sourced, ...], number: int) -> Iterator[tuple[Sourced, ...]]:
    """A condition or a limit that is not there; a limit also a step stricter."""
    before, after = entries[:number], entries[number + 1 :]
    yield (*before, *after)
    for bound in ("at_most", "at_least"):
        value = getattr(entries[number], bound, None)
        for other in _stricter(value, up=bound == "at_least"):
            yield (*before, revised(entries[number], {bound: other}), *after)


def _stricter(bound: object, *, up: bool) -> Iterator[object]:
    """A bound moved by the smallest step that the law could have taken."""
    step = 1 if up else -1
    match bound:
        case Money():
            yield Money(bound.minor + step, bound.currency)
        case Rate():
            yield attrs.evolve(
                bound, amount=Money(bound.amount.minor + step, bound.amount.currency)
            )
        case Period():
            yield from _periods(bound)


def _periods(period: Period) -> Iterator[Period]:
    yield attrs.evolve(period, length=period.length + 1)
    if period.length > 1:
        yield attrs.evolve(period, length=period.length - 1)


def _otherwise(part: Sourced, name: str, value: object) -> Iterator[object]:
    """What a value of this kind could be instead; nothing for what no law would vary alone."""
    match value:
        case Period():
            yield from _periods(value)
        case Money():
            yield from (
                Money(minor, value.currency) for minor in (value.minor * 2, value.minor // 2)
            )
        case Share():
            yield from (Share.parse("0.1 %"), Share.parse("50 %"))
        case Enum():
            yield from (one for one in type(value) if one is not value)
        case tuple():
            yield (NOBODY,) if name == "by" else ()
        case str():
            words = _words(part, name)
            yield from (one for one in words if one != value)
            if not words and _optional(part, name):
                yield ""
        case date() | _:
            return


def _words(part: Sourced, name: str) -> tuple[str, ...]:
    hint = attrs.fields_dict(attrs.resolve_types(type(part)))[name].type
    return tuple(get_args(hint)) if get_origin(hint) is Literal else ()


def _optional(part: Sourced, name: str) -> bool:
    return attrs.fields_dict(type(part))[name].default == ""


def _written(version: Version, place: Place) -> str:
    """The path as a file would have it: `limits.1` is the first limit."""
    keys = attrs.fields_dict(type(version))
    first = str(place[0])
    key = keys[first].metadata.get("key", first)
    rest = (str(one + 1) if isinstance(one, int) else one.removesuffix("_") for one in place[1:])
    return ".".join((key, *rest))


def _said(value: object) -> str:
    """A value in words; a condition or a limit by the words that tell it."""
    if isinstance(value, Sourced):
        told = (
            (field.metadata.get("key", field.name), getattr(value, field.name))
            for field in attrs.fields(type(value))
            if field.name not in LABELS
        )
        return ", ".join(f"{key}: {_said(one)}" for key, one in told if one not in (None, "", ()))
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return ", ".join(_said(one) for one in value)
    return str(value)
