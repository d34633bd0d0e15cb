"""Where scenario files come from: the shipped library by name, any other by its path."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from domain.errors import shown
from domain.rulebook.documents import MAX_BYTES, parse_document
from domain.rulebook.nearest import meant_word
from domain.rulebook.nodes import Mapping, Mark, Scalar
from domain.rulebook.source_text import decode
from scenarios.errors import ScenarioError

__all__ = ["FileText", "Listing", "find", "list_scenarios", "shipped_names", "shipped_text"]

LIBRARY: Final = files("scenarios") / "library"

_SUFFIX: Final = ".yaml"
_HEAD_KEYS: Final = frozenset(
    {"scenario", "matter", "format", "title", "story", "teaching", "kind", "law"}
)
_TOP_KEY: Final = re.compile(r"^([a-z_]+):", re.MULTILINE)


@frozen
class FileText:
    """A file that was read: its text, the name for messages, and where its neighbours are."""

    text: str
    name: str
    folder: Path | None = None


@frozen(kw_only=True)
class Listing:
    """What a list of the library shows of a file; `minutes` is None if no lesson is planned."""

    name: str
    sort: Literal["scenario", "matter"]
    title: str
    kind: str
    law: str
    story: str
    minutes: int | None


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the shipped scenarios and matters, in alphabetical order."""
    names = (entry.name for entry in LIBRARY.iterdir())
    return tuple(sorted(n.removesuffix(_SUFFIX) for n in names if n.endswith(_SUFFIX)))


def shipped_text(name: str) -> str:
    """The text of a shipped file."""
    return (LIBRARY / f"{name}{_SUFFIX}").read_text("utf-8")


def find(what: str | Path, beside: Path | None = None) -> FileText:
    """Read a shipped file by its name, or another by its path; a folder may have neighbours."""
    if isinstance(what, Path) or _looks_like_a_path(what):
        return _read(Path(what))
    if beside is not None and (beside / f"{what}{_SUFFIX}").is_file():
        return _read(beside / f"{what}{_SUFFIX}")
    if what in shipped_names():
        return FileText(shipped_text(what), f"{what}{_SUFFIX}")
    message = f"there is no scenario {shown(what)}"
    hint = f"{meant_word(what, shipped_names())}; a file is named by its path"
    raise ScenarioError.at(Mark(_named(what), 1, 1), message, hint)


def _named(what: str) -> str:
    """A name for messages, without what could command a terminal."""
    said = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in what)
    return said or "(no name)"


def _looks_like_a_path(what: str) -> bool:
    return "/" in what or "\\" in what or what.endswith((".yaml", ".yml")) or what in {".", ".."}


def _read(path: Path) -> FileText:
    name = _named(str(path))
    start = Mark(name, 1, 1)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise ScenarioError.at(start, "this is a folder", "name a file in it") from None
    except FileNotFoundError:
        raise ScenarioError.at(start, "there is no such file", "check the path") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the path is no path"
        raise ScenarioError.at(start, f"the file cannot be read ({why.lower()})") from None
    return FileText(decode(content), name, path.parent)


def list_scenarios() -> tuple[Listing, ...]:
    """What the library has. Only the heads of the files are parsed: under 1 ms a file."""
    return tuple(_listed(name) for name in shipped_names())


def _listed(name: str) -> Listing:
    text = shipped_text(name)
    ends = (found.start() for found in _TOP_KEY.finditer(text) if found[1] not in _HEAD_KEYS)
    root, _ = parse_document(text[: next(ends, len(text))], name)
    teaching = None if root is None else root.get("teaching")
    minutes = _text(teaching if isinstance(teaching, Mapping) else None, "minutes")
    return Listing(
        name=name,
        sort="matter" if root is not None and root.get("matter") is not None else "scenario",
        title=_text(root, "title") or name,
        kind=_text(root, "kind"),
        law=_text(root, "law"),
        story=_text(root, "story"),
        minutes=int(minutes) if minutes.isdecimal() else None,
    )


def _text(table: Mapping | None, key: str) -> str:
    value = None if table is None else table.get(key)
    return value.text if isinstance(value, Scalar) else ""
