"""The terms of a periodic penalty: what the rulebook bounds, and what it becomes when ordered."""

import attrs

from domain.days import in_words
from domain.money import Money, Part, Per, Rate
from domain.proceeding.bounds import InCurrency, Nothing, Rates, Runs, Unit
from domain.proceeding.entries import PenaltyRun, PenaltyTerms
from domain.proceeding.limits import bounded
from domain.proceeding.measures.measure import Draft
from domain.proceeding.offers import Field
from domain.proceeding.penalties import NOTICE
from domain.proceeding.rooms import Case
from domain.proceeding.turnovers import largest
from domain.rulebook.model import PenaltyRule

PENALTY = "a periodic penalty of"


def penalty_rule(case: Case) -> PenaltyRule | None:
    """The periodic penalty that the law attaches to a measure that day, if it knows one then."""
    name = case.power.penalty
    return case.law.penalty_if_any(name, case.on) if name else None


def penalty_fields(case: Case, _draft: Draft, run: PenaltyRun, name: str) -> tuple[Field, ...]:
    """The bounds of a rate, of its own maximum, and of how it runs; `name` is the rate's field."""
    currency = case.law.currency
    money = InCurrency(currency, optional=True)
    runs = Runs(("", NOTICE))
    essential = (
        Field(name=name, domain=money, subject=PENALTY, essential=True),
        Field(name="at_most", domain=money, subject="a penalty of at most", essential=True),
        Field(name="run", domain=runs, subject="the penalty", essential=True),
    )
    rule = penalty_rule(case)
    if rule is None:
        none = Nothing(_without_basis(case))
        bare = Field(name=name, domain=none, subject=PENALTY, rule="penalty", source=case.power)
        return (*essential, bare)
    named = (attrs.evolve(found, subject=PENALTY) for found in _rates(case, rule, run, name))
    return (*essential, *named)


def _rates(case: Case, rule: PenaltyRule, run: PenaltyRun, name: str) -> tuple[Field, ...]:
    """The limits of a rate, and its units of delay where no limit already holds it to one."""
    turnover = largest(case.state, case.addressees, case.on)
    limits = bounded(rule.limits, {"rate": name}, turnover=turnover)
    limits = tuple(_shared(limit, run.times) for limit in limits)
    firm = (one.domain for one in limits if not one.unless and not one.source.from_memory)
    units = tuple(Per(word) for word in rule.per)
    if any(isinstance(domain, Rates) and (domain.at_most.per,) == units for domain in firm):
        return limits
    unit = Field(name=name, domain=Unit(units, case.law.currency), rule="rate", source=rule)
    return (unit, *limits)


def _shared(limit: Field, times: int) -> Field:
    """A limit is for the whole penalty; one that runs several times has its part each time."""
    if not isinstance(limit.domain, Rates) or times <= 1:
        return limit
    most = limit.domain.at_most
    part = Money(most.amount.minor // times, most.amount.currency)
    return attrs.evolve(limit, domain=Rates(attrs.evolve(most, amount=part)))


def _without_basis(case: Case) -> str:
    if case.power.penalty:
        return f"has no legal basis in force on {in_words(case.on)}"
    return "has no legal basis in this rulebook"


def terms_of(
    case: Case, rate: Rate | None, at_most: Money | None, run: PenaltyRun
) -> PenaltyTerms | None:
    """The penalty as ordered, with the counting that the rulebook then had.

    None where the rulebook cannot count it: without a rule for it, or in another unit of delay.
    """
    rule = penalty_rule(case)
    if rate is None or rule is None or rate.per.value not in rule.per:
        return None
    again, forfeits = rule.liquidation, rule.forfeiture
    waits = rule.starts == NOTICE and run.from_day is None
    starts = run.starts or (NOTICE if waits else "")
    return PenaltyTerms(
        rate=rate,
        at_most=at_most,
        counting=rule.counting.counting(),
        stops=rule.stops,
        cite=rule.cite,
        label=rule.counting.label,
        again="" if again is None else again.label,
        once_only=again is not None and again.repeated == "no",
        part=rate.part or Part(rule.counting.units),
        run=attrs.evolve(run, starts=starts),
        by_law=rule.crystallises == "by law",
        pay_within=None if forfeits is None else forfeits.pay_within,
        forfeits="" if forfeits is None else forfeits.label,
    )
