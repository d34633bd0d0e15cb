"""What measures of a decision have in common, and what a room for one is."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar, cast

from attrs import frozen

from domain.money import Money
from domain.proceeding.messages import Allegations, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Evolution
from domain.proceeding.turnovers import established


@frozen(kw_only=True)
class Measure:
    """One measure of a decision; `to` left out means every addressee.

    `under` is the power that it rests on, where the law has several (GDPR 58(2)(c), (d), (e), (g));
    `liable` is `jointly` where those it is for are liable together.
    """

    id: str = ""
    to: tuple[str, ...] = ()
    under: str = ""
    liable: str = ""


@frozen(kw_only=True)
class Draft:
    """What a decision finds before its measures: the ground that measures stand on.

    `orders` and `bans` are its own, by their ids: it may set a penalty for them at once.
    """

    finds: Allegations
    fault: tuple[tuple[str, str], ...]
    turnover: tuple[tuple[str, Money], ...] = ()
    turnover_untold: bool = False
    denies: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    bans: tuple[str, ...] = ()

    def provisions(self, conduct: str) -> tuple[str, ...]:
        """The provisions that were found infringed by a conduct."""
        return dict(self.finds).get(conduct, ())

    def established(self, on: date) -> Money | None:
        """The turnover that the decision relies on: of the latest year that it names before it."""
        return established(self.turnover, on)


@frozen(kw_only=True)
class MeasureRoom:
    """One kind of measure: its class, its event, its offer and what it does."""

    kind: str
    measure: type[Measure]
    event: type[Event]
    fields: Callable[[Case, Draft, Measure], tuple[Field, ...]]
    samples: Callable[[Case, Draft], tuple[Measure, ...]]
    result: Callable[[Case, Draft, Measure], Event]
    evolve: Evolution


M = TypeVar("M", bound=Measure)
R = TypeVar("R")


def about(
    _measure: type[M], function: Callable[[Case, Draft, M], R]
) -> Callable[[Case, Draft, Measure], R]:
    """The same function for any measure: a decision hands a room only measures of its own."""
    return cast("Callable[[Case, Draft, Measure], R]", function)
