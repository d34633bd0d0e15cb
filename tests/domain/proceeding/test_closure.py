"""The end of an order, and of the file."""

import attrs

from domain.proceeding.acts.closure import (
    CloseOrder,
    CloseProceeding,
    OrderClosed,
    ProceedingClosed,
)
from domain.proceeding.penalties import accruing
from domain.proceeding.standing import lifted_on, order_status, stage
from tests.domain.proceeding.stories import day, decided, eur, order, ordered

D = day("2023-03-01")
LIFT = CloseOrder(on=D, of="injunction", because="satisfied")
CLOSE = CloseProceeding(on=D, because="done")


class TestClosureOfAnOrder:
    def test_ends_what_had_not_been_liquidated(self):
        when = (
            ordered()
            .when(LIFT)
            .then(
                OrderClosed(
                    on=D,
                    act="order closure",
                    by="restricted committee",
                    basis="DEC 44 (practice)",
                    of="injunction",
                    because="satisfied",
                )
            )
        )
        state = when.after.state
        assert lifted_on(state, "injunction") == D
        assert order_status(state, state.orders[0], D) == "closed"
        assert accruing(state, state.orders[0], D) == eur(0)

    def test_happens_once(self):
        refusal = ordered().and_(LIFT).when(LIFT).then_refused("impossible", ["of"])
        assert "the order injunction cannot be named: there is none" in str(refusal)

    def test_may_be_of_one_without_a_penalty(self):
        assert decided(order(id="injunction")).when(LIFT).events


class TestClosureOfTheFile:
    def test_is_the_end(self):
        when = (
            ordered()
            .when(CLOSE)
            .then(ProceedingClosed(on=D, act="closure", by="cnil", basis="model", because="done"))
        )
        state = when.after.state
        assert stage(state, D) == "closed"
        assert accruing(state, state.orders[0], D) == eur(0)

    def test_happens_once(self):
        ordered().and_(CLOSE).when(CLOSE).then_refused("irregular", ["closed"])

    def test_may_be_given_by_an_organ_for_the_authority(self):
        assert ordered().when(attrs.evolve(CLOSE, by="chair")).events[0].by == "chair"
