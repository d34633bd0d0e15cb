"""Stored views: whole or resumed after a crash at any point, they are what the log amounts to."""

import itertools
import sys
from pathlib import Path
from typing import ClassVar

import attrs
import pytest

import showcause.store
from domain.proceeding.acts.note import NoteMade
from domain.proceeding.measures import FineImposed
from projections.folding import project
from projections.status import Status
from showcause.docket import DocketEntry
from showcause.store import views as views_module
from showcause.store.registry import LOG, SHAPE, OvertakenError
from showcause.store.views import Views

NAME = "fr-clearview"
STEPS = {
    str(Path(showcause.store.__file__).with_name(f"{name}.py"))
    for name in ("casework", "memory", "postgres", "sqlite", "tables", "views")
}
"""Where a step is taken: each call there and each return."""


@attrs.frozen
class Fines:
    """A read model that keeps a sum, so that an event that is folded twice shows."""

    name: ClassVar[str] = "fines"
    handles: ClassVar[tuple[type, ...]] = (FineImposed,)
    minor: int = 0
    events: int = 0

    @classmethod
    def empty(cls):
        return cls()

    def evolve(self, recorded):
        if not isinstance(recorded.event, FineImposed):
            return self
        return attrs.evolve(self, minor=self.minor + recorded.event.amount.minor, events=1)


@attrs.frozen
class Count:
    """Another one, which counts."""

    name: ClassVar[str] = "count"
    handles: ClassVar[tuple[type, ...]] = ()
    events: int = 0

    @classmethod
    def empty(cls):
        return cls()

    def evolve(self, recorded):
        return attrs.evolve(self, events=self.events + 1)


@attrs.frozen
class CountOfNotes(Count):
    """What `Count` may be in a later version: of another form under the same name."""

    notes: int = 0

    def evolve(self, recorded):
        more = int(isinstance(recorded.event, NoteMade))
        return attrs.evolve(self, events=self.events + 1, notes=self.notes + more)


MODELS = (Fines, Count, Status)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    """Seven events a batch, so that a story takes several."""
    monkeypatch.setattr(views_module, "BATCH", 7)


@pytest.fixture
def filled(place, play):
    """A store with two proceedings whose views are not folded yet."""
    docket = place.docket()
    play(docket, "a")
    play(docket, "b", only=14)
    return place


class CrashedError(Exception):
    pass


def crash_at(number, action):
    """Stop the action at the nth step that it takes in our store; false if it was done before."""
    steps = itertools.count(1)

    def watch(frame, event, _argument):
        inside = frame.f_code.co_filename in STEPS and event in {"call", "return"}
        if inside and next(steps) == number:
            raise CrashedError

    sys.setprofile(watch)
    try:
        action()
    except CrashedError:
        return True
    finally:
        sys.setprofile(None)
    return False


