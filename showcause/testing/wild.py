"""Commands of any kind and content: by anybody, on any day, about anything or nothing."""

from datetime import date

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from domain.proceeding.deciding import BY_COMMAND
from domain.proceeding.messages import Command
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from showcause.testing.instances import Leaves, instances, leaves
from showcause.testing.values import day_after, days, provisions

WRONG = ("nobody", "no such thing", "", "9999", "GDPR 999", "part", "whole", "met", "upheld")
"""Words that hit nothing, and those that fields with a fixed set of words take."""

SHIFTS = (-400, -1, 1, 30, 400)
"""Days by which a command is given too early or too late."""


@st.composite
def wild_commands(
    draw: DrawFn, state: ProceedingState, law: Rulebook, on: date, kind: type[Command] | None = None
) -> Command:
    """A command of one kind, or of any, with words of this proceeding and of none, on about a day.

    Nothing holds it to the law, so that most are refused; a few are not.
    """
    command = kind or draw(st.sampled_from(tuple(BY_COMMAND)))
    found = draw(instances(command, _words_of(state, law, on)))
    days_near = (on, on, on, on, *(day_after(on, shift) for shift in SHIFTS))
    actors = ("", "", *law.organs, *(party.key for party in state.parties), found.by)
    return attrs.evolve(
        found,
        on=draw(st.sampled_from(days_near)),
        by=draw(st.sampled_from(actors)),
        id=draw(st.sampled_from(("", "", "", found.id))),
        despite=(),
        denies=(),
    )


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
