"""The values that a field of an act may take, and why another one lies outside."""

import re
from datetime import date, timedelta
from typing import Protocol, cast

from attrs import frozen

from domain.days import Span, in_words
from domain.money import Money, Per, Rate
from domain.periods import Period, TimeLimit
from domain.proceeding.entries import PenaltyRun
from domain.proceeding.messages import Allegations, joined
from domain.rulebook.provisions import covered

_YEAR = re.compile(r"[0-9]{4}")


class Domain(Protocol):
    """The values that a field may take; `wrong` ends the sentence that says why one is outside."""

    @property
    def limit(self) -> str:
        """The bound as text, as refusals show it."""
        ...

    def wrong(self, value: object) -> str:
        """Why the value lies outside, as the end of a sentence; empty if it lies inside."""
        ...


@frozen
class OneOf:
    """One of these words; `outside` says why another is wrong, where there is more to say."""

    values: tuple[str, ...]
    outside: str = ""

    @property
    def limit(self) -> str:
        return joined(self.values) or "nothing"

    def wrong(self, value: object) -> str:
        if value in self.values:
            return ""
        known = f"is none of: {self.limit}" if self.values else "cannot be named: there is none"
        return self.outside or known


@frozen
class SomeOf:
    """At least so many of these words."""

    values: tuple[str, ...]
    at_least: int = 1

    @property
    def limit(self) -> str:
        return joined(self.values) or "nothing"

    def wrong(self, value: object) -> str:
        chosen = value if isinstance(value, tuple) else ()
        strange = [str(one) for one in chosen if one not in self.values]
        if strange:
            known = f"which is none of: {self.limit}" if self.values else "and there is none"
            return f"names {joined(strange)}, {known}"
        if len(set(chosen)) < len(chosen):
            twice = dict.fromkeys(str(one) for one in chosen if chosen.count(one) > 1)
            return f"names {joined(tuple(twice))} more than once"
        return "" if len(chosen) >= self.at_least else f"must name at least {self.at_least}"


@frozen
class Sums:
    """A sum of money above zero and, where there is a limit, not above it."""

    at_most: Money | None
    currency: str
    says: str = "the most that is allowed"

    @property
    def limit(self) -> str:
        return "" if self.at_most is None else str(self.at_most)

    def wrong(self, value: object) -> str:
        if not isinstance(value, Money):
            return "is no sum"
        if value.currency != self.currency:
            return f"is not in {self.currency}"
        if value.minor <= 0:
            return "is not above zero"
        if self.at_most is not None and value > self.at_most:
            return f"is above {self.says}, {self.at_most}"
        return ""


@frozen
class InCurrency:
    """A sum, or a rate of one, in the currency of the rulebook; another one is impossible."""

    currency: str
    optional: bool = False
    at_least: int = 1

    @property
    def limit(self) -> str:
        return self.currency

    def wrong(self, value: object) -> str:
        if value is None and self.optional:
            return ""
        money = value.amount if isinstance(value, Rate) else value
        right = isinstance(money, Money) and money.currency == self.currency
        if right and isinstance(money, Money) and money.minor >= self.at_least:
            return ""
        least = "above zero" if self.at_least else "of zero or more"
        return f"is not a sum {least} in {self.currency}"


@frozen
class Unit:
    """No periodic penalty, or one in a unit of delay that the rulebook counts."""

    per: tuple[Per, ...]
    currency: str

    @property
    def limit(self) -> str:
        return "per " + " or ".join(per.value for per in self.per)

    def wrong(self, value: object) -> str:
        right = not isinstance(value, Rate) or value.per in self.per
        return "" if right else f"does not run {self.limit}"


@frozen
class Runs:
    """How a periodic penalty runs: at least once, from one of these acts, its days in order."""

    starts: tuple[str, ...]

    @property
    def limit(self) -> str:
        return "one or more times, its last day not before its first"

    def wrong(self, value: object) -> str:
        if not isinstance(value, PenaltyRun):
            return "does not say how it runs"
        if value.times < 1:
            return "runs less than once"
        if value.starts not in self.starts:
            return f"starts with '{value.starts}', which is none of: {joined(self.starts)}"
        return DayAfter(value.from_day).wrong(value.until)