class TestCatchUp:
    def test_folds_each_event_once(self, filled):
        views = Views(filled.casework(), MODELS)
        assert views.catch_up() == 47
        assert views.catch_up() == 0
        assert views.read(Count, "a") == Count(30)
        assert views.read_all(Count) == {"a": Count(30), "b": Count(17)}
        assert views.read_all(Fines) == {name: Fines(2_000_000_000, 1) for name in "ab"}

    def test_gives_what_a_fold_of_the_history_gives(self, filled):
        views = Views(filled.casework(), MODELS)
        for name in "ab":
            history = filled.docket().show(name).history
            for model in MODELS:
                assert views.read(model, name) == project(model.empty(), history)

    def test_goes_on_where_it_was(self, filled, play):
        assert Views(filled.casework(), MODELS).catch_up() == 47
        play(filled.docket(), "c", only=2)
        views = Views(filled.casework(), MODELS)
        assert views.catch_up() == 2
        assert views.read(Count, "c") == Count(2)

    def test_keeps_no_row_of_what_has_nothing_to_say(self, place, play):
        play(place.docket(), only=2)
        views = Views(place.casework(), MODELS)
        assert views.read(Fines, NAME) == Fines()
        assert views.read_all(Fines) == {}
        keys = set(place.casework().registry.shelf().views)
        assert keys == {SHAPE, ("count", NAME), ("status", NAME)}

    def test_begins_anew_where_the_read_models_changed(self, filled):
        assert Views(filled.casework(), (Count,)).catch_up() == 47
        more = Views(filled.casework(), (Count, Fines))
        assert more.read_all(Fines).keys() == {"a", "b"}
        other_form = Views(filled.casework(), (CountOfNotes,))
        assert other_form.read(CountOfNotes, "a") == CountOfNotes(30, 0)
        assert other_form.catch_up() == 0

    def test_yields_to_another_process_that_was_quicker(self, filled):
        quick, slow = Views(filled.casework(), MODELS), Views(filled.casework(), MODELS)
        registry = filled.casework().registry
        before = registry.shelf()
        quick.catch_up()
        with pytest.raises(OvertakenError):
            registry.put_views({("count", "a"): b"wrong"}, place=7, after=before.place)
        assert slow.catch_up() == 0
        assert slow.read(Count, "a") == Count(30)

    def test_takes_up_what_another_process_did_in_between(self, filled):
        slow = Views(filled.casework(), MODELS)
        quick = Views(filled.casework(), MODELS)
        steps = iter(range(100))

        class Interrupted(Count):
            name: ClassVar[str] = "interrupted"

            def evolve(self, recorded):
                if next(steps) == 3:
                    quick.catch_up()
                return super().evolve(recorded)

        slow._models["interrupted"] = Interrupted
        slow._codecs["interrupted"] = slow._codecs["count"]
        assert slow.catch_up() == 0
        assert slow.read_all(Count) == {"a": Count(30), "b": Count(17)}

    def test_refuses_two_read_models_of_one_name(self, place):
        with pytest.raises(ValueError, match="the same name"):
            Views(place.casework(), (Count, CountOfNotes))


class TestCrash:
    """Law 11: wherever it stops, what is stored is whole, and the rest is caught up later."""

    def test_between_any_two_steps_loses_nothing_and_counts_nothing_twice(
        self, place, make_place, play, monkeypatch
    ):
        monkeypatch.setattr(views_module, "BATCH", 4)
        crashing, whole = place.docket(), make_place("memory").docket()
        for docket in (crashing, whole):
            play(docket, "a", only=4)
            play(docket, "b", only=2)
        Views(whole.casework, (Count, Status)).catch_up()
        views = Views(crashing.casework, (Count, Status))
        assert self.crash_everywhere(crashing.casework, views) > 50
        assert crashing.casework.registry.shelf() == whole.casework.registry.shelf()

    def crash_everywhere(self, casework, views):
        """Stop at the first step, then at the second, and so on, each time from the beginning."""
        number, crashed = 0, True
        while crashed:
            number += 1
            casework.registry.replace_views({}, place=None)
            crashed = crash_at(number, views.catch_up)
            self.check(casework, views)
            views.catch_up()
        return number

    def check(self, casework, views):
        """What is stored after the crash is the fold of the log up to the place that is stored."""
        shelf = casework.registry.shelf()
        rows = [row for row in casework.rows(None, 1000) if row.id <= (shelf.place or 0)]
        events = [casework.recorded(row).as_event() for row in rows]
        fresh = views.lowered(views.folded({}, events))
        assert {key: content for key, content in shelf.views.items() if key != SHAPE} == fresh

    def test_in_a_rebuild_leaves_views_that_only_catch_up(self, filled):
        views = Views(filled.casework(), MODELS)
        views.catch_up()
        whole = filled.casework().registry.shelf()
        for number in (5, 50, 300, 1000):
            crash_at(number, views.rebuild)
            views.catch_up()
            assert filled.casework().registry.shelf() == whole


class TestPlace:
    def test_is_one_row_for_all_read_models(self, filled):
        registry = filled.casework().registry
        assert registry.max_tracking_id(LOG) is None
        Views(filled.casework(), (DocketEntry, *MODELS)).catch_up()
        assert registry.max_tracking_id(LOG) == filled.casework().rows(None, 100)[-1].id
        registry.replace_views({}, place=None)
        assert registry.max_tracking_id(LOG) is None
        registry.replace_views({}, place=3)
        assert registry.max_tracking_id(LOG) == 3
