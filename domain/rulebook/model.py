"""The law as data: named rules, each a list of dated versions with their labels."""

from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from domain.calendars import EventDay, MonthsEnd, RestDayRule, TimeRule
from domain.days import Day
from domain.deadlines import DelayCounting
from domain.money import Money, Price, Rounding, Share
from domain.periods import Period
from domain.rulebook.conditions import Condition, CountedBy, InProcedure, Limit, PartyIs
from domain.rulebook.labels import Sourced


@frozen(kw_only=True)
class Version(Sourced):
    """One version of a rule, complete in itself, in force from `since` to `until` inclusive."""

    since: Day
    until: date | None = None
    replaces: str = ""
    note: str = field(default="", metadata={"prose": True})
    rulebook: str = field(default="", metadata={"read": False})
    name: str = field(default="", metadata={"read": False})

    def possible(self, on: date) -> bool:
        """Whether it may be in force that day."""
        begun = self.since.earliest is None or self.since.earliest <= on
        return begun and (self.until is None or on <= self.until)

    def certain(self, on: date) -> bool:
        """Whether it had certainly entered into force by that day."""
        return self.since.latest is not None and self.since.latest <= on

    def presumed(self, on: date) -> bool:
        """Whether that it was in force so early is only presumed: known to be so later."""
        return self.since.latest is not None and on < self.since.latest


@frozen(kw_only=True)
class Power(Version):
    """Who may give an act or a measure, after what, and within which limits.

    `when` says in which procedure alone it is there; `may` lists the measures that a decision may
    then take, none listed meaning any.
    """

    act: str = ""
    when: InProcedure | None = None
    may: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    publication: Literal["never"] | None = None
    local: str = ""
    by: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    requires: tuple[Condition, ...] = ()
    limits: tuple[Limit, ...] = ()
    penalty: str = ""
    under: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    counted_by: CountedBy | None = None
    suspends: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    against: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    to: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    payable: Literal["after confirmation"] | None = None
    is_: tuple[str, ...] = field(default=(), metadata={"key": "is", "one_or_many": True})

    @property
    def scope(self) -> str:
        """What an appeal under it is against: an `act` of the authority, a `judgment`, `silence`.

        Powers of different scope never add to one another: other conditions, other courts.
        """
        return next((one for one in ("judgment", "silence") if one in self.against), "act")


@frozen(kw_only=True)
class PeriodEnd:
    """What time alone does: what silence is taken for, and what it closes."""

    silence: str = ""
    closes: Literal["proceeding"] | None = None


@frozen(kw_only=True)
class PeriodRule(Version):
    """A period that the law itself sets: its length, what starts it, for whom it runs.

    It runs from an act, or from its notification or publication; one `before` an act is the time
    that must be left between its announcement and it. `extended_by` says who can give more time:
    left out, the authority can where the period leaves time to answer it, and nobody otherwise.
    """

    length: Period
    abroad: Period | None = None
    from_: tuple[str, ...] = field(default=(), metadata={"key": "from", "one_or_many": True})
    before: str = ""
    runs_for: Literal["addressee", "complainant", "authority", "other authority", "board"] = (
        "addressee"
    )
    when: InProcedure | None = None
    when_it_ends: PeriodEnd | None = None
    extended_by: Literal["authority", "agreement", "nobody"] | None = None
    time_rule: str = ""
    answered_by: str = ""


@frozen(kw_only=True)
class TimeRuleVersion(Version):
    """How periods are counted and where they end."""

    day_of_event: EventDay
    months_end: MonthsEnd
    end_on_rest_day: RestDayRule
    rest_days: tuple[Literal["saturday", "sunday", "friday"], ...]

    def rule(self) -> TimeRule:
        """The form that the arithmetic of periods reads."""
        weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        rest = frozenset(weekdays.index(day) for day in self.rest_days)
        return TimeRule(
            name=self.name,
            day_of_event=self.day_of_event,
            months_end=self.months_end,
            end_on_rest_day=self.end_on_rest_day,
            rest_days=rest,
        )


@frozen(kw_only=True)
class TurnoverBase:
    """Whose turnover, of which year, a share is taken of."""

    base: Literal["worldwide", "national"]
    of: Literal["undertaking", "addressee"]
    year: Literal["before the decision"]


Choice: TypeAlias = Literal["higher", "lower", "sum", "fixed", "share"]
"""What a maximum makes of a fixed sum and a share: one of the two, both, or only one of them."""


@frozen(kw_only=True)
class MaximumException(Sourced):
    """Another choice between the sums for one kind of addressee (AI Act 99(6): the lower)."""

    party: Literal["addressee"]
    is_: str = field(metadata={"key": "is"})
    rule: Choice


@frozen(kw_only=True)
class RepeatRule(Sourced):
    """A higher share after an earlier decision on the like (DMA 30(2))."""

    share: Share
    within: Period
    of: Literal["same or similar infringement"]


@frozen(kw_only=True)
class DutyRule(Version):
    """Provisions that can be charged and found infringed though no maximum is for them.

    Nobody is fined for them (GDPR 10 and 24); a reprimand or an order can rest on them.
    """

    provisions: tuple[str, ...]


