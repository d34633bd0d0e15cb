"""Values as stored bytes: strict JSON with every key there and none more, the same bytes each time.

Each attrs class is mirrored by a msgspec Struct of the same fields, without their defaults, so
that a stored value never changes its meaning with the code. Where a field can hold one of several
classes the value carries its class name under `type`. Validators run when a value is read.
"""

import enum
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Generic, Literal, TypeVar, Union

import attrs
import msgspec
from attrs import frozen

from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS
from domain.proceeding.messages import Command, Event
from showcause.store.errors import UnreadableError

T = TypeVar("T")

# `Any` throughout: what a value is lowered to has types that exist only at run time.
Turn = Callable[[Any], Any]

TAG = "type"
FAMILIES: Mapping[type, tuple[type, ...]] = {
    Event: tuple(EVOLUTIONS),
    Command: tuple(BY_COMMAND),
}
"""A field of a base class can hold any of these."""

_encode = msgspec.json.Encoder(order="deterministic").encode


@frozen
class _Form:
    """How values of one annotation are stored: the wire's type, and the ways there and back."""

    wire: Any
    lower: Turn | None = None
    lift: Turn | None = None


@frozen
class Codec(Generic[T]):
    """Writes and reads values of one annotation."""

    _lower: Turn
    _lift: Turn
    _decode: Turn

    @staticmethod
    def of(annotation: type[T]) -> "Codec[T]":
        """The codec of a class, a union or a tuple; made once, because decoders are costly."""
        codec: Codec[T] = _codec(annotation)
        return codec

    def write(self, value: T) -> bytes:
        """The bytes of a value: equal values, equal bytes."""
        return _encode(self._lower(value))

    def read(self, stored: bytes | msgspec.Raw) -> T:
        """The value that was written; anything else is refused with the place of the mistake."""
        try:
            value: T = self._lift(self._decode(stored))
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise UnreadableError(str(error)) from error
        return value


@cache
def _codec(annotation: Any) -> Codec[Any]:
    form = _form(annotation)
    decode = msgspec.json.Decoder(form.wire).decode
    return Codec(form.lower or _same, form.lift or _same, decode)


def _same(value: Any) -> Any:
    return value


@cache
def _form(annotation: Any) -> _Form:
    """The form of an annotation, found by what it is made of."""
    origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in FAMILIES or origin in {Union, types.UnionType}:
        return _union(FAMILIES.get(annotation, inside))
    if origin is tuple:
        return _tuple(inside)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*inside)
    if attrs.has(annotation):
        return _mirror(annotation)
    plain = isinstance(annotation, type) and (
        issubclass(annotation, enum.Enum) or annotation.__module__ in {"builtins", "datetime"}
    )
    if not plain and origin not in {Literal, frozenset}:
        raise TypeError(f"no stored form is known for {annotation!r}")
    return _Form(annotation)


def _tuple(inside: tuple[Any, ...]) -> _Form:
    if len(inside) == 2 and inside[1] is ...:
        item = _form(inside[0])
        wire = tuple[item.wire, ...]  # type: ignore[name-defined]
        return _Form(wire, _each(item.lower), _each(item.lift))
    items = [_form(one) for one in inside]
    wire = tuple[tuple(item.wire for item in items)]  # type: ignore[misc]
    return _Form(wire, _in_turn([i.lower for i in items]), _in_turn([i.lift for i in items]))


def _each(turn: Turn | None) -> Turn | None:
    return None if turn is None else lambda values: tuple([turn(value) for value in values])


def _in_turn(turns: list[Turn | None]) -> Turn | None:
    if not any(turns):
        return None
    steps = [turn or _same for turn in turns]
    return lambda values: tuple([step(value) for step, value in zip(steps, values, strict=True)])


def _mapping(key: Any, item: Any) -> _Form:
    """Keys are plain; the order of the keys is not kept."""
    form = _form(item)
    lower, lift = form.lower or _same, form.lift or _same
    return _Form(
        dict[key, form.wire],  # type: ignore[name-defined]
        lambda values: {name: lower(value) for name, value in values.items()},
        lambda values: {name: lift(value) for name, value in values.items()},
    )


def _union(members: tuple[Any, ...]) -> _Form:
    """Classes are told apart by their names where there are several."""
    classes = [one for one in members if isinstance(one, type) and attrs.has(one)]
    forms = {one: _form(one) if len(classes) == 1 else _mirror(one, tagged=True) for one in classes}
    others = [_form(one) for one in members if one not in forms]
    wire = Union[tuple(form.wire for form in (*forms.values(), *others))]  # noqa: UP007
    to_wire = {one: form.lower for one, form in forms.items() if form.lower}
    to_value = {form.wire: form.lift for form in forms.values() if form.lift}
    for other in others:
        if other.lower is not None and other.lift is not None:  # a tuple of values
            to_wire[tuple] = other.lower
            to_value[tuple] = other.lift
    return _Form(wire, _by_type(to_wire), _by_type(to_value))


def _by_type(turns: Mapping[Any, Turn]) -> Turn | None:
    if not turns:
        return None
    find = turns.get
    return lambda value: find(type(value), _same)(value)


@cache
def _mirror(cls: type, *, tagged: bool = False) -> _Form:
    """A Struct with the fields of an attrs class; private fields are caches and stay out."""
    hints = typing.get_type_hints(cls)
    fields = [a for a in attrs.fields(cls) if a.init and not a.name.startswith("_")]
    forms = {a.name: _form(hints[a.name]) for a in fields}
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
    as_dict = msgspec.structs.asdict

    def lower(value: Any) -> Any:
        return struct(*[
            getattr(value, name) if turn is None else turn(getattr(value, name))
            for name, turn in lowers
        ])

    def lift(mirrored: Any) -> Any:
        values = as_dict(mirrored)
        for name, turn in lifts:
            values[name] = turn(values[name])
        return cls(**values)

    return _Form(struct, lower, lift)
