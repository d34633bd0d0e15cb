"""One text of a file as a value: a word of a list, a number, what a registered function reads."""

from collections.abc import Iterable, Iterator

from domain.errors import NotationError, shown
from domain.rulebook.nearest import meant_word, nearest
from domain.rulebook.shapes import (
    Built,
    Form,
    Grammar,
    Listed,
    Number,
    Parse,
    Parsed,
    Tabled,
    Text,
    Words,
)

__all__ = ["PROSE_IN_BRACKETS", "advice", "expected", "holds_text", "read_text"]

PROSE_IN_BRACKETS = (
    "prose in [ ]: a comma splits it without a trace",
    "write one item a line with '- '",
)

_LONGEST_NUMBER = 15  # digits; far above any count in a proceeding


def advice(error: ValueError) -> tuple[str, str]:
    """Message and suggestion of a refused value, also of attrs' own validators."""
    if isinstance(error, NotationError):
        return error.message, error.suggestion
    return str(error.args[0]) if error.args else type(error).__name__, ""


def holds_text(forms: Iterable[Form], grammar: Grammar) -> bool:
    """Whether a mere text can stand where these forms can."""
    return any(
        isinstance(form, Text | Words) or _parser(form, grammar) is not None for form in forms
    )


def read_text(text: str, forms: Iterable[Form], grammar: Grammar) -> object:
    """The value: words first, then what functions read, then the text itself; or NotationError."""
    words: dict[str, object] = {}
    for form in forms:
        if isinstance(form, Words):
            words.update(form.by_word)
    if text in words:
        return words[text]
    refused: list[ValueError] = []
    for parse in _parsers(forms, grammar):
        try:
            return parse(text)
        except ValueError as error:
            refused.append(error)
    if Text() in forms:
        return text
    raise _best(text, words, refused)


def _best(text: str, words: Iterable[str], refused: list[ValueError]) -> NotationError:
    """Of several complaints the one that helps most: a near word, then one that advises."""
    near = nearest(text, words)
    if not refused:
        return NotationError(text, f"{shown(text)} cannot stand here", meant_word(text, words))
    told = [advice(error) for error in refused]
    message, suggestion = next((one for one in told if one[1]), told[0])
    return NotationError(text, message, f"did you mean {shown(near)}?" if near else suggestion)


def _parsers(forms: Iterable[Form], grammar: Grammar) -> Iterator[Parse]:
    return (parse for form in forms if (parse := _parser(form, grammar)) is not None)


def _parser(form: Form, grammar: Grammar) -> Parse | None:
    match form:
        case Parsed(hint):
            return grammar.scalars[hint]
        case Number():
            return _number
        case Built(cls):
            return grammar.shorthands.get(cls)
    return None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        raise NotationError(text, f"{shown(text)} is no whole number", "write digits only")
    return int(text)


def expected(forms: Iterable[Form], grammar: Grammar) -> tuple[str, str]:
    """What can stand there, and how it is written, for somebody who wrote another kind of thing."""
    kinds: dict[str, str] = {}
    for form in forms:
        match form:
            case Listed():
                kinds["a list"] = "one item a line with '- '"
            case Built(cls):
                kinds["keys with values"] = "one 'key: value' a line"
                if cls in grammar.shorthands:
                    kinds["a text"] = ""
            case Tabled():
                kinds["keys with values"] = "one 'key: value' a line"
            case _:
                kinds["a text"] = ""
    hints = [hint for hint in kinds.values() if hint]
    return f"expected here: {' or '.join(kinds)}", "; or ".join(hints)
