"""`showcause play`: replay a scenario or a matter, and hold it to what it expects."""

from typing import TYPE_CHECKING

from showcause.cli.parameters import AsOf, Full, Json, Name
from showcause.cli.streams import complain, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from scenarios.checking import Checked
    from scenarios.matters import MatterRun
    from scenarios.run import Run

__all__ = ["played"]


def played(name: Name, /, *, as_of: AsOf = None, json: Json = False, full: Full = False) -> int:
    """Replay a scenario or a matter and answer as of a day.

    You see what happened, where it stands, who acts next, each deadline with its steps, and the
    exposure. What the file expects is checked: exit status 1 says that something does not hold.
    """
    from scenarios.loading import load
    from scenarios.playing import play

    run = play(load(name), as_of=as_of)
    checks = run.expectations(run.as_of)
    if json:
        from scenarios.answering import answer

        print_json(answer(run, run.as_of))
    else:
        from showcause.cli.terminal import Terminal

        terminal = Terminal()
        terminal.show(*_pages(run, checks, full=full, colourful=terminal.colourful))
    complain(f"{one.mark}: {one.message}" for one in checks if not one.ok)
    return 0 if all(one.ok for one in checks) else 1


def _pages(
    run: "Run | MatterRun", checks: "Sequence[Checked]", *, full: bool, colourful: bool
) -> "Iterator[RenderableType]":
    """The page itself, what is expected, and what kind of answer this is."""
    from scenarios.run import Run
    from showcause.cli.pages.checked import expectations
    from showcause.cli.pages.head import foot
    from showcause.cli.pages.played import matter_page, proceeding_page
    from showcause.cli.playing import cautions_of, not_told, sides_in
    from showcause.cli.story import tags_of

    sides = sides_in(run)
    cautions = list(cautions_of(sides, run.as_of, full=full))
    if isinstance(run, Run):
        story = run.scenario.story
        yield proceeding_page(sides[0], run.as_of, story=story, full=full, colourful=colourful)
        yield expectations(checks, full=full)
    else:
        cautions[:0] = not_told(run.matter.not_expressed)
        yield matter_page(run, sides, full=full, colourful=colourful)
        yield expectations(checks, full=full, tags=tags_of(sides))
    yield foot([side.law for side in sides], cautions, full=full)
