"""Where a method leaves a range, the authority's choice is taken if it lies in it."""

from __future__ import annotations

from domain.amounts import Share
from domain.methods.inputs import Choice, Infringement
from domain.methods.numbers import Multiple, MultipleRange, ShareRange
from domain.methods.outcomes import Sums
from domain.methods.worksheet import Worksheet
from domain.money import Money
from domain.rulebook.labels import Sourced

__all__ = ["chosen_multiple", "chosen_share", "chosen_sum", "start_within", "sum_of"]


def chosen_share(
    sheet: Worksheet, choice: Choice | None, within: ShareRange, of: str, source: Sourced
) -> ShareRange:
    """The range narrowed to the share that was chosen; what lies outside is refused."""
    if choice is None:
        return within
    sheet.has_reason(choice.because, choice.step, of)
    match choice.take:
        case Share() as taken:
            if within.contains(taken) or _outside(sheet, choice, within, of, source):
                return ShareRange(taken, taken)
        case _:
            _wrong(sheet, choice, of, "as a share: 17 %")
    return within


def chosen_multiple(
    sheet: Worksheet, choice: Choice | None, within: MultipleRange, of: str, source: Sourced
) -> MultipleRange:
    """The range narrowed to the number that was chosen; what lies outside is refused."""
    if choice is None:
        return within
    sheet.has_reason(choice.because, choice.step, of)
    match choice.take:
        case Multiple() as taken:
            if within.contains(taken) or _outside(sheet, choice, within, of, source):
                return MultipleRange(taken, taken)
        case _:
            _wrong(sheet, choice, of, "as a number: 3.5")
    return within


def chosen_sum(
    sheet: Worksheet, choice: Choice | None, within: Sums, of: str, source: Sourced
) -> Sums:
    """The range narrowed to the sum that was chosen; what lies outside is refused."""
    if choice is None:
        return within
    taken = sum_of(sheet, choice, within.low.currency, of)
    if taken is None:
        return within
    if within.contains(taken) or _outside(sheet, choice, within, of, source):
        return Sums(taken, taken)
    return within


def start_within(  # noqa: PLR0913 - a step has this many parts
    sheet: Worksheet, of: str, told: Infringement, start: Sums, *, text: str, source: Sourced
) -> Sums:
    """The starting amount with its step: the range, or the sum that was taken in it."""
    choice = sheet.choice(told.choices, "starting amount", of)
    taken = chosen_sum(sheet, choice, start, of, source)
    sheet.write(
        "starting amount",
        of,
        text if choice is None else f"{text}; {taken} taken",
        source=source,
        sums=taken,
        chosen=taken.single,
        because="" if choice is None else choice.because,
        derived=True,
    )
    return taken


def sum_of(sheet: Worksheet, choice: Choice, currency: str, of: str) -> Money | None:
    """The sum that a choice names, with its reason, in the currency of the calculation."""
    sheet.has_reason(choice.because, choice.step, of)
    match choice.take:
        case Money() as taken:
            return sheet.convert(taken, currency, of)
    _wrong(sheet, choice, of, "as a sum: EUR 60 000")
    return None


def _outside(sheet: Worksheet, choice: Choice, within: object, of: str, source: Sourced) -> bool:
    text = f"{choice.step} {choice.take} lies outside {within}"
    return sheet.refuse(of, choice.step, text, asked=choice.take, limit=within, source=source)


def _wrong(sheet: Worksheet, choice: Choice, of: str, like: str) -> None:
    text = f"{choice.step} is chosen {like}, not {choice.take}"
    sheet.refuse(of, "choice", text, asked=choice.take, limit=like)
