"""Commands about compliance, and about days of delay that become a sum, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.closure import CloseOrder
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.liquidation import Liquidate, ProposeLiquidation
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.reckoning import taken
from scenarios.rows import Row

__all__ = ["BUILDERS"]


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(
            rows.ComplianceRow,
            lambda r, s: ShowCompliance(**common(r, s), with_=r.with_, share=r.share),
        ),
        one(rows.Finding, lambda r, s: FindCompliance(**common(r, s), of=r.of, result=r.result)),
        one(
            rows.LiquidationProposal,
            lambda r, s: ProposeLiquidation(
                **common(r, s), of=r.of, covers=r.covers, amount=taken(r, s)
            ),
        ),
        one(
            rows.Liquidation,
            lambda r, s: Liquidate(**common(r, s), of=r.of, covers=r.covers, amount=taken(r, s)),
        ),
        one(rows.OrderClosure, lambda r, s: CloseOrder(**common(r, s), of=r.of, because=r.because)),
    ]
)
