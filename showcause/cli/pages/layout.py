"""Headings and columns that all pages share; they need neither colour nor lines to be read."""

from collections.abc import Iterable
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from showcause.cli.words import Piece, line

__all__ = ["MARGIN", "columns", "indented", "paragraph", "section"]

MARGIN: Final = 2


def section(title: str, *parts: RenderableType, aside: Piece = "") -> Group:
    """A blank line, a heading with perhaps a word at its side, and what stands under it."""
    heading = line((title.upper(), "heading"))
    if aside:
        heading.append("  ").append_text(line(aside))
    return Group(Text(), heading, *parts)


def indented(*parts: RenderableType, by: int = MARGIN) -> Padding:
    """The parts, moved in from the edge."""
    return Padding(Group(*parts), (0, 0, 0, by))


def paragraph(*pieces: Piece, by: int = MARGIN) -> Padding:
    """One flowing text, moved in from the edge."""
    return indented(line(*pieces), by=by)


def columns(
    rows: Iterable[Iterable[RenderableType]],
    *,
    right: Iterable[int] = (),
    last_wraps: bool = True,
    by: int = MARGIN,
) -> Padding:
    """Rows under one another without any line; only the last column breaks its text."""
    cells = [list(row) for row in rows]
    table = Table.grid(padding=(0, 2, 0, 0))
    width = max(map(len, cells), default=0)
    numbers = frozenset(right)
    for place in range(width):
        wraps = last_wraps and place == width - 1
        table.add_column(no_wrap=not wraps, justify="right" if place in numbers else "left")
    for row in cells:
        table.add_row(*row)
    return indented(table, by=by)
