"""A rulebook as a page: each rule in words, with its citation and what its labels warn of."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Final

import attrs
from rich.console import Group, RenderableType
from rich.text import Text

from domain.days import Day, in_words
from domain.proceeding.messages import joined
from domain.rulebook.conditions import Limit
from domain.rulebook.labels import Confidence, Kind, Sourced
from domain.rulebook.model import SECTIONS, TurnoverBase, Version
from domain.rulebook.rulebook import Rulebook, in_force
from showcause.cli.pages.layout import columns, indented, section
from showcause.cli.words import Piece, line, short_day

__all__ = ["Told", "law_page", "rules_of", "said", "since"]

_BASE: Final = frozenset(field.name for field in attrs.fields(Version))
_SHOWN_APART: Final = frozenset({"local", "act"})
_CONDITIONS: Final = {
    "after": "after {}",
    "not_yet": "while there is no {}",
    "after_end_of": "after the end of {}",
    "before_end_of": "before the end of {}",
    "not_in": "not when {}",
    "states": "if {}",
    "holds": "for what was {}",
}
_HOLDS: Final = {"fault": "done with intent or negligence"}


@attrs.frozen(kw_only=True)
class Told:
    """One version of a rule: where it stands, and what it says."""

    section: str
    name: str
    version: Version
    says: tuple[str, ...]


def rules_of(law: Rulebook, on: date | None) -> Iterator[Told]:
    """Every rule that applies, by section; of a day the versions in force, else all of them."""
    for part in SECTIONS:
        for name in law.names(part):
            for versions in _layers(law, part, name):
                for version in versions if on is None else in_force(versions, on):
                    yield Told(section=part, name=name, version=version, says=said(version))


def _layers(law: Rulebook, part: str, name: str) -> Iterator[tuple[Version, ...]]:
    """Where rules add to those of a parent, all layers that have one; else the nearest."""
    found = [
        dict(getattr(layer, part))[name]
        for layer in law.layers
        if name in dict(getattr(layer, part))
    ]
    yield from found if part in {"acts", "measures"} else found[:1]


def said(version: Version) -> tuple[str, ...]:
    """What a version says, one phrase for each of its values."""
    return tuple(
        phrase
        for field in attrs.fields(type(version))
        if field.name not in _BASE | _SHOWN_APART
        for phrase in _phrases(field.name, getattr(version, field.name), version)
    )


def _phrases(name: str, value: object, whole: Sourced) -> Iterator[str]:
    key = name.rstrip("_").replace("_", " ")
    if value in (None, "", ()):
        return
    if isinstance(value, tuple) and any(isinstance(one, Sourced) for one in value):
        for one in value:
            yield _part(one, whole)
    elif isinstance(value, Sourced):
        yield f"{key}: {_part(value, whole)}"
    else:
        yield f"{key} {_plain(value)}"


def _part(part: Sourced, whole: Sourced) -> str:
    """A condition, a limit or another part, with its own citation where it has one."""
    text = _limit(part) if isinstance(part, Limit) else _condition(part)
    own = part.label if (part.cite, part.kind, part.confidence) != _labels(whole) else ""
    return f"{text} [{own}]" if own and part.cite else text


def _labels(whole: Sourced) -> tuple[str, Kind | None, Confidence | None]:
    return whole.cite, whole.kind, whole.confidence


def _limit(limit: Limit) -> str:
    bounds = [
        f"at least {limit.at_least}" if limit.at_least is not None else "",
        f"at most {limit.at_most}" if limit.at_most is not None else "",
        f"unless {limit.unless.states}" if limit.unless is not None else "",
    ]
    return f"{limit.limit} {' '.join(filter(None, bounds))}"


def _condition(part: Sourced) -> str:
    values = {
        field.name: getattr(part, field.name)
        for field in attrs.fields(type(part))
        if field.name not in _SOURCED and getattr(part, field.name) not in (None, "", ())
    }
    if len(values) == 1:
        name, value = next(iter(values.items()))
        words = _CONDITIONS.get(name)
        if words is not None:
            return words.format(_HOLDS.get(str(value), str(value)))
    if "status" in values:
        return joined([f"while the {thing} is {status}" for thing, status in values["status"]])
    return ", ".join(
        f"{name.rstrip('_').replace('_', ' ')} {_plain(value)}" for name, value in values.items()
    )


_SOURCED: Final = frozenset(field.name for field in attrs.fields(Sourced))


def _plain(value: object) -> str:
    """A value in the words of the file."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return joined([_plain(one) for one in value])
    if isinstance(value, TurnoverBase):
        return f"{value.base}, of the {value.of}, in the year {value.year}"
    return str(value)


