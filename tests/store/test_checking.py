"""Verify finds whatever was done to a store behind its back, and nothing in one that is whole."""

import json
from datetime import date

import attrs
import pytest
from eventsourcing.persistence import StoredEvent

from domain.aggregate import proceeding_id
from domain.proceeding.acts.note import MakeNote
from domain.rulebook.loading import changed
from showcause.store.registry import SHAPE

NAME = "fr-clearview"


@pytest.fixture
def docket(place, play):
    docket = place.docket()
    play(docket, only=15)
    docket.catch_up()
    return docket


def told(docket):
    return [str(problem) for problem in docket.verify()]


def smuggle(docket, position, topic, proceeding=NAME, **state):
    """A row that no command wrote, like the first note but with other content."""
    note = {
        "version": 1,
        "at": "2024-01-01T00:00:00Z",
        "proceeding": NAME,
        "command_id": "smuggled",
        "law": docket.casework.load(NAME).law if proceeding == NAME else "",
        "event": {"on": "2024-03-01", "act": "a", "by": "", "basis": "", "defects": [], "what": ""},
        "command": None,
    }
    content = json.dumps(note | state, separators=(",", ":")).encode()
    row = StoredEvent(proceeding_id(proceeding), position, topic, content)
    docket.casework.recorder.insert_events([row])


COMMAND = {
    "type": "MakeNote",
    "version": 1,
    "content": {
        "on": "2024-03-01",
        "id": "",
        "by": "",
        "despite": [],
        "denies": [],
        "states": [],
        "rests_on": [],
        "what": "",
    },
}


class TestAWholeStore:
    def test_has_no_problems_at_any_time(self, place, play):
        docket = place.docket()
        assert told(docket) == []
        play(docket, "a")
        assert told(docket) == []
        docket.catch_up()
        play(docket, "b", only=3)
        assert told(docket) == []
        docket.rebuild()
        assert told(docket) == []

    def test_is_read_and_not_written(self, place, play):
        docket = place.docket()
        play(docket, only=3)
        before = docket.casework.registry.shelf()
        assert told(docket) == []
        assert docket.casework.registry.shelf() == before

    def test_may_hold_views_of_other_read_models(self, docket, place):
        other = place.docket(models=())
        assert told(other) == []


class TestTheLog:
    def test_has_a_row_that_cannot_be_read(self, docket):
        smuggle(docket, 19, "NoteMade", more=1)
        assert [problem.split(": ")[0] for problem in told(docket)] == ["row 19 of the log"]
        assert "unknown field `more`" in told(docket)[0]

    def test_has_a_command_that_cannot_be_read(self, docket):
        smuggle(docket, 19, "NoteMade", command={**COMMAND, "content": {}})
        assert told(docket) == ["row 19 of the log: Object missing required field `on`"]
        docket.show(NAME)  # a replay needs its id alone

    def test_has_a_gap(self, docket):
        smuggle(docket, 20, "NoteMade", command=COMMAND)
        assert told(docket) == [f"{NAME}, event 20: number 19 should stand here"]

    def test_has_an_event_without_its_command(self, docket):
        smuggle(docket, 19, "NoteMade")
        assert told(docket) == [f"{NAME}, event 19: it stands apart from the command 'smuggled'"]

    def test_has_a_command_twice(self, docket):
        smuggle(docket, 19, "NoteMade", command=COMMAND, command_id="command-3")
        assert told(docket) == [f"{NAME}, event 19: the command 'command-3' is there twice"]

    def test_has_an_event_under_the_id_of_another_proceeding(self, docket):
        smuggle(docket, 1, "NoteMade", "other", command=COMMAND)
        assert told(docket) == [
            f"{NAME}, event 1: it is stored under the id of another proceeding",
            "law : the law  is not in this store",
        ]

    def test_has_bytes_of_another_hand(self, docket):
        smuggle(docket, 19, "NoteMade", at="2024-01-01T00:00:00.000Z", command=COMMAND)
        problem = "it is not stored in the bytes that Showcause writes"
        assert told(docket) == [f"{NAME}, event 19: {problem}"]

    def test_names_a_law_that_is_not_kept(self, docket):
        smuggle(docket, 19, "NoteMade", law="0000", command=COMMAND)
        assert told(docket) == ["law 0000: the law 0000 is not in this store"]


class TestTheLaws:
    def test_are_not_what_their_digests_say(self, place, play, law):
        other = changed(law, "periodic_penalties.astreinte.counting.last_day", "not counted")
        casework = place.casework()
        disguised = attrs.evolve(other, digest=law.digest)
        casework.registry.put_law(law.digest, casework.forms.pack(disguised))
        docket = place.docket()
        play(docket, only=2)
        (problem,) = told(place.docket())
        assert problem == f"law {law.digest}: its rules are not those of its digest"

    def test_have_words_that_their_rules_do_not_make(self, place, play, law):
        casework = place.casework()
        disguised = attrs.evolve(law, currency="USD")
        assert disguised.digest == law.digest
        casework.registry.put_law(law.digest, casework.forms.pack(disguised))
        docket = place.docket()
        play(docket, only=2)
        (problem,) = told(place.docket())
        assert problem == f"law {law.digest}: it is not what its rules amount to"


class TestTheViews:
    def test_were_altered(self, docket):
        registry = docket.casework.registry
        shelf = registry.shelf()
        altered = {**shelf.views, ("docket", NAME): b"{}", ("status", "other"): b"{}"}
        registry.replace_views(altered, place=shelf.place)
        assert told(docket) == [
            f"view 'docket' of {NAME}: it is not what the log amounts to",
            "view 'status' of other: it is not what the log amounts to",
        ]
        docket.rebuild()
        assert told(docket) == []

    def test_are_missing(self, docket):
        registry = docket.casework.registry
        shelf = registry.shelf()
        registry.replace_views({SHAPE: shelf.views[SHAPE]}, place=shelf.place)
        names = ("deadlines", "docket", "exposure", "status", "timeline")
        assert told(docket) == [
            f"view '{name}' of {NAME}: it is not what the log amounts to" for name in names
        ]

    def test_are_ahead_of_the_log(self, docket):
        registry = docket.casework.registry
        registry.replace_views(registry.shelf().views, place=100)
        assert told(docket) == ["views: they are folded up to row 100, the log ends at row 18"]


def test_proceedings_are_counted_though_a_row_cannot_be_read(docket):
    smuggle(docket, 1, "NoteMade", "other", more=1)
    smuggle(docket, 19, "NoteMade", more=1)
    assert docket.count() == 2
    assert len(told(docket)) == 2


def test_a_problem_says_where_and_what(docket):
    docket.act(NAME, MakeNote(on=date(2024, 3, 1), what=""), command_id="more")
    assert docket.verify() == ()
