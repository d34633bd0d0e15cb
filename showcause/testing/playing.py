"""A proceeding as it is being played: its law, its commands, the states it passed, the day."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

import attrs
from attrs import frozen

from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.reconsideration import Reconsider
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.deciding import decide, evolve, options
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.messages import Accepted, Command
from domain.proceeding.offers import Answer, Offer
from domain.proceeding.rulings import Ruling
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from showcause.testing.domains import can_be_drawn


@frozen(kw_only=True)
class Played:
    """What was played so far; `states` holds the one before each command, and the last."""

    law: Rulebook
    day: date
    commands: tuple[Command, ...] = ()
    history: tuple[RecordedEvent, ...] = ()
    states: tuple[ProceedingState, ...] = (ProceedingState(),)

    def __repr__(self) -> str:
        """The law and the commands alone, which is what it takes to play it again."""
        listed = "".join(f"\n    {command!r}," for command in self.commands)
        return f"Played under {self.law!r} until {self.day}: ({listed}\n)"

    @staticmethod
    def begin(command: RegisterProceeding, law: Rulebook) -> "Played":
        """A proceeding that was registered, and nothing more."""
        return Played(law=law, day=command.on).after(command)

    @property
    def state(self) -> ProceedingState:
        """The state after everything that was played."""
        return self.states[-1]

    @property
    def acts(self) -> tuple[str, ...]:
        """The kinds of act that were given, in their order, one for each command."""
        return tuple(type(command).__name__ for command in self.commands)

    def on(self, day: date) -> "Played":
        """The same on a later day."""
        return attrs.evolve(self, day=max(self.day, day))

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What `options` says of every act that day; asked once, however often it is drawn from."""
        return options(self.state, self.law, self.day)

    def offers(self) -> tuple[Offer, ...]:
        """What may be done that day and leaves a choice for every field."""
        return tuple(one for one in self.answers if isinstance(one, Offer) and can_be_drawn(one))

    def after(self, command: Command) -> "Played":
        """The same with a command that must be accepted."""
        verdict = decide(self.state, command, self.law)
        assert isinstance(verdict, Accepted), f"{command} was refused: {verdict}"
        return self.with_accepted(command, verdict)

    def with_accepted(self, command: Command, accepted: Accepted) -> "Played":
        """The same with a command that was decided already."""
        state, history = self.state, list(self.history)
        for event in accepted.events:
            state = evolve(state, event)
            history.append(
                RecordedEvent(
                    proceeding=state.id,
                    position=len(history) + 1,
                    event=event,
                    command_id=f"command {len(self.commands) + 1}",
                    law=self.law.digest,
                )
            )
        return attrs.evolve(
            self,
            day=max(self.day, command.on),
            commands=(*self.commands, command),
            history=tuple(history),
            states=(*self.states, state),
        )

    def ended(self) -> "Played":
        """The same played to its end: what is under appeal is upheld, and the file is closed."""
        played = self
        for command in _last_commands(self.state, self.day):
            played = played.after(command)
        return played


def _last_commands(state: ProceedingState, on: date) -> Iterator[Command]:
    """What still has to be done for a file to be closed."""
    if state.closed_on is not None:
        return
    for appeal in state.appeals:
        if appeal.decided_on is None:
            upheld = (Ruling(of=appeal.against[0], result="upheld"),)
            if appeal.kind == "appeal":
                yield GiveJudgment(on=on, on_appeal=appeal.id, outcome=upheld)
            else:
                yield Reconsider(on=on, answers=appeal.id, outcome=upheld)
    yield CloseProceeding(on=on)
