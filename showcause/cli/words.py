"""Days, sums and citations as short text, and sentences that do not break in the middle of them."""

import re
from datetime import date
from typing import Final, TypeAlias

from rich.text import Text

from domain.days import MONTHS, Day
from domain.money import DECIMALS, Money, MoneyRange
from showcause.neutral import neutral

__all__ = [
    "Piece",
    "bare",
    "bare_range",
    "day_lines",
    "day_words",
    "delay_words",
    "glued",
    "line",
    "money_range",
    "plural",
    "short_day",
    "unglued",
]

GLUE: Final = "\ue000"
"""A space at which no line is broken; the terminal writes it as a space."""

Piece: TypeAlias = str | tuple[str, str]

_SHORT: Final = tuple(month[:3] for month in MONTHS)
_MONTH_WORDS: Final = "|".join(sorted({*MONTHS, *_SHORT}, reverse=True))
_CODES: Final = "|".join(DECIMALS)
_KEEP_TOGETHER: Final = re.compile(
    rf"(?<=\b[A-Z]{{3}}) (?=-?\d)|(?<=\b[A-Z]{{4}}) (?=\d)"  # EUR 20, LIL 20, GDPR 83(5)
    rf"|(?<=\b[A-Z]{{3}}) (?=[A-Z]\d)|(?<=\d) (?=[IVX]+\b)"  # CJA R421-7, LIL 20 III
    rf"|(?<=\d) (?=\d{{3}}\b)"  # 20 000 000
    rf"|(?<=\d) (?=(?:{_MONTH_WORDS})\b)"  # 18 October
    + "".join(rf"|(?<=\b{month}) (?=\d{{4}}\b)" for month in (*MONTHS, *_SHORT))  # October 2022
)
_UNTIL: Final = "\u2013"
SUM: Final = rf"\b(?:{_CODES}){GLUE}-?\d[\d.{GLUE}]*(?<=\d)"
"""How a sum looks in text whose sums stay together, to make it stand out."""


def glued(text: str) -> str:
    """The same text, whose sums, days and citations stay on one line."""
    return _KEEP_TOGETHER.sub(GLUE, text)


def unglued(text: str) -> str:
    """The text as it is written."""
    return text.replace(GLUE, " ")


def line(*pieces: Piece) -> Text:
    """Text from pieces, each plain or with the name of a style."""
    text = Text()
    for piece in pieces:
        words, style = piece if isinstance(piece, tuple) else (piece, "")
        text.append(glued(neutral(words)), style or None)
    return text


def short_day(day: date) -> str:
    """The day as columns show it, eleven characters wide: 18 Oct 2022."""
    return f"{day.day:>2} {MONTHS[day.month - 1][:3]} {day.year:04}"


def day_lines(day: Day, *, inferred: bool = False) -> Text:
    """A day in a column, twelve characters wide; of one within bounds, first and last below.

    What is inferred, or not known exactly, is marked.
    """
    first, last = day.earliest, day.latest
    mark = "≈" if inferred or day.inferred else " "
    if first is None and last is None:
        return Text("day unknown", "day")
    if first == last and first is not None:
        return Text(f"{mark}{short_day(first)}", "day")
    begin = " " * 12 if first is None else f" {short_day(first)}"
    end = "or later" if last is None else f"{_UNTIL}{short_day(last)}"
    return Text(f"{begin}\n{end:>12}", "day")


def day_words(day: Day) -> str:
    """A day, or its bounds, within a sentence."""
    first, last = day.earliest, day.latest
    if first is None and last is None:
        return "a day that is not known"
    if first == last and first is not None:
        return short_day(first).strip()
    if first is None or last is None:
        known = short_day(first or last or date.min).strip()
        return f"{known} at the latest" if first is None else f"{known} or later"
    return f"{short_day(first).strip()} to {short_day(last).strip()}"


def bare_range(sums: MoneyRange) -> str:
    """A sum or its bounds without the currency, which a heading names."""
    if sums.least is None or sums.most is None:
        return f"{'' if sums.least is None else bare(sums.least)}.."
    if sums.least == sums.most:
        return bare(sums.least)
    return f"{bare(sums.least)}..{bare(sums.most)}"


def bare(money: Money) -> str:
    """The number alone, where a heading names the currency."""
    return str(money).removeprefix(f"{money.currency} ")


def money_range(floor: Money, ceiling: Money | None) -> str:
    """What lies between a floor and a ceiling, which may be open."""
    if ceiling is None:
        return f"{floor} or more, no known ceiling"
    return str(floor) if floor == ceiling else f"{floor} to {bare(ceiling)}"


def plural(number: int, noun: str) -> str:
    """A number and its noun: 1 day, 2 days."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def delay_words(days: object) -> str:
    """A count of days, or its bounds, as days of delay."""
    return f"{days} {'day' if str(days) == '1' else 'days'} of delay"
