"""What every row of a timeline may say, whatever its act."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import field, frozen

from scenarios.measures import ONE_OR_MANY
from scenarios.moments import When
from scenarios.words import Ident, Provision, SourceKey, StatusWord

__all__ = ["AllegedBy", "Refused", "Row", "ToldDifferently", "actors_of"]

AllegedBy = tuple[tuple[Ident, tuple[Provision, ...]], ...]
"""Provisions by conduct."""


@frozen(kw_only=True)
class ToldDifferently:
    """What was said of a row elsewhere; `but` is what the texts have instead."""

    said: str
    source: SourceKey
    but: str = ""


@frozen(kw_only=True)
class Refused:
    """How a row must fail: it then changes nothing, and counts as an expectation.

    `rule` is the name that `despite` would have to give; `limit` and `cite` are of the same
    defect, and the words of `says` stand in the sentence of the refusal.
    """

    as_: Literal["irregular", "impossible"] = field(metadata={"key": "as"})
    rule: str
    cite: str = ""
    limit: str = ""
    says: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Row:
    """What every row may say."""

    act: ClassVar[str] = ""

    day: When
    id: Ident = field(default=Ident(""))
    by: str = ""
    what: str = ""
    notified: When | tuple[tuple[Ident, When], ...] | None = None
    published: When | None = None
    known_to: tuple[tuple[Ident, When], ...] = ()
    source: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    inferred: str = ""
    told_differently: tuple[ToldDifferently, ...] = ()
    despite: tuple[tuple[str, str], ...] = ()
    denies: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    states: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    rests_on: tuple[tuple[str, StatusWord], ...] = ()
    refused: Refused | None = None


def actors_of(row: Row) -> tuple[str, ...]:
    """Who acts in a row: nobody named, one, or the several who object in one row."""
    by: object = row.by
    if isinstance(by, tuple):
        return by
    return (str(by),) if by else ()
