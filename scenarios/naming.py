"""The names of rows and measures: as given, or their kind, numbered from the second on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from scenarios.rows import Decision, Row

__all__ = ["Names", "Rename", "default_names", "names_of"]


@frozen
class Names:
    """For each row its own name, and those of its measures."""

    rows: tuple[str, ...]
    measures: tuple[tuple[str, ...], ...]

    def row_of(self, name: str) -> int | None:
        """The number, from 0, of the row that is or holds the thing of that name."""
        for number, (row, measures) in enumerate(zip(self.rows, self.measures, strict=True)):
            if name == row or name in measures:
                return number
        return None

    def __iter__(self) -> Iterator[str]:
        """Give every name."""
        yield from self.rows
        for measures in self.measures:
            yield from measures


Rename = tuple[str, str, tuple[tuple[str, str], ...]]
"""A row for naming: its given name, its act, and name and kind of each measure."""


def names_of(timeline: Sequence[Row]) -> Names:
    """The names of the rows of a timeline, numbered as the core numbers acts without one."""
    return default_names([(row.id, row.act, tuple(_measures(row))) for row in timeline])


def _measures(row: Row) -> Iterator[tuple[str, str]]:
    if isinstance(row, Decision):
        for measure in row.measures:
            yield measure.id, measure.measure


def default_names(given: Iterable[Rename]) -> Names:
    """The same from given names and kinds alone, so that rows that cannot be read count too."""
    told = list(given)
    taken = {name for row, _, measures in told for name in (row, *(m for m, _ in measures)) if name}
    acts: dict[str, int] = {}
    rows: list[str] = []
    inner: list[tuple[str, ...]] = []
    for name, act, measures in told:
        acts[act] = acts.get(act, 0) + 1
        rows.append(name or _free(act, acts[act], taken))
        inner.append(tuple(own or _free(kind, 1, taken) for own, kind in measures))
    return Names(tuple(rows), tuple(inner))


def _free(kind: str, number: int, taken: set[str]) -> str:
    wanted = kind if number == 1 else f"{kind}-{number}"
    while wanted in taken:
        number += 1
        wanted = f"{kind}-{number}"
    taken.add(wanted)
    return wanted
