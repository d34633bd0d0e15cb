"""The laws of the code, over shipped, perturbed and generated rulebooks."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.deadlines import Deadline
from domain.proceeding.acts import ROOMS
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.service import ActNotified
from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS, decide, evolve, fold
from domain.proceeding.measures import FineImposed
from domain.proceeding.messages import Accepted, Command, Event
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import load_rulebook
from projections import ExposureLedger, Kept, sentence, state_of
from projections.movements import Bookkeeper
from showcause.testing import (
    INVARIANTS,
    ProceedingMachine,
    check_all,
    event_classes,
    events,
    proceedings,
    rulebooks,
    shipped_rulebooks,
)
from tests.domain.proceeding.stories import FR, life

PATIENT = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


class TestWholeProceedings(ProceedingMachine.TestCase):
    """One machine takes whole proceedings to an end, and every law holds at each step."""

    settings = settings(PATIENT, max_examples=12, stateful_step_count=20)


@pytest.mark.slow
class TestManyWholeProceedings(ProceedingMachine.TestCase):
    """The same with more steps."""

    settings = settings(PATIENT, max_examples=40, stateful_step_count=40)


@given(st.data())
@settings(PATIENT, max_examples=15)
def test_every_invariant_holds_at_the_end_of_a_lawful_proceeding(data):
    law = data.draw(rulebooks())
    ended = data.draw(proceedings(law)).ended()
    check_all(ended.history, ended.state, ended.law, ended.day)


@given(st.lists(events(), max_size=12), st.integers(0, 12))
@settings(PATIENT)
def test_folding_in_parts_is_folding_once_for_any_events_at_all(stored, place):
    whole = fold(stored)
    assert fold(stored[place:], fold(stored[:place])) == whole
    one_by_one = ProceedingState()
    for event in stored:
        one_by_one = evolve(one_by_one, event)
    assert one_by_one == whole


@given(st.data())
@settings(PATIENT, max_examples=15)
def test_two_runs_of_the_same_commands_are_the_same_and_a_branch_is_its_parent(data):
    law = data.draw(st.sampled_from(shipped_rulebooks()))
    played = data.draw(proceedings(law))
    state, again = ProceedingState(), []
    for command in played.commands:
        verdict = decide(state, command, law)
        assert isinstance(verdict, Accepted)
        state = fold(verdict.events, state)
        again.extend(verdict.events)
    assert [recorded.event for recorded in played.history] == again
    place = data.draw(st.integers(0, len(again)))
    kept = state_of(played.history[:place])
    assert fold(again[place:], kept) == played.state


@given(st.data())
@settings(PATIENT, max_examples=15)
def test_an_answer_of_a_day_does_not_change_when_later_events_are_added(data):
    law = data.draw(st.sampled_from(shipped_rulebooks()))
    history = data.draw(proceedings(law)).history
    day = data.draw(st.sampled_from([recorded.on for recorded in history]))
    until = tuple(recorded for recorded in history if recorded.on <= day)
    assert ExposureLedger(history).at(day, law) == ExposureLedger(until).at(day, law)


def reached_by(examples, most_acts):
    """The classes of event in so many lawful proceedings under French law, always the same ones."""
    reached = set()

    @given(proceedings(load_rulebook("fr"), most_acts=most_acts))
    @settings(PATIENT, max_examples=examples, derandomize=True, database=None)
    def play(ended):
        reached.update(type(recorded.event) for recorded in ended.history)

    play()
    return {cls.__name__ for cls in reached}


class TestEveryActIsReached:
    def test_of_the_ordinary_way_to_a_decision_by_a_few_proceedings(self):
        ordinary = {"ChargesIssued", "DecisionAdopted", "ActNotified", "ProceedingClosed"}
        assert ordinary <= reached_by(15, 30)

    @pytest.mark.slow
    def test_by_many_proceedings(self):
        missing = {cls.__name__ for cls in event_classes()} - reached_by(400, 60)
        assert missing == set()


class TestEveryEventAndCommand:
    def test_has_its_evolution_and_its_room(self):
        def leaves(cls):
            below = cls.__subclasses__()
            return {leaf for one in below for leaf in leaves(one)} if below else {cls}

        assert leaves(Event) == set(EVOLUTIONS)
        assert leaves(Command) == set(BY_COMMAND)

    def test_room_is_known_to_some_rulebook(self):
        known = {act for law in shipped_rulebooks() for act in law.names("acts")}
        assert {room.act for room in ROOMS} <= known

    @given(events())
    def test_has_a_sentence(self, event):
        assert sentence(event).endswith(".")


class TestAGateThatGoesRed:
    """Each invariant holds for a true file, and catches one that is wrong."""

    TRUE = life().history
    DAY = date(2023, 9, 1)

    def held(self, name, history=None, state=None):
        history = history or self.TRUE
        INVARIANTS[name](history, state or state_of(history), FR, self.DAY)

    def with_event(self, cls, change):
        return tuple(
            attrs.evolve(one, event=change(one.event)) if isinstance(one.event, cls) else one
            for one in self.TRUE
        )

    @pytest.mark.parametrize("name", INVARIANTS)
    def test_is_green_for_what_is_right(self, name):
        self.held(name)

    def test_a_state_that_lost_an_entry(self):
        state = state_of(self.TRUE)
        with pytest.raises(AssertionError):
            self.held("folding", state=attrs.evolve(state, acts=state.acts[:-1]))

    def test_a_history_out_of_order(self):
        with pytest.raises(AssertionError):
            self.held("record", (*self.TRUE[1:], self.TRUE[0]))

    def test_a_maximum_of_twice_the_cap(self):
        def doubled(event):
            most = attrs.evolve(event.maximum, floor=event.maximum.floor * 2)
            return attrs.evolve(event, maximum=most)

        with pytest.raises(AssertionError):
            self.held("maxima", self.with_event(FineImposed, doubled))

    def test_a_liquidation_above_rate_times_days(self):
        def dearer(event):
            return attrs.evolve(event, amount=event.run_up * 2, run_up=event.run_up * 2)

        with pytest.raises(AssertionError):
            self.held("periodic penalties", self.with_event(PenaltyLiquidated, dearer))

    def test_a_ledger_that_forgets_payments(self, monkeypatch):
        monkeypatch.setattr(Bookkeeper, "_pay", lambda *_: None)
        with pytest.raises(AssertionError):
            self.held("ledger")

    def test_a_deadline_before_its_anchor(self):
        def earlier(event):
            starts = tuple(
                attrs.evolve(p, deadline=Deadline(p.since - timedelta(days=1), p.deadline.steps))
                for p in event.starts
            )
            return attrs.evolve(event, starts=starts)

        with pytest.raises(AssertionError):
            self.held("deadlines", self.with_event(ActNotified, earlier))

    def test_an_answer_that_looks_ahead(self, monkeypatch):
        monkeypatch.setattr(Kept, "until", lambda self, _day: self.kept)
        with pytest.raises(AssertionError):
            self.held("as of")
