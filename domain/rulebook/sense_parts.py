"""What every check of sense over a rulebook needs: its parts, and what to say of a wrong word."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from domain.rulebook.labels import Sourced
from domain.rulebook.model import SECTIONS, RulebookFile
from domain.rulebook.reader import Reader

__all__ = ["missing", "sourced"]


def sourced(file: RulebookFile) -> Iterator[Sourced]:
    """Every part of a file that may carry a citation."""
    for section in SECTIONS:
        for _, versions in getattr(file, section):
            for version in versions:
                yield version
                yield from getattr(version, "requires", ())
                yield from getattr(version, "limits", ())
                yield from getattr(version, "except_", ())
                for part in (
                    "when",
                    "counted_by",
                    "counting",
                    "liquidation",
                    "forfeiture",
                    "applies_to",
                    "repeat",
                ):
                    own = getattr(version, part, None)
                    if own is not None:
                        yield own


def missing(  # noqa: PLR0913 - a mistake has this many parts
    reader: Reader,
    part: object,
    text: str,
    word: str,
    known: Sequence[str],
    *,
    at: tuple[str | int, ...] = (),
) -> None:
    """Note a word that leads nowhere, with the nearest of those that do."""
    near = get_close_matches(word, known, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known) or 'none'}"
    reader.note_at(part, text, hint, at=at)
