"""The use cases of stored proceedings: one contract, held over every store."""

from datetime import date

import attrs
import pytest

from domain.errors import ImpossibleActError, IrregularActError
from domain.money import Money
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.payment import Pay
from domain.rulebook.loading import changed
from projections.exposure import ExposureLedger
from projections.folding import project
from projections.status import Status
from showcause.docket import (
    ConcurrentWriteError,
    OtherLawError,
    StoreError,
    UnknownProceedingError,
)

NAME = "fr-clearview"
NOTE = MakeNote(on=date(2024, 3, 1), what="Filed")


class TestOpen:
    def test_registers_a_proceeding_once(self, place, law, story):
        docket = place.docket()
        command_id, command = story()[0]
        receipt = docket.open(command, law, command_id=command_id)
        assert (receipt.proceeding, receipt.position, receipt.repeated) == (NAME, 1, False)
        assert [entry.proceeding for entry in docket.list()] == [NAME]

    def test_adds_nothing_for_the_same_command_id(self, place, law, story):
        docket = place.docket()
        command_id, command = story()[0]
        first = docket.open(command, law, command_id=command_id)
        again = docket.open(command, law, command_id=command_id)
        assert again == attrs.evolve(first, repeated=True)

    def test_refuses_a_second_registration_under_the_name(self, place, law, story):
        docket = place.docket()
        command_id, command = story()[0]
        docket.open(command, law, command_id=command_id)
        with pytest.raises(ImpossibleActError, match="registered already"):
            docket.open(command, law, command_id="another")

    @pytest.mark.parametrize("name", ["", "a\x00b", "a\nb", "\udc80"])
    def test_refuses_a_name_that_not_every_store_can_hold(self, place, law, story, name):
        docket = place.docket()
        _, command = story()[0]
        with pytest.raises(StoreError, match="cannot name a proceeding"):
            docket.open(attrs.evolve(command, proceeding=name), law, command_id="1")
        assert docket.list() == ()

    def test_keeps_names_of_parties_outside_the_log(self, place, law, story):
        docket = place.docket()
        command_id, command = story()[0]
        docket.open(command, law, command_id=command_id, names={"clearview": "Clearview AI, Inc."})
        assert docket.show(NAME).names == {"clearview": "Clearview AI, Inc."}
        rows = docket.casework.rows(None, 10)
        assert not any(b"Clearview AI" in row.state for row in rows)


class TestAct:
    def test_records_a_whole_proceeding(self, place, play, law, story):
        docket = place.docket()
        receipts = play(docket)
        events = tuple(event for receipt in receipts for event in receipt.events)
        assert docket.show(NAME).history == events
        assert [event.position for event in events] == list(range(1, len(events) + 1))
        assert {event.law for event in events} == {law.digest}
        assert [r.events[0].command_id for r in receipts] == [one_id for one_id, _ in story()]

    def test_adds_nothing_for_the_same_command_id_however_late(self, place, play, story):
        docket = place.docket()
        receipts = play(docket)
        for (one_id, command), receipt in zip(story()[1:], receipts[1:], strict=True):
            again = place.docket().act(NAME, command, command_id=one_id)
            assert again.repeated
            assert again.events == receipt.events
        assert docket.show(NAME).position == receipts[-1].position

    def test_refuses_another_command_under_a_used_id(self, place, play):
        docket = place.docket()
        play(docket, only=3)
        with pytest.raises(ImpossibleActError, match="was given to another command"):
            docket.act(NAME, NOTE, command_id="command-2")

    def test_leaves_the_history_as_it_was_when_the_law_says_no(self, place, play):
        docket = place.docket()
        play(docket, only=13)
        before = docket.show(NAME)
        too_much = Pay(on=date(2022, 10, 18), for_="fine", amount=Money(10**12, "EUR"))
        with pytest.raises(IrregularActError) as refused:
            docket.act(NAME, too_much, command_id="too much")
        assert all(defect.cite for defect in refused.value.refusal.defects)
        assert docket.show(NAME) == attrs.evolve(before, law=docket.show(NAME).law)

    def test_is_told_of_a_proceeding_that_is_not_there(self, place):
        with pytest.raises(UnknownProceedingError, match="no proceeding 'nothing'"):
            place.docket().act("nothing", NOTE, command_id="1")

    def test_goes_on_under_the_law_that_the_store_keeps(self, place, play, law):
        play(place.docket(), only=3)
        other = changed(law, "periodic_penalties.astreinte.counting.last_day", "not counted")
        docket = place.docket()
        with pytest.raises(OtherLawError, match="leave the law out"):
            docket.act(NAME, NOTE, other, command_id="other")
        assert docket.act(NAME, NOTE, law, command_id="same").position == 4
        assert docket.act(NAME, NOTE, command_id="kept").position == 5
        assert docket.show(NAME).law.layers == law.layers

    def test_of_two_writers_on_one_version_the_second_is_told_to_reload(self, place, play):
        one, other = place.docket(), place.docket()
        play(one, only=2)
        assert one.act(NAME, NOTE, command_id="one", position=2).position == 3
        with pytest.raises(ConcurrentWriteError, match="reload") as told:
            other.act(NAME, NOTE, command_id="other", position=2)
        assert (told.value.proceeding, told.value.position) == (NAME, 2)
        assert other.act(NAME, NOTE, command_id="other", position=3).position == 4


