"""The third procedure: a basic fine by category, moved within the band (Dutch policy of 2019)."""

from __future__ import annotations

from attrs import evolve

from domain.methods.choosing import sum_of
from domain.methods.inputs import Infringement
from domain.methods.maxima import LegalMaximum, provisions_here
from domain.methods.model import CategoryVersion
from domain.methods.outcomes import Sums
from domain.methods.tables import Category, CategoryOf
from domain.methods.worksheet import Worksheet
from domain.rulebook.provisions import covers

__all__ = ["starting_amount", "within_band"]


def starting_amount(
    sheet: Worksheet,
    version: CategoryVersion,
    of: str,
    infringement: Infringement,
    _most: LegalMaximum,
) -> Sums | None:
    """The basic fine of the category; the band stands beside it in the step."""
    category = _category(sheet, version, of, infringement)
    if category is None:
        return None
    band = Sums(category.from_, category.up_to)
    sheet.write(
        "starting amount",
        of,
        f"category {category.name}: band {band}, basic fine {category.basic}",
        source=evolve(category, cite=sheet.source_of("starting amount").cite),
        sums=band,
        chosen=category.basic,
    )
    return Sums(category.basic, category.basic)


def _category(
    sheet: Worksheet, version: CategoryVersion, of: str, infringement: Infringement
) -> Category | None:
    """The category that the annex gives to the provisions, or the one that was told."""
    rows = _rows(sheet, version, infringement)
    listed = {row.category for row in rows}
    told = infringement.category
    if told and listed and told not in listed:
        text = f"the annex puts it into category {', '.join(sorted(listed))}, not {told}"
        sheet.refuse(
            of, "category", text, asked=told, limit=", ".join(sorted(listed)), source=rows[0]
        )
        return None
    names = {told} if told else listed
    found = [one for one in version.categories if one.name in names]
    if len(found) != 1:
        known = ", ".join(one.name for one in version.categories)
        text = f"the category has to be told: {known}"
        sheet.refuse(of, "category", text, asked=told or ", ".join(sorted(listed)), limit=known)
        return None
    _write_category(sheet, of, found[0], rows)
    if not told:
        _warn_of_others(sheet, of, infringement, rows)
    return found[0]


def _warn_of_others(
    sheet: Worksheet, of: str, infringement: Infringement, rows: tuple[CategoryOf, ...]
) -> None:
    """A provision whose category is not known here may belong to a graver one."""
    for one in provisions_here(sheet, infringement.provisions):
        if not any(covers(row.provision, one) for row in rows):
            sheet.warn(f"{of}: the category of {one} is not known here")


def _rows(
    sheet: Worksheet, version: CategoryVersion, infringement: Infringement
) -> tuple[CategoryOf, ...]:
    asked = provisions_here(sheet, infringement.provisions)
    return tuple(
        row for row in version.provisions if any(covers(row.provision, one) for one in asked)
    )


def _write_category(
    sheet: Worksheet, of: str, category: Category, rows: tuple[CategoryOf, ...]
) -> None:
    cite = sheet.source_of("seriousness").cite
    if rows:
        listed = ", ".join(row.provision for row in rows)
        text = f"{listed}: category {category.name}"
        sheet.write("seriousness", of, text, source=evolve(rows[0], cite=cite))
    else:
        text = f"category {category.name}, as told: the provision is not in the rows known here"
        sheet.write("seriousness", of, text)


def within_band(
    sheet: Worksheet, version: CategoryVersion, of: str, infringement: Infringement, sums: Sums
) -> Sums | None:
    """The sum that the circumstances led to, if it lies in the band or a reason is given."""
    category = _named(sheet, version, infringement)
    choice = sheet.choice(infringement.choices, "band", of)
    band = Sums(category.from_, category.up_to)
    asked = sums.low if choice is None else sum_of(sheet, choice, sums.low.currency, of)
    if asked is None:
        return None
    inside = band.contains(asked)
    if inside and choice is not None:
        text = f"{asked} lies in the band {band}: tell the circumstance that leads there"
        sheet.refuse(of, "band", text, asked=asked, limit=band)
    if not inside and choice is None:
        text = f"{asked} lies outside the band {band}, and no reason is given for that"
        sheet.refuse(of, "band", text, asked=asked, limit=band, source=category)
        return None
    source = sheet.source_of("band") if inside else version.outside_band
    where = "within" if inside else "below" if asked < band.low else "above"
    because = "" if choice is None else choice.because
    text = f"{asked} is {where} the band {band}"
    after = Sums(asked, asked)
    sheet.write("band", of, text, source=source, sums=after, chosen=asked, because=because)
    return after


def _named(sheet: Worksheet, version: CategoryVersion, infringement: Infringement) -> Category:
    names = {row.category for row in _rows(sheet, version, infringement)}
    wanted = {infringement.category} if infringement.category else names
    return next(one for one in version.categories if one.name in wanted)
