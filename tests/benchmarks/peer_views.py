"""The peer's views: one line a proceeding, an event a transaction, as the library documents it.

Where its log can be subscribed to (memory, PostgreSQL) the library's own ProjectionRunner drives
them; on SQLite, where it cannot, a plain loop over the log does. Every transaction holds the line
and the place in the log, and so is exactly once, as ours is.
"""

from threading import Event as Signal
from time import perf_counter

from eventsourcing.persistence import Tracking
from eventsourcing.popo import POPOTrackingRecorder
from eventsourcing.postgres import PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from eventsourcing.sqlite import SQLiteTrackingRecorder
from psycopg.sql import SQL, Identifier

from tests.benchmarks.peer import LibraryDocket
from tests.benchmarks.peer_file import LibraryFile

CREATE = (
    "CREATE TABLE IF NOT EXISTS {table} (file text PRIMARY KEY, proceeding text, "
    "rulebook text, registered_on text, last_on text, position integer)"
)
REGISTER = "INSERT INTO {table} VALUES (%s, %s, %s, %s, %s, %s)"
MOVE_ON = "UPDATE {table} SET last_on = %s, position = %s WHERE file = %s"
READ = "SELECT proceeding, rulebook, registered_on, last_on, position FROM {table}"
CLEAR = "DELETE FROM {table}"


class MemoryLines(POPOTrackingRecorder):
    """Lines in a dictionary."""

    def __init__(self):
        super().__init__()
        self._lines = {}

    def register(self, line, tracking):
        with self._database_lock:
            self.insert_tracking(tracking)
            self._lines[line[0]] = line[1:]

    def move_on(self, file, last_on, position, tracking):
        with self._database_lock:
            self.insert_tracking(tracking)
            *kept, _, _ = self._lines[file]
            self._lines[file] = (*kept, last_on, position)

    def lines(self):
        return sorted(self._lines.values())

    def clear(self, name):
        self._lines.clear()
        self._max_tracking_ids.pop(name, None)


class _Sql:
    """The same in SQL; `_sql` gives a statement in the words of a driver."""

    def register(self, line, tracking):
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(self._sql(REGISTER), line)

    def move_on(self, file, last_on, position, tracking):
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(self._sql(MOVE_ON), (last_on, position, file))

    def lines(self):
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(self._sql(READ))
            names = ("proceeding", "rulebook", "registered_on", "last_on", "position")
            return sorted(tuple(row[name] for name in names) for row in cursor.fetchall())


class SqliteLines(_Sql, SQLiteTrackingRecorder):
    """Lines in the file that the events are in."""

    def construct_create_table_statements(self):
        return [*super().construct_create_table_statements(), self._sql(CREATE)]

    def clear(self, name):
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute(self._sql(CLEAR))
            cursor.execute("DELETE FROM tracking WHERE application_name = ?", (name,))

    def _sql(self, text):
        return text.format(table="lines").replace("%s", "?")


class PostgresLines(_Sql, PostgresTrackingRecorder):
    """Lines in the schema that the events are in."""

    def __init__(self, datastore, **kwargs):
        super().__init__(datastore, **kwargs)
        self.sql_create_statements.append(self._sql(CREATE))

    def clear(self, name):
        place = Identifier(self.datastore.schema, self.tracking_table_name)
        forget = SQL("DELETE FROM {} WHERE application_name = %s").format(place)
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute(self._sql(CLEAR))
            cursor.execute(forget, (name,))

    def _sql(self, text):
        return SQL(text).format(table=Identifier(self.datastore.schema, "lines"))


class Lines(Projection):
    """The projection; it takes the time from its first event to the last that it was told of."""

    name = "lines"
    last = 0

    def __init__(self, view):
        super().__init__(view)
        self.began = None
        self.ended = None
        self.done = Signal()

    def process_event(self, event, tracking):
        self.began = self.began or perf_counter()
        project_line(self.view, event, tracking)
        if tracking.notification_id == self.last:
            self.ended = perf_counter()
            self.done.set()


def project_line(view, event, tracking):
    """One event into its line, with the place, in one transaction."""
    file = str(event.originator_id)
    if isinstance(event, LibraryFile.ProceedingRegistered):
        on = event.on.isoformat()
        view.register((file, event.proceeding, event.rulebook, on, on, 1), tracking)
    else:
        view.move_on(file, event.on.isoformat(), event.originator_version, tracking)


def run(app, view_class, env):
    """Seconds of the library's runner over a log, and the lines it made."""

    class Log(LibraryDocket):
        name = app.name

        def __init__(self, env=None):
            super().__init__(env, app.values)

        def construct_recorder(self):
            return app.recorder if view_class is MemoryLines else super().construct_recorder()

    Lines.last = app.recorder.max_notification_id()
    runner = ProjectionRunner(
        application_class=Log, projection_class=Lines, view_class=view_class, env=env
    )
    with runner:
        assert runner.projection.done.wait(timeout=60)
        lines = runner.view.lines()
        runner.view.clear(app.name)
    return runner.projection.ended - runner.projection.began, lines


def loop(app, view):
    """Seconds of a plain loop over the log, and the lines it made."""
    began = perf_counter()
    for row in app.recorder.select_notifications(start=None, limit=100_000):
        project_line(view, app.mapper.to_domain_event(row), Tracking(app.name, row.id))
    seconds = perf_counter() - began
    lines = view.lines()
    view.clear(app.name)
    return seconds, lines
