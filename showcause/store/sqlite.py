"""The store as one SQLite file, readable by its owner alone; a commit is on the disk."""

import json
import os
import sqlite3
from collections.abc import Collection
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import cast

from eventsourcing.persistence import Tracking
from eventsourcing.sqlite import (
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteFactory,
    SQLiteTrackingRecorder,
)
from eventsourcing.utils import Environment, EnvType

from showcause.store.errors import SettingsError
from showcause.store.registry import LOG
from showcause.store.tables import CREATE, STATEMENTS, TABLES, Cursor, SqlRegistry

APPLICATION_ID = 0x53484F57
"""What the header of the file says about whose it is: `SHOW`."""

LAYOUT = 1
"""The tables that there are; a file with a higher number is of a later version of Showcause."""

SECONDS_TO_WAIT = 30
"""For another process that writes; a commit takes milliseconds, a rebuild some seconds."""

# the full path as an address: in a plain one the driver takes some names for other things
_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # what was acknowledged survives a crash of the machine
    "PRAGMA secure_delete = ON",  # what was forgotten leaves no copy in the file
)


def made_file(path: Path) -> str:
    """Make the file where there is none, with mode 0600, and give its address for the library."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(_connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            _claim(connection, path)
            connection.execute("COMMIT")
    except (OSError, sqlite3.Error) as error:
        raise SettingsError(f"{path} cannot be used as a store: {error}") from error
    return path.absolute().as_uri()


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        path.absolute().as_uri(), uri=True, isolation_level=None, timeout=SECONDS_TO_WAIT
    )


def _claim(connection: sqlite3.Connection, path: Path) -> None:
    """Mark an empty file as ours; leave alone what is another program's."""
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner == 0 and tables == 0:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    elif owner != APPLICATION_ID:
        raise SettingsError(f"{path} is an SQLite file of another program")
    elif layout > LAYOUT:
        raise SettingsError(f"{path} was written by a later version of Showcause")


class _Pool(SQLiteConnectionPool):
    def _create_connection(self) -> SQLiteConnection:
        connection = super()._create_connection()
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        return connection


class Datastore(SQLiteDatastore):
    """The library's, with connections whose commits are durable."""

    def __init__(self, address: str) -> None:
        super().__init__(address, lock_timeout=SECONDS_TO_WAIT)
        self.pool = _Pool(db_name=address, lock_timeout=SECONDS_TO_WAIT)


class Factory(SQLiteFactory):
    """The library's, on such a file; `SQLITE_DBNAME` is the address that `made_file` gives."""

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        self.datastore = Datastore(self.env[self.SQLITE_DBNAME])


class SqliteRegistry(SqlRegistry, SQLiteTrackingRecorder):
    """Views, laws and names in the same file as the events, with the one tracking row there is."""

    def __init__(self, datastore: SQLiteDatastore) -> None:
        super().__init__(datastore)
        names = {**{table: table for table in TABLES}, "tracking": "tracking", "bytes": "blob"}
        among = "IN (SELECT value FROM json_each(%s))"
        self._sql = {
            name: text.format(among=among, **names).replace("%s", "?")
            for name, text in STATEMENTS.items()
        }

    def construct_create_table_statements(self) -> list[str]:
        names = {table: table for table in TABLES}
        ours = [statement.format(bytes="blob", **names) for statement in CREATE]
        return [*super().construct_create_table_statements(), *ours]

    def _create_table(self, c: SQLiteCursor) -> None:
        # without the library's migration of old tracking tables, which no file of ours has and
        # which fails where two processes open a new file at once
        for statement in self.create_table_statements:
            c.execute(statement)

    def _transaction(self, *, commit: bool) -> AbstractContextManager[Cursor]:
        return self.datastore.transaction(commit=commit)

    def _lock(self, cursor: Cursor) -> None:
        # a write that changes nothing takes the lock, so that what is read next is the latest
        cursor.execute("UPDATE tracking SET notification_id = notification_id WHERE false")

    def _among(self, proceedings: Collection[str]) -> object:
        return json.dumps(sorted(proceedings))

    def _place(self, cursor: Cursor) -> int | None:
        return self._max_tracking_id(LOG, cast("SQLiteCursor", cursor))

    def _put_place(self, cursor: Cursor, place: int) -> None:
        self._insert_tracking(cast("SQLiteCursor", cursor), Tracking(LOG, place))

    def forget(self, proceeding: str, party: str) -> bool:
        found = super().forget(proceeding, party)
        with self.datastore.get_connection(commit=True) as connection:
            # the log of writes holds the old page until it is emptied into the file; where another
            # process reads just then, that is at the latest when the last one closes the store
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return found
