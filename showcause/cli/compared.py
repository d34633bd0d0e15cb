"""Two rulebooks, or one on two days, rule by rule: what a comparison shows and its object has."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from domain.rulebook.model import ADDING_SECTIONS, SECTIONS, Gap, Power, Version
from domain.rulebook.rulebook import Rulebook, in_force
from showcause.cli.pages.law import valued

__all__ = ["Comparison", "Differing", "Side", "Value", "compare"]

_CALLED: Final = "called"


@frozen(kw_only=True)
class Side:
    """A rulebook on a day."""

    law: Rulebook
    on: date


@frozen(kw_only=True)
class Value:
    """One value that is not the same on both sides; several texts where it has several parts."""

    key: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@frozen(kw_only=True)
class Differing:
    """A rule that is not the same; a side is None where it has no such rule in force."""

    section: str
    name: str
    before: Version | None
    after: Version | None
    values: tuple[Value, ...]


@frozen(kw_only=True)
class Comparison:
    """What differs between two sides.

    `same` counts the rules that do not, `presumed` those of each side that are in force on its day
    by presumption alone.
    """

    before: Side
    after: Side
    general: tuple[Value, ...]
    rules: tuple[Differing, ...]
    same: int
    presumed: tuple[int, int]
    gaps_before: tuple[Gap, ...]
    gaps_after: tuple[Gap, ...]


def compare(before: Side, after: Side) -> Comparison:
    """Every rule that either side has in force on its day, as it binds there: composed."""
    pairs = tuple(_pairs(before, after))
    found = [_differing(*pair) for pair in pairs]
    there, here = before.law.not_modelled, after.law.not_modelled
    return Comparison(
        before=before,
        after=after,
        general=tuple(_values(_general(before.law), _general(after.law))),
        rules=tuple(one for one in found if one is not None),
        same=found.count(None),
        presumed=(
            sum(_presumed(old, before) for _, _, old, _ in pairs),
            sum(_presumed(new, after) for _, _, _, new in pairs),
        ),
        gaps_before=tuple(gap for gap in there if gap not in here),
        gaps_after=tuple(gap for gap in here if gap not in there),
    )


def _presumed(version: Version | None, side: Side) -> bool:
    return version is not None and version.presumed(side.on)


def _pairs(before: Side, after: Side) -> Iterator[tuple[str, str, Version | None, Version | None]]:
    for section in SECTIONS:
        names = (*before.law.names(section), *after.law.names(section))
        for name in dict.fromkeys(names):
            old, new = _standing(before, section, name), _standing(after, section, name)
            if old is not None or new is not None:
                yield section, name, old, new


def _standing(side: Side, section: str, name: str) -> Version | None:
    """The rule of that name as it binds that day, with what its parents add; None if none does.

    While it is uncertain which of two versions was in force, it is the later one.
    """
    if not side.law.has(section, name):
        return None
    found = in_force(side.law.versions(section, name), side.on)
    if not found or section not in ADDING_SECTIONS:
        return found[-1] if found else None
    nearest = found[-1]
    act = (nearest.act if isinstance(nearest, Power) else "") or name
    ask = side.law.powers if section == "acts" else side.law.measures
    own = (one for one in ask(act, side.on) if (one.name, one.since) == (name, nearest.since))
    return next(own, nearest)  # of a parent's alternatives the first is that of the same name


def _differing(
    section: str, name: str, before: Version | None, after: Version | None
) -> Differing | None:
    usual = before is not None and after is not None
    values = tuple(_values(_told(before, usual=usual), _told(after, usual=usual)))
    if not values and _labels(before) == _labels(after):
        return None
    return Differing(section=section, name=name, before=before, after=after, values=values)


def _labels(version: Version | None) -> tuple[object, ...]:
    if version is None:
        return ()
    return version.cite, version.kind, version.confidence, version.note


def _told(version: Version | None, *, usual: bool) -> dict[str, tuple[str, ...]]:
    """Every value of a rule in words, its local name included."""
    if version is None:
        return {}
    local = version.local if isinstance(version, Power) else ""
    return {_CALLED: (local,) if local else ()} | valued(version, usual=usual)


def _values(
    before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]
) -> Iterator[Value]:
    """What only one side has of each value; the parts of a list that both have are left out."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, ()), after.get(key, ())
        gone = tuple(text for text in old if text not in new)
        come = tuple(text for text in new if text not in old)
        if gone or come:
            yield Value(key=key, before=gone, after=come)


def _general(law: Rulebook) -> dict[str, tuple[str, ...]]:
    """What holds for a rulebook as a whole."""
    organs = tuple(f"{key} ({organ.local})" for key, organ in law.organs.items())
    return {
        "country": (law.country,) if law.country else (),
        "currency": (law.currency,),
        "counting": (law.time_rule_name,) if law.time_rule_name else (),
        "calendar": (law.calendar.name,),
        "organs": organs,
    }
