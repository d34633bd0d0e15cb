"""Commands of appeal and judgment, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.appeal import GiveJudgment, LodgeAppeal, Ruling
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.reckoning import Scene
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _judgment(row: rows.Judgment, scene: Scene) -> Command:
    rulings = tuple(
        Ruling(of=of, result=result.word, amount=result.amount) for of, result in row.outcome
    )
    return GiveJudgment(**common(row, scene), on_appeal=row.on_appeal, outcome=rulings)


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(rows.Appeal, lambda r, s: LodgeAppeal(**common(r, s), against=r.against, to=r.to)),
        one(rows.Judgment, _judgment),
    ]
)
