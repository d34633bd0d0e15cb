"""Figures and ledgers as plain mappings and rows, for any library of frames."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from domain.days import in_words
from domain.money import MoneyRange
from projections import FIGURES, Exposure, History, Line, Movement

__all__ = ["Cell", "Every", "Figures", "Ledger", "days_of", "figures_row"]

Cell: TypeAlias = date | int | str | None
"""What a cell of a frame holds: a day, a sum in minor units, words, or nothing."""

Every: TypeAlias = Literal["day", "week", "month", "event"]

_DAY: Final = timedelta(days=1)
_SUNDAY: Final = 6


@frozen
class Figures(Mapping[str, MoneyRange]):
    """The figures of an exposure by name, as of a day, in one currency.

    A figure is a range: one sum where all is certain. `at_stake` has floor and ceiling.
    """

    as_of: date
    currency: str
    _figures: Mapping[str, MoneyRange] = field(alias="figures")

    def __getitem__(self, figure: str) -> MoneyRange:
        return self._figures[figure]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __str__(self) -> str:
        """One line a figure."""
        wide = max(map(len, self._figures), default=0)
        lines = (f"{name:<{wide}}  {told}" for name, told in self._figures.items())
        return "\n".join([f"as of {in_words(self.as_of)}", *lines])


@frozen
class Ledger:
    """The double-entry ledger of one reading as of a day."""

    exposure: Exposure

    @property
    def movements(self) -> tuple[Movement, ...]:
        """Every movement, in the order of the days."""
        return self.exposure.movements

    def lines(self, figure: str) -> tuple[Line, ...]:
        """The lines of a figure with event and provision; they sum to it."""
        return self.exposure.lines(figure)

    def frame(self) -> list[dict[str, Cell]]:
        """A row for each movement, for any library of frames; sums in minor units."""
        return [_row(one, self.exposure.currency) for one in self.movements]


def _row(one: Movement, currency: str) -> dict[str, Cell]:
    return {
        "on": one.on,
        "amount": one.amount.minor,
        "currency": currency,
        "kind": one.kind,
        "about": one.about,
        "leaves": one.leaves.value,
        "enters": one.enters.value,
        "text": one.text,
        "event": one.event,
        "act": one.act,
        "position": one.position,
        "cite": one.cite,
    }


def figures_row(exposure: Exposure) -> dict[str, Cell]:
    """The figures of a day as one row; sums in minor units."""
    floor, ceiling = exposure.at_stake
    sums: dict[str, Cell] = {
        name: exposure.figure(name).minor for name in FIGURES if name != "at_stake"
    }
    return {
        "on": exposure.as_of,
        "currency": exposure.currency,
        **sums,
        "at_stake_floor": floor.minor,
        "at_stake_ceiling": None if ceiling is None else ceiling.minor,
    }


def days_of(first: date, last: date, every: Every, history: History) -> list[date]:
    """The days of a series; the last of them is always the day of the run."""
    if every == "event":
        inside = sorted({recorded.on for recorded in history if recorded.on <= last})
    else:
        span = (first + _DAY * k for k in range((last - first).days + 1))
        inside = [day for day in span if _ends(day, every)]
    return inside if inside[-1:] == [last] else [*inside, last]


def _ends(day: date, every: Every) -> bool:
    if every == "week":
        return day.weekday() == _SUNDAY
    return every == "day" or day == date.max or (day + _DAY).day == 1
