"""A proceeding as a file of JSON lines, to hand it on: first its laws, then its events in order.

Names of parties are not in it: they are not in the log either.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs
import msgspec
from eventsourcing.persistence import StoredEvent

from domain.aggregate import Proceeding, Recorded, proceeding_id, project
from domain.errors import HistoryError
from domain.rulebook.rulebook import Rulebook
from showcause.store.casework import Casework
from showcause.store.errors import ExchangeError, UnreadableError
from showcause.store.laws import recomposed
from showcause.store.mapper import Named

FORMAT = "showcause proceeding 1"


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    proceeding: str
    events: int
    laws: dict[str, Named]


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    position: int
    event: str
    state: msgspec.Raw


_encode = msgspec.json.Encoder().encode
_decode_head = msgspec.json.Decoder(_Head).decode
_decode_line = msgspec.json.Decoder(_Line).decode


def exported(casework: Casework, name: str) -> Iterator[str]:
    """The lines of the file, without their ends; a file that was cut is noticed by its head."""
    records = casework.load(name).records
    digests = sorted({record.law for record in records})
    laws = {digest: casework.forms.write(casework.law(digest)) for digest in digests}
    yield _encode(_Head(FORMAT, name, len(records), laws)).decode()
    for record in records:
        row = casework.records.to_stored_event(record)
        yield _encode(_Line(row.originator_version, row.topic, msgspec.Raw(row.state))).decode()


def imported(casework: Casework, lines: Iterable[str]) -> tuple[Proceeding, int]:
    """Take a file over, all of it or nothing, and tell how many of its events were there before.

    What the store has of the proceeding already must be the same.
    """
    numbered = [(place, line) for place, line in enumerate(lines, start=1) if line.strip()]
    head = _head(numbered)
    casework.check_name(head.proceeding)
    laws = [_law(casework, digest, named) for digest, named in head.laws.items()]
    records = [_record(casework, head.proceeding, place, line) for place, line in numbered[1:]]
    _check(head, records)
    there = casework.find(head.proceeding)
    known = [] if there is None else list(there.records)
    if records[: len(known)] != known[: len(records)]:
        raise ExchangeError(f"the store has a {head.proceeding} that took another course")
    for law in laws:
        casework.keep_law(law)
    if len(records) > len(known):
        casework.append(records[len(known) :])
    return casework.load(head.proceeding), len(known)


def _head(numbered: Sequence[tuple[int, str]]) -> _Head:
    if not numbered:
        raise ExchangeError("the file is empty")
    place, line = numbered[0]
    try:
        head = _decode_head(line)
    except msgspec.MsgspecError as error:
        raise ExchangeError(
            f"line {place} is no head of an exported proceeding: {error}"
        ) from error
    if head.format != FORMAT:
        raise ExchangeError(f"line {place}: the format is '{head.format}', not '{FORMAT}'")
    return head


def _law(casework: Casework, digest: str, named: Named) -> Rulebook:
    try:
        law = casework.forms.read(named)
    except UnreadableError as error:
        raise ExchangeError(f"the law {digest} cannot be read: {error}") from error
    try:
        return recomposed(law, digest)
    except UnreadableError as error:
        message = f"what stands as the law {digest} is another one: {error}"
        raise ExchangeError(message) from error


def _record(casework: Casework, proceeding: str, place: int, line: str) -> Recorded:
    try:
        told = _decode_line(line)
        stored = StoredEvent(
            originator_id=proceeding_id(proceeding),
            originator_version=told.position,
            topic=told.event,
            state=bytes(told.state),
        )
        record = casework.recorded(stored)
        return attrs.evolve(record, given=record.command)  # read, so that it is known to be one
    except (msgspec.MsgspecError, UnreadableError) as error:
        raise ExchangeError(f"line {place}: {error}") from error


def _check(head: _Head, records: Sequence[Recorded]) -> None:
    """A history of that proceeding, whole, under laws that the file brings along."""
    if len(records) != head.events or not records:
        raise ExchangeError(f"the file has {len(records)} events, its head says {head.events}")
    command_id = ""
    for record in records:
        if record.proceeding != head.proceeding or record.law not in head.laws:
            raise ExchangeError(
                f"event {record.originator_version} is of {record.proceeding} under the law "
                f"{record.law}, which the head does not name"
            )
        if record.given is None and record.command_id != command_id:
            raise ExchangeError(f"event {record.originator_version} stands without its command")
        command_id = record.command_id
    try:
        project(None, records)
    except HistoryError as error:
        raise ExchangeError(str(error)) from error
