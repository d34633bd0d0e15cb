"""Where each object that was built from a file stands, for mistakes that are found later."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import define, field, frozen

from domain.rulebook.nodes import Mapping, Node, Scalar, Sequence, joined

__all__ = ["Place", "Places"]

T = TypeVar("T")


@frozen(eq=False)
class Place:
    """A node, and the path that leads to it."""

    node: Node
    path: str

    def inside(self, step: str | int) -> "Place | None":
        """What a key or an item's number (from 0) leads to; a lone item may stand for a list."""
        match self.node, step:
            case Mapping() as table, str():
                child = table.get(step)
            case Sequence(items), int() if step < len(items):
                return Place(items[step], joined(self.path, step + 1))
            case Scalar() | Mapping(), 0:
                return self
            case _:
                return None
        return None if child is None else Place(child, joined(self.path, step))


@define(eq=False)
class Places:
    """By identity, as equal objects stand in different places; keeps the objects alive."""

    _built: dict[int, tuple[object, Place]] = field(factory=dict)

    def keep(self, built: object, place: Place) -> None:
        """Remember where an object was built from."""
        self._built[id(built)] = (built, place)

    def find(self, built: object, steps: Iterable[str | int] = ()) -> Place | None:
        """The place of an object or of a part of it, as deep as the steps lead."""
        known = self._built.get(id(built))
        if known is None:
            return None
        place = known[1]
        for step in steps:
            deeper = place.inside(step)
            if deeper is None:
                break
            place = deeper
        return place

    def of(self, cls: type[T]) -> tuple[T, ...]:
        """Every object of that class, in the order in which they were built."""
        return tuple(built for built, _ in self._built.values() if isinstance(built, cls))
