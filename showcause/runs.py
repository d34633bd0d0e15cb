"""What `showcause.play` gives: a played scenario or matter that answers as of its day."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal, TypeAlias, overload

import attrs
from attrs import field, frozen

from domain.days import in_words, parse_date
from domain.money import MoneyRange
from domain.rulebook.rulebook import Rulebook
from projections import FIGURES, Exposure, ExposureLedger, History, Line, Movement
from scenarios.answering import Json, answer
from scenarios.checking import Checked
from scenarios.loading import load
from scenarios.matters import MatterRun as PlayedMatter
from scenarios.model import Matter, Scenario
from scenarios.planning import EARLIEST, ReadingName
from scenarios.playing import play as play_story
from scenarios.run import Run as PlayedScenario
from scenarios.views import DeadlineTold, EntryTold, StatusTold
from showcause.pictures.bands import heights, sampled, start_of
from showcause.pictures.chart import exposure_svg

__all__ = ["Cell", "Every", "Figures", "Ledger", "MatterRun", "Run", "play"]

Cell: TypeAlias = date | int | str | None
"""What a cell of a frame holds: a day, a sum in minor units, words, or nothing."""

Every: TypeAlias = Literal["day", "week", "month", "event"]

_DAY: Final = timedelta(days=1)
_FINEST: Final = 676
"""The width of a picture's plot: more days than that cannot be told apart."""


@frozen
class Figures(Mapping[str, MoneyRange]):
    """The figures of an exposure by name, as of a day, in one currency.

    A figure is a range: one sum where all is certain. `at_stake` has floor and ceiling.
    """

    as_of: date
    currency: str
    _figures: Mapping[str, MoneyRange] = field(alias="figures")

    def __getitem__(self, figure: str) -> MoneyRange:
        return self._figures[figure]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __str__(self) -> str:
        """One line a figure."""
        wide = max(map(len, self._figures), default=0)
        lines = (f"{name:<{wide}}  {told}" for name, told in self._figures.items())
        return "\n".join([f"as of {in_words(self.as_of)}", *lines])


@frozen
class Ledger:
    """The double-entry ledger of one reading as of a day."""

    exposure: Exposure

    @property
    def movements(self) -> tuple[Movement, ...]:
        """Every movement, in the order of the days."""
        return self.exposure.movements

    def lines(self, figure: str) -> tuple[Line, ...]:
        """The lines of a figure with event and provision; they sum to it."""
        return self.exposure.lines(figure)

    def frame(self) -> list[dict[str, Cell]]:
        """A row for each movement, for any library of frames; sums in minor units."""
        return [_row(one, self.exposure.currency) for one in self.movements]


def _row(one: Movement, currency: str) -> dict[str, Cell]:
    return {
        "on": one.on,
        "amount": one.amount.minor,
        "currency": currency,
        "kind": one.kind,
        "about": one.about,
        "leaves": one.leaves.value,
        "enters": one.enters.value,
        "text": one.text,
        "event": one.event,
        "act": one.act,
        "position": one.position,
        "cite": one.cite,
    }


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
        days = _days(self.played.first_day, self.as_of, every, self.history(reading))
        return [_figures(self._exposure(day, reading)) for day in days]

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


def _figures(exposure: Exposure) -> dict[str, Cell]:
    floor, ceiling = exposure.at_stake
    sums: dict[str, Cell] = {
        name: exposure.figure(name).minor for name in FIGURES if name != "at_stake"
    }
    return {
        "on": exposure.as_of,
        "currency": exposure.currency,
        **sums,
        "at_stake_floor": floor.minor,
        "at_stake_ceiling": None if ceiling is None else ceiling.minor,
    }


def _days(first: date, last: date, every: Every, history: History) -> list[date]:
    """The days of a series; the last of them is always the day of the run."""
    if every == "event":
        inside = sorted({recorded.on for recorded in history if recorded.on <= last})
    else:
        span = (first + _DAY * k for k in range((last - first).days + 1))
        inside = [day for day in span if _ends(day, every)]
    return inside if inside[-1:] == [last] else [*inside, last]


def _ends(day: date, every: Every) -> bool:
    after = day + _DAY
    return every == "day" or (after.day == 1 if every == "month" else after.weekday() == 0)


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
    rulebook than its own. Raises ScenarioError where the file is wrong or cannot be played.
    """
    told = load(story) if isinstance(story, str | Path) else story
    day = None if as_of is None else _day(as_of)
    if isinstance(told, Matter):
        laws = {} if law is None else {str(name): law for name, _ in told.proceedings}
        return MatterRun(play_story(told, laws, day))
    return Run(play_story(told, law, day))


def _day(day: date | str) -> date:
    return parse_date(day) if isinstance(day, str) else day
