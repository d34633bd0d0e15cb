"""JSON Schema of the classes that a reader builds, so that editors complete and check as one types.

An editor reads `2022` as a number where our reader keeps the text, so texts may be numbers here.
"""

import typing
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeAlias
from urllib.parse import quote

from attrs import define, field

from domain.rulebook.keys import Key, first_line, keys_of
from domain.rulebook.shapes import (
    Built,
    Described,
    Form,
    Grammar,
    Listed,
    Number,
    Parsed,
    Tabled,
    Text,
    Words,
)

__all__ = ["json_schema"]

Schema: TypeAlias = dict[str, object]

_TEXT: tuple[str, ...] = ("string", "number", "integer")


def json_schema(cls: type, reader: Grammar, *, title: str, identifier: str) -> Schema:
    """A schema of draft 2020-12; patterns are looser than the reader, who has the last word."""
    definitions = _Definitions(reader)
    root = definitions.of_hint(cls)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        "title": title,
        **root,
        "$defs": dict(sorted(definitions.made.items())),
    }


@define
class _Definitions:
    """Each class once, under its name, however many others refer to it."""

    grammar: Grammar
    made: dict[str, Schema] = field(factory=dict)
    _names: dict[object, str] = field(factory=dict)

    def of_hint(self, hint: object) -> Schema:
        forms = self.grammar.forms(hint)
        classes = frozenset(form.cls for form in forms if isinstance(form, Built))
        known = self.grammar.tag_of(classes)
        if known is None:
            return _any_of(self._of_form(form) for form in forms)
        tagged, members = known
        others = [self._of_form(form) for form in forms if not isinstance(form, Built)]
        return _any_of([*others, self._of_tagged(tagged.key, tagged.among(members))])

    def of_class(self, cls: type) -> Schema:
        return self._refer(cls, cls.__name__, lambda: self._object(cls, {}))

    def _of_form(self, form: Form) -> Schema:
        match form:
            case Text():
                return {"type": [*_TEXT]}
            case Number():
                return {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}
            case Words(by_word):
                return _one_of_words(by_word)
            case Parsed(hint):
                return self._refer(hint, _name_of(hint), lambda: self._parsed(hint))
            case Built(cls):
                short: list[Schema] = [{"type": "string"}] if cls in self.grammar.shorthands else []
                return _any_of([*short, self.of_class(cls)])
            case Listed(item):
                return {"type": "array", "items": self.of_hint(item)}
            case Tabled(value=value):
                return {"type": "object", "additionalProperties": self.of_hint(value)}
        return {}  # a node that somebody else reads may be anything

    def _of_tagged(self, key: str, classes: Mapping[str, type]) -> Schema:
        words: dict[type, list[str]] = {}
        for word, cls in classes.items():
            words.setdefault(cls, []).append(word)
        return {
            "type": "object",
            "required": [key],
            "properties": {key: _one_of_words(classes)},
            "allOf": [
                {
                    "if": {"required": [key], "properties": {key: _one_of_words(own)}},
                    "then": self._variant(cls, key, own),
                }
                for cls, own in words.items()
            ],
        }

    def _variant(self, cls: type, key: str, words: list[str]) -> Schema:
        tag = {} if key in keys_of(cls) else {key: _one_of_words(words)}
        name = f"{cls.__name__}.{key}"
        return self._refer((cls, key, *words), name, lambda: self._object(cls, tag))

    def _object(self, cls: type, tag: Mapping[str, Schema]) -> Schema:
        keys = keys_of(cls)
        required = [*tag, *(key.name for key in keys.values() if key.required)]
        described = first_line(cls)
        return {
            **({"description": described} if described else {}),
            "type": "object",
            "properties": {**tag, **{key.name: self._property(key) for key in keys.values()}},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _property(self, key: Key) -> Schema:
        several = self.of_hint(key.hint)
        if not key.says("one_or_many"):
            return several
        items = [form.item for form in self.grammar.forms(key.hint) if isinstance(form, Listed)]
        return _any_of([*map(self.of_hint, items), several])

    def _parsed(self, hint: Hashable) -> Schema:
        told = self.grammar.described.get(hint, Described())
        return {
            **({"description": told.description} if told.description else {}),
            "type": [*_TEXT],
            **({"pattern": told.pattern} if told.pattern else {}),
            **({"examples": [*told.examples]} if told.examples else {}),
        }

    def _refer(self, identity: object, name: str, build: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is made when it is first asked for."""
        if identity not in self._names:
            taken = sum(known.partition("~")[0] == name for known in self._names.values())
            self._names[identity] = own = f"{name}~{taken + 1}" if taken else name
            self.made[own] = {}  # so that a class may refer to itself
            self.made[own] = build()
        # In a reference "~" is written "~0" and a space "%20".
        fragment = quote(self._names[identity].replace("~", "~0"), safe="~")
        return {"$ref": f"#/$defs/{fragment}"}


def _any_of(schemas: Iterable[Schema]) -> Schema:
    several = list(schemas)
    return several[0] if len(several) == 1 else {"anyOf": several}


def _one_of_words(words: Iterable[str]) -> Schema:
    """An editor reads the word `1` as a number, so that both are in the list."""
    both = [(word, int(word)) if word.isdecimal() else (word,) for word in words]
    return {"enum": [value for values in both for value in values]}


def _name_of(hint: object) -> str:
    members = typing.get_args(hint)
    return " or ".join(map(_name_of, members)) or getattr(hint, "__name__", str(hint))
