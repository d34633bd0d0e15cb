"""A played matter: several proceedings side by side, on one time line, summed by currency."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from domain.money import MoneyRange
from domain.rulebook.loading import load_rulebook
from domain.rulebook.rulebook import Rulebook
from projections import MatterView
from scenarios.checking import Checked
from scenarios.loading import load_matter_scenarios
from scenarios.model import Matter
from scenarios.planning import EARLIEST, ReadingName
from scenarios.run import Run, play_scenario
from scenarios.views import EntryTold, bounds, first_event_sentence

__all__ = ["MatterRun", "play_matter"]


@frozen(kw_only=True)
class MatterRun:
    """The runs of a matter by scenario; sums are never added over currencies."""

    matter: Matter
    runs: Mapping[str, Run]
    as_of: date

    @property
    def first_day(self) -> date:
        """The day of the first event of all proceedings."""
        return min(run.first_day for run in self.runs.values())

    @property
    def last_day(self) -> date:
        """The day of the last event of all proceedings."""
        return max(run.last_day for run in self.runs.values())

    def view(self, reading: ReadingName = EARLIEST) -> MatterView:
        """The read model of one reading."""
        return MatterView(
            histories={name: run.history(reading=reading) for name, run in self.runs.items()},
            laws={name: run.law for name, run in self.runs.items()},
        )

    def sentence(self, day: date) -> str:
        """Say so if nothing has happened by then; else nothing."""
        firsts = [r.history[0].on for run in self.runs.values() for r in run.readings if r.history]
        first = min(firsts, default=None)
        return first_event_sentence(day, bounds([first], 1))

    def exposure(self, day: date) -> dict[str, dict[str, MoneyRange]]:
        """Every figure by currency, over all proceedings; the bounds of each are added."""
        totals: dict[str, dict[str, MoneyRange]] = {}
        for run in self.runs.values():
            told = run.exposure(day)
            so_far = totals.get(told.currency)
            totals[told.currency] = {
                figure: bounds_ if so_far is None else _sum(so_far[figure], bounds_)
                for figure, bounds_ in told.figures.items()
            }
        return totals

    def timeline(self, day: date) -> tuple[tuple[str, EntryTold], ...]:
        """One time line of all proceedings: the scenario's name, and what happened."""
        entries = [(name, one) for name, run in self.runs.items() for one in run.timeline(day)]
        return tuple(sorted(entries, key=lambda pair: pair[1].on.earliest or date.max))

    def expectations(self, until: date | None = None) -> tuple[Checked, ...]:
        """What the matter expects, then what each of its scenarios does."""
        own = [one for one in self._own() if until is None or one.on <= until]
        for run in self.runs.values():
            own.extend(run.expectations(until))
        return tuple(own)

    def _own(self) -> list[Checked]:
        found: list[Checked] = []
        for number, one in enumerate(self.matter.expect, 1):
            totals = self.exposure(one.as_of)
            for figure, told in one.exposure:
                for expected in told if isinstance(told, tuple) else (told,):
                    currency = _currency(expected)
                    sums = totals.get(currency, {}).get(figure)
                    path = f"expect.{number}.exposure.{figure}"
                    ok = sums == expected
                    is_ = f"is {sums or 'nothing'}"
                    found.append(
                        Checked(
                            path=path,
                            on=one.as_of,
                            expected=str(expected),
                            found=str(sums or "nothing"),
                            ok=ok,
                            message=f"as of {one.as_of}, {figure.replace('_', ' ')} over all "
                            f"proceedings {is_ if ok else f'{is_}, not {expected}'}",
                            mark=self.matter.origin.mark(path),
                            because=one.because,
                        )
                    )
        return found


def _currency(told: MoneyRange) -> str:
    end = told.least or told.most
    return "" if end is None else end.currency


def _sum(one: MoneyRange, other: MoneyRange) -> MoneyRange:
    """Floors and ceilings added; an open end stays open."""
    least = None if one.least is None or other.least is None else one.least + other.least
    most = None if one.most is None or other.most is None else one.most + other.most
    return MoneyRange(least, most)


def play_matter(
    matter: Matter, laws: Mapping[str, Rulebook], as_of: date | None = None
) -> MatterRun:
    """Play every proceeding of a matter; its scenarios come from beside its file or the library."""
    scenarios = load_matter_scenarios(matter)
    runs = {
        name: play_scenario(scenario, laws.get(name) or load_rulebook(scenario.law), as_of)
        for name, scenario in scenarios.items()
    }
    last = max(run.as_of for run in runs.values())
    return MatterRun(matter=matter, runs=runs, as_of=as_of or last)
