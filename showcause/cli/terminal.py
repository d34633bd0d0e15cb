"""The one gate to the terminal: colours where they are wanted, and no text passes unchecked."""

import os
import re
from collections.abc import Iterable
from typing import Final, TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.theme import Theme

from showcause.cli.words import unglued
from showcause.neutral import neutral

__all__ = ["THEME", "Terminal"]

WIDEST: Final = 100
"""Longer lines are hard to read, however wide the window is."""

THEME: Final = Theme(
    {
        "title": "bold",
        "heading": "bold cyan",
        "day": "cyan",
        "sum": "bold",
        "quiet": "dim",
        "good": "green",
        "bad": "bold red",
        "doubt": "yellow",
        "told": "italic magenta",
        "tag.0": "bold blue",
        "tag.1": "bold green",
        "tag.2": "bold magenta",
        "tag.3": "bold cyan",
        "tag.4": "bold yellow",
        "state.paid": "green",
        "state.due": "red",
        "state.not_due": "yellow",
        "state.suspended": "magenta",
        "state.accruing": "blue",
        "state.at_stake": "dim",
    }
)
"""Only the sixteen colours that every terminal has in a shade its user can read."""

_TAIL: Final = re.compile(r"(?:[ ]|\x1b\[[0-9;]*m)+$", re.MULTILINE)


class Terminal(Console):
    """A console of rich that neutralises every piece of text on its way out.

    Without colour (a pipe, `NO_COLOR`, a dumb terminal) it writes no escape code at all.
    """

    def __init__(self, file: TextIO | None = None, *, width: int | None = None) -> None:
        super().__init__(
            file=file,
            width=width,
            color_system=None if _colourless() else "auto",
            theme=THEME,
            highlight=False,
            markup=False,
            emoji=False,
        )
        if width is None:
            self.width = min(self.width, WIDEST)

    @property
    def colourful(self) -> bool:
        """Whether colours can carry a meaning here."""
        return self.color_system is not None

    def show(self, *parts: RenderableType) -> None:
        """Print the parts, without the spaces that columns leave at the ends of lines."""
        with self.capture() as captured:
            self.print(*parts, sep="\n", crop=False)
        self.file.write(_TAIL.sub(lambda tail: tail[0].replace(" ", ""), captured.get()))

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Everything that is printed passes here, and leaves without anything to hide."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(_clean(segment.text), segment.style)


def _clean(text: str) -> str:
    return "\n".join(neutral(unglued(line)) for line in text.split("\n"))


def _colourless() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") in {"dumb", "unknown"}
