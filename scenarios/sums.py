"""Sums and results as a scenario tells them: known, within bounds, or in words of the law."""

from __future__ import annotations

from typing import Final, NewType, TypeAlias

from attrs import frozen

from domain.amounts import Share
from domain.errors import NotationError, shown
from domain.money import Money, MoneyRange

__all__ = ["Amount", "PartOfMaximum", "Result", "Year", "parse_amount", "parse_year"]

_MAXIMUM: Final = "maximum"
_OF_MAXIMUM: Final = " of maximum"
_SET_TO: Final = "set to "
_IN_PART: Final = "annulled in part to "
_RESULTS: Final = (
    "upheld",
    "annulled",
    "annulled in part",
    "set aside",
    "revoked",
    "inadmissible",
    "must act",
)
_WHOLE: Final = Share(1, 1)

Year = NewType("Year", str)
"""A financial year, as four digits."""


@frozen
class PartOfMaximum:
    """A share of what the law allows at most on the day of the act, rounded down."""

    share: Share

    def __str__(self) -> str:
        return _MAXIMUM if self.share == _WHOLE else f"{self.share}{_OF_MAXIMUM}"


Amount: TypeAlias = MoneyRange | PartOfMaximum
"""A sum of a row; between bounds it is the lower in the earliest reading, else the higher."""


def parse_amount(text: str) -> Amount:
    """Read a sum, a range with two ends, `maximum` or `80 % of maximum`."""
    if text == _MAXIMUM:
        return PartOfMaximum(_WHOLE)
    if text.endswith(_OF_MAXIMUM):
        return PartOfMaximum(Share.parse(text.removesuffix(_OF_MAXIMUM)))
    if text.startswith("$"):
        raise NotationError(
            text, f"{shown(text)}: variables are not supported yet", "write the sum"
        )
    told = MoneyRange.parse(text)
    if told.least is None or told.most is None:
        message = f"{shown(text)}: a sum that is to be played needs both ends"
        raise NotationError(text, message, "write it like EUR 30 000 000..50 000 000")
    return told


def parse_year(text: str) -> Year:
    """Read four digits."""
    if len(text) == 4 and text.isascii() and text.isdigit() and text > "0999":  # noqa: PLR2004 - digits of a year
        return Year(text)
    raise NotationError(text, f"{shown(text)} is no year", "write it like 2021")


@frozen
class Result:
    """What a judgment makes of a thing; `amount` is the sum that it sets, or leaves."""

    word: str
    amount: Money | None = None

    @staticmethod
    def parse(text: str) -> Result:
        """Read a word such as `upheld`, or one with a sum such as `set to EUR 900 000`."""
        if text in _RESULTS:
            return Result(text)
        if text.startswith(_IN_PART):
            return Result("annulled in part", Money.parse(text.removeprefix(_IN_PART)))
        if text.startswith(_SET_TO):
            return Result("varied", Money.parse(text.removeprefix(_SET_TO)))
        message = f"{shown(text)} is no outcome that can be played"
        known = ", ".join((*_RESULTS, "annulled in part to EUR 5 000", "set to EUR 900 000"))
        raise NotationError(text, message, f"known: {known}")

    def __str__(self) -> str:
        if self.amount is None:
            return self.word
        return f"{_SET_TO if self.word == 'varied' else _IN_PART}{self.amount}"
