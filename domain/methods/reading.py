"""The files in which an authority tells a method what to work with, all mistakes at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from domain.errors import NotationError, shown
from domain.methods.inputs import (
    Addressee,
    AddresseeKind,
    Choice,
    Circumstance,
    Conduct,
    FineInput,
    Hardship,
    Turnover,
)
from domain.methods.loading import method_reader, shipped_methods
from domain.money import Money
from domain.rulebook.documents import MalformedFileError, decode, parse_document
from domain.rulebook.nearest import meant_word
from domain.rulebook.reader import Reader
from domain.rulebook.schema import json_schema

__all__ = ["fine_schema", "load_fine", "read_fine"]


def _reader() -> Reader:
    reader = method_reader()
    reader.shorthand(Turnover, _turnover)
    reader.shorthand(Addressee, _addressee)
    return reader


def _turnover(text: str) -> Turnover:
    return Turnover(amount="unknown" if text == "unknown" else Money.parse(text))


def _addressee(text: str) -> Addressee:
    kinds = get_args(AddresseeKind)
    if text not in kinds:
        raise NotationError(text, f"{shown(text)} is no addressee", meant_word(text, kinds))
    return Addressee(kind=cast("AddresseeKind", text))


def fine_schema() -> dict[str, object]:
    """The JSON Schema of these files, so that editors complete them."""
    return json_schema(FineInput, _reader(), title="Fine", identifier="fine.schema.json")


def load_fine(path: Path) -> FineInput:
    """What is told in a file; raises MalformedFileError with all its mistakes."""
    return read_fine(decode(path.read_bytes()), path.name)


def read_fine(text: str, name: str) -> FineInput:
    """What is told in a text; raises MalformedFileError with all its mistakes."""
    root, mistakes = parse_document(text, name)
    reader = _reader()
    read = None if root is None else reader.read(root, FineInput)
    for conduct in reader.built(Conduct):
        _conduct(conduct, reader)
    _names(reader)
    if read is not None:
        _whole(read, reader)
    if read is None or mistakes or reader.mistakes:
        raise MalformedFileError((*mistakes, *reader.mistakes))
    return read


def _conduct(conduct: Conduct, reader: Reader) -> None:
    """A concurrence names infringements of its conduct, and leaves one to be fined."""
    names = [name for name, _ in conduct.infringements]
    told = conduct.concurrence
    for name in () if told is None else (told.applies, *told.excludes):
        if name not in names:
            text = f"there is no infringement '{name}' in this conduct"
            reader.note_at(told, text, meant_word(name, names))
    if told is not None and told.applies in told.excludes:
        reader.note_at(told, f"'{told.applies}' cannot exclude itself")
    for choice in conduct.choices:
        if choice.step != "effectiveness":
            text = "for a whole conduct only 'effectiveness' is chosen"
            reader.note_at(choice, text, "move it to an infringement", at=("step",))


def _names(reader: Reader) -> None:
    """Choices and circumstances that are kept for a method name one that there is."""
    known = shipped_methods()
    told: list[tuple[object, str]] = [(one, one.only) for one in reader.built(Choice)]
    told += [(one, one.only) for one in reader.built(Circumstance)]
    told += [(one, one.only) for one in reader.built(Hardship)]
    for built, only in told:
        if only and only not in known:
            text = f"there is no method '{only}'"
            reader.note_at(built, text, meant_word(only, known), at=("only",))


def _whole(fine: FineInput, reader: Reader) -> None:
    if not fine.conducts:
        reader.note_at(fine, "a fine is for at least one conduct", at=("conducts",))
    for name in _empty(fine):
        reader.note_at(fine, "a conduct has at least one infringement", at=("conducts", name))
    told = fine.turnover
    if told is not None and told.start_from and told.amount != "unknown":
        text = "only an unknown turnover lets the calculation start from the static maximum"
        reader.note_at(told, text, "take out 'start_from:'", at=("start_from",))
    if fine.method and fine.method not in shipped_methods():
        text = f"there is no method '{fine.method}'"
        reader.note_at(fine, text, meant_word(fine.method, shipped_methods()), at=("method",))


def _empty(fine: FineInput) -> Iterator[str]:
    return (name for name, conduct in fine.conducts if not conduct.infringements)
