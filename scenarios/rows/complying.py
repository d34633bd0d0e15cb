"""Rows about compliance, and about days of delay that become a sum."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.days import Span
from domain.periods import TimeLimit
from scenarios.row import Row
from scenarios.sums import Amount

__all__ = ["ROWS", "ComplianceRow", "Finding", "Liquidation", "LiquidationProposal", "OrderClosure"]


@frozen(kw_only=True)
class ComplianceRow(Row):
    """The addressee shows that it complies, in whole or in part."""

    act: ClassVar[str] = "compliance"

    with_: str = field(metadata={"key": "with"})
    share: Literal["whole", "part"] = "whole"


@frozen(kw_only=True)
class Finding(Row):
    """What the authority finds about an order or a notice."""

    act: ClassVar[str] = "finding"

    of: str
    result: Literal["met", "partly met", "not met"]


@frozen(kw_only=True)
class LiquidationProposal(Row):
    """The statement of reasons and amount before a liquidation; `reply` as in charges."""

    act: ClassVar[str] = "liquidation proposal"

    of: str
    covers: Span
    amount: Amount
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class Liquidation(Row):
    """Days of delay become a sum that is owed; `covers` as the text states it."""

    act: ClassVar[str] = "liquidation"

    of: str
    covers: Span
    amount: Amount


@frozen(kw_only=True)
class OrderClosure(Row):
    """An order is closed."""

    act: ClassVar[str] = "order closure"

    of: str
    because: str = ""


ROWS: Final[tuple[type[Row], ...]] = (
    ComplianceRow,
    Finding,
    LiquidationProposal,
    Liquidation,
    OrderClosure,
)
