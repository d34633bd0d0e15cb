"""Commands that are nearly lawful: an offered one with one thing wrong, or one too early."""

from collections.abc import Callable
from typing import cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.days import Span
from domain.money import Money
from domain.periods import Period, TimeLimit, Unit
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.deciding import BY_COMMAND
from domain.proceeding.examining import offer as offer_under
from domain.proceeding.measures import AnyMeasure, FineMeasure, Measure, OrderMeasure
from domain.proceeding.messages import Command, Refusal
from domain.proceeding.offers import Offer
from domain.proceeding.rooms import NO_POWER, Case
from domain.proceeding.state import ProceedingState
from domain.rulebook.conditions import States
from domain.rulebook.rulebook import Rulebook
from showcause.testing.domains import can_be_drawn
from showcause.testing.drawing import ROOM_OF, commands
from showcause.testing.playing import Played
from showcause.testing.proceedings import offered_commands
from showcause.testing.values import day_after, provisions
from showcause.testing.wild import SHIFTS

Way = Callable[[Command, ProceedingState, Rulebook], SearchStrategy[Command] | None]
"""A way to change a command; None where it does not fit that kind of command."""


@st.composite
def twisted_commands(draw: DrawFn, played: Played) -> Command:
    """A command from any offer of the day with one thing changed; there must be an offer."""
    return draw(twisted(draw(offered_commands(played)), played.state, played.law))


@st.composite
def twisted(draw: DrawFn, command: Command, state: ProceedingState, law: Rulebook) -> Command:
    """The same command with one thing changed: who, when, how much, to whom, on what ground."""
    changes = [way(command, state, law) for way in WAYS]
    return draw(draw(st.sampled_from([change for change in changes if change is not None])))


@st.composite
def premature_commands(draw: DrawFn, played: Played) -> Command:
    """A command for an act that the law refuses that day, drawn as if it were offered.

    It is too early, too late, or of no use; every field is as it should be. Where nothing is
    refused that could be drawn, it is an offered command with one thing changed.
    """
    refused = refused_offers(played)
    if not refused:
        return draw(twisted_commands(played))
    return draw(commands(draw(st.sampled_from(refused)), played.state, played.law))


def refused_offers(played: Played) -> tuple[Offer, ...]:
    """What an offer of each refused act would be, where every field would leave some choice.

    Acts that the law does not know at all stand back behind those that it knows.
    """
    acts = [one for one in played.answers if isinstance(one, Refusal) and one.kind == "irregular"]
    made = [one for one in (_as_offer(act, played) for act in acts) if can_be_drawn(one)]
    known = tuple(one for one in made if one.source is not NO_POWER)
    return known or tuple(made)


def _as_offer(refusal: Refusal, played: Played) -> Offer:
    powers = played.law.powers(refusal.act, played.day) or (NO_POWER,)
    case = Case(
        state=played.state,
        law=played.law,
        on=played.day,
        power=powers[0],
        act=refusal.act,
        by=refusal.by if played.state.party(refusal.by) is not None else "",
        target=refusal.target,
    )
    return offer_under(case, ROOM_OF[refusal.act])


def _another_day(
    command: Command, _state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command]:
    shifts = st.sampled_from(SHIFTS)
    return shifts.map(lambda shift: attrs.evolve(command, on=day_after(command.on, shift)))


def _another_actor(
    command: Command, state: ProceedingState, law: Rulebook
) -> SearchStrategy[Command]:
    names = (*law.organs, *(party.key for party in state.parties), "nobody")
    return st.sampled_from(names).map(lambda name: attrs.evolve(command, by=name))


def _another_sum(
    command: Command, _state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command] | None:
    amount = getattr(command, "amount", None)
    if not isinstance(amount, Money):
        return None
    return _sums(amount).map(lambda money: _with(command, "amount", money))


