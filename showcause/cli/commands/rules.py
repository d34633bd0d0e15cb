"""`showcause rules`: the law as the program has it, so that nobody needs to trust it unread."""

from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from showcause.cli.parameters import Json, day_parameter
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from domain.rulebook.model import Version
    from domain.rulebook.rulebook import Rulebook

__all__ = ["labels", "law_named", "told"]


def told(
    rulebook: Annotated[str, Parameter(help="A shipped rulebook or a file; none lists them.")] = "",
    /,
    *,
    on: Annotated[
        date | None,
        day_parameter("Only the versions in force that day. [default: all versions]", "--on"),
    ] = None,
    json: Json = False,
) -> int:
    """Show the law that applies: each rule with its citation, since when, and how sure that is.

    A value that is our own model or from memory says so, and what is not modelled is listed.
    """
    if not rulebook:
        return _listed(json=json)
    law = law_named(rulebook)
    if json:
        print_json(_answer(law, on), laws=[law])
        return 0
    from showcause.cli.pages.law import law_page
    from showcause.cli.terminal import Terminal

    Terminal().show(law_page(law, on))
    return 0


def law_named(name: str) -> "Rulebook":
    """A shipped rulebook by name; whatever looks like a file is read as one."""
    from domain.rulebook.loading import load_rulebook, load_rulebook_from

    path = Path(name)
    if path.suffix in {".yaml", ".yml"} or path.exists():
        return load_rulebook_from(path)
    return load_rulebook(name)


def _listed(*, json: bool) -> int:
    from domain.rulebook.loading import load_rulebook, shipped

    laws = [load_rulebook(name) for name in shipped()]
    if json:
        heads = [{"rulebook": law.name, "title": law.title, "digest": law.digest} for law in laws]
        print_json({"rulebooks": heads}, laws=laws)
        return 0
    from showcause.cli.pages.layout import columns, section
    from showcause.cli.terminal import Terminal
    from showcause.cli.words import line

    rows = [
        [line((law.name, "title")), line(law.title, (_builds_on(law), "quiet"))] for law in laws
    ]
    Terminal().show(section("Rulebooks", columns(rows)))
    return 0


def _builds_on(law: "Rulebook") -> str:
    parents = ", ".join(layer.rulebook for layer in law.layers[1:])
    return f"  on {parents}" if parents else ""


def _answer(law: "Rulebook", on: date | None) -> dict[str, object]:
    from showcause.cli.pages.law import rules_of

    return {
        "rulebook": law.name,
        "title": law.title,
        "digest": law.digest,
        "on": None if on is None else on.isoformat(),
        "builds_on": [layer.rulebook for layer in law.layers[1:]],
        "instruments": dict(law.instruments),
        "organs": {key: organ.local for key, organ in law.organs.items()},
        "rules": [
            {"section": rule.section, "name": rule.name, "says": list(rule.says)}
            | labels(rule.version)
            | ({} if on is None else {"presumed": rule.version.presumed(on)})
            for rule in rules_of(law, on)
        ],
        "not_modelled": [
            {"what": gap.what, "cite": gap.cite, "effect": gap.effect} for gap in law.not_modelled
        ],
    }


def labels(version: "Version") -> dict[str, object]:
    """Where a version comes from, since when it applies, and what it rests on."""
    return {
        "rulebook": version.rulebook,
        "since": str(version.since),
        "until": None if version.until is None else version.until.isoformat(),
        "cite": version.cite,
        "kind": _word(version.kind) or "statute",
        "confidence": _word(version.confidence),
        "read_in": version.read_in,
        "note": version.note,
    }


def _word(label: Enum | None) -> str:
    return "" if label is None else str(label.value)
