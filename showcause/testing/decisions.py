"""Decisions drawn from an offer: findings and fault first, then the measures that they carry."""

from collections.abc import Callable
from datetime import date
from typing import cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.money import Money, Rate, Rounding
from domain.periods import TimeLimit
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.bounds import Days, Rates, Sums
from domain.proceeding.entries import ONCE, PenaltyRun
from domain.proceeding.measures import (
    AnyMeasure,
    BanMeasure,
    CostsMeasure,
    Draft,
    FineMeasure,
    OrderMeasure,
    PenaltyMeasure,
    PenaltyWarningMeasure,
)
from domain.proceeding.measures.joint import SharedMaximum
from domain.proceeding.measures.plain import LastingMeasure
from domain.proceeding.measuring import MeasureOffer, measure_options
from domain.proceeding.messages import Allegations
from domain.proceeding.offers import Field, Offer
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.state import ProceedingState
from domain.rulebook.conditions import ShareOf
from domain.rulebook.model import Power
from domain.rulebook.rulebook import Rulebook
from showcause.testing.domains import is_empty, values_of_field, values_within
from showcause.testing.values import (
    WORDS,
    allegations,
    day_after,
    moneys,
    provisions,
    rates,
    time_limits,
)

FAULTS = ("negligence", "negligence", "intent", "unknown", "none")
_MOST_MEASURES = 3
_OFTEN = {"fine": 5, "order": 7, "penalty": 5}
_MOST_OFTEN = 20
_YEAR = 365
PAY = TimeLimit.parse("within 30 days of notification")
EARLIER = date(2018, 7, 18)
"""A time to pay of a fine's own, and the day of an earlier decision on the like."""


@st.composite
def decisions(  # noqa: PLR0913, PLR0917 - an act is drawn from its offer, state, law and actor
    draw: DrawFn,
    offer: Offer,
    state: ProceedingState,
    law: Rulebook,
    by: str,
    wanted: frozenset[str] = frozenset(),
) -> AdoptDecision:
    """A decision within an offer, with measures that its findings allow, within joint limits.

    Measures of the kinds that are `wanted` are likelier than others.
    """
    finds = draw(findings(state, law, offer))
    fault = tuple((conduct, draw(st.sampled_from(FAULTS))) for conduct, _ in finds)
    turnover = draw(turnovers(law, offer.on.year))
    case = case_of(offer, state, law, by)
    draft = Draft(finds=finds, fault=fault, turnover=turnover)
    measures = draw(costs_of(draw(drawn_measures(case, draft, wanted)), case))
    measures, joint_maxima = draw(shared_maxima(measures, case))
    dismisses: Allegations = ()
    if not (finds or measures) or draw(st.booleans()):
        dismisses = draw(_dismissals(state, law, offer, finds))
    return AdoptDecision(
        on=offer.on,
        by=by,
        finds=finds,
        dismisses=dismisses,
        fault=fault,
        turnover=turnover,
        measures=measures,
        joint_maxima=joint_maxima,
    )


def case_of(offer: Offer, state: ProceedingState, law: Rulebook, by: str = "") -> Case:
    """The case that the measures of an offered decision are weighed in."""
    power = offer.source if isinstance(offer.source, Power) else NO_POWER
    return Case(state=state, law=law, on=offer.on, power=power, act=offer.act, by=by)


@st.composite
def findings(draw: DrawFn, state: ProceedingState, law: Rulebook, offer: Offer) -> Allegations:
    """Some of what was charged or, now and then, what never was; nothing at all is possible."""
    charged = [one for charges in state.charges for one in charges.alleges]
    as_charged = draw(st.integers(0, 4)) > 0
    if charged and as_charged:
        some = st.sampled_from(charged)
        chosen = st.lists(some, min_size=1, max_size=2, unique_by=_conduct)
        return draw(chosen.map(_as_allegations))
    return draw(_anything(state, law, offer, at_least=0))


def _as_allegations(listed: list[tuple[str, tuple[str, ...]]]) -> Allegations:
    return tuple(listed)


def _conduct(alleged: tuple[str, tuple[str, ...]]) -> str:
    return alleged[0]


def _anything(
    state: ProceedingState, law: Rulebook, offer: Offer, *, at_least: int
) -> SearchStrategy[Allegations]:
    conducts = tuple(conduct.key for conduct in state.conducts)
    return allegations(conducts, provisions(law, offer.on), at_least=at_least)


