"""Law 3: a refusal leaves the history as it was and cites its reason."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.aggregate import Proceeding
from domain.errors import CalendarRangeError, CommandRefusedError
from domain.proceeding.deciding import decide
from domain.proceeding.messages import Refusal
from projections import state_of
from showcause.testing import (
    premature_commands,
    proceedings,
    rulebooks,
    twisted_commands,
    wild_commands,
)
from showcause.testing.invariants import check_refusal
from tests.properties.effort import effort
from tests.properties.test_law_2_determinism import NOW, recorded


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_whatever_is_refused_says_which_rule_and_by_what_provision(data):
    played = data.draw(proceedings(data.draw(rulebooks()), most_acts=12, to_the_end=False))
    verdict = decide(played.state, data.draw(any_command(played)), played.law)
    if isinstance(verdict, Refusal):
        check_refusal(verdict)
        assert str(verdict).startswith(verdict.act)
    assert state_of(played.history) == played.state


@pytest.mark.slow
@effort(0.3)
@given(st.data())
def test_the_aggregate_raises_what_is_refused_and_records_nothing(data):
    played = data.draw(proceedings(data.draw(rulebooks()), most_acts=12, to_the_end=False))
    command = data.draw(any_command(played))
    try:
        verdict = decide(played.state, command, played.law)
    except CalendarRangeError:
        return
    assume(isinstance(verdict, Refusal))
    file = recorded(played)
    before = file.records
    with pytest.raises(CommandRefusedError) as raised:
        file.handle(command, played.law, command_id="refused", now=NOW)
    assert raised.value.refusal == verdict
    assert file.records == before
    assert isinstance(file, Proceeding)


def any_command(played):
    """Commands that are refused more often than not."""
    wild = wild_commands(played.state, played.law, played.day)
    if not played.offers():
        return wild
    return wild | twisted_commands(played) | premature_commands(played)
