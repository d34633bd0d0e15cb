"""Commands of the decision and of how it becomes known, from their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.measures import (
    AnyMeasure,
    BanMeasure,
    FineMeasure,
    OrderMeasure,
    ReprimandMeasure,
)
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one, several
from scenarios.measures import AnyMeasureRow, Fine, Order, Reprimand
from scenarios.reckoning import Scene, fined
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _decision(row: rows.Decision, scene: Scene) -> Command:
    conducts = tuple(conduct for conduct, _ in row.finds)
    fault: tuple[tuple[str, str], ...] = ()
    if isinstance(row.fault, tuple):
        fault = row.fault
    elif row.fault is not None:
        fault = tuple((conduct, row.fault) for conduct in conducts)
    bare = AdoptDecision(
        **common(row, scene),
        finds=row.finds,
        dismisses=row.dismisses,
        fault=fault,
        turnover=() if row.turnover == "unknown" else row.turnover,
        turnover_untold=row.turnover == "unknown",
        to=row.to,
    )
    named_measures = zip(row.measures, scene.measures, strict=True)
    measures = tuple(_measure(one, name, bare, scene) for one, name in named_measures)
    return attrs.evolve(bare, measures=measures)


def _measure(row: AnyMeasureRow, name: str, decision: AdoptDecision, scene: Scene) -> AnyMeasure:
    if isinstance(row, Fine):
        return _fine(row, name, decision, scene)
    if isinstance(row, Order):
        return _order(row, name)
    if isinstance(row, Reprimand):
        return ReprimandMeasure(id=name, to=row.to, content=row.content)
    return BanMeasure(id=name, to=row.to, content=row.content)


def _order(row: Order, name: str) -> OrderMeasure:
    return OrderMeasure(
        id=name,
        to=row.to,
        content=row.content,
        comply=None if row.comply == "unknown" else row.comply,
        proof=row.proof,
        penalty=None if row.penalty is None else row.penalty.rate,
        at_most=None if row.penalty is None else row.penalty.at_most,
    )


def _fine(row: Fine, name: str, decision: AdoptDecision, scene: Scene) -> FineMeasure:
    return FineMeasure(
        id=name,
        to=row.to,
        amount=fined(row, decision, scene),
        conduct=row.conducts[0],
        provisions=row.provisions,
        parts=row.parts,
    )


def _notifications(row: rows.Notification, scene: Scene) -> Iterator[Command]:
    for place, party in enumerate(row.to or ("",)):
        said = common(row, scene)
        said["id"] = scene.name if not place else f"{scene.name}.{party}"
        yield Notify(**said, of=row.of, to=party)


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(rows.Decision, _decision),
        several(rows.Notification, _notifications),
        one(rows.Publication, lambda r, s: Publish(**common(r, s), of=r.of)),
        one(rows.Closure, lambda r, s: CloseProceeding(**common(r, s), because=r.because)),
    ]
)