def _dismissals(
    state: ProceedingState, law: Rulebook, offer: Offer, finds: Allegations
) -> SearchStrategy[Allegations]:
    """Provisions that are dismissed: of conducts about which nothing is found."""
    left = tuple(c.key for c in state.conducts if c.key not in dict(finds))
    return allegations(left, provisions(law, offer.on), at_least=0 if finds or not left else 1)


@st.composite
def turnovers(draw: DrawFn, law: Rulebook, year: int) -> tuple[tuple[str, Money], ...]:
    """The turnover that a decision relies on, up to a hundred billion; most rely on none."""
    if draw(st.integers(0, 2)):
        return ()
    amount = draw(moneys(law.currency, at_most=10**13))
    return ((str(year - draw(st.integers(1, 2))), amount),)


@st.composite
def drawn_measures(
    draw: DrawFn, case: Case, draft: Draft, wanted: frozenset[str] = frozenset()
) -> tuple[AnyMeasure, ...]:
    """Measures out of those that are open; fines for one conduct share what is left of its cap."""
    offers = [one for one in measure_options(case, draft) if isinstance(one, MeasureOffer)]
    offers = [one for one in offers if not any(is_empty(field.domain) for field in one.fields)]
    if not offers or not draw(st.integers(0, 4)):
        return ()
    often = {**_OFTEN, **dict.fromkeys(wanted, _MOST_OFTEN)}
    likely = [one for one in offers for _ in range(often.get(one.kind, 1))]
    chosen = draw(st.lists(st.sampled_from(likely), min_size=1, max_size=_MOST_MEASURES))
    left: dict[str, Money] = {}
    drawn: list[AnyMeasure] = []
    for one in chosen:
        measure = draw(_fines(one, left) if one.kind == "fine" else _others(one, case))
        if measure is not None:
            drawn.append(measure)
    return tuple(drawn)


@st.composite
def _fines(draw: DrawFn, offer: MeasureOffer, left: dict[str, Money]) -> FineMeasure | None:
    """A fine within its own maximum and what earlier ones left of the joint one."""
    assert isinstance(offer.measure, FineMeasure)
    conduct = offer.measure.conduct
    joint = [limit.at_most for limit in offer.joint]
    room = left.get(conduct, min(joint) if joint else None)
    if room is not None and room.minor <= 0:
        return None
    amount = draw(values_of_field(tuple(f for f in offer.fields if f.name == "amount")))
    assert isinstance(amount, Money)
    if room is not None:
        amount = amount.lower(room)
        left[conduct] = room - amount
    pay = draw(st.sampled_from((None, None, PAY)))
    repeat_of = draw(st.sampled_from((None, None, EARLIER)))
    to = offer.measure.to
    return FineMeasure(amount=amount, conduct=conduct, to=to, pay=pay, repeat_of=repeat_of)


@st.composite
def _others(draw: DrawFn, offer: MeasureOffer, case: Case) -> AnyMeasure:
    """A measure of any other kind, each field from its own bounds, and its penalty as a whole."""
    content = draw(st.lists(st.sampled_from(WORDS[:3]), min_size=1, max_size=2).map(tuple))
    drawn: dict[str, object] = {"under": draw(_power_under(case, offer.kind))}
    for one in attrs.fields(type(offer.measure)):
        bounds = tuple(field for field in offer.fields if field.name == one.name)
        if one.name == "content":
            drawn["content"] = content
        elif isinstance(offer.measure, PenaltyWarningMeasure) and one.name == "rate":
            drawn["rate"] = draw(st.none() | rates(case.law.currency))
        elif bounds and one.name != "amount":
            drawn[one.name] = draw(values_of_field(bounds))
    if isinstance(offer.measure, OrderMeasure):
        limits = time_limits(falling=True)
        comply = tuple(field for field in offer.fields if field.name == "comply")
        drawn["comply"] = draw(values_of_field(comply) if comply else limits)
        drawn["report"] = draw(st.none() | limits)
    elif isinstance(offer.measure, LastingMeasure):
        drawn |= draw(_lasting(offer, case))
    elif isinstance(offer.measure, CostsMeasure):
        drawn["amount"] = draw(values_of_field(_named(offer, "amount")))
    _within_its_limit(drawn, offer)
    make = cast("Callable[..., AnyMeasure]", type(offer.measure))
    said = {one.name: getattr(offer.measure, one.name) for one in attrs.fields(type(offer.measure))}
    return make(**said | drawn)


