"""From the domain of a field to a strategy for it, so that an offer can be drawn from."""

from datetime import date
from functools import partial, singledispatch

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.days import Span
from domain.money import Money, Rate
from domain.proceeding.bounds import (
    Charged,
    Claims,
    DayAfter,
    Days,
    InCurrency,
    Lengths,
    Nothing,
    OneOf,
    Rates,
    Runs,
    Schedule,
    SomeOf,
    Spans,
    Standing,
    Sums,
    Unit,
    WholeYears,
    Words,
)
from domain.proceeding.offers import Field, Offer
from showcause.testing.values import (
    FIRST,
    WORDS,
    allegations,
    day_after,
    moneys,
    penalty_runs,
    rates,
    time_limits,
)

_LARGE = 10**13
_YEARS_BACK = 5
_YEAR = 365


@singledispatch
def values_within(domain: object) -> SearchStrategy[object]:
    """Values inside a domain; a domain of one's own is added with `values_within.register`."""
    raise TypeError(f"there is no strategy for the domain {domain!r}")


@values_within.register
def _(domain: OneOf) -> SearchStrategy[object]:
    return st.sampled_from(domain.values) if domain.values else st.nothing()


@values_within.register
def _(domain: SomeOf) -> SearchStrategy[object]:
    if len(domain.values) < domain.at_least:
        return st.nothing()
    if not domain.values:
        return st.just(())
    chosen = st.sampled_from(domain.values)
    return st.lists(chosen, min_size=domain.at_least, max_size=3, unique=True).map(tuple)


@values_within.register
def _(domain: Sums) -> SearchStrategy[object]:
    if domain.at_most is None:
        return moneys(domain.currency, at_most=_LARGE)
    if domain.at_most.minor <= 0:
        return st.nothing()
    return moneys(domain.currency, at_most=domain.at_most.minor)


@values_within.register
def _(domain: InCurrency) -> SearchStrategy[object]:
    sums = moneys(domain.currency, at_least=domain.at_least, at_most=_LARGE)
    return st.none() | sums if domain.optional else sums


@values_within.register
def _(domain: Rates) -> SearchStrategy[object]:
    most = domain.at_most
    if most.amount.minor <= 0:
        return st.none()
    amounts = moneys(most.amount.currency, at_most=most.amount.minor)
    return st.builds(Rate, amounts, st.just(most.per), st.just(most.part)) | st.none()


@values_within.register
def _(domain: Unit) -> SearchStrategy[object]:
    return st.none() | rates(domain.currency, per=domain.per)


@values_within.register
def _(domain: Runs) -> SearchStrategy[object]:
    return penalty_runs(domain.starts)


@values_within.register
def _(domain: DayAfter) -> SearchStrategy[object]:
    first = FIRST if domain.first is None else domain.first
    return st.none() | st.dates(first, day_after(first, _YEAR))


@values_within.register
def _(_domain: Nothing) -> SearchStrategy[object]:
    return st.none()


@values_within.register
def _(_domain: Standing) -> SearchStrategy[object]:
    return time_limits()


@values_within.register
def _(domain: Lengths) -> SearchStrategy[object]:
    days = domain.at_least.at_least_days()
    if domain.since is None:
        return time_limits(at_least=days)
    first = day_after(domain.since, days)
    return time_limits(at_least=days, first=first, last=day_after(first, _YEAR))


@values_within.register
def _(domain: Claims) -> SearchStrategy[object]:
    claims = [names for names, _ in domain.choices]
    return st.sampled_from([*claims, *([()] if domain.optional else [])])


@values_within.register
def _(domain: Schedule) -> SearchStrategy[object]:
    """The whole on one day, or in two parts."""
    whole = domain.total.minor
    one = st.integers(1, 60).map(lambda k: ((day_after(domain.since, k), domain.total),))
    if whole <= 1:
        return one
    first = st.integers(1, whole - 1)
    return one | st.builds(partial(_in_two, domain), first, st.integers(1, 60))


def _in_two(domain: Schedule, first: int, days: int) -> tuple[tuple[date, Money], ...]:
    part = Money(first, domain.total.currency)
    on = day_after(domain.since, days)
    return ((on, part), (day_after(on, days), domain.total - part))


