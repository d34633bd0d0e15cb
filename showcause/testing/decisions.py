"""Decisions drawn from an offer: findings and fault first, then the measures that they carry."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.money import Money
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.bounds import Sums
from domain.proceeding.measures import (
    AnyMeasure,
    BanMeasure,
    Draft,
    FineMeasure,
    OrderMeasure,
    ReprimandMeasure,
)
from domain.proceeding.measuring import MeasureOffer, measure_options
from domain.proceeding.messages import Allegations
from domain.proceeding.offers import Offer
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.state import ProceedingState
from domain.rulebook.model import Power
from domain.rulebook.rulebook import Rulebook
from showcause.testing.domains import is_empty, values_of_field, values_within
from showcause.testing.values import (
    WORDS,
    allegations,
    moneys,
    provisions,
)

FAULTS = ("negligence", "negligence", "intent", "unknown", "none")
_MOST_MEASURES = 3
_OFTEN = {"fine": 5, "order": 5}
_YEAR = 365


@st.composite
def decisions(
    draw: DrawFn, offer: Offer, state: ProceedingState, law: Rulebook, by: str
) -> AdoptDecision:
    """A decision within an offer, with measures that its findings allow, within joint limits."""
    finds = draw(findings(state, law, offer))
    fault = tuple((conduct, draw(st.sampled_from(FAULTS))) for conduct, _ in finds)
    turnover = draw(turnovers(law, offer.on.year))
    case = case_of(offer, state, law, by)
    draft = Draft(finds=finds, fault=fault, turnover=turnover)
    measures = draw(drawn_measures(case, draft))
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
def drawn_measures(draw: DrawFn, case: Case, draft: Draft) -> tuple[AnyMeasure, ...]:
    """Measures out of those that are open; fines for one conduct share what is left of its cap."""
    offers = [one for one in measure_options(case, draft) if isinstance(one, MeasureOffer)]
    offers = [one for one in offers if not any(is_empty(field.domain) for field in one.fields)]
    if not offers or not draw(st.integers(0, 4)):
        return ()
    likely = [one for one in offers for _ in range(_OFTEN.get(one.kind, 1))]
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
    return FineMeasure(amount=amount, conduct=conduct)


@st.composite
def _others(draw: DrawFn, offer: MeasureOffer, case: Case) -> AnyMeasure:
    content = draw(st.lists(st.sampled_from(WORDS[:3]), min_size=1, max_size=2).map(tuple))
    if isinstance(offer.measure, ReprimandMeasure):
        return ReprimandMeasure(content=content)
    if isinstance(offer.measure, BanMeasure):
        return BanMeasure(content=content)
    drawn: dict[str, object] = {}
    for name in ("comply", "penalty"):
        bounds = tuple(field for field in offer.fields if field.name == name)
        drawn[name] = draw(values_of_field(bounds))
    cap = values_within(Sums(None, case.law.currency))
    at_most = draw(st.none() | cap) if drawn["penalty"] is not None else None
    return OrderMeasure(content=content, at_most=at_most, **drawn)  # type: ignore[arg-type]
