"""Whole proceedings, drawn act by act from what the law offers, and played to an end."""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.errors import CalendarRangeError
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
    | {"turnover correction", "publication", "closure", "notice closure", "order closure"}
    | {"breach notification", "alert", "inspection", "extension of scope", "change of procedure"}
    | {"hearing summons", "reply", "court hearing", "extension request", "extension", "referral"}
    | {"settlement proposal", "settlement answer", "settlement withdrawal", "draft decision"}
    | {"commitment", "commitment acceptance", "mutual assistance request", "revised draft"}
    | {"mutual assistance answer", "change of lead authority", "default notice", "reopening"}
    | {"late payment owed", "anonymisation", "change of law"}
    | {"notification correction", "sum correction", "succession", "insolvency", "collection"}
)
"""Acts from which little follows, or after which little is left to happen."""

ONWARD = (
    "opening",
    "rapporteur appointment",
    "charges",
    "decision",
    "liquidation proposal",
    "liquidation",
    "notification",
)
"""The acts that lead from the first to the last; what is not notified leads nowhere."""

PLACE = {room.act: place for place, room in enumerate(ROOMS)}
"""How late in a proceeding's life an act has its place."""

_OFTEN, _REPEATED = 3, 2
_WANTED_OF_TEN, _FRESH_OF_TEN = 5, 8


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
        played = draw(one_step_further(played))
    return played.ended() if to_the_end else played


@st.composite
def one_step_towards(
    draw: DrawFn, played: Played, wanted: frozenset[str], *, widely: bool = True
) -> Played:
    """One more act: of those that are wanted, or any other; often of those new to the proceeding.

    What an act presupposes is not looked up: what is new leads `widely` to what nothing else
    needs, and `one_step_further` to what comes late in a proceeding's life.
    """
    die = draw(st.integers(0, 9))
    if die < _FRESH_OF_TEN and draw(st.booleans()):
        played = played.on(draw(later_days(played)))
    offers = played.offers() if die < _FRESH_OF_TEN else ()
    chosen = [one for one in offers if one.act in wanted] if die < _WANTED_OF_TEN else []
    if widely and not chosen:
        chosen = [one for one in offers if one.act != "closure" and _is_fresh(one, played)]
    if not chosen:
        return draw(one_step_further(played))
    acts = sorted({one.act for one in chosen})
    act = draw(st.sampled_from(acts))
    offer = draw(st.sampled_from([one for one in chosen if one.act == act]))
    return _after(played, draw(commands(offer, played.state, played.law, wanted)))


@st.composite
def one_step_further(draw: DrawFn, played: Played) -> Played:
    """The proceeding with one more act that the law offers, that day or on a later one."""
    onward = draw(st.booleans())
    if onward and not on_the_way(played):
        played = played.on(next_edge(played))
    elif not onward:
        played = played.on(draw(later_days(played)))
    if not played.offers():
        return played
    leads_on = onward and bool(on_the_way(played))
    return _after(played, draw(onward_commands(played) if leads_on else offered_commands(played)))


def _after(played: Played, command: Command) -> Played:
    """The same with a command, unless it leads beyond the years that the calendar knows."""
    try:
        return played.after(command)
    except CalendarRangeError:
        return played


@st.composite
def offered_commands(draw: DrawFn, played: Played) -> Command:
    """A command from any offer of the day; there must be one."""
    offer = draw(likely(played.offers(), played.commands))
    return draw(commands(offer, played.state, played.law))


@st.composite
def onward_commands(draw: DrawFn, played: Played) -> Command:
    """A command from an offer that leads on; there must be one."""
    offer = draw(st.sampled_from(on_the_way(played)))
    return draw(commands(offer, played.state, played.law))


def on_the_way(played: Played) -> tuple[Offer, ...]:
    """The offers that lead on: not done yet, and the last in a proceeding's life."""
    offers = [one for one in played.offers() if one.act in ONWARD and _is_fresh(one, played)]
    furthest = max((ONWARD.index(one.act) for one in offers), default=0)
    return tuple(one for one in offers if ONWARD.index(one.act) == furthest)


def _is_fresh(offer: Offer, played: Played) -> bool:
    return (ROOM_OF[offer.act].command, offer.target) not in _done(played.commands)


def _done(commands: Sequence[Command]) -> set[tuple[type[Command], str]]:
    return {(type(one), BY_COMMAND[type(one)].target_of(one)) for one in commands}


def likely(offers: Sequence[Offer], done: Sequence[Command]) -> SearchStrategy[Offer]:
    """One of the offers; what was not done yet is likelier, the later in a proceeding the more."""
    seen = _done(done)
    weighted: list[Offer] = []
    # The first of a list is drawn most, whatever its length; so the weightiest comes first.
    for offer in sorted(offers, key=lambda one: (one.act in SELDOM, -PLACE[one.act])):
        fresh = (ROOM_OF[offer.act].command, offer.target) not in seen
        weight = _OFTEN + PLACE[offer.act] if fresh else _REPEATED
        weighted.extend([offer] * (1 if offer.act in SELDOM else weight))
    return st.sampled_from(weighted)


def later_days(played: Played) -> SearchStrategy[date]:
    """The day itself, a day soon after, or one at the edge of a period that is running."""
    day = played.day
    soon = st.integers(0, 40).map(lambda count: min(day_after(day, count), max(day, LAST_DAY)))
    some = st.just(day) | soon
    coming = _edges(played)
    return some | st.sampled_from(coming) if coming else some


def next_edge(played: Played) -> date:
    """The day after the first period that is still running, or the day itself."""
    after = {day_after(period.deadline.on) for period in played.state.periods}
    return min((day for day in after if played.day < day <= LAST_DAY), default=played.day)


def _edges(played: Played) -> list[date]:
    """The last days of periods, those next to them, and how a stretch of delay begins."""
    ends = (period.deadline.on for period in played.state.periods)
    edges = {day_after(end, step) for end in ends for step in (-1, 0, 1, 2)}
    return sorted(edge for edge in edges if played.day <= edge <= LAST_DAY)
