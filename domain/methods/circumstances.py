"""Aggravating and mitigating circumstances: judged percentages or named sums, each factor once."""

from __future__ import annotations

from typing import Final

from domain.amounts import Share
from domain.methods.inputs import Circumstance, Hardship
from domain.methods.maxima import provisions_here
from domain.methods.outcomes import Sums
from domain.methods.tables import Factor
from domain.methods.worksheet import Worksheet
from domain.money import Money

__all__ = ["adjusted", "relieved"]

_UNKNOWN: Final = "unknown"
_NOTHING: Final = Share(0, 1)


def adjusted(
    sheet: Worksheet, of: str, circumstances: tuple[Circumstance, ...], start: Sums
) -> Sums:
    """What the circumstances make of the starting amount, in the order in which they are told."""
    now = start
    seen: set[tuple[str, str]] = set()
    theirs = [one for one in circumstances if one.only in {"", sheet.method.method}]
    _mark_percentages(sheet, theirs)
    for told in theirs:
        factor = _factor(sheet, of, told, seen)
        sheet.has_reason(told.because, f"the circumstance {told.factor}", of)
        moved = _moved(sheet, of, told, start, now)
        if moved is not None:
            _write(sheet, of, told, factor=factor, before=now, after=moved)
            now = moved
    return now


def _mark_percentages(sheet: Worksheet, theirs: list[Circumstance]) -> None:
    """That several percentages are added, not compounded, is a model: say so where it matters."""
    steps = [one.cuts if one.adds is None else one.adds for one in theirs]
    percentages = [step for step in steps if _is_share(step)]
    if len(percentages) > 1:
        rule = sheet.method.percentages
        sheet.warn(f"each percentage is taken of the {rule.of} ({rule.label})")
        sheet.mark(rule, f"percentages of the {rule.of}")


def _is_share(step: Share | Money | None) -> bool:
    match step:
        case Share():
            return True
    return False


def _factor(
    sheet: Worksheet, of: str, told: Circumstance, seen: set[tuple[str, str]]
) -> Factor | None:
    """The factor of the list; one that was counted, here or in the seriousness, is refused."""
    if told.factor == _UNKNOWN:
        sheet.warn(f"{of}: the text does not tell which factor moved the sum")
        return None
    (name,) = provisions_here(sheet, (told.factor,))
    listed = {one.factor: one for one in sheet.method.factors}
    factor = listed.get(name)
    if factor is None:
        text = f"{told.factor} is no factor of this method"
        known = ", ".join(listed)
        sheet.refuse(of, "circumstance", text, asked=told.factor, limit=known)
        return None
    if factor.weighed == "seriousness":
        text = f"{name} ({factor.what}) was counted in the seriousness already"
        sheet.refuse(of, "once", text, asked=name, source=sheet.method.once)
    key = (name, told.what if factor.repeats else "")
    if key in seen:
        text = f"{name} ({told.what or factor.what}) is counted twice"
        sheet.refuse(of, "once", text, asked=name, limit="once", source=sheet.method.once)
    seen.add(key)
    return factor


def _moved(sheet: Worksheet, of: str, told: Circumstance, start: Sums, now: Sums) -> Sums | None:
    if told.sets is not None:
        sum_ = sheet.convert(told.sets, now.low.currency, of)
        return None if sum_ is None else Sums(sum_, sum_)
    step = told.adds if told.adds is not None else told.cuts
    if step is None:
        return now
    by = _by(sheet, of, step, start)
    if by is None:
        return None
    return _shifted(now, by, up=told.adds is not None)


def _by(sheet: Worksheet, of: str, step: Share | Money, start: Sums) -> tuple[Money, Money] | None:
    """By how much the low and the high end move; a percentage is one of the starting amount."""
    match step:
        case Share():
            rounding = sheet.version.rounding
            return start.low.share(step, rounding), start.high.share(step, rounding)
        case _:
            sum_ = sheet.convert(step, start.low.currency, of)
            return None if sum_ is None else (sum_, sum_)


def _shifted(now: Sums, by: tuple[Money, Money], *, up: bool) -> Sums:
    """Both ends moved and never below zero; cuts may bring them into the other order."""
    zero = Money.zero(now.low.currency)
    one = (now.low + by[0] if up else now.low - by[0]).higher(zero)
    other = (now.high + by[1] if up else now.high - by[1]).higher(zero)
    return Sums(one.lower(other), one.higher(other))


def _write(  # noqa: PLR0913 - all of it stands in the sentence
    sheet: Worksheet,
    of: str,
    told: Circumstance,
    *,
    factor: Factor | None,
    before: Sums,
    after: Sums,
) -> None:
    what = told.what or ("a factor that is not told" if factor is None else factor.what)
    name = "" if factor is None else f" ({factor.factor})"
    text = f"{what}{name}: {_movement(told)}: {before} becomes {after}"
    if told.adds is None and told.cuts is None and told.sets is None:
        text = f"{what}{name}: weighed, and left at {after}"
    sheet.write("circumstances", of, text, sums=after, chosen=after.single, because=told.because)


def _movement(told: Circumstance) -> str:
    if told.sets is not None:
        return f"set to {told.sets}"
    return f"plus {told.adds}" if told.adds is not None else f"less {told.cuts}"


def relieved(sheet: Worksheet, sums: Sums) -> Sums:
    """What is left for an addressee that cannot pay; hardship lowers, and never raises."""
    told: Hardship | None = sheet.given.hardship
    if told is None or told.only not in {"", sheet.method.method}:
        return sums
    rule = sheet.method.hardship
    if rule is None:
        sheet.warn("hardship is not used: the method has no such step")
        return sums
    sheet.has_reason(told.because, "a reduction for hardship", "")
    after = _reduced(sheet, told, sums)
    if after is None:
        return sums
    if after.high > sums.high:
        text = f"hardship cannot raise {sums} to {after}"
        sheet.refuse("", "hardship", text, asked=after, limit=sums)
        return sums
    text = f"unable to pay: {sums} becomes {after}"
    sheet.write(
        "hardship",
        "",
        text,
        source=rule,
        sums=after,
        chosen=after.single,
        because=told.because,
    )
    return after


def _reduced(sheet: Worksheet, told: Hardship, sums: Sums) -> Sums | None:
    if told.sets is not None:
        sum_ = sheet.convert(told.sets, sums.low.currency, "")
        return None if sum_ is None else Sums(sum_, sum_)
    by = _by(sheet, "", told.cuts or _NOTHING, sums)
    return None if by is None else _shifted(sums, by, up=False)
