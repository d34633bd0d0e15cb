"""What a proceeding keeps of its events: one class of entry for each kind of thing on file."""

from datetime import date

from attrs import frozen

from domain.days import Span
from domain.deadlines import Deadline, DelayCounting
from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.messages import Allegations


@frozen(kw_only=True)
class Party:
    """A party under its key; names are kept outside the log. `establishment` is in the Union."""

    key: str
    role: str
    kind: str = ""
    country: str = ""
    main_establishment: str = ""


@frozen(kw_only=True)
class Conduct:
    """What Art. 83(3) ties together: the same or linked processing."""

    key: str
    what: str = ""


@frozen(kw_only=True)
class Act:
    """An act as it stands in the file, with the days on which it became known."""

    id: str
    kind: str
    on: date
    by: str
    to: tuple[str, ...] = ()
    about: str = ""
    defective: bool = False
    notified: tuple[tuple[str, date], ...] = ()
    published_on: date | None = None

    def notified_on(self, party: str) -> date | None:
        """The day on which it was notified to that party."""
        return dict(self.notified).get(party)


@frozen(kw_only=True)
class RunningPeriod:
    """A period that was started for a party: what it is of, and when it ends, with its steps."""

    name: str
    of: str
    party: str
    since: date
    deadline: Deadline
    cite: str
    answered_by: str = ""


@frozen(kw_only=True)
class Notice:
    """A formal notice and how it ended."""

    id: str
    to: tuple[str, ...]
    alleges: Allegations
    comply: TimeLimit
    closed_on: date | None = None


@frozen(kw_only=True)
class Charges:
    """What somebody is charged with."""

    id: str
    to: tuple[str, ...]
    alleges: Allegations


@frozen(kw_only=True)
class Decision:
    """A decision: what it finds and what it dismisses. Fault is by conduct."""

    id: str
    on: date
    to: tuple[str, ...]
    finds: Allegations
    dismisses: Allegations
    fault: tuple[tuple[str, str], ...]


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
class Compliance:
    """What was shown by an addressee, or found by the authority for all, about a duty."""

    act: str
    of: str
    by: str
    on: date
    result: str
    shown: bool


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


@frozen(kw_only=True)
class Turnover:
    """A worldwide turnover that an act established; a correction counts from its own day."""

    party: str
    year: str
    amount: Money
    on: date


@frozen(kw_only=True)
class Appeal:
    """An appeal, what it is against, and what it suspends until it is decided."""

    id: str
    by: str
    on: date
    against: tuple[str, ...]
    suspends: tuple[str, ...] = ()
    decided_on: date | None = None


@frozen(kw_only=True)
class Outcome:
    """What a judgment made of a measure; `amount` is None unless it set a sum."""

    of: str
    on: date
    result: str
    act: str
    amount: Money | None = None
    because: str = ""


@frozen(kw_only=True)
class Payment:
    """A payment and what it is for."""

    act: str
    of: str
    on: date
    amount: Money


AnyMeasure = Fine | Order | OtherMeasure | Liquidation
"""What can be appealed, paid, met or annulled on its own."""
