"""`showcause play`: replay a scenario or a matter, and hold it to what it expects."""

from typing import TYPE_CHECKING

from showcause.cli.parameters import AsOf, Full, Json, Name
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scenarios.matters import MatterRun
    from scenarios.run import Run
    from showcause.cli.terminal import Terminal

__all__ = ["played"]


def played(name: Name, /, *, as_of: AsOf = None, json: Json = False, full: Full = False) -> int:
    """Replay a scenario or a matter and answer as of a day.

    You see what happened, where it stands, who acts next, each deadline with its steps, and the
    exposure. What the file expects is checked: exit status 1 says that something does not hold.
    """
    from scenarios.loading import load  # noqa: PLC0415
    from scenarios.playing import play  # noqa: PLC0415

    run = play(load(name), as_of=as_of)
    if json:
        from scenarios.answering import answer  # noqa: PLC0415

        print_json(answer(run, run.as_of))
    else:
        from showcause.cli.terminal import Terminal  # noqa: PLC0415

        terminal = Terminal()
        terminal.show(*_pages(run, terminal, full=full))
    return 0 if all(one.ok for one in run.expectations(run.as_of)) else 1


def _pages(
    run: "Run | MatterRun", terminal: "Terminal", *, full: bool
) -> "list[RenderableType]":
    from scenarios.run import Run  # noqa: PLC0415
    from showcause.cli.pages.checked import expectations  # noqa: PLC0415
    from showcause.cli.pages.head import foot  # noqa: PLC0415
    from showcause.cli.pages.played import matter_page, proceeding_page  # noqa: PLC0415
    from showcause.cli.side import Played  # noqa: PLC0415

    runs = [run] if isinstance(run, Run) else list(run.runs.values())
    sides = [Played(one) for one in runs]
    colourful = terminal.colourful
    page = (
        proceeding_page(sides[0], run.as_of, story=run.scenario.story, full=full, colourful=colourful)
        if isinstance(run, Run)
        else matter_page(run, sides, full=full, colourful=colourful)
    )
    cautions = [caution for one in runs for caution in (one.caution, *one.scenario.not_expressed)]
    return [
        page,
        expectations(run.expectations(run.as_of), full=full),
        foot([one.law for one in runs], dict.fromkeys(cautions), full=full),
    ]
