"""Law 6: the ledger balances on every day, and agrees with a count by hand."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projections import ExposureLedger, state_of
from projections.exposure import DERIVED, STATES
from showcause.testing import proceedings, rulebooks
from showcause.testing.invariants import check_accrual, check_ledger
from showcause.testing.ledger_oracle import figures
from tests.properties.effort import effort


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_every_figure_of_every_day_is_what_a_count_by_hand_gives(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    ends = [period.deadline.on for period in played.state.periods]
    near = {end + timedelta(days=k) for end in ends for k in (0, 1)}
    for day in sorted({one.on for one in played.history} | near):
        check_ledger(played.history, state_at(played, day), played.law, day)


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_a_further_day_never_lowers_what_accrues_between_events(data):
    played = data.draw(proceedings(data.draw(rulebooks()), to_the_end=False))
    for ahead in (0, 1, 30, 400):
        day = played.day + timedelta(days=ahead)
        check_accrual(played.history, played.state, played.law, day)


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_each_euro_is_in_one_state_and_totals_are_sums_of_states(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    exposure = ExposureLedger(played.history).at(played.day, played.law)
    states = {name: exposure.figure(name).minor for name in STATES}
    came_in = sum(one.amount.minor for one in exposure.movements if one.leaves.value == "outside")
    assert sum(states.values()) == came_in
    imposed = sum(states[name] for name in ("not_due", "suspended", "due", "paid"))
    derived = {name: exposure.figure(name).minor for name in DERIVED}
    assert derived["imposed"] == derived["fined"] + derived["liquidated"] == imposed
    assert derived["outstanding"] == imposed - states["paid"]
    assert min(states.values()) >= 0
    right = figures((one.event for one in played.history), played.day)
    assert {**states, **derived} == {name: right[name] for name in (*STATES, *DERIVED)}


def state_at(played, day):
    return state_of(one for one in played.history if one.on <= day)
