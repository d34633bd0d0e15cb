"""Commands about money: turnover and payment, from their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.turnover import CorrectTurnover, EstablishTurnover
from domain.proceeding.messages import Command
from domain.proceeding.standing import outstanding
from scenarios import rows
from scenarios.commands.building import Builder, common, one, several
from scenarios.reckoning import Scene, money
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _payment(row: rows.Payment, scene: Scene) -> Command:
    amount = money(row.amount, scene, lambda: outstanding(scene.state, row.for_))
    return Pay(**common(row, scene), for_=row.for_, amount=amount)


def _turnovers(row: rows.Turnover, scene: Scene) -> Iterator[Command]:
    for place, (year, amount) in enumerate(row.amounts):
        said = common(row, scene)
        said["id"] = scene.name if not place else f"{scene.name}.{year}"
        yield EstablishTurnover(**said, of=row.of, year=year, amount=amount)


def _corrections(row: rows.TurnoverCorrection, scene: Scene) -> Iterator[Command]:
    for place, (year, right) in enumerate(row.right):
        said = common(row, scene)
        said["id"] = scene.name if not place else f"{scene.name}.{year}"
        yield CorrectTurnover(**said, of=row.of, year=year, right=right)


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        several(rows.Turnover, _turnovers),
        several(rows.TurnoverCorrection, _corrections),
        one(rows.Payment, _payment),
    ]
)
