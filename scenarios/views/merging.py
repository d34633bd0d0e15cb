"""Answers of several readings as one: what belongs together, and the bounds of what differs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Final, TypeVar

from domain.days import Day, in_words

__all__ = ["NOT_THERE", "bounds", "distinct", "first_event_sentence", "grouped"]

T = TypeVar("T")

NOT_THERE: Final = "not there yet"
"""The status, in a reading, of what that reading has not got to."""


def distinct(values: Iterable[T]) -> tuple[T, ...]:
    """The values without repetition, in order."""
    return tuple(dict.fromkeys(values))


def bounds(days: Sequence[date | None], readings: int) -> Day:
    """The days of the readings that have one; a reading without leaves the end open."""
    known = [day for day in days if day is not None]
    if not known:
        return Day(None, None)
    return Day(min(known), max(known) if len(known) == readings else None)


def grouped(
    answers: Sequence[Sequence[T]], key: Callable[[T], Hashable]
) -> tuple[tuple[T | None, ...], ...]:
    """What belongs together across readings, in the order of the first that has it.

    Of several with one key the first belongs to the first, the second to the second.
    """
    rows: dict[tuple[Hashable, int], list[T | None]] = {}
    for reading, several in enumerate(answers):
        seen: dict[Hashable, int] = {}
        for one in several:
            number = seen[key(one)] = seen.get(key(one), 0) + 1
            row = rows.setdefault((key(one), number), [None] * len(answers))
            row[reading] = one
    return tuple(tuple(row) for row in rows.values())


def first_event_sentence(day: date, first: Day) -> str:
    """The answer for a day before anything happened; empty from the first event on."""
    if first.earliest is None:
        return "Nothing has happened: no row of this story is reached."
    if first.earliest <= day:
        return ""
    if first.exact is not None or first.latest is None:
        return f"Nothing has happened yet: the first event is on {in_words(first.earliest)}."
    between = f"between {in_words(first.earliest)} and {in_words(first.latest)}"
    return f"Nothing has happened yet: the first event is {between}."
