"""Scenario files read strictly: shape, then sense, and every mistake of both at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, TypeVar

import attrs

from domain.errors import shown
from domain.rulebook.documents import parse_document
from domain.rulebook.nearest import meant_word
from domain.rulebook.nodes import Entry, Mapping, Mark, Mistake, Node, Scalar, Sequence, joined
from domain.rulebook.reader import Reader
from scenarios.errors import ScenarioError
from scenarios.grammar import scenario_reader
from scenarios.model import Matter, Origin, Scenario
from scenarios.sense import check_matter, check_scenario, outline_of
from scenarios.sources import FileText, find, shipped_names

__all__ = ["load", "load_matter_scenarios", "load_scenario", "load_text"]

NOT_YET: Final = {
    "variables": "random variables are not supported yet",
    "behaviours": "behaviours with a chance are not supported yet",
}
"""Keys that the format foresees and this version cannot read; they are refused, not ignored."""

S = TypeVar("S", Scenario, Matter)

_SORTS: Final = ("scenario", "matter")
_OTHER_SORTS: Final = {
    "rulebook": "this is a rulebook, not a scenario",
    "calendar": "this is a calendar, not a scenario",
    "fine": "this is the input of a calculation of a fine, not a scenario",
    "method": "this is a method of calculating fines, not a scenario",
    "what_if": "what-ifs in files of their own are not supported yet",
}
"""What other files say first that they are; of those, nothing else is told."""


def load(what: str | Path) -> Scenario | Matter:
    """A scenario or a matter: a shipped one by its name, another by its path.

    Raises ScenarioError with every mistake, each with file, line, column and a suggestion.
    """
    return _load(find(what))


def load_scenario(what: str | Path) -> Scenario:
    """The same where only a single proceeding will do."""
    found = load(what)
    if isinstance(found, Scenario):
        return found
    message = f"{found.matter} is a matter of several proceedings"
    names = ", ".join(name for name, _ in found.proceedings)
    raise ScenarioError.at(found.origin.mark("matter"), message, f"name one of: {names}")


def load_text(text: str, name: str) -> Scenario | Matter:
    """The same from a text; `name` stands in the messages."""
    return _load(FileText(text, name))


def load_matter_scenarios(matter: Matter) -> dict[str, Scenario]:
    """The scenarios of a matter, from beside its file or from the library."""
    found, mistakes = _proceedings(matter, [name for name, _ in matter.proceedings])
    if mistakes:
        raise ScenarioError(mistakes)
    return found


def _proceedings(
    matter: Matter, names: Iterable[str]
) -> tuple[dict[str, Scenario], tuple[Mistake, ...]]:
    found: dict[str, Scenario] = {}
    mistakes: list[Mistake] = []
    for name in names:
        try:
            found[name] = _load_one(find(name, matter.origin.folder))
        except ScenarioError as error:
            mistakes.extend(error.mistakes)
    return found, tuple(mistakes)


def _load(file: FileText) -> Scenario | Matter:
    root, reader, mistakes = _parsed(file)
    if _sort(root, reader) == "scenario":
        return _complete(_one(root, reader), reader, mistakes)
    matter, others = _matter(root, reader, file.folder)
    return _complete(matter, reader, (*mistakes, *others))


def _load_one(file: FileText) -> Scenario:
    """A scenario of a matter, which cannot be a matter itself."""
    root, reader, mistakes = _parsed(file)
    if _sort(root, reader) != "scenario":
        message = "a matter cannot be a part of a matter"
        raise ScenarioError.at(root.mark, message, "name its scenarios instead")
    return _complete(_one(root, reader), reader, mistakes)


def _parsed(file: FileText) -> tuple[Mapping, Reader, tuple[Mistake, ...]]:
    root, mistakes = parse_document(file.text, file.name)
    if root is None:
        raise ScenarioError(mistakes)
    first = root.entries[0].key if root.entries else None
    if first is not None and first.text in _OTHER_SORTS:
        hint = "a scenario begins with 'scenario:' and its name"
        raise ScenarioError.at(first.mark, _OTHER_SORTS[first.text], hint, path=first.text)
    reader = scenario_reader()
    _named_as_the_file(root, file, reader)
    return _without_not_yet(root, reader), reader, mistakes


def _named_as_the_file(root: Mapping, file: FileText, reader: Reader) -> None:
    """A file that was read from a path is found again by the name that it gives itself."""
    stem = Path(file.name).name.removesuffix(".yaml").removesuffix(".yml")
    named = [entry for entry in root.entries if entry.key.text in _SORTS][:1]
    for entry in named if file.folder is not None else ():
        if isinstance(entry.value, Scalar) and entry.value.text not in {"", stem}:
            sort, name = entry.key.text, entry.value.text
            message = f"the {sort} is named {shown(name)}, its file {shown(stem)}"
            reader.note(entry.value.mark, sort, message, "give both the same name")


def _complete(story: S | None, reader: Reader, mistakes: tuple[Mistake, ...]) -> S:
    found = (*mistakes, *reader.mistakes)
    if story is None or found:
        raise ScenarioError(found)
    return story


def _sort(root: Mapping, reader: Reader) -> str:
    """What the first key says that the file is."""
    first = root.entries[0].key if root.entries else None
    if first is not None and first.text in _SORTS:
        return first.text
    there = next((entry.key for entry in root.entries if entry.key.text in _SORTS), None)
    if there is not None:
        message = f"the first key of the file has to be {shown(there.text)}"
        reader.note(there.mark, there.text, message, "move it to the top")
        return there.text
    mark = root.mark if first is None else first.mark
    word = "" if first is None else first.text
    message = "a scenario begins with 'scenario:' and its name"
    reader.note(mark, word, message, meant_word(word, _SORTS))
    return "scenario"


def _without_not_yet(root: Mapping, reader: Reader) -> Mapping:
    kept: list[Entry] = []
    for entry in root.entries:
        why = NOT_YET.get(entry.key.text)
        if why is None:
            kept.append(entry)
        else:
            reader.note(entry.key.mark, entry.key.text, why, "take the key out")
    return Mapping(tuple(kept), root.mark, root.flow, root.refused)


def _one(root: Mapping, reader: Reader) -> Scenario | None:
    scenario = reader.read(root, Scenario)
    check_scenario(outline_of(root, reader))
    return None if scenario is None else attrs.evolve(scenario, origin=_origin(root))


def _matter(
    root: Mapping, reader: Reader, folder: Path | None
) -> tuple[Matter | None, tuple[Mistake, ...]]:
    """The matter, and the mistakes of the files that it names."""
    read = reader.read(root, Matter)
    if read is None:
        return None, ()
    matter = attrs.evolve(read, origin=_origin(root, folder))
    told = [name for name, _ in matter.proceedings]
    beside = [] if folder is None else [n for n in told if (folder / f"{n}.yaml").is_file()]
    names = dict.fromkeys((*beside, *shipped_names()))
    scenarios, mistakes = _proceedings(matter, [name for name in told if name in names])
    check_matter(read, reader, scenarios, names)
    return matter, mistakes


def _origin(root: Mapping, folder: Path | None = None) -> Origin:
    """The places of all parts, by an open list instead of recursion."""
    marks: dict[str, Mark] = {}
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        path, node = waiting.pop()
        marks[path] = node.mark
        if isinstance(node, Mapping):
            waiting.extend((joined(path, e.key.text), e.value) for e in node.entries)
        elif isinstance(node, Sequence):
            waiting.extend((joined(path, n), item) for n, item in enumerate(node.items, 1))
    return Origin(root.mark.file, marks, folder)
