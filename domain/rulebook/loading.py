"""Rulebook files: read strictly, checked for sense, composed with those they extend."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, cast

import attrs
from attrs import frozen

from domain.calendars import Calendar
from domain.days import Day, Span, parse_date
from domain.errors import RuleNotFoundError
from domain.money import Money, MoneyRange, Price, Rate, Share
from domain.periods import Period, TimeLimit
from domain.rulebook.documents import MalformedFileError, Mark, Mistake, decode, parse_document
from domain.rulebook.labels import Sourced
from domain.rulebook.model import SECTIONS, Organ, RulebookFile, Version
from domain.rulebook.reader import Reader
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.schema import json_schema
from domain.rulebook.sense import check_sense

DATA = files("domain.rulebook") / "data"
S = TypeVar("S", bound=Sourced)
A = TypeVar("A", bound=attrs.AttrsInstance)


@frozen(kw_only=True)
class CalendarFile:
    """A calendar as it is written: the years it holds, and the days of rest in them."""

    calendar: str
    made_from: str
    years: str
    days: tuple[tuple[str, str], ...]


def scalar_reader() -> Reader:
    """A reader that knows how every value of the law is written."""
    reader = Reader(
        {
            Money: Money.parse,
            MoneyRange: MoneyRange.parse,
            Rate: Rate.parse,
            Price: Price.parse,
            Share: Share.parse,
            Period: Period.parse,
            TimeLimit: TimeLimit.parse,
            Day: Day.parse,
            Span: Span.parse,
            date: parse_date,
        }
    )
    reader.describe(Money, description="A sum: EUR 20 000 000", examples=("EUR 20 000 000",))
    reader.describe(Period, description="A period: 2 months", examples=("2 months", "10 days"))
    reader.describe(Day, description="A day, exact or not", examples=("2022-10-17", "..2020-01-01"))
    reader.describe(Rate, description="A rate", examples=("EUR 100 000 per day",))
    return reader


def rulebook_schema() -> dict[str, object]:
    """The JSON Schema of rulebook files, so that editors complete them."""
    return json_schema(
        RulebookFile, scalar_reader(), title="Rulebook", identifier="rulebook.schema.json"
    )


def read_rulebook_file(text: str, name: str) -> RulebookFile:
    """One file as it is written; raises MalformedFileError with every mistake of shape."""
    return _read(text, name)[0]


def _read(text: str, name: str) -> tuple[RulebookFile, Reader]:
    node, mistakes = parse_document(text, name)
    reader = scalar_reader()
    read = None if node is None else reader.read(node, RulebookFile)
    if read is None or mistakes or reader.mistakes:
        raise MalformedFileError((*mistakes, *reader.mistakes))
    return read, reader


def shipped() -> tuple[str, ...]:
    """The names of the rulebooks that come with the package."""
    names = (entry.name for entry in DATA.iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


@cache
def load_rulebook(name: str) -> Rulebook:
    """A shipped rulebook, composed; raises RuleNotFoundError with the names that exist."""
    if name not in shipped():
        raise RuleNotFoundError(f"there is no rulebook '{name}'; there are: {', '.join(shipped())}")
    return compose_text((DATA / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")


def load_rulebook_from(path: Path) -> Rulebook:
    """A rulebook from a file of one's own; it may extend the shipped ones."""
    return compose_text(decode(path.read_bytes()), path.name)


def compose_text(text: str, name: str) -> Rulebook:
    """A rulebook from its text; raises MalformedFileError with all mistakes of shape or sense."""
    own, reader = _read(text, name)
    parents = _parents(own, reader)
    check_sense(own, parents, reader)
    calendar = _calendar(own, parents, reader)
    if reader.mistakes:
        raise MalformedFileError(tuple(reader.mistakes))
    return composed((own, *parents), calendar)


