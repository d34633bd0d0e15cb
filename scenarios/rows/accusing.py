"""Rows before the decision: notice, charges, representations, hearing."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from attrs import field, frozen

from domain.money import Money
from domain.periods import TimeLimit
from scenarios.measures import ONE_OR_MANY, PROSE, AnyMeasureRow
from scenarios.row import AllegedBy, Row
from scenarios.sums import Year
from scenarios.words import Ident

__all__ = [
    "ROWS",
    "Charges",
    "CourtHearing",
    "FormalNotice",
    "Hearing",
    "HearingSummons",
    "NoticeClosure",
    "RapporteurAppointment",
    "Reply",
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
    """Charges: a report, objections; `reply` is what the text says and is held to the rulebook.

    `proposes` holds measures as a decision would, `turnover` what the authority reckons with.
    """

    act: ClassVar[str] = "charges"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    alleges: AllegedBy
    proposes: tuple[AnyMeasureRow, ...] = ()
    turnover: tuple[tuple[Year, Money], ...] = ()
    supplements: str = ""
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class Representations(Row):
    """The answer to charges, or to the statement before a liquidation."""

    act: ClassVar[str] = "representations"

    answers: str


@frozen(kw_only=True)
class Reply(Row):
    """The rapporteur's reply to representations."""

    act: ClassVar[str] = "reply"

    answers: str


@frozen(kw_only=True)
class HearingSummons(Row):
    """The day of the hearing is told; `replaces` is a summons to another day."""

    act: ClassVar[str] = "hearing summons"

    for_: date = field(metadata={"key": "for"})
    replaces: str = ""


@frozen(kw_only=True)
class CourtHearing(Row):
    """A court hears the parties."""

    act: ClassVar[str] = "court hearing"


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
    Reply,
    HearingSummons,
    Hearing,
    CourtHearing,
)
