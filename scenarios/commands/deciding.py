"""Commands of the decision and of how it becomes known, from their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.file import Anonymise, GiveDefaultNotice, OweForLateness, Reopen
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.measures import (
    AnyMeasure,
    Conversion,
    CostsMeasure,
    FineMeasure,
)
from domain.proceeding.measures.joint import SharedMaximum
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one, several
from scenarios.commands.measures import measure_of
from scenarios.measures import AnyMeasureRow, Converted, Costs, Fine
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
        procedure=row.procedure or "",
        carries_out=row.carries_out,
        joint_maxima=tuple(SharedMaximum(of=j.of, amount=j.amount) for j in row.joint_maximum),
    )
    named_measures = zip(row.measures, scene.measures, strict=True)
    measures = tuple(_measure(one, name, bare, scene) for one, name in named_measures)
    return attrs.evolve(bare, measures=measures)


def _measure(row: AnyMeasureRow, name: str, decision: AdoptDecision, scene: Scene) -> AnyMeasure:
    if isinstance(row, Fine):
        return _fine(row, name, decision, scene)
    if isinstance(row, Costs):
        return CostsMeasure(id=name, to=row.to, amount=row.amount, of=row.of)
    return measure_of(row, name)


def _fine(row: Fine, name: str, decision: AdoptDecision, scene: Scene) -> FineMeasure:
    return FineMeasure(
        id=name,
        to=row.to,
        amount=fined(row, decision, scene),
        conduct=row.conducts[0],
        provisions=row.provisions,
        parts=row.parts,
        converted=None if row.converted is None else conversion(row.converted),
        of=row.of,
        liable=row.liable or "",
        pay=row.pay,
        repeat_of=row.repeat_of,
        violations=row.violations,
    )


def conversion(row: Converted) -> Conversion:
    """A conversion as the core has it."""
    return Conversion(from_=row.from_, rate=row.rate, rate_of=row.rate_of)


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
        one(rows.Reopening, lambda r, s: Reopen(**common(r, s), because=r.because)),
        one(rows.Anonymisation, lambda r, s: Anonymise(**common(r, s), of=r.of)),
        one(rows.DefaultNotice, lambda r, s: GiveDefaultNotice(**common(r, s), what=r.what)),
        one(
            rows.LatePaymentOwed,
            lambda r, s: OweForLateness(**common(r, s), of=r.of, amount=r.amount),
        ),
        one(rows.Closure, lambda r, s: CloseProceeding(**common(r, s), because=r.because)),
    ]
)