class TestActsTogether:
    OTHER = attrs.evolve(NOTE, what="Filed too")

    def test_are_recorded_each_under_its_own_id(self, place, play):
        docket = place.docket()
        play(docket, only=2)
        receipts = docket.act_together(NAME, {"a": NOTE, "b": self.OTHER})
        assert [one.events[0].event.what for one in receipts] == ["Filed", "Filed too"]
        assert [one.command_id for one in place.docket().show(NAME).history[-2:]] == ["a", "b"]
        again = place.docket().act_together(NAME, {"a": NOTE, "b": self.OTHER})
        assert [one.repeated for one in again] == [True, True]
        assert docket.show(NAME).position == 4

    def test_are_recorded_all_or_none(self, place, play):
        docket = place.docket()
        play(docket, only=2)
        early = attrs.evolve(NOTE, on=date(2020, 1, 1))
        with pytest.raises(ImpossibleActError):
            docket.act_together(NAME, {"a": NOTE, "b": early})
        assert docket.show(NAME).position == 2

    def test_go_on_where_the_first_was_recorded_before(self, place, play):
        docket = place.docket()
        play(docket, only=2)
        docket.act(NAME, NOTE, command_id="a")
        receipts = docket.act_together(NAME, {"a": NOTE, "b": self.OTHER}, position=2)
        assert [one.repeated for one in receipts] == [True, False]
        assert docket.show(NAME).position == 4


class TestARace:
    """The clock is looked at between the decision and its record: somebody else acts just then."""

    def test_for_the_first_event_is_settled_by_what_is_there(self, place, law, story):
        command_id, command = story()[0]
        other = place.docket()

        def clock():
            other.open(command, law, command_id=command_id)
            return other.clock()

        receipt = place.docket(clock).open(command, law, command_id=command_id)
        assert receipt.repeated
        assert receipt.position == 1

    def test_with_a_copy_of_the_same_command_adds_it_once(self, place, play):
        other = place.docket()
        play(other, only=2)

        def clock():
            other.act(NAME, NOTE, command_id="sent twice")
            return other.clock()

        receipt = place.docket(clock).act(NAME, NOTE, command_id="sent twice")
        assert receipt.repeated
        assert receipt.position == 3
        assert other.show(NAME).position == 3

    def test_with_another_command_is_lost_and_told(self, place, play):
        other = place.docket()
        play(other, only=2)

        def clock():
            other.act(NAME, NOTE, command_id="quicker")
            return other.clock()

        slow = place.docket(clock)
        with pytest.raises(ConcurrentWriteError, match="after event 2"):
            slow.act(NAME, NOTE, command_id="slower")
        assert other.act(NAME, NOTE, command_id="slower").position == 4
        assert other.verify() == ()


