"""Law 8: an answer as of a day does not change when later events are added."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projections import READ_MODELS, MatterView
from showcause.testing import proceedings, rulebooks
from tests.properties.effort import effort


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_of_every_read_model_as_of_every_day(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    for day in sorted({one.on for one in played.history}):
        until = tuple(one for one in played.history if one.on <= day)
        for model in READ_MODELS:
            assert model(until).at(day, played.law) == model(played.history).at(day, played.law)


@pytest.mark.slow
@effort(0.3)
@given(st.data())
def test_of_a_matter_of_two_proceedings(data):
    played = [data.draw(proceedings(data.draw(rulebooks()))) for _ in range(2)]
    names = ("one", "other")
    laws = {name: one.law for name, one in zip(names, played, strict=True)}
    whole = {name: one.history for name, one in zip(names, played, strict=True)}
    day = data.draw(st.sampled_from([one.on for history in whole.values() for one in history]))
    until = {
        name: tuple(one for one in history if one.on <= day) for name, history in whole.items()
    }
    assert MatterView(histories=whole, laws=laws).at(day) == MatterView(
        histories=until, laws=laws
    ).at(day)


@pytest.mark.slow
@effort(0.3)
@given(st.data())
def test_before_the_first_event_nothing_is_known(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    before = played.history[0].on - timedelta(days=1)
    for model in READ_MODELS:
        assert model(played.history).at(before, played.law) == model().at(before, played.law)
