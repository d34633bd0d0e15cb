"""Rows about money: turnover and payment."""

from __future__ import annotations

from typing import ClassVar, Final

from attrs import field, frozen

from domain.money import Money
from scenarios.row import Row
from scenarios.sums import Amount, Year
from scenarios.words import Ident

__all__ = ["ROWS", "Payment", "Turnover", "TurnoverCorrection"]


@frozen(kw_only=True)
class Turnover(Row):
    """The worldwide turnover of a party's undertaking is put on file, by year."""

    act: ClassVar[str] = "turnover"

    of: Ident
    amounts: tuple[tuple[Year, Money], ...]


@frozen(kw_only=True)
class TurnoverCorrection(Row):
    """A turnover on file is corrected, by year."""

    act: ClassVar[str] = "turnover correction"

    of: Ident
    right: tuple[tuple[Year, Money], ...]


@frozen(kw_only=True)
class Payment(Row):
    """A fine or a liquidated sum is paid, in whole or in part."""

    act: ClassVar[str] = "payment"

    for_: str = field(metadata={"key": "for"})
    amount: Amount


ROWS: Final[tuple[type[Row], ...]] = (Turnover, TurnoverCorrection, Payment)
