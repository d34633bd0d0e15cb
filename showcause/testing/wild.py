"""Commands of any kind and content: by the wrong organ, too high, too late, about nothing."""

from collections.abc import Callable
from datetime import date
from typing import cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.money import Money
from domain.proceeding.deciding import BY_COMMAND
from domain.proceeding.measures import AnyMeasure, FineMeasure, Measure, OrderMeasure
from domain.proceeding.messages import Command
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from showcause.testing.instances import Leaves, instances, leaves
from showcause.testing.playing import Played
from showcause.testing.proceedings import offered_commands
from showcause.testing.values import day_after, days, provisions

WRONG = ("nobody", "no such thing", "", "9999", "GDPR 999", "part", "whole", "met", "upheld")
"""Words that hit nothing, and those that fields with a fixed set of words take."""

SHIFTS = (-400, -1, 1, 400)


@st.composite
def wild_commands(
    draw: DrawFn, state: ProceedingState, law: Rulebook, on: date, kind: type[Command] | None = None
) -> Command:
    """A command of one kind, or of any, with words of this proceeding and of none, on about a day.

    Nothing holds it to the law, so that most are refused; a few are not.
    """
    command = kind or draw(st.sampled_from(tuple(BY_COMMAND)))
    found = draw(instances(command, _words_of(state, law, on)))
    day = draw(st.sampled_from((on, on, on, on, *(day_after(on, shift) for shift in SHIFTS))))
    own_id = draw(st.sampled_from(("", "", "", found.id)))
    return attrs.evolve(found, on=day, id=own_id, despite=(), denies=())


def _words_of(state: ProceedingState, law: Rulebook, on: date) -> Leaves:
    """What types are built from here: mostly names that this proceeding and this law know."""
    own = [act.id for act in state.acts]
    own += [measure.id for measure in state.measures()]
    own += [conduct.key for conduct in state.conducts]
    own += [party.key for party in state.parties]
    own += [*law.organs, *provisions(law, on), str(on.year - 1)]
    words = st.sampled_from(own) | st.sampled_from((*own, *WRONG))
    near = days(day_after(on, -SHIFTS[-1]), day_after(on, SHIFTS[-1]))
    return {**leaves(words), date: near}


@st.composite
def twisted(draw: DrawFn, command: Command, state: ProceedingState, law: Rulebook) -> Command:
    """The same command with one thing changed: who, when, how much, to whom."""
    ways = [way for way in WAYS if way(command, state, law) is not None]
    chosen = draw(st.sampled_from(ways))(command, state, law)
    assert chosen is not None, "a way that does not fit is left out above"
    return draw(chosen)


@st.composite
def twisted_commands(draw: DrawFn, played: Played) -> Command:
    """A command from any offer of the day with one thing changed; there must be an offer."""
    return draw(twisted(draw(offered_commands(played)), played.state, played.law))


Way = Callable[[Command, ProceedingState, Rulebook], SearchStrategy[Command] | None]


def _another_day(
    command: Command, _state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command]:
    shifts = st.sampled_from(SHIFTS)
    return shifts.map(lambda shift: attrs.evolve(command, on=day_after(command.on, shift)))


def _another_actor(
    command: Command, state: ProceedingState, law: Rulebook
) -> SearchStrategy[Command]:
    names = ("nobody", *law.organs, *(party.key for party in state.parties))
    return st.sampled_from(names).map(lambda name: attrs.evolve(command, by=name))


def _another_sum(
    command: Command, _state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command] | None:
    amount = getattr(command, "amount", None)
    if not isinstance(amount, Money):
        return None
    return _sums(amount).map(lambda money: _with(command, "amount", money))


def _another_measure(
    command: Command, state: ProceedingState, _law: Rulebook
) -> SearchStrategy[Command] | None:
    measures: tuple[AnyMeasure, ...] = getattr(command, "measures", ())
    if not measures:
        return None
    first, *others = measures
    return _measures(first, state).map(lambda one: _with(command, "measures", (one, *others)))


def _measures(measure: AnyMeasure, state: ProceedingState) -> SearchStrategy[Measure]:
    """The measure with another sum or rate, or for some of the addressees."""
    some = st.lists(st.sampled_from(state.addressees), min_size=1, max_size=2).map(tuple)
    for_some: SearchStrategy[Measure] = some.map(lambda to: attrs.evolve(measure, to=to))
    if isinstance(measure, FineMeasure):
        return for_some | _sums(measure.amount).map(lambda m: attrs.evolve(measure, amount=m))
    if isinstance(measure, OrderMeasure) and measure.penalty is not None:
        rate = measure.penalty
        higher = _sums(rate.amount).map(lambda m: attrs.evolve(rate, amount=m))
        return for_some | higher.map(lambda one: attrs.evolve(measure, penalty=one))
    return for_some


def _sums(amount: Money) -> SearchStrategy[Money]:
    """Sums that no bound lets pass, and the one just above and below."""
    return st.sampled_from(
        (
            Money(amount.minor + 1, amount.currency),
            Money(amount.minor - 1, amount.currency),
            Money(amount.minor * 1000, amount.currency),
            Money(-amount.minor, amount.currency),
            Money(0, amount.currency),
            Money(amount.minor, "USD"),
        )
    )


def _with(command: Command, name: str, value: object) -> Command:
    return cast("Callable[..., Command]", attrs.evolve)(command, **{name: value})


WAYS: tuple[Way, ...] = (_another_sum, _another_measure, _another_actor, _another_day)
