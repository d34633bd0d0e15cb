"""The exposure over time as SVG: stacked bands in steps, with one day marked."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from domain.days import MONTHS, in_words
from domain.money import Money
from projections import Exposure
from showcause.pictures.bands import BANDS, Band, Scale, heights, scale, short_sum, ticks
from showcause.pictures.svg import element, lines, number, words

__all__ = ["exposure_svg"]

_WIDTH: Final = 760
_HEIGHT: Final = 320
_LEFT: Final = 64
_RIGHT: Final = 740
_TOP: Final = 56
_BOTTOM: Final = 250
_FONT: Final = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif"

Stack = Sequence[tuple[int, ...]]


@frozen(kw_only=True)
class _Plane:
    """Where a day and a sum lie on the picture; a day is as wide as the time to the next."""

    first: date
    last: date
    scale: Scale

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return _LEFT + share * (_RIGHT - _LEFT)

    def y(self, minor: int) -> float:
        return _BOTTOM - minor / self.scale.top * (_BOTTOM - _TOP)


def exposure_svg(
    ledgers: Sequence[Exposure], *, day: date | None = None, title: str = "Exposure"
) -> str:
    """Stacked steps of what is paid, owed, accruing and at stake, with one day marked.

    The ledgers are one proceeding's, of one currency, in the order of their days; between two of
    them a sum stays as it is. Raises ValueError for none.
    """
    if not ledgers:
        raise ValueError("a chart needs the exposure of at least one day")
    marked = ledgers[-1].as_of if day is None else day
    stack = [heights(ledger) for ledger in ledgers]
    plane = _Plane(
        first=ledgers[0].as_of,
        last=_after(ledgers[-1].as_of),
        scale=scale(max(map(sum, stack))),
    )
    return lines(
        [
            _opening(),
            element("title", words(title), id="t"),
            element("desc", words(_description(ledgers, marked)), id="d"),
            element("style", _style()),
            element("defs", *(_pattern(band) for band in BANDS if band.hatched)),
            element("rect", class_="paper", width=_WIDTH, height=_HEIGHT, rx=8),
            _label(title, _LEFT, 32, class_="ink", font_size=17, font_weight=600),
            *_axes(plane, ledgers[0].currency),
            *(path for k in range(len(BANDS)) for path in _areas(plane, ledgers, stack, k)),
            _marker(plane, marked),
            *_legend(stack),
            "</svg>",
        ]
    )


def _after(day: date) -> date:
    """The next day; the calendar has none after its last, which so gets no width."""
    return day + timedelta(days=min(1, (date.max - day).days))


def _opening() -> str:
    picture = element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_labelledby="t d",
        font_family=_FONT,
        font_size=13,
    )
    return picture.removesuffix("/>") + ">"


def _description(ledgers: Sequence[Exposure], day: date) -> str:
    """The marked day in words, for those who cannot see the picture."""
    ledger = next((one for one in reversed(ledgers) if one.as_of <= day), ledgers[0])
    sums = zip(BANDS, heights(ledger), strict=True)
    said = [f"{band.name} {Money(minor, ledger.currency)}" for band, minor in sums if minor]
    return f"On {in_words(day)}: {'; '.join(said) or 'nothing'}."


def _style() -> str:
    light = "".join(f".{band.figure}{{--c:{band.light}}}" for band in BANDS)
    dark = "".join(f".{band.figure}{{--c:{band.dark}}}" for band in BANDS)
    page = ":root{color-scheme:light dark}.band{fill:var(--c);stroke:var(--c)}"
    on_white = ".paper{fill:#fff}.ink{fill:#1f2328}.quiet{fill:#59636e}.grid{stroke:#d1d9e0}"
    on_black = ".paper{fill:#0d1117}.ink{fill:#e6edf3}.quiet{fill:#9198a1}.grid{stroke:#30363d}"
    day, night = ".day{stroke:#1f2328}", ".day{stroke:#e6edf3}"
    in_dark = f"@media (prefers-color-scheme:dark){{{on_black}{night}{dark}}}"
    return f"{page}{on_white}{day}{light}{in_dark}"


def _pattern(band: Band) -> str:
    """Hatching, so that what nobody owes yet looks it without colour too."""
    width, gap = ("2.5", "5") if band.figure == "accruing" else ("1", "6")
    return element(
        "pattern",
        element("line", y2=gap, style="stroke:var(--c)", stroke_width=width),
        id=f"h-{band.figure}",
        class_=band.figure,
        width=gap,
        height=gap,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def _label(text: str, x: float, y: float, **attributes: object) -> str:
    return element("text", words(text), x=x, y=y, **attributes)


def _axes(plane: _Plane, currency: str) -> Iterator[str]:
    side = {"class_": "quiet", "text_anchor": "end"}
    yield _label(currency, _LEFT - 8, _TOP - 12, **side)
    for minor in plane.scale.ticks():
        y = plane.y(minor)
        yield element("line", class_="grid", x1=_LEFT, x2=_RIGHT, y1=y, y2=y)
        yield _label(short_sum(minor, currency), _LEFT - 8, y + 4, **side)
    for month in ticks(plane.first, plane.last):
        x = plane.x(month)
        name = f"{MONTHS[month.month - 1][:3]} {month.year}"
        yield element("line", class_="grid", x1=x, x2=x, y1=_BOTTOM, y2=_BOTTOM + 5)
        yield _label(name, x, _BOTTOM + 20, class_="quiet", text_anchor="middle")


def _areas(plane: _Plane, ledgers: Sequence[Exposure], stack: Stack, k: int) -> Iterator[str]:
    """One band: a shape for each stretch of days on which there is any of it."""
    days = [*(ledger.as_of for ledger in ledgers), plane.last]
    for first, last in _runs([height[k] for height in stack]):
        stretch = days[first : last + 2]
        top = _steps(plane, stretch, [sum(h[: k + 1]) for h in stack[first : last + 1]])
        foot = _steps(plane, stretch, [sum(h[:k]) for h in stack[first : last + 1]])
        most = Money(max(h[k] for h in stack[first : last + 1]), ledgers[0].currency)
        says = f"{BANDS[k].name}: {in_words(days[first])} to {in_words(days[last])}, at most {most}"
        path = f"M{'L'.join([*top, *reversed(foot)])}Z"
        yield element("path", element("title", words(says)), **_fill(BANDS[k]), d=path)


def _fill(band: Band) -> dict[str, object]:
    """The attributes that give a shape the look of a band."""
    hatching = {"style": f"fill:url(#h-{band.figure})"} if band.hatched else {}
    return {"class_": f"band {band.figure}", **hatching}


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
        y = number(plane.y(minor))
        points += [f"{number(plane.x(day))},{y}", f"{number(plane.x(after))},{y}"]
    return points


def _marker(plane: _Plane, day: date) -> str:
    x = plane.x(min(max(day, plane.first), plane.last))
    anchor = "end" if x > _WIDTH / 2 else "start"
    return element(
        "g",
        element("title", in_words(day)),
        element(
            "line",
            class_="day",
            x1=x,
            x2=x,
            y1=_TOP - 8,
            y2=_BOTTOM,
            stroke_width="1.5",
            stroke_dasharray="4 3",
        ),
        _label(in_words(day), x, _TOP - 12, class_="ink", text_anchor=anchor),
    )


def _legend(stack: Stack) -> Iterator[str]:
    x = float(_LEFT)
    for k, band in enumerate(BANDS):
        if any(height[k] for height in stack):
            yield element("rect", **_fill(band), x=x, y=_BOTTOM + 38, width=12, height=12)
            yield _label(band.name, x + 18, _BOTTOM + 49, class_="ink")
            x += 36 + 7 * len(band.name)
