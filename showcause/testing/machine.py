"""The machine that takes whole proceedings to an end, by acts that the law offers and by others.

It is meant to be subclassed: with a law of one's own, an invariant of one's own, or both.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

import attrs
from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import DataObject, SearchStrategy

from domain.errors import CalendarRangeError
from domain.proceeding.deciding import BY_COMMAND, decide
from domain.proceeding.messages import Accepted, Command, Refusal, Verdict
from domain.rulebook.rulebook import Rulebook
from projections import state_of
from showcause.testing.invariants import INVARIANTS, Check, check_all, check_refusal
from showcause.testing.membership import offering
from showcause.testing.playing import Played
from showcause.testing.proceedings import (
    later_days,
    next_edge,
    offered_commands,
    on_the_way,
    onward_commands,
)
from showcause.testing.rulebooks import rulebooks
from showcause.testing.twisting import premature_commands, twisted_commands
from showcause.testing.values import registrations
from showcause.testing.wild import wild_commands

__all__ = ["ProceedingMachine"]


class ProceedingMachine(RuleBasedStateMachine):
    """One proceeding, act by act; after each step every check must hold.

    `laws` is what the law is drawn from, `checks` what must hold (`INVARIANTS` if left alone),
    `addressees` how many there may be. A failing run is shrunk and printed as a short program.
    """

    laws: ClassVar[SearchStrategy[Rulebook]] = rulebooks()
    checks: ClassVar[Mapping[str, Check]] = INVARIANTS
    addressees: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__()
        self.played: Played | None = None
        self.sound = False
        self._checked: tuple[int, date] | None = None

    @initialize(data=st.data())
    def register(self, data: DataObject) -> None:
        """Draw a law and a proceeding to begin with."""
        law = data.draw(self.laws)
        command = data.draw(registrations(addressees=self.addressees))
        self.played = Played.begin(command, law)
        self.reached(command, decide(self.played.states[0], command, law))

    @rule(data=st.data())
    def onward(self, data: DataObject) -> None:
        """Do what leads on, a few times; where nothing does, wait until a period is over."""
        for _ in range(data.draw(st.integers(1, 4))):
            now = self.now
            if on_the_way(now):
                self.lawfully(data.draw(onward_commands(now)))
            else:
                self.played = now.on(next_edge(now))

    @rule(data=st.data())
    def act(self, data: DataObject) -> None:
        """Take an offer: law 4, a command drawn from its domain is accepted."""
        now = self.now
        if now.offers():
            self.lawfully(data.draw(offered_commands(now)))

    @rule(data=st.data())
    def wait(self, data: DataObject) -> None:
        """Let days pass, often to the edge of a period."""
        now = self.now
        self.played = now.on(data.draw(later_days(now)))

    @rule(data=st.data())
    def anything(self, data: DataObject) -> None:
        """Try any command at all; an accepted one must lie inside an offer."""
        now = self.now
        self.try_(data.draw(wild_commands(now.state, now.law, now.day)))

    @rule(data=st.data())
    def nearly(self, data: DataObject) -> None:
        """Take an offer and change one thing: too high, too late, by somebody else."""
        now = self.now
        if now.offers():
            self.try_(data.draw(twisted_commands(now) | premature_commands(now)))

    @rule(data=st.data())
    def despite(self, data: DataObject) -> None:
        """Do what is irregular all the same: it is recorded, and carries its defects."""
        now = self.now
        if not now.offers():
            return
        command = data.draw(premature_commands(now) | twisted_commands(now))
        verdict = self.decided(command)
        if isinstance(verdict, Refusal) and verdict.kind == "irregular":
            self.all_the_same(command, verdict)

    @invariant()
    def laws_hold(self) -> None:
        """Hold what was played to every check, unless nothing has changed since the last time."""
        if self.played is None:
            return
        seen = (len(self.played.history), self.played.day)
        if seen != self._checked:
            self._hold(self.played)
            self._checked = seen
        self.sound = True

    def teardown(self) -> None:
        """Play the proceeding to its end, and hold the end to every check too."""
        if self.played is None or not self.sound:
            return
        ended = self.played.ended()
        self._hold(ended)
        for act in sorted(set(ended.acts)):
            event(f"reached {act}")

    @property
    def now(self) -> Played:
        """What was played so far; from here on a rule has begun that may fail."""
        assert self.played is not None, "a rule ran before the registration"
        self.sound = False
        return self.played

    def lawfully(self, command: Command) -> None:
        """A command that must be accepted, without a defect."""
        verdict = self.decided(command)
        assert isinstance(verdict, Accepted), f"drawn from an offer, and refused: {verdict}"
        defects = [defect for one in verdict.events for defect in one.defects]
        assert not defects, f"drawn from an offer, and irregular: {defects}"
        self.enter(command, verdict)

    def try_(self, command: Command) -> None:
        """A command of which nothing is known; law 4, the other way round, and law 3."""
        before = self.now
        verdict = self.decided(command)
        if isinstance(verdict, Refusal):
            check_refusal(verdict)
            assert state_of(before.history) == before.state, "a refusal changed the state"
            return
        missing = f"accepted, and inside no offer: {command}"
        assert offering(before.state, before.law, command) is not None, missing
        self.enter(command, verdict)

    def all_the_same(self, command: Command, refusal: Refusal) -> None:
        """The refused command with every broken rule named."""
        rules = dict.fromkeys(defect.rule for defect in refusal.defects)
        insisting = attrs.evolve(command, despite=tuple((one, "it was so") for one in rules))
        verdict = self.decided(insisting)
        assert isinstance(verdict, Accepted), f"every defect is named, and refused: {verdict}"
        carried = [attrs.evolve(d, why="") for one in verdict.events for d in one.defects]
        lost = [defect for defect in refusal.defects if defect not in carried]
        assert not lost, f"no event carries the defect: {lost}"
        assert len(carried) == len(refusal.defects), f"{carried}, not {refusal.defects}"
        self.enter(insisting, verdict)

    def decided(self, command: Command) -> Verdict:
        """The verdict, the same each time it is asked for (law 2)."""
        now = self.now
        try:
            verdict = decide(now.state, command, now.law)
        except CalendarRangeError:
            # a day beyond the calendar's years is an error and no refusal: nobody knows the law
            return Accepted(events=())
        assert decide(now.state, command, now.law) == verdict, f"decided twice: {command}"
        return verdict

    def enter(self, command: Command, accepted: Accepted) -> None:
        """Record what was accepted; nothing is recorded of what no calendar reaches."""
        if accepted.events:
            self.played = self.now.with_accepted(command, accepted)
            self.reached(command, accepted)

    def reached(self, command: Command, verdict: Verdict) -> None:
        """Called for each act that was recorded; a subclass can count what it reaches."""
        assert isinstance(verdict, Accepted), f"{command} was not recorded"
        assert type(command) in BY_COMMAND, f"{command} has no room"

    def _hold(self, played: Played) -> None:
        check_all(played.history, played.state, played.law, played.day, self.checks)
