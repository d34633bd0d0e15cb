"""What the building of commands shares: what every command says, and how a row is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypedDict, TypeVar, cast

from domain.proceeding.messages import Command
from scenarios.reckoning import Scene
from scenarios.rows import Row

__all__ = ["Builder", "common", "one", "several"]


class Common(TypedDict):
    on: date
    id: str
    by: str
    despite: tuple[tuple[str, str], ...]
    denies: tuple[str, ...]
    states: tuple[str, ...]
    rests_on: tuple[tuple[str, str], ...]


def common(row: Row, scene: Scene) -> Common:
    """What every command says, from its row."""
    return {
        "on": scene.on,
        "id": scene.name,
        "by": row.by,
        "despite": row.despite,
        "denies": row.denies,
        "states": row.states,
        "rests_on": row.rests_on,
    }


R = TypeVar("R", bound=Row)


Builder = Callable[[Row, Scene], tuple[Command, ...]]


def one(row: type[R], build: Callable[[R, Scene], Command]) -> tuple[type[Row], Builder]:
    """A row of the table for a row that is one command; the table hands it only such rows."""
    return row, cast("Builder", lambda one, scene: (build(one, scene),))


def several(
    row: type[R], build: Callable[[R, Scene], Iterator[Command]]
) -> tuple[type[Row], Builder]:
    """The same for a row that may be several commands; each has an id of its own."""
    return row, cast("Builder", lambda one, scene: tuple(build(one, scene)))
