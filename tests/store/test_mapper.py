"""Records and rows: any event and command comes back from its bytes, and old bytes are read."""

import json
import runpy
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import attrs
import pytest
from eventsourcing.persistence import MapperDeserialisationError, StoredEvent
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.aggregate import Created, Recorded, proceeding_id
from domain.proceeding.acts.note import MakeNote, NoteMade
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS
from domain.rulebook.rulebook import Rulebook
from showcause.store.codec import Codec
from showcause.store.errors import UnreadableError
from showcause.store.mapper import KNOWN, Forms, RecordMapper, UnreadableEventError

HERE = Path(__file__).parent
FROZEN = HERE / "frozen"
instances = runpy.run_path(str(HERE / "instances.py"))["instances"]
samples = runpy.run_path(str(HERE / "samples.py"))
maker = runpy.run_path(str(HERE / "make_frozen.py"))

EVENTS = sorted(EVOLUTIONS, key=lambda cls: cls.__name__)
COMMANDS = sorted(BY_COMMAND, key=lambda cls: cls.__name__)
MAPPER = RecordMapper()
FEW = settings.default.max_examples // 3  # for each of more than fifty classes
MOMENTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001  # the strategy adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001  # the same
    timezones=st.just(UTC),
)


def frozen(name):
    return (FROZEN / f"{name}.json").read_bytes().removesuffix(b"\n")


def row(topic, state):
    return StoredEvent(proceeding_id("fr-clearview"), 2, topic, state)


def altered(topic="NoteMade", **changes):
    """The row of a note, with its state changed."""
    state = json.loads(MAPPER.to_stored_event(samples["record"](NoteMade)).state) | changes
    return row(topic, json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode())


@pytest.mark.parametrize("cls", EVENTS, ids=lambda cls: cls.__name__)
class TestEachEvent:
    @settings(max_examples=FEW)
    @given(data=st.data())
    def test_comes_back_from_its_bytes(self, cls, data):
        record_class = Created if cls is ProceedingRegistered else Recorded
        command = data.draw(st.none() | instances(MakeNote))  # each command has its own test
        record = record_class(
            originator_id=uuid4(),
            originator_version=data.draw(st.integers(1, 10**9)),
            timestamp=data.draw(MOMENTS),
            proceeding=data.draw(st.text()),
            event=data.draw(instances(cls)),
            command_id=data.draw(st.text()),
            law=data.draw(st.text()),
            given=command,
        )
        stored = MAPPER.to_stored_event(record)
        assert stored.topic == cls.__name__
        assert MAPPER.to_domain_event(stored) == record
        assert MAPPER.to_stored_event(MAPPER.to_domain_event(stored)) == stored
        assert MAPPER.is_as_written(stored, record)

    def test_is_written_and_read_as_it_was_when_it_was_released(self, cls):
        record = samples["record"](cls)
        stored = StoredEvent(
            record.originator_id, record.originator_version, cls.__name__, frozen(cls.__name__)
        )
        assert MAPPER.to_domain_event(stored) == record
        assert MAPPER.to_stored_event(record) == stored


@pytest.mark.parametrize("cls", COMMANDS, ids=lambda cls: cls.__name__)
class TestEachCommand:
    @settings(max_examples=FEW)
    @given(data=st.data())
    def test_comes_back_from_its_bytes(self, cls, data):
        forms = Forms()
        command = data.draw(instances(cls))
        assert forms.read(forms.write(command)) == command
        assert forms.unpack(forms.pack(command)) == command


class TestFrozenForms:
    def test_are_there_for_every_event_and_for_the_law(self):
        names = {path.stem for path in FROZEN.glob("*.json")}
        assert names >= {*(cls.__name__ for cls in EVENTS), "Rulebook"}

    def test_hold_every_command_with_its_event(self):
        written = {json.loads(frozen(cls.__name__))["command"]["type"] for cls in EVENTS}
        assert written == {cls.__name__ for cls in COMMANDS}

    def test_are_what_is_written_today(self):
        forms = maker["stored_forms"]()
        assert {name: frozen(name) for name in forms} == forms

    def test_hold_a_law_that_is_read_as_it_was(self):
        law, read = samples["sample"](Rulebook), Forms().unpack(frozen("Rulebook"))
        assert Codec.of(Rulebook).write(read) == Codec.of(Rulebook).write(law)

    def test_have_names_that_no_two_classes_share(self):
        assert len(KNOWN) == len(EVENTS) + len(COMMANDS) + 1