def _other_days(
    command: Command, _state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command] | None:
    """Of a liquidation: days that are no days of delay, or were taken before."""
    covers = getattr(command, "covers", None)
    if not isinstance(covers, Span):
        return None
    earlier = Span(day_after(covers.first, -SHIFTS[-2]), covers.last)
    later = Span(day_after(command.on), day_after(command.on, SHIFTS[-2]))
    return st.sampled_from((earlier, later)).map(lambda span: _with(command, "covers", span))


def _shorter(
    command: Command, _state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command] | None:
    """Of a notice: a period so short that the law may mind, urgent or not."""
    if not isinstance(getattr(command, "comply", None), TimeLimit):
        return None
    days = TimeLimit(Period(1, Unit.DAYS), "notification")
    short = _with(command, "comply", days)
    return st.sampled_from((short, attrs.evolve(short, states=("urgent",))))


def _denied(
    command: Command, _state: ProceedingState, law: Rulebook
) -> SearchStrategy[Command] | None:
    """A judgement that the law supposes, denied."""
    powers = law.powers(BY_COMMAND[type(command)].act, command.on)
    said = [one.states for power in powers for one in power.requires if isinstance(one, States)]
    if not said:
        return None
    return st.sampled_from(said).map(lambda one: attrs.evolve(command, denies=(one,)))


def _another_ground(
    command: Command, state: ProceedingState, law: Rulebook
) -> SearchStrategy[Command] | None:
    """Of a decision: no fault, or a finding of what was perhaps never charged."""
    if not isinstance(command, AdoptDecision) or not state.conducts:
        return None
    faultless = tuple((conduct, "none") for conduct, _ in command.fault)
    found = st.tuples(st.just(state.conducts[0].key), st.tuples(_any_provision(law, command)))
    return st.just(attrs.evolve(command, fault=faultless)) | found.map(
        lambda one: attrs.evolve(command, finds=(one,))
    )


def _any_provision(law: Rulebook, command: Command) -> SearchStrategy[str]:
    return st.sampled_from(provisions(law, command.on) or ("GDPR 5",))


def _another_measure(
    command: Command, state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command] | None:
    measures: tuple[AnyMeasure, ...] = getattr(command, "measures", ())
    if not measures:
        return None
    first, *others = measures
    twice = _with(command, "measures", (first, first, *others))
    changed = _measures(first, state).map(lambda one: _with(command, "measures", (one, *others)))
    return changed | st.just(twice)


def _measures(measure: AnyMeasure, state: ProceedingState) -> SearchStrategy[Measure]:
    """The measure with another sum or rate, or for some of the addressees."""
    some = st.lists(st.sampled_from(state.addressees), min_size=1, max_size=2).map(tuple)
    for_some: SearchStrategy[Measure] = some.map(lambda to: attrs.evolve(measure, to=to))
    if isinstance(measure, FineMeasure):
        return _sums(measure.amount).map(lambda m: attrs.evolve(measure, amount=m)) | for_some
    if isinstance(measure, OrderMeasure) and measure.penalty is not None:
        rate = measure.penalty
        higher = _sums(rate.amount).map(lambda m: attrs.evolve(rate, amount=m))
        return higher.map(lambda one: attrs.evolve(measure, penalty=one)) | for_some
    return for_some


def _sums(amount: Money) -> SearchStrategy[Money]:
    """Sums that no bound lets pass, and the one just above and below."""
    return st.sampled_from(
        (
            Money(amount.minor * 1000, amount.currency),
            Money(amount.minor + 1, amount.currency),
            Money(amount.minor - 1, amount.currency),
            Money(-amount.minor, amount.currency),
            Money(0, amount.currency),
            Money(amount.minor, "USD"),
        )
    )


def _with(command: Command, name: str, value: object) -> Command:
    return cast("Callable[..., Command]", attrs.evolve)(command, **{name: value})


WAYS: tuple[Way, ...] = (
    _another_sum,
    _another_measure,
    _another_ground,
    _other_days,
    _shorter,
    _denied,
    _another_day,
    _another_actor,
)
"""Every way to change a command; the first are the rarer ones, so that they are tried as often."""
