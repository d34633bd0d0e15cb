"""Whether rows point to what exists, name their sources, and hold sums that add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from domain.days import Day
from domain.money import Money, MoneyRange
from domain.proceeding.acts.service import NOTIFIABLE
from domain.rulebook.countries import country_mistake
from domain.rulebook.nodes import Mapping
from domain.rulebook.provisions import instrument_of
from scenarios import rows as acts
from scenarios.measures import Fine
from scenarios.model import Party
from scenarios.rows import Row
from scenarios.sense.outline import Outline, Steps, note_unknown, text

__all__ = ["check_rows"]

Pointer: TypeAlias = tuple[Steps, str]
"""Where in a row a name stands, and the name."""


def check_rows(outline: Outline) -> None:
    """Check every row, those of what-ifs too."""
    _roles(outline)
    _countries(outline)
    for row in outline.reader.built(Row):
        real = outline.kind == "real" and outline.within(row, "timeline")
        if real and not row.source:
            message = "a row of a real proceeding names its source"
            outline.reader.note_at(row, message, "add 'source:' with a key of 'sources'")
        _empty(outline, row)
        _sources(outline, row)
        _people(outline, row)
        _things(outline, row)
        _conducts(outline, row)
        _provisions(outline, row)
        _inferred(outline, row)
        _notifiable(outline, row)
        if isinstance(row, acts.Decision):
            _sums(outline, row)


def _roles(outline: Outline) -> None:
    """A proceeding is of an authority, against somebody."""
    parties = outline.root.get("parties")
    if not isinstance(parties, Mapping):
        return
    roles = {text(entry.value, "role") for entry in parties.entries}
    for role in ("authority", "addressee"):
        if role not in roles:
            message = f"there is no {role} among the parties"
            hint = f"give one of them 'role: {role}'"
            outline.reader.note(parties.mark, "parties", message, hint)


def _countries(outline: Outline) -> None:
    """Note what is no country: a period abroad would be counted for a party at home."""
    for party in outline.reader.built(Party):
        if party.country and (wrong := country_mistake(party.country)):
            outline.reader.note_at(party, *wrong, at=("country",))


def _empty(outline: Outline, row: Row) -> None:
    """Brackets with nothing in them say less than leaving the key out would."""
    for one in attrs.fields(type(row)):
        key = one.metadata.get("key", one.name)
        if getattr(row, one.name) == () and one.default in {attrs.NOTHING, None}:
            message = f"'{key}' holds nothing"
            outline.reader.note_at(
                row, message, "write what it holds, or take the key out", at=(key,)
            )


def _sources(outline: Outline, row: Row) -> None:
    for at, name in [(("source", k), told.split(" ")[0]) for k, told in enumerate(row.source)]:
        note_unknown(outline, row, at, name, what="source", known=outline.sources)
    for number, one in enumerate(row.told_differently):
        place = ("told_differently", number, "source")
        note_unknown(outline, row, place, one.source, what="source", known=outline.sources)


def _people(outline: Outline, row: Row) -> None:
    organs = () if outline.law is None else tuple(outline.law.organs)
    if row.by and outline.law is not None:
        known = (*outline.parties, *organs)
        note_unknown(outline, row, ("by",), row.by, what="party or organ", known=known)
    for at, name in _parties(row):
        note_unknown(outline, row, at, name, what="party", known=outline.parties)


def _parties(row: Row) -> Iterator[Pointer]:
    """Every party that a row names besides the one that acts."""
    for key, table in (("notified", row.notified), ("known_to", row.known_to)):
        if isinstance(table, tuple):
            yield from (((key, party), party) for party, _ in table)
    to = getattr(row, "to", ())
    several = (to,) if isinstance(to, str) and to else to
    yield from ((("to", place), party) for place, party in enumerate(several))
    if isinstance(row, acts.Turnover | acts.TurnoverCorrection):
        yield ("of",), row.of
    if isinstance(row, acts.Decision):
        for number, measure in enumerate(row.measures):
            for place, party in enumerate(measure.to):
                yield ("measures", number, "to", place), party


def _things(outline: Outline, row: Row) -> None:
    """Note each row or measure that a row points to and that is not there."""
    timeline = outline.within(row, "timeline")
    known = outline.known if timeline else outline.known_in_whatifs
    for at, name in _pointers(row):
        note_unknown(outline, row, at, name, what="row or measure", known=known)


def _pointers(row: Row) -> Iterator[Pointer]:
    yield from ((("rests_on", name), name) for name, _ in row.rests_on)
    match row:
        case acts.Information() | acts.Representations():
            yield ("answers",), row.answers
        case acts.Charges() if row.supplements:
            yield ("supplements",), row.supplements
        case acts.ComplianceRow():
            yield ("with",), row.with_
        case acts.Payment():
            yield ("for",), row.for_
        case acts.Appeal():
            yield from ((("against", place), name) for place, name in enumerate(row.against))
        case acts.Judgment():
            yield ("on_appeal",), row.on_appeal
            yield from ((("outcome", name), name) for name, _ in row.outcome)
        case acts.Turnover() | acts.TurnoverCorrection():
            pass
        case _:
            of = getattr(row, "of", "")
            yield from [(("of",), of)] if of else []


def _conducts(outline: Outline, row: Row) -> None:
    for at, name in _named_conducts(row):
        note_unknown(outline, row, at, name, what="conduct", known=outline.conducts)


def _named_conducts(row: Row) -> Iterator[Pointer]:
    for key in ("alleges", "finds", "dismisses"):
        yield from (((key, conduct), conduct) for conduct, _ in getattr(row, key, ()))
    if isinstance(row, acts.Decision):
        if isinstance(row.fault, tuple):
            yield from ((("fault", conduct), conduct) for conduct, _ in row.fault)
        for number, measure in enumerate(row.measures):
            if isinstance(measure, Fine):
                yield from ((("measures", number, "for", one), one) for one in measure.conducts)


def _provisions(outline: Outline, row: Row) -> None:
    """Note provisions whose first word is no instrument of the rulebook."""
    if outline.law is None:
        return
    told = ((at, instrument_of(provision)) for at, provision in _named_provisions(row))
    for at, name in told:
        note_unknown(outline, row, at, name, what="instrument", known=outline.law.instruments)


def _named_provisions(row: Row) -> Iterator[Pointer]:
    for key in ("alleges", "finds", "dismisses"):
        for conduct, provisions in getattr(row, key, ()):
            for place, provision in enumerate(provisions):
                yield (key, conduct, place), provision
    for number, measure in enumerate(getattr(row, "measures", ())):
        if isinstance(measure, Fine):
            yield from ((("measures", number, "for"), one) for one in measure.provisions)
            yield from ((("measures", number, "parts", one), one) for one, _ in measure.parts)


def _inferred(outline: Outline, row: Row) -> None:
    """A day that is marked as inferred needs the row's word from what."""
    days: list[tuple[Steps, object]] = [(("day",), row.day), (("published",), row.published)]
    several = row.notified if isinstance(row.notified, tuple) else ((None, row.notified),)
    days += [(("notified", party) if party else ("notified",), day) for party, day in several]
    for at, day in days:
        if isinstance(day, Day) and day.inferred and not row.inferred:
            message = "an inferred day needs the key 'inferred', which says from what"
            outline.reader.note_at(row, message, "add 'inferred:' to the row", at=at)


