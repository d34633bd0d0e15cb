"""SVG as text: elements whose every attribute and word is escaped, and numbers that stay short."""

from collections.abc import Iterable
from html import escape

from showcause.neutral import neutral

__all__ = ["element", "lines", "number", "words"]


def element(name: str, *content: str, **attributes: object) -> str:
    """One element; `class_` and `font_size` are the attributes `class` and `font-size`.

    The content is markup as it is: words go through `words` first.
    """
    told = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items())
    inner = "".join(content)
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    text = number(value) if isinstance(value, float) else str(value)
    return escape(neutral(text), quote=True)


def words(text: str) -> str:
    """Text that anybody may have written, as content of an element."""
    return escape(neutral(text), quote=True)


def number(value: float) -> str:
    """One decimal is finer than anybody sees."""
    return f"{value:.1f}".removesuffix(".0")


def lines(parts: Iterable[str]) -> str:
    """The parts, one a line, so that a change of a picture can be read."""
    return "\n".join(parts) + "\n"
