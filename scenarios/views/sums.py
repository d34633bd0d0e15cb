"""The figures in money, over all readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from domain.money import Money, MoneyRange
from projections import FIGURES, Exposure, ExposureLedger
from scenarios.runs import Slice

__all__ = ["ExposureTold", "exposure_told"]


@frozen(kw_only=True)
class ExposureTold:
    """Every figure as a range: one sum where the readings agree; `at_stake` has floor and ceiling.

    `readings` are the ledgers, for whoever wants the lines behind a figure.
    """

    as_of: date
    currency: str
    figures: dict[str, MoneyRange]
    readings: tuple[Exposure, ...]

    def figure(self, figure: str) -> MoneyRange:
        """One figure."""
        return self.figures[figure]


def exposure_told(slices: Sequence[Slice]) -> ExposureTold:
    """The exposure over all readings."""
    ledgers = tuple(ExposureLedger(one.events).at(one.on, one.law) for one in slices)
    return ExposureTold(
        as_of=max(one.on for one in slices),
        currency=ledgers[0].currency,
        figures={figure: _figure(ledgers, figure) for figure in FIGURES},
        readings=ledgers,
    )


def _figure(ledgers: tuple[Exposure, ...], figure: str) -> MoneyRange:
    if figure == "at_stake":
        floors = [ledger.at_stake[0] for ledger in ledgers]
        ceilings = [ledger.at_stake[1] for ledger in ledgers]
        closed = [ceiling for ceiling in ceilings if ceiling is not None]
        return MoneyRange(min(floors), max(closed) if len(closed) == len(ledgers) else None)
    sums: list[Money] = [ledger.figure(figure) for ledger in ledgers]
    return MoneyRange(min(sums), max(sums))
