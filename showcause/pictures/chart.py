"""The exposure over time as SVG: stacked bands in steps, with one day marked."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape
from typing import Final

from attrs import frozen

from domain.days import MONTHS, in_words
from domain.money import Money
from projections import Exposure
from showcause.neutral import neutral
from showcause.pictures.bands import BANDS, Band, Scale, heights, scale, short_sum, ticks

__all__ = ["exposure_svg"]

_WIDTH: Final = 760
_HEIGHT: Final = 320
_LEFT: Final = 64
_RIGHT: Final = 20
_TOP: Final = 56
_BOTTOM: Final = 250
_FONT: Final = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif"


@frozen(kw_only=True)
class _Plane:
    """Where a day and a sum lie on the picture."""

    first: date
    last: date
    scale: Scale

    def x(self, day: date) -> str:
        share = (day - self.first).days / (self.last - self.first).days
        return _number(_LEFT + share * (_WIDTH - _LEFT - _RIGHT))

    def y(self, minor: int) -> str:
        return _number(_BOTTOM - minor / self.scale.top * (_BOTTOM - _TOP))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def exposure_svg(
    ledgers: Sequence[Exposure], *, day: date | None = None, title: str = "Exposure"
) -> str:
    """Stacked steps of what is paid, owed, accruing and at stake, day by day, with one day marked.

    The ledgers are one proceeding's, of one currency, in the order of their days; between two of
    them a sum stays as it is. Raises ValueError for none.
    """
    if not ledgers:
        raise ValueError("a chart needs the exposure of at least one day")
    day = ledgers[-1].as_of if day is None else day
    stack = [heights(ledger) for ledger in ledgers]
    plane = _Plane(
        first=ledgers[0].as_of,
        last=ledgers[-1].as_of + timedelta(days=1),
        scale=scale(max(map(sum, stack))),
    )
    marked = _on(ledgers, day)
    parts = [
        *_head(title, _description(marked, day, ledgers[0].currency)),
        *_axes(plane, ledgers[0].currency),
        *(path for k in range(len(BANDS)) for path in _areas(plane, ledgers, stack, k)),
        *_marker(plane, day),
        *_legend(stack),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _on(ledgers: Sequence[Exposure], day: date) -> Exposure:
    """The ledger that stands at the end of a day, or the first there is."""
    return next((one for one in reversed(ledgers) if one.as_of <= day), ledgers[0])


def _description(ledger: Exposure, day: date, currency: str) -> str:
    sums = zip(BANDS, heights(ledger), strict=True)
    said = [f"{band.name} {Money(minor, currency)}" for band, minor in sums if minor]
    return f"On {in_words(day)}: {'; '.join(said) or 'nothing'}."


def _head(title: str, description: str) -> list[str]:
    light = "".join(f".{b.figure}{{--c:{b.light}}}" for b in BANDS)
    dark = "".join(f".{b.figure}{{--c:{b.dark}}}" for b in BANDS)
    patterns = "".join(_pattern(band) for band in BANDS if band.hatched)
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-labelledby="t d" font-family="{escape(_FONT)}" font-size="13">',
        f'<title id="t">{_text(title)}</title>',
        f'<desc id="d">{_text(description)}</desc>',
        "<style>"
        ":root{color-scheme:light dark}"
        ".paper{fill:#fff}.ink{fill:#1f2328}.quiet{fill:#59636e}.grid{stroke:#d1d9e0}"
        ".day{stroke:#1f2328}"
        f"{light}"
        ".band{fill:var(--c);stroke:var(--c);stroke-width:1}"
        "@media (prefers-color-scheme:dark){.paper{fill:#0d1117}.ink{fill:#e6edf3}"
        ".quiet{fill:#9198a1}.grid{stroke:#30363d}.day{stroke:#e6edf3}"
        f"{dark}}}"
        "</style>",
        f"<defs>{patterns}</defs>",
        f'<rect class="paper" width="{_WIDTH}" height="{_HEIGHT}" rx="8"/>',
        f'<text class="ink" x="{_LEFT}" y="32" font-size="17" font-weight="600">{_text(title)}'
        "</text>",
    ]


def _pattern(band: Band) -> str:
    """Hatching, so that what nobody owes yet looks it without colour too."""
    width, gap = ("2.5", "5") if band.figure == "accruing" else ("1", "6")
    return (
        f'<pattern id="h-{band.figure}" class="{band.figure}" width="{gap}" height="{gap}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<line y2="{gap}" style="stroke:var(--c)" stroke-width="{width}"/></pattern>'
    )


def _axes(plane: _Plane, currency: str) -> list[str]:
    parts = [
        f'<text class="quiet" x="{_LEFT - 8}" y="{_TOP - 12}" text-anchor="end">{_text(currency)}'
        "</text>"
    ]
    for minor in plane.scale.ticks():
        y = plane.y(minor)
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
            f'<text class="quiet" x="{_LEFT - 8}" y="{y}" dy="4" text-anchor="end">'
            f"{short_sum(minor, currency)}</text>"
        )
    for month in ticks(plane.first, plane.last):
        x = plane.x(month)
        parts.append(
            f'<line class="grid" x1="{x}" x2="{x}" y1="{_BOTTOM}" y2="{_BOTTOM + 5}"/>'
            f'<text class="quiet" x="{x}" y="{_BOTTOM + 20}" text-anchor="middle">'
            f"{MONTHS[month.month - 1][:3]} {month.year}</text>"
        )
    return parts


def _areas(
    plane: _Plane, ledgers: Sequence[Exposure], stack: Sequence[tuple[int, ...]], k: int
) -> Iterator[str]:
    """One band: a shape for each stretch of days on which there is any of it."""
    days = [*(ledger.as_of for ledger in ledgers), plane.last]
    band = BANDS[k]
    fill = f' style="fill:url(#h-{band.figure})"' if band.hatched else ""
    for first, last in _runs([height[k] for height in stack]):
        stretch = days[first : last + 2]
        top = _steps(plane, stretch, [sum(h[: k + 1]) for h in stack[first : last + 1]])
        foot = _steps(plane, stretch, [sum(h[:k]) for h in stack[first : last + 1]])
        most = max(stack[place][k] for place in range(first, last + 1))
        says = (
            f"{band.name}: {in_words(days[first])} to {in_words(days[last])}, "
            f"at most {Money(most, ledgers[0].currency)}"
        )
        yield (
            f'<path class="band {band.figure}"{fill} d="M{"L".join([*top, *reversed(foot)])}Z">'
            f"<title>{_text(says)}</title></path>"
        )


def _runs(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last place of each unbroken run of values that are not zero."""
    places = [place for place, value in enumerate(values) if value]
    starts = [p for p in places if p == 0 or not values[p - 1]]
    ends = [p for p in places if p + 1 == len(values) or not values[p + 1]]
    yield from zip(starts, ends, strict=True)


