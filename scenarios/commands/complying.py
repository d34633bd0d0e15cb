"""Commands about compliance, and about days of delay that become a sum, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.amendment import AmendMeasure
from domain.proceeding.acts.closure import CloseOrder
from domain.proceeding.acts.compliance import FindCompliance, NotifyNonCompliance, ShowCompliance
from domain.proceeding.acts.liquidation import Liquidate, ProposeLiquidation
from domain.proceeding.acts.waiver import WaivePenalty
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.reckoning import Scene, taken
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _amendment(row: rows.Amendment, scene: Scene) -> Command:
    """A suspension without a known end has none here either."""
    return AmendMeasure(
        **common(row, scene),
        of=row.of,
        content=row.content,
        comply=row.comply,
        until=row.until,
        condition=row.condition,
        suspended=row.suspended is not None,
        suspended_until=None if row.suspended == "unknown" else row.suspended,
        resumed=row.resumed is not None,
        revoked=row.revoked or "",
    )


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
        one(rows.NonComplianceNotice, lambda r, s: NotifyNonCompliance(**common(r, s), of=r.of)),
        one(
            rows.Waiver,
            lambda r, s: WaivePenalty(**common(r, s), of=r.of, amount=r.amount, because=r.because),
        ),
        one(rows.Amendment, _amendment),
        one(rows.OrderClosure, lambda r, s: CloseOrder(**common(r, s), of=r.of, because=r.because)),
    ]
)
