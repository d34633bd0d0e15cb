"""Whether rows point to what exists, name their sources, and hold sums that add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from domain.days import Day
from domain.money import Money, MoneyRange, Rounding
from domain.proceeding.acts.service import NOTIFIABLE, PUBLIC
from domain.proceeding.silence import SILENCE
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
    known = (*outline.parties, *organs)
    for actor in acts.actors_of(row) if outline.law is not None else ():
        note_unknown(outline, row, ("by",), actor, what="party or organ", known=known)
    if isinstance(row, acts.Turnover | acts.TurnoverCorrection):
        groups = [p.undertaking for p in outline.reader.built(Party) if p.undertaking]
        units = (*outline.parties, *groups)
        note_unknown(outline, row, ("of",), row.of, what="party", known=units)
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
    if isinstance(row, acts.ExtensionOfScope):
        yield from ((("addressees", place), one) for place, one in enumerate(row.addressees))
    if isinstance(row, acts.Insolvency):
        yield ("of",), row.of
    if isinstance(row, acts.Succession):
        yield ("from",), row.from_
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


_POINTING: Final[dict[type[Row], tuple[str, ...]]] = {
    acts.Reply: ("answers",),
    acts.HearingSummons: ("replaces",),
    acts.Extension: ("answers",),
    acts.SettlementAnswer: ("answers",),
    acts.RevisedDraft: ("replaces",),
    acts.ReasonedObjection: ("against",),
    acts.BindingDecision: ("answers",),
    acts.MutualAssistanceAnswer: ("answers",),
    acts.Decision: ("carries_out",),
}
"""The keys by which some rows point to one other row, besides `of`."""


def _by_key(row: Row) -> Iterator[Pointer]:
    for key in _POINTING.get(type(row), ()):
        if getattr(row, key):
            yield (key,), getattr(row, key)


def _pointers(row: Row) -> Iterator[Pointer]:
    yield from ((("rests_on", name), name) for name, _ in row.rests_on)
    yield from _by_key(row)
    match row:
        case acts.Information() | acts.Representations():
            yield ("answers",), row.answers
        case acts.Charges() if row.supplements:
            yield ("supplements",), row.supplements
        case acts.ComplianceRow():
            yield ("with",), row.with_
        case acts.Payment():
            yield ("for",), row.for_
        case acts.Decision():
            yield from _in_measures(row)
        case _ if isinstance(row, _DISPUTING):
            yield from _in_dispute(row)
        case acts.Turnover() | acts.TurnoverCorrection() | acts.Insolvency():
            pass
        case _:
            of = getattr(row, "of", "")
            yield from [(("of",), of)] if of else []


_DISPUTING: Final = (
    acts.Appeal,
    acts.ReconsiderationRequest,
    acts.Judgment,
    acts.Reconsideration,
    acts.SuspensionRequest,
    acts.Suspension,
)


def _in_dispute(row: Row) -> Iterator[Pointer]:
    """What is appealed, suspended or ruled on; silence is nothing that a row could have done."""
    for key in ("on_appeal", "answers"):
        of = getattr(row, key, "")
        yield from [((key,), of)] if of else []
    for key in ("against", "of"):
        for place, name in enumerate(getattr(row, key, ())):
            yield from [((key, place), name)] if name != SILENCE else []
    for of, _ in getattr(row, "outcome", ()):
        yield from [(("outcome", of), of)] if of != SILENCE else []


def _in_measures(row: acts.Decision) -> Iterator[Pointer]:
    """What a decision's measures point to: the order or ban that they enforce, or share with."""
    for number, measure in enumerate(row.measures):
        of = getattr(measure, "of", "")
        yield from [(("measures", number, "of"), of)] if of else []
    for number, joint in enumerate(row.joint_maximum):
        at = ("joint_maximum", number, "of") if len(row.joint_maximum) > 1 else ("joint_maximum",)
        yield from ((at, of) for of in joint.of)


def _conducts(outline: Outline, row: Row) -> None:
    for at, name in _named_conducts(row):
        note_unknown(outline, row, at, name, what="conduct", known=outline.conducts)


def _named_conducts(row: Row) -> Iterator[Pointer]:
    for key in ("alleges", "finds", "dismisses"):
        yield from (((key, conduct), conduct) for conduct, _ in getattr(row, key, ()))
    if isinstance(row, acts.ExtensionOfScope):
        yield from ((("conducts", place), one) for place, one in enumerate(row.conducts))
    if isinstance(row, acts.Decision) and isinstance(row.fault, tuple):
        yield from ((("fault", conduct), conduct) for conduct, _ in row.fault)
    for at, measure in _fines(row):
        yield from (((*at, "for", one), one) for one in measure.conducts)


def _fines(row: Row) -> Iterator[tuple[Steps, Fine]]:
    """The fines that a decision takes or charges propose, with where they stand."""
    for key in ("measures", "proposes"):
        for number, measure in enumerate(getattr(row, key, ())):
            if isinstance(measure, Fine):
                yield (key, number), measure


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
    for at, fine in _fines(row):
        yield from (((*at, "for"), one) for one in fine.provisions)
        yield from (((*at, "parts", one), one) for one, _ in fine.parts)


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
        able = NOTIFIABLE if key == "notified" else PUBLIC
        if row.act not in able:
            message = f"the act '{row.act}' is not {key} in this model"
            outline.reader.note_at(row, message, f"these are: {', '.join(able)}", at=(key,))
        elif row.refused is not None:
            message = f"a row that has to fail is not {key}"
            outline.reader.note_at(row, message, "take the key out", at=(key,))


def _sums(outline: Outline, row: Row) -> None:
    for at, fine in _fines(row):
        if len(fine.conducts) != 1:
            message = "a fine is for one conduct"
            hint = "write a fine for each conduct"
            outline.reader.note_at(row, message, hint, at=(*at, "for"))
        if fine.parts:
            _parts(outline, row, (*at, "parts"), fine)
        if fine.converted is not None:
            _converted(outline, row, (*at, "converted"), fine)


def _exact(fine: Fine) -> Money | None:
    """The sum of a fine, where it is one sum that is known."""
    amount = fine.amount
    known = isinstance(amount, MoneyRange) and amount.least == amount.most
    return amount.least if isinstance(amount, MoneyRange) and known else None


def _converted(outline: Outline, row: Row, at: Steps, fine: Fine) -> None:
    """A conversion multiplies out to the cent."""
    exact, told = _exact(fine), fine.converted
    if told is None or exact is None:
        outline.reader.note_at(row, "only an exact sum can be converted", at=at)
        return
    right = told.rate.convert(told.from_, exact.currency, Rounding.HALF_UP)
    if right != exact:
        message = f"{told.from_} at {told.rate} is {right}, not {exact}"
        outline.reader.note_at(row, message, "correct the sum or the rate", at=at)


def _parts(outline: Outline, row: Row, at: Steps, fine: Fine) -> None:
    exact = _exact(fine)
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
