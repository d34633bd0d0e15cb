"""Method files: read strictly, checked for sense, with the labels of a whole on its parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TypeVar, cast

import attrs

from domain.errors import RuleNotFoundError
from domain.methods.model import (
    AnyMethod,
    AnyVersion,
    CategoryMethod,
    CategoryVersion,
    DailyRateMethod,
    DailyRateVersion,
    Method,
    MethodVersion,
    ShareMethod,
    ShareVersion,
)
from domain.methods.numbers import Multiple, MultipleRange, ShareRange
from domain.methods.tables import Tier, gaps
from domain.rulebook.documents import MalformedFileError, decode, parse_document
from domain.rulebook.labels import Confidence, Sourced
from domain.rulebook.loading import revised, scalar_reader
from domain.rulebook.nearest import meant_word
from domain.rulebook.provisions import instrument_of
from domain.rulebook.reader import Reader
from domain.rulebook.schema import json_schema

__all__ = [
    "load_method",
    "load_method_from",
    "method_reader",
    "method_schema",
    "read_method",
    "shipped_methods",
]

DATA = files("domain.rulebook") / "data" / "methods"
S = TypeVar("S", bound=Sourced)

_PROCEDURES = {
    "share of the maximum": ShareMethod,
    "daily rate": DailyRateMethod,
    "category band": CategoryMethod,
}


def method_reader() -> Reader:
    """A reader that knows the values of methods and of what is told to them."""
    reader = scalar_reader()
    reader.scalar(Multiple, Multiple.parse)
    reader.scalar(ShareRange, ShareRange.parse)
    reader.scalar(MultipleRange, MultipleRange.parse)
    reader.tag(Method, key="procedure", classes=_PROCEDURES)
    reader.describe(Multiple, description="A number with exact decimals", examples=("4.2794",))
    reader.describe(ShareRange, description="A range of percentages", examples=("0.2..0.4 %",))
    reader.describe(MultipleRange, description="A range of numbers", examples=("12..14.4",))
    return reader


def method_schema() -> dict[str, object]:
    """The JSON Schema of method files, so that editors complete them."""
    return json_schema(Method, method_reader(), title="Method", identifier="method.schema.json")


def shipped_methods() -> tuple[str, ...]:
    """The names of the methods that come with the package."""
    names = (entry.name for entry in DATA.iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


@cache
def load_method(name: str) -> AnyMethod:
    """A shipped method; raises RuleNotFoundError with the names that exist."""
    if name not in shipped_methods():
        known = ", ".join(shipped_methods())
        raise RuleNotFoundError(f"there is no method '{name}'; there are: {known}")
    return read_method((DATA / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")


def load_method_from(path: Path) -> AnyMethod:
    """A method from a file of one's own."""
    return read_method(decode(path.read_bytes()), path.name)


def read_method(text: str, name: str) -> AnyMethod:
    """A method from its text; raises MalformedFileError with all mistakes of shape or sense."""
    root, mistakes = parse_document(text, name)
    reader = method_reader()
    read = None if root is None else cast("AnyMethod | None", reader.read(root, Method))
    if read is not None:
        _check(read, reader)
    if read is None or mistakes or reader.mistakes:
        raise MalformedFileError((*mistakes, *reader.mistakes))
    return _labelled(read)


# --- sense ---------------------------------------------------------------------------------------


def _check(method: AnyMethod, reader: Reader) -> None:
    _order(method.versions, reader)
    known = [name for name, _ in method.instruments]
    for part in _sourced(method):
        _labels(part, known, reader)
    for version in method.versions:
        _tables(version, reader)


def _order(versions: tuple[MethodVersion, ...], reader: Reader) -> None:
    for version in versions:
        if not version.cite or version.kind is None or version.confidence is None:
            text = "a version says its source: cite, kind and confidence"
            reader.note_at(version, text, "add what is missing")
    for before, after in pairwise(versions):
        begins = after.since.earliest
        if begins is None or (before.until is not None and begins <= before.until):
            text = "versions stand in the order of their days, and only the first may begin openly"
            reader.note_at(after, text)


def _sourced(whole: attrs.AttrsInstance) -> Iterator[Sourced]:
    """Every part of a method that may carry a citation, at any depth."""
    for name in (one.name for one in attrs.fields(type(whole))):
        yield from _within(getattr(whole, name))


def _within(value: object) -> Iterator[Sourced]:
    match value:
        case tuple():
            for one in value:
                yield from _within(one)
        case Sourced():
            yield value
            yield from _sourced(value)


def _labels(part: Sourced, known: list[str], reader: Reader) -> None:
    checked = part.confidence in {Confidence.VERIFIED, Confidence.SECONDARY}
    if checked and not part.read_in:
        hint = "add 'read_in:', or 'confidence: memory'"
        reader.note_at(part, "what was checked says where it was read", hint)
    word = instrument_of(part.cite) if part.cite else ""
    if word and word not in known:
        reader.note_at(part, f"'{word}' is none of the instruments", meant_word(word, known))


def _tables(version: AnyVersion, reader: Reader) -> None:
    match version:
        case ShareVersion():
            _tiers(version.turnover_factors, version, "turnover_factors", reader)
        case DailyRateVersion():
            _tiers(version.size_classes, version, "size_classes", reader)
        case _:
            _categories(version, reader)


def _tiers(tiers: tuple[Tier, ...], version: MethodVersion, key: str, reader: Reader) -> None:
    if not tiers:
        reader.note_at(version, "the table is empty", at=(key,))
    for number in gaps(tiers):
        text = "the rows of a table join without gap or overlap, and the last has no end"
        reader.note_at(version, text, at=(key, number))


def _categories(version: CategoryVersion, reader: Reader) -> None:
    names = [one.name for one in version.categories]
    for one in version.categories:
        if not one.from_ <= one.basic <= one.up_to:
            reader.note_at(one, f"the basic fine {one.basic} lies outside its band")
    for row in version.provisions:
        if row.category not in names:
            text = f"there is no category '{row.category}'"
            reader.note_at(row, text, meant_word(row.category, names))


# --- labels --------------------------------------------------------------------------------------


def _labelled(method: AnyMethod) -> AnyMethod:
    """The method with its name on each version, and the labels of each version on its rows."""
    versions = tuple(_version(one, method) for one in method.versions)
    maxima = tuple(
        (name, tuple(attrs.evolve(rule, name=name) for rule in rules))
        for name, rules in method.maxima
    )
    return revised(method, {"versions": versions, "maxima": maxima})


def _version(version: MethodVersion, method: Method) -> MethodVersion:
    """A row takes the citation and the labels of its version where it has none of its own."""
    changes: dict[str, object] = {"name": method.method}
    for one in attrs.fields(type(version)):
        changes |= _rows(one.name, getattr(version, one.name), version)
    return revised(version, changes)


def _rows(name: str, value: object, version: MethodVersion) -> dict[str, object]:
    match value:
        case Sourced():
            return {name: _inherits(value, version)}
        case (Sourced(), *_) as rows:
            return {name: tuple(_inherits(row, version) for row in cast("list[Sourced]", rows))}
    return {}


def _inherits(part: S, whole: Sourced) -> S:
    same = not part.cite or part.cite == whole.cite
    return attrs.evolve(
        part,
        cite=part.cite or whole.cite,
        kind=part.kind or whole.kind,
        confidence=part.confidence or whole.confidence,
        read_in=part.read_in or (whole.read_in if same else ""),
    )
