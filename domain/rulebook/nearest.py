"""What somebody probably meant: the nearest known word, or the list of them."""

from collections.abc import Iterable
from difflib import get_close_matches

from domain.errors import shown

__all__ = ["meant_key", "meant_word", "nearest"]

_LONGEST_LIST = 12
_LONGEST_WORD = 60  # the comparison takes the product of both lengths


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, whatever its case, spaces and underscores."""
    by_look = {_look(one): one for one in known}
    found = get_close_matches(_look(word[:_LONGEST_WORD]), by_look, n=1)
    return by_look[found[0]] if found else None


def meant_key(key: str, known: Iterable[str]) -> str:
    """Advice for an unknown key: the nearest one, else the keys there are if they are few."""
    keys = list(known)
    if near := nearest(key, keys):
        return _question(near)
    return _list(keys) if len(keys) <= _LONGEST_LIST else ""


def meant_word(word: str, known: Iterable[str]) -> str:
    """Advice for a word outside its list: the nearest one and the list, unless that is too long."""
    words = list(known)
    near = nearest(word, words)
    if near is None:
        return _list(words)
    return f"{_question(near)} {_list(words)}" if len(words) <= _LONGEST_LIST else _question(near)


def _question(near: str) -> str:
    return f"did you mean {shown(near)}?"


def _list(words: list[str]) -> str:
    return f"known: {', '.join(words)}"


def _look(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ")
