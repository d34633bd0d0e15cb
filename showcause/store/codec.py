"""Values as stored bytes: strict JSON with every key there and none more, the same bytes each time.

Each attrs class is mirrored by a msgspec Struct of the same fields, without their defaults, so
that a stored value never changes its meaning with the code. Where a field can hold one of several
classes the value carries its class name under `type`. Validators run when a value is read.
"""

import hashlib
import operator
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, reduce
from typing import Any, Generic, Literal, TypeVar, cast

import attrs
import msgspec
from attrs import frozen

from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS
from domain.proceeding.messages import Command, Event
from showcause.store.errors import StoreError, UnreadableError

T = TypeVar("T")

Turn = Callable[[Any], object]  # any value: which classes there are is known at run time alone

TAG = "type"
PLAIN = frozenset({bool, int, str, date, datetime, types.NoneType})
"""What msgspec reads strictly as it is; enumerations are stored by their values."""

FAMILIES: Mapping[object, tuple[type, ...]] = {
    Event: tuple(EVOLUTIONS),
    Command: tuple(BY_COMMAND),
}
"""A field of a base class can hold any of these."""

_encode = msgspec.json.Encoder().encode


@frozen
class _Form:
    """How values of one annotation are stored: the wire's type, and the ways there and back.

    `shape` changes whenever bytes that were written before may not be read as they were meant.
    """

    wire: Any  # a type that msgspec reads, often one that is made at run time
    shape: str
    lower: Turn | None = None
    lift: Turn | None = None


@frozen
class Codec(Generic[T]):
    """Writes and reads values of one annotation."""

    shape: str
    wire: Any  # what msgspec reads before it is lifted
    _lift: Turn
    _lower: Turn
    _decode: Turn

    @staticmethod
    def of(annotation: type[T]) -> "Codec[T]":
        """The codec of a class, a union or a tuple; made once, because decoders are costly."""
        return cast("Codec[T]", _codec(cast("Hashable", annotation)))

    def write(self, value: T) -> bytes:
        """The bytes of a value: equal values, equal bytes."""
        try:
            return _encode(self._lower(value))
        except UnicodeEncodeError as error:  # a lone surrogate, as names of files can have
            raise StoreError(f"text that is no Unicode cannot be stored: {error}") from error

    def read(self, stored: bytes | msgspec.Raw) -> T:
        """The value that was written; anything else is refused with the place of the mistake."""
        try:
            return cast("T", self._lift(self._decode(stored)))
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise UnreadableError(str(error)) from error


@cache
def _codec(annotation: Hashable) -> Codec[object]:
    form = _form(annotation)
    decode = msgspec.json.Decoder(form.wire).decode
    return Codec(form.shape, form.wire, form.lift or _same, form.lower or _same, decode)


def _same(value: object) -> object:
    return value


@cache
def _form(annotation: Hashable) -> _Form:
    """The form of an annotation, found by what it is made of."""
    origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in FAMILIES or origin in {typing.Union, types.UnionType}:
        return _union(FAMILIES.get(annotation, inside))
    if origin is tuple:
        return _sequence(inside[0]) if inside[1:] == (...,) else _row(inside)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*inside)
    if isinstance(annotation, type) and attrs.has(annotation):
        return _mirror(annotation)
    if origin is frozenset:
        return _set(*inside)
    plain = annotation in PLAIN or (isinstance(annotation, type) and issubclass(annotation, Enum))
    if origin is Literal or plain:
        return _Form(annotation, _shape_of(annotation))
    raise TypeError(f"no stored form is known for {annotation!r}")


def _shape_of(plain: object) -> str:
    if isinstance(plain, type) and issubclass(plain, Enum):
        return "/".join(str(member.value) for member in plain)
    return plain.__name__ if isinstance(plain, type) else str(plain)


def _sequence(item: Hashable) -> _Form:
    form = _form(item)
    wire = types.GenericAlias(tuple, (form.wire, ...))
    return _Form(wire, f"[{form.shape}]", _each(form.lower), _each(form.lift))


def _each(turn: Turn | None) -> Turn | None:
    return None if turn is None else lambda values: tuple([turn(value) for value in values])


