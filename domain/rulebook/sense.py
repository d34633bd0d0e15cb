"""The second pass over a rulebook file: what only shows when its parts are seen together."""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from itertools import pairwise

from domain.rulebook.closed_words import POSTPONED
from domain.rulebook.conditions import (
    After,
    AfterEndOf,
    BeforeEndOf,
    CountedBy,
    NotDuring,
    NotYet,
)
from domain.rulebook.labels import Confidence, Sourced
from domain.rulebook.model import (
    ADDING_SECTIONS,
    SECTIONS,
    Gap,
    LiquidationRule,
    PeriodRule,
    Power,
    RulebookFile,
    Version,
)
from domain.rulebook.provisions import instrument_of
from domain.rulebook.reader import Reader
from domain.rulebook.sense_binding import check_binding
from domain.rulebook.sense_parts import missing, sourced
from domain.rulebook.sense_words import check_words


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
    _points(file, chain, reader)
    check_binding(file, reader)
    check_words(file, chain, reader)


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
    for one in versions:
        if one.until is not None and one.since.earliest is not None:
            _ends_after_its_beginning(one, one.since.earliest, one.until, reader)
    for before, after in pairwise(versions):
        begins = after.since.earliest
        if begins is None:
            reader.note_at(after, "only the first version may have an open beginning")
        elif before.since.earliest is not None and begins <= before.since.earliest:
            reader.note_at(after, "versions stand in the order of their entry into force")
        elif before.until is not None and begins <= before.until:
            reader.note_at(after, f"the version before it is in force until {before.until}")


def _ends_after_its_beginning(one: Version, since: date, until: date, reader: Reader) -> None:
    if until < since:
        message = f"the version ends on {until}, before it begins on {since}"
        reader.note_at(one, message, f"write a day from {since} on", at=("until",))


def _replaces(
    section: str,
    name: str,
    versions: tuple[Version, ...],
    parents: Sequence[RulebookFile],
    reader: Reader,
) -> None:
    """Outside acts and measures a rule of a parent's name must say that it replaces it."""
    holders = [p.rulebook for p in parents if name in dict(getattr(p, section))]
    needed = holders and section not in ADDING_SECTIONS
    for version in versions:
        if needed and version.replaces not in holders:
            reader.note_at(
                version, f"{holders[0]} has a rule '{name}' too", f"add 'replaces: {holders[0]}'"
            )
        elif version.replaces and version.replaces not in holders:
            text = f"there is no rule '{name}' in {version.replaces} to replace"
            hint = f"did you mean '{holders[0]}'?" if holders else ""
            reader.note_at(version, text, hint)


def _citations(file: RulebookFile, chain: Sequence[RulebookFile], reader: Reader) -> None:
    known = [name for one in chain for name, _ in one.instruments]
    parts: list[Sourced | Gap] = [*sourced(file), *file.not_modelled]
    for part in parts:
        word = instrument_of(part.cite) if part.cite else ""
        if word and word not in known:
            near = get_close_matches(word, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else "add it to 'instruments:'"
            reader.note_at(part, f"'{word}' is none of the instruments", hint)


def _references(file: RulebookFile, chain: Sequence[RulebookFile], reader: Reader) -> None:
    periods = [name for one in chain for name, _ in one.periods]
    penalties = [name for one in chain for name, _ in one.periodic_penalties]
    rules = [name for one in chain for name, _ in one.time_rules]
    roles = [
        "authority",
        "addressee",
        "complainant",
        "court",
        "other authority",
        "board",
        "anybody",
    ]
    actors = [*roles, *(name for one in chain for name, _ in one.organs)]
    if file.time_rule and file.time_rule not in rules:
        missing(reader, file, f"there is no time rule '{file.time_rule}'", file.time_rule, rules)
    for part in sourced(file):
        for actor in _actors_named(part):
            if actor not in actors:
                missing(reader, part, f"'{actor}' is no organ and no role", actor, actors)
        penalty = part.penalty if isinstance(part, Power) else ""
        if penalty and penalty not in penalties:
            text = f"there is no periodic penalty '{penalty}'"
            missing(reader, part, text, penalty, penalties)
        rule = _rule_named(part)
        if rule and rule not in rules:
            missing(reader, part, f"there is no time rule '{rule}'", rule, rules)
        named = _period_named(part)
        if named and named not in periods:
            missing(reader, part, f"there is no period '{named}'", named, periods)


def _actors_named(part: Sourced) -> tuple[str, ...]:
    match part:
        case Power():
            return part.by
        case LiquidationRule():
            return (part.by,)
    return ()


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
        case NotDuring():
            return part.not_during
    return ""


def _points(file: RulebookFile, chain: Sequence[RulebookFile], reader: Reader) -> None:
    """The acts after which something may be done, or from which a period runs."""
    acts = [one.act or name for f in chain for name, powers in f.acts for one in powers]
    acts = list(dict.fromkeys(acts))
    moments = [f"{act}.{moment}" for act in acts for moment in ("notified", "published")]
    moments += acts
    announced = [*acts, POSTPONED]
    for part in sourced(file):
        act = _act_named(part)
        if act and act not in acts:
            missing(reader, part, f"there is no act '{act}'", act, acts)
        for point in part.from_ if isinstance(part, PeriodRule) else ():
            if point not in moments:
                missing(reader, part, f"no period runs from '{point}'", point, moments)
        before = part.before if isinstance(part, PeriodRule) else ""
        if before and before not in announced:
            text = f"there is no act '{before}' to announce"
            missing(reader, part, text, before, announced, at=("before",))


def _act_named(part: Sourced) -> str:
    match part:
        case After():
            return part.after
        case NotYet():
            return part.not_yet
    return ""
