"""Sides of one question are timed by turns in one run; what counts is how many times one takes.

The machine that measures has other work and more than one speed. A ratio of two neighbours in time
is about the same on all of them, and a median of many such ratios is what is told.
"""

import gc
import math
import statistics
from time import perf_counter

from attrs import field, frozen

OURS = "ours"


def timed(work, times=1):
    """Seconds for one call; what earlier work left behind is cleared away first."""
    gc.collect()
    began = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - began) / times


@frozen
class Times:
    """Seconds by side, one for each round."""

    by_side: dict[str, list[float]]

    def median(self, side=OURS):
        return statistics.median(self.by_side[side])

    def ratios(self, side):
        """How many times as long a side took as ours, round by round."""
        return [
            other / own for own, other in zip(self.by_side[OURS], self.by_side[side], strict=True)
        ]


def by_turns(sides, rounds):
    """Time every side in every round, each round in another order; a side gives its seconds."""
    names = list(sides)
    times = {name: [] for name in names}
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            times[name].append(sides[name]())
    return Times(times)


@frozen
class Row:
    """One line of the table: ours and a peer on the same thing.

    `ratios` tell how many times as long the peer took; `as_long` turns that round where the peer
    is a floor or a unit and no rival.
    """

    chapter: str
    what: str
    ours: str
    told_peer: str
    peer: str
    ratios: list[float] = field(repr=False)
    as_long: bool = False

    def __attrs_post_init__(self):
        assert self.ratios
        assert all(math.isfinite(one) and one > 0 for one in self.ratios)

    @property
    def cells(self):
        found = [1 / one for one in self.ratios] if self.as_long else self.ratios
        median, least, most = (_round(f(found)) for f in (statistics.median, min, max))
        told = f"{median} times as {'long' if self.as_long else 'fast'}"
        return (self.what, self.ours, self.told_peer, self.peer, told, f"{least} - {most}")


def _round(ratio):
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.0f}"


def a_second(seconds, things, what):
    """A rate in the words of a reader: two figures are as many as a measurement is worth."""
    rate = things / seconds
    digits = max(0, math.floor(math.log10(rate)) - 1)
    return f"{round(rate, -digits):,.0f} {what}/s"


def in_ms(seconds):
    """Milliseconds, three figures."""
    ms = seconds * 1000
    digits = max(0, 2 - math.floor(math.log10(ms)))
    return f"{ms:,.{digits}f} ms"