def _named(offer: MeasureOffer, name: str) -> tuple[Field, ...]:
    return tuple(field for field in offer.fields if field.name == name)


def _power_under(case: Case, kind: str) -> SearchStrategy[str]:
    """None, or one of the powers of GDPR 58(2) that the law has for that kind of measure."""
    powers = case.law.measures(kind, case.on)
    return st.sampled_from(("", *(powers[0].under if powers else ())))


@st.composite
def _lasting(draw: DrawFn, offer: MeasureOffer, case: Case) -> dict[str, object]:
    """The first and the last day of a ban, and now and then a condition under which it arises.

    Where the decision bounds how long it may last, it has a last day within that.
    """
    bounds = (one.domain for one in _named(offer, "until"))
    ends = [one.last for one in bounds if isinstance(one, Days) and one.last is not None]
    year = day_after(case.on, _YEAR)
    first = draw(st.none() | st.dates(case.on, min([year, *ends])))
    begins = case.on if first is None else first
    last = draw(st.dates(begins, min(ends)) if ends else st.none() | st.dates(begins, year))
    drawn: dict[str, object] = {"from_day": first, "until": last}
    if isinstance(offer.measure, BanMeasure):
        drawn["condition"] = draw(st.sampled_from(("", "", "", "the risk is not reduced")))
    return drawn


def _within_its_limit(drawn: dict[str, object], offer: MeasureOffer) -> None:
    """A penalty runs as often as its limit leaves room for; without a rate it does not run."""
    name = "rate" if isinstance(offer.measure, PenaltyMeasure) else "penalty"
    rate, run = drawn.get(name), drawn.get("run")
    if not isinstance(run, PenaltyRun):
        return
    if not isinstance(rate, Rate):
        drawn |= {"run": ONCE, "at_most": None}
        return
    limits = [one.domain for one in _named(offer, name)]
    rooms = [
        one.at_most.amount.minor // rate.amount.minor for one in limits if isinstance(one, Rates)
    ]
    drawn["run"] = attrs.evolve(run, times=min([run.times, *rooms]))


@st.composite
def costs_of(draw: DrawFn, measures: tuple[AnyMeasure, ...], case: Case) -> tuple[AnyMeasure, ...]:
    """The measures, and now and then costs that go with a fine, within the share of it."""
    limits = [one.at_most for rule in case.law.measures("costs", case.on) for one in rule.limits]
    shares = [one.share for one in limits if isinstance(one, ShareOf)]
    fines = [place for place, one in enumerate(measures) if isinstance(one, FineMeasure)]
    costs = [place for place, one in enumerate(measures) if isinstance(one, CostsMeasure)]
    if not fines or not costs or draw(st.booleans()):
        return measures
    fine, one = measures[fines[0]], measures[costs[0]]
    assert isinstance(fine, FineMeasure)
    assert isinstance(one, CostsMeasure)
    most = min([fine.amount, *(fine.amount.share(share, Rounding.DOWN) for share in shares)])
    if most.minor <= 0:
        return measures
    name = f"fine-with-costs-{len(case.state.known_ids())}"
    amount = draw(values_within(Sums(most, most.currency)))
    changed: dict[int, AnyMeasure] = {
        fines[0]: attrs.evolve(fine, id=name),
        costs[0]: attrs.evolve(one, of=name, amount=cast("Money", amount)),
    }
    return tuple(changed.get(place, one) for place, one in enumerate(measures))


@st.composite
def shared_maxima(
    draw: DrawFn, measures: tuple[AnyMeasure, ...], case: Case
) -> tuple[tuple[AnyMeasure, ...], tuple[SharedMaximum, ...]]:
    """The measures, and now and then a maximum that two or more of their penalties share."""
    running = [
        place
        for place, one in enumerate(measures)
        if isinstance(one, PenaltyMeasure) or getattr(one, "penalty", None) is not None
    ]
    if len(running) < 2 or draw(st.booleans()):  # noqa: PLR2004 - two to share it
        return measures, ()
    taken = len(case.state.known_ids())
    named = tuple(
        attrs.evolve(one, id=f"shared-{taken}-{place}") if place in running else one
        for place, one in enumerate(measures)
    )
    amount = draw(values_within(Sums(None, case.law.currency)))
    of = tuple(named[place].id for place in running)
    return named, (SharedMaximum(of=of, amount=cast("Money", amount)),)
