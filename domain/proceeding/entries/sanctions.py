"""Fines, orders with their penalties, and what else a decision takes."""

from datetime import date

from attrs import frozen

from domain.days import Span
from domain.deadlines import DelayCounting
from domain.money import Money, Part, Price, Rate
from domain.periods import Period, TimeLimit
from domain.proceeding.entries.paying import Costs


@frozen(kw_only=True)
class Maximum:
    """The most that the law allows: `floor` whatever is unknown, `ceiling` None while open.

    `open_while` says why it is open, where it is not that turnover is unknown.
    """

    floor: Money
    ceiling: Money | None
    cite: str
    because: str
    from_memory: bool = False
    open_while: str = ""


@frozen(kw_only=True)
class Fine:
    """A fine with the maximum that applied to it; `of` is the order that was disobeyed.

    `pay` is the time to pay that the decision gives, instead of the law's; `payable` says what it
    waits for before anybody has to pay: `after confirmation`.
    """

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    amount: Money
    conduct: str
    provisions: tuple[str, ...]
    maximum: Maximum | None = None
    repeat_of: date | None = None
    violations: int = 0
    of: str = ""
    liable: str = ""
    pay: TimeLimit | None = None
    rate: Price | None = None
    payable: str = ""


@frozen(kw_only=True)
class PenaltyRun:
    """How a penalty runs besides its rate, as its order words it.

    `times` multiplies the rate (four websites), `starts` names the act without which nothing runs
    (else it is the day after the due day), `from_day` and `until` are its first and last day.
    """

    times: int = 1
    times_what: str = ""
    starts: str = ""
    from_day: date | None = None
    until: date | None = None


ONCE = PenaltyRun()
"""Once, from the day after the due day, without an end."""


@frozen(kw_only=True)
class PenaltyTerms:
    """A periodic penalty as it was ordered; counting and sources are recorded with it.

    `label` is the source of the counting, `again` that of liquidating later days once more.
    `part` says whether started or whole units count. With `by_law` each unit is owed once it has
    run up, to be paid within `pay_within` (NL Awb 5:33); else nobody owes it before a liquidation.
    """

    rate: Rate
    at_most: Money | None
    counting: DelayCounting
    stops: tuple[str, ...]
    cite: str
    label: str
    again: str = ""
    once_only: bool = False
    part: Part = Part.STARTED
    run: PenaltyRun = ONCE
    by_law: bool = False
    pay_within: Period | None = None
    forfeits: str = ""

    @property
    def unit(self) -> Money:
        """What one unit of delay costs."""
        return self.rate.amount * self.run.times


@frozen(kw_only=True)
class Order:
    """An order with its period to comply, None if no text tells it, perhaps with a penalty.

    `report` is by when the addressee has to say what it did; `revoked_on` is the day on which the
    authority took the order back, with all effect where nothing that rested on it stays.
    """

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    content: tuple[str, ...]
    comply: TimeLimit | None
    penalty: PenaltyTerms | None = None
    report: TimeLimit | None = None
    under: str = ""
    liable: str = ""
    revoked_on: date | None = None
    undone: bool = False


@frozen(kw_only=True)
class Penalty:
    """A periodic penalty set apart from the order or ban that it is to enforce."""

    id: str
    of: str
    decision: str
    on: date
    to: tuple[str, ...]
    penalty: PenaltyTerms | None
    liable: str = ""
    revoked_on: date | None = None
    undone: bool = False


LASTING = ("ban", "suspension of flows")
"""The other measures that hold for a time, and that somebody can comply with."""


@frozen(kw_only=True)
class OtherMeasure:
    """A measure that carries no sum: a reprimand, a ban, a suspension of flows, a publication.

    It holds from `from_day` to `until`, both included. One under a `condition` arises only when
    that is found to be met, on `arisen_on`.
    """

    id: str
    kind: str
    decision: str
    on: date
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    under: str = ""
    from_day: date | None = None
    until: date | None = None
    condition: str = ""
    arisen_on: date | None = None
    named_for: Period | None = None
    revoked_on: date | None = None
    undone: bool = False


@frozen(kw_only=True)
class Amendment:
    """More time to comply that begins to run only when the amendment reaches somebody."""

    id: str
    of: str
    to: tuple[str, ...]
    comply: TimeLimit


@frozen(kw_only=True)
class JointMaximum:
    """The most that several penalties of one decision may run up together."""

    act: str
    of: tuple[str, ...]
    amount: Money


@frozen(kw_only=True)
class Waiver:
    """A penalty that is given up: a part of what has run up, or all of it and what may follow."""

    act: str
    of: str
    on: date
    amount: Money | None = None


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


AnyMeasure = Fine | Costs | Order | Penalty | OtherMeasure | Liquidation
"""What can be appealed, paid, met or annulled on its own."""
