"""The aggregate is decide and evolve behind the event library's doors, and adds no rule."""

import runpy
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.aggregate import (
    Created,
    Proceeding,
    Recorded,
    history,
    proceeding_id,
    project,
)
from domain.errors import CommandRefusedError, HistoryError, ImpossibleActError, IrregularActError
from domain.proceeding.acts.file import ChangeLaw
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.service import Notify
from domain.proceeding.deciding import decide, evolve
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.messages import Accepted
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import changed, load_rulebook

STORY = Path(__file__).parents[1] / "store" / "story.py"
LAW = load_rulebook("fr")
(FIRST_ID, FIRST), *ACTS = runpy.run_path(str(STORY))["story"]()
NOW = datetime(2024, 1, 1, tzinfo=UTC)
NOTE = MakeNote(on=date(2024, 3, 1), what="Filed")


def registered():
    return Proceeding.register(FIRST, LAW, command_id=FIRST_ID, now=NOW)


def played(pairs=ACTS):
    proceeding = registered()
    for command_id, command in pairs:
        proceeding.handle(command, LAW, command_id=command_id, now=NOW)
    return proceeding


class TestTheAggregate:
    @given(
        st.lists(st.sampled_from(ACTS), unique=True).map(
            lambda some: [a for a in ACTS if a in some]
        )
    )
    def test_is_decide_and_evolve(self, pairs):
        proceeding, state = registered(), evolve(ProceedingState(), registered().records[0].event)
        events = [proceeding.records[0].event]
        for command_id, command in pairs:
            verdict = decide(state, command, LAW)
            if isinstance(verdict, Accepted):
                given_back = proceeding.handle(command, LAW, command_id=command_id, now=NOW)
                assert given_back == verdict
                for event in verdict.events:
                    state = evolve(state, event)
                    events.append(event)
            else:
                with pytest.raises(CommandRefusedError) as refused:
                    proceeding.handle(command, LAW, command_id=command_id, now=NOW)
                assert refused.value.refusal == verdict
            assert proceeding.state == state
        assert [one.event for one in history(proceeding)] == events

    def test_is_folded_again_from_its_records(self):
        proceeding = played()
        again = project(None, proceeding.records)
        assert (again.state, again.records, again.version) == (
            proceeding.state,
            proceeding.records,
            proceeding.version,
        )
        parts = project(project(None, proceeding.records[:9]), proceeding.records[9:])
        assert parts == again
        assert project(None, ()) is None

    def test_has_an_id_that_follows_from_its_name(self):
        assert registered().id == proceeding_id("fr-clearview") == registered().id
        assert registered().name == "fr-clearview"
        assert proceeding_id("it-clearview") != registered().id

    def test_says_the_same_twice(self):
        assert played().records == played().records

    def test_knows_the_law_that_its_last_commit_met(self):
        proceeding = registered()
        other = changed(LAW, "periodic_penalties.astreinte.counting.last_day", "not counted")
        turn = ChangeLaw(on=NOTE.on, law=other.name, digest=other.digest)
        proceeding.handle(turn, other, command_id="1", now=NOW)
        assert proceeding.law == other.digest
        assert [one.law for one in history(proceeding)] == [LAW.digest, other.digest]
        assert proceeding.handle(NOTE, other, command_id="2", now=NOW).events

    def test_goes_by_no_law_that_was_not_brought_in(self):
        proceeding = registered()
        other = changed(LAW, "periodic_penalties.astreinte.counting.last_day", "not counted")
        with pytest.raises(ImpossibleActError, match="a change of law has to come first"):
            proceeding.handle(NOTE, other, command_id="1", now=NOW)
        turn = ChangeLaw(on=NOTE.on, law=other.name, digest=LAW.digest)
        with pytest.raises(ImpossibleActError, match="digest"):
            proceeding.handle(turn, other, command_id="1", now=NOW)
        assert proceeding.law == LAW.digest


