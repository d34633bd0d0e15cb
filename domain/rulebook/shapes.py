"""What may stand where in a file: the type hints of attrs classes, taken apart into forms."""

import enum
import types
import typing
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Literal, NewType, TypeAlias, TypeVar

import attrs
from attrs import frozen

from domain.rulebook import nodes

__all__ = [
    "Built",
    "Described",
    "Form",
    "Grammar",
    "Listed",
    "Number",
    "Parsed",
    "Raw",
    "Tabled",
    "Tagged",
    "Text",
    "Words",
]

T = TypeVar("T")

Parse: TypeAlias = Callable[[str], object]

_NODES = frozenset(typing.get_args(nodes.Node))


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


class Grammar:
    """Everything registered about types: how texts are read, how classes are told apart."""

    def __init__(self, scalars: Mapping[type, Parse]) -> None:
        self.scalars: dict[Hashable, Parse] = {}
        self.shorthands: dict[type, Parse] = {}
        self.tagged: list[Tagged] = []
        self.described: dict[Hashable, Described] = {}
        self._forms: dict[object, tuple[Form, ...]] = {}
        for hint, parse in scalars.items():
            self.scalar(hint, parse)

    def scalar(self, hint: Hashable, parse: Parse) -> None:
        """Read texts where that hint stands; for unions, which are no types, too."""
        self.scalars[hint] = parse
        self._forms.clear()

    def tag(self, union: object, *, key: str, classes: Mapping[str, type]) -> None:
        """Tell the classes of a union, or those under a base class, apart by the word of a key."""
        self.tagged.append(Tagged(union, key, dict(classes)))
        self._forms.clear()

    def shorthand(self, cls: type[T], from_text: Callable[[str], T]) -> None:
        """Where that class is expected, a mere text may stand for it."""
        self.shorthands[cls] = from_text

    def describe(
        self,
        hint: Hashable,
        *,
        pattern: str = "",
        description: str = "",
        examples: Iterable[str] = (),
    ) -> None:
        """Tell editors how such a text looks; only the schema uses it."""
        self.described[hint] = Described(pattern, description, tuple(examples))

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
            match typing.get_origin(item), typing.get_args(item):
                case inner, (key, value) if inner is tuple and value is not ...:
                    return Tabled(key, value, pairs=True)
            return Listed(item)
        case origin, (key, value) if origin in {dict, Mapping}:
            return Tabled(key, value, pairs=False)
    raise TypeError(f"no file can hold a {hint!r}")
