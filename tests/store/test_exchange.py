"""A proceeding as a file: the same in another store; a file that is not whole is refused."""

import json
from datetime import date

import pytest

from domain.proceeding.acts.note import MakeNote
from projections.status import Status
from showcause.docket import ExchangeError, StoreError, UnknownProceedingError

NAME = "fr-clearview"
NOTE = MakeNote(on=date(2024, 3, 1), what="Filed")


@pytest.fixture
def lines(make_place, play):
    docket = make_place("memory").docket()
    play(docket)
    docket.name(NAME, "clearview", "Clearview AI, Inc.")
    return list(docket.export(NAME))


@pytest.fixture
def other(make_place):
    return make_place("memory").docket()


class TestAnExportedProceeding:
    def test_is_the_same_in_every_store(self, place, lines, law):
        docket = place.docket()
        receipt = docket.import_(lines)
        assert (receipt.proceeding, receipt.position, receipt.repeated) == (NAME, 30, False)
        assert receipt.events == docket.show(NAME).history
        assert list(docket.export(NAME)) == lines
        assert docket.show(NAME).law.layers == law.layers
        assert docket.view(Status, NAME) == docket.show(NAME).read(Status)
        assert docket.verify() == ()

    def test_can_be_continued(self, place, lines):
        docket = place.docket()
        docket.import_(lines)
        assert docket.act(NAME, NOTE, command_id="more").position == 31

    def test_leaves_names_behind(self, other, lines):
        other.import_(lines)
        assert other.show(NAME).names == {}
        assert not any("Clearview AI" in line for line in lines)

    def test_adds_nothing_when_it_is_there(self, other, lines):
        other.import_([*lines, "", "\n"])
        again = other.import_(lines)
        assert (again.position, again.events, again.repeated) == (30, (), True)

    def test_adds_what_the_store_lacks_and_takes_nothing_away(self, other, make_place, play, lines):
        play(other, only=3)
        shorter = list(other.export(NAME))
        assert other.import_(lines).events[0].position == 4
        assert other.import_(shorter).repeated
        assert other.show(NAME).position == 30

    def test_is_not_laid_over_another_course(self, other, play, lines):
        play(other, only=3)
        other.act(NAME, NOTE, command_id="elsewhere")
        with pytest.raises(ExchangeError, match="took another course"):
            other.import_(lines)
        assert other.show(NAME).position == 4

    def test_is_asked_for_by_its_name(self, other):
        with pytest.raises(UnknownProceedingError):
            list(other.export("nothing"))


def altered(line, **changes):
    return json.dumps(json.loads(line) | changes)


class TestAFileThatIsNotWhole:
    def test_is_empty(self, other):
        with pytest.raises(ExchangeError, match="the file is empty"):
            other.import_([" "])

    def test_is_something_else(self, other):
        with pytest.raises(ExchangeError, match="line 1 is no head of an exported proceeding"):
            other.import_(["{}"])
        with pytest.raises(ExchangeError, match="line 2 is no head"):
            other.import_(["", "no json"])

    def test_is_of_another_format(self, other, lines):
        head = altered(lines[0], format="showcause proceeding 2")
        with pytest.raises(ExchangeError, match="line 1: the format is 'showcause proceeding 2'"):
            other.import_([head, *lines[1:]])

    def test_has_a_name_that_no_proceeding_can_have(self, other, lines):
        with pytest.raises(StoreError, match="cannot name"):
            other.import_([altered(lines[0], proceeding=""), *lines[1:]])

    def test_was_cut(self, other, lines):
        with pytest.raises(ExchangeError, match="has 29 events, its head says 30"):
            other.import_(lines[:-1])
        with pytest.raises(ExchangeError, match="has 0 events, its head says 0"):
            other.import_([altered(lines[0], events=0)])

    def test_has_a_line_that_is_no_event(self, other, lines):
        for line in ("{}", lines[4][:-3], altered(lines[4], event="NoSuch")):
            with pytest.raises(ExchangeError, match="line 5: "):
                other.import_([*lines[:4], line, *lines[5:]])

    def test_has_a_gap(self, other, lines):
        head = altered(lines[0], events=29)
        with pytest.raises(ExchangeError, match=r"record 4 of fr-clearview, .* number 3 should"):
            other.import_([head, *lines[1:3], *lines[4:]])

    def test_has_an_event_of_another_proceeding(self, other, lines):
        with pytest.raises(ExchangeError, match="event 1 is of fr-clearview under the law"):
            other.import_([altered(lines[0], proceeding="another"), *lines[1:]])

    def test_has_an_event_without_its_command(self, other, lines):
        state = json.loads(lines[3])["state"] | {"command": None}
        with pytest.raises(ExchangeError, match="event 3 stands without its command"):
            other.import_([*lines[:3], altered(lines[3], state=state), *lines[4:]])

    def test_has_a_command_that_cannot_be_read(self, other, lines):
        state = json.loads(lines[3])["state"]
        state["command"]["content"] = {}
        with pytest.raises(ExchangeError, match="line 4: Object missing required field"):
            other.import_([*lines[:3], altered(lines[3], state=state), *lines[4:]])

    def test_lacks_its_law(self, other, lines):
        with pytest.raises(ExchangeError, match="which the head does not name"):
            other.import_([altered(lines[0], laws={}), *lines[1:]])

    def test_has_another_law_under_the_digest(self, other, lines):
        head = json.loads(lines[0])
        (digest,) = head["laws"]
        head["laws"][digest]["content"]["calendar"]["holidays"]["2022-12-19"] = "A day off"
        with pytest.raises(ExchangeError, match=f"what stands as the law {digest} is another one"):
            other.import_([json.dumps(head), *lines[1:]])
        head["laws"][digest]["content"]["calendar"] = None
        with pytest.raises(ExchangeError, match=f"the law {digest} cannot be read"):
            other.import_([json.dumps(head), *lines[1:]])

    def test_leaves_nothing_behind(self, other, lines, law):
        with pytest.raises(ExchangeError):
            other.import_(lines[:-1])
        assert other.list() == ()
        assert other.casework.registry.law(law.digest) is None
