"""The keys that a file may use for an attrs class, and how classes are told apart by them."""

import types
import typing
from collections.abc import Mapping
from functools import cache

import attrs
from attrs import frozen

__all__ = ["Key", "first_line", "keys_of", "telling", "told_by_keys"]


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


def telling(classes: list[type]) -> dict[str, type]:
    """The keys that only one of the classes has."""
    having: dict[str, list[type]] = {}
    for cls in classes:
        for name in keys_of(cls):
            having.setdefault(name, []).append(cls)
    return {name: found[0] for name, found in having.items() if len(found) == 1}


def _fits(cls: type, given: list[str]) -> bool:
    """Whether the class has all these keys and misses none that it requires."""
    keys = keys_of(cls)
    required = {key.name for key in keys.values() if key.required}
    return set(given) <= set(keys) and required <= set(given)


def told_by_keys(classes: list[type], given: list[str]) -> type | None:
    """The class that alone has one of the keys, the first such key deciding; else what fits."""
    only_in = telling(classes)
    for key in given:
        if key in only_in:
            return only_in[key]
    fitting = [cls for cls in classes if _fits(cls, given)]
    return fitting[0] if len(fitting) == 1 else None
