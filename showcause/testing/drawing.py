"""Commands drawn from an offer: each field from its domain, and together within joint limits."""

from collections.abc import Callable, Mapping
from typing import cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.periods import TimeLimit
from domain.proceeding.acts import ROOMS
from domain.proceeding.bounds import Claims
from domain.proceeding.entries import Conduct, Party, Proposed
from domain.proceeding.messages import Command
from domain.proceeding.offers import Offer
from domain.proceeding.rooms import Room
from domain.proceeding.state import ProceedingState
from domain.rulebook.closed_words import WAIVABLE
from domain.rulebook.rulebook import Rulebook
from showcause.testing.appealing import (
    appealed,
    asked_to_suspend,
    judged,
    reconsidered,
    suspended,
)
from showcause.testing.decisions import decisions
from showcause.testing.domains import values_of_field, values_within
from showcause.testing.penalising import changed, liquidated, waived
from showcause.testing.values import WORDS, moneys, periods, time_limits

ROOM_OF: Mapping[str, Room] = {room.act: room for room in ROOMS}
"""The room of each kind of act."""

COMMON = frozenset(field.name for field in attrs.fields(Command))
"""What every command says; the rest is said by its own kind alone."""

Drawn = dict[str, object]
Special = Callable[[DrawFn, Offer, ProceedingState], Drawn]


def actors(offer: Offer, state: ProceedingState, law: Rulebook) -> tuple[str, ...]:
    """Who may give an offered act, by name; nobody named means the only one who can."""
    names: list[str] = []
    for name in offer.by:
        keys, party = state.with_role(name), state.party(name)
        alone = len(offer.by) == 1 and len(keys) <= 1 and party is None
        names.extend(("", *keys) if alone else keys)
        if name in law.organs or party is not None:
            names.append(name)
        if name == "anybody":
            names.extend(party.key for party in state.parties)
    return tuple(dict.fromkeys(names)) or ("",)


@st.composite
def commands(
    draw: DrawFn,
    offer: Offer,
    state: ProceedingState,
    law: Rulebook,
    wanted: frozenset[str] = frozenset(),
) -> Command:
    """A command inside an offer: `decide` must accept it, without `despite`.

    Of a decision the kinds of measure that are `wanted` are likelier than others.
    """
    by = draw(st.sampled_from(actors(offer, state, law)))
    if offer.act == "decision":
        return draw(decisions(offer, state, law, by, wanted))
    room = ROOM_OF[offer.act]
    ruling = RULING.get(offer.act)
    special = (
        SPECIAL.get(offer.act, _nothing)(draw, offer, state)
        if ruling is None
        else ruling(draw, offer, state, law)
    )
    fields = [one for one in attrs.fields(room.command) if one.name not in COMMON]
    drawn = {
        one.name: special[one.name] if one.name in special else draw(_value(one, offer, room))
        for one in fields
    }
    make = cast("Callable[..., Command]", room.command)
    return make(on=offer.on, by=by, **drawn)


def _value(field: "attrs.Attribute[object]", offer: Offer, room: Room) -> SearchStrategy[object]:
    """What a field may hold: the target, a value of its domain, or anything of its type."""
    if field.name == room.target:  # empty is a thing too: no request, or no draft
        return st.just(offer.target)
    bounds = offer.of(field.name)
    return values_of_field(bounds) if bounds else _unbounded(field)


def _unbounded(field: "attrs.Attribute[object]") -> SearchStrategy[object]:
    if field.type is str:
        return st.sampled_from(WORDS)
    if field.type is TimeLimit:
        return time_limits()
    return st.just(field.default)


def _nothing(_draw: DrawFn, _offer: Offer, _state: ProceedingState) -> Drawn:
    return {}


def _to_whom(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """A party that the act is addressed to and has not been notified yet."""
    act = state.act(offer.target)
    assert act is not None, f"an offer speaks of {offer.target}, which does not exist"
    left = [party for party in act.to if act.notified_on(party) is None]
    return {"to": draw(st.sampled_from(left + [""] * (len(act.to) == 1)))}


def _longer(draw: DrawFn, offer: Offer, _state: ProceedingState) -> Drawn:
    """More time until a day or by a period, one of the two; none where it is refused."""
    until = draw(values_of_field(offer.of("until")))
    by_period = None if until is not None else draw(periods(at_least=1))
    if not offer.of("result") or draw(st.integers(0, 3)):
        return {"until": until, "by_period": by_period, "result": "granted"}
    return {"until": None, "by_period": None, "result": "refused"}


def _wider(draw: DrawFn, _offer: Offer, state: ProceedingState) -> Drawn:
    """One more addressee, one more conduct, or both."""
    number = len(state.parties) + len(state.conducts)
    party = Party(key=f"added-{number}", role="addressee", kind="undertaking")
    conduct = Conduct(key=f"added-conduct-{number}")
    taken = draw(st.sampled_from(((1, 0), (0, 1), (1, 1))))
    return {"addressees": (party,) * taken[0], "conducts": (conduct,) * taken[1]}


def _paid(draw: DrawFn, offer: Offer, _state: ProceedingState) -> Drawn:
    """Reductions that are on offer, and then exactly what they leave; or any part of what is open.

    What a reduction wants given up is given up.
    """
    (bound,) = offer.of("claims")
    claims = draw(values_within(bound.domain))
    assert isinstance(bound.domain, Claims)
    left = dict(bound.domain.choices)
    waives = tuple(WAIVABLE)
    if isinstance(claims, tuple) and claims in left:
        return {"claims": claims, "amount": left[claims], "waives": waives}
    return {"claims": claims}


def _proposing(draw: DrawFn, _offer: Offer, state: ProceedingState) -> Drawn:
    """Charges that propose a fine for a conduct on file, one time out of three."""
    if draw(st.integers(0, 2)) or not state.conducts:
        return {}
    conduct = draw(st.sampled_from([one.key for one in state.conducts]))
    amount = draw(moneys(state.currency, at_most=10**9))
    return {"proposes": (Proposed(kind="fine", conduct=conduct, amount=amount),)}


SPECIAL: Mapping[str, Special] = {
    "charges": _proposing,
    "payment": _paid,
    "extension request": _longer,
    "extension": _longer,
    "extension of scope": _wider,
    "notification": _to_whom,
    "appeal": appealed,
    "reconsideration request": appealed,
    "suspension request": asked_to_suspend,
    "suspension": suspended,
    "liquidation": liquidated,
    "liquidation proposal": liquidated,
    "waiver": waived,
    "amendment": changed,
}
"""What the fields of these acts mean together, beyond the bounds of each."""

RULING: Mapping[str, Callable[[DrawFn, Offer, ProceedingState, Rulebook], Drawn]] = {
    "judgment": judged,
    "reconsideration": reconsidered,
}
"""The same for acts that set sums, which the law bounds."""
