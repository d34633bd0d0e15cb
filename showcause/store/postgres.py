"""The store in PostgreSQL: several people, one docket; needs the extra `postgres`."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import cast

import psycopg
from eventsourcing.persistence import ApplicationRecorder, Tracking
from eventsourcing.postgres import (
    PostgresDatastore,
    PostgresFactory,
    PostgresTrackingRecorder,
    TPostgresTrackingRecorder,
)
from eventsourcing.utils import Environment, EnvType
from psycopg import Cursor as PgCursor
from psycopg.conninfo import make_conninfo
from psycopg.rows import DictRow
from psycopg.sql import SQL, Identifier

from showcause.store.errors import SettingsError
from showcause.store.registry import LOG
from showcause.store.tables import CREATE, STATEMENTS, TABLES, Cursor, SqlRegistry

SECONDS_TO_CONNECT = 10

_SETTING_UP = 0x53484F57
"""The number of the lock under which one process at a time makes the tables."""


class Factory(PostgresFactory):
    """The library's, making tables in one process at a time: the server minds when two do."""

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        try:  # a pool would try for long, and then not tell the reason
            address = make_conninfo("", **self._address(), connect_timeout=SECONDS_TO_CONNECT)
            with psycopg.connect(address) as connection:
                found = connection.execute("SELECT to_regnamespace(%s)", (self.datastore.schema,))
                row = found.fetchone()
        except psycopg.Error as error:
            raise SettingsError(f"PostgreSQL cannot be reached: {error}") from error
        if row is None or row[0] is None:
            raise SettingsError(f"the schema '{self.datastore.schema}' does not exist")

    def _address(self) -> dict[str, str]:
        names = ("dbname", "host", "port", "user", "password")
        told = {name: self.env.get(f"POSTGRES_{name.upper()}") for name in names}
        return {name: value for name, value in told.items() if value}

    def application_recorder(self) -> ApplicationRecorder:
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_SETTING_UP,))
            return super().application_recorder()

    def tracking_recorder(
        self, tracking_recorder_class: type[TPostgresTrackingRecorder] | None = None
    ) -> TPostgresTrackingRecorder:
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_SETTING_UP,))
            return super().tracking_recorder(tracking_recorder_class)


class PostgresRegistry(SqlRegistry, PostgresTrackingRecorder):
    """Views, laws and names in the schema of the events, under names that begin like theirs."""

    def __init__(self, datastore: PostgresDatastore, *, tracking_table_name: str) -> None:
        super().__init__(datastore, tracking_table_name=tracking_table_name)
        names = {
            **{table: Identifier(datastore.schema, f"{LOG}_{table}") for table in TABLES},
            "tracking": Identifier(datastore.schema, self.tracking_table_name),
            "bytes": SQL("bytea"),
            "among": SQL("= ANY(%s)"),
        }
        self._sql = {name: SQL(text).format(**names) for name, text in STATEMENTS.items()}
        self._lock_statement = SQL("LOCK TABLE {tracking} IN EXCLUSIVE MODE").format(**names)
        self.sql_create_statements += [SQL(text).format(**names) for text in CREATE]

    @contextmanager
    def _transaction(self, *, commit: bool) -> Iterator[Cursor]:
        with self.datastore.transaction(commit=commit) as cursor:
            if not commit:  # several reads are of one moment
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield cursor

    def _lock(self, cursor: Cursor) -> None:
        cursor.execute(self._lock_statement)

    def _among(self, proceedings: Collection[str]) -> object:
        return sorted(proceedings)

    def _place(self, cursor: Cursor) -> int | None:
        return self._max_tracking_id(LOG, cast("PgCursor[DictRow]", cursor))

    def _put_place(self, cursor: Cursor, place: int) -> None:
        self._insert_tracking(cast("PgCursor[DictRow]", cursor), Tracking(LOG, place))
