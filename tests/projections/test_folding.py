"""Read models fold one event after the other, and keep only what they handle."""

from typing import ClassVar

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from domain.proceeding.deciding import evolve
from domain.proceeding.measures import FineImposed
from domain.proceeding.state import ProceedingState
from projections import READ_MODELS, Kept, project, state_of
from tests.domain.proceeding.stories import FR, day, life

HISTORY = life().history


@frozen
class Fines(Kept):
    """A read model of one kind of event."""

    name: ClassVar[str] = "fines"
    handles: ClassVar[tuple[type, ...]] = (FineImposed,)


def test_a_read_model_keeps_the_events_that_it_handles():
    fines = project(Fines.empty(), HISTORY)
    assert [type(one.event) for one in fines.kept] == [FineImposed]


def test_a_read_model_that_names_none_keeps_them_all():
    assert project(Kept.empty(), HISTORY).kept == HISTORY


@given(st.integers(0, len(HISTORY)))
def test_folding_in_two_parts_is_folding_once(size):
    for model in READ_MODELS:
        first = project(model.empty(), HISTORY[:size])
        assert project(first, HISTORY[size:]) == project(model.empty(), HISTORY)


def test_the_state_is_the_fold_of_its_events():
    state = ProceedingState()
    for recorded in HISTORY:
        state = evolve(state, recorded.event)
    assert state_of(HISTORY) == state
    assert state_of(()) == ProceedingState()


def test_every_read_model_has_a_name_of_its_own():
    names = [model.name for model in READ_MODELS]
    assert names == ["status", "exposure", "deadlines", "timeline"]


@pytest.mark.parametrize("model", READ_MODELS)
def test_every_read_model_answers_as_of_any_day(model):
    kept = project(model.empty(), HISTORY)
    for on in ("1990-01-01", "2022-10-17", "2029-12-31"):
        assert kept.at(day(on), FR) is not None
