"""Rows before the decision: notice, charges, representations, hearing."""

from __future__ import annotations

from typing import ClassVar, Final

from attrs import field, frozen

from domain.periods import TimeLimit
from scenarios.measures import ONE_OR_MANY, PROSE
from scenarios.row import AllegedBy, Row
from scenarios.words import Ident

__all__ = [
    "ROWS",
    "Charges",
    "FormalNotice",
    "Hearing",
    "NoticeClosure",
    "RapporteurAppointment",
    "Representations",
]


@frozen(kw_only=True)
class FormalNotice(Row):
    """A formal notice to comply within a period; no sanction."""

    act: ClassVar[str] = "formal notice"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    alleges: AllegedBy
    content: tuple[str, ...] = field(metadata=PROSE)
    comply: TimeLimit
    proof: TimeLimit | None = None


@frozen(kw_only=True)
class NoticeClosure(Row):
    """A formal notice is closed."""

    act: ClassVar[str] = "notice closure"

    of: str
    because: str = ""


@frozen(kw_only=True)
class RapporteurAppointment(Row):
    """A rapporteur is named."""

    act: ClassVar[str] = "rapporteur appointment"


@frozen(kw_only=True)
class Charges(Row):
    """Charges: a report, objections; `reply` is what the text says and is held to the rulebook."""

    act: ClassVar[str] = "charges"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    alleges: AllegedBy
    supplements: str = ""
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class Representations(Row):
    """The answer to charges, or to the statement before a liquidation."""

    act: ClassVar[str] = "representations"

    answers: str


@frozen(kw_only=True)
class Hearing(Row):
    """A hearing before the deciding organ."""

    act: ClassVar[str] = "hearing"


ROWS: Final[tuple[type[Row], ...]] = (
    FormalNotice,
    NoticeClosure,
    RapporteurAppointment,
    Charges,
    Representations,
    Hearing,
)
