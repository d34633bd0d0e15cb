"""Whether the time that an act leaves its addressee is any: a period of nothing, a day gone by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.days import Day
from domain.periods import TimeLimit
from scenarios.rows import Row
from scenarios.sense.outline import Outline, Steps

__all__ = ["check_limits"]

_KEYS: Final = ("comply", "proof", "report", "reply")


def check_limits(outline: Outline) -> None:
    """Check every time limit of a row or of a measure of a decision."""
    for row in outline.reader.built(Row):
        begin = row.day.earliest if isinstance(row.day, Day) else None
        for at, limit in _limits(row):
            period = limit.period
            if period is not None and not period.length and not period.and_days:
                message = f"a period of {period} is none"
                outline.reader.note_at(row, message, "write at once", at=at)
            elif limit.by is not None and begin is not None and limit.by < begin:
                message = f"the last day, {limit.by}, is before the act itself, of {begin}"
                outline.reader.note_at(row, message, f"write a day from {begin} on", at=at)


def _limits(row: Row) -> Iterator[tuple[Steps, TimeLimit]]:
    yield from _of(row, ())
    for number, measure in enumerate(getattr(row, "measures", ())):
        yield from _of(measure, ("measures", number))


def _of(holder: object, where: Steps) -> Iterator[tuple[Steps, TimeLimit]]:
    for key in _KEYS:
        limit = getattr(holder, key, None)
        if isinstance(limit, TimeLimit):
            yield (*where, key), limit
