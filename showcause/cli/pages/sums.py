"""Exposure: every state of every euro, and what the figures add up from."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.console import RenderableType

from domain.money import Money, MoneyRange
from scenarios.views import ExposureTold
from showcause.cli.pages.chart import swatch
from showcause.cli.pages.layout import columns
from showcause.cli.words import bare, bare_range, line

__all__ = ["MEANINGS", "exposure", "exposures", "total_of"]

MEANINGS: Final[Mapping[str, str]] = {
    "at_stake": "the most that may still be imposed",
    "fined": "imposed as fines",
    "liquidated": "imposed as periodic penalties, by decision or by law",
    "imposed": "fines, penalties and costs: not due, suspended, due, paid",
    "outstanding": "imposed and not paid",
    "accruing": "run up by the day, owed by nobody yet",
    "not_due": "imposed, not yet payable",
    "suspended": "imposed, not enforceable for now",
    "due": "payable",
    "paid": "settled",
    "refundable": "paid, then annulled or reduced",
    "extinguished": "annulled, reduced, written off or lapsed",
}
"""What each figure is, in a few words."""

ORDER: Final = (
    "fined",
    "liquidated",
    "imposed",
    "not_due",
    "suspended",
    "due",
    "paid",
    "outstanding",
    "accruing",
    "refundable",
    "extinguished",
)
_NOTHING: Final = "Nothing imposed, nothing at stake."
_SIDE_BY_SIDE: Final = 5
_TOTALS: Final = frozenset({"imposed", "outstanding"})


def _name(figure: str) -> str:
    return figure.replace("_", " ")


def exposure(told: ExposureTold, *, full: bool = False, colourful: bool = False) -> RenderableType:
    """One exposure; figures that are zero are left out unless all are asked for."""
    rows: list[list[RenderableType]] = []
    for figure in ORDER:
        sums = told.figure(figure)
        if full or not _nothing(sums):
            mark = swatch(figure, colourful=colourful)
            money = line((bare_range(sums), "sum" if figure in _TOTALS else ""))
            rows.append([mark, _name(figure), money, line((MEANINGS[figure], "quiet"))])
    stake = told.figure("at_stake")
    if full or not _nothing(stake):
        rows.append([swatch("at_stake", colourful=colourful), *_stake(stake)])
    if not rows:
        return columns([[_NOTHING]])
    return columns(rows, right=(2,))


def _nothing(sums: MoneyRange) -> bool:
    return sums.most is not None and sums.most.minor == 0


def _stake(stake: MoneyRange) -> list[RenderableType]:
    """The floor, and in words what lies above it."""
    floor = "" if stake.least is None else bare(stake.least)
    says = MEANINGS["at_stake"]
    if stake.most is None:
        says = f"or more, for the ceiling is open: {says}"
    elif stake.most != stake.least:
        says = f"up to {bare(stake.most)}: {says}"
    return ["at stake", line(floor), line((says, "quiet"))]


def exposures(sides: Sequence[tuple[str, ExposureTold]], *, full: bool = False) -> RenderableType:
    """Several exposures side by side, with a total for each currency; many one below another."""
    currencies = list(dict.fromkeys(told.currency for _, told in sides))
    if len(sides) + len(currencies) > _SIDE_BY_SIDE:
        return _stacked(sides, currencies, full=full)
    heads = [
        line((word, "title"))
        for word in (*(tag for tag, _ in sides), *map("total {}".format, currencies))
    ]
    rows: list[list[RenderableType]] = [["", *heads]]
    for figure in (*ORDER, "at_stake"):
        sums = [told.figure(figure) for _, told in sides]
        if full or not all(map(_nothing, sums)):
            totals = [_cell(total_of(sums, currency), "sum") for currency in currencies]
            rows.append([_name(figure), *map(_cell, sums), *totals])
    if len(rows) == 1:
        return columns([[_NOTHING]])
    return columns(rows, right=range(1, len(rows[0])), last_wraps=False)


def _stacked(
    sides: Sequence[tuple[str, ExposureTold]], currencies: Sequence[str], *, full: bool
) -> RenderableType:
    """Figure by figure who has it and the totals; a column for each would not fit on a page."""
    rows: list[list[RenderableType]] = []
    for figure in (*ORDER, "at_stake"):
        sums = [told.figure(figure) for _, told in sides]
        own = [(tag, one) for (tag, _), one in zip(sides, sums, strict=True) if not _nothing(one)]
        totals = {currency: total_of(sums, currency) for currency in currencies}
        if own or full:
            lines = [[line((tag, "title")), _cell(one), ""] for tag, one in own]
            lines += [["total", _cell(one, "sum"), line((c, "quiet"))] for c, one in totals.items()]
            rows += [[_name(figure) if not place else "", *one] for place, one in enumerate(lines)]
    return columns(rows, right=(2,)) if rows else columns([[_NOTHING]])


def total_of(sums: Sequence[MoneyRange], currency: str) -> MoneyRange:
    """Lowest and highest sum of one currency; open where one of them is."""
    own = [one for one in sums if one.least is not None and one.least.currency == currency]
    zero = Money.zero(currency)
    least = sum((one.least for one in own if one.least is not None), zero)
    most = [one.most for one in own if one.most is not None]
    return MoneyRange(least, sum(most, zero) if len(most) == len(own) else None)


def _cell(sums: MoneyRange, style: str = "") -> RenderableType:
    return line((bare_range(sums), "quiet" if _nothing(sums) else style))
