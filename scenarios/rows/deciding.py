"""Rows of the decision and of how it becomes known."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.money import Money
from scenarios.measures import ONE_OR_MANY, AnyMeasureRow
from scenarios.row import AllegedBy, Row
from scenarios.sums import Year
from scenarios.words import Fault, Ident

__all__ = [
    "ROWS",
    "Anonymisation",
    "Closure",
    "Decision",
    "DefaultNotice",
    "LatePaymentOwed",
    "Notification",
    "Publication",
    "Reopening",
]


@frozen(kw_only=True)
class JointMaximum:
    """The most that several orders of the decision may run up together."""

    of: tuple[Ident, ...]
    amount: Money


@frozen(kw_only=True)
class Decision(Row):
    """One document with what it finds and its measures.

    `turnover` is by year, worldwide, of the undertaking; `unknown` says that the decision relied
    on one that the texts do not tell.
    """

    act: ClassVar[str] = "decision"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    finds: AllegedBy = ()
    dismisses: AllegedBy = ()
    fault: Fault | tuple[tuple[Ident, Fault], ...] | None = None
    turnover: Literal["unknown"] | tuple[tuple[Year, Money], ...] = ()
    measures: tuple[AnyMeasureRow, ...] = ()
    joint_maximum: tuple[JointMaximum, ...] = field(default=(), metadata=ONE_OR_MANY)
    procedure: Literal["ordinary", "simplified", "urgent", "provisional"] | None = None
    carries_out: str = ""


@frozen(kw_only=True)
class Notification(Row):
    """An act reaches somebody, where that has a source of its own."""

    act: ClassVar[str] = "notification"

    of: str
    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Publication(Row):
    """An act becomes public, where that has a source of its own."""

    act: ClassVar[str] = "publication"

    of: str


@frozen(kw_only=True)
class Closure(Row):
    """The file is closed."""

    act: ClassVar[str] = "closure"

    because: str = ""


@frozen(kw_only=True)
class Reopening(Row):
    """A closed file is taken up again."""

    act: ClassVar[str] = "reopening"

    because: str = ""


@frozen(kw_only=True)
class Anonymisation(Row):
    """The names are taken out of a publication."""

    act: ClassVar[str] = "anonymisation"

    of: str


@frozen(kw_only=True)
class DefaultNotice(Row):
    """The authority is told that it is late; `what` says with what."""

    act: ClassVar[str] = "default notice"


@frozen(kw_only=True)
class LatePaymentOwed(Row):
    """What the authority owes for being late, after a default notice."""

    act: ClassVar[str] = "late payment owed"

    of: str
    amount: Money


ROWS: Final[tuple[type[Row], ...]] = (
    Decision,
    Notification,
    Publication,
    Closure,
    Reopening,
    Anonymisation,
    DefaultNotice,
    LatePaymentOwed,
)
