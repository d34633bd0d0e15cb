"""The second procedure: a daily rate by size class, times a factor by seriousness (DSK 2019)."""

from __future__ import annotations

from attrs import evolve

from domain.amounts import divide
from domain.methods.choosing import chosen_multiple, start_within
from domain.methods.inputs import Infringement
from domain.methods.maxima import LegalMaximum, turnover_here
from domain.methods.model import DailyRateVersion
from domain.methods.outcomes import Sums
from domain.methods.tables import SeverityFactor, SizeClass
from domain.methods.turnovers import row_of
from domain.methods.worksheet import Worksheet
from domain.money import Money

__all__ = ["daily_rate", "starting_amount"]


def daily_rate(version: DailyRateVersion, turnover: Money) -> tuple[Money, str]:
    """The daily rate for a turnover, and the sentence that tells how it came about."""
    row, _ = row_of(turnover, version.size_classes, None)
    match row.mean:
        case Money() as mean:
            what = f"turnover of {turnover}: class {row.name}, mean turnover {mean}"
        case _:
            mean = turnover
            what = f"turnover of {turnover}: class {row.name}, which counts itself"
    rule = version.daily_rate
    unit = rule.to.minor
    rate = Money(divide(mean.minor, rule.days * unit, rule.rounding) * unit, mean.currency)
    return rate, f"{what}; divided by {rule.days} days: {rate}"


def starting_amount(
    sheet: Worksheet,
    version: DailyRateVersion,
    of: str,
    infringement: Infringement,
    most: LegalMaximum,
) -> Sums | None:
    """The daily rate times the range of factors, narrowed by the factor that was chosen."""
    found = _rate(sheet, version, of)
    row = _severity(sheet, version, of, infringement, most)
    if found is None or row is None:
        return None
    rate, size = found
    choice = sheet.choice(infringement.choices, "seriousness", of)
    factors = chosen_multiple(sheet, choice, row.factor, of, row)
    taken = "" if choice is None else f"; {factors} taken"
    because = infringement.because if choice is None else choice.because
    text = f"{row.local}: {row.factor} daily rates{taken}"
    sheet.write("seriousness", of, text, source=row, because=because)
    start = Sums(
        rate.share(factors.low.share, version.rounding),
        rate.share(factors.high.share, version.rounding),
    )
    text = f"{rate} x {factors} = {start}"
    source = sheet.source_of("starting amount", size, row)
    return start_within(sheet, of, infringement, start, text=text, source=source)


def _rate(sheet: Worksheet, version: DailyRateVersion, of: str) -> tuple[Money, SizeClass] | None:
    turnover = turnover_here(sheet, sheet.method.currency, of)
    if turnover is None:
        told = sheet.given.turnover
        if told is None or told.amount == "unknown":
            text = "a daily rate needs the turnover of the undertaking, which is not known"
            sheet.refuse(of, "turnover", text, asked="unknown", limit="known")
        return None
    row, _ = row_of(turnover, version.size_classes, None)
    rate, text = daily_rate(version, turnover)
    sheet.write("turnover", of, text, source=evolve(row, cite=version.cite), sums=Sums(rate, rate))
    return rate, row


def _severity(
    sheet: Worksheet,
    version: DailyRateVersion,
    of: str,
    infringement: Infringement,
    most: LegalMaximum,
) -> SeverityFactor | None:
    """The range of factors for the tier (formal or material) and the seriousness."""
    share = None if most.rule is None else most.rule.share
    rows = {row.level: row for row in version.severity if row.for_ == share}
    found = rows.get(infringement.seriousness) if infringement.seriousness else None
    if found is None:
        text = f"the seriousness has to be told: {', '.join(rows) or 'none for this maximum'}"
        asked = infringement.seriousness or ""
        sheet.refuse(of, "seriousness", text, asked=asked, limit=", ".join(rows))
    return found
