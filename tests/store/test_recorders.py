"""The test cases that the event library ships, over the logs and the registries of our stores."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import eventsourcing.tests.persistence as shipped
import pytest
from eventsourcing import sqlite as library
from eventsourcing.utils import Environment

from showcause.store.casework import SQLITE
from showcause.store.sqlite import Factory, SqliteRegistry, made_file


def _let_readers_end():
    """Wait for readers that a shipped case stops and leaves: a store closed under them crashes."""
    for thread in threading.enumerate():
        if "read_continuously" in thread.name:
            thread.join(timeout=10)


class InMemory:
    kind = "memory"

    @pytest.fixture(autouse=True)
    def _open(self, make_place):
        self.opened = lambda: make_place(self.kind).casework()
        yield
        _let_readers_end()


class OnSqlite(InMemory):
    kind = "sqlite"


class OnPostgres(InMemory):
    kind = "postgres"


class OfTheLog:
    def create_recorder(self):
        return self.opened().recorder


class OfTheRegistry:
    def create_recorder(self):
        return self.opened().registry


class TestLogInMemory(InMemory, OfTheLog, shipped.ApplicationRecorderTestCase):
    pass


class TestLogOnSqlite(OnSqlite, OfTheLog, shipped.ApplicationRecorderTestCase):
    pass


class TestLogOnPostgres(OnPostgres, OfTheLog, shipped.ApplicationRecorderTestCase):
    EXPECT_CONTIGUOUS_NOTIFICATION_IDS = False


class TestOrderOfCommitsOnSqlite(
    OnSqlite, OfTheLog, shipped.NonInterleavingNotificationIDsBaseCase
):
    pass


class TestOrderOfCommitsOnPostgres(
    OnPostgres, OfTheLog, shipped.NonInterleavingNotificationIDsBaseCase
):
    pass


class TestRegistryInMemory(InMemory, OfTheRegistry, shipped.TrackingRecorderTestCase):
    pass


class TestRegistryOnSqlite(OnSqlite, OfTheRegistry, shipped.TrackingRecorderTestCase):
    pass


class TestRegistryOnPostgres(OnPostgres, OfTheRegistry, shipped.TrackingRecorderTestCase):
    pass


class OtherRegistry(SqliteRegistry):
    pass


class TestSqliteFactory(shipped.InfrastructureFactoryTestCase):
    """Our factory is one of the library's, and what it makes is what the library makes."""

    def setUp(self):
        self.folder = TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        address = made_file(Path(self.folder.name) / "docket.db")
        self.env = Environment("TestCase", {"PERSISTENCE_MODULE": SQLITE, "SQLITE_DBNAME": address})
        super().setUp()

    def expected_factory_class(self):
        return Factory

    def expected_aggregate_recorder_class(self):
        return library.SQLiteAggregateRecorder

    def expected_application_recorder_class(self):
        return library.SQLiteApplicationRecorder

    def expected_tracking_recorder_class(self):
        return library.SQLiteTrackingRecorder

    def tracking_recorder_subclass(self):
        return OtherRegistry

    def expected_process_recorder_class(self):
        return library.SQLiteProcessRecorder
