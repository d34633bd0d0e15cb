"""What a file expects of a play, as of the end of a day or after a row."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from domain.days import Day
from domain.money import Money, MoneyRange
from scenarios.measures import ONE_OR_MANY
from scenarios.words import Count, Figure, Stage, StatusWord

__all__ = ["Expectation", "MatterExpectation"]


@frozen(kw_only=True)
class Expectation:
    """As of a day, or after a row; keys are names of rows and measures, ranges are both readings.

    `offers` maps a sum to what is left to pay of it with each reduction on offer, alone or with
    others (`acknowledgment and voluntary payment`). `may_not` maps an act to words of its refusal;
    `refused` does so for rows, in branches only.
    """

    as_of: date | None = None
    at: str = ""
    stage: Stage | None = None
    status: tuple[tuple[str, StatusWord], ...] = ()
    exposure: tuple[tuple[Figure, MoneyRange], ...] = ()
    deadlines: tuple[tuple[str, Day], ...] = ()
    days_of_delay: tuple[tuple[str, Count], ...] = ()
    maxima: tuple[tuple[str, MoneyRange], ...] = ()
    offers: tuple[tuple[str, tuple[tuple[str, Money], ...]], ...] = ()
    may: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    may_not: tuple[tuple[str, str], ...] = ()
    warns: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    refused: tuple[tuple[str, str], ...] = ()
    because: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is anything that a play could get wrong."""
        parts = (
            self.status,
            self.exposure,
            self.deadlines,
            self.days_of_delay,
            self.maxima,
            self.offers,
        )
        return bool(
            self.stage or any(parts) or self.may or self.may_not or self.warns or self.refused
        )


@frozen(kw_only=True)
class MatterExpectation:
    """As of a day, sums over all proceedings of a matter, one for each currency."""

    as_of: date
    exposure: tuple[tuple[Figure, MoneyRange | tuple[MoneyRange, ...]], ...] = ()
    because: str = ""