class TestShow:
    def test_answers_up_to_the_end_of_a_day(self, place, play):
        docket = place.docket()
        play(docket)
        day = date(2022, 10, 17)
        dossier = docket.show(NAME, day)
        assert dossier.history[-1].on == day
        assert len(dossier.history) < dossier.position
        before = docket.show(NAME, date(2019, 1, 1))
        assert before.history == ()
        assert before.read(Status) == Status.empty()

    def test_reads_what_the_stored_views_say(self, place, play):
        docket = place.docket()
        play(docket)
        for model in docket.models:
            assert docket.show(NAME).read(model) == docket.view(model, NAME)
        ledger = docket.view(ExposureLedger, NAME).at(date(2024, 3, 1), docket.show(NAME).law)
        assert ledger.figure("paid") == Money(2_020_000_000, "EUR")
        assert ledger.figure("outstanding") == Money.zero("EUR")

    def test_lists_every_proceeding_with_its_first_and_last_day(self, place, play):
        docket = place.docket()
        play(docket, "b", only=4)
        play(docket, "a")
        assert [(e.proceeding, e.position, e.closed_on) for e in docket.list()] == [
            ("a", 30, date(2024, 3, 1)),
            ("b", 4, None),
        ]
        assert {e.rulebook for e in docket.list()} == {"fr"}
        assert {e.registered_on for e in docket.list()} == {date(2020, 5, 1)}
        assert docket.list()[1].last_on == date(2021, 11, 26)


class TestNames:
    def test_are_forgotten_entry_by_entry(self, place, play):
        docket = place.docket()
        play(docket, only=1)
        docket.name(NAME, "clearview", "Clearview")
        docket.name(NAME, "clearview", "Clearview AI, Inc.")
        docket.name(NAME, "persons", "A. Person")
        assert docket.forget(NAME, "persons")
        assert place.docket().show(NAME).names == {"clearview": "Clearview AI, Inc.", "persons": ""}
        assert not docket.forget(NAME, "nobody")
        assert not docket.forget("nothing", "clearview")

    def test_are_those_of_parties(self, place, play):
        docket = place.docket()
        play(docket, only=1)
        with pytest.raises(
            StoreError, match="'nobody' is no party of fr-clearview; there are: cni"
        ):
            docket.name(NAME, "nobody", "Nobody")


class TestDocket:
    def test_verifies_and_rebuilds(self, place, play):
        docket = place.docket()
        assert docket.verify() == ()
        assert docket.rebuild() == 0
        play(docket)
        assert docket.verify() == ()
        assert docket.catch_up() == 30
        assert docket.catch_up() == 0
        views = docket.views(Status)
        assert docket.verify() == ()
        assert docket.rebuild() == 30
        assert docket.views(Status) == views
        assert docket.verify() == ()

    def test_closes_its_store(self, make_place):
        with make_place("sqlite").docket() as docket:
            assert docket.list() == ()
        with pytest.raises(StoreError, match="cannot be reached"):
            docket.list()

    def test_keeps_its_own_line_without_any_read_model(self, place, play):
        docket = place.docket(models=())
        play(docket, only=2)
        assert docket.list()[0].position == 2
        with pytest.raises(StoreError, match="no views of the read model 'status'"):
            docket.view(Status, NAME)


class TestStores:
    def test_keep_the_same_bytes_for_the_same_commands(self, place, make_place, play):
        contents = []
        for docket in (place.docket(), make_place("memory").docket()):
            play(docket, "a")
            play(docket, "b", only=14)
            docket.catch_up()
            rows = [(r.originator_id, r.topic, r.state) for r in docket.casework.rows(None, 100)]
            contents.append((rows, dict(docket.casework.registry.shelf().views)))
        assert contents[0] == contents[1]

    def test_hold_what_a_fold_of_the_history_says(self, place, play):
        docket = place.docket()
        play(docket)
        history = docket.show(NAME).history
        for model in docket.models:
            assert docket.view(model, NAME) == project(model.empty(), history)
