"""Law 11, its pure half: a view folded in batches, resumed anywhere, is the view folded once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projections import READ_MODELS, project
from showcause.testing import events, proceedings, recorded, rulebooks
from tests.properties.effort import effort


@pytest.mark.slow
@effort(0.4)
@given(st.data())
def test_a_view_that_is_resumed_equals_the_view_of_the_whole(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    place = data.draw(st.integers(0, len(played.history)))
    for model in READ_MODELS:
        resumed = project(project(model.empty(), played.history[:place]), played.history[place:])
        assert resumed == project(model.empty(), played.history)
        assert resumed.at(played.day, played.law) == model(played.history).at(
            played.day, played.law
        )


@given(st.lists(events(), max_size=10), st.integers(0, 10))
def test_of_any_events_at_all(stored, place):
    history = recorded(stored)
    for model in READ_MODELS:
        parts = project(project(model.empty(), history[:place]), history[place:])
        assert parts == project(model.empty(), history)
