"""What may stand where in a file: the type hints of attrs classes, taken apart into forms."""

import enum
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Literal, NewType, TypeAlias

import attrs
from attrs import define, field, frozen

from domain.rulebook import nodes

__all__ = [
    "Built",
    "Described",
    "Form",
    "Grammar",
    "Key",
    "Listed",
    "Number",
    "Parsed",
    "Raw",
    "Tabled",
    "Tagged",
    "Text",
    "Words",
    "first_line",
    "keys_of",
]

Parse: TypeAlias = Callable[[str], object]

_NODES = frozenset(typing.get_args(nodes.Node))


@frozen
class Key:
    """A key that a file may use: its spelling there, and the argument that takes its value."""

    name: str
    argument: str
    hint: object
    required: bool
    nothing_given: bool
    """Whether None has to be passed when the key is absent: optional, and without a default."""
    metadata: Mapping[str, object]

    def says(self, flag: str) -> bool:
        """Whether the field's metadata has that flag."""
        return self.metadata.get(flag) is True


@cache
def keys_of(cls: type) -> Mapping[str, Key]:
    """The readable keys of an attrs class; private, computed and `read: False` fields are none."""
    hints = typing.get_type_hints(cls)
    readable = (
        one
        for one in attrs.fields(cls)
        if one.init and not one.name.startswith("_") and one.metadata.get("read") is not False
    )
    keys = [_key(one, hints[one.name]) for one in readable]
    return types.MappingProxyType({key.name: key for key in keys})


def _key(one: "attrs.Attribute[object]", hint: object) -> Key:
    optional = type(None) in typing.get_args(hint)
    bare = one.default is attrs.NOTHING
    return Key(
        name=one.metadata.get("key", one.name),
        argument=one.alias or one.name,
        hint=hint,
        required=bare and not optional,
        nothing_given=bare and optional,
        metadata=one.metadata,
    )


def first_line(documented: object) -> str:
    """The first line of a docstring, which says what a reader cannot see."""
    return (documented.__doc__ or "").strip().partition("\n")[0]


# --- forms: what one place of a file can hold ----------------------------------------------------


@frozen
class Text:
    """Any text."""


@frozen
class Number:
    """A whole number, digits only."""


@frozen
class Words:
    """One word of a list: a Literal or an Enum, whose members are known by their values."""

    by_word: Mapping[str, object]


@frozen
class Parsed:
    """A text that a registered function reads."""

    hint: Hashable


@frozen
class Built:
    """An attrs class, written as keys with values."""

    cls: type


@frozen
class Listed:
    """A list of items of one type."""

    item: object


@frozen
class Tabled:
    """Free keys with values of one type; `pairs` if read as a tuple, so that it can be hashed."""

    key: object
    value: object
    pairs: bool


@frozen
class Raw:
    """The node itself, to be read later by somebody who knows its type."""


Form: TypeAlias = Text | Number | Words | Parsed | Built | Listed | Tabled | Raw


@frozen
class Tagged:
    """Classes told apart by the word behind one key."""

    union: object
    key: str
    classes: Mapping[str, type]

    def among(self, wanted: frozenset[type]) -> Mapping[str, type]:
        """Only the words whose class may stand here."""
        return {word: cls for word, cls in self.classes.items() if cls in wanted}


@frozen
class Described:
    """What an editor can be told about a registered type."""

    pattern: str = ""
    description: str = ""
    examples: tuple[str, ...] = ()


@define
class Grammar:
    """Everything registered about types: how texts are read, how classes are told apart."""

    scalars: dict[Hashable, Parse]
    shorthands: dict[type, Parse] = field(factory=dict)
    tagged: list[Tagged] = field(factory=list)
    described: dict[Hashable, Described] = field(factory=dict)
    _forms: dict[Hashable, tuple[Form, ...]] = field(factory=dict)

    def forms(self, hint: object) -> tuple[Form, ...]:
        """The forms that a hint allows; a hint that no file can hold is our own mistake."""
        if hint not in self._forms:
            parts = [self._form(part) for part in self._parts(hint)]
            if len([part for part in parts if isinstance(part, Listed)]) > 1:
                raise TypeError(f"two kinds of list cannot be told apart: {hint!r}")
            tables = [part for part in parts if isinstance(part, Tabled)]
            if len(tables) > 1 or (tables and any(isinstance(part, Built) for part in parts)):
                raise TypeError(f"free keys cannot be told from the keys of a class: {hint!r}")
            self._forms[hint] = tuple(parts)
        return self._forms[hint]

    def tag_of(self, classes: frozenset[type]) -> tuple[Tagged, frozenset[type]] | None:
        """How these classes are told apart by a key, and which ones a base class stands for."""
        for tagged in self.tagged:
            members = frozenset(tagged.classes.values())
            if classes == {tagged.union}:
                return tagged, members
            if len(classes) > 1 and classes <= members:
                return tagged, classes
        return None

    def _parts(self, hint: object) -> list[object]:
        if hint in self.scalars:
            return [hint]
        if _is_union(hint):
            parts = [part for part in typing.get_args(hint) if part is not type(None)]
            return [one for part in self._whole(parts) for one in self._parts(part)]
        if isinstance(hint, NewType):
            return self._parts(hint.__supertype__)
        return [hint]

    def _whole(self, parts: list[object]) -> list[object]:
        """Put a registered union together again where it is a part of a larger one."""
        for known in self.scalars:
            members = typing.get_args(known) if _is_union(known) else ()
            if members and all(member in parts for member in members):
                return [known, *(part for part in parts if part not in members)]
        return parts

    def _form(self, hint: object) -> Form:
        if hint in self.scalars:
            return Parsed(hint)
        if hint is str:
            return Text()
        if hint is int:
            return Number()
        if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
            return self._class_form(hint)
        return _generic_form(hint)

    def _class_form(self, hint: type) -> Form:
        if hint in _NODES:
            return Raw()
        if issubclass(hint, enum.Enum):
            return Words({member.value: member for member in hint})
        if attrs.has(hint) or any(tagged.union == hint for tagged in self.tagged):
            return Built(hint)
        raise TypeError(f"no file can hold a {hint!r}: register a function that reads it")


def _is_union(hint: object) -> bool:
    return typing.get_origin(hint) in {typing.Union, types.UnionType}


def _generic_form(hint: object) -> Form:
    arguments = typing.get_args(hint)
    match typing.get_origin(hint), arguments:
        case origin, _ if origin is Literal and all(isinstance(word, str) for word in arguments):
            return Words({word: word for word in arguments})
        case origin, (item, last) if origin is tuple and last is ...:
            pair = typing.get_args(item)
            if typing.get_origin(item) is tuple and len(pair) == 2 and pair[1] is not ...:
                return Tabled(pair[0], pair[1], pairs=True)
            return Listed(item)
        case origin, (key, value) if origin in {dict, Mapping}:
            return Tabled(key, value, pairs=False)
    raise TypeError(f"no file can hold a {hint!r}")
