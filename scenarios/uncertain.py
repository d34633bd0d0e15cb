"""What a file leaves uncertain: the days and sums that can be several."""

from __future__ import annotations

from collections.abc import Iterator

from domain.days import Day
from domain.money import MoneyRange
from scenarios.model import Scenario
from scenarios.rows import Decision, Row
from scenarios.sense.days import days_of

__all__ = ["uncertain_places"]


def uncertain_places(scenario: Scenario) -> tuple[str, ...]:
    """The paths of the days and sums that can be several."""
    found: list[str] = []
    for number, row in enumerate(scenario.timeline, 1):
        days = (at for at, when in days_of(row) if isinstance(when, Day) and when.exact is None)
        found.extend(f"timeline.{number}.{'.'.join(at)}" for at in days if at[0] != "known_to")
        if any(_between_bounds(amount) for amount in _amounts(row)):
            found.append(f"timeline.{number}.amount")
    return tuple(found)


def _amounts(row: Row) -> Iterator[object]:
    yield getattr(row, "amount", None)
    if isinstance(row, Decision):
        yield from (getattr(measure, "amount", None) for measure in row.measures)


def _between_bounds(amount: object) -> bool:
    return isinstance(amount, MoneyRange) and amount.least != amount.most
