"""Two rulebooks, or one on two days, as a page: each rule that differs, its values side by side."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from domain.days import in_words
from domain.rulebook.model import SECTIONS, Version
from showcause.cli.compared import Comparison, Differing, Side, Value
from showcause.cli.pages.law import gap_lines, marked, since
from showcause.cli.pages.layout import indented, section
from showcause.cli.words import Piece, line, plural, short_day

__all__ = ["compared_page"]

_KEY: Final = 15
_NOTHING: Final = "-"


def compared_page(found: Comparison) -> RenderableType:
    """The two sides, how many rules differ, and those by section with the values that do."""
    parts: list[RenderableType] = [_head(found)]
    heads = _names(found)
    if found.general:
        parts.append(section("In general", _table(heads, list(_value_rows(found.general)))))
    for name in SECTIONS:
        rules = [rule for rule in found.rules if rule.section == name]
        if rules:
            rows = [row for rule in rules for row in _rule_rows(rule, found)]
            parts.append(section(name.replace("_", " "), _table(heads, rows)))
    parts.extend(_gaps(found, heads))
    return Group(*parts)


def _head(found: Comparison) -> RenderableType:
    one, other = found.before, found.after
    title = one.law.title if one.law.title == other.law.title else ""
    words = f"{title or f'{one.law.title} and {other.law.title}'}: what differs"
    days = " and ".join(f"{side.law.name} as of {in_words(side.on)}" for side in (one, other))
    return Group(
        line((words, "title")), line((days, "quiet")), line(_counted(found)), *_presumed(found)
    )


def _counted(found: Comparison) -> str:
    """How many rules differ, stand on one side alone, and are the same."""
    alone = {
        side: sum(getattr(rule, missing) is None for rule in found.rules)
        for side, missing in zip(_names(found), ("after", "before"), strict=True)
    }
    both = len(found.rules) - sum(alone.values())
    told = [f"{plural(both, 'rule')} differ{'s' if both == 1 else ''}"] if both else []
    told += [f"{count} only in {side}" for side, count in alone.items() if count]
    told.append(f"{found.same} the same in both")
    return ("" if found.rules else "No rule differs; ") + "; ".join(told) + "."


def _presumed(found: Comparison) -> Iterator[RenderableType]:
    """A side asked for a day so early that some of its rules are only presumed."""
    for side, count in zip((found.before, found.after), found.presumed, strict=True):
        if count:
            known = "is known to be in force only by a later day"
            words = f"{plural(count, 'rule')} of {side.law.name} {known}"
            words = words if count == 1 else words.replace("is known", "are known")
            text = f"{words} than {in_words(side.on)}, and presumed for it."
            yield line((text, "doubt"))


def _names(found: Comparison) -> tuple[str, str]:
    """What tells the sides apart: the rulebook, the day, or both."""
    one, other = found.before, found.after
    if one.law.name != other.law.name and one.on == other.on:
        return one.law.name, other.law.name
    if one.law.name == other.law.name:
        return _day(one), _day(other)
    return f"{one.law.name}, {_day(one)}", f"{other.law.name}, {_day(other)}"


def _day(side: Side) -> str:
    return short_day(side.on).strip()


def _table(heads: tuple[str, str], rows: Sequence[Sequence[Text]]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_KEY)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row("", *(line((head, "quiet")) for head in heads))
    for row in rows:
        table.add_row(*row)
    return indented(table)


def _rule_rows(rule: Differing, found: Comparison) -> Iterator[tuple[Text, Text, Text]]:
    """A rule with where it stands on each side, and below it each value that differs."""
    yield (
        line((rule.name, "title")),
        _stands(rule.before, found.before),
        _stands(rule.after, found.after),
    )
    alone = rule.before is None or rule.after is None
    yield from _value_rows(rule.values, absent="" if alone else _NOTHING)


def _stands(version: Version | None, side: Side) -> Text:
    if version is None:
        return line(("no such rule in force", "quiet"))
    own = "" if version.rulebook in {side.law.name, ""} else f"{version.rulebook}, "
    pieces: list[Piece] = [
        (f"[{own}{since(version.since, version.until)}; {version.cite}]", "quiet")
    ]
    for word, style in marked(version, side.on):
        pieces.append(("; " if len(pieces) > 1 else " ") if style else "")
        pieces.append((word, style))
    return line(*pieces)


def _value_rows(
    values: Sequence[Value], *, absent: str = _NOTHING
) -> Iterator[tuple[Text, Text, Text]]:
    for value in values:
        yield line(f"  {value.key}"), _side(value.before, absent), _side(value.after, absent)


def _side(texts: tuple[str, ...], absent: str) -> Text:
    return line("; ".join(texts)) if texts else line((absent, "quiet"))


def _gaps(found: Comparison, heads: tuple[str, str]) -> Iterator[RenderableType]:
    """What only one of the two leaves out, which is no difference of the law."""
    for head, gaps in zip(heads, (found.gaps_before, found.gaps_after), strict=True):
        if gaps:
            yield section(f"Not modelled in {head} alone", *gap_lines(gaps))
