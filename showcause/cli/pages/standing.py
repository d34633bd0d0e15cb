"""Where a proceeding stands: each notice and measure with its force, and who must act next."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from rich.console import Group, RenderableType

from projections import Force
from scenarios.views import StatusTold, StepTold, ThingTold
from showcause.cli.pages.layout import columns, section
from showcause.cli.words import Piece, day_words, line, short_day

__all__ = ["next_steps", "standing", "step_row", "style_of"]

_STYLES: Final = {
    "overdue": "bad",
    "run out": "bad",
    "payable": "bad",
    "annulled": "quiet",
    "closed": "quiet",
    "met": "good",
    "paid": "good",
    "running": "doubt",
    "suspended": "doubt",
    "under appeal": "doubt",
    "not notified": "doubt",
}


def style_of(status: str) -> str:
    """The style of a status word; one that is open between two readings is in doubt."""
    return "doubt" if " or " in status else _STYLES.get(status, "")


def standing(status: StatusTold) -> RenderableType:
    """The stage, and the things that live or lived in the proceeding."""
    says = [line(status.sentence)] if status.sentence else []
    rows: list[list[RenderableType]] = [_thing(thing, status.as_of) for thing in status.things]
    if not rows:
        rows = [[*says] or [line("No notice and no measure yet.")]]
    return section("Where it stands", columns(rows), aside=(status.stage, "title"))


def _thing(thing: ThingTold, as_of: date) -> list[RenderableType]:
    name = line(thing.id, (f" ({thing.kind})" if thing.kind != thing.id else "", "quiet"))
    said: list[RenderableType] = [line((thing.status, style_of(thing.status)))]
    delay = thing.days_of_delay
    if delay is not None and delay.most:
        said.append(line((f"{delay} {'day' if str(delay) == '1' else 'days'}", "quiet")))
    force = next((force for force in thing.forces if force is not None), None)
    return [name, Group(*said), line((_force(force, as_of), "quiet"))]


def _force(force: Force | None, as_of: date) -> str:
    """The days of a measure's life that have come, then the one that may still come."""
    if force is None:
        return ""
    said = [
        _since("adopted", force.adopted_on),
        _since("notified", force.notified_on) or "not notified",
        _since("payable from", force.payable_from),
        "suspended" if force.suspended else "",
        "under appeal" if force.under_appeal and not force.suspended else "",
        _since("final since", force.final_on) or _appeal(force, as_of),
    ]
    return ", ".join(filter(None, said))


def _since(word: str, day: date | None) -> str:
    return "" if day is None else f"{word} {short_day(day).strip()}"


def _appeal(force: Force, as_of: date) -> str:
    if force.appeal_by is None or force.under_appeal or force.appeal_by < as_of:
        return ""
    return f"open to appeal until {short_day(force.appeal_by).strip()}"


def next_steps(steps: Iterable[StepTold], as_of: date) -> RenderableType:
    """Who must act, or may still act, and until when."""
    rows = [step_row(step, as_of) for step in steps]
    return section("Who acts next", columns(rows or [["Nobody: nothing is open."]]))


def step_row(step: StepTold, as_of: date, *, cited: bool = True) -> list[RenderableType]:
    """Who, then what and until when; in doubt where only one reading has it."""
    pieces: list[Piece] = ["" if step.certain else "perhaps ", step.what]
    if step.until is not None:
        last = step.until.latest
        late = last is not None and last < as_of
        pieces += [
            " since " if late else " until ",
            (day_words(step.until), "bad" if late else "day"),
        ]
    if step.cite and cited:
        pieces.append((f"  [{step.cite}]", "quiet"))
    return [line((step.party, "title")), line(*pieces)]
