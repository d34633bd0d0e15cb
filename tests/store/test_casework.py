"""The application of the event library: what it saves, what it reads, and what it is deaf to."""

from datetime import UTC, date, datetime

import pytest
from eventsourcing.persistence import IntegrityError

from domain.aggregate import Proceeding
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.deciding import decide, evolve
from domain.proceeding.messages import Accepted
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import changed
from showcause.bootstrap import store_settings
from showcause.docket import ConcurrentWriteError, StoreError, UnknownProceedingError
from showcause.store.casework import Casework
from showcause.store.errors import UnreadableError

NAME = "fr-clearview"
NOTE = MakeNote(on=date(2024, 3, 1), what="Filed")
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
STRAY = {
    "PERSISTENCE_MODULE": "no.such.module",
    "CASEWORK_PERSISTENCE_MODULE": "no.such.module",
    "MAPPER_TOPIC": "no.such:Mapper",
    "CASEWORK_MAPPER_TOPIC": "no.such:Mapper",
    "TRANSCODER_TOPIC": "no.such:Transcoder",
    "COMPRESSOR_TOPIC": "zlib",
    "CIPHER_KEY": "0000",
    "IS_SNAPSHOTTING_ENABLED": "y",
    "AGGREGATE_CACHE_MAXSIZE": "10",
    "SQLITE_DBNAME": ":memory:",
    "CASEWORK_SQLITE_DBNAME": ":memory:",
    "CREATE_TABLE": "n",
    "ORIGINATOR_ID_TYPE": "text",
    "POSTGRES_ENABLE_DB_FUNCTIONS": "y",
    "POSTGRES_PRE_PING": "wrong",
}


@pytest.fixture
def casework(place):
    return place.casework()


@pytest.fixture
def register(law, story):
    """A first event that is not saved yet."""
    command_id, command = story()[0]
    return lambda: Proceeding.register(command, law, command_id=command_id, now=MOMENT)


class TestSave:
    def test_keeps_pending_what_it_could_not_save(self, casework, register, law):
        casework.record(register())
        one, other = casework.load(NAME), casework.load(NAME)
        for proceeding, command_id in ((one, "one"), (other, "other")):
            proceeding.handle(NOTE, law, command_id=command_id, now=proceeding.created_on)
        casework.record(one)
        for _ in range(2):  # saying it again does not make it true
            with pytest.raises(ConcurrentWriteError, match="after event 1") as told:
                casework.record(other)
            assert isinstance(told.value.__cause__, IntegrityError)
            assert [one.command_id for one in other.pending_events] == ["other"]
        assert casework.load(NAME).command_ids == {"command-0", "one"}

    def test_refuses_a_second_first_event(self, casework, register):
        casework.record(register())
        with pytest.raises(ConcurrentWriteError, match="after event 0"):
            casework.record(register())

    def test_refuses_records_that_another_process_appended(self, casework, register):
        records = register().records
        casework.append(records)
        with pytest.raises(ConcurrentWriteError, match="after event 0"):
            casework.append(records)


class TestLoad:
    def test_folds_as_decide_and_evolve_do(self, place, play, law, story):
        play(place.docket())
        state = ProceedingState()
        for _, command in story():
            verdict = decide(state, command, law)
            assert isinstance(verdict, Accepted)
            for event in verdict.events:
                state = evolve(state, event)
        assert place.casework().load(NAME).state == state

    def test_tells_of_a_proceeding_that_is_not_there(self, casework):
        assert casework.find(NAME) is None
        with pytest.raises(UnknownProceedingError):
            casework.load(NAME)


class TestLaws:
    def test_are_kept_by_their_digests(self, place, law):
        other = changed(law, "periodic_penalties.astreinte.counting.last_day", "not counted")
        casework = place.casework()
        for one in (law, other, law):
            casework.keep_law(one)
        assert casework.stored_law(law.digest).digest == law.digest
        read = place.casework().law(other.digest)
        assert read.layers == other.layers
        assert place.casework().law(other.digest).digest == other.digest

    def test_are_missed_by_name(self, casework):
        with pytest.raises(StoreError, match="the law 0000 is not in this store"):
            casework.law("0000")

    def test_are_not_taken_for_one_another(self, casework, law):
        casework.registry.put_law("0000", casework.forms.pack(law))
        casework.registry.put_law("1111", casework.forms.pack(NOTE))
        for digest in ("0000", "1111"):
            with pytest.raises(UnreadableError, match="is another one"):
                casework.law(digest)


class TestEnvironment:
    def test_of_the_process_changes_nothing(self, make_place, monkeypatch, play):
        quiet = make_place("sqlite").docket()
        play(quiet, only=3)
        for name, value in STRAY.items():
            monkeypatch.setenv(name, value)
        loud = make_place("sqlite")
        play(loud.docket(), only=3)
        assert loud.casework().rows(None, 10) == quiet.casework.rows(None, 10)
        assert loud.casework().repository.cache is None
        assert loud.casework().snapshots is None
        assert Casework().env == {"PERSISTENCE_MODULE": "eventsourcing.popo"}

    def test_of_postgres_is_taken_by_name(self, make_place):
        environment = make_place("postgres").environment | STRAY
        settings = store_settings(None, environment)
        assert not settings.keys() & {"POSTGRES_ENABLE_DB_FUNCTIONS", "POSTGRES_PRE_PING"}
        with Casework(settings) as casework:
            assert casework.rows(None, 10) == []