@attrs.frozen(kw_only=True)
class NoteMadeToday:
    what: str
    pages: int


class TestOldForms:
    def test_are_raised_step_by_step(self):
        forms = Forms(
            versions={"Note": 3},
            upcasts={
                ("Note", 1): lambda old: {"what": old["text"]},
                ("Note", 2): lambda old: {**old, "pages": 1},
            },
            known={"Note": NoteMadeToday},
        )
        stored = b'{"type":"Note","version":%d,"content":%s}'
        today = NoteMadeToday(what="a", pages=1)
        assert forms.unpack(stored % (1, b'{"text":"a"}')) == today
        assert forms.unpack(stored % (2, b'{"what":"a"}')) == today
        assert forms.unpack(stored % (3, b'{"what":"a","pages":1}')) == today

    def test_are_not_written_again_by_a_check(self):
        mapper = RecordMapper(
            Forms(versions={"NoteMade": 2}, upcasts={("NoteMade", 1): lambda old: old})
        )
        old = altered()
        assert mapper.is_as_written(old, mapper.to_domain_event(old))
        new = mapper.to_stored_event(mapper.to_domain_event(old))
        assert json.loads(new.state)["version"] == 2
        assert MAPPER.is_as_written(old, MAPPER.to_domain_event(old))
        spaced = row(old.topic, old.state + b" ")
        assert not MAPPER.is_as_written(spaced, MAPPER.to_domain_event(spaced))


class TestWhatIsNoRecord:
    @pytest.mark.parametrize(
        ("stored", "reason"),
        [
            (row("NoteMade", b""), "truncated"),
            (row("NoteMade", b"{}"), "missing required field `version`"),
            (altered(at="2024-01-01T00:00:00"), "timezone"),
            (altered(more=1), "unknown field `more`"),
            (altered(version=2), "form 2; this version of Showcause reads forms 1 to 1"),
            (altered(version=0), "form 0"),
            (altered(event={"what": 1}), r"Expected `str`, got `int` - at `\$.what`"),
            (altered("NoSuch"), "NoSuch is not known to this version"),
            (altered("MakeNote"), "unknown field `act`"),
        ],
    )
    def test_is_refused_with_its_place(self, stored, reason):
        with pytest.raises(UnreadableEventError, match=reason) as refused:
            MAPPER.to_domain_event(stored)
        assert str(refused.value).startswith(f"event 2 of {stored.originator_id}, a ")
        assert isinstance(refused.value, UnreadableError)
        assert isinstance(refused.value, MapperDeserialisationError)

    def test_is_refused_where_a_command_stands_for_the_event(self):
        command = json.loads(altered().state)["command"]["content"]
        with pytest.raises(UnreadableEventError, match="a MakeNote is no event"):
            MAPPER.to_domain_event(altered("MakeNote", event=command))

    def test_is_refused_as_late_as_somebody_asks_for_the_command(self):
        event = json.loads(altered().state)["event"]
        for wrong, reason in (
            ({"type": "NoteMade", "version": 1, "content": event}, "a NoteMade is no command"),
            ({"type": "MakeNote", "version": 1, "content": {}}, "missing required field"),
        ):
            record = MAPPER.to_domain_event(altered(command=wrong))
            assert record.event == samples["record"](NoteMade).event
            with pytest.raises(UnreadableError, match=reason):
                record.command  # noqa: B018  # it is read here

    def test_is_refused_where_a_packed_value_is_cut(self):
        with pytest.raises(UnreadableError):
            Forms().unpack(b'{"type":')

    def test_has_no_use_for_a_transcoder(self):
        with pytest.raises(NotImplementedError):
            MAPPER.transcoder.encode("")
        with pytest.raises(NotImplementedError):
            MAPPER.transcoder.decode(b"")


def test_moments_keep_their_instant_in_whatever_zone():
    record = samples["record"](NoteMade)
    paris = timezone(timedelta(hours=2))
    moved = attrs.evolve(record, timestamp=record.timestamp.astimezone(paris))
    assert MAPPER.to_domain_event(MAPPER.to_stored_event(moved)) == record
