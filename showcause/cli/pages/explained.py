"""Why a figure is what it is: its lines, each with its event and its provision, and their sum."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Group, RenderableType

from domain.days import in_words
from domain.money import Money, MoneyRange
from projections import Exposure, Line, Stake, sentence
from scenarios.views import DeadlineTold, ExposureTold, ThingTold
from showcause.cli.causes import Ground, final_days
from showcause.cli.pages.due import due_title
from showcause.cli.pages.happened import of_no_law
from showcause.cli.pages.layout import columns, indented, section
from showcause.cli.pages.sums import MEANINGS
from showcause.cli.words import bare, day_words, delay_words, line, money_range, short_day

__all__ = ["figure_page", "thing_page"]

_RULE: Final = "-"


def figure_page(told: ExposureTold, figure: str, heading: str) -> RenderableType:
    """One figure; where the readings of the file differ, the lines of both."""
    word = figure.replace("_", " ")
    ledgers = told.readings
    if len({_identity(ledger, figure) for ledger in ledgers}) == 1:
        ledgers = ledgers[:1]
    parts: list[RenderableType] = [
        line((f"{word} = {_said(told.figure(figure), figure)}", "title")),
        line((f"{heading}, as of {in_words(told.as_of)}; {MEANINGS[figure]}", "quiet")),
    ]
    names = ("at the earliest", "at the latest") if len(ledgers) > 1 else ("",)
    for name, ledger in zip(names, ledgers, strict=True):
        parts.append(line((name, "heading")))
        stakes = figure == "at_stake"
        parts.append(_stakes(ledger.stakes) if stakes else _lines(ledger.lines(figure), ledger))
    return Group(*parts)


def _identity(ledger: Exposure, figure: str) -> tuple[object, ...]:
    return ledger.stakes if figure == "at_stake" else ledger.lines(figure)


def _said(sums: MoneyRange, figure: str) -> str:
    if sums.least is None or (figure == "at_stake" and sums.most is None):
        return f"{sums.least} or more, no known ceiling"
    return str(sums)


def _lines(lines: Sequence[Line], ledger: Exposure) -> RenderableType:
    if not lines:
        return indented(line("No event has brought anything into it, or taken anything out."))
    rows: list[list[RenderableType]] = [
        [
            line((short_day(one.on), "day")),
            line((bare(one.amount), "sum")),
            Group(line(one.text), line((_cause(one), "quiet"))),
        ]
        for one in lines
    ]
    total = sum((one.amount for one in lines), Money.zero(ledger.currency))
    rule = _RULE * max(len(bare(one.amount)) for one in lines)
    rows.append(["", line((rule, "quiet")), ""])
    rows.append(["", line((bare(total), "sum")), line((ledger.currency, "quiet"))])
    return columns(rows, right=(1,))


def _cause(one: Line | Stake) -> str:
    return f"[event {one.position}, {one.event} in {one.act}; {of_no_law(one.cite)}]"


def _stakes(stakes: Iterable[Stake]) -> RenderableType:
    rows: list[list[RenderableType]] = [
        [
            line((one.about, "title")),
            Group(
                line((money_range(one.floor, one.ceiling), "sum")),
                line(one.text),
                line((_cause(one), "quiet")),
            ),
        ]
        for one in stakes
    ]
    if not rows:
        return indented(line("Nothing that could still be imposed is open."))
    return columns(rows)


def thing_page(
    name: str,
    status: ThingTold | None,
    deadlines: Iterable[tuple[DeadlineTold, str]],
    heading: str,
    grounds: Iterable[Ground] = (),
) -> RenderableType:
    """A notice, a measure, an act or a period: where it stands, why, and each step to its days.

    Beside each deadline is what is inferred of it; empty where nothing is.
    """
    parts: list[RenderableType] = [line((name, "title"), (f"  {heading}", "quiet"))]
    if status is not None:
        late = f", {delay_words(status.days_of_delay)}" if status.days_of_delay else ""
        days = " or ".join(short_day(day).strip() for day in final_days(status))
        final = f"{'' if status.status == 'final' else ', final'} since {days}" if days else ""
        parts.append(line(f"{status.kind}: ", (status.status, "title"), late, final))
    rows = [_ground(ground) for ground in grounds]
    parts += [columns(rows)] if rows else []
    parts.extend(_due(due, inferred) for due, inferred in deadlines)
    return Group(*parts)


def _ground(ground: Ground) -> list[RenderableType]:
    """An event with its provision, and the maximum of a fine with its reason."""
    recorded, most = ground.recorded, ground.maximum
    event = recorded.event
    cause = f"[event {recorded.position}, {type(event).__name__} in {event.act}"
    told = [
        line(sentence(event)),
        line((f"{cause}; {of_no_law(event.basis)}]", "quiet")),
    ]
    if most is not None:
        why = f", because {most.because}" if most.because else ""
        memory = " (memory)" if most.from_memory else ""
        text = f"maximum {money_range(most.floor, most.ceiling)}{why}"
        told.append(line(text, (f"  [{most.cite}{memory}]", "quiet")))
    return [line((short_day(recorded.on), "day")), Group(*told)]


def _due(due: DeadlineTold, inferred: str) -> RenderableType:
    rows: list[list[RenderableType]] = []
    known = list(dict.fromkeys(one for one in due.deadlines if one is not None))
    for reading, deadline in zip(("at the earliest", "at the latest"), known, strict=False):
        if len(known) > 1:
            rows.append(["", line((reading, "quiet"))])
        for number, step in enumerate(deadline.steps, 1):
            rows.append([line((f"{number}.", "quiet")), line(str(step))])
    about = f"for {due.party}, since {day_words(due.since)}; {due.calendar}"
    marks = [indented(line((f"≈ {inferred}", "doubt")))] if inferred else []
    return section(
        due_title(due),
        indented(line((about, "quiet"))),
        columns(rows),
        indented(line((f"[{due.cite}]", "quiet"))),
        *marks,
        aside=(f"{'≈' if inferred else ''}{day_words(due.on)}", "day"),
    )
