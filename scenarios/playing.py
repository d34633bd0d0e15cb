"""Play a scenario or a matter: the front door of the player."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import overload

from domain.rulebook.loading import load_rulebook
from domain.rulebook.rulebook import Rulebook
from scenarios.matters import MatterRun, play_matter
from scenarios.model import Matter, Scenario
from scenarios.player import readings_of
from scenarios.run import Run, play_scenario

__all__ = ["play", "readings_of"]


@overload
def play(story: Scenario, law: Rulebook | None = None, as_of: date | None = None) -> Run: ...


@overload
def play(
    story: Matter, law: Mapping[str, Rulebook] | None = None, as_of: date | None = None
) -> MatterRun: ...


def play(
    story: Scenario | Matter,
    law: Rulebook | Mapping[str, Rulebook] | None = None,
    as_of: date | None = None,
) -> Run | MatterRun:
    """Play a story under its own law, or under another one; a matter takes laws by scenario.

    `as_of` is the day of the answers, the last day if left out. Raises ScenarioError where a row
    cannot be worked out, as on a day outside the calendar.
    """
    if isinstance(story, Matter):
        laws = law if isinstance(law, Mapping) else {}
        return play_matter(story, laws, as_of)
    own = law if isinstance(law, Rulebook) else load_rulebook(story.law)
    return play_scenario(story, own, as_of)
