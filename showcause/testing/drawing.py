"""Commands drawn from an offer: each field from its domain, and together within joint limits."""

from collections.abc import Callable, Mapping
from typing import cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.money import Money
from domain.periods import TimeLimit
from domain.proceeding.acts import ROOMS
from domain.proceeding.acts.appeal import Ruling
from domain.proceeding.bounds import Sums
from domain.proceeding.messages import Command
from domain.proceeding.offers import Offer
from domain.proceeding.rooms import Room
from domain.proceeding.standing import accruing, open_days
from domain.proceeding.state import ProceedingState, named
from domain.rulebook.rulebook import Rulebook
from showcause.testing.decisions import decisions
from showcause.testing.domains import values_of_field, values_within
from showcause.testing.values import WORDS, time_limits

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
def commands(draw: DrawFn, offer: Offer, state: ProceedingState, law: Rulebook) -> Command:
    """A command inside an offer: `decide` must accept it, without `despite`."""
    by = draw(st.sampled_from(actors(offer, state, law)))
    if offer.act == "decision":
        return draw(decisions(offer, state, law, by))
    room = ROOM_OF[offer.act]
    special = SPECIAL.get(offer.act, _nothing)(draw, offer, state)
    fields = [one for one in attrs.fields(room.command) if one.name not in COMMON]
    drawn = {
        one.name: special[one.name] if one.name in special else draw(_value(one, offer, room))
        for one in fields
    }
    make = cast("Callable[..., Command]", room.command)
    return make(on=offer.on, by=by, **drawn)


def _value(field: "attrs.Attribute[object]", offer: Offer, room: Room) -> SearchStrategy[object]:
    """What a field may hold: the target, a value of its domain, or anything of its type."""
    if field.name == room.target and offer.target:
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


def _appealed(draw: DrawFn, offer: Offer, _state: ProceedingState) -> Drawn:
    """The act itself, or it with some of its measures; what is named first is the target."""
    others = draw(values_of_field(offer.of("against")))
    assert isinstance(others, tuple)
    return {"against": (offer.target, *(one for one in others if one != offer.target))}


def _judged(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """A ruling on each of some of the things under appeal."""
    appeal = named(state.appeals, offer.target)
    assert appeal is not None, f"an offer speaks of {offer.target}, which does not exist"
    parts = [m.id for m in state.measures() if state.decision_of(m.id) in appeal.against]
    ids = list(dict.fromkeys((*appeal.against, *parts)))
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    sums = {one.id: one.amount for one in state.sums() if one.id not in state.annulled}
    drawn = [draw(_rulings(one, sums.get(one))) for one in chosen]
    annulled = {ruling.of for ruling in drawn if ruling.result == "annulled"}
    kept = (r for r in drawn if r.of in annulled or not annulled & _under(state, r.of))
    return {"outcome": tuple(kept)}


def _under(state: ProceedingState, of: str) -> set[str]:
    """What a thing falls with: the decision it is of and, for a liquidation, its order's too."""
    liquidation = named(state.liquidations, of)
    order = of if liquidation is None else liquidation.of
    return {order, state.decision_of(of), state.decision_of(order)} - {of}


def _rulings(of: str, amount: Money | None) -> SearchStrategy[Ruling]:
    """Upheld, annulled or, where it is a sum, varied to another one that is not higher."""
    plain = st.builds(Ruling, of=st.just(of), result=st.sampled_from(("upheld", "annulled")))
    if amount is None:
        return plain
    sums = values_within(Sums(amount, amount.currency))
    return plain | st.builds(
        Ruling,
        of=st.just(of),
        result=st.just("varied"),
        amount=cast("SearchStrategy[Money | None]", sums),
    )


def _liquidated(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """A stretch of days and, within what those days ran up, an amount."""
    covers = draw(values_of_field(offer.of("covers")))
    order = named(state.orders, offer.target)
    days = None if order is None else open_days(state, order, covers, offer.on)  # type: ignore[arg-type]
    bounds = [field for field in offer.of("amount") if isinstance(field.domain, Sums)]
    if order is None or order.penalty is None or days is None or not bounds:
        return {"covers": covers}
    most = order.penalty.rate.amount * days.days
    if order.penalty.at_most is not None:
        most = most.lower(accruing(state, order, offer.on))
    return {"covers": covers, "amount": draw(values_within(Sums(most, most.currency)))}


SPECIAL: Mapping[str, Special] = {
    "notification": _to_whom,
    "appeal": _appealed,
    "judgment": _judged,
    "liquidation": _liquidated,
    "liquidation proposal": _liquidated,
}
"""What the fields of these acts mean together, beyond the bounds of each."""
