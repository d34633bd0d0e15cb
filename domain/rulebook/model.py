"""The law as data: named rules, each a list of dated versions with their labels."""

from datetime import date
from typing import Literal

from attrs import field, frozen

from domain.calendars import EventDay, MonthsEnd, RestDayRule, TimeRule
from domain.days import Day
from domain.deadlines import DelayCounting
from domain.money import Money, Share
from domain.periods import Period
from domain.rulebook.conditions import Condition, CountedBy, Limit
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
    """Who may give an act or a measure, after what, and within which limits."""

    act: str = ""
    local: str = ""
    by: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    requires: tuple[Condition, ...] = ()
    limits: tuple[Limit, ...] = ()
    penalty: str = ""
    counted_by: CountedBy | None = None
    suspends: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    is_: tuple[str, ...] = field(default=(), metadata={"key": "is", "one_or_many": True})


@frozen(kw_only=True)
class PeriodRule(Version):
    """A period that the law itself sets: its length, what starts it, for whom it runs."""

    length: Period
    abroad: Period | None = None
    from_: tuple[str, ...] = field(default=(), metadata={"key": "from", "one_or_many": True})
    runs_for: Literal["addressee", "complainant"] = "addressee"
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

    base: Literal["worldwide"]
    of: Literal["undertaking"]
    year: Literal["before the decision"]


@frozen(kw_only=True)
class MaximumRule(Version):
    """The most that a fine for these provisions may be (GDPR 83(4) to (6) and the like)."""

    provisions: tuple[str, ...]
    fixed: Money
    share: Share | None = None
    rule: Literal["higher", "lower", "fixed"] = "fixed"
    turnover: TurnoverBase | None = None


@frozen(kw_only=True)
class JointMaximumRule(Version):
    """Sums that are capped together (GDPR 83(3))."""

    over: Literal["fines for one conduct"]
    at_most: Literal["maximum of the gravest"]


@frozen(kw_only=True)
class CountingRule(Sourced):
    """Whether the first and the last day of delay count."""

    first_day: EventDay
    last_day: EventDay

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
class PenaltyRule(Version):
    """A periodic penalty: its limits, when it starts and stops, and how days are counted."""

    attached_to: Literal["order"]
    per: Literal["day"]
    limits: tuple[Limit, ...] = ()
    requires: tuple[Condition, ...] = ()
    starts: Literal["day after the order falls due"]
    counting: CountingRule
    stops: tuple[Literal["compliance shown", "order lifted"], ...]
    crystallises: Literal["by liquidation"]
    liquidation: LiquidationRule


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
    maxima: tuple[tuple[str, tuple[MaximumRule, ...]], ...] = ()
    joint_maxima: tuple[tuple[str, tuple[JointMaximumRule, ...]], ...] = ()
    periodic_penalties: tuple[tuple[str, tuple[PenaltyRule, ...]], ...] = ()
    not_modelled: tuple[Gap, ...] = ()


SECTIONS = (
    "time_rules",
    "acts",
    "periods",
    "measures",
    "maxima",
    "joint_maxima",
    "periodic_penalties",
)
"""The sections whose entries are dated rules, in the order in which pages show them."""

ADDING_SECTIONS = frozenset({"acts", "measures"})
"""In these a rule of the same name adds to its parent's; elsewhere it must say `replaces`."""
