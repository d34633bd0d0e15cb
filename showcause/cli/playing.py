"""A scenario or a matter by its name, played, as the sides that pages show."""

from collections.abc import Sequence
from datetime import date

from scenarios.loading import load
from scenarios.matters import MatterRun
from scenarios.playing import play
from scenarios.run import Run
from showcause.cli.side import Played

__all__ = ["sides_in", "sides_of"]


def sides_of(name: str, as_of: date | None) -> tuple[Sequence[Played], date]:
    """The proceedings behind a name, and the day of the answers."""
    run = play(load(name), as_of=as_of)
    return sides_in(run), run.as_of


def sides_in(run: Run | MatterRun) -> Sequence[Played]:
    """The one side of a scenario, or those of a matter in its order."""
    return [Played(one) for one in ([run] if isinstance(run, Run) else run.runs.values())]
