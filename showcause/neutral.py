"""The text of others, made safe to show: nothing in it moves a cursor, hides or reorders words."""

import unicodedata

__all__ = ["neutral"]


def neutral(text: str) -> str:
    r"""Show what cannot be printed as an escape (`\x1b`), and any white space as one space.

    That takes in control characters, bidirectional controls, invisible format characters, lone
    surrogates, private and unassigned characters. What is safe is returned as it is.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _shown(char) for char in text)


def _shown(char: str) -> str:
    if char.isspace() or unicodedata.category(char) == "Zs":
        return " "
    return ascii(char)[1:-1]
