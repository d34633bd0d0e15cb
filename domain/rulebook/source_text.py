"""The characters of a file: where its lines begin, and what no file may hold."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Self

from attrs import frozen

from domain.rulebook.nodes import Mark

__all__ = ["SourceText", "decode", "forbidden_in", "without_forbidden"]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# Control characters, breaks that editors do not count as lines, and halves of pairs.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FIRST_UNDECODED, _LAST_UNDECODED = 0xDC80, 0xDCFF
_STAND_IN = "\ufffd"


def decode(content: bytes) -> str:
    """Bytes as text that keeps each byte that is no UTF-8, so that its place can be told."""
    return content.decode("utf-8", "surrogateescape")


def forbidden_in(text: str) -> tuple[str, str] | None:
    """What is wrong with the first forbidden character, and what to do about it."""
    found = _FORBIDDEN.search(text)
    return _why(found[0]) if found else None


def without_forbidden(text: str) -> str:
    """The text with stand-ins for what the parser would stop at; every place stays the same."""
    return _FORBIDDEN.sub(_STAND_IN, text)


def _why(sign: str) -> tuple[str, str]:
    code = ord(sign)
    if _FIRST_UNDECODED <= code <= _LAST_UNDECODED:
        return f"the byte {code - 0xDC00:#04x} is no UTF-8 text", "save the file as UTF-8"
    return f"the control character U+{code:04X} is not allowed", "take it out"


@frozen(eq=False)
class SourceText:
    """A text with its file's name, and where its lines begin."""

    text: str
    name: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, name: str) -> Self:
        """Without a byte order mark, which editors do not show as a column."""
        text = text.removeprefix("\ufeff")
        return cls(text, name, (0, *(found.end() for found in _LINE_BREAK.finditer(text))))

    def mark(self, index: int) -> Mark:
        """The place of the character at that index."""
        line = bisect_right(self.starts, index)
        return Mark(self.name, line, index - self.starts[line - 1] + 1)

    def tabs(self) -> Iterator[int]:
        """Where tabs are, quoted or not."""
        return (found.start() for found in re.finditer("\t", self.text))

    def forbidden(self) -> Iterator[tuple[Mark, str, str]]:
        """Place, message and suggestion for forbidden characters, one for each line."""
        seen = 0
        for found in _FORBIDDEN.finditer(self.text):
            mark = self.mark(found.start())
            if mark.line > seen:
                seen = mark.line
                yield (mark, *_why(found[0]))
