"""What a power may ask and bound: a closed list, each told by its first key."""

from typing import Literal

from attrs import field, frozen

from domain.money import Money, Rate
from domain.periods import Period
from domain.rulebook.labels import Sourced


@frozen(kw_only=True)
class After(Sourced):
    """Such an act stands."""

    after: str


@frozen(kw_only=True)
class NotYet(Sourced):
    """No such act stands."""

    not_yet: str


@frozen(kw_only=True)
class AfterEndOf(Sourced):
    """The period has run out for everybody it runs for, or what it leaves time for is in."""

    after_end_of: str


@frozen(kw_only=True)
class BeforeEndOf(Sourced):
    """The period has not run out for the party that acts."""

    before_end_of: str


@frozen(kw_only=True)
class StatusIs(Sourced):
    """The thing that the act is about is in that state: `status: {order: overdue}`."""

    status: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class NotIn(Sourced):
    """The proceeding is not in that stage."""

    not_in: str


@frozen(kw_only=True)
class PartyIs(Sourced):
    """What a party is that day: an undertaking, a state, a public body, a person."""

    party: Literal["addressee", "complainant"]
    is_: str = field(default="", metadata={"key": "is"})
    is_not: str = ""


@frozen(kw_only=True)
class States(Sourced):
    """A judgement, made by acting unless the command denies it; an offer shows it as "if"."""

    states: str


@frozen(kw_only=True)
class Holds(Sourced):
    """What a fine needs of the charges and findings it rests on."""

    holds: Literal["charged", "found", "fault"]


Condition = After | NotYet | AfterEndOf | BeforeEndOf | StatusIs | NotIn | PartyIs | States | Holds


@frozen(kw_only=True)
class Limit(Sourced):
    """Bounds of one field of an act or measure; outside them the act is irregular."""

    limit: str
    at_least: Period | None = None
    at_most: Money | Rate | Literal["maximum", "rate times days of delay"] | None = None
    unless: States | None = None


@frozen(kw_only=True)
class CountedBy(Sourced):
    """The time rule that governs the periods an act sets itself, with labels of its own."""

    rule: str
