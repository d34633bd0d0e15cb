"""What every picture of an exposure shares: its bands, its vertical scale, its marks in time."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from domain.money import DECIMALS
from projections import Exposure

__all__ = [
    "BANDS",
    "Band",
    "Scale",
    "heights",
    "sampled",
    "scale",
    "short_sum",
    "start_of",
    "ticks",
]


@frozen(kw_only=True)
class Band:
    """One class of a stacked chart: a state of the ledger, its name, and a colour for each theme.

    What is hatched is owed by nobody yet; `shade` is the character that stands for the band where
    there is no colour.
    """

    figure: str
    name: str
    light: str
    dark: str
    shade: str
    hatched: bool = False


BANDS: Final = (
    Band(figure="paid", name="paid", light="#1b7f5c", dark="#3fb98d", shade="▞"),
    Band(figure="due", name="due", light="#b3261e", dark="#f0776c", shade="█"),
    Band(figure="not_due", name="not due yet", light="#c77700", dark="#f0b04e", shade="▓"),
    Band(figure="suspended", name="suspended", light="#7b4fb5", dark="#b394e6", shade="▒"),
    Band(
        figure="accruing",
        name="accruing, owed by nobody yet",
        light="#2f5fb3",
        dark="#7ea8f0",
        shade="░",
        hatched=True,
    ),
    Band(
        figure="at_stake",
        name="at stake, at least",
        light="#6b7280",
        dark="#9aa3af",
        shade="·",
        hatched=True,
    ),
)
"""From the bottom up: what is settled, what is owed, what may come."""


def heights(ledger: Exposure) -> tuple[int, ...]:
    """The height of each band, in minor units, in the order of BANDS."""
    return tuple(_height(ledger, band.figure) for band in BANDS)


def _height(ledger: Exposure, figure: str) -> int:
    if figure == "at_stake":
        return ledger.at_stake[0].minor
    return max(ledger.figure(figure).minor, 0)


@frozen(kw_only=True)
class Scale:
    """A vertical scale in minor units: its top and the distance of its ticks, both round."""

    top: int
    step: int

    def ticks(self) -> range:
        """Every tick from zero to the top."""
        return range(0, self.top + 1, self.step)


def scale(highest: int, *, most_steps: int = 8) -> Scale:
    """The finest scale of 1, 2 or 5 times a power of ten that has no more than so many steps."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            step = factor * size
            steps = -(-max(highest, 1) // step)
            if steps <= most_steps:
                return Scale(top=steps * step, step=step)
        size *= 10


def short_sum(minor: int, currency: str) -> str:
    """A sum as an axis shows it: 20 M for twenty million, 2.5 M, 500 k."""
    whole = minor / 10 ** DECIMALS.get(currency, 2)
    for size, unit in ((1_000_000_000, " bn"), (1_000_000, " M"), (1_000, " k")):
        if whole >= size:
            return f"{whole / size:g}{unit}"
    return f"{whole:g}"


def ticks(first: date, last: date, *, at_most: int = 6) -> tuple[date, ...]:
    """First days of months within two days, evenly spaced and no more than so many."""
    months = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    for every in (1, 2, 3, 6, 12, 24, 60, 120):
        kept = tuple(day for day in months if (day.year * 12 + day.month - 1) % every == 0)
        if len(kept) <= at_most:
            return kept
    return ()


def start_of(
    stack_on: Callable[[date], tuple[int, ...]], events: Iterable[date], last: date
) -> date:
    """Where a chart begins: a little before the first day on which there is anything to draw.

    On the first day of the calendar there is nothing before it.
    """
    days = sorted({day for day in events if day <= last})
    first = next((day for day in days if any(stack_on(day))), last)
    before = max((last - first).days // 20, 1)
    return first - timedelta(days=min(before, (first - date.min).days))


def sampled(first: date, last: date, count: int) -> tuple[date, ...]:
    """So many days from the first to the last, evenly spread; the last of them is the last."""
    whole = (last - first).days
    return tuple(first + timedelta(days=whole * (k + 1) // count) for k in range(count))
