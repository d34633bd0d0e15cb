"""Law 4: what is drawn from an offer is accepted; what is accepted lies inside an offer."""

import attrs
import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from domain.errors import CalendarRangeError
from domain.proceeding.deciding import decide
from domain.proceeding.messages import Accepted, Refusal
from showcause.testing import commands, proceedings, rulebooks
from showcause.testing.membership import offering
from tests.properties.effort import effort
from tests.properties.test_law_3_refusals import any_command


@pytest.mark.slow
@effort(0.4)
@given(st.data())
def test_a_command_drawn_from_any_offer_is_accepted_without_a_defect(data):
    played = data.draw(proceedings(data.draw(rulebooks()), to_the_end=False))
    for offer in played.offers():
        command = data.draw(commands(offer, played.state, played.law))
        verdict = decide(played.state, command, played.law)
        assert isinstance(verdict, Accepted), f"{command}: {verdict}"
        assert not any(one.defects for one in verdict.events)
        assert offering(played.state, played.law, command, played.answers) is not None


@pytest.mark.slow
@effort(0.4)
@given(st.data())
def test_a_command_that_is_accepted_lies_inside_an_offer(data):
    played = data.draw(proceedings(data.draw(rulebooks()), to_the_end=False))
    command = data.draw(any_command(played))
    verdict = verdict_on(played, command)
    event(type(verdict).__name__)
    if isinstance(verdict, Accepted):
        assert offering(played.state, played.law, command) is not None


@pytest.mark.slow
@effort(0.4)
@given(st.data())
def test_a_command_that_names_all_its_defects_is_recorded_with_each_of_them(data):
    played = data.draw(proceedings(data.draw(rulebooks()), to_the_end=False))
    command = data.draw(any_command(played))
    refusal = verdict_on(played, command)
    assume(isinstance(refusal, Refusal) and refusal.kind == "irregular")
    rules = dict.fromkeys(defect.rule for defect in refusal.defects)
    insisting = attrs.evolve(command, despite=tuple((rule, "it was so") for rule in rules))
    verdict = decide(played.state, insisting, played.law)
    assert isinstance(verdict, Accepted), str(verdict)
    carried = [attrs.evolve(one, why="") for e in verdict.events for one in e.defects]
    assert sorted(carried, key=repr) == sorted(refusal.defects, key=repr)
    assert {one.why for e in verdict.events for one in e.defects} == {"it was so"}


@pytest.mark.slow
@effort(0.2)
@given(st.data())
def test_a_defect_that_is_not_there_cannot_be_named(data):
    played = data.draw(proceedings(data.draw(rulebooks()), to_the_end=False))
    offers = played.offers()
    assume(offers)
    offer = data.draw(st.sampled_from(offers))
    command = data.draw(commands(offer, played.state, played.law))
    vain = attrs.evolve(command, despite=(("no such rule", "to be safe"),))
    refusal = decide(played.state, vain, played.law)
    assert [defect.rule for defect in refusal.defects] == ["despite"]


def verdict_on(played, command):
    try:
        return decide(played.state, command, played.law)
    except CalendarRangeError:  # no calendar reaches so far: an error, as a day is never guessed
        assume(condition=False)
