"""What `showcause.play` gives: a played scenario or matter that answers as of its day."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final, overload

import attrs
from attrs import frozen

from domain.days import parse_date
from domain.rulebook.rulebook import Rulebook
from projections import Exposure, ExposureLedger, History
from scenarios.answering import Json, answer
from scenarios.checking import Checked
from scenarios.loading import load
from scenarios.matters import MatterRun as PlayedMatter
from scenarios.model import Matter, Scenario
from scenarios.planning import EARLIEST, ReadingName
from scenarios.playing import play as play_story
from scenarios.run import Run as PlayedScenario
from scenarios.views import DeadlineTold, EntryTold, StatusTold
from showcause.frames import Cell, Every, Figures, Ledger, days_of, figures_row
from showcause.pictures.bands import heights, sampled, start_of
from showcause.pictures.chart import exposure_svg

__all__ = ["MatterRun", "Run", "play"]

_FINEST: Final = 676
"""The width of a picture's plot: more days than that cannot be told apart."""


@frozen
class Run:
    """A scenario that was played; its answers are as of the end of `as_of`."""

    played: PlayedScenario

    @property
    def as_of(self) -> date:
        """The day of the answers."""
        return self.played.as_of

    @property
    def scenario(self) -> Scenario:
        """The story."""
        return self.played.scenario

    @property
    def law(self) -> Rulebook:
        """The law it was played under."""
        return self.played.law

    def at(self, day: date | str) -> "Run":
        """The same run, answering as of another day."""
        return Run(attrs.evolve(self.played, as_of=_day(day)))

    @property
    def status(self) -> StatusTold:
        """Stage, status and force of each measure, and who must act next."""
        return self.played.status(self.as_of)

    @property
    def exposure(self) -> Figures:
        """Every figure in money."""
        told = self.played.exposure(self.as_of)
        return Figures(self.as_of, told.currency, told.figures)

    @property
    def deadlines(self) -> tuple[DeadlineTold, ...]:
        """Every period that has begun, with the steps to its last day."""
        return self.played.deadlines(self.as_of)

    @property
    def timeline(self) -> tuple[EntryTold, ...]:
        """What has happened."""
        return self.played.timeline(self.as_of)

    @property
    def expectations(self) -> tuple[Checked, ...]:
        """What the file expects up to the day, and whether it holds."""
        return self.played.expectations(self.as_of)

    @property
    def ledger(self) -> Ledger:
        """The ledger, of the earliest reading where days are uncertain."""
        return self.ledger_in(EARLIEST)

    def ledger_in(self, reading: ReadingName) -> Ledger:
        """The ledger of one reading."""
        return Ledger(self._exposure(self.as_of, reading))

    def history(self, reading: ReadingName = EARLIEST) -> History:
        """The recorded events of one reading, up to the end of the day."""
        return self.played.history(self.as_of, reading)

    def series(
        self, every: Every = "month", *, reading: ReadingName = EARLIEST
    ) -> list[dict[str, Cell]]:
        """The figures over time: a row for each end of a day, week or month, or for each event day.

        It begins with the first event and ends with the day of the run; sums in minor units.
        """
        days = days_of(self.played.first_day, self.as_of, every, self.history(reading))
        return [figures_row(self._exposure(day, reading)) for day in days]

    def chart(self, reading: ReadingName = EARLIEST) -> str:
        """An SVG picture of the exposure over time, up to the day of the run."""

        def stack_on(day: date) -> tuple[int, ...]:
            return heights(self._exposure(day, reading))

        first = start_of(stack_on, [one.on for one in self.history(reading)], self.as_of)
        days = sampled(first, self.as_of, min((self.as_of - first).days, _FINEST))
        ledgers = [self._exposure(day, reading) for day in (first, *days)]
        return exposure_svg(ledgers, title=self.scenario.title)

    def answer(self) -> dict[str, Json]:
        """The object that `showcause play --json` prints."""
        return answer(self.played, self.as_of)

    def _exposure(self, day: date, reading: ReadingName) -> Exposure:
        return ExposureLedger(self.played.history(day, reading)).at(day, self.law)


@frozen
class MatterRun:
    """A matter that was played: its proceedings side by side, sums never added over currencies."""

    played: PlayedMatter

    @property
    def as_of(self) -> date:
        """The day of the answers."""
        return self.played.as_of

    @property
    def matter(self) -> Matter:
        """The affair as a whole."""
        return self.played.matter

    @property
    def runs(self) -> Mapping[str, Run]:
        """The run of each proceeding, by scenario."""
        return {
            name: Run(attrs.evolve(run, as_of=self.as_of)) for name, run in self.played.runs.items()
        }

    def at(self, day: date | str) -> "MatterRun":
        """The same matter, answering as of another day."""
        return MatterRun(attrs.evolve(self.played, as_of=_day(day)))

    @property
    def exposure(self) -> Mapping[str, Figures]:
        """The figures over all proceedings, by currency."""
        totals = self.played.exposure(self.as_of)
        return {code: Figures(self.as_of, code, figures) for code, figures in totals.items()}

    @property
    def timeline(self) -> tuple[tuple[str, EntryTold], ...]:
        """One time line: the scenario, and what happened."""
        return self.played.timeline(self.as_of)

    @property
    def expectations(self) -> tuple[Checked, ...]:
        """What the matter expects, then what each of its scenarios does."""
        return self.played.expectations(self.as_of)

    def answer(self) -> dict[str, Json]:
        """The object that `showcause play --json` prints."""
        return answer(self.played, self.as_of)


@overload
def play(
    story: Scenario, *, as_of: date | str | None = None, law: Rulebook | None = None
) -> Run: ...


@overload
def play(
    story: Matter, *, as_of: date | str | None = None, law: Rulebook | None = None
) -> MatterRun: ...


@overload
def play(
    story: str | Path, *, as_of: date | str | None = None, law: Rulebook | None = None
) -> Run | MatterRun: ...


def play(
    story: Scenario | Matter | str | Path,
    *,
    as_of: date | str | None = None,
    law: Rulebook | None = None,
) -> Run | MatterRun:
    """Play a scenario or a matter, as loaded, or by the name or path of its file.

    `as_of` is the day of the answers, the last day if left out; `law` plays it under another
    rulebook than its own. Raises ScenarioError where the file is wrong or cannot be played, and
    TypeError where an argument is of another kind.
    """
    told = load(story) if isinstance(story, str | Path) else story
    if not isinstance(told, Scenario | Matter):
        raise TypeError(f"a story is a Scenario, a Matter, or a name or path, not {told!r}")
    if law is not None and not isinstance(law, Rulebook):
        raise TypeError(f"a law is a Rulebook, as load_rulebook gives it, not {law!r}")
    day = None if as_of is None else _day(as_of)
    if isinstance(told, Matter):
        laws = {} if law is None else {str(name): law for name, _ in told.proceedings}
        return MatterRun(play_story(told, laws, day))
    return Run(play_story(told, law, day))


def _day(day: object) -> date:
    """A day as a date; a moment is none, as no answer could be about a part of a day."""
    if isinstance(day, str):
        return parse_date(day)
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"a day is a date or text like '2023-04-13', not {day!r}")
    return day
