"""The tree of a file that people write: text with the place where it stands, and no types yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from domain.errors import RulebookError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "MAX_MISTAKES",
    "Entry",
    "MalformedFileError",
    "Mapping",
    "Mark",
    "Mistake",
    "Node",
    "Plain",
    "Scalar",
    "Sequence",
    "joined",
    "to_plain",
]

MAX_MISTAKES = 50  # nobody mends more in one go, and a broken file cannot keep us busy

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


@frozen(order=True)
class Mark:
    """A place in a file; line and column count from 1, as editors do."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@frozen(order=True)
class Mistake:
    """One thing to mend: where (place, and path with list items counted from 1), what, and how."""

    mark: Mark
    path: str
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        told = f"{self.path}: {self.message}" if self.path else self.message
        advice = f"; {self.suggestion}" if self.suggestion else ""
        return f"{self.mark}: {told}{advice}"


class MalformedFileError(RulebookError):
    """Every mistake of a file at once, in the order of the file, each only once."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))

    def __reduce__(self) -> tuple[type[MalformedFileError], tuple[tuple[Mistake, ...]]]:
        return (type(self), (self.mistakes,))


@frozen(eq=False)
class Scalar:
    """A piece of text; an empty one was refused when the file was parsed."""

    text: str
    mark: Mark
    plain: bool


@frozen(eq=False)
class Sequence:
    """A list; `flow` if it is written in [ ], where a comma in prose splits without a trace."""

    items: tuple[Node, ...]
    mark: Mark
    flow: bool


@frozen(eq=False)
class Entry:
    """A key and what stands behind it."""

    key: Scalar
    value: Node


@frozen(eq=False)
class Mapping:
    """Keys with values in the order of the file; no key is there twice."""

    entries: tuple[Entry, ...]
    mark: Mark
    flow: bool
    refused: tuple[Entry, ...] = ()
    """What stands behind a key that was there before; only so that nobody calls it missing."""

    def get(self, key: str) -> Node | None:
        """What stands behind the key, if the key is there."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def to_plain(node: Node) -> Plain:
    """The same tree as text, lists and dicts, for schema validators; loses the marks."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {entry.key.text: to_plain(entry.value) for entry in node.entries}


def joined(path: str, step: str | int) -> str:
    """The path with one more step, short and without what could command a terminal."""
    said = shown(str(step), at_most=40)[1:-1]
    return f"{path}.{said}" if path else said
