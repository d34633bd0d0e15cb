"""Acts about penalties and amendments drawn from their offers: what their fields mean together."""

from datetime import date
from typing import cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from domain.days import Span
from domain.proceeding.acts.amendment import measure_of
from domain.proceeding.bounds import Days, Spans, Sums
from domain.proceeding.entries import Order, OtherMeasure, Penalty
from domain.proceeding.offers import Offer
from domain.proceeding.penalties import (
    accruing,
    forfeited_left,
    open_days,
    penalised_of,
    run_up_within,
)
from domain.proceeding.state import ProceedingState
from domain.proceeding.suspensions import suspended_on
from showcause.testing.domains import free_stretches, values_of_field, values_within
from showcause.testing.values import WORDS, day_after, time_limits

Drawn = dict[str, object]

_YEAR = 365


def liquidated(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """A stretch of days and, within what those days ran up, an amount."""
    covers = cast("Span", draw(values_of_field(offer.of("covers"))))
    one = penalised_of(state, offer.target)
    days = None if one is None else open_days(state, one, covers, offer.on)
    bounds = [field for field in offer.of("amount") if isinstance(field.domain, Sums)]
    if one is None or days is None or not bounds:
        return {"covers": covers}
    most = run_up_within(state, one, days, offer.on)
    if most.minor <= 0:  # less than a unit: then the stretch that ran up the most
        stretches = [free for bound in offer.of("covers") for free in _free(bound.domain)]
        covers = max(stretches, key=lambda free: run_up_within(state, one, free, offer.on))
        most = run_up_within(state, one, covers, offer.on)
    return {"covers": covers, "amount": draw(values_within(Sums(most, most.currency)))}


def _free(domain: object) -> tuple[Span, ...]:
    return free_stretches(domain) if isinstance(domain, Spans) else ()


def waived(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """All of a penalty or, where something is open, a part of that."""
    one = penalised_of(state, offer.target)
    assert one is not None, f"an offer speaks of {offer.target}, which does not exist"
    by_law = one.penalty is not None and one.penalty.by_law
    left = (forfeited_left if by_law else accruing)(state, one, offer.on)
    part = values_within(Sums(left, left.currency)) if left.minor > 0 else st.none()
    return {"amount": draw(st.none() | part), "because": draw(st.sampled_from(WORDS))}


def _new_ends(offer: Offer) -> tuple[date, date]:
    """The first and the last day that a new end may fall on, a year on at most."""
    bounds = [one.domain for one in offer.of("until") if isinstance(one.domain, Days)]
    first = max([offer.on, *(one.first for one in bounds if one.first is not None)])
    lasts = [one.last for one in bounds if one.last is not None]
    return first, min([day_after(first, _YEAR), *lasts])


def changed(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """One change of an order, a penalty or a ban, of those that it can have."""
    measure = measure_of(state, offer.target)
    later = st.dates(offer.on, day_after(offer.on, _YEAR))
    said = st.lists(st.sampled_from([word for word in WORDS if word]), min_size=1, max_size=2)
    changes = ["suspended", "revoked"]
    if suspended_on(state, offer.target, offer.on):
        changes = ["resumed", "revoked"]
    if isinstance(measure, Order):
        changes += ["content", "comply", "comply"]
    if isinstance(measure, OtherMeasure):
        changes += ["content", "until", *(["condition"] if measure.kind == "ban" else [])]
    if isinstance(measure, Order | Penalty) and measure.penalty is not None:
        changes.append("until")
    first, last = _new_ends(offer)
    if last < first:
        changes = [change for change in changes if change != "until"]
    values = {
        "content": said.map(tuple),
        "comply": time_limits(appeal_end=False),
        "until": st.dates(first, last) if first <= last else st.none(),
        "condition": st.just("the risk is not reduced"),
        "suspended": st.just(True),  # noqa: FBT003 - a value
        "resumed": st.just(True),  # noqa: FBT003 - a value
        "revoked": st.sampled_from(("from now on", "with all effect")),
    }
    change = draw(st.sampled_from(changes))
    empty: Drawn = {
        "content": (),
        "comply": None,
        "until": None,
        "condition": "",
        "suspended": False,
        "suspended_until": None,
        "resumed": False,
        "revoked": "",
    }
    drawn = empty | {change: draw(values[change])}
    if change == "suspended":
        drawn["suspended_until"] = draw(st.none() | later)
    return drawn