@frozen
class DayAfter:
    """No day at all, or one that is not before another."""

    first: date | None

    @property
    def limit(self) -> str:
        return "" if self.first is None else f"from {self.first} on"

    def wrong(self, value: object) -> str:
        if value is None or self.first is None or cast("date", value) >= self.first:
            return ""
        return f"ends before it begins, on {self.first}"


@frozen
class Rates:
    """No periodic penalty, or one up to a rate in its own unit."""

    at_most: Rate

    @property
    def limit(self) -> str:
        return str(self.at_most)

    def wrong(self, value: object) -> str:
        if value is None:
            return ""
        if not isinstance(value, Rate):
            return "is no rate"
        if value.amount.currency != self.at_most.amount.currency:
            return f"is not in {self.at_most.amount.currency}"
        if value.per is not self.at_most.per:
            return f"does not run per {self.at_most.per.value}"
        if value.amount > self.at_most.amount:
            return f"is above the most that is allowed, {self.at_most}"
        return ""


@frozen
class Nothing:
    """No value at all: the law knows no such thing here."""

    says: str

    @property
    def limit(self) -> str:
        return "none"

    def wrong(self, value: object) -> str:
        return "" if value in (None, "", ()) else self.says


@frozen
class Standing:
    """A time limit that stands whatever is appealed: one that falls away then is not modelled."""

    @property
    def limit(self) -> str:
        return "a time limit without 'unless appealed'"

    def wrong(self, value: object) -> str:
        falls = isinstance(value, TimeLimit) and value.unless_appealed
        return "falls away on an appeal, which is not modelled" if falls else ""


@frozen
class Lengths:
    """A time limit that leaves at least so long; one that names a day leaves it from `since`."""

    at_least: Period
    since: date | None = None

    @property
    def limit(self) -> str:
        return str(self.at_least)

    def wrong(self, value: object) -> str:
        if not isinstance(value, TimeLimit) or (value.by is not None and self.since is None):
            return ""
        length = 0 if value.period is None else value.period.at_least_days()
        if value.by is not None and self.since is not None:
            length = (value.by - self.since).days
        enough = length >= self.at_least.at_least_days()
        return "" if enough else f"is shorter than {self.at_least}"


@frozen
class Spans:
    """A stretch of days that holds at least one of these days, and none that was taken before."""

    open_days: Span | None
    taken: tuple[Span, ...] = ()

    @property
    def limit(self) -> str:
        return "no day" if self.open_days is None else str(self.open_days)

    def wrong(self, value: object) -> str:
        if not isinstance(value, Span):
            return "is no stretch of days"
        if self.open_days is None or value.overlap(self.open_days) is None:
            return f"holds no day of delay ({self.limit})"
        twice = [span for span in self.taken if value.overlap(span) is not None]
        return f"holds days that were liquidated before, {twice[0]}" if twice else ""

    @property
    def nothing_left(self) -> bool:
        """Whether every one of the open days was taken."""
        if self.open_days is None:
            return True
        first = self.open_days.first
        # as often as there are spans, for they need not stand in the order of their days
        for span in self.taken * len(self.taken):
            if span.first <= first <= span.last:
                if self.open_days.last <= span.last:
                    return True
                first = span.last + timedelta(days=1)
        return first > self.open_days.last


@frozen
class Charged:
    """Provisions by conduct: known conducts, and instruments that the rulebook knows."""

    conducts: tuple[str, ...]
    provisions: tuple[str, ...]
    at_least: int = 1

    @property
    def limit(self) -> str:
        return f"{joined(self.provisions)} for {joined(self.conducts)}"

    def wrong(self, value: object) -> str:
        alleged: Allegations = value if isinstance(value, tuple) else ()
        conducts = [conduct for conduct, _ in alleged]
        twice = sorted({conduct for conduct in conducts if conducts.count(conduct) > 1})
        if twice:
            return f"names the conduct '{twice[0]}' twice"
        for conduct, provisions in alleged:
            if conduct not in self.conducts:
                return f"names the conduct '{conduct}', which is none of: {joined(self.conducts)}"
            if not provisions:
                return f"names no provision for {conduct}"
            for provision in provisions:
                if not covered(self.provisions, provision):
                    known = joined(self.provisions) or "nothing"
                    return f"names {provision}, which is none of: {known}"
        return "" if len(alleged) >= self.at_least else "names no conduct"


