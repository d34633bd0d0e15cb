"""What the file expects, and whether it holds."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType

from scenarios.checking import Checked
from showcause.cli.pages.layout import columns, section
from showcause.cli.words import line, short_day

__all__ = ["expectations"]


def expectations(found: Sequence[Checked], *, full: bool = False) -> RenderableType:
    """A line for each day that something is expected of; whatever failed is told in full."""
    if not found:
        nothing = columns([["The file expects nothing up to that day."]])
        return section("Expected", nothing)
    good = sum(one.ok for one in found)
    said = f"all {good} hold" if good == len(found) else f"{good} of {len(found)} hold"
    style = "good" if good == len(found) else "bad"
    rows = [row for row in _rows(found, full=full)]
    return section("Expected", columns(rows), aside=(said, style))


def _rows(found: Sequence[Checked], *, full: bool) -> Iterator[list[RenderableType]]:
    in_order = sorted(found, key=lambda one: one.on)
    for _, same in groupby(in_order, lambda one: (one.path.split(".")[:2], one.on)):
        checks = list(same)
        failed = [one for one in checks if not one.ok]
        mark = line(("✗", "bad")) if failed else line(("✓", "good"))
        told = [one.message for one in checks] if full else [one.message for one in failed]
        says = [line(text, *([("", "")])) for text in told]
        if not failed and not full:
            says = [line(_summary(checks))]
        places = [line((str(one.mark), "quiet")) for one in failed]
        yield [mark, line((short_day(checks[0].on), "day")), Group(*says, *places)]


def _summary(checks: Sequence[Checked]) -> str:
    """The reason that the author gave, or else what was looked at."""
    if checks[0].because:
        return checks[0].because
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
            return f"{words} {one.found} days of delay"
        case _:
            return f"{words} {one.found}"
