"""A terminal as SVG: the very text and colours that a command wrote, with nothing drawn by hand."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final

import attrs
from attrs import frozen

from showcause.neutral import neutral

__all__ = ["terminal_svg"]

_CODE: Final = re.compile(r"\x1b\[([0-9;]*)m")
_WIDE: Final = 8.4
_HIGH: Final = 19
_EDGE: Final = 16
_BAR: Final = 34
_FONT: Final = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace"
_NAMES: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_LIGHT: Final = dict(
    zip(
        _NAMES,
        "#1f2328 #b3261e #1b7f5c #8a5a00 #2f5fb3 #7b4fb5 #0b7285 #59636e".split(),
        strict=True,
    )
)
_DARK: Final = dict(
    zip(
        _NAMES,
        "#9198a1 #f0776c #3fb98d #f0b04e #7ea8f0 #b394e6 #56c2d6 #e6edf3".split(),
        strict=True,
    )
)
_EIGHTHS: Final = "▁▂▃▄▅▆▇█"
_BOLD, _DIM, _ITALIC = 1, 2, 3
_INK, _PAPER = 30, 40


@frozen
class _Look:
    """How characters look: the colours are names, or empty for those of the page."""

    ink: str = ""
    paper: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False

    def after(self, codes: str) -> "_Look":
        """The look after an escape code; only what our own terminal writes is known."""
        look = self
        for code in (int(code or 0) for code in codes.split(";")):
            if code == 0:
                look = _Look()
            elif code in (_BOLD, _DIM, _ITALIC):
                changes = {_BOLD: "bold", _DIM: "dim", _ITALIC: "italic"}
                look = attrs.evolve(look, **{changes[code]: True})
            elif code in range(_INK, _INK + 8):
                look = attrs.evolve(look, ink=_NAMES[code - _INK])
            elif code in range(_PAPER, _PAPER + 8):
                look = attrs.evolve(look, paper=_NAMES[code - _PAPER])
        return look

    @property
    def classes(self) -> str:
        """The classes that a style sheet gives this look."""
        flags = {"b": self.bold, "d": self.dim, "i": self.italic}
        return " ".join([self.ink or "ink", *(name for name, on in flags.items() if on)])


def terminal_svg(text: str, *, title: str = "A terminal", columns: int = 80) -> str:
    """A picture of what a command wrote, colours included; it is as high as the text is long."""
    lines = text.rstrip("\n").split("\n")
    width = round(columns * _WIDE + 2 * _EDGE)
    height = _BAR + len(lines) * _HIGH + _EDGE
    look = _Look()
    rows: list[str] = []
    for place, line in enumerate(lines):
        pieces, look = _pieces(line, look)
        rows.extend(_row(pieces, _BAR + place * _HIGH))
    return "\n".join([*_frame(title, width, height), *rows, "</svg>"]) + "\n"


def _pieces(line: str, look: _Look) -> tuple[list[tuple[str, _Look]], _Look]:
    """The line in pieces of one look each, and the look that the next line begins with."""
    parts = _CODE.split(line)
    found = [(parts[0], look)]
    for codes, words in zip(parts[1::2], parts[2::2], strict=True):
        look = look.after(codes)
        found.append((words, look))
    return [(neutral(words), style) for words, style in found if words], look


def _row(pieces: list[tuple[str, _Look]], top: int) -> Iterator[str]:
    column = 0
    for words, look in pieces:
        if look.paper:
            yield _box(look.paper, column, top, len(words), 1.0)
        for start, run, solid in _runs(words):
            at = column + start
            if solid:
                yield from (
                    _box(look.ink or "ink", at + k, top, 1, (_EIGHTHS.index(char) + 1) / 8)
                    for k, char in enumerate(run)
                )
            elif run.strip():
                yield _words(run, look, at, top)
        column += len(words)


def _runs(words: str) -> Iterator[tuple[int, str, bool]]:
    """Blocks, which are drawn so that they touch, apart from words."""
    for found in re.finditer(rf"[{_EIGHTHS}]+|[^{_EIGHTHS}]+", words):
        yield found.start(), found[0], found[0][0] in _EIGHTHS


def _box(name: str, column: int, top: int, count: int, share: float) -> str:
    high = _HIGH * share
    return (
        f'<rect class="{name}" x="{_n(_EDGE + column * _WIDE)}" y="{_n(top + _HIGH - high)}" '
        f'width="{_n(count * _WIDE + 0.2)}" height="{_n(high + 0.2)}"/>'
    )


def _words(run: str, look: _Look, column: int, top: int) -> str:
    start = len(run) - len(run.lstrip())
    bare = run.strip()
    return (
        f'<text class="{look.classes}" x="{_n(_EDGE + (column + start) * _WIDE)}" y="{top + 14}" '
        f'textLength="{_n(len(bare) * _WIDE)}">{escape(bare, quote=True)}</text>'
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _frame(title: str, width: int, height: int) -> list[str]:
    light = "".join(f".{name}{{fill:{value}}}" for name, value in _LIGHT.items())
    dark = "".join(f".{name}{{fill:{value}}}" for name, value in _DARK.items())
    lights = "".join(
        f'<circle cx="{_EDGE + 6 + 16 * k}" cy="17" r="5" fill="{fill}"/>'
        for k, fill in enumerate(("#ec6a5e", "#f4bf4f", "#61c554"))
    )
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="t" font-family="{escape(_FONT)}" '
        f'font-size="14" xml:space="preserve">',
        f'<title id="t">{escape(neutral(title))}</title>',
        "<style>"
        ":root{color-scheme:light dark}text{white-space:pre}"
        f".page{{fill:#fff;stroke:#d1d9e0}}.ink{{fill:#1f2328}}{light}"
        ".b{font-weight:700}.d{opacity:.72}.i{font-style:italic}"
        "@media (prefers-color-scheme:dark){.page{fill:#0d1117;stroke:#30363d}"
        f".ink{{fill:#e6edf3}}{dark}}}"
        "</style>",
        f'<rect class="page" x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8"/>',
        lights,
        f'<text class="ink d" x="{width / 2:g}" y="22" text-anchor="middle" font-size="13">'
        f"{escape(neutral(title))}</text>",
    ]
