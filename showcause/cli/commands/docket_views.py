"""`showcause docket show` and `list`: what the store has."""

from datetime import date
from typing import TYPE_CHECKING

from showcause.cli.parameters import AsOf, Full, Json, Proceeding, Store
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from showcause.cli.filed import Filed
    from showcause.docket import DocketEntry, Dossier

__all__ = ["listed", "shown"]


def shown(
    proceeding: Proceeding,
    /,
    *,
    as_of: AsOf = None,
    store: Store = None,
    json: Json = False,
    full: Full = False,
) -> int:
    """Show a proceeding of the store, as of a day or as of today.

    It looks like `showcause play`, and shows what the log and the register have.
    """
    from showcause.bootstrap import today
    from showcause.cli.stores import kept

    with kept(store) as docket:
        dossier = docket.show(proceeding)
    day = as_of or _latest(dossier, today())
    side = _side(dossier)
    if json:
        from scenarios.answering import on_a_day

        head = {"proceeding": side.name, "position": dossier.position}
        print_json({**head, **on_a_day(side, day)}, laws=[side.law])
        return 0
    from showcause.cli.pages.head import foot
    from showcause.cli.pages.played import proceeding_page
    from showcause.cli.terminal import Terminal

    terminal = Terminal()
    page = proceeding_page(side, day, full=full, colourful=terminal.colourful)
    terminal.show(page, foot([side.law], (), full=full))
    return 0


def _latest(dossier: "Dossier", today: date) -> date:
    """Today, or the last act where that is later: training runs ahead of the calendar."""
    return max([today, *(recorded.on for recorded in dossier.history)])


def _side(dossier: "Dossier") -> "Filed":
    from showcause.cli.filed import Filed

    names = tuple(dossier.names.items())
    return Filed(dossier.proceeding, dossier.law, dossier.history, names)


def listed(*, store: Store = None, json: Json = False) -> int:
    """List every proceeding of the store."""
    from showcause.cli.stores import kept

    with kept(store) as docket:
        entries = docket.list()
    if json:
        print_json({"proceedings": [_entry(one) for one in entries]})
        return 0
    from showcause.cli.pages.layout import columns, section
    from showcause.cli.terminal import Terminal

    empty = [["The store is empty: open a proceeding with `showcause docket open`."]]
    Terminal().show(section("Docket", columns([*_rows(entries)] or empty)))
    return 0


def _rows(entries: "tuple[DocketEntry, ...]") -> "Iterator[list[RenderableType]]":
    from showcause.cli.words import line, plural, short_day

    for one in entries:
        days = [
            f"{word} {short_day(day).strip()}"
            for word, day in (
                ("registered", one.registered_on),
                ("last act", one.last_on),
                ("closed", one.closed_on),
            )
            if day is not None
        ]
        facts = [f"law {one.rulebook}", *days, plural(one.position, "event")]
        yield [line((one.proceeding, "title")), line((", ".join(facts), "quiet"))]


def _entry(one: "DocketEntry") -> dict[str, object]:
    def iso(day: date | None) -> str | None:
        return None if day is None else day.isoformat()

    return {
        "proceeding": one.proceeding,
        "rulebook": one.rulebook,
        "registered_on": iso(one.registered_on),
        "last_on": iso(one.last_on),
        "closed_on": iso(one.closed_on),
        "position": one.position,
    }
