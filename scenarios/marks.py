"""What a file says about a row besides the act: where it was read, what is inferred or assumed."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from domain.days import Day
from scenarios.model import Scenario
from scenarios.moments import When
from scenarios.rows import Row, ToldDifferently

__all__ = ["Marks", "day_marks", "marks_of"]

ASSUMED: Final = "notified on the day of the act: an assumption, as the file does not say"


@frozen(kw_only=True)
class Marks:
    """The labels of one event: `row` counts from 1, 0 for the registration of the file.

    `told` is the day as the file tells it; `day` is a label: inferred, assumed, uncertain or empty.
    """

    row: int
    told: str = ""
    day: str = ""
    why: str = ""
    what: str = ""
    source: tuple[str, ...] = ()
    inferred: str = ""
    told_differently: tuple[ToldDifferently, ...] = ()


def marks_of(scenario: Scenario, command_id: str) -> Marks:
    """The labels of the row behind a command, and of the day of that moment of it."""
    parts = command_id.removeprefix(f"{scenario.scenario}/").split("/")
    if not parts[0].isdecimal():
        return Marks(row=0)
    number = int(parts[0])
    row = scenario.timeline[number - 1]
    moment = parts[1] if len(parts) > 1 and not parts[1].isdecimal() else ""
    when, label, why = day_marks(row, moment, parts[2] if len(parts) > 2 else "")  # noqa: PLR2004 - row, moment, party
    first = not moment
    return Marks(
        row=number,
        told="" if when is None else str(when),
        day=label,
        why=why,
        what=row.what if first else "",
        source=row.source,
        inferred=row.inferred,
        told_differently=row.told_differently if first else (),
    )


def day_marks(row: Row, moment: str, party: str = "") -> tuple[When | None, str, str]:
    """The day of a moment as told, its label, and the reason for the label."""
    if moment == "notified" and row.notified is None:
        return None, "assumed", ASSUMED
    when = _when(row, moment, party)
    if isinstance(when, Day) and when.inferred:
        return when, "inferred", row.inferred
    if isinstance(when, Day) and when.exact is None:
        return when, "uncertain", f"told as {when}"
    return when, "", ""


def _when(row: Row, moment: str, party: str) -> When | None:
    if moment == "published":
        return row.published
    if moment != "notified":
        return row.day
    if isinstance(row.notified, tuple):
        told = row.notified
        return next((when for key, when in told if party in {key, ""}), None)
    return row.notified
