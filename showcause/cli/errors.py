"""What is wrong with a call, as a sentence."""

from collections.abc import Iterable
from typing import Final

from domain.errors import CommandRefusedError, ShowcauseError

__all__ = ["CallError", "FollowingRefusedError", "told_apart", "unknown"]

_FOLLOWING: Final = {"notification": "notified", "publication": "published"}


class CallError(ShowcauseError):
    """A call that asks for something that cannot be, with what could be said instead."""


class FollowingRefusedError(CommandRefusedError):
    """What a key of a row stands for was refused: `despite` of the row is for its act alone."""

    def __init__(self, refusal: object, key: str) -> None:
        super().__init__(refusal)
        self.key = key


def told_apart(error: CommandRefusedError, act: str) -> CommandRefusedError:
    """The refusal of a row's own act as it is, and that of its notification as one of a key."""
    refused = str(getattr(error.refusal, "act", ""))
    key = _FOLLOWING.get(refused, "")
    return FollowingRefusedError(error.refusal, key) if key and refused != act else error


def unknown(what: str, word: str, known: Iterable[str]) -> CallError:
    """The error of a name that nothing has; the nearest one is proposed, else all are listed."""
    from domain.errors import shown
    from domain.rulebook.nearest import nearest

    names = list(dict.fromkeys(known))
    near = nearest(word, names)
    hint = f"did you mean {shown(near)}?" if near is not None else f"there are: {', '.join(names)}"
    return CallError(f"there is no {what} {shown(word)}; {hint}")
