"""The legal maximum that a fine is measured against: by provision, addressee and turnover."""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen

from domain.amounts import Rounding, higher, lower
from domain.methods.inputs import Infringement
from domain.methods.model import ShareVersion
from domain.methods.worksheet import Worksheet
from domain.money import Money
from domain.rulebook.binding import binding, is_of_kind
from domain.rulebook.conditions import PartyIs
from domain.rulebook.labels import Sourced
from domain.rulebook.model import MaximumRule
from domain.rulebook.provisions import covered, instrument_of
from domain.rulebook.rulebook import Rulebook

__all__ = ["LegalMaximum", "barred", "legal_maximum", "provisions_here", "turnover_here"]


@frozen(kw_only=True)
class LegalMaximum:
    """The most that the law allows, and whether the fixed sum or the share of turnover is it."""

    amount: Money
    static: bool
    rule: MaximumRule | None
    because: str
    source: Sourced


def provisions_here(sheet: Worksheet, provisions: tuple[str, ...]) -> tuple[str, ...]:
    """The provisions as this method reads them: GDPR 5 as UK-GDPR 5, where its file says so."""
    return tuple(_read_as(sheet, one) for one in provisions)


def _read_as(sheet: Worksheet, provision: str) -> str:
    word = instrument_of(provision)
    other = dict(sheet.method.reads_as).get(word)
    if other is None:
        return provision
    sheet.warn(f"{word} is read as {other}, whose articles have the same numbers (model)")
    return other + provision.removeprefix(word)


def turnover_here(sheet: Worksheet, currency: str, of: str) -> Money | None:
    """The turnover in a currency; None if it is unknown, or if the addressee is no undertaking."""
    told = sheet.given.turnover
    if told is None or not sheet.given.addressee.is_undertaking:
        return None
    match told.amount:
        case Money() as amount:
            return sheet.convert(amount, currency, of)
    return None


def legal_maximum(sheet: Worksheet, infringement: Infringement, of: str) -> LegalMaximum | None:
    """The maximum for one infringement, or a defect if none of its provisions can be fined."""
    asked = provisions_here(sheet, infringement.provisions)
    lists = tuple(p for rule in sheet.maxima for p in rule.provisions)
    for provision in asked:
        if not covered(lists, provision):
            sheet.warn(f"{of}: {provision} is in no list of maxima and adds nothing")
    found: LegalMaximum | None = None
    for rule, hit in binding(sheet.maxima, asked, lambda wanted: _is_for(sheet, wanted)):
        if _is_theirs(sheet, hit):
            one = _by_rule(sheet, rule, hit, of)
            found = one if found is None or one.amount > found.amount else found
    if found is None:
        text = f"no fine can be worked out for {', '.join(infringement.provisions)}"
        sheet.refuse(of, "provision", text, asked=", ".join(asked), limit=", ".join(lists))
        return None
    return _in_currency(sheet, _national(sheet) or found, of)


def _in_currency(sheet: Worksheet, most: LegalMaximum, of: str) -> LegalMaximum | None:
    """A maximum in the currency of the method, or a defect; one that takes shares takes any."""
    if isinstance(sheet.version, ShareVersion):
        return most
    amount = sheet.convert(most.amount, sheet.method.currency, of)
    return None if amount is None else evolve(most, amount=amount)


def _is_for(sheet: Worksheet, wanted: PartyIs) -> bool:
    addressee = sheet.given.addressee
    return is_of_kind(addressee.kind, addressee.acts_as, wanted)


def _is_theirs(sheet: Worksheet, provisions: tuple[str, ...]) -> bool:
    return any(instrument_of(one) in sheet.method.fines_under for one in provisions)


def _by_rule(sheet: Worksheet, rule: MaximumRule, hit: tuple[str, ...], of: str) -> LegalMaximum:
    fixed = rule.fixed
    if fixed is None:
        raise ValueError(f"a method begins from a fixed sum, which {rule.cite} does not have")
    what = f"{', '.join(hit)}: at most {fixed}"
    if rule.share is None or rule.rule == "fixed" or not sheet.given.addressee.is_undertaking:
        return _of(rule, fixed, f"{what}, the fixed sum")
    turnover = turnover_here(sheet, fixed.currency, of)
    what = f"{what} or {rule.share} of turnover, whichever is {rule.rule}"
    if turnover is None:
        return _of(rule, fixed, f"{what}; turnover is unknown, which leaves the fixed sum")
    share = turnover.share(rule.share, Rounding.DOWN)
    most = higher(fixed, share) if rule.rule == "higher" else lower(fixed, share)
    return _of(rule, most, f"{what}; {rule.share} of {turnover} is {share}, so {most}")


def _of(rule: MaximumRule, amount: Money, because: str) -> LegalMaximum:
    return LegalMaximum(
        amount=amount, static=amount == rule.fixed, rule=rule, because=because, source=rule
    )


def _national(sheet: Worksheet) -> LegalMaximum | None:
    """A national maximum takes the place of the others; the bands are then applied to it."""
    told = sheet.given.national_maximum
    if told is None:
        return None
    sheet.has_reason(told.because, "a national maximum", "")
    because = f"at most {told.amount} by national law: {told.because}"
    source = Sourced(cite=told.cite)
    return LegalMaximum(amount=told.amount, static=True, rule=None, because=because, source=source)


def barred(law: Rulebook, kind: str, on: date) -> Sourced | None:
    """The rule by which a kind of addressee cannot be fined at all under a rulebook."""
    for power in law.measures("fine", on):
        for condition in power.requires:
            match condition:
                case PartyIs(party="addressee", is_not=excluded) if excluded == kind:
                    return condition
    return None
