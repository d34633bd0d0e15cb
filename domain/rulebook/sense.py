"""The second pass over a rulebook file: what only shows when its parts are seen together."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from domain.rulebook.model import (
    ADDING_SECTIONS,
    SECTIONS,
    AfterEndOf,
    BeforeEndOf,
    Confidence,
    CountedBy,
    PeriodRule,
    Power,
    RulebookFile,
    Sourced,
    Version,
)
from domain.rulebook.provisions import instrument_of
from domain.rulebook.reader import Reader


def check_sense(file: RulebookFile, parents: Sequence[RulebookFile], reader: Reader) -> None:
    """Note every mistake of sense: labels, order of versions, references, silent replacement."""
    chain = (file, *parents)
    for section in SECTIONS:
        for name, versions in getattr(file, section):
            _labels(versions, reader)
            _order(versions, reader)
            _replaces(section, name, versions, parents, reader)
    _citations(file, chain, reader)
    _references(file, chain, reader)


def _labels(versions: tuple[Version, ...], reader: Reader) -> None:
    for version in versions:
        if not version.cite:
            reader.note_at(version, "a version needs a citation", "add 'cite:'")
        if version.confidence is None:
            hint = "add 'confidence:' verified, secondary or memory"
            reader.note_at(version, "a version says how well it was checked", hint)
        checked = version.confidence in {Confidence.VERIFIED, Confidence.SECONDARY}
        if checked and not version.read_in:
            reader.note_at(
                version,
                f"what is {_word(version.confidence)} says where it was read",
                "add 'read_in:', or 'confidence: memory'",
            )


def _word(confidence: Confidence | None) -> str:
    return "" if confidence is None else confidence.value


def _order(versions: tuple[Version, ...], reader: Reader) -> None:
    for before, after in pairwise(versions):
        begins = after.since.earliest
        if begins is None:
            reader.note_at(after, "only the first version may have an open beginning")
        elif before.since.earliest is not None and begins <= before.since.earliest:
            reader.note_at(after, "versions stand in the order of their entry into force")
        elif before.until is not None and begins <= before.until:
            reader.note_at(after, f"the version before it is in force until {before.until}")


def _replaces(
    section: str,
    name: str,
    versions: tuple[Version, ...],
    parents: Sequence[RulebookFile],
    reader: Reader,
) -> None:
    """Outside acts and measures a rule of a parent's name must say that it replaces it."""
    if section in ADDING_SECTIONS:
        return
    holders = [p.rulebook for p in parents if name in dict(getattr(p, section))]
    for version in versions:
        if holders and version.replaces not in holders:
            reader.note_at(
                version, f"{holders[0]} has a rule '{name}' too", f"add 'replaces: {holders[0]}'"
            )
        if version.replaces and not holders:
            reader.note_at(version, f"there is no rule '{name}' in {version.replaces} to replace")


def _sourced(file: RulebookFile) -> Iterator[Sourced]:
    """Every part of a file that may carry a citation."""
    for section in SECTIONS:
        for _, versions in getattr(file, section):
            for version in versions:
                yield version
                yield from getattr(version, "requires", ())
                yield from getattr(version, "limits", ())
                yield from (one for one in (getattr(version, "counted_by", None),) if one)


def _citations(file: RulebookFile, chain: Sequence[RulebookFile], reader: Reader) -> None:
    known = [name for one in chain for name, _ in one.instruments]
    for part in _sourced(file):
        word = instrument_of(part.cite) if part.cite else ""
        if word and word not in known:
            near = get_close_matches(word, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else "add it to 'instruments:'"
            reader.note_at(part, f"'{word}' is none of the instruments", hint)


def _references(file: RulebookFile, chain: Sequence[RulebookFile], reader: Reader) -> None:
    periods = [name for one in chain for name, _ in one.periods]
    penalties = [name for one in chain for name, _ in one.periodic_penalties]
    rules = [name for one in chain for name, _ in one.time_rules]
    roles = ["authority", "addressee", "complainant", "court", "anybody"]
    actors = [*roles, *(name for one in chain for name, _ in one.organs)]
    if file.time_rule and file.time_rule not in rules:
        _missing(reader, file, f"there is no time rule '{file.time_rule}'", file.time_rule, rules)
    for part in _sourced(file):
        if isinstance(part, Power):
            for actor in part.by:
                if actor not in actors:
                    _missing(reader, part, f"'{actor}' is no organ and no role", actor, actors)
            if part.penalty and part.penalty not in penalties:
                text = f"there is no periodic penalty '{part.penalty}'"
                _missing(reader, part, text, part.penalty, penalties)
        rule = _rule_named(part)
        if rule and rule not in rules:
            _missing(reader, part, f"there is no time rule '{rule}'", rule, rules)
        named = _period_named(part)
        if named and named not in periods:
            _missing(reader, part, f"there is no period '{named}'", named, periods)


def _rule_named(part: Sourced) -> str:
    match part:
        case PeriodRule():
            return part.time_rule
        case CountedBy():
            return part.rule
    return ""


def _period_named(part: Sourced) -> str:
    match part:
        case AfterEndOf():
            return part.after_end_of
        case BeforeEndOf():
            return part.before_end_of
    return ""


def _missing(reader: Reader, part: object, text: str, word: str, known: Sequence[str]) -> None:
    near = get_close_matches(word, known, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known) or 'none'}"
    reader.note_at(part, text, hint)
