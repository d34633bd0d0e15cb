"""Sums and rates: integer minor units of one currency, in the one spelling of the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import field, frozen
from attrs.validators import instance_of

from domain.amounts import MOST_DIGITS, Rounding, Share, divide, higher, lower
from domain.errors import CurrencyMismatchError, NotationError, shown

__all__ = [
    "DECIMALS",
    "Money",
    "MoneyRange",
    "Part",
    "Per",
    "Price",
    "Rate",
    "Rounding",
    "Share",
]

_NO_CENTS: Final = "CLP ISK JPY KRW VND XAF XOF"
_CENTS: Final = (
    "AED ALL AMD ARS AUD AZN BAM BGN BRL CAD CHF CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS "
    "INR KES MAD MDL MKD MXN MYR NGN NOK NZD PEN PHP PLN RON RSD SAR SEK SGD THB TRY UAH USD ZAR"
)
_THOUSANDTHS: Final = "BHD JOD KWD OMR TND"
DECIMALS: Final[Mapping[str, int]] = MappingProxyType(
    dict.fromkeys(_NO_CENTS.split(), 0)
    | dict.fromkeys(_CENTS.split(), 2)
    | dict.fromkeys(_THOUSANDTHS.split(), 3)
)
"""The decimals of each currency that can be written, as ISO 4217 has them."""

_CODE_LENGTH: Final = 3
_GROUP: Final = 3
_NUMBER: Final = r"[0-9][0-9 .,'_\u00a0\u202f\u2009]*"
_CURRENCY: Final = r"[€£$]|[A-Za-z]{3}"
_SUM: Final = re.compile(r"([A-Z]{3}) (-?)([0-9]{1,3}(?: [0-9]{3})*|[0-9]+)(?:\.([0-9]+))?")
_NEAR_SUM: Final = re.compile(rf"({_CURRENCY})? ?([-\u2212]?)({_NUMBER})({_CURRENCY})?")
_PRICE: Final = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,9}))?")
_SIGNS: Final = {"€": "EUR", "£": "GBP", "$": "USD"}
_LIKE_THIS: Final = "write it like EUR 20 000 000"


def _is_code(_instance: object, _attribute: object, currency: str) -> None:
    # Light on purpose: it runs for each sum of each stored event that is read back.
    if len(currency) != _CODE_LENGTH or not (
        currency.isascii() and currency.isalpha() and currency.isupper()
    ):
        raise ValueError(f"a currency is three capital letters, not {shown(currency)}")


@frozen
class Money:
    """A sum in minor units (cents) of one currency; another currency is refused, not converted."""

    minor: int = field(validator=instance_of(int))
    currency: str = field(validator=_is_code)

    @staticmethod
    def zero(currency: str) -> Money:
        """Start a sum: `sum(fines, Money.zero("EUR"))`."""
        return Money(0, currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._minor_of(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._minor_of(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._minor_of(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._minor_of(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._minor_of(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._minor_of(other)

    def _minor_of(self, other: Money) -> int:
        there = getattr(other, "currency", "a number without currency")
        if there != self.currency:
            raise CurrencyMismatchError(self.currency, there)
        return other.minor

    def higher(self, other: Money) -> Money:
        """Answer `amounts.higher` by the minor units, which may be a symbol."""
        return Money(higher(self.minor, self._minor_of(other)), self.currency)

    def lower(self, other: Money) -> Money:
        """Answer `amounts.lower` by the minor units, which may be a symbol."""
        return Money(lower(self.minor, self._minor_of(other)), self.currency)

    def share(self, share: Share, rounding: Rounding) -> Money:
        """Take an exact part, rounded to the minor unit in the way that the rule names."""
        parts = self.minor * share.numerator
        return Money(divide(parts, share.denominator, rounding), self.currency)

    def __str__(self) -> str:
        """Write the one spelling of the files, with decimals only where there are any."""
        places = DECIMALS.get(self.currency, 2)
        whole, cents = divmod(abs(self.minor), 10**places)
        number = f"{whole:,}".replace(",", " ") + (f".{cents:0{places}}" if cents else "")
        return f"{self.currency} {'-' if self.minor < 0 else ''}{number}"

    @staticmethod
    def parse(text: str) -> Money:
        """Read the one spelling that `str` writes; anything near it is refused with that one."""
        found = _SUM.fullmatch(text)
        if found is None:
            raise NotationError(text, f"{shown(text)} is no sum as it is written here", _hint(text))
        code, sign, whole, cents = found[1], found[2], found[3].replace(" ", ""), found[4] or ""
        _check_digits(text, code, whole, cents)
        money = _from_digits(code, sign, whole, cents)
        if str(money) != text:
            raise NotationError(text, f"{shown(text)} is spelled otherwise here", f"write {money}")
        return money


def _from_digits(code: str, sign: str, whole: str, cents: str) -> Money:
    minor = int(whole + cents.ljust(DECIMALS[code], "0"))
    return Money(-minor if sign else minor, code)


def _check_digits(text: str, code: str, whole: str, cents: str) -> None:
    """Refuse a currency that is not known, decimals that it lacks, and more digits than fit."""
    places = DECIMALS.get(code)
    if places is None:
        near = get_close_matches(code, DECIMALS, n=1)
        hint = f"write {near[0]} if that is meant" if near else ""
        raise NotationError(text, f"{shown(code)} is no currency known here", hint)
    if len(cents) > places:
        message = f"{shown(text)} has more decimals than {code}, which has {places or 'none'}"
        raise NotationError(text, message, _thousands_hint(code, whole, cents))
    if len(whole) + places > MOST_DIGITS:
        message = f"{shown(text)} has more than {MOST_DIGITS} digits, minor units included"
        raise NotationError(text, message)


def _thousands_hint(code: str, whole: str, cents: str) -> str:
    """Read EUR 1.234 as one thousand, which half of Europe writes so."""
    if len(cents) != _GROUP or len(whole + cents) + DECIMALS[code] > MOST_DIGITS:
        return ""
    return f"write {_from_digits(code, '', whole + cents, '')} if the point separates thousands"


def _hint(text: str) -> str:
    """Find the sum in another spelling: 20.000.000 EUR, €5,000, EUR 1 000,50."""
    found = _NEAR_SUM.fullmatch(text)
    if found is None or bool(found[1]) is bool(found[4]):
        return _LIKE_THIS
    told = found[1] or found[4]
    code = _SIGNS.get(told, told.upper())
    places = DECIMALS.get(code, _GROUP)
    if places == _GROUP:  # three decimals look like a group: 1,000 KWD is one or a thousand
        return _LIKE_THIS
    number = found[3].rstrip(" .,'_\u00a0\u202f\u2009")
    cents = re.search(rf"[.,]([0-9]{{1,{places}}})$", number) if places else None
    whole = re.sub("[^0-9]", "", number[: cents.start()] if cents else number)
    if len(whole) + places > MOST_DIGITS:
        return _LIKE_THIS
    return f"write {_from_digits(code, found[2], whole, cents[1] if cents else '')}"


@frozen
class MoneyRange:
    """A sum that is known only within bounds, both included; None is an open end."""

    least: Money | None
    most: Money | None = field()

    @most.validator
    def _ends_above_its_beginning(self, _attribute: object, most: Money | None) -> None:
        if self.least is not None and most is not None and most < self.least:
            raise ValueError(f"a sum between {self.least} and {most} ends below its beginning")

    def contains(self, money: Money) -> bool:
        """Tell whether the sum lies within; another currency is refused."""
        if self.least is not None and money < self.least:
            return False
        return self.most is None or money <= self.most

    @staticmethod
    def parse(text: str) -> MoneyRange:
        """Read a sum, two sums with two dots between, an open end, or unknown."""
        if text == "unknown":
            return MoneyRange(None, None)
        begin, dots, end = text.partition("..")
        if not dots:
            money = Money.parse(text)
            return MoneyRange(money, money)
        if not begin and not end:
            raise NotationError(text, "a range without ends says nothing", "write unknown")
        least = Money.parse(begin) if begin else None
        code = f"{least.currency} " if least is not None else ""
        most = Money.parse(code + end.removeprefix(code)) if end else None
        if least is not None and most is not None and most < least:
            message = f"the range {shown(text)} ends below its beginning"
            raise NotationError(text, message, f"write {MoneyRange(most, least)}")
        told = MoneyRange(least, most)
        if str(told) != text:
            raise NotationError(text, f"{shown(text)} is spelled otherwise here", f"write {told}")
        return told

    def __str__(self) -> str:
        """Write the spelling of the files: the currency once, in front."""
        if self.least is None and self.most is None:
            return "unknown"
        if self.least is None or self.most is None:
            return f"{self.least or ''}..{self.most or ''}"
        if self.least == self.most:
            return str(self.least)
        return f"{self.least}..{str(self.most).removeprefix(f'{self.most.currency} ')}"


@frozen
class Price:
    """How much of one currency a unit of another costs, in exact decimals: 4.2794."""

    digits: int
    places: int

    @staticmethod
    def parse(text: str) -> Price:
        """Read a decimal number above zero."""
        found = _PRICE.fullmatch(text)
        if found is None or not int(found[1] + (found[2] or "")):
            raise NotationError(
                text, f"{shown(text)} is no rate of exchange", "write it like 4.2794"
            )
        return Price(int(found[1] + (found[2] or "")), len(found[2] or ""))

    def __str__(self) -> str:
        whole, part = divmod(self.digits, 10**self.places)
        return f"{whole}.{part:0{self.places}}" if self.places else str(whole)

    def convert(self, money: Money, currency: str, rounding: Rounding) -> Money:
        """The sum in another currency, rounded to its minor unit."""
        parts = money.minor * self.digits * 10 ** DECIMALS[currency]
        by = 10 ** (self.places + DECIMALS[money.currency])
        return Money(divide(parts, by, rounding), currency)


class Per(Enum):
    """The unit of delay that a rate is for."""

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "2 weeks"
    MONTH = "month"
    MISSED_DEADLINE = "missed deadline"
    """A lump sum, once for each deadline that is missed (Zwangsgeld)."""


class Part(Enum):
    """Whether a unit counts once it has started or only when it is whole; the order's word."""

    STARTED = "started"
    WHOLE = "whole"


@frozen
class Rate:
    """So much per unit of delay; a part of None leaves the counting of units to the rulebook."""

    amount: Money
    per: Per
    part: Part | None = None

    @staticmethod
    def parse(text: str) -> Rate:
        """Read a sum, `per`, perhaps `started` or `whole`, and a unit."""
        amount, _, unit = text.partition(" per ")
        part = next((part for part in Part if unit.startswith(f"{part.value} ")), None)
        if part is not None:
            unit = unit.removeprefix(f"{part.value} ")
        if unit not in {per.value for per in Per}:
            units = ", ".join(per.value for per in Per)
            message = f"{shown(text)} is no rate; the units of a rate are {units}"
            raise NotationError(text, message, "write it like EUR 100 000 per day")
        return Rate(Money.parse(amount), Per(unit), part)

    def __str__(self) -> str:
        part = f"{self.part.value} " if self.part is not None else ""
        return f"{self.amount} per {part}{self.per.value}"