def _notifiable(outline: Outline, row: Row) -> None:
    for key in ("notified", "published"):
        if getattr(row, key) is None:
            continue
        if row.act not in NOTIFIABLE:
            message = f"the act '{row.act}' is not {key} in this model"
            outline.reader.note_at(row, message, f"these are: {', '.join(NOTIFIABLE)}", at=(key,))
        elif row.refused is not None:
            message = f"a row that has to fail is not {key}"
            outline.reader.note_at(row, message, "take the key out", at=(key,))


def _sums(outline: Outline, row: acts.Decision) -> None:
    for number, fine in enumerate(row.measures):
        if not isinstance(fine, Fine):
            continue
        if len(fine.conducts) != 1:
            message = "a fine is for one conduct"
            hint = "write a fine for each conduct"
            outline.reader.note_at(row, message, hint, at=("measures", number, "for"))
        if fine.parts:
            _parts(outline, row, number, fine)


def _parts(outline: Outline, row: Row, number: int, fine: Fine) -> None:
    at = ("measures", number, "parts")
    amount = fine.amount
    exact = amount.least if isinstance(amount, MoneyRange) and amount.least == amount.most else None
    if exact is None:
        outline.reader.note_at(row, "parts can only add up to an exact sum", at=at)
        return
    strange = sorted({part.currency for _, part in fine.parts} - {exact.currency})
    if strange:
        message = f"the parts are in {', '.join(strange)}, the fine is in {exact.currency}"
        outline.reader.note_at(row, message, at=at)
        return
    total = sum((part for _, part in fine.parts), Money.zero(exact.currency))
    if total != exact:
        message = f"the parts add up to {total}, not to {exact}"
        outline.reader.note_at(row, message, "correct a part or the sum", at=at)
