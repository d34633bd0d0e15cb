"""A fine method as data: dated versions of its tables, and what is common to all of them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from domain.amounts import Rounding
from domain.methods.inputs import AddresseeKind, TurnoverBasis
from domain.methods.tables import (
    AdjustingTurnover,
    Category,
    CategoryOf,
    DailyRate,
    Factor,
    Noted,
    OutsideBand,
    Percentages,
    SeriousnessBand,
    SeverityFactor,
    SizeClass,
    StepHead,
    TurnoverBound,
    TurnoverFactor,
    UnknownTurnover,
)
from domain.rulebook.labels import Sourced
from domain.rulebook.model import MaximumRule, Version

__all__ = [
    "AnyMethod",
    "AnyVersion",
    "CategoryMethod",
    "CategoryVersion",
    "DailyRateMethod",
    "DailyRateVersion",
    "Method",
    "MethodVersion",
    "ShareMethod",
    "ShareVersion",
    "StepKey",
]

StepKey: TypeAlias = Literal[
    "conducts",
    "legal maximum",
    "seriousness",
    "turnover",
    "starting amount",
    "circumstances",
    "band",
    "maximum",
    "joint maximum",
    "effectiveness",
    "hardship",
    "sum",
    "conversion",
]
"""What a step is about, the same for all methods, so that they can be laid side by side."""


@frozen(kw_only=True)
class MethodVersion(Version):
    """One version of a method; its rows inherit its labels where they have none of their own."""

    version: str
    turnovers: tuple[TurnoverBasis, ...]
    unknown_turnover: UnknownTurnover | None = None
    final_step: Literal["both ways", ""] = ""
    rounding: Rounding


@frozen(kw_only=True)
class ShareVersion(MethodVersion):
    """A share of the legal maximum by seriousness, times a factor by turnover."""

    seriousness: tuple[SeriousnessBand, ...]
    turnover_factors: tuple[TurnoverFactor, ...]
    turnover_bound: TurnoverBound
    adjusting: AdjustingTurnover


@frozen(kw_only=True)
class DailyRateVersion(MethodVersion):
    """A daily rate by size class, times a factor by seriousness."""

    size_classes: tuple[SizeClass, ...]
    daily_rate: DailyRate
    severity: tuple[SeverityFactor, ...]


@frozen(kw_only=True)
class CategoryVersion(MethodVersion):
    """A basic fine by the category of the provision, moved within the band of the category."""

    categories: tuple[Category, ...]
    provisions: tuple[CategoryOf, ...]
    outside_band: OutsideBand


@frozen(kw_only=True)
class Method:
    """A method as its file tells it; `maxima` stand there while no rulebook has them."""

    method: str
    format: Literal["1"] = "1"
    title: str
    currency: str
    law: str = ""
    fines_under: tuple[str, ...]
    reads_as: tuple[tuple[str, str], ...] = ()
    only_for: tuple[AddresseeKind, ...] = ()
    instruments: tuple[tuple[str, str], ...]
    maxima: tuple[tuple[str, tuple[MaximumRule, ...]], ...] = ()
    joint_maximum: Sourced | None = None
    steps: tuple[tuple[StepKey, StepHead], ...]
    factors: tuple[Factor, ...]
    once: Noted
    concurrence: Noted
    percentages: Percentages
    hardship: Noted | None = None


@frozen(kw_only=True)
class ShareMethod(Method):
    """A method of the first procedure: the EDPB's and the ICO's."""

    versions: tuple[ShareVersion, ...]


@frozen(kw_only=True)
class DailyRateMethod(Method):
    """A method of the second procedure: that of the German authorities of 2019."""

    versions: tuple[DailyRateVersion, ...]


@frozen(kw_only=True)
class CategoryMethod(Method):
    """A method of the third procedure: the Dutch policy of 2019."""

    versions: tuple[CategoryVersion, ...]


AnyVersion: TypeAlias = ShareVersion | DailyRateVersion | CategoryVersion
AnyMethod: TypeAlias = ShareMethod | DailyRateMethod | CategoryMethod
