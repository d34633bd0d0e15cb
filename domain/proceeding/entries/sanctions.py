"""Fines, orders with their penalties, and what else a decision takes."""

from datetime import date

from attrs import frozen

from domain.days import Span
from domain.deadlines import DelayCounting
from domain.money import Money, Rate
from domain.periods import TimeLimit


@frozen(kw_only=True)
class Maximum:
    """The most that the law allows: `floor` whatever is unknown, `ceiling` None while open."""

    floor: Money
    ceiling: Money | None
    cite: str
    because: str
    from_memory: bool = False


@frozen(kw_only=True)
class Fine:
    """A fine with the maximum that applied to it."""

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    amount: Money
    conduct: str
    provisions: tuple[str, ...]
    maximum: Maximum | None = None


@frozen(kw_only=True)
class PenaltyTerms:
    """A periodic penalty as it was ordered; counting and sources are recorded with it.

    `label` is the source of the counting, `again` that of liquidating later days once more.
    """

    rate: Rate
    at_most: Money | None
    counting: DelayCounting
    stops: tuple[str, ...]
    cite: str
    label: str
    again: str = ""
    once_only: bool = False


@frozen(kw_only=True)
class Order:
    """An order with its period to comply, None if no text tells it, perhaps with a penalty."""

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    content: tuple[str, ...]
    comply: TimeLimit | None
    penalty: PenaltyTerms | None = None


@frozen(kw_only=True)
class OtherMeasure:
    """A measure that carries neither sum nor period: a reprimand, a ban, a publication."""

    id: str
    kind: str
    decision: str
    on: date
    to: tuple[str, ...]
    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class Liquidation:
    """Days of delay turned into a sum that is owed."""

    id: str
    of: str
    on: date
    days: Span
    amount: Money
    run_up: Money
    proposed: bool = False


AnyMeasure = Fine | Order | OtherMeasure | Liquidation
"""What can be appealed, paid, met or annulled on its own."""
