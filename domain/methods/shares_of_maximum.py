"""The first procedure: a share of the legal maximum by seriousness, times a factor by turnover.

EDPB Guidelines 04/2022, chapter 4; ICO Data Protection Fining Guidance, steps 1 to 3.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

from domain.amounts import Share
from domain.methods.choosing import chosen_share, start_within
from domain.methods.inputs import Choice, Infringement
from domain.methods.maxima import LegalMaximum, turnover_here
from domain.methods.model import ShareVersion
from domain.methods.numbers import ShareRange, product
from domain.methods.outcomes import Sums
from domain.methods.tables import SeriousnessBand, TurnoverFactor
from domain.methods.turnovers import row_of
from domain.methods.worksheet import Worksheet
from domain.money import Money
from domain.rulebook.labels import Sourced

__all__ = ["starting_amount"]

_WHOLE: Final = ShareRange(Share(1, 1), Share(1, 1))


@frozen
class _Factor:
    """What the starting amount may be multiplied by, and why."""

    range: ShareRange
    because: str
    source: Sourced


def starting_amount(
    sheet: Worksheet,
    version: ShareVersion,
    of: str,
    infringement: Infringement,
    most: LegalMaximum,
) -> Sums | None:
    """The range in which the fine starts, narrowed by what the authority chose in it."""
    band = _band(sheet, version, of, infringement)
    factor = _factor(sheet, version, of, most)
    if band is None or factor is None:
        return None
    choice = sheet.choice(infringement.choices, "seriousness", of)
    shares = chosen_share(sheet, choice, band.share, of, band)
    _write_seriousness(
        sheet,
        of,
        most=most.amount,
        band=band,
        shares=shares,
        choice=choice,
        why=infringement.because,
    )
    factor = _narrowed(sheet, version, of, factor, infringement.choices)
    start = Sums(
        most.amount.share(product(shares.low, factor.range.low), version.rounding),
        most.amount.share(product(shares.high, factor.range.high), version.rounding),
    )
    source = sheet.source_of("starting amount", band, factor.source)
    text = f"{most.amount} x {shares} x {factor.range} = {start}"
    return start_within(sheet, of, infringement, start, text=text, source=source)


def _band(
    sheet: Worksheet, version: ShareVersion, of: str, infringement: Infringement
) -> SeriousnessBand | None:
    levels = {band.level: band for band in version.seriousness}
    found = levels.get(infringement.seriousness) if infringement.seriousness else None
    if found is None:
        text = f"the seriousness has to be told: {', '.join(levels)}"
        asked = infringement.seriousness or ""
        sheet.refuse(of, "seriousness", text, asked=asked, limit=", ".join(levels))
    return found


def _write_seriousness(  # noqa: PLR0913 - all of it stands in the sentence
    sheet: Worksheet,
    of: str,
    *,
    most: Money,
    band: SeriousnessBand,
    shares: ShareRange,
    choice: Choice | None,
    why: str,
) -> None:
    sums = Sums(
        most.share(shares.low, sheet.version.rounding),
        most.share(shares.high, sheet.version.rounding),
    )
    taken = "" if choice is None else f"; {shares} taken"
    sheet.write(
        "seriousness",
        of,
        f"{band.level} seriousness: {band.share} of {most}{taken}",
        source=evolve(band, cite=sheet.source_of("seriousness").cite),
        sums=sums,
        chosen=None if choice is None else sums.single,
        because=why if choice is None else choice.because,
    )


def _factor(sheet: Worksheet, version: ShareVersion, of: str, most: LegalMaximum) -> _Factor | None:
    told = sheet.given.turnover
    if not sheet.given.addressee.is_undertaking:
        return _Factor(_WHOLE, "no undertaking: no adjustment for turnover", version)
    if told is None or told.amount == "unknown":
        return _unknown(sheet, version, of)
    turnover = turnover_here(sheet, sheet.method.currency, of)
    if turnover is None:
        return None
    row, bound = row_of(turnover, version.turnover_factors, version.turnover_bound)
    source = sheet.source_of("turnover")
    labelled = evolve(row, cite=source.cite)
    where = _where(row, turnover)
    if bound is not None:
        sheet.warn(f"{turnover} is exactly at a bound and {bound}")
    match row.factor:
        case ShareRange() as factor if most.static:
            return _Factor(factor, f"{where}: times {factor}", labelled)
        case ShareRange():
            return _Factor(_WHOLE, "the maximum is a share of turnover already", labelled)
    return _Factor(_WHOLE, f"{where}: no adjustment", labelled)


def _where(row: TurnoverFactor, turnover: Money) -> str:
    if row.up_to is None:
        return f"turnover of {turnover}, above {row.above}"
    return f"turnover of {turnover}, up to {row.up_to}"


def _unknown(sheet: Worksheet, version: ShareVersion, of: str) -> _Factor | None:
    """Without a turnover the start is a choice that the authority has to make in words."""
    told = sheet.given.turnover
    rule = version.unknown_turnover
    if rule is None:
        text = "the turnover of the undertaking is needed and is not known"
        sheet.refuse(of, "turnover", text, asked="unknown", limit="known")
        return None
    if told is None or told.start_from != rule.start_from:
        text = f"the turnover is not known; choose to start from the {rule.start_from}, or tell it"
        sheet.refuse(of, "turnover", text, asked="unknown", limit=rule.start_from, source=rule)
        return None
    sheet.has_reason(told.because, "starting from the static maximum", of)
    because = f"turnover unknown: started from the {rule.start_from}: {told.because}"
    return _Factor(_WHOLE, because, rule)


def _narrowed(
    sheet: Worksheet,
    version: ShareVersion,
    of: str,
    factor: _Factor,
    choices: tuple[Choice, ...],
) -> _Factor:
    """The factor that the authority took; where the text lets it, none."""
    choice = sheet.choice(choices, "turnover", of)
    taken = factor
    if choice is not None and choice.take == "not adjusted":
        sheet.has_reason(choice.because, "not adjusting for turnover", of)
        if version.adjusting.is_ == "expected":
            text = "the method expects the turnover to be taken into account"
            sheet.refuse(of, "turnover", text, asked=choice.take, source=version.adjusting)
        taken = evolve(factor, range=_WHOLE, because=f"{factor.because}; not adjusted")
    elif choice is not None:
        within = chosen_share(sheet, choice, factor.range, of, factor.source)
        taken = evolve(factor, range=within, because=f"{factor.because}; {within} taken")
    because = "" if choice is None else choice.because
    sheet.write("turnover", of, taken.because, source=taken.source, because=because)
    return taken
