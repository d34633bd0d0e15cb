"""What-ifs and questions kept in a file: read strictly, and played by other means than a replay."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from domain.money import MoneyRange
from scenarios.expected import Expectation
from scenarios.measures import PROSE
from scenarios.moments import When
from scenarios.rows import Row
from scenarios.words import Ident

__all__ = ["AddRow", "Assumed", "Branch", "Change", "DecisionPoint", "Option"]


@frozen(kw_only=True)
class AddRow:
    """A change that adds a row."""

    add: Row


Change = str | AddRow
"""A sentence (`drop ROW`, `comply with ORDER on DAY`) or a row to add."""

Assumed = MoneyRange | Literal["as happened"]
"""What a branch supposes of an act whose premise is gone."""


@frozen(kw_only=True)
class Branch:
    """A what-if: the changes, where it begins, and what is supposed and expected of it.

    `of` names another branch; `from` is the first change if left out.
    """

    title: str
    changes: tuple[Change, ...]
    from_: str = field(default="", metadata={"key": "from"})
    of: str = ""
    if_refused: Literal["skip", "stop"] = "skip"
    assumes: tuple[tuple[str, Assumed], ...] = ()
    expect: tuple[Expectation, ...] = ()


@frozen(kw_only=True)
class Option:
    """An answer that a class may give; prepared by changes, or by a branch of the file."""

    text: str
    changes: tuple[Change, ...] = ()
    branch: str = ""
    shows: str = ""


@frozen(kw_only=True)
class DecisionPoint:
    """A question to one party at its place in the story; `as_told` is what the story takes."""

    day: When | None = None
    before: str = ""
    asks: Ident
    question: str
    could_know: tuple[str, ...] = field(default=(), metadata=PROSE)
    could_not_know: tuple[str, ...] = field(default=(), metadata=PROSE)
    options: tuple[tuple[Ident, Option], ...]
    as_told: Ident