@frozen(kw_only=True)
class MaximumRule(Version):
    """The most that a fine for these provisions may be (GDPR 83(4) to (6) and the like).

    One that `applies_to` some addressees stands in place of the others; without `provisions` it is
    for whatever those are. `binds: national law` is the least that States have to allow, and no
    maximum itself (NIS2 34). `binds: unread` says that there is a maximum whose sum nobody has read
    for this rulebook. `per: violation` has no total.
    """

    provisions: tuple[str, ...] = ()
    applies_to: PartyIs | None = None
    fixed: Money | None = None
    share: Share | None = None
    rule: Choice = "fixed"
    turnover: TurnoverBase | None = None
    without_undertaking: Literal["fixed", "as an undertaking"] = "fixed"
    except_: tuple[MaximumException, ...] = field(default=(), metadata={"key": "except"})
    repeat: RepeatRule | None = None
    per: Literal["infringement", "violation"] = "infringement"
    binds: Literal["addressees", "national law", "unread"] = "addressees"


@frozen(kw_only=True)
class ExchangeRule(Version):
    """At what rate sums of another currency count (Poland: that of 28 January, PL-103)."""

    from_: str = field(metadata={"key": "from"})
    rate: Price
    rate_of: date
    rounding: Rounding = Rounding.HALF_UP


@frozen(kw_only=True)
class ReductionRule(Version):
    """A part of a sum that need not be paid, and on what terms; several of one base are added.

    `earned_by` is the act that earns it; without one, the payment that claims it does.
    """

    share: Share
    of: Literal["proposed sum", "imposed sum"]
    combine: Literal["added"] = "added"
    earned_by: str = ""
    requires: tuple[Condition, ...] = ()


@frozen(kw_only=True)
class JointMaximumRule(Version):
    """Sums that are capped together (GDPR 83(3))."""

    over: Literal["fines for one conduct"]
    at_most: Literal["maximum of the gravest"]


@frozen(kw_only=True)
class CountingRule(Sourced):
    """Whether the first and the last day of delay count, and started or only whole units.

    The order's own words on its units go before.
    """

    first_day: EventDay
    last_day: EventDay
    units: Literal["started", "whole"] = "started"

    def counting(self) -> DelayCounting:
        """The form that the arithmetic of delay reads."""
        return DelayCounting(first_day=self.first_day, last_day=self.last_day)


@frozen(kw_only=True)
class LiquidationRule(Sourced):
    """How a periodic penalty crystallises by decision."""

    by: str
    amount: Literal["rate times days or less"]
    repeated: Literal["for later days", "no"]


@frozen(kw_only=True)
class ForfeitureRule(Sourced):
    """How a periodic penalty crystallises by operation of law: within what it has to be paid."""

    pay_within: Period


UnitWord: TypeAlias = Literal["day", "week", "2 weeks", "month", "missed deadline"]
"""What a rate can be for; a missed deadline makes it a lump sum."""


@frozen(kw_only=True)
class PenaltyRule(Version):
    """A periodic penalty: its limits, when it starts and stops, and how days are counted."""

    attached_to: tuple[Literal["order", "ban"], ...] = field(metadata={"one_or_many": True})
    per: tuple[UnitWord, ...] = field(metadata={"one_or_many": True})
    limits: tuple[Limit, ...] = ()
    requires: tuple[Condition, ...] = ()
    starts: Literal["day after the order falls due", "non-compliance notice", "day it names"]
    counting: CountingRule
    stops: tuple[Literal["compliance shown", "order lifted"], ...]
    crystallises: Literal["by liquidation", "by law"]
    liquidation: LiquidationRule | None = None
    forfeiture: ForfeitureRule | None = None


@frozen(kw_only=True)
class Organ:
    """An organ of the authority, under its local name."""

    local: str


@frozen(kw_only=True)
class Gap:
    """Something that the rulebook leaves out, and what that does to an answer."""

    what: str
    cite: str = ""
    effect: str


@frozen(kw_only=True)
class RulebookFile:
    """One rulebook file as it is written; `extends` is resolved by composition."""

    rulebook: str
    format: Literal["1"] = "1"
    title: str
    extends: tuple[str, ...] = ()
    country: str = ""
    language: str = ""
    instruments: tuple[tuple[str, str], ...] = ()
    currency: str = ""
    time_rule: str = ""
    calendar: str = ""
    last_checked_on: date | None = None
    organs: tuple[tuple[str, Organ], ...] = ()
    time_rules: tuple[tuple[str, tuple[TimeRuleVersion, ...]], ...] = ()
    acts: tuple[tuple[str, tuple[Power, ...]], ...] = ()
    periods: tuple[tuple[str, tuple[PeriodRule, ...]], ...] = ()
    measures: tuple[tuple[str, tuple[Power, ...]], ...] = ()
    duties: tuple[tuple[str, tuple[DutyRule, ...]], ...] = ()
    maxima: tuple[tuple[str, tuple[MaximumRule, ...]], ...] = ()
    joint_maxima: tuple[tuple[str, tuple[JointMaximumRule, ...]], ...] = ()
    periodic_penalties: tuple[tuple[str, tuple[PenaltyRule, ...]], ...] = ()
    reductions: tuple[tuple[str, tuple[ReductionRule, ...]], ...] = ()
    exchange: tuple[tuple[str, tuple[ExchangeRule, ...]], ...] = ()
    not_modelled: tuple[Gap, ...] = ()


SECTIONS = (
    "time_rules",
    "acts",
    "periods",
    "measures",
    "duties",
    "maxima",
    "joint_maxima",
    "periodic_penalties",
    "reductions",
    "exchange",
)
"""The sections whose entries are dated rules, in the order in which pages show them."""

ADDING_SECTIONS = frozenset({"acts", "measures"})
"""In these a rule of the same name adds to its parent's; elsewhere it must say `replaces`."""
