"""From the tree of a file to attrs classes, by their type hints, with all mistakes at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar, cast

from attrs import frozen

from domain.errors import shown
from domain.rulebook import nodes
from domain.rulebook.keys import Key, keys_of, telling, told_by_keys
from domain.rulebook.nearest import meant_key, meant_word, nearest
from domain.rulebook.nodes import MAX_MISTAKES, Mark, Mistake, Node, Scalar, Sequence, joined
from domain.rulebook.places import Place, Places
from domain.rulebook.shapes import (
    Built,
    Form,
    Grammar,
    Listed,
    Parse,
    Raw,
    Tabled,
    Words,
)
from domain.rulebook.texts import PROSE_IN_BRACKETS, advice, expected, holds_text, read_text

__all__ = ["Reader"]

T = TypeVar("T")


@frozen
class _Failed:
    """Stands for a value that could not be read; its mistake is noted."""


_FAILED: Final = _Failed()


class Reader(Grammar):
    """Builds attrs objects from nodes; one reader for each file, as it keeps what it built."""

    def __init__(self, scalars: Mapping[type, Parse]) -> None:
        super().__init__(scalars)
        self.mistakes: list[Mistake] = []
        self._places = Places()

    # --- reading, and mistakes that are found after it -------------------------------------------

    def read(self, node: Node, cls: type[T], path: str = "") -> T | None:
        """The object, or None if it could not be built and its mistakes are noted."""
        return cast("T | None", self.read_as(node, cls, path))

    def read_as(self, node: Node, hint: object, path: str = "") -> object | None:
        """As `read`, for any hint that a field may have: unions, lists, tables."""
        value = self._value(Place(node, path), hint)
        return None if value is _FAILED else value

    def note(self, mark: Mark, path: str, message: str, suggestion: str = "") -> None:
        """Add a mistake; more than fifty are not kept."""
        if len(self.mistakes) < MAX_MISTAKES:
            self.mistakes.append(Mistake(mark, path, message, suggestion))

    def note_at(
        self, built: object, message: str, suggestion: str = "", *, at: tuple[str | int, ...] = ()
    ) -> None:
        """Add a mistake of sense at an object of this file, or at the part where keys lead to."""
        place = self._places.find(built, at)
        if place is None:
            raise LookupError(f"this reader did not build {built!r}")
        self.note(place.node.mark, place.path, message, suggestion)

    def mark_of(self, built: object, *steps: str | int) -> Mark | None:
        """Where an object stands, or its part where keys and item numbers (from 0) lead to."""
        place = self._places.find(built, steps)
        return place.node.mark if place else None

    def path_of(self, built: object, *steps: str | int) -> str | None:
        """The path to it as mistakes tell it: keys, and list items counted from 1."""
        place = self._places.find(built, steps)
        return place.path if place else None

    def built(self, cls: type[T]) -> tuple[T, ...]:
        """Every object of a class that was built, even inside something that was not."""
        return self._places.of(cls)

    # --- by the kind of the node -----------------------------------------------------------------

    def _value(self, place: Place, hint: object) -> object:
        if len(self.mistakes) >= MAX_MISTAKES:
            return _FAILED  # so that a file of mistakes does not keep us busy
        return self._in_form(place, self.forms(hint))

    def _in_form(self, place: Place, forms: tuple[Form, ...]) -> object:
        if Raw() in forms:
            return place.node
        match place.node:
            case Scalar() as scalar:
                return self._text(scalar, place, forms)
            case Sequence(items):
                return self._list(items, place, forms)
            case table:
                return self._keys(table, place, forms)

    def _text(self, scalar: Scalar, place: Place, forms: tuple[Form, ...]) -> object:
        if not scalar.text.strip():
            return _FAILED  # an empty value was refused when the file was parsed
        if not holds_text(forms, self):
            return self._wrong_kind(place, forms)
        try:
            value = read_text(scalar.text, forms, self)
        except ValueError as error:
            return self._fail(place, *advice(error))
        if type(value) in self.shorthands:
            self._places.keep(value, place)
        return value

    def _list(self, items: tuple[Node, ...], place: Place, forms: tuple[Form, ...]) -> object:
        listed = next((form for form in forms if isinstance(form, Listed)), None)
        if listed is None:
            return self._wrong_kind(place, forms)
        values = [
            self._value(Place(item, joined(place.path, number)), listed.item)
            for number, item in enumerate(items, 1)
        ]
        return _FAILED if _failed(values) else tuple(values)

    def _keys(self, table: nodes.Mapping, place: Place, forms: tuple[Form, ...]) -> object:
        tabled = next((form for form in forms if isinstance(form, Tabled)), None)
        if tabled is not None:
            return self._table(table, place, tabled)
        classes = [form.cls for form in forms if isinstance(form, Built)]
        if not classes:
            return self._wrong_kind(place, forms)
        known = self.tag_of(frozenset(classes))
        if known is not None:
            return self._tagged(table, place, known[0].key, known[0].among(known[1]))
        given = [entry.key.text for entry in table.entries]
        cls = classes[0] if len(classes) == 1 else told_by_keys(classes, given)
        if cls is None:
            known_keys = meant_key("".join(given[:1]), telling(classes))
            return self._fail(place, "these keys do not say what this is", known_keys)
        return self._object(table, place, cls)

    def _table(self, table: nodes.Mapping, place: Place, form: Tabled) -> object:
        pairs: list[tuple[object, object]] = []
        seen: set[object] = set()
        for entry in table.entries:
            here = Place(entry.key, joined(place.path, entry.key.text))
            key = self._value(here, form.key)
            value = self._value(Place(entry.value, here.path), form.value)
            if key in seen and key is not _FAILED:  # two spellings of one key
                key = self._fail(here, f"{shown(entry.key.text)} is given twice", "keep one")
            seen.add(key)
            pairs.append((key, value))
        if any(map(_failed, pairs)):
            return _FAILED
        return tuple(pairs) if form.pairs else dict(pairs)

    # --- classes ---------------------------------------------------------------------------------

    def _tagged(
        self, table: nodes.Mapping, place: Place, key: str, classes: Mapping[str, type]
    ) -> object:
        told = table.get(key)
        if told is None:
            return self._fail(place, f"the key {shown(key)} is missing", meant_word("", classes))
        there = Place(told, joined(place.path, key))
        words: dict[str, object] = {**classes}
        word = self._in_form(there, (Words(words),))
        if not isinstance(word, type):
            return _FAILED
        return self._object(table, place, word, tag=key)

    def _object(
        self, table: nodes.Mapping, place: Place, cls: type, *, tag: str | None = None
    ) -> object:
        keys = keys_of(cls)
        arguments: dict[str, object] = {
            key.argument: None for key in keys.values() if key.nothing_given
        }
        misspelt: set[str | None] = set()
        for entry in table.entries:
            name = entry.key.text
            if name in keys:
                inner = Place(entry.value, joined(place.path, name))
                arguments[keys[name].argument] = self._field(inner, keys[name])
            elif table.flow and _empty(entry.value):
                misspelt.add(None)  # left from a text that a comma split, refused at parsing
            elif name != tag:
                misspelt.add(self._unknown(entry.key, place.path, [*keys, *([tag] if tag else [])]))
        complete = self._nothing_missing(table, place, keys, misspelt)
        if misspelt or not complete or _failed(arguments.values()):
            return _FAILED
        return self._construct(cls, arguments, place)

    def _unknown(self, key: Scalar, path: str, known: list[str]) -> str | None:
        """Note the unknown key; gives the key that was probably meant."""
        if len(self.mistakes) >= MAX_MISTAKES:
            return None
        message = f"unknown key {shown(key.text)}"
        self.note(key.mark, joined(path, key.text), message, meant_key(key.text, known))
        return nearest(key.text, known)

    def _nothing_missing(
        self,
        table: nodes.Mapping,
        place: Place,
        keys: Mapping[str, Key],
        misspelt: set[str | None],
    ) -> bool:
        given = {entry.key.text for entry in table.entries}
        missing = [key.name for key in keys.values() if key.required and key.name not in given]
        for name in missing:
            if name not in misspelt:  # one slip of the pen is one mistake
                self._fail(place, f"the key {shown(name)} is missing")
        return not missing

    def _field(self, place: Place, key: Key) -> object:
        node = place.node
        if key.says("prose") and isinstance(node, Sequence) and node.flow:
            return self._fail(place, *PROSE_IN_BRACKETS)
        if not key.says("one_or_many") or isinstance(node, Sequence):
            return self._value(place, key.hint)
        items = (form.item for form in self.forms(key.hint) if isinstance(form, Listed))
        alone = self._value(place, next(items))
        return _FAILED if alone is _FAILED else (alone,)

    def _construct(
        self, cls: Callable[..., object], arguments: dict[str, object], place: Place
    ) -> object:
        try:
            made = cls(**arguments)
        except ValueError as error:
            return self._fail(place, *advice(error))
        self._places.keep(made, place)
        return made

    # --- mistakes --------------------------------------------------------------------------------

    def _wrong_kind(self, place: Place, forms: tuple[Form, ...]) -> _Failed:
        return self._fail(place, *expected(forms, self))

    def _fail(self, place: Place, message: str, suggestion: str = "") -> _Failed:
        self.note(place.node.mark, place.path, message, suggestion)
        return _FAILED


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _failed(values: Iterable[object]) -> bool:
    return any(value is _FAILED for value in values)
