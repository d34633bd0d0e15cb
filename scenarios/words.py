"""The words that a scenario file may use where only some are possible."""

from __future__ import annotations

import re
from typing import Final, Literal, NewType, TypeAlias

from attrs import field, frozen

from domain.errors import NotationError, shown
from domain.rulebook.closed_words import AddresseeKind, Stage

__all__ = [
    "AddresseeKind",
    "Count",
    "Fault",
    "Figure",
    "Ident",
    "Provision",
    "ReadAs",
    "Role",
    "SourceKey",
    "Stage",
    "StatusWord",
    "ident_meant",
    "parse_ident",
    "parse_provision",
    "parse_source_key",
]

Role: TypeAlias = Literal[
    "authority", "addressee", "complainant", "court", "other authority", "board", "third party"
]
ReadAs: TypeAlias = Literal["original", "translation", "machine translation", "secondary", "press"]
Fault: TypeAlias = Literal["unknown", "intent", "negligence", "none"]
StatusWord: TypeAlias = Literal[
    "not notified",
    "running",
    "met",
    "partly met",
    "run out",
    "overdue",
    "closed",
    "annulled",
    "imposed",
    "liquidated",
    "payable",
    "partly paid",
    "proposed",
    "remitted",
    "written off",
    "insolvent",
    "paid",
    "suspended",
    "under appeal",
    "awaits confirmation",
    "final",
    "in force",
    "lifted",
    "not yet in force",
    "lapsed",
    "revoked",
    "not started",
    "accruing",
    "paused",
    "at its maximum",
    "ended",
    "waived",
    "offered",
    "accepted",
    "refused",
    "withdrawn",
    "binding",
]
Figure: TypeAlias = Literal[
    "at_stake",
    "fined",
    "liquidated",
    "imposed",
    "outstanding",
    "accruing",
    "not_due",
    "suspended",
    "due",
    "paid",
    "refundable",
    "extinguished",
]

Ident = NewType("Ident", str)
"""A name that a file gives to a row, a measure, a party or a conduct, to point to it."""

SourceKey = NewType("SourceKey", str)
"""The short name of a source, often its docket number; a space would begin the place in it."""

Provision = NewType("Provision", str)
"""An instrument and an article: `GDPR 5(1)(a)`."""

_IDENT: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_PROVISION: Final = re.compile(r"[^\s]+ [0-9]+[^\s-]*(?: [^\s-]+)*")
_PROVISIONS: Final = re.compile(r"[^\s]+ [0-9]+-[0-9]+.*")
_COUNT: Final = re.compile(r"([0-9]{1,6})(?:\.\.([0-9]{1,6}))?")
_LONGEST: Final = 60
_UNKNOWN: Final = "unknown"


def parse_ident(text: str) -> Ident:
    """Read a name in small letters, digits and hyphens."""
    if text == _UNKNOWN:
        message = f"{shown(text)} cannot be a name, as it says that something is not known"
        raise NotationError(text, message, "find another name")
    if _IDENT.fullmatch(text) and len(text) <= _LONGEST:
        return Ident(text)
    near = ident_meant(text)
    hint = f"write {near}" if near else "begin with a letter"
    message = f"{shown(text)} is no name; names have small letters, digits and hyphens"
    raise NotationError(text, message, hint)


def ident_meant(text: str) -> str:
    """The name nearest to a text, empty if it has no letters to begin with."""
    if _IDENT.fullmatch(text):
        return text[:_LONGEST]
    near = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST].strip("-")
    return near if _IDENT.fullmatch(near) else ""


def parse_source_key(text: str) -> SourceKey:
    """Read a word without spaces."""
    if len(text) <= _LONGEST and not re.search(r"\s", text):
        return SourceKey(text)
    message = f"{shown(text)} is no key of a source, which is one word"
    raise NotationError(text, message, f"write {'-'.join(text.split())[:_LONGEST]}")


def parse_provision(text: str) -> Provision:
    """Read one provision; a span of articles belongs into rulebooks."""
    if _PROVISIONS.fullmatch(text):
        message = f"{shown(text)} is several articles"
        raise NotationError(text, message, "name each: GDPR 12, GDPR 13")
    if _PROVISION.fullmatch(text) and len(text) <= _LONGEST:
        return Provision(text)
    message = f"{shown(text)} is no provision"
    raise NotationError(text, message, "write instrument and article: GDPR 5(1)(a)")


@frozen
class Count:
    """A number of days, or the numbers that two readings give."""

    least: int
    most: int = field()

    @most.validator
    def _ends_above_its_beginning(self, _attribute: object, most: int) -> None:
        if most < self.least:
            raise ValueError(f"the range {self.least}..{most} ends below its beginning")

    @staticmethod
    def parse(text: str) -> Count:
        """Read a number, or two with two dots between."""
        found = _COUNT.fullmatch(text)
        if found is None:
            raise NotationError(text, f"{shown(text)} is no number of days", "write it like 52")
        least = int(found[1])
        most = int(found[2] or found[1])
        if most < least:
            message = f"the range {shown(text)} ends below its beginning"
            raise NotationError(text, message, f"write {most}..{least}")
        return Count(least, most)

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}..{self.most}"
