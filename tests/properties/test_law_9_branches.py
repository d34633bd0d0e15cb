"""Law 9: a branch equals its parent up to the branching point, and without a change altogether."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.proceeding.deciding import decide, fold
from domain.proceeding.messages import Accepted
from projections import state_of
from showcause.testing import Played, proceedings, rulebooks, wild_commands
from tests.properties.effort import effort


@pytest.mark.slow
@effort(0.5)
@given(st.data())
def test_deciding_on_a_kept_state_is_deciding_on_the_events_folded_anew(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    place = data.draw(st.integers(1, len(played.commands)))
    kept = played.states[place]
    anew = fold(events_of(played)[: length_at(played, place)])
    command = data.draw(wild_commands(kept, played.law, played.day))
    assert decide(kept, command, played.law) == decide(anew, command, played.law)


@effort(0.2)
@given(st.data())
def test_a_branch_without_a_change_is_its_parent(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    place = data.draw(st.integers(1, len(played.commands)))
    branch = prefix(played, place)
    for command in played.commands[place:]:
        branch = branch.after(command)
    assert branch.history == played.history
    assert branch.states == played.states


@pytest.mark.slow
@effort(0.1)
@given(st.data())
def test_a_branch_is_its_parent_up_to_where_it_leaves_it(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    place = data.draw(st.integers(1, len(played.commands)))
    branch = prefix(played, place)
    command = data.draw(wild_commands(branch.state, played.law, branch.day))
    verdict = decide(branch.state, command, played.law)
    assume(isinstance(verdict, Accepted))
    shared = len(branch.history)
    changed = branch.with_accepted(command, verdict)
    assert changed.history[:shared] == played.history[:shared]
    assert state_of(changed.history[:shared]) == played.states[place]


def prefix(played, place):
    """The proceeding as it stood after so many commands."""
    branch = Played.begin(played.commands[0], played.law)
    for command in played.commands[1:place]:
        branch = branch.after(command)
    return branch


def events_of(played):
    return [one.event for one in played.history]


def length_at(played, place):
    """How many events so many commands gave."""
    numbers = [int(one.command_id.removeprefix("command ")) for one in played.history]
    return sum(number <= place for number in numbers)
