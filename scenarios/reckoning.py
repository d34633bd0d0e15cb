"""The sums of a row in one reading, and parts of what the law allows at most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import frozen

from domain.amounts import lower
from domain.errors import ShowcauseError
from domain.money import Money, Rounding
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.penalties import accruing, open_days, penalised_of, run_up_within
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from scenarios import rows
from scenarios.measures import Fine
from scenarios.planning import EARLIEST, ReadingName
from scenarios.sums import Amount, PartOfMaximum

__all__ = ["NoMaximumError", "Scene", "fined", "money", "taken"]


class NoMaximumError(ShowcauseError):
    """A row asks for a part of a maximum that does not exist there."""


@frozen(kw_only=True)
class Scene:
    """What a row is played in: the state so far, the law, the day, the names, the reading.

    `parties` and `conducts` are all that the file tells, those that come in only later included.
    """

    state: ProceedingState
    law: Rulebook
    on: date
    name: str
    measures: tuple[str, ...]
    reading: ReadingName
    parties: tuple[Party, ...] = ()
    conducts: tuple[Conduct, ...] = ()


def money(amount: Amount, scene: Scene, maximum: Callable[[], Money | None]) -> Money:
    """The sum in this reading; a part of a maximum is worked out on the day of the act."""
    if isinstance(amount, PartOfMaximum):
        most = maximum()
        if most is None:
            raise NoMaximumError(f"there is no maximum of which {amount} could be taken")
        return most.share(amount.share, Rounding.DOWN)
    chosen = amount.least if scene.reading == EARLIEST else amount.most
    if chosen is None:
        raise NoMaximumError(f"the sum {amount} has an open end")
    return chosen


def taken(row: rows.LiquidationProposal | rows.Liquidation, scene: Scene) -> Money:
    """What a liquidation takes; its maximum is rate times days, within what has run up."""

    def maximum() -> Money | None:
        order = penalised_of(scene.state, row.of)
        days = None if order is None else open_days(scene.state, order, row.covers, scene.on)
        if order is None or order.penalty is None or days is None:
            return None
        left = accruing(scene.state, order, scene.on)
        return lower(run_up_within(scene.state, order, days, scene.on), left)

    return money(row.amount, scene, maximum)


def fined(row: Fine, decision: AdoptDecision, scene: Scene) -> Money:
    """What a fine is; its maximum is that of the infringements it is for, whatever is unknown."""

    def maximum() -> Money | None:
        draft = decision.draft()
        most = fine_maximum(
            scene.state,
            scene.law,
            scene.on,
            provisions=row.provisions or draft.provisions(row.conducts[0]),
            to=row.to or decision.to or scene.state.addressees,
            turnover=draft.established(scene.on),
            repeat_of=row.repeat_of,
            violations=row.violations,
            rate=None if row.converted is None else row.converted.rate,
        )
        return None if most is None else most.floor

    return money(row.amount, scene, maximum)
