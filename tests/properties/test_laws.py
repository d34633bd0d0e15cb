"""All laws at once, over whole proceedings; `test_law_*.py` search each of them on its own."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.deadlines import Deadline
from domain.proceeding.acts import ROOMS
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.service import ActNotified
from domain.proceeding.deciding import BY_COMMAND, EVOLUTIONS
from domain.proceeding.measures import FineImposed
from domain.proceeding.messages import Command, Event
from projections import Kept, paying, sentence, state_of
from showcause.testing import (
    INVARIANTS,
    ProceedingMachine,
    check_all,
    events,
    proceedings,
    rulebooks,
    shipped_rulebooks,
)
from tests.domain.proceeding.stories import FR, life
from tests.properties.effort import OVERLARGE

PATIENT = settings(deadline=None, suppress_health_check=OVERLARGE)


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
        monkeypatch.setattr(paying, "_pay", lambda *_: None)
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
