"""Commands of appeal and judgment, suspension, reconsideration, confirmation, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.confirmation import DecideConfirmation
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.reconsideration import Reconsider, RequestReconsideration
from domain.proceeding.acts.suspension import (
    DecideSuspension,
    RequestSuspension,
    ResumeProceeding,
    StayProceeding,
)
from domain.proceeding.messages import Command
from domain.proceeding.rulings import Ruling
from domain.proceeding.state import named
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.reckoning import Scene
from scenarios.rows import Row
from scenarios.sums import Result

__all__ = ["BUILDERS"]


def _rulings(outcome: tuple[tuple[str, Result], ...]) -> tuple[Ruling, ...]:
    return tuple(Ruling(of=of, result=result.word, amount=result.amount) for of, result in outcome)


def _judgment(row: rows.Judgment, scene: Scene) -> Command:
    return GiveJudgment(
        **common(row, scene),
        on_appeal=row.on_appeal,
        outcome=_rulings(row.outcome),
        remitted_to=row.remitted_to,
        turnover=row.turnover,
    )


def _suspension(row: rows.Suspension, scene: Scene) -> Command:
    request = named(scene.state.suspension_requests, row.answers)
    asked = () if request is None else request.of
    return DecideSuspension(
        **common(row, scene),
        result=row.result,
        of=row.of or asked,
        answers=row.answers,
        until=row.until,
    )


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(
            rows.Appeal,
            lambda r, s: LodgeAppeal(**common(r, s), against=r.against, to=r.to, asked=r.asked),
        ),
        one(rows.Judgment, _judgment),
        one(
            rows.SuspensionRequest,
            lambda r, s: RequestSuspension(**common(r, s), of=r.of, to=r.to),
        ),
        one(rows.Suspension, _suspension),
        one(
            rows.Stay,
            lambda r, s: StayProceeding(**common(r, s), until=r.until, because=r.because),
        ),
        one(rows.Resumption, lambda r, s: ResumeProceeding(**common(r, s), because=r.because)),
        one(
            rows.ReconsiderationRequest,
            lambda r, s: RequestReconsideration(**common(r, s), against=r.against),
        ),
        one(
            rows.Reconsideration,
            lambda r, s: Reconsider(**common(r, s), answers=r.answers, outcome=_rulings(r.outcome)),
        ),
        one(
            rows.Confirmation,
            lambda r, s: DecideConfirmation(**common(r, s), of=r.of, result=r.result),
        ),
    ]
)