@frozen
class Days:
    """A day from the first to the last, both inside; none at all where it is `optional`."""

    first: date | None = None
    last: date | None = None
    optional: bool = False

    @property
    def limit(self) -> str:
        ends = (("from", self.first), ("until", self.last))
        said = " ".join(f"{word} {in_words(day)}" for word, day in ends if day is not None)
        return said or "a day"

    def wrong(self, value: object) -> str:
        if value is None:
            return "" if self.optional else "is not named"
        day = cast("date", value)
        if self.first is not None and day < self.first:
            return f"is before {in_words(self.first)}"
        if self.last is not None and day > self.last:
            return f"is after {in_words(self.last)}"
        return ""

    @property
    def empty(self) -> bool:
        """Whether the last day is before the first."""
        return self.first is not None and self.last is not None and self.last < self.first


@frozen
class Words:
    """Anything in words; at least one item where it must say something."""

    at_least: int = 0

    @property
    def limit(self) -> str:
        return "something" if self.at_least else ""

    def wrong(self, value: object) -> str:
        said = value if isinstance(value, tuple | str) else ()
        return "" if len(said) >= self.at_least else "says nothing"


@frozen
class Claims:
    """Reductions that can be claimed, alone or together, each with what is then left to pay."""

    choices: tuple[tuple[tuple[str, ...], Money], ...]
    optional: bool = True

    @property
    def limit(self) -> str:
        return "; ".join(f"{joined(names)}: {left}" for names, left in self.choices) or "nothing"

    def wrong(self, value: object) -> str:
        claimed = value if isinstance(value, tuple) else ()
        if not claimed:
            return "" if self.optional else f"is of nothing, and may be of: {self.limit}"
        known = any(frozenset(names) == frozenset(claimed) for names, _ in self.choices)
        once = len(frozenset(claimed)) == len(claimed)
        said = joined([str(one) for one in claimed])
        return "" if known and once else f"is of {said}, and may be of: {self.limit}"


@frozen
class Schedule:
    """Parts of a sum that add up to it, each on a day after the one before, and after a day."""

    total: Money
    since: date

    @property
    def limit(self) -> str:
        return str(self.total)

    def wrong(self, value: object) -> str:
        parts: tuple[tuple[date, Money], ...] = value if isinstance(value, tuple) else ()
        before, sum_ = self.since, Money.zero(self.total.currency)
        for on, part in parts:
            if part.currency != sum_.currency or part.minor <= 0:
                return f"hold {part}, which is no sum above zero in {sum_.currency}"
            if on <= before:
                return f"do not stand in the order of their days: {on} is not after {before}"
            before, sum_ = on, sum_ + part
        return "" if sum_ == self.total else f"add up to {sum_}, not to {self.total}"


@frozen
class WholeYears:
    """A financial year, as four digits, up to one."""

    last: int

    @property
    def limit(self) -> str:
        return f"a year up to {self.last}"

    def wrong(self, value: object) -> str:
        year = value if isinstance(value, str) and _YEAR.fullmatch(value) else ""
        return "" if year and int(year) <= self.last else f"is not {self.limit}"


def nothing_left(domain: Domain) -> bool:
    """Whether no value at all lies inside, so that there is nothing to offer."""
    match domain:
        case OneOf(values=values):
            return not values
        case SomeOf(values=values, at_least=at_least):
            return len(values) < at_least
        case Sums(at_most=at_most):
            return at_most is not None and at_most.minor <= 0
        case Spans():
            return domain.nothing_left
        case Claims(choices=choices, optional=optional):
            return not choices and not optional
        case Days():
            return domain.empty and not domain.optional
        case _:
            return False
