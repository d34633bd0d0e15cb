"""Deadlines, each with the steps that led to its day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from rich.console import Group, RenderableType

from domain.deadlines import Deadline
from scenarios.views import DeadlineTold
from showcause.cli.pages.layout import columns, section
from showcause.cli.words import Piece, day_lines, line, plural

__all__ = ["deadlines", "due_title", "steps_told"]

_STYLES: Final = {"running": "doubt", "met": "good", "answered": "good", "void": "quiet"}
_WORDS: Final = {"comply": "comply with", "payment": "pay", "appeal": "appeal against"}

Inferred = Callable[[DeadlineTold], str]
"""What is inferred of the day that a deadline runs from; empty where it is told."""


def deadlines(
    told: Iterable[DeadlineTold], as_of: date, inferred: Inferred = lambda _due: ""
) -> RenderableType:
    """Every period that was started, in the order of the days on which they end."""
    rows: list[list[RenderableType]] = [_row(due, as_of, inferred(due)) for due in told]
    return section("Deadlines", columns(rows, by=1) if rows else columns([["None has begun."]]))


def _row(due: DeadlineTold, as_of: date, inferred: str) -> list[RenderableType]:
    title = line((due_title(due), "title"), f", {due.party}: ", *_where(due, as_of))
    steps = [line((text, "quiet")) for text in steps_told(due)]
    steps[-1].append_text(line((f"  [{due.cite}]", "quiet")))
    marks = [line((f"≈ {inferred}", "doubt"))] if inferred else []
    return [day_lines(due.on, inferred=bool(inferred)), Group(title, *steps, *marks)]


def due_title(due: DeadlineTold) -> str:
    """What a period leaves time for: comply with injunction."""
    word = _WORDS.get(due.name)
    return f"{word} {due.of}" if word is not None else f"{due.name} ({due.of})"


def steps_told(due: DeadlineTold) -> list[str]:
    """The steps as a sentence, one for each reading that has its own."""
    known: list[Deadline] = [one for one in due.deadlines if one is not None]
    told = list(dict.fromkeys(one.explanation for one in known))
    if len(told) == 1:
        return told
    return [f"at the earliest: {told[0]}", f"at the latest: {told[-1]}"]


def _where(due: DeadlineTold, as_of: date) -> list[Piece]:
    """Where the period stands, and how far away its end is while that matters."""
    end = due.on.exact
    if due.status == "running" and end is not None:
        left = (end - as_of).days
        return [(f"running, {plural(left, 'day')} left" if left else "running, last day", "doubt")]
    if due.status == "ended" and end is not None:
        return [f"ended {plural((as_of - end).days, 'day')} ago"]
    style = "doubt" if " or " in due.status else _STYLES.get(due.status, "")
    return [(due.status, style)]
