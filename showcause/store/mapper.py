"""Records as rows of the event log: the topic is the event's class name, the state is JSON.

A class or a field that was released is never edited. A new form gets the next number in
`VERSIONS`, and a function in `UPCASTS` that turns the JSON of the form before into it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, cast
from uuid import UUID

import msgspec
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, MapperDeserialisationError, StoredEvent, Transcoder

from domain.aggregate import Created, Recorded, Unread
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS
from domain.proceeding.messages import Command, Event
from domain.rulebook.rulebook import Rulebook
from showcause.store.codec import Codec
from showcause.store.errors import UnreadableError

Upcast = Callable[[dict[str, Any]], dict[str, Any]]  # the JSON of a form that has no class any more

KNOWN: Mapping[str, type] = {cls.__name__: cls for cls in (*EVOLUTIONS, *BY_COMMAND, Rulebook)}
"""What is stored under its class name and must be read for ever: events, commands and laws."""

VERSIONS: Mapping[str, int] = {}
"""The number of the present form, of those that had another one before."""

UPCASTS: Mapping[tuple[str, int], Upcast] = {}
"""From the form of that number to the next."""


class UnreadableEventError(UnreadableError, MapperDeserialisationError):
    """A row of the log that is no record; the library's own name for it holds as well."""


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value under the name of its class, in a form of that number."""

    type: str
    version: int
    content: msgspec.Raw


class _State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of a row that the library leaves to us; `command` is that of a commit's first."""

    version: int
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    proceeding: str
    command_id: str
    law: str
    event: msgspec.Raw
    command: Named | None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_State).decode
_decode_named = msgspec.json.Decoder(Named).decode


Reader = Callable[[msgspec.Raw], Any]


def _reader(cls: type, codec: Codec[object]) -> Reader:
    """How an event in its present form is read.

    msgspec fills a class of attrs twice as quickly as we lift its mirror, but passes over keys that
    are unknown or missing; so the mirror reads first, and refuses.
    """
    strict = msgspec.json.Decoder(codec.wire).decode
    try:
        straight: Reader = msgspec.json.Decoder(cls).decode
    except TypeError:  # several classes in one field, which the mirror alone can tell apart
        return codec.read
    return lambda stored: (strict(stored), straight(stored))[1]


class Forms:
    """Writes the present form of a class, and reads every form that it ever had."""

    def __init__(
        self,
        versions: Mapping[str, int] = VERSIONS,
        upcasts: Mapping[tuple[str, int], Upcast] = UPCASTS,
        known: Mapping[str, type] = KNOWN,
    ) -> None:
        self._versions = versions
        self._upcasts = upcasts
        self._codecs: dict[str, Codec[object]] = {n: Codec.of(cls) for n, cls in known.items()}

    def codec(self, cls: type) -> Codec[object]:
        """The codec of a class in its present form."""
        return self._codecs[cls.__name__]

    def version(self, name: str) -> int:
        """The number of the present form."""
        return self._versions.get(name, 1)

    def write(self, value: object) -> Named:
        """The value in its present form."""
        name = type(value).__name__
        return Named(name, self.version(name), msgspec.Raw(self._codecs[name].write(value)))

    def read(self, named: Named) -> object:
        """The value, whose class is known by its name alone."""
        codec = self._codecs.get(named.type)
        if codec is None:
            raise UnreadableError(f"{named.type} is not known to this version of Showcause")
        present = self.version(named.type)
        if named.version == present:
            return codec.read(named.content)
        if not 1 <= named.version < present:
            raise UnreadableError(
                f"{named.type} is stored in form {named.version}; "
                f"this version of Showcause reads forms 1 to {present}"
            )
        return codec.read(self._raised(named, present))

    def pack(self, value: object) -> bytes:
        """A value that stands on its own, with its name and the number of its form."""
        return _encode(self.write(value))

    def unpack(self, stored: bytes) -> object:
        """The value that was packed."""
        try:
            named = _decode_named(stored)
        except msgspec.MsgspecError as error:
            raise UnreadableError(str(error)) from error
        return self.read(named)

    def _raised(self, named: Named, present: int) -> bytes:
        """The content in the present form, step by step."""
        content: dict[str, Any] = msgspec.json.decode(named.content)
        for version in range(named.version, present):
            content = self._upcasts[named.type, version](content)
        return _encode(content)


class _Unused(Transcoder):
    """The library's mapper wants a transcoder; ours has no use for one."""

    def encode(self, obj: object) -> bytes:
        raise NotImplementedError

    def decode(self, data: bytes) -> object:
        raise NotImplementedError


class RecordMapper(Mapper[UUID]):
    """Between records and rows; equal records are equal bytes."""

    def __init__(self, forms: Forms | None = None) -> None:
        super().__init__(_Unused())
        self.forms = forms or Forms()
        self._readers = {
            cls.__name__: (self.forms.version(cls.__name__), _reader(cls, self.forms.codec(cls)))
            for cls in EVOLUTIONS
        }

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """The row of a record."""
        record = cast("Recorded", domain_event)
        event, command = self.forms.write(record.event), record.command
        state = _State(
            version=event.version,
            at=record.timestamp,
            proceeding=record.proceeding,
            command_id=record.command_id,
            law=record.law,
            event=event.content,
            command=None if command is None else self.forms.write(command),
        )
        return StoredEvent(
            originator_id=record.originator_id,
            originator_version=record.originator_version,
            topic=event.type,
            state=_encode(state),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Recorded:
        """The record of a row; what is not exactly one is refused with its place."""
        try:
            return self._record(stored_event)
        except (msgspec.MsgspecError, UnreadableError) as error:
            number, topic = stored_event.originator_version, stored_event.topic
            place = f"event {number} of {stored_event.originator_id}, a {topic}"
            raise UnreadableEventError(f"{place}: {error}") from error

    def is_as_written(self, stored_event: StoredEvent, record: Recorded) -> bool:
        """Whether the record is written in these very bytes; an earlier form is left alone."""
        state = _decode(stored_event.state)
        forms = [(stored_event.topic, state.version)]
        forms += [] if state.command is None else [(state.command.type, state.command.version)]
        if any(version != self.forms.version(name) for name, version in forms):
            return True
        return self.to_stored_event(record).state == stored_event.state

    def _record(self, stored: StoredEvent) -> Recorded:
        """The record of a row: an event in its present form is read at once."""
        state = _decode(stored.state)
        present, read = self._readers.get(stored.topic, (0, None))
        if read is not None and state.version == present:
            return self._made(stored, state, read(state.event))
        event = self.forms.read(Named(stored.topic, state.version, state.event))
        if not isinstance(event, Event):
            raise UnreadableError(f"a {stored.topic} is no event")
        return self._made(stored, state, event)

    def _made(self, stored: StoredEvent, state: _State, event: Event) -> Recorded:
        cls = Created if isinstance(event, ProceedingRegistered) else Recorded
        return cls(
            originator_id=cast("UUID", stored.originator_id),
            originator_version=stored.originator_version,
            timestamp=state.at,
            proceeding=state.proceeding,
            event=event,
            command_id=state.command_id,
            law=state.law,
            given=None if state.command is None else Unread(partial(self._command, state.command)),
        )

    def _command(self, named: Named) -> Command:
        command = self.forms.read(named)
        if not isinstance(command, Command):
            raise UnreadableError(f"a {named.type} is no command")
        return command