def _steps(plane: _Plane, days: Sequence[date], sums: Sequence[int]) -> list[str]:
    """The corners of a line of steps; a sum holds from its day to the next one that is told."""
    points: list[str] = []
    for day, after, minor in zip(days, days[1:], sums, strict=False):
        points += [f"{plane.x(day)},{plane.y(minor)}", f"{plane.x(after)},{plane.y(minor)}"]
    return points


def _marker(plane: _Plane, day: date) -> list[str]:
    inside = min(max(day, plane.first), plane.last)
    x = plane.x(inside)
    anchor = "end" if float(x) > _WIDTH / 2 else "start"
    return [
        f'<g><title>{in_words(day)}</title><line class="day" x1="{x}" x2="{x}" y1="{_TOP - 8}" '
        f'y2="{_BOTTOM}" stroke-width="1.5" stroke-dasharray="4 3"/>'
        f'<text class="ink" x="{x}" y="{_TOP - 12}" text-anchor="{anchor}">{in_words(day)}</text>'
        "</g>"
    ]


def _legend(stack: Sequence[tuple[int, ...]]) -> list[str]:
    parts: list[str] = []
    x = float(_LEFT)
    for k, band in enumerate(BANDS):
        if not any(h[k] for h in stack):
            continue
        fill = f' style="fill:url(#h-{band.figure})"' if band.hatched else ""
        parts.append(
            f'<rect class="band {band.figure}"{fill} x="{_number(x)}" y="{_BOTTOM + 38}" '
            'width="12" height="12"/>'
            f'<text class="ink" x="{_number(x + 18)}" y="{_BOTTOM + 49}">{_text(band.name)}</text>'
        )
        x += 18 + 7 * len(band.name) + 18
    return parts


def _text(text: str) -> str:
    return escape(neutral(text), quote=True)
