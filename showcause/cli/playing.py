"""A scenario or a matter by its name, played, as the sides that pages show."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from scenarios.loading import load
from scenarios.matters import MatterRun
from scenarios.playing import play
from scenarios.run import Run
from showcause.cli.side import Played
from showcause.cli.story import tags_of

__all__ = ["cautions_of", "not_played", "not_told", "sides_in", "sides_of"]

_LEFT: Final = (
    ("branches", "branch", "branches"),
    ("decision_points", "decision point", "decision points"),
    ("timeline", "row that somebody knew otherwise", "rows that somebody knew otherwise"),
)


def sides_of(name: str, as_of: date | None) -> tuple[Sequence[Played], date]:
    """The proceedings behind a name, and the day of the answers."""
    run = play(load(name), as_of=as_of)
    return sides_in(run), run.as_of


def sides_in(run: Run | MatterRun) -> Sequence[Played]:
    """The one side of a scenario, or those of a matter in its order."""
    return [Played(one) for one in ([run] if isinstance(run, Run) else run.runs.values())]


def cautions_of(sides: Sequence[Played], day: date, *, full: bool) -> Iterator[str]:
    """What a reader has to know of the answers; in a matter, of which of them."""
    tags = tags_of(sides)
    for side in sides:
        whose = f"{tags[side.name][0]}: " if len(sides) > 1 else ""
        said = [side.run.caution, *side.notes(day)]
        said += not_told(side.run.scenario.not_expressed)
        left = side.run.scenario.not_played
        if full:
            said += [f"not played: {text}" for text in left]
        elif left:
            said.append(f"{not_played(left)}; --full lists them")
        yield from (f"{whose}{text}" for text in said if text)


def not_told(texts: Sequence[str]) -> Sequence[str]:
    """What a file says that it leaves out."""
    return [f"not told in the file: {text}" for text in texts]


def not_played(left: Sequence[str]) -> str:
    """What a replay leaves aside, counted in one line: 2 branches, 1 decision point."""
    counts = [(sum(one.startswith(f"{key}.") for one in left), *words) for key, *words in _LEFT]
    told = [f"{number} {one if number == 1 else many}" for number, one, many in counts if number]
    return f"in the file, but not played: {', '.join(told)}" if told else ""
