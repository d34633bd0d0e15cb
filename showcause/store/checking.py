"""Is what is stored whole? The log is read row by row, and the views are compared with it."""

from collections.abc import Iterator
from uuid import UUID

from attrs import Factory, define, frozen
from eventsourcing.persistence import Notification

from domain.aggregate import Recorded, proceeding_id
from domain.proceeding.envelope import RecordedEvent
from showcause.store.casework import Casework
from showcause.store.errors import StoreError, UnreadableError
from showcause.store.laws import recomposed
from showcause.store.registry import SHAPE, Shelf
from showcause.store.views import BATCH, Views


@frozen
class Problem:
    """Something that is not as it should be, and where: a proceeding, a law, a view."""

    where: str
    what: str

    def __str__(self) -> str:
        """The place, then the problem."""
        return f"{self.where}: {self.what}"


@define
class _File:
    """What the rows of one proceeding amount to so far."""

    position: int = 0
    command_id: str = ""
    command_ids: set[str] = Factory(set)


@define
class _Log:
    """What all rows amount to so far; `folded` holds the events that the views should know."""

    files: dict[UUID | str, _File] = Factory(dict)
    laws: set[str] = Factory(set)
    folded: list[RecordedEvent] = Factory(list)


def problems(casework: Casework, views: Views) -> Iterator[Problem]:
    """Every problem of a store; it only reads, so that it can run while others write."""
    shelf = casework.registry.shelf()
    log = _Log()
    last: int | None = None
    while rows := casework.rows(last, BATCH):
        for row in rows:
            yield from _of_row(casework, row, log, shelf.place)
        last = rows[-1].id
    if (shelf.place or 0) > (last or 0):
        yield Problem(
            "views", f"they are folded up to row {shelf.place}, the log ends at row {last}"
        )
    for digest in sorted(log.laws):
        yield from _of_law(casework, digest)
    yield from _of_views(views, shelf, log.folded)


def proceedings(casework: Casework) -> int:
    """How many proceedings the log has rows of; no row is read for it."""
    found: set[UUID | str] = set()
    last: int | None = None
    while rows := casework.rows(last, BATCH):
        found.update(row.originator_id for row in rows)
        last = rows[-1].id
    return len(found)


def _of_row(
    casework: Casework, row: Notification, log: _Log, place: int | None
) -> Iterator[Problem]:
    file = log.files.setdefault(row.originator_id, _File())
    expected, file.position = file.position + 1, row.originator_version
    try:
        record = casework.recorded(row)
        as_written = casework.records.is_as_written(row, record)
    except UnreadableError as error:
        yield Problem(f"row {row.id} of the log", str(error))
        return
    where = f"{record.proceeding}, event {record.originator_version}"
    if record.originator_version != expected:
        yield Problem(where, f"number {expected} should stand here")
    if not as_written:
        yield Problem(where, "it is not stored in the bytes that Showcause writes")
    if proceeding_id(record.proceeding) != row.originator_id:
        yield Problem(where, "it is stored under the id of another proceeding")
    yield from _of_commit(record, file, where)
    log.laws.add(record.law)
    if place is not None and row.id <= place:
        log.folded.append(record.as_event())


def _of_commit(record: Recorded, file: _File, where: str) -> Iterator[Problem]:
    """A command stands with the first of its events, which are together, and comes once."""
    command_id = record.command_id
    if record.given is None:
        if command_id != file.command_id:
            yield Problem(where, f"it stands apart from the command '{command_id}'")
    elif command_id in file.command_ids:
        yield Problem(where, f"the command '{command_id}' is there twice")
    file.command_id = command_id
    file.command_ids.add(command_id)


def _of_law(casework: Casework, digest: str) -> Iterator[Problem]:
    try:
        recomposed(casework.stored_law(digest), digest)
    except StoreError as error:
        yield Problem(f"law {digest}", str(error))


def _of_views(views: Views, shelf: Shelf, events: list[RecordedEvent]) -> Iterator[Problem]:
    """Views of other read models than today's are folded anew before they are read next."""
    if shelf.views.get(SHAPE) != views.shape:
        return
    fresh = views.lowered(views.folded({}, events))
    for key in sorted(fresh.keys() | shelf.views.keys() - {SHAPE}):
        if fresh.get(key) != shelf.views.get(key):
            yield Problem(f"view '{key[0]}' of {key[1]}", "it is not what the log amounts to")
