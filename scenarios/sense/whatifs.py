"""Branches and questions that a file keeps: whether what they name is there."""

from __future__ import annotations

from typing import Final

from domain.days import parse_date
from domain.errors import NotationError, shown
from domain.rulebook.loading import shipped
from domain.rulebook.nodes import Mapping
from scenarios.declared import Branch, Change, DecisionPoint, Option
from scenarios.moments import RelativeDay
from scenarios.sense.changes import Sentence, parse_change
from scenarios.sense.outline import Outline, Steps, keys, note_unknown

__all__ = ["check_whatifs"]

_FEWEST_OPTIONS: Final = 2


def check_whatifs(outline: Outline) -> None:
    """Check every branch and every decision point."""
    branches = keys(outline.root, "branches")
    for branch in outline.reader.built(Branch):
        _branch(outline, branch, branches)
    _chains(outline, branches)
    for option in outline.reader.built(Option):
        _changes(outline, option, option.changes)
        if option.branch:
            note_unknown(outline, option, ("branch",), option.branch, what="branch", known=branches)
    for point in outline.reader.built(DecisionPoint):
        _question(outline, point)


def _branch(outline: Outline, branch: Branch, branches: tuple[str, ...]) -> None:
    if branch.of:
        note_unknown(outline, branch, ("of",), branch.of, what="branch", known=branches)
    if branch.from_ and not _is_day(branch.from_):
        note_unknown(outline, branch, ("from",), branch.from_, what="row", known=outline.known)
    if not branch.changes:
        message = "a branch changes something"
        outline.reader.note_at(branch, message, "add a change", at=("changes",))
    _changes(outline, branch, branch.changes)
    for name, _ in branch.assumes:
        at = ("assumes", name)
        note_unknown(
            outline, branch, at, name, what="row or measure", known=outline.known_in_whatifs
        )


def _is_day(text: str) -> bool:
    try:
        parse_date(text)
    except NotationError:
        return False
    return True


def _changes(outline: Outline, built: object, changes: tuple[Change, ...]) -> None:
    for place, change in enumerate(changes):
        if not isinstance(change, str):
            continue
        at = ("changes", place)
        try:
            sentence = parse_change(change)
        except NotationError as error:
            outline.reader.note_at(built, error.message, error.suggestion, at=at)
            continue
        _named(outline, built, at, sentence)


def _named(outline: Outline, built: object, at: Steps, sentence: Sentence) -> None:
    for thing in sentence.things:
        note_unknown(
            outline, built, at, thing, what="row or measure", known=outline.known_in_whatifs
        )
    if sentence.party:
        note_unknown(outline, built, at, sentence.party, what="party", known=outline.parties)
    if sentence.rulebook:
        note_unknown(outline, built, at, sentence.rulebook, what="rulebook", known=shipped())


def _chains(outline: Outline, branches: tuple[str, ...]) -> None:
    """Note branches that go back to themselves by way of `of`."""
    table = outline.root.get("branches")
    of = {}
    for branch in outline.reader.built(Branch):
        path = outline.reader.path_of(branch) or ""
        of[path.removeprefix("branches.")] = branch
    for name in branches if isinstance(table, Mapping) else ():
        seen: list[str] = []
        while name in of and name not in seen:
            seen.append(name)
            name = of[name].of  # noqa: PLW2901 - follows the chain
        if name in seen and seen[0] == name:
            message = f"the branch {shown(name)} is a branch of itself"
            outline.reader.note_at(of[name], message, at=("of",))


def _question(outline: Outline, point: DecisionPoint) -> None:
    names = [name for name, _ in point.options]
    if len(names) < _FEWEST_OPTIONS:
        message = "a decision point has at least two options"
        outline.reader.note_at(point, message, "add another option", at=("options",))
    note_unknown(outline, point, ("asks",), point.asks, what="party", known=outline.parties)
    note_unknown(outline, point, ("as_told",), point.as_told, what="option", known=names)
    told = dict(point.options).get(point.as_told)
    if told is not None and (told.changes or told.branch):
        message = f"the option {shown(point.as_told)} is as told, so it changes nothing"
        outline.reader.note_at(told, message, "take its changes out, or name another option")
    if (point.day is None) == (not point.before):
        hint = "write 'day:' and a day, or 'before:' and a row"
        outline.reader.note_at(point, "a decision point is on a day, or before a row", hint)
    if point.before:
        note_unknown(outline, point, ("before",), point.before, what="row", known=outline.known)
    anchor = point.day.point if isinstance(point.day, RelativeDay) else None
    if anchor is not None:
        note_unknown(
            outline, point, ("day",), anchor.row, what="row or measure", known=outline.known
        )
