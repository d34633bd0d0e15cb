"""The rows and parameters of fine methods as data; what a row lacks it takes from its version."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from attrs import field, frozen

from domain.amounts import Rounding, Share
from domain.methods.inputs import Level
from domain.methods.numbers import MultipleRange, ShareRange
from domain.money import Money
from domain.rulebook.labels import Sourced

__all__ = [
    "AdjustingTurnover",
    "Category",
    "CategoryOf",
    "DailyRate",
    "Factor",
    "Noted",
    "OutsideBand",
    "Percentages",
    "SeriousnessBand",
    "SeverityFactor",
    "SizeClass",
    "StepHead",
    "Tier",
    "TurnoverBound",
    "TurnoverFactor",
    "UnknownTurnover",
    "gaps",
]


@frozen(kw_only=True)
class StepHead:
    """How the text numbers and names a step."""

    number: str
    name: str
    cite: str = ""


@frozen(kw_only=True)
class Factor:
    """A factor of GDPR 83(2) and the step in which the method weighs it."""

    factor: str
    what: str
    weighed: Literal["seriousness", "circumstances"]
    repeats: Literal["", "with another circumstance"] = ""


@frozen(kw_only=True)
class Noted(Sourced):
    """A rule of the method that is a sentence, with its source."""

    note: str = field(default="", metadata={"prose": True})


@frozen(kw_only=True)
class Percentages(Noted):
    """What a judged percentage is a percentage of; several are added, never compounded."""

    of: Literal["starting amount"]


@frozen(kw_only=True)
class Tier(Sourced):
    """A row of a table by turnover: above the row before it, up to its own end."""

    above: Money | None = None
    up_to: Money | None = None


@frozen(kw_only=True)
class SeriousnessBand(Sourced):
    """The part of the legal maximum at which an infringement of that seriousness starts."""

    level: Level
    share: ShareRange


@frozen(kw_only=True)
class TurnoverFactor(Tier):
    """What the starting amount may be multiplied by for an undertaking of that size."""

    factor: ShareRange | Literal["none"]


@frozen(kw_only=True)
class TurnoverBound(Sourced):
    """To which row a turnover belongs that is exactly at a bound; `read_for` names those read."""

    bound: Literal["included below", "included above"]
    read_for: tuple[Money, ...] = ()


@frozen(kw_only=True)
class AdjustingTurnover(Sourced):
    """Whether the authority may leave the turnover aside, for a reason."""

    is_: Literal["optional", "expected"] = field(metadata={"key": "is"})


@frozen(kw_only=True)
class UnknownTurnover(Sourced):
    """What authorities have done where an addressee hides its turnover."""

    start_from: Literal["static maximum"]


@frozen(kw_only=True)
class SizeClass(Tier):
    """A class of undertakings and the mean turnover that stands for each of them."""

    name: str
    mean: Money | Literal["actual turnover"]


@frozen(kw_only=True)
class DailyRate(Sourced):
    """The mean turnover divided by days, rounded to a whole sum."""

    days: int
    rounding: Rounding
    to: Money


@frozen(kw_only=True)
class SeverityFactor(Sourced):
    """By how many daily rates an infringement of that seriousness is fined; `for` is its tier."""

    for_: Share = field(metadata={"key": "for"})
    level: Level
    local: str
    factor: MultipleRange


@frozen(kw_only=True)
class Category(Sourced):
    """A category with its band and the basic fine in it."""

    name: str
    from_: Money = field(metadata={"key": "from"})
    up_to: Money
    basic: Money


@frozen(kw_only=True)
class CategoryOf(Sourced):
    """The category that the annex gives to a provision."""

    provision: str
    category: str


@frozen(kw_only=True)
class OutsideBand(Sourced):
    """Whether the sum may leave the band."""

    allowed: Literal["with a reason"]


def gaps(tiers: tuple[Tier, ...]) -> tuple[int, ...]:
    """The rows of a table by turnover that leave a gap, overlap, or do not reach to infinity."""
    wrong = [
        number
        for number, (before, row) in enumerate(pairwise(tiers), 1)
        if before.up_to is None
        or (row.above is not None and row.above != before.up_to)
        or (row.up_to is not None and row.up_to <= before.up_to)
    ]
    return (*wrong, *((len(tiers) - 1,) if tiers and tiers[-1].up_to is not None else ()))
