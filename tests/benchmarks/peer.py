"""The peer: the same file as the event library's documentation would have one write it.

It is measured twice, with the library's own mapper, transcoder and projector. With the *same
content* it keeps what ours keeps: values as values, through a transcoding each, and the commit: the
id of the command and the digest of the law with every event, the command itself with the first.
*Lean*, it keeps plain dictionaries, lists, numbers and days and nothing of the commit: the least
that anybody could get by with. No field of an event is left out either way.
"""

from datetime import date
from enum import Enum

import attrs
from eventsourcing.application import Application
from eventsourcing.persistence import Transcoding

from tests.benchmarks.peer_file import METHODS, LibraryFile

SAME, LEAN = "the library, same content", "the library, lean"


class DayAsText(Transcoding):
    """The library leaves days to its users."""

    type = date
    name = "date_iso"

    def encode(self, obj):
        return obj.isoformat()

    def decode(self, data):
        return date.fromisoformat(data)


class ChoiceAsText(Transcoding):
    """The same for an enumeration."""

    def __init__(self, cls):
        self.type, self.name = cls, cls.__name__

    def encode(self, obj):
        return obj.value

    def decode(self, data):
        return self.type(data)


class ValueAsFields(Transcoding):
    """The same for a class of values, by its fields."""

    def __init__(self, cls):
        self.type, self.name = cls, cls.__name__
        self._names = names_of(cls)

    def encode(self, obj):
        return {name: getattr(obj, name) for name in self._names}

    def decode(self, data):
        return self.type(**data)


class LibraryDocket(Application):
    """The library's application as it comes, told how to write days and the classes of values."""

    def __init__(self, env=None, values=()):
        self.values = values
        super().__init__(env)

    def register_transcodings(self, transcoder):
        super().register_transcodings(transcoder)
        transcoder.register(DayAsText())
        for cls in self.values:
            transcoder.register((ChoiceAsText if issubclass(cls, Enum) else ValueAsFields)(cls))


def names_of(cls):
    """The fields of a class of ours; private ones are caches."""
    return tuple(one.name for one in attrs.fields(cls) if not one.name.startswith("_"))


def fields_of(value):
    return {name: getattr(value, name) for name in names_of(type(value))}


def plain(value):
    """The same without our classes: dictionaries, lists and what JSON has, days left as days."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return plain(fields_of(value)) if attrs.has(type(value)) else value


def value_classes(values, found=None):
    """Every class of ours that these values are made of: each needs its transcoding."""
    found = set() if found is None else found
    for value in values:
        if isinstance(value, tuple):
            value_classes(value, found)
        elif isinstance(value, Enum) or attrs.has(type(value)):
            found.add(type(value))
            value_classes(() if isinstance(value, Enum) else fields_of(value).values(), found)
    return found


def docket(kind, records, env=None):
    """An empty docket of a kind, which can write these records."""
    if kind == LEAN:
        return LibraryDocket(env)
    return LibraryDocket(env, value_classes([*(one.event for one in records), *commands(records)]))


def commands(records):
    return [one.command for one in records if one.command is not None]


def library_file(kind, records):
    """The same history as a file of the library, with its events pending."""
    turned = plain if kind == LEAN else _same
    file = None
    for record in records:
        told = {name: turned(value) for name, value in fields_of(record.event).items()}
        told["commit"] = None if kind == LEAN else _commit(record)
        if file is None:
            file = LibraryFile(**told)
        else:
            getattr(file, METHODS[type(record.event).__name__])(**told)
    return file


def _same(value):
    return value


def _commit(record):
    return {"command_id": record.command_id, "law": record.law, "command": record.command}
