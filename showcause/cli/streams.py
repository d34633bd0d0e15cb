"""Standard output that never fails over a character that it cannot encode."""

import codecs
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, TextIO

from showcause.neutral import neutral

if TYPE_CHECKING:
    from domain.rulebook.rulebook import Rulebook

__all__ = ["SUBSTITUTES", "complain", "flush", "forgiving", "print_json"]

_MARKS: Final = "\u2713\u2717\u2260\u2248\u00b7\u2013\u2014\u2026\u2018\u2019\u201c\u201d"
_BLOCKS: Final = "\u2588\u2593\u2592\u2591\u259e\u2581\u2582\u2583\u2584\u2585\u2586\u2587"
_LINES: Final = "\u2502\u2500\u2524\u2514"
SUBSTITUTES: Final[Mapping[str, str]] = dict(
    zip(_MARKS + _BLOCKS + _LINES, "+x!~---.''\"\"" + "#%+:o__===##" + "|-|+", strict=True)
)
"""One character for each, so that columns stay columns."""


def forgiving(stream: TextIO) -> None:
    """Let a stream that is not UTF-8 write something near what it cannot encode."""
    codecs.register_error("showcause", _substitute)
    encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
    reconfigure = getattr(stream, "reconfigure", None)
    if encoding != "utf8" and reconfigure is not None:
        reconfigure(errors="showcause")


def _substitute(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(map(_near, text)), error.end


def _near(char: str) -> str:
    if char in SUBSTITUTES:
        return SUBSTITUTES[char]
    plain = unicodedata.normalize("NFKD", char)[:1]
    return plain if plain.isascii() else "?"


def print_json(answer: Mapping[str, object], *, laws: Iterable["Rulebook"] | None = None) -> None:
    """One object; every character outside ASCII is escaped, so that no terminal is misled.

    An answer about law says what it is not, and what the `laws` that it rests on leave out.
    """
    from scenarios.answering import DISCLAIMER, SCHEMA_VERSION, not_counted

    head: dict[str, object] = {"schema_version": SCHEMA_VERSION}
    foot: dict[str, object] = {}
    if laws is not None:
        head["disclaimer"] = DISCLAIMER
        foot["not_counted"] = not_counted(laws)
    print(json.dumps({**head, **answer, **foot}, indent=2))


def flush() -> None:
    """Hand everything on; a program that was started without standard output has none."""
    out: TextIO | None = sys.stdout
    if out is not None:
        out.flush()


def complain(messages: Iterable[str]) -> None:
    """Write each message to where mistakes are written, safe to read, after all that was shown."""
    flush()
    for message in messages:
        print(f"showcause: {neutral(message)}", file=sys.stderr)
