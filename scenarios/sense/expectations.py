"""Whether a file expects something, and whether what it names is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from domain.money import MoneyRange
from domain.proceeding.acts import ROOMS
from domain.rulebook.nodes import Sequence
from scenarios.expected import Expectation
from scenarios.sense.outline import Outline, Steps, items, note_unknown

__all__ = ["check_expectations"]

_ACTS = tuple(room.act for room in ROOMS)


def check_expectations(outline: Outline) -> None:
    """Check that the file expects something, and each expectation, those of branches too."""
    expect = outline.root.get("expect")
    nothing = expect is None or (isinstance(expect, Sequence) and not expect.items)
    if nothing and not _refused_rows(outline):
        where = outline.root.mark if expect is None else expect.mark
        message = "nothing is expected: a scenario that expects nothing always passes"
        hint = "add 'expect:' with days, and what must hold on them"
        outline.reader.note(where, "expect", message, hint)
    timeline = outline.root.get("timeline")
    if isinstance(timeline, Sequence) and not timeline.items:
        outline.reader.note(timeline.mark, "timeline", "nothing happens: there is no row")
    for one in outline.reader.built(Expectation):
        _check(outline, one)


def _refused_rows(outline: Outline) -> bool:
    rows = items(outline.root, "timeline")
    return any(getattr(row, "get", lambda _key: None)("refused") is not None for row in rows)


def _check(outline: Outline, one: Expectation) -> None:
    known = outline.known if outline.within(one, "expect") else outline.known_in_whatifs
    reader = outline.reader
    if not one.says_something:
        hint = "add stage, status, exposure, deadlines, may, may_not, or take it out"
        reader.note_at(one, "this expectation expects nothing", hint)
    if (one.as_of is None) == (not one.at):
        hint = "write 'as_of:' and a day, or 'at:' and a row"
        reader.note_at(one, "an expectation is as of one day, or at one row", hint)
    if one.at:
        note_unknown(outline, one, ("at",), one.at, what="row", known=_rows(outline, one))
    if one.warns and not one.at:
        reader.note_at(one, "'warns' is said of a row", "add 'at:' and its name", at=("warns",))
    if one.refused and outline.within(one, "expect"):
        message = "'refused' is expected of branches"
        reader.note_at(one, message, "write 'refused:' into the row", at=("refused",))
    for key, names in _named(one).items():
        things = (*known, *outline.parties) if key == "status" else known
        for name in names:
            note_unknown(outline, one, (key, name), name, what="row or measure", known=things)
    periods = () if outline.law is None else outline.law.names("periods")
    with_periods = (*known, *periods)
    for name, _ in one.deadlines:
        note_unknown(
            outline, one, ("deadlines", name), name, what="row or period", known=with_periods
        )
    _acts(outline, one)
    _currency(outline, one)


def _rows(outline: Outline, one: Expectation) -> Collection[str]:
    return outline.names.rows if outline.within(one, "expect") else outline.known_in_whatifs


def _named(one: Expectation) -> dict[str, tuple[str, ...]]:
    tables: dict[str, Iterable[tuple[str, object]]] = {
        "status": one.status,
        "days_of_delay": one.days_of_delay,
        "maxima": one.maxima,
        "offers": one.offers,
        "refused": one.refused,
    }
    return {key: tuple(name for name, _ in table) for key, table in tables.items()}


def _acts(outline: Outline, one: Expectation) -> None:
    told = [(("may", place), act) for place, act in enumerate(one.may)]
    told_not: list[tuple[Steps, str]] = [(("may_not", act), act) for act, _ in one.may_not]
    for at, act in (*told, *told_not):
        note_unknown(outline, one, at, act, what="act", known=_ACTS)


def _currency(outline: Outline, one: Expectation) -> None:
    if outline.law is None:
        return
    for figure, bounds in one.exposure:
        for strange in _strangers(bounds, outline.law.currency):
            message = f"sums under {outline.law.title} are in {outline.law.currency}, not {strange}"
            outline.reader.note_at(one, message, at=("exposure", figure))


def _strangers(bounds: MoneyRange, currency: str) -> set[str]:
    ends = (bounds.least, bounds.most)
    return {end.currency for end in ends if end is not None} - {currency}
