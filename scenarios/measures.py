"""The measures of a decision as a file writes them; each becomes one measure of the core."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal, TypeAlias

from attrs import field, frozen

from domain.errors import NotationError, shown
from domain.money import Money, Price, Rate
from domain.periods import Period, TimeLimit
from scenarios.sums import Amount
from scenarios.words import Ident, Provision

__all__ = [
    "MEASURE_CLASSES",
    "AnyMeasureRow",
    "Ban",
    "CertificationWithdrawal",
    "Converted",
    "Costs",
    "Fine",
    "FlowSuspension",
    "MeasureRow",
    "Order",
    "Penalty",
    "PenaltyAlone",
    "PenaltyWarning",
    "Publication",
    "Refusal",
    "Reprimand",
    "Times",
    "Warning_",
]

ONE_OR_MANY: Final = {"one_or_many": True}
PROSE: Final = {"prose": True, "one_or_many": True}


@frozen(kw_only=True)
class MeasureRow:
    """What every measure may say: a name, and for whom it is if not for every addressee.

    `under` is the power that it rests on where the law has several for its kind.
    """

    measure: ClassVar[str] = ""

    id: Ident = field(default=Ident(""))
    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    under: Provision | None = None


@frozen(kw_only=True)
class Converted:
    """The sum of another currency that a fine was converted from, at a dated rate."""

    from_: Money = field(metadata={"key": "from"})
    rate: Price
    rate_of: date


@frozen(kw_only=True)
class Fine(MeasureRow):
    """A fine for a conduct, or for some provisions of one: `{faceprints: [GDPR 6]}`.

    `of` is the order that was disobeyed, `repeat_of` the day of an earlier decision on the like,
    `pay` a time to pay of its own.
    """

    measure: ClassVar[str] = "fine"

    amount: Amount
    for_: Ident | tuple[tuple[Ident, tuple[Provision, ...]], ...] = field(metadata={"key": "for"})
    parts: tuple[tuple[Provision, Money], ...] = ()
    converted: Converted | None = None
    of: str = ""
    liable: Literal["jointly"] | None = None
    pay: TimeLimit | None = None
    repeat_of: date | None = None
    violations: int = 0

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


@frozen
class Times:
    """How many times a penalty runs, and for what: 4 websites."""

    count: int
    what: str

    @staticmethod
    def parse(text: str) -> Times:
        """Read a number above zero and the things that it counts."""
        number, _, what = text.partition(" ")
        if not number.isdecimal() or int(number) < 1 or not what:
            message = f"{shown(text)} does not say how many times"
            raise NotationError(text, message, "write it like 4 websites")
        return Times(int(number), what)

    def __str__(self) -> str:
        return f"{self.count} {self.what}"


@frozen(kw_only=True)
class Penalty:
    """A periodic penalty: a rate for each unit of delay, or one sum for a missed deadline.

    It starts the day after the order falls due, or with a notice; `from` and `until` are its first
    and its last day where the text names them.
    """

    rate: Rate | None = None
    sum: Money | None = None
    at_most: Money | None = None
    times: Times | None = None
    starts: Literal["non-compliance notice"] | None = None
    from_: date | None = field(default=None, metadata={"key": "from"})
    until: date | None = None


@frozen(kw_only=True)
class Order(MeasureRow):
    """An order with its period to comply, or `unknown` where no text tells it."""

    measure: ClassVar[str] = "order"

    content: tuple[str, ...] = field(metadata=PROSE)
    comply: TimeLimit | Literal["unknown"] | None = None
    proof: TimeLimit | None = None
    report: TimeLimit | None = None
    penalty: Penalty | None = None
    liable: Literal["jointly"] | None = None


@frozen(kw_only=True)
class PenaltyAlone(MeasureRow):
    """A periodic penalty set apart from the order or ban that it enforces."""

    measure: ClassVar[str] = "penalty"

    of: str
    rate: Rate | None = None
    sum: Money | None = None
    at_most: Money | None = None
    times: Times | None = None
    starts: Literal["non-compliance notice"] | None = None
    from_: date | None = field(default=None, metadata={"key": "from"})
    until: date | None = None
    liable: Literal["jointly"] | None = None


@frozen(kw_only=True)
class PenaltyWarning(MeasureRow):
    """The announcement of a periodic penalty."""

    measure: ClassVar[str] = "penalty warning"

    of: str
    rate: Rate | None = None
    content: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class Costs(MeasureRow):
    """Costs of the proceeding, on top of the fine of the same decision that they are of."""

    measure: ClassVar[str] = "costs"

    amount: Money
    of: str = ""


@frozen(kw_only=True)
class Reprimand(MeasureRow):
    """A reprimand."""

    measure: ClassVar[str] = "reprimand"

    content: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class Ban(MeasureRow):
    """A limitation or ban of processing; one under a condition arises when that is found met."""

    measure: ClassVar[str] = "ban"

    content: tuple[str, ...] = field(metadata=PROSE)
    from_: date | None = field(default=None, metadata={"key": "from"})
    until: date | None = None
    condition: str = ""


@frozen(kw_only=True)
class Warning_(MeasureRow):  # noqa: N801 - Warning is a name of Python's own
    """A warning about processing that has not begun."""

    measure: ClassVar[str] = "warning"

    content: tuple[str, ...] = field(metadata=PROSE)


@frozen(kw_only=True)
class FlowSuspension(MeasureRow):
    """A suspension of data flows to a third country."""

    measure: ClassVar[str] = "suspension of flows"

    content: tuple[str, ...] = field(metadata=PROSE)
    from_: date | None = field(default=None, metadata={"key": "from"})
    until: date | None = None


@frozen(kw_only=True)
class CertificationWithdrawal(MeasureRow):
    """The withdrawal of a certification."""

    measure: ClassVar[str] = "certification withdrawal"

    content: tuple[str, ...] = field(metadata=PROSE)


@frozen(kw_only=True)
class Publication(MeasureRow):
    """Publication of the decision, with the name of the addressee for some time."""

    measure: ClassVar[str] = "publication"

    named_for: Period | None = None
    content: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class Refusal(MeasureRow):
    """A measure that somebody asked for is refused."""

    measure: ClassVar[str] = "refusal"

    content: tuple[str, ...] = field(metadata=PROSE)


AnyMeasureRow: TypeAlias = (
    Fine
    | Costs
    | Order
    | PenaltyAlone
    | PenaltyWarning
    | Reprimand
    | Warning_
    | Ban
    | FlowSuspension
    | CertificationWithdrawal
    | Publication
    | Refusal
)
"""Every measure that a decision can take."""

MEASURE_CLASSES: Final[dict[str, type[MeasureRow]]] = {
    cls.measure: cls
    for cls in (
        Fine,
        Costs,
        Order,
        PenaltyAlone,
        PenaltyWarning,
        Reprimand,
        Warning_,
        Ban,
        FlowSuspension,
        CertificationWithdrawal,
        Publication,
        Refusal,
    )
}
