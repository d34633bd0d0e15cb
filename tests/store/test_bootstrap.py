"""Which store is opened, and with which settings."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from showcause import bootstrap
from showcause.bootstrap import default_store, now, open_docket, store_settings, today
from showcause.docket import SettingsError
from showcause.store.casework import MEMORY, POSTGRES, SQLITE

SERVER = {
    "SHOWCAUSE_PERSISTENCE": "postgres",
    "POSTGRES_DBNAME": "d",
    "POSTGRES_HOST": "h",
    "POSTGRES_USER": "u",
    "POSTGRES_PASSWORD": "p",
}


class TestStoreSettings:
    def test_are_a_file_in_the_folder_of_the_user_by_default(self, tmp_path):
        environment = {"XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
        path = default_store(environment)
        if sys.platform != "darwin":
            assert path == tmp_path / "showcause" / "docket.db"
            settings = store_settings(None, environment)
            assert settings == {"PERSISTENCE_MODULE": SQLITE, "SQLITE_DBNAME": path.as_uri()}
            assert path.exists()

    @pytest.mark.parametrize(
        ("platform", "parts"),
        [
            ("win32", ("AppData", "Local", "showcause", "docket.db")),
            ("darwin", ("Library", "Application Support", "showcause", "docket.db")),
            ("linux", (".local", "share", "showcause", "docket.db")),
        ],
    )
    def test_know_where_each_system_keeps_data(self, monkeypatch, platform, parts):
        monkeypatch.setattr(bootstrap.sys, "platform", platform)
        assert default_store({}) == Path.home().joinpath(*parts)

    def test_take_a_file_that_is_named_before_all(self, tmp_path):
        for environment in (SERVER, {"SHOWCAUSE_STORE": str(tmp_path / "other.db")}):
            settings = store_settings(str(tmp_path / "named.db"), environment)
            assert settings["SQLITE_DBNAME"] == (tmp_path / "named.db").as_uri()
        assert not (tmp_path / "other.db").exists()

    def test_are_memory_where_that_is_wanted(self):
        settings = store_settings(None, {"SHOWCAUSE_PERSISTENCE": "memory"})
        assert settings == {"PERSISTENCE_MODULE": MEMORY}

    def test_are_a_server_that_is_named_in_full(self):
        pytest.importorskip("psycopg")
        settings = store_settings(None, {**SERVER, "POSTGRES_SCHEMA": "s", "POSTGRES_PORT": ""})
        assert settings["PERSISTENCE_MODULE"] == POSTGRES
        assert settings["POSTGRES_SCHEMA"] == "s"
        assert "POSTGRES_PORT" not in settings
        for name in ("POSTGRES_HOST", "POSTGRES_PASSWORD"):
            with pytest.raises(SettingsError, match=f"{name} are not set"):
                store_settings(None, {**SERVER, name: ""})

    def test_of_a_server_need_its_driver(self, monkeypatch):
        monkeypatch.setattr(bootstrap, "find_spec", lambda _name: None)
        with pytest.raises(SettingsError, match=r"pip install 'showcause\[postgres\]'"):
            store_settings(None, SERVER)

    def test_of_an_unknown_kind_are_refused(self):
        with pytest.raises(SettingsError, match="'oracle'; there are: sqlite, postgres, memory"):
            store_settings(None, {"SHOWCAUSE_PERSISTENCE": "oracle"})

    def test_of_a_folder_that_cannot_be_made_are_refused(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(SettingsError, match="cannot be made"):
            store_settings(tmp_path / "file" / "folder" / "docket.db", {})


class TestOpenDocket:
    def test_keeps_what_it_is_given(self, tmp_path, play, monkeypatch):
        with open_docket(tmp_path / "docket.db") as docket:
            play(docket, only=2)
        monkeypatch.setenv("SHOWCAUSE_STORE", str(tmp_path / "docket.db"))
        monkeypatch.delenv("SHOWCAUSE_PERSISTENCE", raising=False)
        with open_docket() as docket:
            assert [entry.position for entry in docket.list()] == [2]
            rows = docket.casework.rows(None, 10)
            moments = [docket.casework.recorded(row).timestamp for row in rows]
            assert all(abs(now() - moment).total_seconds() < 60 for moment in moments)

    def test_tells_of_a_server_that_is_not_there(self, postgres):
        environment = {**SERVER, "POSTGRES_HOST": "127.0.0.1", "POSTGRES_PORT": "1"}
        with pytest.raises(SettingsError, match=r"PostgreSQL cannot be reached: .*refused"):
            open_docket(environment=environment)

    def test_tells_of_a_schema_that_is_not_there(self, make_place):
        environment = make_place("postgres").environment | {"POSTGRES_SCHEMA": "nowhere"}
        with pytest.raises(SettingsError, match="the schema 'nowhere' does not exist"):
            open_docket(environment=environment)


def test_the_clock_is_the_system_s():
    assert now().tzinfo is UTC
    assert today() in {date.today(), datetime.now().date()}  # noqa: DTZ005, DTZ011
