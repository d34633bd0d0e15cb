"""What charges propose, from the measures that their row holds."""

from __future__ import annotations

from domain.money import Money
from domain.proceeding.entries import Proposed
from domain.proceeding.maxima import fine_maximum
from scenarios.measures import AnyMeasureRow, Costs, Fine
from scenarios.reckoning import Scene, money

__all__ = ["proposed"]


def proposed(measures: tuple[AnyMeasureRow, ...], scene: Scene) -> tuple[Proposed, ...]:
    """Each measure as something that may follow; only fines and costs have a sum."""
    return tuple(_proposed(one, scene) for one in measures)


def _proposed(row: AnyMeasureRow, scene: Scene) -> Proposed:
    if isinstance(row, Costs):
        return Proposed(kind="costs", amount=row.amount, to=row.to)
    if not isinstance(row, Fine):
        return Proposed(kind=row.measure, to=row.to)
    return Proposed(
        kind="fine",
        conduct=row.conducts[0],
        provisions=row.provisions,
        amount=_sum(row, scene),
        to=row.to,
    )


def _sum(row: Fine, scene: Scene) -> Money:
    """A proposed sum in this reading; a part of the maximum needs the provisions to be named."""

    def maximum() -> Money | None:
        to = row.to or scene.state.addressees
        most = fine_maximum(scene.state, scene.law, scene.on, provisions=row.provisions, to=to)
        return None if most is None else most.floor

    return money(row.amount, scene, maximum)
