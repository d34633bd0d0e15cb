"""From infringements to conducts: which fines there are, and which maximum they share.

One conduct may be one infringement; several of which one excludes the others; or several side by
side, whose fines are added and capped together (GDPR 83(3)). Several conducts share no maximum.
"""

from __future__ import annotations

from attrs import frozen

from domain.methods import categories, daily_rates, shares_of_maximum
from domain.methods.choosing import sum_of
from domain.methods.circumstances import adjusted
from domain.methods.inputs import Choice, Conduct, Infringement
from domain.methods.maxima import LegalMaximum, legal_maximum
from domain.methods.model import CategoryVersion, DailyRateVersion, ShareVersion
from domain.methods.outcomes import Sums
from domain.methods.worksheet import Worksheet
from domain.money import Money

__all__ = ["Worked", "work_out"]


@frozen
class Worked:
    """What a conduct, or an infringement of one, came to, and the maximum it was held against."""

    sums: Sums
    most: LegalMaximum


def work_out(sheet: Worksheet, name: str, conduct: Conduct) -> Worked | None:
    """A fine for each infringement that stands, added and held to the joint maximum."""
    fined = _standing(conduct)
    if not fined:
        sheet.refuse(name, "conducts", "no infringement is left to be fined", asked="none")
        return None
    _write_outcome(sheet, name, conduct, fined)
    worked = [_infringement(sheet, _of(name, key, fined), one) for key, one in fined]
    done = [one for one in worked if one is not None]
    if len(done) < len(fined):
        return None
    total = _together(sheet, name, done)
    return _effective(sheet, name, conduct.choices, total)


def _standing(conduct: Conduct) -> tuple[tuple[str, Infringement], ...]:
    """The infringements for which a fine is worked out: those that no other excludes."""
    excluded = () if conduct.concurrence is None else conduct.concurrence.excludes
    return tuple((key, one) for key, one in conduct.infringements if key not in excluded)


def _of(conduct: str, key: str, fined: tuple[tuple[str, Infringement], ...]) -> str:
    return conduct if len(fined) == 1 else f"{conduct}, {key}"


def _write_outcome(
    sheet: Worksheet, name: str, conduct: Conduct, fined: tuple[tuple[str, Infringement], ...]
) -> None:
    told = conduct.concurrence
    source = None
    because = ""
    if told is not None:
        excluded = ", ".join(told.excludes)
        text = f"{told.applies} excludes {excluded} ({told.principle}): one fine where they meet"
        source, because = sheet.method.concurrence, told.because
        sheet.has_reason(told.because, "concurrence", name)
    elif len(fined) == 1:
        text = "one conduct, one infringement: one fine"
    else:
        names = ", ".join(key for key, _ in fined)
        text = f"one conduct, {len(fined)} infringements side by side ({names}): a fine for each"
    if len(sheet.given.conducts) > 1:
        text = f"{text}; a conduct of its own, with its own maximum"
    sheet.write("conducts", name, text, source=source, because=because)


def _infringement(sheet: Worksheet, of: str, infringement: Infringement) -> Worked | None:
    most = legal_maximum(sheet, infringement, of)
    if most is None:
        return None
    top = Sums(most.amount, most.amount)
    sheet.write("legal maximum", of, most.because, source=most.source, sums=top)
    start = _start(sheet, of, infringement, most)
    if start is None:
        return None
    now: Sums | None = adjusted(sheet, of, infringement.circumstances, start)
    match sheet.version:
        case CategoryVersion() as version if now is not None:
            now = categories.within_band(sheet, version, of, infringement, now)
    if now is None:
        return None
    capped = Worked(_capped(sheet, of, now, most), most)
    return _effective(sheet, of, infringement.choices, capped)


def _start(
    sheet: Worksheet, of: str, infringement: Infringement, most: LegalMaximum
) -> Sums | None:
    match sheet.version:
        case ShareVersion() as version:
            return shares_of_maximum.starting_amount(sheet, version, of, infringement, most)
        case DailyRateVersion() as version:
            return daily_rates.starting_amount(sheet, version, of, infringement, most)
        case version:
            return categories.starting_amount(sheet, version, of, infringement, most)


def _capped(sheet: Worksheet, of: str, sums: Sums, most: LegalMaximum) -> Sums:
    capped = sums.capped(most.amount)
    if capped == sums:
        text = f"{sums} is within the maximum of {most.amount}"
    else:
        text = f"{sums} is above the maximum of {most.amount}: {capped}"
        sheet.bound_by[f"{of}: {most.amount} ({most.source.label})"] = None
    sheet.write(
        "maximum",
        of,
        text,
        source=most.source,
        sums=capped,
        chosen=capped.single,
        binds=capped != sums,
    )
    return capped


def _together(sheet: Worksheet, name: str, done: list[Worked]) -> Worked:
    """The fines of one conduct added, and held to the maximum of the gravest infringement."""
    total, gravest = done[0].sums, done[0].most
    for one in done[1:]:
        total = total + one.sums
        gravest = one.most if one.most.amount > gravest.amount else gravest
    if len(done) == 1:
        return done[0]
    if sheet.joint is None:
        sheet.warn(f"{name}: no joint maximum is known here; the fines are added")
        added = _summed_maximum(done, gravest)
        sheet.write("sum", name, f"together {total}", sums=total, chosen=total.single)
        return Worked(total, added)
    capped = total.capped(gravest.amount)
    text = f"together {total}, within the maximum of the gravest, {gravest.amount}"
    if capped != total:
        text = f"together {total}, above the maximum of the gravest: {capped}"
        sheet.bound_by[f"{name}: {gravest.amount} ({sheet.joint.label})"] = None
    sheet.write(
        "joint maximum",
        name,
        text,
        source=sheet.joint,
        sums=capped,
        chosen=capped.single,
        binds=capped != total,
    )
    return Worked(capped, gravest)


def _summed_maximum(done: list[Worked], gravest: LegalMaximum) -> LegalMaximum:
    amount = done[0].most.amount
    for one in done[1:]:
        amount = amount + one.most.amount
    return LegalMaximum(
        amount=amount,
        static=gravest.static,
        rule=gravest.rule,
        because="each its own maximum",
        source=gravest.source,
    )


def _effective(
    sheet: Worksheet, of: str, choices: tuple[Choice, ...], worked: Worked
) -> Worked | None:
    """Whether the sum is effective, proportionate and dissuasive: it may move both ways."""
    if not sheet.has("effectiveness"):
        return worked
    choice = sheet.choice(choices, "effectiveness", of)
    if choice is None:
        return worked
    asked = sum_of(sheet, choice, worked.sums.low.currency, of)
    if asked is None:
        return None
    if asked > worked.most.amount:
        text = f"a fine of {asked} is above the maximum of {worked.most.amount}"
        allowed = sheet.refuse(
            of, "maximum", text, asked=asked, limit=worked.most.amount, source=worked.most.source
        )
        if not allowed:
            return None
    text = _movement(worked.sums, asked)
    sums = Sums(asked, asked)
    sheet.write("effectiveness", of, text, sums=sums, chosen=asked, because=choice.because)
    return Worked(sums, worked.most)


def _movement(sums: Sums, asked: Money) -> str:
    if asked > sums.high:
        return f"{sums} raised to {asked}"
    if asked < sums.low:
        return f"{sums} lowered to {asked}"
    return f"{sums} set to {asked}" if sums.single is None else f"{sums} left as it is"
