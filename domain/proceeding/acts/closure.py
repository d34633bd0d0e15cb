"""The end of an order, and of the proceeding."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.standing import lifted_on
from domain.proceeding.state import ProceedingState, revised


@frozen(kw_only=True)
class CloseOrder(Command):
    """Close an order, as a rule because it is satisfied."""

    of: str
    because: str = ""


@frozen(kw_only=True)
class OrderClosed(Event):
    """The order is closed; what had not been liquidated is not taken any more."""

    of: str
    because: str = ""


@frozen(kw_only=True)
class CloseProceeding(Command):
    """Close the file."""

    because: str = ""


@frozen(kw_only=True)
class ProceedingClosed(Event):
    """The file is closed."""

    because: str = ""


def _close_order(case: Case, command: CloseOrder) -> tuple[OrderClosed, ...]:
    closed = OrderClosed(
        on=case.on, act=command.id, by=case.by, of=command.of, because=command.because
    )
    return (closed,)


def _order_closed(state: ProceedingState, event: OrderClosed) -> ProceedingState:
    return entered(state, event, "order closure", about=event.of)


def _close(case: Case, command: CloseProceeding) -> tuple[ProceedingClosed, ...]:
    return (ProceedingClosed(on=case.on, act=command.id, by=case.by, because=command.because),)


def _closed(state: ProceedingState, event: ProceedingClosed) -> ProceedingState:
    return revised(entered(state, event, "closure"), closed_on=event.on)


def _open_orders(state: ProceedingState) -> tuple[str, ...]:
    gone = state.annulled
    orders = (order.id for order in state.orders if order.id not in gone)
    return tuple(order for order in orders if lifted_on(state, order) is None)


def _fields(case: Case) -> tuple[Field, ...]:
    orders = OneOf(_open_orders(case.state))
    return (Field(name="of", domain=orders, subject="the order", essential=True),)


ORDER_CLOSURE = Room(
    act="order closure",
    command=CloseOrder,
    events=dict([evolving(OrderClosed, _order_closed)]),
    results=typed(CloseOrder, _close_order),
    fields=_fields,
    targets=_open_orders,
    target="of",
)
CLOSURE = Room(
    act="closure",
    command=CloseProceeding,
    events=dict([evolving(ProceedingClosed, _closed)]),
    results=typed(CloseProceeding, _close),
)
