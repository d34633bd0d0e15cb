"""Turnover: whether it is one that the method may use, and the row of a table it belongs to."""

from __future__ import annotations

from typing import Final, TypeVar

from domain.methods.tables import Tier, TurnoverBound
from domain.methods.worksheet import Worksheet
from domain.money import Money

__all__ = ["check_turnover", "row_of"]

T = TypeVar("T", bound=Tier)

_DIGITS_OF_A_YEAR: Final = 4


def row_of(
    turnover: Money, tiers: tuple[T, ...], bound: TurnoverBound | None
) -> tuple[T, str | None]:
    """The row for a turnover; and how a turnover at a bound was placed, if no text says it."""
    below = bound is None or bound.bound == "included below"
    found = next(row for row in tiers if _reaches(row, turnover, below=below))
    return found, _placed(turnover, found, tiers, bound)


def _reaches(row: Tier, turnover: Money, *, below: bool) -> bool:
    """Whether a row goes up to a turnover; the last of a table has no end."""
    return row.up_to is None or turnover < row.up_to or (below and turnover == row.up_to)


def _placed(
    turnover: Money, row: Tier, tiers: tuple[Tier, ...], bound: TurnoverBound | None
) -> str | None:
    at_a_bound = any(turnover == one.up_to for one in tiers)
    if not at_a_bound or (bound is not None and turnover in bound.read_for):
        return None
    where = "below" if turnover == row.up_to else "above"
    return f"was placed in the row {where} it (model)"


def check_turnover(sheet: Worksheet) -> None:
    """The turnover is of a kind and of a year that the method may rest on."""
    told = sheet.given.turnover
    if told is None:
        return
    match told.amount:
        case Money() as amount if amount.minor < 0:
            sheet.refuse("", "turnover", "a turnover is not below zero", asked=amount, limit=0)
    if told.basis not in sheet.version.turnovers:
        text = f"the method does not use a turnover that is {told.basis}"
        allowed = ", ".join(sheet.version.turnovers)
        sheet.refuse("", "turnover", text, asked=told.basis, limit=allowed)
    if len(told.year) == _DIGITS_OF_A_YEAR and told.year.isascii() and told.year.isdigit():
        _check_year(sheet, int(told.year), told.basis)


def _check_year(sheet: Worksheet, year: int, basis: str) -> None:
    """The preceding year is the last one before the decision, not before a later judgment."""
    last = sheet.given.day.year - 1
    if basis != "preceding year":
        return
    if year > last:
        text = f"{year} is not before the decision of {sheet.given.day}"
        sheet.refuse("", "turnover", text, asked=year, limit=last)
    elif year < last:
        sheet.warn(f"the turnover is of {year}, not of the last year before the decision, {last}")
