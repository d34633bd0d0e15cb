"""The page of one proceeding, and that of a matter with several side by side."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rich.console import Group, RenderableType

from scenarios.matters import MatterRun
from showcause.cli.pages.chart import LABELS, WIDTH, chart, legend
from showcause.cli.pages.due import deadlines
from showcause.cli.pages.happened import happened, remark_line
from showcause.cli.pages.head import head
from showcause.cli.pages.layout import columns, indented, paragraph, section
from showcause.cli.pages.standing import next_steps, standing, step_row, style_of
from showcause.cli.pages.sums import exposure, exposures
from showcause.cli.side import Side
from showcause.cli.story import inferred_of, tags_of, told_by, told_otherwise
from showcause.cli.words import delay_words, line
from showcause.pictures.bands import heights, sampled, start_of

__all__ = ["charted", "matter_page", "proceeding_page"]

_READING: Final = "drawn with every uncertain day at its earliest"


def proceeding_page(
    side: Side, day: date, *, story: str = "", full: bool = False, colourful: bool = False
) -> RenderableType:
    """What happened, where it stands, who acts next, deadlines, exposure."""
    status = side.status(day)
    facts = [
        side.name if side.name != side.title else "",
        f"{side.law.title} (rulebook {side.law.name})",
    ]
    entries = side.timeline(day)
    parts: list[RenderableType] = [
        head(side.title, facts, day, story, side.people),
        happened(told_by([side], day), full=full),
        standing(status),
    ]
    if status.things or entries:
        parts += [
            next_steps(status.next_steps, day),
            deadlines(side.deadlines(day), day, lambda due: inferred_of(side, due)),
        ]
    told = side.exposure(day)
    table = exposure(told, full=full, colourful=colourful)
    parts.append(
        section("Exposure", table, *charted([side], day, colourful=colourful), aside=told.currency)
    )
    return Group(*parts)


def charted(sides: Sequence[Side], day: date, *, colourful: bool) -> Iterator[RenderableType]:
    """A chart for each currency in which there is anything to draw.

    Where several proceedings are on top of one another, the marks of the bands stand below.
    """
    currencies = dict.fromkeys(side.ledger(day).currency for side in sides)
    for currency in currencies:
        own = [side for side in sides if side.ledger(day).currency == currency]
        events = [recorded.on for side in own for recorded in side.history(day)]
        first = start_of(lambda on: _stack(own, on), events, day)  # noqa: B023 - used at once
        stack = [_stack(own, on) for on in sampled(first, day, WIDTH)]
        if any(map(any, stack)):
            yield line(currency if len(currencies) > 1 else "")
            yield chart(stack, currency, first, day, colourful=colourful)
            if len(sides) > 1:
                yield legend(stack, colourful=colourful)
            if any(len(side.exposure(day).readings) > 1 for side in own):
                yield paragraph((_READING, "quiet"), by=LABELS + 2)


def _stack(sides: Sequence[Side], on: date) -> tuple[int, ...]:
    """The bands of several ledgers on top of one another."""
    return tuple(map(sum, zip(*(heights(side.ledger(on)) for side in sides), strict=True)))


def matter_page(
    run: MatterRun, sides: Sequence[Side], *, full: bool = False, colourful: bool = False
) -> RenderableType:
    """One time line, each proceeding's standing, sums side by side, and why they are separate."""
    day, tags = run.as_of, tags_of(sides)
    facts = [run.matter.matter, f"a matter of {len(sides)} proceedings"]
    laws = [
        [line(tags[s.name]), line(s.title, (f"  {s.law.title} (rulebook {s.law.name})", "quiet"))]
        for s in sides
    ]
    tagged = [(tags[side.name][0], side.exposure(day)) for side in sides]
    return Group(
        head(run.matter.title, facts, day, run.matter.story, ()),
        line(""),
        columns(laws),
        section("Why they are separate", paragraph(run.matter.why_separate), *_elsewhere(run)),
        happened(told_by(sides, day), full=full),
        section("Where they stand", columns(_standings(sides, day))),
        section("Who acts next", columns(_steps(sides, day))),
        section(
            "Exposure", exposures(tagged, full=full), *charted(sides, day, colourful=colourful)
        ),
    )


def _elsewhere(run: MatterRun) -> Iterator[RenderableType]:
    """What was said of the affair as a whole elsewhere."""
    for other in run.matter.told_differently:
        yield indented(remark_line(told_otherwise(other)))


def _standings(sides: Sequence[Side], day: date) -> list[list[RenderableType]]:
    """One row for each thing; a proceeding's tag and stage stand at its first."""
    rows: list[list[RenderableType]] = []
    tags = tags_of(sides)
    for side in sides:
        status = side.status(day)
        rows.append(
            [line(tags[side.name]), line((status.stage, "title")), "", line(status.sentence)]
        )
        for thing in status.things:
            delay = thing.days_of_delay
            late = f", {delay_words(delay)}" if delay is not None and delay.most else ""
            rows.append(
                [
                    "",
                    line(thing.id),
                    line((thing.kind, "quiet")),
                    line((thing.status, style_of(thing.status)), late),
                ]
            )
    return rows


def _steps(sides: Sequence[Side], day: date) -> list[list[RenderableType]]:
    tags = tags_of(sides)
    rows = [
        [line(tags[side.name]), *step_row(step, day, cited=False)]
        for side in sides
        for step in side.status(day).next_steps
    ]
    return rows or [["Nobody: nothing is open."]]