def since(day: Day, until: date | None) -> str:
    """From when a version applies, as far as that is known, and until when."""
    if day.exact is not None:
        begun = f"since {short_day(day.exact).strip()}"
    elif day.earliest is None and day.latest is not None:
        begun = f"in force by {short_day(day.latest).strip()}"
    elif day.latest is None and day.earliest is not None:
        begun = f"not before {short_day(day.earliest).strip()}"
    else:
        begun = f"since {day}"
    return begun if until is None else f"{begun}, until {short_day(until).strip()}"


def law_page(law: Rulebook, on: date | None) -> RenderableType:
    """The rulebook's head, its rules by section, and what it leaves out."""
    parts: list[RenderableType] = [_head(law, on)]
    told = list(rules_of(law, on))
    for part in SECTIONS:
        rules = [rule for rule in told if rule.section == part]
        if rules:
            parts.append(section(part.replace("_", " "), *_listed(law, rules, on)))
    gaps = [
        [
            line(gap.what, (f"  [{gap.cite}]" if gap.cite else "", "quiet")),
            line((gap.effect, "doubt")),
        ]
        for gap in law.not_modelled
    ]
    parts.append(section("Not modelled", columns(gaps)))
    return Group(*parts)


def _head(law: Rulebook, on: date | None) -> RenderableType:
    own = law.layers[0]
    when = f"as of {in_words(on)}" if on is not None else "all versions"
    extends = joined([layer.rulebook for layer in law.layers[1:]])
    checked = next((layer.last_checked_on for layer in law.layers if layer.last_checked_on), None)
    facts = [
        f"rulebook {law.name}, {when}",
        f"builds on {extends}" if extends else "",
        f"last checked {in_words(checked)}" if checked is not None else "",
    ]
    short = ", ".join(f"{key} = {title}" for key, title in law.instruments.items())
    organs = ", ".join(f"{key} ({organ.local})" for key, organ in own.organs)
    return Group(
        line((law.title, "title")),
        line(("; ".join(filter(None, facts)), "quiet")),
        line((f"Citations: {short}", "quiet")),
        *([line((f"Organs: {organs}", "quiet"))] if organs else []),
    )


def _listed(law: Rulebook, rules: Sequence[Told], on: date | None) -> list[RenderableType]:
    blocks: list[RenderableType] = []
    last = ""
    for rule in rules:
        if rule.name != last:
            local = getattr(rule.version, "local", "")
            blocks.append(
                indented(line((rule.name, "title"), (f"  {local}" if local else "", "quiet")))
            )
            last = rule.name
        blocks.append(indented(_rule(law, rule, on), by=4))
    return blocks


def _rule(law: Rulebook, rule: Told, on: date | None) -> Text:
    version = rule.version
    own = "" if version.rulebook in {law.name, ""} else f"{version.rulebook}, "
    pieces: list[Piece] = [f"{'; '.join(rule.says)}  " if rule.says else ""]
    pieces.append((f"[{own}{since(version.since, version.until)}; {version.cite}]", "quiet"))
    if on is not None and version.presumed(on):
        pieces.append((" presumed so early", "doubt"))
    pieces.extend(_marks(version))
    if version.note:
        pieces.append((f"  {version.note}", "told"))
    return line(*pieces)


def _marks(version: Version) -> Iterator[Piece]:
    """What a reader must know of a value that is no text of law, or that nobody checked."""
    kind = version.kind
    if kind is not None and kind is not Kind.STATUTE:
        yield f" {kind.value}", "doubt"
    if version.confidence is Confidence.MEMORY:
        yield " from memory: warns, and does not refuse", "bad"
    elif version.confidence is Confidence.SECONDARY:
        yield " secondary source", "doubt"
