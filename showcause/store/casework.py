"""The application of the event library: it saves and loads proceedings, in any of the stores."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast
from uuid import UUID

from eventsourcing.application import AggregateNotFoundError, Application, Repository
from eventsourcing.persistence import (
    ConnectionPoolClosedError,
    IntegrityError,
    Mapper,
    Notification,
    PersistenceError,
    Recording,
    StoredEvent,
)
from eventsourcing.utils import Environment, EnvType, resolve_topic

from domain.aggregate import Proceeding, Recorded, proceeding_id, project
from domain.rulebook.rulebook import Rulebook
from showcause.store.errors import (
    ConcurrentWriteError,
    StoreError,
    UnknownProceedingError,
    UnreadableError,
)
from showcause.store.mapper import Forms, RecordMapper
from showcause.store.registry import LOG, Registry

Saved = Any  # what the library saves: aggregates, records, and whatever has ids and versions

MEMORY = "eventsourcing.popo"
SQLITE = "showcause.store.sqlite:Factory"
POSTGRES = "showcause.store.postgres:Factory"

_REGISTRIES = {
    MEMORY: "showcause.store.memory:MemoryRegistry",
    SQLITE: "showcause.store.sqlite:SqliteRegistry",
    POSTGRES: "showcause.store.postgres:PostgresRegistry",
}


@contextmanager
def telling() -> Iterator[None]:
    """Tell what a store could not do as an error of ours, with the driver's own words."""
    try:
        yield
    except (PersistenceError, ConnectionPoolClosedError) as error:
        raise StoreError(f"the store cannot be reached or written: {error}") from error


class Casework(Application[UUID]):
    """Proceedings in a store; it reads the settings it is given and no others."""

    name = LOG

    def __init__(self, env: EnvType | None = None) -> None:
        self.forms = Forms()
        self.records = RecordMapper(self.forms)
        with telling():
            super().__init__(env)
            self.registry = self._made_registry()
        self._laws: dict[str, Rulebook] = {}

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        # the library's own would let the environment of the process win over these
        return Environment(name, {"PERSISTENCE_MODULE": MEMORY, **(env or {})})

    def construct_mapper(self) -> Mapper[UUID]:
        return self.records

    def construct_repository(self) -> Repository[UUID]:
        return Repository(self.events)

    def _made_registry(self) -> Registry:
        cls = resolve_topic(_REGISTRIES[self.env["PERSISTENCE_MODULE"]])
        return cast("Registry", self.factory.tracking_recorder(cls))

    def find(self, name: str) -> Proceeding | None:
        """The proceeding as it stands, if there is one of that name."""
        try:
            found: Proceeding = self.repository.get(proceeding_id(name), projector_func=project)
        except AggregateNotFoundError:
            return None
        return found

    def load(self, name: str) -> Proceeding:
        """The proceeding as it stands."""
        found = self.find(name)
        if found is None:
            raise UnknownProceedingError(name)
        return found

    def save(self, *objs: Saved, **kwargs: Any) -> list[Recording[UUID]]:  # noqa: ANN401  # as there
        """Save what is pending; where that fails it stays pending, and is not lost unseen."""
        pending = [(one, one.pending_events[:]) for one in objs if isinstance(one, Proceeding)]
        try:
            return super().save(*objs, **kwargs)
        except BaseException:
            for proceeding, events in pending:
                proceeding.pending_events[:] = events
            raise

    def check_name(self, name: str) -> None:
        """Refuse a name that some store could not hold, before anything is recorded under it."""
        if not name.isprintable() or not name:
            raise StoreError(f"{name!r} cannot name a proceeding: it needs printable characters")

    def record(self, proceeding: Proceeding) -> None:
        """Save a proceeding; once this returns, what was decided is on the disk."""
        known = proceeding.version - len(proceeding.pending_events)
        try:
            self.save(proceeding)
        except IntegrityError as error:
            raise ConcurrentWriteError(proceeding.name, known) from error

    def append(self, records: Sequence[Recorded]) -> None:
        """Save records that were decided elsewhere, all of them or none."""
        try:
            self.save(*records)
        except IntegrityError as error:
            first = records[0]
            raise ConcurrentWriteError(first.proceeding, first.originator_version - 1) from error

    def rows(self, after: int | None, limit: int) -> list[Notification]:
        """A stretch of the log as it is stored, in the order of the commits."""
        return list(
            self.recorder.select_notifications(start=after, limit=limit, inclusive_of_start=False)
        )

    def recorded(self, row: StoredEvent) -> Recorded:
        """The record of a row."""
        return self.records.to_domain_event(row)

    def keep_law(self, law: Rulebook) -> None:
        """Keep a law under its digest, before the first event that was decided under it."""
        if law.digest not in self._laws:
            self.registry.put_law(law.digest, self.forms.pack(law))
            self._laws[law.digest] = law

    def law(self, digest: str) -> Rulebook:
        """The law of that digest, as it was when it was kept."""
        if digest not in self._laws:
            self._laws[digest] = self.stored_law(digest)
        return self._laws[digest]

    def stored_law(self, digest: str) -> Rulebook:
        """The same, read from the store each time."""
        stored = self.registry.law(digest)
        if stored is None:
            raise StoreError(f"the law {digest} is not in this store")
        law = self.forms.unpack(stored)
        if not isinstance(law, Rulebook) or law.digest != digest:
            raise UnreadableError(f"what is kept as the law {digest} is another one")
        return law
