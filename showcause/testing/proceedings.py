"""Whole proceedings, drawn act by act from what the law offers, and played to an end."""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.proceeding.acts import ROOMS
from domain.proceeding.deciding import BY_COMMAND
from domain.proceeding.messages import Command
from domain.proceeding.offers import Offer
from domain.rulebook.rulebook import Rulebook
from showcause.testing.drawing import ROOM_OF, commands
from showcause.testing.playing import Played
from showcause.testing.values import LAST_DAY, day_after, registrations

SELDOM = frozenset(
    {"note", "complaint", "information request", "information", "warning", "turnover"}
    | {"turnover correction", "publication", "closure"}
)
"""Acts from which little follows, or after which little is left to happen."""

PLACE = {room.act: place for place, room in enumerate(ROOMS)}
"""How late in a proceeding's life an act has its place."""

_OFTEN, _REPEATED = 3, 2


@st.composite
def proceedings(
    draw: DrawFn,
    law: Rulebook,
    *,
    most_acts: int = 25,
    addressees: int = 2,
    to_the_end: bool = True,
) -> Played:
    """A lawful proceeding of up to so many acts, and, unless told otherwise, closed at its end."""
    played = Played.begin(draw(registrations(addressees=addressees)), law)
    for _ in range(draw(st.integers(0, most_acts))):
        played = played.on(draw(later_days(played)))
        offers = played.offers()
        if not offers:
            break
        offer = draw(likely(offers, played.commands))
        played = played.after(draw(commands(offer, played.state, law)))
    return played.ended() if to_the_end else played


def likely(offers: Sequence[Offer], done: Sequence[Command]) -> SearchStrategy[Offer]:
    """One of the offers; what was not done yet is likelier, the later in a proceeding the more."""
    seen = {(type(one), BY_COMMAND[type(one)].target_of(one)) for one in done}
    weighted: list[Offer] = []
    for offer in offers:
        fresh = (ROOM_OF[offer.act].command, offer.target) not in seen
        weight = _OFTEN + PLACE[offer.act] if fresh else _REPEATED
        weighted.extend([offer] * (1 if offer.act in SELDOM else weight))
    return st.sampled_from(weighted)


def later_days(played: Played) -> SearchStrategy[date]:
    """The day itself, a day soon after, or one at the edge of a period that is running."""
    day = played.day
    ends = (period.deadline.on for period in played.state.periods)
    edges = sorted({day_after(end, step) for end in ends for step in (-1, 0, 1, 2)})
    coming = [edge for edge in edges if day <= edge <= LAST_DAY]
    soon = st.integers(0, 40).map(lambda count: min(day_after(day, count), max(day, LAST_DAY)))
    some = st.just(day) | soon
    return some | st.sampled_from(coming) if coming else some
