"""What a play leaves: for each reading its events, the states after them, and each row's fate."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from domain.proceeding.envelope import Commit, RecordedEvent
from domain.proceeding.messages import Defect, Refusal
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from scenarios.planning import Moment, ReadingName

__all__ = ["Reading", "Slice", "Step"]


@frozen(kw_only=True)
class Step:
    """What became of one moment of a row; `row` counts from 0.

    `refusal` is None if it was recorded; `since` and `through` are how many events there are before
    and after it. A row that should fail and was accepted is `wrongly_accepted`: nothing of it is
    recorded.
    """

    row: int
    moment: Moment
    party: str
    on: date
    command_id: str
    since: int
    through: int
    refusal: Refusal | None = None
    warnings: tuple[Defect, ...] = ()
    assumed: bool = False
    wrongly_accepted: bool = False


@frozen(kw_only=True)
class Slice:
    """The events of a reading up to a point, and the day to look at them from."""

    events: tuple[RecordedEvent, ...]
    state: ProceedingState
    on: date
    law: Rulebook


@frozen(kw_only=True)
class Reading:
    """One way in which the days of a file can be: all at their earliest, or all at their latest.

    `states[k]` is the state after `k` events, so that to step back or to branch costs nothing.
    """

    name: ReadingName
    law: Rulebook
    history: tuple[RecordedEvent, ...]
    states: tuple[ProceedingState, ...]
    commits: tuple[Commit, ...]
    steps: tuple[Step, ...]

    def until(self, day: date) -> tuple[RecordedEvent, ...]:
        """The events up to the end of a day."""
        return tuple(recorded for recorded in self.history if recorded.on <= day)

    def as_of(self, day: date) -> Slice:
        """What is known at the end of a day."""
        events = self.until(day)
        return Slice(events=events, state=self.states[len(events)], on=day, law=self.law)

    def after(self, step: Step) -> Slice:
        """What is known right after a step, on its day."""
        return self._slice(step.through, step.on)

    def before(self, step: Step) -> Slice:
        """What is known right before a step, on its day."""
        return self._slice(step.since, step.on)

    def _slice(self, events: int, on: date) -> Slice:
        return Slice(events=self.history[:events], state=self.states[events], on=on, law=self.law)

    def step_of(self, row: int) -> Step | None:
        """The step of a row itself; None if it is not reached in this reading."""
        return next((s for s in self.steps if s.row == row and s.moment == "day"), None)