@values_within.register
def _(domain: Spans) -> SearchStrategy[object]:
    free = free_stretches(domain)
    if not free:
        return st.nothing()
    return st.sampled_from(free).flatmap(_within) | st.sampled_from(free)


@values_within.register
def _(domain: Charged) -> SearchStrategy[object]:
    return allegations(domain.conducts, domain.provisions, at_least=domain.at_least)


@values_within.register
def _(domain: Days) -> SearchStrategy[object]:
    first = domain.first or FIRST
    last = domain.last or day_after(first, _YEAR)
    days = st.dates(first, last) if first <= last else st.nothing()
    return st.none() | days if domain.optional else days


@values_within.register
def _(domain: Words) -> SearchStrategy[object]:
    said = st.sampled_from([word for word in WORDS if word])
    return st.lists(said, min_size=domain.at_least, max_size=2).map(tuple)


@values_within.register
def _(domain: WholeYears) -> SearchStrategy[object]:
    return st.integers(domain.last - _YEARS_BACK, domain.last).map(lambda year: f"{year:04}")


def _within(free: Span) -> SearchStrategy[Span]:
    """Some of the days of a stretch."""
    pairs = st.tuples(*(st.dates(free.first, free.last),) * 2)
    return pairs.map(lambda pair: Span(min(pair), max(pair)))


def free_stretches(domain: Spans) -> tuple[Span, ...]:
    """The stretches of open days that nothing was taken of, in their order."""
    if domain.open_days is None:
        return ()
    free, first = [], domain.open_days.first
    for taken in sorted(domain.taken, key=lambda span: span.first):
        if first < taken.first <= domain.open_days.last:
            free.append(Span(first, day_after(taken.first, -1)))
        first = max(first, day_after(taken.last))
    if first <= domain.open_days.last:
        free.append(Span(first, domain.open_days.last))
    return tuple(free)


def values_of_field(fields: tuple[Field, ...]) -> SearchStrategy[object]:
    """Values inside every bound of one field, drawn from the narrowest."""
    narrow = min(fields, key=_width).domain
    values = _rates(narrow, fields) if isinstance(narrow, Unit) else values_within(narrow)
    return values.filter(lambda value: not any(field.domain.wrong(value) for field in fields))


def _rates(unit: Unit, fields: tuple[Field, ...]) -> SearchStrategy[object]:
    """No rate, or one in that unit and in the currency that another bound of the field names."""
    bounds = (field.domain for field in fields)
    currency = next((one.currency for one in bounds if isinstance(one, InCurrency)), "EUR")
    return st.none() | rates(currency, per=unit.per)


def _width(field: Field) -> tuple[int, int]:
    """How much a bound leaves: a limit in money first, then any, then a unit, then the currency."""
    match field.domain:
        case Sums(at_most=at_most) if at_most is not None:
            return 0, at_most.minor
        case Unit():
            return 2, 0
        case InCurrency() | Standing():
            return 3, 0
    return 1, 0


def is_empty(domain: object) -> bool:
    """Whether no value at all lies inside."""
    match domain:
        case OneOf(values=values):
            return not values
        case SomeOf(values=values, at_least=at_least):
            return len(values) < at_least
        case Sums(at_most=at_most):
            return at_most is not None and at_most.minor <= 0
        case Spans():
            return not free_stretches(domain)
        case Days():
            return domain.empty and not domain.optional
        case Claims(choices=choices, optional=optional):
            return not choices and not optional
        case Charged(conducts=conducts, provisions=provisions, at_least=at_least):
            return at_least > 0 and not (conducts and provisions)
    return False


def can_be_taken(offer: Offer) -> bool:
    """Whether each binding field of an offer leaves some value; where none is left, it is no offer.

    A field that only warns may leave none: the act is open all the same.
    """
    soft = (field.only_warns or field.source.from_memory for field in offer.fields)
    pairs = zip(offer.fields, soft, strict=True)
    return not any(is_empty(field.domain) for field, warns in pairs if not warns)


def can_be_drawn(offer: Offer) -> bool:
    """Whether a command can be drawn that breaks nothing, not even what only warns."""
    return not any(is_empty(field.domain) for field in offer.fields)
