"""How far a search gets: which acts, events and transitions random proceedings have reached.

Acts that were not reached are looked for: rulebooks that know them, with everybody in the file.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from domain.proceeding.acts import REGISTRATION, ROOMS
from domain.proceeding.deciding import BY_COMMAND, KINDS
from domain.proceeding.standing import stage
from domain.rulebook.rulebook import Rulebook
from showcause.testing.instances import event_classes
from showcause.testing.inventing import generated
from showcause.testing.playing import Played
from showcause.testing.proceedings import one_step_towards
from showcause.testing.rulebooks import shipped_rulebooks
from showcause.testing.values import registrations

ACTS = (REGISTRATION.act, *(room.act for room in ROOMS))
"""Every kind of act of the model."""

_EACH_ROUND = 20


@define
class Reach:
    """What was reached, and how often; a transition is a pair of what follows on one another."""

    proceedings: int = 0
    acts: Counter[str] = field(factory=Counter)
    events: Counter[str] = field(factory=Counter)
    stages: Counter[tuple[str, str]] = field(factory=Counter)
    pairs: Counter[tuple[str, str]] = field(factory=Counter)

    def add(self, played: Played) -> None:
        """Count what a proceeding went through."""
        acts = [BY_COMMAND[type(command)].act for command in played.commands]
        self.proceedings += 1
        self.acts.update(acts)
        self.pairs.update(pairwise(acts))
        self.events.update(type(recorded.event).__name__ for recorded in played.history)
        self.stages.update((a, b) for a, b in pairwise(_stages(played)) if a != b)

    @property
    def missing_acts(self) -> tuple[str, ...]:
        """The acts of the model that no proceeding has reached."""
        return tuple(act for act in ACTS if act not in self.acts)

    @property
    def missing_events(self) -> tuple[str, ...]:
        """The events of the model that no proceeding has reached."""
        names = (cls.__name__ for cls in event_classes())
        return tuple(name for name in names if name not in self.events)

    @property
    def wanted(self) -> frozenset[str]:
        """What is still to be reached, as rulebooks name it: acts and measures."""
        kinds = [KINDS[cls] for cls in event_classes() if cls.__name__ in self.missing_events]
        acts = ("decision",) if any(kind not in ACTS for kind in kinds) else ()
        return frozenset((*self.missing_acts, *kinds, *acts))

    def __str__(self) -> str:
        """The figures on one line, and what is missing."""
        said = (
            f"{self.proceedings} proceedings with {self.acts.total()} acts reached "
            f"{len(self.acts)} of {len(ACTS)} kinds of act, {len(self.events)} of "
            f"{len(event_classes())} kinds of event, {len(self.stages)} changes of stage and "
            f"{len(self.pairs)} pairs of acts that follow on one another"
        )
        missing = (*self.missing_acts, *self.missing_events)
        return f"{said}; never reached: {', '.join(missing)}" if missing else said


def _stages(played: Played) -> Iterator[str]:
    """The stage before and after each command, as of its day."""
    for command, state in zip(played.commands, played.states, strict=False):
        if state.registered:
            yield stage(state, command.on)
    yield stage(played.state, played.day)


def reach(*, rounds: int = 40, most_acts: int = 45, start: int = 0) -> Reach:
    """Play rounds of proceedings until everything was reached; the same at every run."""
    found = Reach()
    for number in range(rounds):
        _play(found, found.wanted, most_acts=most_acts, number=start + number)
        if not found.wanted:
            break
    return found


def _play(found: Reach, wanted: frozenset[str], *, most_acts: int, number: int) -> None:
    """One round; what is wanted stays the same in it, as Hypothesis draws from fixed choices."""

    @seed(number)
    @settings(
        max_examples=_EACH_ROUND,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(towards(wanted, most_acts=most_acts))
    def play(played: Played) -> None:
        found.add(played)

    play()


@st.composite
def towards(draw: DrawFn, wanted: frozenset[str], *, most_acts: int = 45) -> Played:
    """A lawful proceeding under a law that knows one of the wanted acts or measures."""
    law = draw(_laws(wanted) | generated())
    everybody, widely = draw(st.booleans()), draw(st.booleans())
    played = Played.begin(draw(registrations(everybody=everybody)), law)
    for _ in range(most_acts):
        played = draw(one_step_towards(played, wanted, widely=widely))
    return played


@st.composite
def _laws(draw: DrawFn, wanted: frozenset[str]) -> Rulebook:
    every = shipped_rulebooks()
    thing = draw(st.sampled_from(sorted(wanted - {"decision"}) or ["decision"]))
    fit = [law for law in every if law.has("acts", thing) or law.has("measures", thing)]
    return draw(st.sampled_from(fit or every))
