"""Rows about money and those who owe it: turnover, payment and what follows, succession."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.money import Money
from scenarios.measures import ONE_OR_MANY
from scenarios.row import Row
from scenarios.sums import Amount, Year
from scenarios.words import Ident

__all__ = [
    "ROWS",
    "Acknowledgment",
    "CollectionRow",
    "Insolvency",
    "Instalments",
    "NotificationCorrection",
    "Payment",
    "Remission",
    "Succession",
    "SumCorrection",
    "Turnover",
    "TurnoverCorrection",
    "WriteOffRow",
]


@frozen(kw_only=True)
class Turnover(Row):
    """The worldwide turnover of a party's undertaking is put on file, by year."""

    act: ClassVar[str] = "turnover"

    of: Ident
    amounts: tuple[tuple[Year, Money], ...]
    base: Literal["worldwide", "national"] = "worldwide"


@frozen(kw_only=True)
class TurnoverCorrection(Row):
    """A turnover on file is corrected, by year."""

    act: ClassVar[str] = "turnover correction"

    of: Ident
    right: tuple[tuple[Year, Money], ...]
    base: Literal["worldwide", "national"] = "worldwide"


@frozen(kw_only=True)
class Payment(Row):
    """A sum is paid, in whole or in part; `for` may be charges that propose one.

    `claims` names the reductions of the rulebook, `waives` what is given up for them.
    """

    act: ClassVar[str] = "payment"

    for_: str = field(metadata={"key": "for"})
    amount: Amount
    claims: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    waives: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Acknowledgment(Row):
    """Responsibility for what charges allege is acknowledged."""

    act: ClassVar[str] = "acknowledgment"

    of: str
    waives: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Instalments(Row):
    """An open sum may be paid in parts, each by its day."""

    act: ClassVar[str] = "instalments"

    of: str
    parts: tuple[tuple[date, Money], ...]


@frozen(kw_only=True)
class CollectionRow(Row):
    """A sum is being collected."""

    act: ClassVar[str] = "collection"

    of: str
    amount: Amount


@frozen(kw_only=True)
class Remission(Row):
    """A part of a sum is remitted."""

    act: ClassVar[str] = "remission"

    of: str
    amount: Amount
    because: str = ""


@frozen(kw_only=True)
class WriteOffRow(Row):
    """A part of a sum is written off as lost."""

    act: ClassVar[str] = "write-off"

    of: str
    amount: Amount
    because: str = ""


@frozen(kw_only=True)
class SumCorrection(Row):
    """A sum that was written wrongly is corrected."""

    act: ClassVar[str] = "sum correction"

    of: str
    right: Money
    because: str = ""


@frozen(kw_only=True)
class NotificationCorrection(Row):
    """The day on which an act was notified is corrected."""

    act: ClassVar[str] = "notification correction"

    of: str
    to: Ident | None = None
    right: date


@frozen(kw_only=True)
class Succession(Row):
    """Another party steps into the place of an addressee."""

    act: ClassVar[str] = "succession"

    from_: Ident = field(metadata={"key": "from"})
    to: Ident


@frozen(kw_only=True)
class Insolvency(Row):
    """A party is insolvent."""

    act: ClassVar[str] = "insolvency"

    of: Ident


ROWS: Final[tuple[type[Row], ...]] = (
    Turnover,
    TurnoverCorrection,
    Payment,
    Acknowledgment,
    Instalments,
    CollectionRow,
    Remission,
    WriteOffRow,
    SumCorrection,
    NotificationCorrection,
    Succession,
    Insolvency,
)
