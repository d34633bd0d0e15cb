"""A terminal as SVG: the very text and colours that a command wrote, with nothing drawn by hand."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

import attrs
from attrs import frozen

from showcause.neutral import neutral
from showcause.pictures.svg import element, lines, words

__all__ = ["terminal_svg"]

_CODE: Final = re.compile(r"\x1b\[([0-9;]*)m")
_WIDE: Final = 8.4
_HIGH: Final = 19
_EDGE: Final = 16
_BAR: Final = 34
_FONT: Final = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace"
_NAMES: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_LIGHT: Final = "#1f2328 #b3261e #1b7f5c #8a5a00 #2f5fb3 #7b4fb5 #0b7285 #59636e"
_DARK: Final = "#9198a1 #f0776c #3fb98d #f0b04e #7ea8f0 #b394e6 #56c2d6 #e6edf3"
_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_INK: Final = 30
_PAPER: Final = 40


@frozen
class _Look:
    """How characters look: the colours are names, or empty for those of the page."""

    ink: str = ""
    paper: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False

    def after(self, code: int) -> "_Look":
        """The look after one number of an escape code; only what our terminal writes is known."""
        match code:
            case 0:
                return _Look()
            case 1:
                return attrs.evolve(self, bold=True)
            case 2:
                return attrs.evolve(self, dim=True)
            case 3:
                return attrs.evolve(self, italic=True)
            case _ if 0 <= code - _INK < len(_NAMES):
                return attrs.evolve(self, ink=_NAMES[code - _INK])
            case _ if 0 <= code - _PAPER < len(_NAMES):
                return attrs.evolve(self, paper=_NAMES[code - _PAPER])
        return self

    @property
    def classes(self) -> str:
        """The classes that a style sheet gives this look."""
        flags = {"b": self.bold, "d": self.dim, "i": self.italic}
        return " ".join([self.ink or "ink", *(name for name, on in flags.items() if on)])


def terminal_svg(text: str, *, title: str = "A terminal", columns: int = 80) -> str:
    """A picture of what a command wrote, colours included; it is as high as the text is long."""
    rows = text.rstrip("\n").split("\n")
    look = _Look()
    drawn: list[str] = []
    for place, row in enumerate(rows):
        pieces, look = _pieces(row, look)
        drawn.extend(_row(pieces, _BAR + place * _HIGH))
    width, height = round(columns * _WIDE) + 2 * _EDGE, _BAR + len(rows) * _HIGH + _EDGE
    return lines([*_frame(title, width, height), *drawn, "</svg>"])


def _pieces(row: str, look: _Look) -> tuple[list[tuple[str, _Look]], _Look]:
    """The row in pieces of one look each, and the look that the next row begins with."""
    parts = _CODE.split(row)
    found = [(parts[0], look)]
    for codes, said in zip(parts[1::2], parts[2::2], strict=True):
        for code in codes.split(";"):
            look = look.after(int(code or 0))
        found.append((said, look))
    return [(neutral(said), style) for said, style in found if said], look


def _row(pieces: list[tuple[str, _Look]], top: int) -> Iterator[str]:
    column = 0
    for said, look in pieces:
        if look.paper:
            yield _box(look.paper, column, top, len(said), len(_BLOCKS))
        at = column
        for eighths, same in groupby(said, lambda char: _BLOCKS.find(char) + 1):
            run = "".join(same)
            if eighths:
                yield _box(look.ink or "ink", at, top, len(run), eighths)
            elif run.strip():
                yield _words(run, look, at, top)
            at += len(run)
        column = at


def _box(name: str, column: int, top: int, count: int, eighths: int) -> str:
    """A block, drawn so that it touches its neighbours."""
    high = _HIGH * eighths / len(_BLOCKS)
    return element(
        "rect",
        class_=name,
        x=_EDGE + column * _WIDE,
        y=top + _HIGH - high,
        width=count * _WIDE,
        height=high,
    )


def _words(run: str, look: _Look, column: int, top: int) -> str:
    bare = run.strip()
    start = column + len(run) - len(run.lstrip())
    return element(
        "text",
        words(bare),
        class_=look.classes,
        x=_EDGE + start * _WIDE,
        y=top + 14,
        textLength=len(bare) * _WIDE,
    )


def _frame(title: str, width: int, height: int) -> Iterator[str]:
    picture = element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby="t",
        font_family=_FONT,
        font_size=14,
    )
    yield picture.removesuffix("/>") + ">"
    yield element("title", words(title), id="t")
    yield element("style", _style())
    yield element("rect", class_="page", x=0.5, y=0.5, width=width - 1, height=height - 1, rx=8)
    for place, fill in enumerate(("#ec6a5e", "#f4bf4f", "#61c554")):
        yield element("circle", cx=_EDGE + 6 + 16 * place, cy=17, r=5, fill=fill)
    middle = {"x": width / 2, "y": 22, "text_anchor": "middle", "font_size": 13}
    yield element("text", words(title), class_="ink d", **middle)


def _style() -> str:
    light, dark = (
        "".join(f".{name}{{fill:{value}}}" for name, value in zip(_NAMES, row.split(), strict=True))
        for row in (_LIGHT, _DARK)
    )
    page = ":root{color-scheme:light dark}text{white-space:pre}rect{shape-rendering:crispEdges}"
    looks = ".b{font-weight:700}.d{opacity:.72}.i{font-style:italic}"
    on_white = ".page{fill:#fff;stroke:#d1d9e0}.ink{fill:#1f2328}"
    on_black = ".page{fill:#0d1117;stroke:#30363d}.ink{fill:#e6edf3}"
    return f"{page}{looks}{on_white}{light}@media (prefers-color-scheme:dark){{{on_black}{dark}}}"
