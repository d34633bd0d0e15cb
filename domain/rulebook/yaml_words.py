"""What the YAML parser complains of, said to people who do not know YAML."""

from __future__ import annotations

from typing import Final, TypeAlias

__all__ = [
    "ALIAS",
    "ANCHOR",
    "COMMA_SPLITS",
    "EMPTY_ITEM",
    "MAX_DEPTH",
    "NO_KEY",
    "NO_VALUE",
    "SECOND_DOCUMENT",
    "TAB",
    "TAG",
    "TOO_DEEP",
    "Advice",
    "at_its_beginning",
    "in_plain_words",
]

Advice: TypeAlias = tuple[str, str]
"""What is wrong, and what to do about it."""

MAX_DEPTH: Final = 20

_QUOTE_IT = "put the value in quotes"

ALIAS: Final[Advice] = ("a value cannot begin with '*' (an alias)", _QUOTE_IT)
ANCHOR: Final[Advice] = ("a value cannot begin with '&' (an anchor)", _QUOTE_IT)
TAG: Final[Advice] = ("a value cannot begin with '!' (a tag)", _QUOTE_IT)
TAB: Final[Advice] = ("a tab", "use spaces")
SECOND_DOCUMENT: Final[Advice] = ("a second document begins", "one file is one document")
TOO_DEEP: Final[Advice] = (
    f"more than {MAX_DEPTH} levels, one inside the other",
    "write it flatter",
)
EMPTY_ITEM: Final[Advice] = ("an empty list item", "write the item, or take out the '-'")
NO_KEY: Final[Advice] = ("a value without a key", "write 'key: value'")
NO_VALUE: Final = "write a value, 'unknown' if nobody knows it, or take the key out"
COMMA_SPLITS: Final[Advice] = (
    "a comma inside { } splits the value",
    "put the text in quotes or on a line of its own; write sums as EUR 20 000 000",
)

# The first fragment that occurs wins: libyaml and the parser written in Python word things apart.
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("nesting depth", *TOO_DEEP),
    (
        "mapping values are not allowed",
        "a colon stands where no key can be",
        "put text that has ': ' in it in quotes, and each key on a line of its own",
    ),
    (
        "sequence entries are not allowed",
        "a list item '- ' stands where no list can begin",
        "begin the list on the line after its key",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
        "close it, or use the other kind around text that has an apostrophe",
    ),
    (
        "found unexpected document",
        "a quotation mark is opened and not closed before '---' or '...'",
        "close it",
    ),
    (
        "node content",
        "a bracket or a comma stands where a value is expected",
        "take it out, or put the value in quotes",
    ),
    (
        "could not find expected ':'",
        "this is neither 'key: value' nor a list item",
        "write 'key: value', with a space after the colon",
    ),
    (
        "',' or ']'",
        "a list in [ ] is not closed, or a comma is missing in it",
        "close it with ], or write one item a line with '- '",
    ),
    (
        "',' or '}'",
        "a row in { } is not closed, or a comma is missing in it",
        "close it with }, or write one key a line",
    ),
    (
        "expected '-' indicator",
        "this line stands at the height of a list but is no item of it",
        "begin it with '- ', or indent it as its neighbours are",
    ),
    (
        "expected <block end>, but found '-'",
        "a list item stands at a height where no list is",
        "indent it as the other items of its list",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "indent it as its neighbours are; close quotes and brackets",
    ),
    (
        "expected <block end>",
        "this line does not fit the lines above it",
        "indent it as its neighbours are; close quotes and brackets",
    ),
    (
        "cannot start any token",
        "a value cannot begin with this sign",
        _QUOTE_IT,
    ),
    (
        "escape",
        "a backslash in double quotes begins a sign that does not exist",
        "use single quotes around text with a backslash",
    ),
    (
        "expected alphabetic or numeric character",
        "a value cannot begin with '&' or '*'",
        _QUOTE_IT,
    ),
    (
        "ing a tag",
        "a value cannot begin with '!'",
        _QUOTE_IT,
    ),
    (
        "tag handle",
        "a value cannot begin with '!'",
        _QUOTE_IT,
    ),
    (
        "convert to C int",
        "a backslash in double quotes begins a sign that does not exist",
        "use single quotes around text with a backslash",
    ),
    (
        "incompatible YAML",
        "a line that begins with '%' is not for these files",
        "take it out",
    ),
    (
        "document start",
        "the text goes on after its end",
        "one file is one document: no '---', '...' or '%' lines between",
    ),
    (
        "directive",
        "a line that begins with '%' is not for these files",
        "take it out",
    ),
    (
        "block scalar",
        "the lines of text after '|' or '>' are not laid out as such",
        "indent them alike, by spaces, below their key",
    ),
)


def in_plain_words(problem: str, context: str = "") -> tuple[str, str]:
    """Message and suggestion for a parser's problem and its context ("while scanning ...")."""
    for said in (problem, context):
        for fragment, message, suggestion in _WORDS:
            if fragment in said:
                return message, suggestion
    return (
        f"this cannot be read as YAML ({problem or context})",
        "compare it with a file that works",
    )


def at_its_beginning(problem: str) -> bool:
    """Whether the place to look at is where the thing began, not where the parser gave up."""
    return any(
        fragment in problem
        for fragment in ("unexpected end of stream", "unexpected document", "could not find")
    )
