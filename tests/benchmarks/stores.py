"""The same kind of store for both sides, each time empty: what ours is told, and the library."""

from contextlib import contextmanager
from itertools import count

import pytest

from showcause.bootstrap import store_settings
from tests.store.conftest import schema_in

MEMORY, SQLITE, POSTGRES = "memory", "an SQLite file", "PostgreSQL"
STORES = (MEMORY, SQLITE, POSTGRES)
NUMBERS = count(1)
OF_THE_LIBRARY = {SQLITE: "eventsourcing.sqlite", POSTGRES: "eventsourcing.postgres"}


@contextmanager
def settings_of(store, folder, server):
    """What ours is told of an empty store."""
    if store == MEMORY:
        yield {}
    elif store == SQLITE:
        yield store_settings(folder / f"{next(NUMBERS)}.db", {})
    elif server is None:
        pytest.skip("no PostgreSQL can be started here")
    else:
        with schema_in(server) as environment:
            yield store_settings(None, environment)


@contextmanager
def library_settings(store, folder, server):
    """What the library is told of another such store, so that it uses its own classes there."""
    if store == SQLITE:
        file = folder / f"{next(NUMBERS)}.db"
        yield {"PERSISTENCE_MODULE": OF_THE_LIBRARY[SQLITE], "SQLITE_DBNAME": str(file)}
        return
    with settings_of(store, folder, server) as env:
        yield env | ({"PERSISTENCE_MODULE": OF_THE_LIBRARY[store]} if env else {})
