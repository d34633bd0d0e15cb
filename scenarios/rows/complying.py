"""Rows about compliance, and about days of delay that become a sum."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.days import Span
from domain.money import Money
from domain.periods import TimeLimit
from scenarios.measures import PROSE
from scenarios.row import Row
from scenarios.sums import Amount

__all__ = [
    "ROWS",
    "Amendment",
    "ComplianceRow",
    "Finding",
    "Liquidation",
    "LiquidationProposal",
    "NonComplianceNotice",
    "OrderClosure",
    "Waiver",
]


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
    result: Literal["met", "partly met", "not met", "condition met"]


@frozen(kw_only=True)
class NonComplianceNotice(Row):
    """The addressee is told that it does not comply; a penalty may wait for that."""

    act: ClassVar[str] = "non-compliance notice"

    of: str


@frozen(kw_only=True)
class Waiver(Row):
    """A penalty is given up: a sum of what it ran up, or all of it and what may follow."""

    act: ClassVar[str] = "waiver"

    of: str
    amount: Money | None = None
    because: str = ""


@frozen(kw_only=True)
class Amendment(Row):
    """An order, a ban or a penalty is changed; what is left out stays as it is.

    `suspended` is the last day of a suspension, or `unknown` where no end is told.
    """

    act: ClassVar[str] = "amendment"

    of: str
    content: tuple[str, ...] = field(default=(), metadata=PROSE)
    comply: TimeLimit | None = None
    until: date | None = None
    condition: str = ""
    suspended: date | Literal["unknown"] | None = None
    resumed: Literal["from now on"] | None = None
    revoked: Literal["from now on", "with all effect"] | None = None


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
    NonComplianceNotice,
    LiquidationProposal,
    Liquidation,
    Waiver,
    Amendment,
    OrderClosure,
)