def _parents(own: RulebookFile, reader: Reader) -> tuple[RulebookFile, ...]:
    """The rulebooks that a file extends, nearest first; only shipped ones can be extended."""
    found: dict[str, RulebookFile] = {}
    waiting = list(own.extends)
    while waiting:
        name = waiting.pop(0)
        if name == own.rulebook:
            reader.note_at(own, f"{name} extends itself")
        elif name not in shipped():
            text = f"there is no rulebook '{name}' to extend"
            reader.note_at(own, text, f"there are: {', '.join(shipped())}", at=("extends",))
        elif name not in found:
            found[name] = _shipped_file(name)
            waiting.extend(found[name].extends)
    return tuple(found.values())


@cache
def _shipped_file(name: str) -> RulebookFile:
    return read_rulebook_file((DATA / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")


def _calendar(own: RulebookFile, parents: tuple[RulebookFile, ...], reader: Reader) -> Calendar:
    name = next((one.calendar for one in (own, *parents) if one.calendar), "")
    if not name:
        return Calendar(name="none", first=date(1, 1, 1), last=date(9999, 12, 31), holidays={})
    known = calendars()
    if name not in known:
        text = f"there is no calendar '{name}'"
        reader.note_at(own, text, f"there are: {', '.join(known)}", at=("calendar",))
        return Calendar(name=name, first=date(1, 1, 1), last=date(9999, 12, 31), holidays={})
    return load_calendar(name)


def calendars() -> tuple[str, ...]:
    """The names of the shipped calendars."""
    names = (entry.name for entry in (DATA / "calendars").iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


@cache
def load_calendar(name: str) -> Calendar:
    """A shipped calendar; days outside its years are an error, never a guess."""
    return read_calendar((DATA / "calendars" / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")


def read_calendar(text: str, name: str) -> Calendar:
    """A calendar from its text; raises MalformedFileError with every mistake of shape."""
    node, mistakes = parse_document(text, name)
    reader = scalar_reader()
    read = None if node is None else reader.read(node, CalendarFile)
    if read is None or mistakes or reader.mistakes:
        raise MalformedFileError((*mistakes, *reader.mistakes))
    first, last = (int(year) for year in read.years.split(".."))
    return Calendar(
        name=read.calendar,
        first=date(first, 1, 1),
        last=date(last, 12, 31),
        holidays={parse_date(day): what for day, what in read.days},
    )


def revised(whole: A, changes: Mapping[str, object]) -> A:
    """A copy with fields changed by name, where the names are data."""
    return cast("Callable[..., A]", attrs.evolve)(whole, **changes)


def composed(chain: tuple[RulebookFile, ...], calendar: Calendar) -> Rulebook:
    """The rulebook that a file and those it extends, nearest first, make together."""
    own = chain[0]
    layers = tuple(_labelled(layer) for layer in chain)
    return Rulebook(
        name=own.rulebook,
        title=own.title,
        country=next((one.country for one in chain if one.country), ""),
        currency=next((one.currency for one in chain if one.currency), "EUR"),
        time_rule_name=next((one.time_rule for one in chain if one.time_rule), ""),
        calendar=calendar,
        instruments={k: v for one in reversed(chain) for k, v in one.instruments},
        organs={k: v for one in reversed(chain) for k, v in one.organs},
        layers=layers,
        not_modelled=tuple(gap for one in chain for gap in one.not_modelled),
        digest=digest_of(layers, calendar),
    )


def _labelled(layer: RulebookFile) -> RulebookFile:
    """The file with every version named, and every part of it under a citation and its labels."""
    changed = {
        section: tuple(
            (name, tuple(_named(version, name, layer.rulebook) for version in versions))
            for name, versions in getattr(layer, section)
        )
        for section in SECTIONS
    }
    return revised(layer, changed)


def _named(version: Version, name: str, rulebook: str) -> Version:
    parts: dict[str, object] = {}
    for part in ("requires", "limits", "except_"):
        if hasattr(version, part):
            parts[part] = tuple(_inherits(one, version) for one in getattr(version, part))
    for part in (
        "when",
        "counting",
        "liquidation",
        "forfeiture",
        "counted_by",
        "applies_to",
        "repeat",
    ):
        own = getattr(version, part, None)
        if own is not None:
            parts[part] = _inherits(own, version)
    return revised(version, {"name": name, "rulebook": rulebook, **parts})


def _inherits(part: S, whole: Sourced) -> S:
    """A part takes the citation and the labels of the whole where it has none of its own."""
    return attrs.evolve(
        part,
        cite=part.cite or whole.cite,
        kind=part.kind or whole.kind,
        confidence=part.confidence or whole.confidence,
        read_in=part.read_in or whole.read_in,
    )


NO_LAW = frozenset({"note", "read_in", "title", "local", "last_checked_on", "language", "format"})
"""What a digest leaves out: it is of the rules, not of the words around them."""


def digest_of(layers: tuple[RulebookFile, ...], calendar: Calendar) -> str:
    """The identity of composed rules: the same values give the same digest, however written."""
    days = {day.isoformat(): "" for day in calendar.holidays}
    plain = {"layers": [_plain(layer) for layer in layers], "calendar": days}
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if attrs.has(type(value)) and isinstance(value, Sourced | RulebookFile | Organ):
        fields = (one.name for one in attrs.fields(type(value)) if one.name not in NO_LAW)
        return {name: _plain(getattr(value, name)) for name in fields}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value)


def changed(law: Rulebook, path: str, text: str) -> Rulebook:
    """The same law with one value changed: `periodic_penalties.astreinte.counting.last_day`.

    The value is written as in a file and read by its own type; every version of the rule takes it.
    Raises RuleNotFoundError if there is no such rule or value, MalformedFileError if it is wrong.
    """
    section, _, rest = path.partition(".")
    name, _, keys = rest.partition(".")
    if section not in SECTIONS or not keys:
        raise RuleNotFoundError(f"'{path}' does not name a section, a rule and a value")
    before, steps = law.versions(section, name), tuple(keys.split("."))
    holder = next(one for one in law.layers if name in dict(getattr(one, section)))
    versions = tuple(_set(one, steps, text, path) for one in before)
    rules = tuple((n, versions if n == name else v) for n, v in getattr(holder, section))
    layers = tuple(revised(one, {section: rules}) if one is holder else one for one in law.layers)
    return attrs.evolve(law, layers=layers, digest=digest_of(layers, law.calendar))


def _set(whole: A, keys: tuple[str, ...], text: str, path: str) -> A:
    key = keys[0]
    if not attrs.has(type(whole)):
        raise RuleNotFoundError(f"'{path}': there is nothing of one value at '{key}'")
    names = {one.metadata.get("key", one.name): one.name for one in attrs.fields(type(whole))}
    if key not in names:
        raise RuleNotFoundError(f"'{path}': there is no '{key}'; there are: {', '.join(names)}")
    value = getattr(whole, names[key])
    if len(keys) > 1:
        return revised(whole, {names[key]: _set(value, keys[1:], text, path)})
    return revised(whole, {names[key]: _parsed(type(whole), names[key], text, path)})


def _parsed(cls: type, name: str, text: str, path: str) -> object:
    """A value read by the type of the field that it is for."""
    hint = attrs.fields_dict(attrs.resolve_types(cls))[name].type
    reader = scalar_reader()
    node, mistakes = parse_document(f"value: {text}\n", path)
    found: Iterator[Mistake] = iter(mistakes)
    entries = () if node is None else getattr(node, "entries", ())
    if next(found, None) is not None or not entries:
        raise MalformedFileError(mistakes or (Mistake(Mark(path, 1, 1), path, "no value"),))
    value = reader.read_as(entries[0].value, hint, path)
    if reader.mistakes:
        raise MalformedFileError(tuple(reader.mistakes))
    return value
