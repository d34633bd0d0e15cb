"""Law 1: folding in parts is folding once, and the aggregate equals `decide` and `evolve`."""

from datetime import UTC, date, datetime
from functools import reduce

from hypothesis import example, given
from hypothesis import strategies as st

from domain.aggregate import Proceeding, history
from domain.money import Money
from domain.proceeding.acts.payment import PaymentMade
from domain.proceeding.deciding import evolve, fold
from domain.proceeding.entries import Reduction
from domain.proceeding.state import ProceedingState
from projections import state_of
from showcause.testing import events, proceedings, rulebooks
from tests.properties.effort import effort

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@given(st.lists(events(), max_size=8), st.lists(events(), max_size=8))
def test_folding_in_two_parts_is_folding_once_for_any_events_at_all(first, then):
    assert fold(then, fold(first)) == fold([*first, *then])


IN_TWO_CURRENCIES = PaymentMade(
    on=date(2024, 1, 8),
    act="payment",
    for_="fine",
    amount=Money(80, "EUR"),
    base=Money(100, "EUR"),
    reductions=(Reduction(name="early", amount=Money(20, "USD"), cite="none", because="none"),),
    leave=Money(80, "EUR"),
)
"""What no decision gives; to fold it is to copy it, without a sum that could fail."""


@given(st.lists(events(), max_size=12))
@example([IN_TWO_CURRENCIES])
def test_folding_many_is_evolving_one_by_one(stored):
    assert fold(stored) == reduce(evolve, stored, ProceedingState())


@given(events(), events())
def test_evolving_leaves_the_state_before_as_it_was(before, event):
    state = fold([before])
    evolve(state, event)
    assert state == fold([before])


@effort(0.2)
@given(st.data())
def test_the_aggregate_is_decide_and_evolve_with_a_record(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    file = aggregate_of(played)
    assert file.state == played.state == state_of(history(file))
    assert [one.event for one in history(file)] == [one.event for one in played.history]


def aggregate_of(played):
    """The same commands, given to the aggregate."""
    first, *others = played.commands
    file = Proceeding.register(first, played.law, command_id="command 1", now=NOW)
    for number, command in enumerate(others, start=2):
        file.handle(command, played.law, command_id=f"command {number}", now=NOW)
    return file
