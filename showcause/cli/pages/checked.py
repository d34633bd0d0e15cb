"""What the file expects, and whether it holds."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath

from rich.console import Group, RenderableType

from scenarios.checking import Checked
from showcause.cli.pages.layout import columns, section
from showcause.cli.words import delay_words, line, short_day

__all__ = ["expectations"]

Tags = Mapping[str, tuple[str, str]]


def expectations(
    found: Sequence[Checked], *, full: bool = False, tags: Tags | None = None
) -> RenderableType:
    """A line for each day that something is expected of; whatever failed is told in full.

    In a matter a tag says whose file expects it; the matter's own has none.
    """
    if not found:
        nothing = columns([["The file expects nothing up to that day."]])
        return section("Expected", nothing)
    good = sum(one.ok for one in found)
    said = f"all {good} hold" if good == len(found) else f"{good} of {len(found)} hold"
    style = "good" if good == len(found) else "bad"
    rows = list(_rows(found, tags, full=full))
    return section("Expected", columns(rows), aside=(said, style))


def _rows(
    found: Sequence[Checked], tags: Tags | None, *, full: bool
) -> Iterator[list[RenderableType]]:
    in_order = sorted(found, key=lambda one: one.on)
    for _, same in groupby(in_order, lambda one: (one.mark.file, one.path.split(".")[:2], one.on)):
        checks = list(same)
        failed = [one for one in checks if not one.ok]
        mark = line(("✗", "bad")) if failed else line(("✓", "good"))
        tag = [] if tags is None else [line(tags.get(_file_of(checks[0]), ""))]
        day = line((short_day(checks[0].on), "day"))
        yield [mark, *tag, day, Group(*_told(checks, failed, full=full))]


def _file_of(one: Checked) -> str:
    return PurePath(one.mark.file).stem


def _told(
    checks: Sequence[Checked], failed: Sequence[Checked], *, full: bool
) -> Iterator[RenderableType]:
    if not failed and not full:
        yield line(_summary(checks))
    for one in checks if full else failed:
        yield line(one.message)


def _summary(checks: Sequence[Checked]) -> str:
    """The reason that the author gave, or else what was looked at."""
    if checks[0].because:
        return checks[0].because
    if checks[0].path.endswith(".refused"):
        return f"{checks[0].message.partition(', on ')[0]}: {checks[0].expected}"
    if len(checks) == 1 and not checks[0].path.startswith("expect"):
        return checks[0].message
    return "; ".join(map(_found, checks))


def _found(one: Checked) -> str:
    """What was found, in few words: accruing EUR 100 000; injunction overdue."""
    section, _, name = one.path.removeprefix("expect.").partition(".")[2].partition(".")
    words = name.replace("_", " ") or section
    match section:
        case "deadlines":
            return f"{words} due {one.found}"
        case "days_of_delay":
            return f"{words} {delay_words(one.found)}"
        case _:
            return f"{words} {one.found}"
