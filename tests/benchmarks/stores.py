"""The same kind of store for both sides, each time empty: what ours is told, and the library."""

from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from attrs import frozen

from showcause.bootstrap import store_settings
from tests.store.conftest import schema_in

MEMORY, SQLITE, POSTGRES = "memory", "an SQLite file", "PostgreSQL"
STORES = (MEMORY, SQLITE, POSTGRES)
NUMBERS = count(1)


@frozen
class Places:
    """Where stores are made: a folder, and a server or none."""

    folder: Path
    server: dict[str, str] | None

    @contextmanager
    def ours(self, store):
        """What ours is told of an empty store."""
        if store == MEMORY:
            yield {}
        elif store == SQLITE:
            yield store_settings(self._file(), {})
        elif self.server is None:
            pytest.skip("no PostgreSQL can be started here")
        else:
            with schema_in(self.server) as environment:
                yield store_settings(None, environment)

    @contextmanager
    def library(self, store):
        """What the library is told of another such store, so that it uses its own classes there."""
        if store == SQLITE:
            yield {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(self._file())}
            return
        with self.ours(store) as env:
            yield env | ({"PERSISTENCE_MODULE": "eventsourcing.postgres"} if env else {})

    def _file(self):
        return self.folder / f"{next(NUMBERS)}.db"
