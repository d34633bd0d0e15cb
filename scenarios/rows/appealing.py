"""Rows of appeal and judgment."""

from __future__ import annotations

from typing import ClassVar, Final

from attrs import field, frozen

from scenarios.measures import ONE_OR_MANY
from scenarios.row import Row
from scenarios.sums import Result

__all__ = ["ROWS", "Appeal", "Judgment"]


@frozen(kw_only=True)
class Appeal(Row):
    """An appeal against acts or single measures; `to` is the court."""

    act: ClassVar[str] = "appeal"

    against: tuple[str, ...] = field(metadata=ONE_OR_MANY)
    to: str = ""


@frozen(kw_only=True)
class Judgment(Row):
    """An appeal is decided, for each thing that it was against."""

    act: ClassVar[str] = "judgment"

    on_appeal: str
    outcome: tuple[tuple[str, Result], ...]


ROWS: Final[tuple[type[Row], ...]] = (Appeal, Judgment)