class TestRecords:
    def test_carry_the_command_with_the_first_event_of_its_commit(self):
        records = played().records
        assert [type(one) for one in records] == [Created] + [Recorded] * (len(records) - 1)
        commands = {one.command_id: one.command for one in reversed(records)}
        assert commands == {FIRST_ID: FIRST, **dict(ACTS)}
        several = [r for r in records if r.command_id == "command-12"]
        assert [r.command is None for r in several] == [False, True, True, True]

    def test_are_read_as_events_in_their_envelopes(self):
        proceeding = registered()
        (record,) = proceeding.records
        assert (
            history(proceeding)
            == history([record])
            == (
                RecordedEvent(
                    proceeding="fr-clearview",
                    position=1,
                    event=record.event,
                    command_id=FIRST_ID,
                    law=LAW.digest,
                ),
            )
        )

    def test_hold_the_moment_in_one_zone(self):
        proceeding = registered()
        paris = NOW.astimezone(timezone(timedelta(hours=1)))
        proceeding.handle(NOTE, LAW, command_id="1", now=paris)
        assert proceeding.records[1].timestamp == NOW
        assert proceeding.records[1].timestamp.tzinfo is UTC

    def test_need_a_moment_with_a_zone(self):
        with pytest.raises(ValueError, match="has no time zone"):
            registered().handle(NOTE, LAW, command_id="1", now=NOW.replace(tzinfo=None))


class TestTheSameCommand:
    def test_adds_nothing_the_second_time(self):
        proceeding = played()
        before = proceeding.records
        other = changed(LAW, "periodic_penalties.astreinte.counting.last_day", "not counted")
        for command_id, command in [(FIRST_ID, FIRST), *ACTS]:
            accepted = proceeding.handle(command, other, command_id=command_id, now=NOW)
            assert accepted == Accepted(events=())
        assert proceeding.records == before
        assert proceeding.command_ids == {FIRST_ID, *(one for one, _ in ACTS)}

    def test_is_known_again_after_a_replay(self):
        again = project(None, played(ACTS[:3]).records)
        command_id, command = ACTS[2]
        assert not again.handle(command, LAW, command_id=command_id, now=NOW).events

    def test_is_not_another_one_under_its_id(self):
        proceeding = played(ACTS[:3])
        with pytest.raises(ImpossibleActError, match="'command-1' was given to another command"):
            proceeding.handle(NOTE, LAW, command_id="command-1", now=NOW)

    def test_needs_an_id(self):
        with pytest.raises(ValueError, match="needs an id"):
            registered().handle(NOTE, LAW, command_id="", now=NOW)


class TestARefusedCommand:
    def test_leaves_the_history_as_it_was(self):
        proceeding = played(ACTS[:12])
        before = (proceeding.state, proceeding.records, proceeding.version)
        early = attrs.evolve(NOTE, on=date(2020, 1, 1))
        nobody = Notify(on=date(2024, 1, 1), of="nothing")
        for command in (early, nobody, FIRST):
            with pytest.raises(ImpossibleActError):
                proceeding.handle(command, LAW, command_id="refused", now=NOW)
        _, liquidation = ACTS[17]
        with pytest.raises(IrregularActError) as refused:
            proceeding.handle(liquidation, LAW, command_id="refused", now=NOW)
        assert all(defect.cite for defect in refused.value.refusal.defects)
        assert (proceeding.state, proceeding.records, proceeding.version) == before
        assert "refused" not in proceeding.command_ids

    def test_is_recorded_with_its_defects_when_it_names_them(self):
        proceeding = played(ACTS[:12])
        _, liquidation = ACTS[17]
        with pytest.raises(IrregularActError) as refused:
            proceeding.handle(liquidation, LAW, command_id="x", now=NOW)
        rules = {defect.rule for defect in refused.value.refusal.defects}
        despite = attrs.evolve(liquidation, despite=tuple((rule, "so it was") for rule in rules))
        (event,) = proceeding.handle(despite, LAW, command_id="x", now=NOW).events
        assert {defect.rule for defect in event.defects} == rules

    def test_makes_no_proceeding(self):
        with pytest.raises(ImpossibleActError, match="no authority"):
            Proceeding.register(
                attrs.evolve(FIRST, parties=FIRST.parties[1:]), LAW, command_id="1", now=NOW
            )


class TestRecordsThatNoCommandWrote:
    def test_are_refused_where_one_is_missing(self):
        records = played(ACTS[:3]).records
        for wrong in (records[1:], (records[0], records[2]), (*records, records[0])):
            with pytest.raises(HistoryError, match=r"of fr-clearview, a \w+, stands where"):
                project(None, wrong)

    def test_are_refused_where_the_first_is_no_registration(self):
        first, *_ = played(ACTS[:1]).records
        fields = {a.name: getattr(first, a.name) for a in attrs.fields(Recorded)}
        with pytest.raises(HistoryError, match="number 1 should"):
            project(None, [Recorded(**fields)])
