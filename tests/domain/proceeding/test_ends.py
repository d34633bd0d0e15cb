"""The last days that a date can hold: nothing runs up after them, and nothing breaks."""

from datetime import date

import attrs
import pytest

from domain.deadlines import fixed_deadline
from domain.money import Rate
from domain.periods import Period, TimeLimit
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.deciding import options
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.penalties import _later, penalised, run_up, starts_on, units
from projections.exposure import ExposureLedger
from tests.domain.proceeding.stories import FR, charged, decided, eur, fine, order, per_day

LAST = date.max


def limit(day):
    return TimeLimit.parse(f"by {day}")


def test_a_penalty_for_an_order_due_on_the_last_day_never_runs():
    given = decided(order(per_day(1000), id="injunction", comply=limit(LAST)))
    (one,) = penalised(given.state)
    assert starts_on(given.state, one) is None
    assert run_up(given.state, one, LAST) == eur(0)


def test_one_due_the_day_before_runs_for_one_day():
    given = decided(order(per_day(1000), id="injunction", comply=limit("9999-12-30")))
    (one,) = penalised(given.state)
    assert run_up(given.state, one, LAST) == eur(1000)


def test_time_given_anew_up_to_the_last_day_leaves_one_deadline_missed():
    given = decided(order(per_day(1000), id="injunction", comply=limit("2022-12-01")))
    (order_,) = given.state.orders
    anew = RunningPeriod(
        name="comply",
        of="injunction",
        party="clearview",
        since=date(2022, 12, 10),
        deadline=fixed_deadline(LAST),
        cite="x",
    )
    rate = Rate.parse(f"{eur(1000)} per missed deadline")
    lump = attrs.evolve(order_, penalty=attrs.evolve(order_.penalty, rate=rate))
    state = attrs.evolve(given.state, orders=(lump,), periods=(*given.state.periods, anew))
    assert units(state, lump, LAST) == 1


@pytest.mark.parametrize("text", ["2 days", "1 week", "1 month", "1 year"])
def test_a_period_to_pay_ends_with_the_last_day(text):
    assert _later(LAST, Period.parse(text)) == LAST


def test_a_fine_that_is_payable_by_the_last_day_is_not_due_before():
    given = decided(fine(eur(1000), id="fine", pay=limit(LAST)))
    stands = ExposureLedger(given.history).at(date(9999, 12, 30), given.law)
    assert (stands.figure("due"), stands.figure("outstanding")) == (eur(0), eur(1000))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_act_is_given_on_a_day_at_an_end_of_the_calendar(day):
    given = charged()
    if day is date.max:
        given.when(MakeNote(on=day, what="x")).then_refused("impossible", ["on"])
    assert options(given.state, FR, day) == ()
