"""`showcause rules diff`: what changes from one rulebook to another, or from day to day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

from cyclopts import Parameter, Token

from showcause.cli.parameters import Json, read_day
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from domain.rulebook.model import Gap, Version
    from domain.rulebook.rulebook import Rulebook
    from showcause.cli.compared import Comparison, Side, Value

__all__ = ["compared"]

_TWO: Final = 2


def _days(_hint: type, tokens: Sequence[Token]) -> tuple[date, ...]:
    return tuple(read_day(token.value) for token in tokens)


def compared(
    first: Annotated[str, Parameter(help="A shipped rulebook or a file.")],
    second: Annotated[
        str, Parameter(help="Another; left out, the first is compared on two days.")
    ] = "",
    /,
    *,
    on: Annotated[
        tuple[date, ...],
        Parameter(
            name="--on",
            converter=_days,
            negative="",
            metavar="DAY",
            help="The day of both, or given twice the day of each. [default: last checked]",
        ),
    ] = (),
    json: Json = False,
) -> int:
    """Show what differs between two rulebooks, or between two days of one, rule by rule.

    Each rule stands as it binds that day, with what it takes from the rulebooks that it builds on;
    only the values that differ are shown, each side with its citation. Without a day it is the day
    on which either rulebook was last compared with its texts.
    """
    found = _found(first, second, on)
    if json:
        print_json(_answer(found), laws=[found.before.law, found.after.law])
        return 0
    from showcause.cli.pages.law_compared import compared_page
    from showcause.cli.terminal import Terminal

    Terminal().show(compared_page(found))
    return 0


def _found(first: str, second: str, on: tuple[date, ...]) -> "Comparison":
    from showcause.cli.commands.rules import law_named
    from showcause.cli.compared import Side, compare
    from showcause.cli.errors import CallError

    if len(on) > _TWO:
        raise CallError(f"--on is given {len(on)} times; there are two sides to compare")
    if not second and len(on) != _TWO:
        text = "one rulebook is compared with itself on two days"
        raise CallError(f"{text}; give --on twice, or name a second rulebook")
    law = law_named(first)
    other = law_named(second) if second else law
    days = on or (_checked(law, other),)
    return compare(Side(law=law, on=days[0]), Side(law=other, on=days[-1]))


def _checked(law: "Rulebook", other: "Rulebook") -> date:
    """The later of the days on which the two were last compared with their texts."""
    from showcause.cli.errors import CallError

    layers = (*law.layers, *other.layers)
    days = sorted(day for layer in layers if (day := layer.last_checked_on) is not None)
    if not days:
        raise CallError("neither rulebook says when it was last checked; give a day with --on")
    return days[-1]


def _answer(found: "Comparison") -> dict[str, object]:
    return {
        "from": _side(found.before),
        "to": _side(found.after),
        "general": [_value(one) for one in found.general],
        "rules": [
            {
                "section": rule.section,
                "name": rule.name,
                "from": _labels(rule.before, found.before),
                "to": _labels(rule.after, found.after),
                "values": [_value(one) for one in rule.values],
            }
            for rule in found.rules
        ],
        "same": found.same,
        "presumed": {"from": found.presumed[0], "to": found.presumed[1]},
        "not_modelled": {
            "from": [_gap(gap) for gap in found.gaps_before],
            "to": [_gap(gap) for gap in found.gaps_after],
        },
    }


def _side(side: "Side") -> dict[str, object]:
    law = side.law
    named = {"rulebook": law.name, "title": law.title, "digest": law.digest}
    return {**named, "on": side.on.isoformat()}


def _labels(version: "Version | None", side: "Side") -> dict[str, object] | None:
    from showcause.cli.commands.rules import labels

    return None if version is None else labels(version) | {"presumed": version.presumed(side.on)}


def _value(value: "Value") -> dict[str, object]:
    return {"key": value.key, "from": list(value.before), "to": list(value.after)}


def _gap(gap: "Gap") -> dict[str, str]:
    return {"what": gap.what, "cite": gap.cite, "effect": gap.effect}
