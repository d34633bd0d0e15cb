"""Writes the pages that list what is shipped, from the files: python tests/docs/make_pages.py."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

import showcause
from domain.rulebook.closed_words import ACTS, MEASURES
from domain.rulebook.labels import Confidence, Kind, Sourced
from domain.rulebook.loading import DATA, read_rulebook_file, shipped
from domain.rulebook.model import SECTIONS, RulebookFile, Version
from domain.rulebook.sense_parts import sourced
from scenarios.measures import MeasureRow
from scenarios.model import Matter, Scenario
from scenarios.rows import Decision

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
_SHOWN = 3

_MADE = "<!-- Written by tests/docs/make_pages.py; change that and not this page. -->"
_COUNTED = (
    "Each line counts what stands in the file itself: the rules that a rulebook takes from those "
    "it builds on are counted there. `showcause rules NAME` shows every value with its citation; "
    "[how to add one](../how-to/add-a-country.md)."
)
_HOW_SURE = (
    "**How sure.** *Verified* was compared with the text named, *secondary* with a text about it, "
    "*memory* with nothing: such a rule warns where another refuses. *Our model* is not law: see "
    "[our model](../explanation/our-model.md). Counted are rules, and parts of rules that have "
    "labels of their own."
)
_REPLAYED = (
    "A matter puts several scenarios side by side. `showcause play NAME` replays one; "
    "`showcause list` has them with their stories."
)
_NONE = "An act without one is held by tests alone."
_TITLES = {
    "time_rules": "time rules",
    "joint_maxima": "joint maxima",
    "periodic_penalties": "periodic penalties",
}


def pages() -> dict[str, str]:
    """Each page under its name; the same files give the same text."""
    library = [showcause.load(one.name) for one in showcause.list_scenarios()]
    return {"rulebooks.md": rulebooks_page(library), "scenarios.md": scenarios_page(library)}


# --- rulebooks --------------------------------------------------------------------------------


def rulebook_files() -> tuple[RulebookFile, ...]:
    """Every shipped rulebook as its file has it, without what it takes from others."""
    return tuple(
        read_rulebook_file((DATA / f"{name}.yaml").read_text("utf-8"), f"{name}.yaml")
        for name in shipped()
    )


def rulebooks_page(library: list[Scenario | Matter]) -> str:
    """What each rulebook carries of its own, and how sure that is."""
    files = rulebook_files()
    used = Counter(one.law for one in library if isinstance(one, Scenario))
    lines = [
        "# The shipped rulebooks",
        "",
        _MADE,
        "",
        f"There are {len(files)}. {_COUNTED}",
        "",
        _HOW_SURE,
        "",
        "| Rulebook | | On | Rules | Verified | Secondary | Memory | Our model | Scenarios |",
        "|---|---|---|--:|--:|--:|--:|--:|--:|",
        *(_rulebook_line(file, used[file.rulebook]) for file in files),
        "",
    ]
    for file in files:
        lines += _rulebook_part(file)
    return "\n".join(lines)


def _rulebook_line(file: RulebookFile, scenarios: int) -> str:
    own = Counter(part.confidence for part in sourced(file) if part.confidence is not None)
    model = sum(part.kind is Kind.MODEL for part in sourced(file))
    cells = (
        f"[`{file.rulebook}`](#{file.rulebook})",
        file.title,
        ", ".join(f"`{one}`" for one in file.extends),
        len(list(_versions(file))),
        own[Confidence.VERIFIED],
        own[Confidence.SECONDARY],
        own[Confidence.MEMORY],
        model,
        scenarios,
    )
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _versions(file: RulebookFile) -> Iterator[Version]:
    for section in SECTIONS:
        for _, versions in getattr(file, section):
            yield from versions


def _rulebook_part(file: RulebookFile) -> list[str]:
    """What it carries by name, what is only from memory, and what it leaves out."""
    lines = [f"## {file.rulebook}", "", f"{file.title}. {_head(file)}", ""]
    for section in SECTIONS:
        names = [f"`{name}`" for name, _ in getattr(file, section)]
        if names:
            lines.append(f"- {_TITLES.get(section, section)}: {', '.join(names)}")
    memory = _from_memory(file)
    if memory:
        lines.append(f"- **from memory**, in whole or in part: {', '.join(memory)}")
    if file.not_modelled:
        left = "; ".join(_escaped(gap.what) for gap in file.not_modelled)
        lines.append(f"- **not modelled**: {left}")
    return [*lines, ""]


def _head(file: RulebookFile) -> str:
    told = [
        f"Sums in {file.currency}." if file.currency else "",
        f"Public holidays of {file.calendar}." if file.calendar else "",
        f"Compared with its texts on {file.last_checked_on}." if file.last_checked_on else "",
    ]
    return " ".join(one for one in told if one)


def _from_memory(file: RulebookFile) -> list[str]:
    found = []
    for section in SECTIONS:
        for name, versions in getattr(file, section):
            parts = [part for version in versions for part in _within(version)]
            if any(part.confidence is Confidence.MEMORY for part in parts):
                found.append(f"`{section}.{name}`")
    return found


def _within(part: object) -> Iterator[Sourced]:
    """A rule, and the parts of it that can have labels of their own."""
    if isinstance(part, tuple):
        for one in part:
            yield from _within(one)
    elif isinstance(part, Sourced):
        yield part
        for one in attrs.fields(type(part)):
            yield from _within(getattr(part, one.name))


# --- scenarios --------------------------------------------------------------------------------


def scenarios_page(library: list[Scenario | Matter]) -> str:
    """What each scenario teaches, and in which of them an act or a measure can be seen."""
    matters = [one for one in library if isinstance(one, Matter)]
    stories = [one for one in library if isinstance(one, Scenario)]
    real = sum(one.kind == "real" for one in stories)
    lines = [
        "# The shipped scenarios",
        "",
        _MADE,
        "",
        f"Scenarios: {len(stories)}, of real proceedings {real}. Matters: {len(matters)}.",
        "",
        _REPLAYED,
        "",
    ]
    for matter in matters:
        names = ", ".join(f"`{name}`" for name, _ in matter.proceedings)
        lines += [f"## {matter.matter}", "", f"{matter.title}. A matter of {names}.", ""]
        lines += [*_objectives(matter), ""]
    for story in stories:
        lines += [f"## {story.scenario}", "", _about(story), "", *_objectives(story), ""]
    return "\n".join([*lines, *_where(stories)])


def _about(story: Scenario) -> str:
    days = [str(row.day)[:4] for row in story.timeline if str(row.day)[:4].isdigit()]
    years = f"{days[0]} to {days[-1]}" if days and days[0] != days[-1] else "".join(days[:1])
    told = [
        _escaped(story.title),
        f"under `{story.law}`",
        years,
        f"{len(story.timeline)} rows",
        f"{story.teaching.minutes} minutes" if story.teaching and story.teaching.minutes else "",
        "" if story.kind == "real" else "invented",
    ]
    return ", ".join(one for one in told if one) + "."


def _objectives(one: Scenario | Matter) -> list[str]:
    return [f"- {_escaped(said)}" for said in (one.teaching.objective if one.teaching else ())]


def _where(stories: list[Scenario]) -> list[str]:
    """An index: the first scenarios with each act and each measure."""
    acts: dict[str, list[str]] = {act: [] for act in ACTS}
    measures: dict[str, list[str]] = {measure: [] for measure in MEASURES}
    for story in stories:
        for act in dict.fromkeys(row.act for row in story.timeline):
            acts[act].append(story.scenario)
        taken = (m for row in story.timeline if isinstance(row, Decision) for m in row.measures)
        for measure in dict.fromkeys(_kind(one) for one in taken):
            measures[measure].append(story.scenario)
    return [
        "## Where an act can be seen",
        "",
        f"The first {_SHOWN} scenarios with it, and how many more there are. {_NONE}",
        "",
        "| Act | Scenarios |",
        "|---|---|",
        *(f"| `{act}` | {_told(names)} |" for act, names in acts.items() if act not in _NO_ROW),
        "",
        "| Measure | Scenarios |",
        "|---|---|",
        *(f"| `{measure}` | {_told(names)} |" for measure, names in measures.items()),
        "",
    ]


_NO_ROW = {"registration", "change of law"}


def _kind(measure: MeasureRow) -> str:
    return measure.measure


def _told(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(f"`{name}`" for name in names[:_SHOWN]) + more or "none"


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "\\<")


def main() -> None:
    """Write every page into the reference."""
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, "utf-8", newline="\n")
        sys.stdout.write(f"wrote {REFERENCE / name}\n")


if __name__ == "__main__":
    main()
