"""The measures of a decision as a file writes them; each becomes one measure of the core."""

from __future__ import annotations

from typing import ClassVar, Final, Literal, TypeAlias

from attrs import field, frozen

from domain.money import Money, Rate
from domain.periods import TimeLimit
from scenarios.sums import Amount
from scenarios.words import Ident, Provision

__all__ = [
    "MEASURE_CLASSES",
    "AnyMeasureRow",
    "Ban",
    "Fine",
    "MeasureRow",
    "Order",
    "Penalty",
    "Reprimand",
]

ONE_OR_MANY: Final = {"one_or_many": True}
PROSE: Final = {"prose": True, "one_or_many": True}


@frozen(kw_only=True)
class MeasureRow:
    """What every measure may say: a name, and for whom it is if not for every addressee."""

    measure: ClassVar[str] = ""

    id: Ident = field(default=Ident(""))
    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Fine(MeasureRow):
    """A fine for a conduct, or for some provisions of one: `{faceprints: [GDPR 6]}`."""

    measure: ClassVar[str] = "fine"

    amount: Amount
    for_: Ident | tuple[tuple[Ident, tuple[Provision, ...]], ...] = field(metadata={"key": "for"})
    parts: tuple[tuple[Provision, Money], ...] = ()

    @property
    def conducts(self) -> tuple[Ident, ...]:
        """The conducts that it is for; more than one is a mistake that the loader notes."""
        if isinstance(self.for_, tuple):
            return tuple(conduct for conduct, _ in self.for_)
        return (self.for_,)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that it is for; none means all that were found of the conduct."""
        if isinstance(self.for_, tuple):
            return tuple(provision for _, found in self.for_ for provision in found)
        return ()


@frozen(kw_only=True)
class Penalty:
    """A periodic penalty: so much for each day of delay, perhaps up to a maximum of the order."""

    rate: Rate
    at_most: Money | None = None


@frozen(kw_only=True)
class Order(MeasureRow):
    """An order with its period to comply, or `unknown` where no text tells it."""

    measure: ClassVar[str] = "order"

    content: tuple[str, ...] = field(metadata=PROSE)
    comply: TimeLimit | Literal["unknown"]
    proof: TimeLimit | None = None
    penalty: Penalty | None = None


@frozen(kw_only=True)
class Reprimand(MeasureRow):
    """A reprimand."""

    measure: ClassVar[str] = "reprimand"

    content: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class Ban(MeasureRow):
    """A limitation or ban of processing."""

    measure: ClassVar[str] = "ban"

    content: tuple[str, ...] = field(metadata=PROSE)


AnyMeasureRow: TypeAlias = Fine | Order | Reprimand | Ban
"""Every measure that a decision can take."""

MEASURE_CLASSES: Final[dict[str, type[MeasureRow]]] = {
    cls.measure: cls for cls in (Fine, Order, Reprimand, Ban)
}
