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
from domain.rulebook.conditions import InProcedure, Limit, PartyIs
from domain.rulebook.labels import Confidence, Kind, Sourced
from domain.rulebook.model import SECTIONS, Gap, PeriodEnd, TurnoverBase, Version
from domain.rulebook.rulebook import Rulebook, in_force
from showcause.cli.pages.layout import columns, indented, section
from showcause.cli.words import Piece, line, short_day

__all__ = ["Told", "gap_lines", "law_page", "marked", "rules_of", "said", "since", "valued"]

_BASE: Final = frozenset(field.name for field in attrs.fields(Version))
_SHOWN_APART: Final = frozenset({"local", "act"})
_SHOWN_ALWAYS: Final = frozenset({"rule"})
_CONDITIONS: Final = {
    "after": "after {}",
    "not_yet": "while there is no {}",
    "after_end_of": "after the end of {}",
    "before_end_of": "before the end of {}",
    "not_in": "not when {}",
    "states": "if {}",
    "holds": "for what was {}",
    "not_during": "while no period of {} runs",
    "procedure": "in the {} procedure",
    "waives": "if {} is waived",
}
_PLAIN: Final = 2
"""The pieces of a rule before its marks: what it says, and where it stands."""
_HOLDS: Final = {"fault": "done with intent or negligence"}
_STAGES: Final = {"dispute", "inquiry", "formal notice", "charges", "deliberation"}
"""The stages that a proceeding is in, rather than is."""
_STARTS: Final = "starts a period"
_MODEL: Final = Kind.MODEL.value


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
    """What a version says, one phrase for each of its values that is not what goes without it."""
    return tuple(
        phrase
        for field in _fields(version)
        if field.name in _SHOWN_ALWAYS or getattr(version, field.name) != field.default
        for phrase in _phrases(field.name, getattr(version, field.name), version)
    )


def valued(version: Version, *, usual: bool) -> dict[str, tuple[str, ...]]:
    """Every value of a version by its key, each part with its source, so as to be compared.

    `usual` says whether that which goes without saying is among them.
    """
    return {
        _key(field.name): _texts(getattr(version, field.name), None)
        for field in _fields(version)
        if usual or field.name in _SHOWN_ALWAYS or getattr(version, field.name) != field.default
    }


def _fields(version: Version) -> Iterator["attrs.Attribute[object]"]:
    for field in attrs.fields(type(version)):
        if field.name not in _BASE | _SHOWN_APART:
            yield field


def _phrases(name: str, value: object, whole: Sourced) -> Iterator[str]:
    key = _key(name)
    for text in _texts(value, whole):
        if name == "is_":
            yield from _effects(value)
        elif isinstance(value, InProcedure) or _has_parts(value):
            yield text
        else:
            yield f"{key}: {text}" if isinstance(value, Sourced) else f"{key} {text}"


def _has_parts(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Sourced) for one in value)


def _effects(value: object) -> Iterator[str]:
    """What an act is besides: it starts a period, and is binding, appealable."""
    words = [str(word) for word in value] if isinstance(value, tuple) else []
    if _STARTS in words:
        yield _STARTS
    rest = [word for word in words if word != _STARTS]
    if rest:
        yield f"is {joined(rest)}"


def _texts(value: object, whole: Sourced | None) -> tuple[str, ...]:
    """A value in words: one text for each of its parts that may have a source of its own."""
    if value in (None, "", ()):
        return ()
    if isinstance(value, tuple) and _has_parts(value):
        return tuple(_part(one, whole) for one in value)
    return (_part(value, whole) if isinstance(value, Sourced) else _plain(value),)


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


