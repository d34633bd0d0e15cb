"""What is wrong with a call, as a sentence."""

from collections.abc import Iterable

from domain.errors import ShowcauseError

__all__ = ["CallError", "unknown"]


class CallError(ShowcauseError):
    """A call that asks for something that cannot be, with what could be said instead."""


def unknown(what: str, word: str, known: Iterable[str]) -> CallError:
    """The error of a name that nothing has; the nearest one is proposed, else all are listed."""
    from domain.errors import shown  # noqa: PLC0415
    from domain.rulebook.nearest import nearest  # noqa: PLC0415

    names = list(dict.fromkeys(known))
    near = nearest(word, names)
    hint = f"did you mean {shown(near)}?" if near is not None else f"there are: {', '.join(names)}"
    return CallError(f"there is no {what} {shown(word)}; {hint}")
