"""What a power may ask and bound: a closed list, each told by its first key."""

from typing import Literal

from attrs import field, frozen

from domain.money import Money, Rate, Share
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
    not_acting_as: str = ""
    main_establishment: str = ""


@frozen(kw_only=True)
class States(Sourced):
    """A judgement, made by acting unless the command denies it; an offer shows it as "if"."""

    states: str


@frozen(kw_only=True)
class Holds(Sourced):
    """What a measure needs of the charges and findings it rests on, `unless` its act says so."""

    holds: Literal["charged", "found", "fault", "nothing found"]
    unless: States | None = None


@frozen(kw_only=True)
class NotDuring(Sourced):
    """No period of that name is running: who it leaves time for may still answer."""

    not_during: str


@frozen(kw_only=True)
class InProcedure(Sourced):
    """The act is given in that procedure, or in one of those: ordinary, simplified, urgent."""

    procedure: tuple[str, ...] = field(metadata={"one_or_many": True})


@frozen(kw_only=True)
class Waives(Sourced):
    """Who acts gives that up by the act; an offer shows it as "if"."""

    waives: str


Condition = (
    After
    | NotYet
    | AfterEndOf
    | BeforeEndOf
    | NotDuring
    | StatusIs
    | NotIn
    | PartyIs
    | States
    | Holds
    | InProcedure
    | Waives
)


@frozen(kw_only=True)
class ShareOf:
    """A part of a figure that is not in the rulebook: of turnover per day, or of the fine.

    Rates of periodic penalties: LU-49, DSA 76, DMA 31. Costs: Austria, ten per cent of the fine.
    """

    share: Share
    of: Literal["average daily worldwide turnover", "the fine"]

    def __str__(self) -> str:
        """As pages write it."""
        return f"{self.share} of {self.of}"


@frozen(kw_only=True)
class Limit(Sourced):
    """Bounds of one field of an act or measure; outside them the act is irregular."""

    limit: str
    at_least: Period | None = None
    at_most: (
        Money
        | Rate
        | Period
        | Literal["maximum", "rate times days of delay", "asked"]
        | ShareOf
        | None
    ) = None
    unless: States | None = None


@frozen(kw_only=True)
class CountedBy(Sourced):
    """The time rule that governs the periods an act sets itself, with labels of its own."""

    rule: str
