"""The player: rows are decided day by day, in one reading or in two."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import date

from attrs import define, field, frozen

from domain.errors import ShowcauseError
from domain.proceeding.acts.service import NOTIFIABLE, PUBLIC
from domain.proceeding.deciding import decide, evolve
from domain.proceeding.envelope import Commit, RecordedEvent
from domain.proceeding.messages import Command, Defect, Event, Refusal, impossible
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from scenarios.commands import (
    NoMaximumError,
    Scene,
    commands_of,
    conducts_of,
    notifying,
    parties_of,
    publishing,
    registering,
)
from scenarios.errors import ScenarioError
from scenarios.model import Scenario
from scenarios.naming import Names
from scenarios.planning import EARLIEST, LATEST, Instant, Moment, Plan, ReadingName
from scenarios.runs import Reading, Step
from scenarios.uncertain import uncertain_places

__all__ = ["read_in", "readings_of"]

_ORDER: dict[Moment, int] = {"day": 0, "notified": 1, "published": 2}


def readings_of(scenario: Scenario, law: Rulebook) -> tuple[Reading, ...]:
    """One reading, or two where a day or a sum is uncertain: all at the earliest, at the latest."""
    names: tuple[ReadingName, ...] = (EARLIEST, LATEST)
    return tuple(
        read_in(scenario, law, name) for name in names[: 2 if uncertain_places(scenario) else 1]
    )


def read_in(scenario: Scenario, law: Rulebook, name: ReadingName) -> Reading:
    """One reading; raises ScenarioError where a row cannot be worked out under this law."""
    names = scenario.names
    return _Player(scenario, law, names, Plan(scenario, names, law, name)).play()


@frozen
class _Verdict:
    """What the commands of one step came to; the events count only without a refusal."""

    events: tuple[tuple[Command, Event], ...] = ()
    refusal: Refusal | None = None
    warnings: tuple[Defect, ...] = ()


@define
class _Player:
    scenario: Scenario
    law: Rulebook
    names: Names
    plan: Plan
    history: list[RecordedEvent] = field(factory=list)
    states: list[ProceedingState] = field(factory=lambda: [ProceedingState()])
    commits: list[Commit] = field(factory=list)
    steps: list[Step] = field(factory=list)
    agenda: list[tuple[date, int, int, int, Instant]] = field(factory=list)
    waiting: list[Instant] = field(factory=list)
    periods: int = 0

    @property
    def state(self) -> ProceedingState:
        return self.states[-1]

    def play(self) -> Reading:
        self._enter([Instant(row) for row in range(len(self.scenario.timeline))])
        if self.agenda:
            self._register(self.agenda[0][0])
        while self.agenda:
            on, _, _, _, instant = heapq.heappop(self.agenda)
            self._step(instant, on)
            if len(self.state.periods) != self.periods:
                self.periods = len(self.state.periods)
                waiting, self.waiting = self.waiting, []
                self._enter(waiting)
        for instant in self.waiting:
            self._never(instant)
        return Reading(
            name=self.plan.reading,
            law=self.law,
            history=tuple(self.history),
            states=tuple(self.states),
            commits=tuple(self.commits),
            steps=tuple(self.steps),
        )

    def _enter(self, instants: list[Instant]) -> None:
        """Put moments on the agenda as far as their days are known; others wait."""
        for number, instant in enumerate(instants):
            try:
                on = self.plan.day(instant, self.state)
            except ScenarioError:
                raise
            except ShowcauseError as error:
                raise self._unplayable(instant, error) from error
            if isinstance(on, date):
                entry = (on, instant.row, _ORDER[instant.moment], number, instant)
                heapq.heappush(self.agenda, entry)
            elif on.value == "waiting":
                self.waiting.append(instant)

    def _register(self, on: date) -> None:
        name = self.scenario.scenario
        command = registering(self.scenario, on)
        verdict = self._decided((command,), Instant(0))
        if verdict.refusal is not None:
            mark = self.scenario.origin.mark("parties")
            raise ScenarioError.at(mark, str(verdict.refusal), path="parties")
        self._record(verdict, [f"{name}/registration"])

    def _step(self, instant: Instant, on: date) -> None:
        row = self.scenario.timeline[instant.row]
        ids = self._command_id(instant)
        since = len(self.history)
        try:
            verdict = self._decided(self._commands(instant, on), instant)
        except NoMaximumError as error:
            verdict = _Verdict(refusal=impossible(row.act, "maximum", str(error)))
        wanted_refusal = row.refused is not None and instant.moment == "day"
        accepted = verdict.refusal is None
        if accepted and not wanted_refusal:
            self._record(verdict, [ids])
            if instant.moment == "day":
                self._enter(list(self._afterwards(instant.row)))
        self.steps.append(
            Step(
                row=instant.row,
                moment=instant.moment,
                party=instant.party,
                on=on,
                command_id=ids,
                since=since,
                through=len(self.history),
                refusal=verdict.refusal,
                warnings=verdict.warnings,
                assumed=instant.moment == "notified" and row.notified is None,
                wrongly_accepted=accepted and wanted_refusal,
            )
        )

    def _commands(self, instant: Instant, on: date) -> tuple[Command, ...]:
        name = self.names.rows[instant.row]
        act_id = f"{name}.{instant.moment}"
        match instant.moment:
            case "notified":
                act_id = f"{act_id}.{instant.party}" if self._several(name) else act_id
                return (notifying(name, on, instant.party, act_id),)
            case "published":
                return (publishing(name, on, act_id),)
        scene = Scene(
            state=self.state,
            law=self.law,
            on=on,
            name=name,
            measures=self.names.measures[instant.row],
            reading=self.plan.reading,
            parties=parties_of(self.scenario),
            conducts=conducts_of(self.scenario),
        )
        return commands_of(self.scenario.timeline[instant.row], scene)

    def _several(self, name: str) -> bool:
        act = self.state.act(name)
        return act is not None and len(act.to) > 1

    def _command_id(self, instant: Instant) -> str:
        parts = [self.scenario.scenario, str(instant.row + 1)]
        if instant.moment != "day":
            parts.append(instant.moment)
        if instant.party and self._several(self.names.rows[instant.row]):
            parts.append(instant.party)
        return "/".join(parts)

    def _decided(self, commands: tuple[Command, ...], instant: Instant) -> _Verdict:
        """Decide commands that stand or fall together."""
        state = self.state
        events: list[tuple[Command, Event]] = []
        warnings: list[Defect] = []
        for command in commands:
            try:
                verdict = decide(state, command, self.law)
            except ShowcauseError as error:
                raise self._unplayable(instant, error) from error
            if isinstance(verdict, Refusal):
                return _Verdict(refusal=verdict)
            for event in verdict.events:
                state = evolve(state, event)
                events.append((command, event))
            warnings.extend(verdict.warnings)
        return _Verdict(events=tuple(events), warnings=tuple(warnings))

    def _record(self, verdict: _Verdict, ids: list[str]) -> None:
        last: Command | None = None
        number = 0
        for command, event in verdict.events:
            if command is not last:
                number, last = number + 1, command
                command_id = ids[0] if number == 1 else f"{ids[0]}/{number}"
                commit = Commit(command_id=command_id, law=self.law.digest, command=command)
                self.commits.append(commit)
            self.states.append(evolve(self.state, event))
            self.history.append(
                RecordedEvent(
                    proceeding=self.scenario.scenario,
                    position=len(self.history) + 1,
                    event=event,
                    command_id=self.commits[-1].command_id,
                    law=self.law.digest,
                )
            )

    def _afterwards(self, number: int) -> Iterator[Instant]:
        """The moments that a row's act has later: to whom it is notified, and its publication."""
        row = self.scenario.timeline[number]
        act = self.state.act(self.names.rows[number])
        if row.act not in PUBLIC or act is None:
            return
        if row.act in NOTIFIABLE and not self.plan.told_elsewhere(number, "notified"):
            told = row.notified if isinstance(row.notified, tuple) else ()
            for party in [party for party, _ in told] or act.to:
                yield Instant(number, "notified", party)
        if row.published is not None:
            yield Instant(number, "published")

    def _never(self, instant: Instant) -> None:
        """A moment whose day rests on a deadline that never began."""
        row = self.scenario.timeline[instant.row]
        when = row.day if instant.moment == "day" else row.published or row.notified
        message = f"its day is told as '{when}', and that deadline never began"
        self.steps.append(
            Step(
                row=instant.row,
                moment=instant.moment,
                party=instant.party,
                on=self.state.last_on or date.min,
                command_id=self._command_id(instant),
                since=len(self.history),
                through=len(self.history),
                refusal=impossible(row.act, "day", message),
            )
        )

    def _unplayable(self, instant: Instant, error: ShowcauseError) -> ScenarioError:
        path = f"timeline.{instant.row + 1}"
        return ScenarioError.at(self.scenario.origin.mark(path), str(error), path=path)
