"""The store as a file: whose it is, who may read it, and what it does not keep."""

import os
import sqlite3
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from showcause.docket import SettingsError, StoreError
from showcause.store.casework import SQLITE, Casework
from showcause.store.sqlite import APPLICATION_ID, LAYOUT, made_file

NAME = "fr-clearview"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "docket.db"


def opened(file):
    return Casework({"PERSISTENCE_MODULE": SQLITE, "SQLITE_DBNAME": made_file(file)})


def ask(file, question):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(question).fetchone()[0]


class TestTheFile:
    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
    def test_is_readable_by_its_owner_alone(self, file, make_place, play):
        old = os.umask(0)
        try:
            place = make_place("sqlite")
            play(place.docket(), only=3)
            file = Path(place.environment["SHOWCAUSE_STORE"])
            files = list(file.parent.glob(f"{file.name}*"))
            assert len(files) == 3  # with those that SQLite keeps beside it
            assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
        finally:
            os.umask(old)

    def test_writes_ahead_and_waits_for_the_disk(self, file):
        with (
            opened(file) as casework,
            casework.factory.datastore.transaction(commit=False) as cursor,
        ):
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone()[0] == "wal"
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone()[0] == 2

    def test_says_whose_it_is(self, file):
        opened(file).close()
        assert ask(file, "PRAGMA application_id") == APPLICATION_ID
        assert ask(file, "PRAGMA user_version") == LAYOUT

    @pytest.mark.parametrize("name", ["a b.db", "mode=memory", ":memory:", "a%20b", "é?x#y.db"])
    def test_can_have_any_name(self, tmp_path, name):
        with opened(tmp_path / name) as casework:
            casework.registry.put_name("a", "b", "c")
        with opened(tmp_path / name) as casework:
            assert casework.registry.names("a") == {"b": "c"}
        assert (tmp_path / name).stat().st_size > 0


class TestAnotherFile:
    def test_of_another_program_is_left_alone(self, file):
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE recipes (name text)")
        with pytest.raises(SettingsError, match="of another program"):
            opened(file)
        assert ask(file, "SELECT count(*) FROM sqlite_schema") == 1

    def test_of_a_later_version_is_left_alone(self, file):
        opened(file).close()
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(f"PRAGMA user_version = {LAYOUT + 1}")
        with pytest.raises(SettingsError, match="later version"):
            opened(file)

    def test_that_is_no_database_is_left_alone(self, file):
        file.write_text("A letter, and not a short one. " * 40)
        with pytest.raises(SettingsError, match="cannot be used as a store: file is not a data"):
            opened(file)

    def test_that_cannot_be_made_is_told(self, tmp_path):
        with pytest.raises(SettingsError, match="cannot be used as a store"):
            opened(tmp_path / "nowhere" / "docket.db")
        with pytest.raises(SettingsError, match="cannot be used as a store"):
            opened(tmp_path)


class TestForgetting:
    def test_leaves_no_copy_of_the_name(self, make_place, play):
        place = make_place("sqlite")
        docket = place.docket()
        play(docket, only=2)
        docket.name(NAME, "persons", "Hypatia of Alexandria")
        path = Path(place.environment["SHOWCAUSE_STORE"])
        files = [path, path.with_name(f"{path.name}-wal")]
        assert any(b"Hypatia" in file.read_bytes() for file in files)
        assert docket.forget(NAME, "persons")
        assert not any(b"Hypatia" in file.read_bytes() for file in files)


class TestOpening:
    def test_by_many_at_once_makes_one_file(self, file, law):
        def open_and_write(number):
            with opened(file) as casework:
                casework.registry.put_name("a", str(number), "name")
                casework.keep_law(law)

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(open_and_write, range(16)))
        with opened(file) as casework:
            assert len(casework.registry.names("a")) == 16
            assert casework.stored_law(law.digest).digest == law.digest


def test_a_store_that_is_gone_is_told_as_an_error_of_ours(make_place, play):
    place = make_place("sqlite")
    docket = place.docket()
    play(docket, only=2)
    with docket.casework.factory.datastore.transaction(commit=True) as cursor:
        cursor.execute("DROP TABLE stored_events")
    with pytest.raises(StoreError, match="no such table"):
        docket.show(NAME)
