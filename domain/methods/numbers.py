"""Exact numbers of the methods: multiples, ranges of shares and multiples, rates of exchange."""

from __future__ import annotations

import re
from datetime import date
from math import gcd
from typing import Final, Generic, TypeVar

from attrs import field, frozen

from domain.amounts import MOST_DIGITS, Rounding, Share, divide
from domain.errors import NotationError, shown
from domain.money import DECIMALS, Money

__all__ = ["ExchangeRate", "Multiple", "MultipleRange", "ShareRange", "product"]

_NUMBER: Final = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,12}))?")
_PERCENT: Final = " %"


@frozen
class Multiple:
    """An exact decimal number such as 14.4 times, or 4.2794 for one euro."""

    numerator: int
    denominator: int = 1

    def __attrs_post_init__(self) -> None:
        """Reduce to lowest terms, so that equal numbers are equal values."""
        if self.numerator < 0 or self.denominator < 1:
            raise ValueError(f"{self.numerator}/{self.denominator} multiplies nothing")
        common = gcd(self.numerator, self.denominator)
        if common > 1:
            object.__setattr__(self, "numerator", self.numerator // common)
            object.__setattr__(self, "denominator", self.denominator // common)

    def __le__(self, other: Multiple) -> bool:
        return self.numerator * other.denominator <= other.numerator * self.denominator

    @property
    def share(self) -> Share:
        """The same as a share, which is what sums are multiplied by."""
        return Share(self.numerator, self.denominator)

    @staticmethod
    def parse(text: str) -> Multiple:
        """Read a number with exact decimals."""
        found = _NUMBER.fullmatch(text)
        if found is None:
            message = f"{shown(text)} is no number as it is written here"
            raise NotationError(text, message, "write it like 14.4")
        decimals = found[2] or ""
        number = Multiple(int(found[1] + decimals), 10 ** len(decimals))
        if str(number) != text:
            raise NotationError(text, f"{shown(text)} is spelled otherwise here", f"write {number}")
        return number

    def __str__(self) -> str:
        """Write all decimals; every such number was read, so that they end."""
        parts, places = self.numerator, 0
        while parts % self.denominator and places < MOST_DIGITS:
            parts, places = parts * 10, places + 1
        digits = str(parts // self.denominator).rjust(places + 1, "0")
        return f"{digits[:-places]}.{digits[-places:]}" if places else digits


_NumberT = TypeVar("_NumberT", Share, Multiple)


def _at_most(one: Share | Multiple, other: Share | Multiple) -> bool:
    return one.numerator * other.denominator <= other.numerator * one.denominator


@frozen
class _Between(Generic[_NumberT]):
    """A range with both ends in it; one value alone is a range without width."""

    low: _NumberT
    high: _NumberT = field()

    @high.validator
    def _ends_above_its_beginning(self, _attribute: object, high: _NumberT) -> None:
        if not _at_most(self.low, high):
            raise ValueError(f"{self.low}..{high} ends below its beginning")

    def contains(self, one: _NumberT) -> bool:
        """Whether it lies within, both ends included."""
        return _at_most(self.low, one) and _at_most(one, self.high)


@frozen
class ShareRange(_Between[Share]):
    """From one share to another: 0.2..0.4 %."""

    @staticmethod
    def parse(text: str) -> ShareRange:
        """Read two percentages with one sign behind them, or a single one."""
        begin, dots, end = text.partition("..")
        high = Share.parse(end if dots else begin)
        return ShareRange(Share.parse(f"{begin}{_PERCENT}") if dots else high, high)

    def __str__(self) -> str:
        if self.low == self.high:
            return str(self.low)
        return f"{str(self.low).removesuffix(_PERCENT)}..{self.high}"


@frozen
class MultipleRange(_Between[Multiple]):
    """From one number to another: 12..14.4."""

    @staticmethod
    def parse(text: str) -> MultipleRange:
        """Read two numbers with two dots between, or a single one."""
        begin, dots, end = text.partition("..")
        low = Multiple.parse(begin)
        return MultipleRange(low, Multiple.parse(end) if dots else low)

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}..{self.high}"


def product(one: Share, other: Share) -> Share:
    """A share of a share, exact: 17 % of 0.8 %."""
    return Share(one.numerator * other.numerator, one.denominator * other.denominator)


@frozen(kw_only=True)
class ExchangeRate:
    """What one unit of a currency was worth in another on a day, as somebody published it."""

    from_: str = field(metadata={"key": "from"})
    to: str
    rate: Multiple
    day: date
    cite: str = ""
    rounding: Rounding = Rounding.HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot convert: an unknown currency, the same one twice, a rate of zero."""
        for code in (self.from_, self.to):
            if code not in DECIMALS:
                raise ValueError(f"{shown(code)} is no currency known here")
        if self.from_ == self.to:
            raise ValueError(f"a rate from {self.from_} to itself converts nothing")
        if not self.rate.numerator:
            raise ValueError("a rate of zero converts nothing")

    def converts(self, one: str, other: str) -> bool:
        """Whether it leads from one currency to the other, in either direction."""
        return {one, other} == {self.from_, self.to}

    def convert(self, money: Money) -> Money:
        """The sum in the other currency, rounded to its minor unit by the rounding it names."""
        there = money.currency == self.from_
        up, down = self.rate.numerator, self.rate.denominator
        code = self.to if there else self.from_
        top, bottom = (up, down) if there else (down, up)
        top *= 10 ** DECIMALS[code]
        bottom *= 10 ** DECIMALS[money.currency]
        return Money(divide(money.minor * top, bottom, self.rounding), code)

    def __str__(self) -> str:
        """Tell the rate with its day and source."""
        source = f", {self.cite}" if self.cite else ""
        return f"{self.from_} 1 = {self.to} {self.rate} on {self.day}{source}"
