"""`showcause explain`: every figure and every deadline shows its cause."""

from datetime import date
from typing import TYPE_CHECKING

from showcause.cli.parameters import AsOf, Figure, Json, Name
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from domain.rulebook.rulebook import Rulebook
    from scenarios.views import DeadlineTold, ExposureTold, ThingTold
    from showcause.cli.side import Side

__all__ = ["explained"]


def explained(name: Name, figure: Figure, /, *, as_of: AsOf = None, json: Json = False) -> int:
    """Show what a figure is made of: each line with its event and its provision.

    Figures: at_stake, fined, liquidated, imposed, outstanding, accruing, not_due, suspended, due,
    paid, refundable, extinguished. The id of a notice, an order or an act shows its deadlines, each
    with the steps to its day.
    """
    from projections import FIGURES
    from showcause.cli.playing import sides_of

    sides, day = sides_of(name, as_of)
    asked = figure.replace("-", "_").replace(" ", "_")
    if asked in FIGURES:
        return _figure(sides, asked, day, json=json)
    found = [side for side in sides if _has(side, figure, day)]
    if not found:
        raise _nothing(sides, figure, day)
    return _thing(found, figure, day, json=json)


def _figure(sides: "Sequence[Side]", figure: str, day: date, *, json: bool) -> int:
    if json:
        from showcause.cli.causes import causes_of

        parts = [causes_of(side, figure, day) for side in sides]
        print_json(_object(day, figure, parts), laws=_laws(sides))
        return 0
    from showcause.cli.pages.explained import figure_page

    told = [side.exposure(day) for side in sides]
    pages = [figure_page(one, figure, side.name) for one, side in zip(told, sides, strict=True)]
    return _shown([*pages, *_totals(told, figure)], sides)


def _totals(told: "Sequence[ExposureTold]", figure: str) -> "Iterator[RenderableType]":
    """The sum over several proceedings, for each currency; currencies are never added."""
    from showcause.cli.pages.sums import total_of
    from showcause.cli.words import line

    sums = [one.figure(figure) for one in told]
    for currency in dict.fromkeys(one.currency for one in told) if len(told) > 1 else ():
        over = f"{figure.replace('_', ' ')} over {len(told)} proceedings"
        yield line((f"{over} = {total_of(sums, currency)}", "title"))


def _thing(sides: "Sequence[Side]", thing: str, day: date, *, json: bool) -> int:
    if json:
        from showcause.cli.causes import steps_of

        parts = [steps_of(side, thing, *_about(side, thing, day), day) for side in sides]
        print_json(_object(day, thing, parts), laws=_laws(sides))
        return 0
    from showcause.cli.causes import grounds_of, inferred_why
    from showcause.cli.pages.explained import thing_page

    pages = []
    for side in sides:
        status, dues = _about(side, thing, day)
        told = [(due, inferred_why(side, due)) for due in dues]
        grounds = grounds_of(side, thing, day)
        pages.append(thing_page(thing, status, told, side.name, grounds))
    return _shown(pages, sides)


def _object(day: date, asked: str, parts: "list[dict[str, object]]") -> dict[str, object]:
    return {
        "as_of": day.isoformat(),
        "asked": asked,
        "proceedings": parts,
    }


def _laws(sides: "Sequence[Side]") -> "list[Rulebook]":
    return [side.law for side in sides]


def _shown(pages: "Iterable[RenderableType]", sides: "Sequence[Side]") -> int:
    from showcause.cli.pages.head import foot
    from showcause.cli.terminal import Terminal

    terminal = Terminal()
    for place, page in enumerate(pages):
        terminal.show(*([""] if place else []), page)
    terminal.show(foot(_laws(sides), (), full=False))
    return 0


def _about(
    side: "Side", thing: str, day: date
) -> "tuple[ThingTold | None, tuple[DeadlineTold, ...]]":
    """The status of a thing, and its deadlines; the name of a period finds all of that name."""
    dues = side.deadlines(day)
    own = tuple(due for due in dues if due.of == thing)
    return side.status(day).of(thing), own or tuple(due for due in dues if due.name == thing)


def _has(side: "Side", thing: str, day: date) -> bool:
    from showcause.cli.causes import grounds_of

    status, dues = _about(side, thing, day)
    return status is not None or bool(dues) or bool(grounds_of(side, thing, day))


def _nothing(sides: "Sequence[Side]", asked: str, day: date) -> Exception:
    from projections import FIGURES
    from showcause.cli.errors import unknown

    things = [thing.id for side in sides for thing in side.status(day).things]
    dues = [word for side in sides for due in side.deadlines(day) for word in (due.of, due.name)]
    acts = [recorded.event.act for side in sides for recorded in side.history(day)]
    known = (*FIGURES, *things, *dues, *(act for act in acts if "." not in act))
    return unknown("figure, measure or deadline", asked, known)
