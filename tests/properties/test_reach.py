"""How far the search gets: every act and every event of the model is reached, and counted."""

import pytest

from showcause.testing.reaching import ACTS, Reach, reach


@pytest.mark.slow
def test_every_act_and_every_event_of_the_model_is_reached(record_property):
    found = reach(rounds=40)
    record_property("reach", str(found))
    assert found.missing_acts == ()
    assert found.missing_events == ()
    assert len(found.acts) == len(ACTS)


def test_a_few_proceedings_reach_a_good_part_of_the_acts(record_property):
    found = reach(rounds=1, most_acts=30)
    record_property("reach", str(found))
    assert {"decision", "notification"} <= set(found.acts)
    assert len(found.acts) > len(ACTS) // 2
    assert found.stages
    assert found.pairs


def test_what_was_never_reached_is_named():
    nothing = Reach()
    assert nothing.missing_acts == ACTS
    assert {"decision", "penalty", "waiver"} <= nothing.wanted
    assert "never reached: registration, complaint" in str(nothing)
