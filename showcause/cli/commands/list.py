"""`showcause list`: what there is to play."""

from typing import TYPE_CHECKING

from showcause.cli.parameters import Json
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from scenarios.sources import Listing

__all__ = ["shown"]


def shown(*, json: Json = False) -> int:
    """List the scenarios and matters that come with Showcause."""
    from scenarios.sources import list_scenarios

    found = list_scenarios()
    if json:
        print_json({"scenarios": [_entry(one) for one in found]})
        return 0
    from showcause.cli.terminal import Terminal

    Terminal().show(_page(found))
    return 0


def _entry(one: "Listing") -> dict[str, object]:
    return {
        "name": one.name,
        "sort": one.sort,
        "title": one.title,
        "kind": one.kind,
        "law": one.law,
        "story": one.story,
        "minutes": one.minutes,
    }


def _page(found: "Sequence[Listing]") -> "RenderableType":
    from rich.console import Group

    from showcause.cli.pages.layout import columns, section
    from showcause.cli.words import line

    parts: list[RenderableType] = []
    for sort, title in (("matter", "Matters"), ("scenario", "Scenarios")):
        rows: list[list[RenderableType]] = [
            [
                line((one.name, "title")),
                Group(line(one.title, (_facts(one), "quiet")), line((one.story, "quiet"))),
            ]
            for one in found
            if one.sort == sort
        ]
        parts.append(section(title, columns(rows)))
    return Group(*parts, section("Next", columns([["showcause play NAME"]])))


def _facts(one: "Listing") -> str:
    facts = [
        "" if one.kind in {"", "real"} else one.kind,
        f"law: {one.law}" if one.law else "",
        f"{one.minutes} minutes" if one.minutes is not None else "",
    ]
    said = ", ".join(filter(None, facts))
    return f"  [{said}]" if said else ""
