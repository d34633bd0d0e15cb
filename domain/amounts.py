"""The law's words for choosing and sharing amounts, which both engines read.

An operand may be a symbol that stands for many variants at once; it then brings its own
`higher`, `lower` or `pick`, and the choice becomes part of a formula instead of an `if`.
"""

from __future__ import annotations

import re
from enum import Enum
from math import gcd
from typing import Final, Protocol, Self, TypeVar

from attrs import frozen

from domain.errors import NotationError, shown

MOST_DIGITS: Final = 18
"""The most digits of a number that is read: one less than a signed 64-bit column holds."""

_PERCENT: Final = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,18}))? %")
_LOOSE_PERCENT: Final = re.compile(r"([0-9]{1,18})(?:[.,]([0-9]{1,18}))? ?(?:%|per ?cent)")
_RATIO: Final = re.compile(r"([0-9]{1,18})/([0-9]{1,18})")


class Ordered(Protocol):
    """What can be higher or lower than another of its kind: an amount, a number, a day."""

    def __lt__(self, other: Self, /) -> bool:
        """Tell whether this one is the lower."""


OrderedT = TypeVar("OrderedT", bound=Ordered)
ChosenT = TypeVar("ChosenT")


def higher(one: OrderedT, other: OrderedT) -> OrderedT:
    """Take the higher of two, as in GDPR 83(4)-(5) "whichever is higher"."""
    chosen: OrderedT
    if hasattr(one, "higher"):
        chosen = one.higher(other)
    elif hasattr(other, "higher"):
        chosen = other.higher(one)
    else:
        chosen = max(one, other)
    return chosen


def lower(one: OrderedT, other: OrderedT) -> OrderedT:
    """Take the lower of two, as in AI Act 99(6) for small undertakings."""
    chosen: OrderedT
    if hasattr(one, "lower"):
        chosen = one.lower(other)
    elif hasattr(other, "lower"):
        chosen = other.lower(one)
    else:
        chosen = min(one, other)
    return chosen


def pick(when: bool, then: ChosenT, otherwise: ChosenT) -> ChosenT:  # noqa: FBT001 - the word reads as an if
    """Choose an amount or a day by a condition; a refusal or a step is chosen by `if`."""
    # A symbol is no bool: comparing by identity keeps it from being asked for its truth here.
    if when is True:
        return then
    if when is False:
        return otherwise
    chosen: ChosenT = when.pick(then, otherwise)
    return chosen


class Rounding(Enum):
    """What becomes of a fraction of a minor unit, as seen on the number line."""

    DOWN = "down"
    UP = "up"
    HALF_UP = "half up"
    HALF_EVEN = "half even"


def divide(parts: int, by: int, rounding: Rounding) -> int:
    """Divide whole numbers with a named rounding, by operations that a symbol has too."""
    if rounding is Rounding.DOWN:
        return parts // by
    if rounding is Rounding.UP:
        return -(-parts // by)
    half_up = (2 * parts + by) // (2 * by)
    if rounding is Rounding.HALF_UP:
        return half_up
    odd = half_up - half_up // 2 * 2
    return half_up - pick(half_up * 2 * by == 2 * parts + by, odd, 0)


@frozen
class Share:
    """A part of a sum as a ratio of whole numbers, so that 1.4 % stays exact."""

    numerator: int
    denominator: int

    def __attrs_post_init__(self) -> None:
        """Reduce to lowest terms, so that equal shares are equal values."""
        if self.numerator < 0 or self.denominator < 1:
            raise ValueError(f"{self.numerator}/{self.denominator} is no share of anything")
        common = gcd(self.numerator, self.denominator)
        if common > 1:
            object.__setattr__(self, "numerator", self.numerator // common)
            object.__setattr__(self, "denominator", self.denominator // common)

    @staticmethod
    def parse(text: str) -> Share:
        """Read a percentage with exact decimals, or a ratio that no percentage can say."""
        if (ratio := _RATIO.fullmatch(text)) and int(ratio[2]):
            share = Share(int(ratio[1]), int(ratio[2]))
        elif percent := _PERCENT.fullmatch(text):
            share = _percent(percent[1], percent[2] or "")
        else:
            near = _LOOSE_PERCENT.fullmatch(text)
            hint = f"write {_percent(near[1], near[2] or '')}" if near else "write it like 0.2 %"
            raise NotationError(text, f"{shown(text)} is no share as it is written here", hint)
        if str(share) != text:
            raise NotationError(text, f"{shown(text)} is spelled otherwise here", f"write {share}")
        return share

    def __str__(self) -> str:
        """Write the exact percentage, or the ratio where the percentage would not end."""
        parts, places = self.numerator * 100, 0
        while parts % self.denominator and places < MOST_DIGITS:
            parts, places = parts * 10, places + 1
        if parts % self.denominator:
            return f"{self.numerator}/{self.denominator}"
        digits = str(parts // self.denominator).rjust(places + 1, "0")
        return f"{digits[:-places]}.{digits[-places:]} %" if places else f"{digits} %"


def _percent(whole: str, decimals: str) -> Share:
    return Share(int(whole + decimals), 100 * 10 ** len(decimals))
