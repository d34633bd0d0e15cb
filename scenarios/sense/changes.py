"""The sentences by which a what-if changes a story, as far as their form and names go."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import frozen

from domain.days import parse_date
from domain.errors import NotationError, shown
from domain.money import Money
from scenarios.moments import RelativeDay, parse_when
from scenarios.sums import parse_year

__all__ = ["FORMS", "Sentence", "parse_change"]

FORMS: Final = (
    "drop ROW",
    "move ROW to DAY",
    "comply with ORDER on DAY",
    "comply with ORDER in part on DAY",
    "set ROW.FIELD to VALUE",
    "set turnover of PARTY for YEAR to MONEY",
    "set rule SECTION.RULE.FIELD to VALUE",
    "use rulebook NAME",
    "use law of DAY",
)
"""Every form of a change, in the words that a message shows."""


@frozen(kw_only=True)
class Sentence:
    """What a change names: things of the file, a party, a rulebook; each may be empty."""

    things: tuple[str, ...] = ()
    party: str = ""
    rulebook: str = ""


def _drop(found: re.Match[str]) -> Sentence:
    return Sentence(things=(found[1],))


def _on_a_day(found: re.Match[str]) -> Sentence:
    when = parse_when(found[2])
    point = when.point if isinstance(when, RelativeDay) else None
    if isinstance(when, RelativeDay) and point is None:
        raise NotationError(found[2], f"{shown(found[2])} has no day to be seen from")
    return Sentence(things=(found[1], point.row) if point is not None else (found[1],))


def _turnover(found: re.Match[str]) -> Sentence:
    parse_year(found[2])
    if found[3] != "unknown":
        Money.parse(found[3])
    return Sentence(party=found[1])


def _field(found: re.Match[str]) -> Sentence:
    return Sentence(things=(found[1],))


def _rulebook(found: re.Match[str]) -> Sentence:
    return Sentence(rulebook=found[1])


def _law_of(found: re.Match[str]) -> Sentence:
    parse_date(found[1])
    return Sentence()


_READ: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Sentence]], ...]] = (
    (re.compile(r"drop (\S.*)"), _drop),
    (re.compile(r"move (\S.*?) to (.+)"), _on_a_day),
    (re.compile(r"comply with (\S.*?)(?: in part)? on (.+)"), _on_a_day),
    (re.compile(r"set turnover of (\S+) for (\S+) to (.+)"), _turnover),
    (re.compile(r"set rule [a-z_]+\.[^.]+\.\S.* to .+"), lambda _found: Sentence()),
    (re.compile(r"set ([^.]+)\.[a-z_.]+ to .+"), _field),
    (re.compile(r"use rulebook (\S+)"), _rulebook),
    (re.compile(r"use law of (.+)"), _law_of),
)


def parse_change(text: str) -> Sentence:
    """Read one sentence; NotationError lists the forms, or says what is wrong with a value."""
    for pattern, read in _READ:
        found = pattern.fullmatch(text)
        if found is not None:
            return read(found)
    message = f"{shown(text)} is no change"
    raise NotationError(text, message, f"write one of: {'; '.join(FORMS)}")
