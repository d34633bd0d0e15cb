"""Circles among days that rest on each other, found without recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

__all__ = ["Moment", "circles"]

Moment: TypeAlias = tuple[int, str]
"""The number of a row, and `day`, `notified` or `published`."""


def circles(
    starts: Iterable[Moment], further: Callable[[Moment], Iterable[Moment]]
) -> Iterator[tuple[Moment, ...]]:
    """Every circle that is met on the way, without recursion, as a file may have many rows."""
    done: set[Moment] = set()
    for start in starts:
        path: dict[Moment, Iterator[Moment]] = {}
        waiting = [start] if start not in done else []
        while waiting:
            here = waiting[-1]
            ways = path.setdefault(here, iter(further(here)))
            step = next((one for one in ways if one not in done), None)
            if step is None:
                done.add(here)
                del path[here]
                waiting.pop()
            elif step in path:
                yield tuple(waiting[waiting.index(step) :])
            else:
                waiting.append(step)