def _part(part: Sourced, whole: Sourced | None) -> str:
    """A condition, a limit or another part, with its own citation where it has one."""
    text = _limit(part) if isinstance(part, Limit) else _condition(part)
    same = whole is not None and _labels(part) == _labels(whole)
    own = "" if same else part.label
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
    if isinstance(part, PartyIs):
        return _party(part)
    values = {
        field.name: getattr(part, field.name)
        for field in attrs.fields(type(part))
        if field.name not in _SOURCED and getattr(part, field.name) not in (None, "", ())
    }
    if len(values) == 1:
        name, value = next(iter(values.items()))
        if name == "not_in" and value in _STAGES:
            return f"not in {value}"
        words = _CONDITIONS.get(name)
        if words is not None:
            return words.format(_HOLDS.get(str(value), _plain(value)))
    if "status" in values:
        return joined([f"while the {thing} is {status}" for thing, status in values["status"]])
    return ", ".join(f"{_key(name)} {_plain(value)}" for name, value in values.items())


def _party(part: PartyIs) -> str:
    """What a party has to be: if the addressee is no state."""
    home = part.main_establishment
    where = (
        "no main establishment in the Union" if home == "none" else f"its main establishment {home}"
    )
    words = (
        f"is {_a(part.is_)}" if part.is_ else "",
        f"is no {part.is_not}" if part.is_not else "",
        f"does not act as {_a(part.not_acting_as)}" if part.not_acting_as else "",
        f"has {where}" if home else "",
    )
    return f"if the {part.party} {joined([word for word in words if word])}"


def _a(word: str) -> str:
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


_SOURCED: Final = frozenset(field.name for field in attrs.fields(Sourced))


def _plain(value: object) -> str:
    """A value in the words of the file."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return joined([_plain(one) for one in value])
    if isinstance(value, TurnoverBase):
        return f"{value.base}, of the {value.of}, in the year {value.year}"
    if isinstance(value, PeriodEnd):
        silence = f"silence is {value.silence}" if value.silence else ""
        return joined(
            list(filter(None, [silence, f"closes {value.closes}" if value.closes else ""]))
        )
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
    of_no_law = _of_no_law(told)
    for part in SECTIONS:
        rules = [rule for rule in told if rule.section == part and rule not in of_no_law]
        if rules:
            parts.append(section(part.replace("_", " "), *_listed(law, rules, on)))
        if part == "acts" and of_no_law:
            parts.append(_without_law(of_no_law))
    parts.append(section("Not modelled", *gap_lines(law.not_modelled)))
    return Group(*parts)


def _of_no_law(told: Sequence[Told]) -> list[Told]:
    """The acts of which nothing but our own model says anything."""
    acts = [rule for rule in told if rule.section == "acts"]
    with_law = {rule.name for rule in acts if rule.version.cite != _MODEL}
    return [rule for rule in acts if rule.name not in with_law]


def _without_law(rules: Sequence[Told]) -> RenderableType:
    """The acts that a proceeding needs and no text orders: one line each, for they say little."""
    rows = [[line((rule.name, "title")), line("; ".join(rule.says))] for rule in rules]
    aside = ("our own model", "quiet")
    return section("Acts that need no law", columns(rows), aside=aside)


def gap_lines(gaps: Sequence[Gap]) -> Iterator[RenderableType]:
    """What is left out, and below it what that does to an answer."""
    for gap in gaps:
        cite = f"  [{gap.cite}]" if gap.cite else ""
        yield indented(line(gap.what, (cite, "quiet")))
        yield indented(line((gap.effect, "doubt")), by=4)


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
    named = {key: title for layer in law.layers for key, title in layer.instruments}
    short = "; ".join(f"{key} = {title}" for key, title in named.items())
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
    for word, style in marked(version, on):
        pieces.extend(("; " if len(pieces) > _PLAIN else " ", (word, style)))
    if version.note:
        pieces.append((f"  {version.note}", "told"))
    return line(*pieces)


def marked(version: Version, on: date | None) -> Iterator[tuple[str, str]]:
    """What a reader must know of a value that is no text of law, or that nobody checked."""
    kind = version.kind
    if on is not None and version.presumed(on):
        yield "presumed so early", "doubt"
    if kind is not None and kind is not Kind.STATUTE and version.cite != kind.value:
        yield str(kind.value), "doubt"
    if version.confidence is Confidence.MEMORY:
        yield "from memory: warns, and does not refuse", "bad"
    elif version.confidence is Confidence.SECONDARY:
        yield "secondary source", "doubt"
