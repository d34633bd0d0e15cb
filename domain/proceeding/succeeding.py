"""One party in the place of another: in everything that is addressed to it or runs for it."""

from collections.abc import Callable
from typing import TypeVar, cast

import attrs

from domain.proceeding.standing import answered_by
from domain.proceeding.state import ProceedingState, revised

A = TypeVar("A", bound=attrs.AttrsInstance)

_ADDRESSED = (
    "acts",
    "notices",
    "charges",
    "decisions",
    "fines",
    "costs",
    "orders",
    "penalties",
    "other_measures",
)


def in_the_place_of(state: ProceedingState, old: str, new: str) -> ProceedingState:
    """The state after a succession; who gave an act, or paid, stays as it was.

    The predecessor is a third party from then on. Its turnover counts for nobody any more: a
    maximum is that of whoever is fined (pl-virgin).
    """
    changed: dict[str, object] = {
        name: tuple(_moved(one, old, new) for one in getattr(state, name)) for name in _ADDRESSED
    }
    changed["acts"] = tuple(
        attrs.evolve(
            act,
            to=_replaced(act.to, old, new),
            notified=tuple((new if key == old else key, on) for key, on in act.notified),
        )
        for act in state.acts
    )
    changed["periods"] = tuple(
        attrs.evolve(one, party=new) if one.party == old else one for one in state.periods
    )
    for name in ("compliance", "appeals"):
        changed[name] = tuple(
            attrs.evolve(one, by=new) if one.by == old else one for one in getattr(state, name)
        )
    roles = {old: "third party", new: "addressee"}
    changed["parties"] = tuple(
        attrs.evolve(party, role=roles.get(party.key, party.role)) for party in state.parties
    )
    return revised(state, **changed)


def led_by(state: ProceedingState, new: str) -> ProceedingState:
    """The state after a change of lead: the other one acts from then on, and has the open periods.

    The old lead is one of the authorities concerned; what it did stays its own (GDPR 56, 60).
    """
    old = state.with_role("authority")
    roles = {**dict.fromkeys(old, "other authority"), new: "authority"}
    periods = tuple(
        attrs.evolve(one, party=new)
        if one.party in old and answered_by(state, one) is None
        else one
        for one in state.periods
    )
    parties = tuple(
        attrs.evolve(party, role=roles.get(party.key, party.role)) for party in state.parties
    )
    return revised(state, parties=parties, periods=periods)


def _moved(thing: A, old: str, new: str) -> A:
    to: tuple[str, ...] = getattr(thing, "to", ())
    evolve = cast("Callable[..., A]", attrs.evolve)
    return evolve(thing, to=_replaced(to, old, new)) if old in to else thing


def _replaced(keys: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if key == old else key for key in keys))