def _row(items: tuple[Hashable, ...]) -> _Form:
    forms = [_form(item) for item in items]
    wire = types.GenericAlias(tuple, tuple(form.wire for form in forms))
    shape = f"({','.join(form.shape for form in forms)})"
    lowers, lifts = [form.lower for form in forms], [form.lift for form in forms]
    return _Form(wire, shape, _in_turn(lowers), _in_turn(lifts))


def _in_turn(turns: list[Turn | None]) -> Turn | None:
    if not any(turns):
        return None
    steps = [turn or _same for turn in turns]
    return lambda values: tuple([step(value) for step, value in zip(steps, values, strict=True)])


def _set(item: Hashable) -> _Form:
    """Members are plain, and written in their own order."""
    wire = types.GenericAlias(tuple, (_form(item).wire, ...))
    return _Form(wire, f"{{{_form(item).shape}}}", sorted, frozenset)


def _mapping(key: Hashable, item: Hashable) -> _Form:
    """Keys are plain; they are written in their own order, whatever that of the mapping is."""
    form = _form(item)
    lower, lift = form.lower or _same, form.lift or _same
    return _Form(
        types.GenericAlias(dict, (key, form.wire)),
        f"{{{_form(key).shape}:{form.shape}}}",
        lambda values: {name: lower(values[name]) for name in sorted(values)},
        lambda values: {name: lift(value) for name, value in values.items()},
    )


def _union(members: tuple[Hashable, ...]) -> _Form:
    """Classes are told apart by their names where there are several."""
    classes = [one for one in members if isinstance(one, type) and attrs.has(one)]
    forms = {one: _mirror(one, tagged=len(classes) > 1) for one in classes}
    others = [_form(one) for one in members if one not in forms]
    lowers: dict[type, Turn] = {one: form.lower for one, form in forms.items() if form.lower}
    lifts: dict[type, Turn] = {form.wire: form.lift for form in forms.values() if form.lift}
    for other in others:
        if other.lower is not None and other.lift is not None:  # values in a tuple
            lowers[tuple] = other.lower
            lifts[tuple] = other.lift
    together = (*forms.values(), *others)
    wire = reduce(operator.or_, (form.wire for form in together))
    shape = "|".join(form.shape for form in together)
    return _Form(wire, shape, _by_type(lowers), _by_type(lifts))


def _by_type(turns: dict[type, Turn]) -> Turn | None:
    if not turns:
        return None
    find = turns.get
    return lambda value: find(type(value), _same)(value)


@cache
def _mirror(cls: type, *, tagged: bool = False) -> _Form:
    """A Struct with the fields of an attrs class; private fields are caches and stay out."""
    hints = typing.get_type_hints(cls)
    names = [a.name for a in attrs.fields(cls) if not a.name.startswith("_")]
    forms = {name: _form(hints[name]) for name in names}
    struct = msgspec.defstruct(
        cls.__name__,
        [(name, form.wire) for name, form in forms.items()],
        tag=cls.__name__ if tagged else None,
        tag_field=TAG if tagged else None,
        forbid_unknown_fields=True,
        frozen=True,
        gc=False,
    )
    lowers = [(name, form.lower) for name, form in forms.items()]
    lifts = [(name, form.lift) for name, form in forms.items() if form.lift is not None]
    inside = ",".join(f"{name}:{form.shape}" for name, form in forms.items())
    shape = f"{cls.__name__}<{hashlib.sha256(inside.encode()).hexdigest()[:16]}>"
    return _Form(struct, shape, _lowering(struct, lowers), _lifting(cls, lifts))


def _lowering(struct: type, lowers: list[tuple[str, Turn | None]]) -> Turn:
    turns = [(operator.attrgetter(name), turn or _same) for name, turn in lowers]
    return lambda value: struct(*[turn(get(value)) for get, turn in turns])


def _lifting(cls: type, lifts: list[tuple[str, Turn]]) -> Turn:
    as_dict = msgspec.structs.asdict

    def lift(mirrored: msgspec.Struct) -> object:
        values = as_dict(mirrored)
        for name, turn in lifts:
            values[name] = turn(values[name])
        return cls(**values)

    return lift
