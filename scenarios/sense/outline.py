"""What a file names, taken from its tree, so that a slip in one row does not hide another's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Final, TypeAlias

from attrs import frozen

from domain.errors import RuleNotFoundError, shown
from domain.rulebook.loading import load_rulebook, shipped
from domain.rulebook.nearest import meant_word
from domain.rulebook.nodes import Mapping, Node, Scalar, Sequence
from domain.rulebook.reader import Reader
from domain.rulebook.rulebook import Rulebook
from scenarios.naming import Names, default_names, names_of
from scenarios.rows import Row
from scenarios.words import ident_meant

__all__ = ["Outline", "Steps", "advice", "items", "keys", "note_unknown", "outline_of", "text"]

Steps: TypeAlias = tuple[str | int, ...]
"""Keys, and numbers of items from 0, that lead from an object to a part of it."""

_COMPARED: Final = 300
_A_SLIP: Final = 0.8
"""How like a name has to be to another to be a slip of the pen, and not a name of its own."""


@frozen(eq=False)
class Outline:
    """A scenario's tree with the reader that read it; `law` is None if there is no such law."""

    root: Mapping
    reader: Reader
    law: Rulebook | None
    kind: str
    parties: tuple[str, ...]
    conducts: tuple[str, ...]
    sources: tuple[str, ...]
    names: Names
    rows: dict[int, Row]
    """The rows of the timeline that could be read, by their number from 0."""
    whatif_rows: tuple[Row, ...]
    """The rows that what-ifs add."""
    known: dict[str, None]
    known_in_whatifs: dict[str, None]
    """The names that what-ifs can use: those of the file, and of the rows that they add."""
    name_lost: bool = False
    """Whether two things have one name, so that what the other should be called is not known."""

    def within(self, built: object, place: str) -> bool:
        """Whether an object stands under that top key."""
        return (self.reader.path_of(built) or "").startswith(f"{place}.")

    def may_be_lost(self, name: str) -> bool:
        """Whether a name without a row may be that of a row whose id was refused as a double."""
        known = list(islice(self.known, _COMPARED))
        return self.name_lost and not get_close_matches(name, known, 1, _A_SLIP)


def advice(word: str, known: Iterable[str]) -> str:
    """What was probably meant; of very many names only the first are compared."""
    return meant_word(word, islice(known, _COMPARED))


def note_unknown(  # noqa: PLR0913 - a mistake has this many parts
    outline: Outline, built: object, at: Steps, name: str, *, what: str, known: Collection[str]
) -> None:
    """Note a name that is none of the known ones, at the place where the steps lead."""
    if name not in known and not (what.startswith("row") and outline.may_be_lost(name)):
        message = f"there is no {what} {shown(name)}"
        outline.reader.note_at(built, message, advice(name, known), at=at)


def text(node: Node | None, key: str) -> str:
    """The text behind a key, empty if there is none."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def keys(node: Node | None, key: str) -> tuple[str, ...]:
    """The keys of the table behind a key."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return tuple(e.key.text for e in value.entries) if isinstance(value, Mapping) else ()


def items(node: Node | None, key: str) -> tuple[Node, ...]:
    """The items of the list behind a key."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.items if isinstance(value, Sequence) else ()


def outline_of(root: Mapping, reader: Reader) -> Outline:
    """The outline of a scenario; a law that does not exist and a name given twice are noted."""
    nodes = items(root, "timeline")
    names = default_names([(text(row, "id"), text(row, "act"), _measures(row)) for row in nodes])
    rows = _numbered(reader)
    main = set(map(id, rows.values()))
    added = tuple(row for row in reader.built(Row) if id(row) not in main)
    twice = _twice(nodes, reader)
    refused = (*_refused_ids(nodes), *(ident_meant(node.text) for _, node in _ids(nodes)))
    return Outline(
        root=root,
        reader=reader,
        law=_law(root, reader),
        kind=text(root, "kind"),
        parties=_as_meant(keys(root, "parties")),
        conducts=_as_meant(keys(root, "conducts")),
        sources=keys(root, "sources"),
        names=names,
        rows=rows,
        whatif_rows=added,
        known=dict.fromkeys((*names, *filter(None, refused))),
        known_in_whatifs=dict.fromkeys((*names, *names_of(added), *filter(None, refused))),
        name_lost=twice,
    )


def _as_meant(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, and those of which the spelling is refused also as they should be spelled."""
    return (*names, *(meant for name in names if (meant := ident_meant(name)) not in {"", name}))


def _refused_ids(rows: tuple[Node, ...]) -> Iterator[str]:
    """Ids behind a second key `id` of a row or measure: refused, and not missing elsewhere."""
    for row in rows:
        for table in (row, *items(row, "measures")):
            if isinstance(table, Mapping):
                for entry in table.refused:
                    if entry.key.text == "id" and isinstance(entry.value, Scalar):
                        yield entry.value.text


def _numbered(reader: Reader) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for row in reader.built(Row):
        path = (reader.path_of(row) or "").split(".")
        if len(path) == 2 and path[0] == "timeline":  # noqa: PLR2004 - timeline and a number
            found[int(path[1]) - 1] = row
    return dict(sorted(found.items()))


def _measures(row: Node) -> tuple[tuple[str, str], ...]:
    return tuple((text(one, "id"), text(one, "measure")) for one in items(row, "measures"))


def _law(root: Mapping, reader: Reader) -> Rulebook | None:
    node = root.get("law")
    if not isinstance(node, Scalar):
        return None
    try:
        return load_rulebook(node.text)
    except RuleNotFoundError:
        message = f"there is no rulebook {shown(node.text)}"
        reader.note(node.mark, "law", message, advice(node.text, shipped()))
        return None


def _ids(rows: tuple[Node, ...]) -> Iterator[tuple[str, Scalar]]:
    for number, row in enumerate(rows, 1):
        own = row.get("id") if isinstance(row, Mapping) else None
        if isinstance(own, Scalar):
            yield f"timeline.{number}.id", own
        for place, measure in enumerate(items(row, "measures"), 1):
            inner = measure.get("id") if isinstance(measure, Mapping) else None
            if isinstance(inner, Scalar):
                yield f"timeline.{number}.measures.{place}.id", inner


def _twice(rows: tuple[Node, ...], reader: Reader) -> bool:
    """Note every id that is given twice; whether there is one."""
    first: dict[str, int] = {}
    ids = 0
    for path, node in _ids(rows):
        if node.text in first:
            message = f"the id {shown(node.text)} is given twice, first on line {first[node.text]}"
            reader.note(node.mark, path, message, "give each row and measure a name of its own")
        first.setdefault(node.text, node.mark.line)
        ids += 1
    return ids > len(first)
