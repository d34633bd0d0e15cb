"""The exposure over time in characters: one column a stretch of days, bands as in the picture."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from domain.days import MONTHS
from showcause.cli.pages.layout import indented
from showcause.cli.words import line, short_day
from showcause.pictures.bands import BANDS, Band, scale, short_sum, ticks

__all__ = ["LABELS", "WIDTH", "chart", "legend", "swatch"]

WIDTH: Final = 64
"""Columns of the plot itself; with the labels at its side it fits into eighty."""

_FEWEST_ROWS: Final = 6
_FINE: Final = 8
_BLOCKS: Final = " ▁▂▃▄▅▆▇█"
LABELS: Final = 8
"""Columns of the labels at its side."""


def swatch(figure: str, *, colourful: bool) -> Text:
    """The mark by which a figure is found again in the chart; a space for one that has no band."""
    band = next((band for band in BANDS if band.figure == figure), None)
    if band is None:
        return Text(" ")
    char = "█" if colourful and not band.hatched else band.shade
    return Text(char, f"state.{figure}")


def legend(stack: Sequence[tuple[int, ...]], *, colourful: bool) -> RenderableType:
    """The marks of the bands that a chart has, where no table shows them."""
    text = Text()
    for place, band in enumerate(BANDS):
        if any(column[place] for column in stack):
            text.append_text(swatch(band.figure, colourful=colourful))
            text.append(f" {band.figure.replace('_', ' ')}   ", "quiet")
    return indented(text, by=LABELS + 2)


def chart(
    stack: Sequence[tuple[int, ...]], currency: str, first: date, last: date, *, colourful: bool
) -> RenderableType:
    """One column for each stack of bands, in minor units; the last is the day of the answer."""
    ruler = scale(max(map(sum, stack)))
    steps = ruler.top // ruler.step
    each = -(-_FEWEST_ROWS // steps)  # rows between two ticks, so that a tick lies on an edge
    tops = [_tops(column, ruler.top // (steps * each)) for column in stack]
    rows: list[Text] = []
    for row in reversed(range(steps * each)):
        tick = (row + 1) // each * ruler.step if not (row + 1) % each else 0
        label = short_sum(tick, currency) if tick else ""
        text = Text(f"{label:>{LABELS}} ").append("│" if not label else "┤", "quiet")
        for column in tops:
            text.append_text(_cell(column, row * _FINE, colourful=colourful))
        rows.append(text)
    zero = Text(f"{'0':>{LABELS}} ").append("└" + "─" * len(stack), "quiet")
    return indented(*rows, zero, _days(first, last, len(stack)), by=0)


def _tops(column: tuple[int, ...], row: int) -> list[int]:
    """Where each band ends, in eighths of a row above the foot; at least one for what is there.

    A tick stands in the middle of its row, and zero in the middle of the line below.
    """
    tops: list[int] = []
    total, foot = 0, 0
    for minor in column:
        total += minor
        reached = round(total * _FINE / max(row, 1)) - _FINE // 2
        foot = max(reached, foot + 1) if minor else foot
        tops.append(foot)
    return tops


def _cell(tops: Sequence[int], foot: int, *, colourful: bool) -> Text:
    """One character: the band that fills most of it, and where it can be said, how far."""
    feet = (0, *tops)
    parts = [
        (min(top, foot + _FINE) - max(low, foot), band)
        for low, top, band in zip(feet, tops, BANDS, strict=False)
        if low < foot + _FINE and top > foot and top > low
    ]
    if not parts:
        return Text(" ")
    size, band = max(parts, key=lambda part: part[0])
    lowest, below = parts[0]
    if not colourful:
        return Text(_plain(size, band, sum(size for size, _ in parts)), f"state.{band.figure}")
    if below.hatched or (band.hatched and size > lowest):
        return Text(band.shade if size >= _FINE // 2 else " ", f"state.{band.figure}")
    above = parts[1][1] if len(parts) > 1 and not parts[1][1].hatched else None
    style = f"state.{below.figure}"
    if above is not None:
        style = f"{_colour(below)} on {_colour(above)}"
    return Text(_BLOCKS[lowest], style)


def _colour(band: Band) -> str:
    """The colour of a band that can lie on another, as the theme of the terminal has it."""
    return {"paid": "green", "due": "red", "not_due": "yellow"}.get(band.figure, "magenta")


def _plain(size: int, band: Band, filled: int) -> str:
    if band.shade == "█":
        return _BLOCKS[max(filled if size == filled else size, 1)]
    return band.shade if filled >= _FINE // 2 else " "


def _days(first: date, last: date, width: int) -> Text:
    """Months along the foot where there is room, and the day of the answer at the right edge."""
    end = short_day(last).strip()
    room = width - len(end) - 1
    cells = [" "] * width
    whole = max((last - first).days, 1)
    for month in ticks(first, last, at_most=5):
        label = f"{MONTHS[month.month - 1][:3]} {month.year}"
        start = (month - first).days * width // whole
        free = start + len(label) <= room and not "".join(cells[max(start - 1, 0) :]).strip()
        if free:
            cells[start : start + len(label)] = label
    text = "".join(cells)[: room + 1]
    return line(" " * (LABELS + 2), (text, "quiet"), (end, "day"))
