"""`showcause coverage`: which values of the law the library shows at work, and which never."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

from cyclopts import Parameter

from showcause.cli.parameters import Json
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from scenarios.coverage import Covered

__all__ = ["shown"]

_AT_ONCE: Final = 12


def shown(
    *rulebooks: Annotated[
        str, Parameter(help="Shipped rulebooks; none means each that a shipped scenario uses.")
    ],
    every: Annotated[
        bool, Parameter(name="--all", help="Name the decisive values too, each with its story.")
    ] = False,
    jobs: Annotated[int, Parameter(help="How many processes share the work.")] = 0,
    json: Json = False,
) -> int:
    """Show which values of the rulebooks decide something in the shipped scenarios.

    Each value is let be otherwise, and the scenarios that ask for its rule are played again. It is
    decisive if one of them comes out otherwise; asked, if none does; never asked, if no scenario
    needs its rule at all. A condition that every act met is asked and never decisive.
    """
    names = _names(rulebooks)
    found = {name: _covered(name, jobs) for name in names}
    if json:
        from domain.rulebook.loading import load_rulebook

        laws = [load_rulebook(name) for name in names]
        print_json({"rulebooks": [_entry(one, found[one]) for one in names]}, laws=laws)
        return 0
    from showcause.cli.pages.coverage import coverage_page
    from showcause.cli.terminal import Terminal

    Terminal().show(coverage_page(found, every=every))
    return 0


def _names(rulebooks: Sequence[str]) -> tuple[str, ...]:
    from domain.rulebook.loading import load_rulebook
    from scenarios.coverage import laws_with_stories

    for name in rulebooks:
        load_rulebook(name)
    return tuple(dict.fromkeys(rulebooks)) or laws_with_stories()


def _covered(rulebook: str, jobs: int) -> "tuple[Covered, ...]":
    """The values of one rulebook, worked out in several processes unless one is asked for."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from scenarios.coverage import covered, places

    numbers = places(rulebook)
    if jobs == 1 or len(numbers) <= _AT_ONCE:
        return covered(rulebook, numbers)
    parts = [numbers[k : k + _AT_ONCE] for k in range(0, len(numbers), _AT_ONCE)]
    # a fresh interpreter each: a fork of a program with threads may hang
    with ProcessPoolExecutor(jobs or None, mp_context=get_context("spawn")) as pool:
        done = pool.map(covered, [rulebook] * len(parts), parts)
        return tuple(one for part in done for one in part)


def _entry(rulebook: str, found: "Sequence[Covered]") -> dict[str, object]:
    from scenarios.coverage import VERDICTS

    counted = {verdict: sum(one.verdict == verdict for one in found) for verdict in VERDICTS}
    return {
        "rulebook": rulebook,
        "values": len(found),
        "counts": {verdict.replace(" ", "_"): count for verdict, count in counted.items()},
        "found": [
            {
                "rule": str(one.value),
                "since": one.value.since,
                "value": one.value.text,
                "source": one.value.label,
                "verdict": one.verdict,
                "decides": one.decides or None,
                "asked_in": one.asked_in,
            }
            for one in found
        ],
    }
