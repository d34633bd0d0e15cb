"""Scenarios written back as text: block style, one item a line, so that a change shows small."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Final

import attrs

from domain.rulebook.keys import keys_of
from scenarios.measures import MeasureRow
from scenarios.model import Matter, Scenario
from scenarios.rows import Row

__all__ = ["dump"]

_WIDTH: Final = 96
_LAST_KEYS: Final = (
    "notified",
    "published",
    "known_to",
    "source",
    "inferred",
    "told_differently",
    "despite",
    "denies",
    "states",
    "rests_on",
    "refused",
)
"""Keys of a row that stand after those of its act."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9(/.][A-Za-z0-9 ,.;()/'%+_&-]*")
_WORDS: Final = re.compile(r"\S+( \S+)+")


def dump(story: Scenario | Matter) -> str:
    """The text of a file; read again it gives an equal story."""
    return "\n".join(_mapping(_fields(story), 0)) + "\n"


def _fields(built: attrs.AttrsInstance) -> list[tuple[str, object]]:
    """The keys of an object with the values that differ from what they are without them."""
    pairs: list[tuple[str, object]] = []
    defaults = {one.name: one.default for one in attrs.fields(type(built))}
    names = {one.metadata.get("key", one.name): one.name for one in attrs.fields(type(built))}
    for key in _in_order(type(built)):
        value = getattr(built, names[key])
        if value != defaults[names[key]]:
            pairs.append((key, _plain(value)))
        tag = _tag(built, key)
        if tag is not None:
            pairs.append(tag)
    if isinstance(built, MeasureRow):
        return [("measure", built.measure), *pairs]
    return pairs


def _tag(built: object, key: str) -> tuple[str, object] | None:
    return ("act", built.act) if isinstance(built, Row) and key == "day" else None


def _in_order(cls: type) -> list[str]:
    """The keys of a row with those of its act before its sources; others as they are."""
    keys = list(keys_of(cls))
    if not issubclass(cls, Row):
        return keys
    last = [key for key in _LAST_KEYS if key in keys]
    return [*(key for key in keys if key not in last), *last]


def _plain(value: object) -> object:
    if attrs.has(type(value)) and "__str__" not in vars(type(value)):
        return _fields(value)  # type: ignore[arg-type]
    if isinstance(value, tuple) and value and all(_is_pair(one) for one in value):
        return [(str(key), _plain(inner)) for key, inner in value]
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    return str(value)


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2  # noqa: PLR2004 - a key and a value


def _mapping(pairs: list[tuple[str, object]], indent: int) -> Iterator[str]:
    for key, value in pairs:
        yield from _entry(f"{' ' * indent}{_scalar(key)}:", value, indent)


def _entry(head: str, value: object, indent: int) -> Iterator[str]:
    if isinstance(value, tuple):
        yield f"{head} []" if not value else head
        for item in value:
            yield from _item(item, indent + 2)
    elif isinstance(value, list):
        yield f"{head} {{}}" if not value else head
        yield from _mapping(value, indent + 2)
    elif len(head) + len(str(value)) > _WIDTH and _WORDS.fullmatch(str(value)):
        yield f"{head} >-"
        for line in textwrap.wrap(
            str(value), _WIDTH - indent, break_long_words=False, break_on_hyphens=False
        ):
            yield f"{' ' * (indent + 2)}{line}"
    else:
        yield f"{head} {_scalar(str(value))}"


def _item(value: object, indent: int) -> Iterator[str]:
    """One item of a list; its first line begins with a dash."""
    space = " " * indent
    if isinstance(value, list):
        lines = list(_mapping(value, indent + 2))
        yield f"{space}- {lines[0].lstrip()}" if lines else f"{space}- {{}}"
        yield from lines[1:]
    else:
        yield from _entry(f"{space}-", value, indent)


def _scalar(text: str) -> str:
    """Plain where that is safe, else in quotes; JSON's quotes are YAML's double ones."""
    if _PLAIN.fullmatch(text) and not text.endswith((" ", "-")) and not text.startswith("..."):
        return text
    return json.dumps(text, ensure_ascii=False)
