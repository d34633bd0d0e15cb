"""A played scenario: what it answers as of any day, over all its readings."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from domain.proceeding.messages import Defect
from domain.rulebook.rulebook import Rulebook
from projections import History
from scenarios.checking import Checked, check_run
from scenarios.marks import Marks, marks_of
from scenarios.model import Scenario
from scenarios.planning import EARLIEST, ReadingName
from scenarios.player import readings_of
from scenarios.runs import Reading
from scenarios.uncertain import uncertain_places
from scenarios.views import (
    DeadlineTold,
    EntryTold,
    ExposureTold,
    StatusTold,
    bounds,
    deadlines_told,
    exposure_told,
    first_event_sentence,
    status_told,
    timeline_told,
)

__all__ = ["Run", "play_scenario"]


@frozen(kw_only=True)
class Run:
    """A scenario that was played under a law, in one reading or in two.

    Every answer is as of the end of a day; where the readings differ it has bounds.
    """

    scenario: Scenario
    law: Rulebook
    readings: tuple[Reading, ...]
    as_of: date

    @property
    def first_day(self) -> date:
        """The day of the first event, at its earliest."""
        return min((r.history[0].on for r in self.readings if r.history), default=date.min)

    @property
    def last_day(self) -> date:
        """The day of the last event, at its latest."""
        return max((r.history[-1].on for r in self.readings if r.history), default=date.min)

    @property
    def uncertain(self) -> tuple[str, ...]:
        """The paths of the days and sums that can be several; empty if all is exact."""
        return uncertain_places(self.scenario)

    @property
    def caution(self) -> str:
        """What bounds are worth: empty if one reading is all there is."""
        places = len(self.uncertain)
        if not places:
            return ""
        told = "1 day or sum is" if places == 1 else f"{places} days or sums are"
        sentence = f"{told} uncertain: played at the earliest and at the latest"
        if places == 1:
            return f"{sentence}."
        return f"{sentence}, all together; where they pull apart, the bounds are approximate."

    def history(self, as_of: date | None = None, reading: ReadingName = EARLIEST) -> History:
        """The events of one reading, up to the end of a day; `readings` has every one of them."""
        found = next((one for one in self.readings if one.name == reading), self.readings[0])
        return found.history if as_of is None else found.until(as_of)

    def status(self, day: date) -> StatusTold:
        """Stage, status of each thing, and who must act next."""
        return status_told([one.as_of(day) for one in self.readings], self.sentence(day))

    def sentence(self, day: date) -> str:
        """Say so if nothing has happened by then; else nothing."""
        firsts = [one.history[0].on if one.history else None for one in self.readings]
        return first_event_sentence(day, bounds(firsts, len(firsts)))

    def exposure(self, day: date) -> ExposureTold:
        """Every figure in money."""
        return exposure_told([one.as_of(day) for one in self.readings])

    def deadlines(self, day: date) -> tuple[DeadlineTold, ...]:
        """Every period that has begun, with its steps."""
        return deadlines_told([one.as_of(day) for one in self.readings])

    def timeline(self, day: date) -> tuple[EntryTold, ...]:
        """What has happened."""
        return timeline_told([one.as_of(day) for one in self.readings])

    def expectations(self, until: date | None = None) -> tuple[Checked, ...]:
        """What the file expects up to a day, and whether it holds; rows that failed included."""
        return check_run(self.scenario, self.readings, until)

    def deadline_marks(self, due: DeadlineTold) -> Marks | None:
        """The labels of the day that a period runs from; None if no row began it."""
        for reading in self.readings:
            for recorded in reading.history:
                for period in getattr(recorded.event, "starts", ()):
                    if (period.name, period.of, period.party) == (due.name, due.of, due.party):
                        return self.marks(recorded.command_id)
        return None

    def warnings(self, command_id: str) -> tuple[Defect, ...]:
        """The rules from memory that an act would have broken, in any reading."""
        steps = [step for one in self.readings for step in one.steps]
        own = [step.warnings for step in steps if step.command_id == command_id]
        return tuple(dict.fromkeys(warning for warnings in own for warning in warnings))

    def notes(self, day: date) -> tuple[str, ...]:
        """What a reader of the figures has to know: labels of rules that they rest on."""
        told: dict[str, None] = {}
        for reading in self.readings:
            state = reading.as_of(day).state
            for order in state.orders:
                again = "" if order.penalty is None else order.penalty.again
                taken = any(one.of == order.id for one in state.liquidations)
                if taken and "memory" in again:
                    told[f"That later days of {order.id} can be liquidated too: {again}."] = None
        return tuple(told)

    def marks(self, command_id: str) -> Marks:
        """What the file says about the row behind an event: sources, inferences, other tellings."""
        return marks_of(self.scenario, command_id)


def play_scenario(scenario: Scenario, law: Rulebook, as_of: date | None = None) -> Run:
    """Play one proceeding; `as_of` is the day of its answers, the last day if left out."""
    readings = readings_of(scenario, law)
    run = Run(scenario=scenario, law=law, readings=readings, as_of=as_of or date.min)
    return run if as_of is not None else _at_the_end(run)


def _at_the_end(run: Run) -> Run:
    return Run(scenario=run.scenario, law=run.law, readings=run.readings, as_of=run.last_day)
