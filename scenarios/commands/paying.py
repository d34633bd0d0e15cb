"""Commands about money: turnover and payment, from their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.money import Money
from domain.proceeding.acts.collection import CollectSum, GrantInstalments
from domain.proceeding.acts.corrections import CorrectSum
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.reductions import AcknowledgeResponsibility
from domain.proceeding.acts.remission import Remit, WriteOff
from domain.proceeding.acts.service import CorrectNotification
from domain.proceeding.acts.succession import DeclareInsolvency, Succeed
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
    said = common(row, scene)
    return Pay(**said, for_=row.for_, amount=amount, claims=row.claims, waives=row.waives)


def _open(row: rows.CollectionRow | rows.Remission | rows.WriteOffRow, scene: Scene) -> Money:
    """The sum that a row names; its maximum is what is open."""
    return money(row.amount, scene, lambda: outstanding(scene.state, row.of))


def _remission(row: rows.Remission, scene: Scene) -> Command:
    said = common(row, scene)
    return Remit(**said, of=row.of, amount=_open(row, scene), because=row.because)


def _write_off(row: rows.WriteOffRow, scene: Scene) -> Command:
    said = common(row, scene)
    return WriteOff(**said, of=row.of, amount=_open(row, scene), because=row.because)


def _correction(row: rows.SumCorrection, scene: Scene) -> Command:
    return CorrectSum(**common(row, scene), of=row.of, right=row.right, because=row.because)


def _turnovers(row: rows.Turnover, scene: Scene) -> Iterator[Command]:
    for place, (year, amount) in enumerate(row.amounts):
        said = common(row, scene)
        said["id"] = scene.name if not place else f"{scene.name}.{year}"
        yield EstablishTurnover(**said, of=row.of, year=year, amount=amount, base=row.base)


def _corrections(row: rows.TurnoverCorrection, scene: Scene) -> Iterator[Command]:
    for place, (year, right) in enumerate(row.right):
        said = common(row, scene)
        said["id"] = scene.name if not place else f"{scene.name}.{year}"
        yield CorrectTurnover(**said, of=row.of, year=year, right=right, base=row.base)


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        several(rows.Turnover, _turnovers),
        several(rows.TurnoverCorrection, _corrections),
        one(rows.Payment, _payment),
        one(
            rows.Acknowledgment,
            lambda r, s: AcknowledgeResponsibility(**common(r, s), of=r.of, waives=r.waives),
        ),
        one(
            rows.Instalments,
            lambda r, s: GrantInstalments(**common(r, s), of=r.of, parts=r.parts),
        ),
        one(
            rows.CollectionRow,
            lambda r, s: CollectSum(**common(r, s), of=r.of, amount=_open(r, s)),
        ),
        one(rows.Remission, _remission),
        one(rows.WriteOffRow, _write_off),
        one(rows.SumCorrection, _correction),
        one(
            rows.NotificationCorrection,
            lambda r, s: CorrectNotification(**common(r, s), of=r.of, right=r.right, to=r.to or ""),
        ),
        one(rows.Succession, lambda r, s: Succeed(**common(r, s), from_=r.from_, to=r.to)),
        one(rows.Insolvency, lambda r, s: DeclareInsolvency(**common(r, s), of=r.of)),
    ]
)
