"""The registry in SQL, in words that SQLite and PostgreSQL both know; each adds its own."""

from abc import abstractmethod
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from showcause.store.registry import LOG, OvertakenError, Registry, Shelf, ViewKey

TABLES = ("views", "laws", "parties")

CREATE = (
    """CREATE TABLE IF NOT EXISTS {views} (
        view text NOT NULL, proceeding text NOT NULL, content {bytes} NOT NULL,
        PRIMARY KEY (view, proceeding))""",
    """CREATE TABLE IF NOT EXISTS {laws} (
        digest text PRIMARY KEY, law {bytes} NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS {parties} (
        proceeding text NOT NULL, party text NOT NULL, name text NOT NULL,
        PRIMARY KEY (proceeding, party))""",
)
STATEMENTS = {
    "all views": "SELECT view, proceeding, content FROM {views}",
    "some views": (
        "SELECT view, proceeding, content FROM {views} WHERE proceeding = '' OR proceeding {among}"
    ),
    "put view": (
        "INSERT INTO {views} (view, proceeding, content) VALUES (%s, %s, %s) "
        "ON CONFLICT (view, proceeding) DO UPDATE SET content = excluded.content"
    ),
    "drop views": "DELETE FROM {views}",
    "drop place": "DELETE FROM {tracking} WHERE application_name = %s",
    "put law": "INSERT INTO {laws} (digest, law) VALUES (%s, %s) ON CONFLICT (digest) DO NOTHING",
    "law": "SELECT law FROM {laws} WHERE digest = %s",
    "put name": (
        "INSERT INTO {parties} (proceeding, party, name) VALUES (%s, %s, %s) "
        "ON CONFLICT (proceeding, party) DO UPDATE SET name = excluded.name"
    ),
    "names": "SELECT party, name FROM {parties} WHERE proceeding = %s ORDER BY party",
    "forget": "UPDATE {parties} SET name = '' WHERE proceeding = %s AND party = %s RETURNING party",
}


# the two drivers share no types for these: text or composed SQL, tuples, rows that are mappings
Statement = Any
Parameters = Any
Rows = Any


class Cursor(Protocol):
    """What both drivers' cursors have; rows are read by the names of their columns."""

    def execute(self, statement: Statement, parameters: Parameters = ..., /) -> object: ...
    def executemany(self, statement: Statement, parameters: Parameters, /) -> object: ...
    def fetchall(self) -> Rows: ...
    def fetchone(self) -> Rows: ...


class SqlRegistry(Registry):
    """What SQLite and PostgreSQL do alike; `_sql` holds the statements as a driver takes them."""

    _sql: Mapping[str, Statement]

    @abstractmethod
    def _transaction(self, *, commit: bool) -> AbstractContextManager[Cursor]:
        """A transaction, which is undone unless it commits; its reads are of one moment."""

    @abstractmethod
    def _lock(self, cursor: Cursor) -> None:
        """Keep others from moving the views on until the transaction ends."""

    @abstractmethod
    def _among(self, proceedings: Collection[str]) -> object:
        """The parameter of `{among}`."""

    @abstractmethod
    def _place(self, cursor: Cursor) -> int | None:
        """The place of the views in the log."""

    @abstractmethod
    def _put_place(self, cursor: Cursor, place: int) -> None:
        """Write the place, which only grows."""

    def shelf(self, proceedings: Collection[str] | None = None) -> Shelf:
        with self._transaction(commit=False) as cursor:
            place = self._place(cursor)
            if proceedings is None:
                cursor.execute(self._sql["all views"])
            else:
                cursor.execute(self._sql["some views"], (self._among(proceedings),))
            rows = cursor.fetchall()
        return Shelf(place, {(row["view"], row["proceeding"]): row["content"] for row in rows})

    def put_views(self, views: Mapping[ViewKey, bytes], *, place: int, after: int | None) -> None:
        with self._transaction(commit=True) as cursor:
            self._lock(cursor)
            if self._place(cursor) != after:
                raise OvertakenError
            self._put_place(cursor, place)
            self._put_rows(cursor, views)

    def replace_views(self, views: Mapping[ViewKey, bytes], *, place: int | None) -> None:
        with self._transaction(commit=True) as cursor:
            self._lock(cursor)
            cursor.execute(self._sql["drop views"])
            cursor.execute(self._sql["drop place"], (LOG,))
            if place is not None:
                self._put_place(cursor, place)
            self._put_rows(cursor, views)

    def _put_rows(self, cursor: Cursor, views: Mapping[ViewKey, bytes]) -> None:
        rows = [(view, proceeding, content) for (view, proceeding), content in views.items()]
        if rows:
            cursor.executemany(self._sql["put view"], rows)

    def put_law(self, digest: str, law: bytes) -> None:
        with self._transaction(commit=True) as cursor:
            cursor.execute(self._sql["put law"], (digest, law))

    def law(self, digest: str) -> bytes | None:
        with self._transaction(commit=False) as cursor:
            cursor.execute(self._sql["law"], (digest,))
            row = cursor.fetchone()
        return None if row is None else bytes(row["law"])

    def put_name(self, proceeding: str, party: str, name: str) -> None:
        with self._transaction(commit=True) as cursor:
            cursor.execute(self._sql["put name"], (proceeding, party, name))

    def names(self, proceeding: str) -> dict[str, str]:
        with self._transaction(commit=False) as cursor:
            cursor.execute(self._sql["names"], (proceeding,))
            return {row["party"]: row["name"] for row in cursor.fetchall()}

    def forget(self, proceeding: str, party: str) -> bool:
        with self._transaction(commit=True) as cursor:
            cursor.execute(self._sql["forget"], (proceeding, party))
            return cursor.fetchone() is not None
