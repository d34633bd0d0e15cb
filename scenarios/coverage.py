"""Which values of the law ever decided anything in the library, and which never did.

A value is *decisive* in a story if the story comes out otherwise when that one value is another: an
act that is refused or no longer refused, another event, another figure on a day that is looked at.
It is *asked* if the law was asked for its rule while a story was played. So a rule that every act
met, and that no story shows being broken, is asked and never decisive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final, Literal, get_args

import attrs
from attrs import field, frozen

from domain.errors import ShowcauseError
from domain.rulebook.loading import load_rulebook
from domain.rulebook.model import PeriodRule, Power, Version
from domain.rulebook.rulebook import Rulebook, V
from domain.rulebook.varying import LawValue, Variation, variations
from scenarios.loading import load_scenario
from scenarios.model import Scenario
from scenarios.playing import play
from scenarios.run import Run
from scenarios.sources import list_scenarios

__all__ = ["VERDICTS", "Covered", "covered", "laws_with_stories", "places", "stories_under"]

Asked = frozenset[tuple[str, str]]
Verdict = Literal["decisive", "asked", "never asked"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""What can be said of a value, from the most to the least."""


@frozen(kw_only=True)
class Covered:
    """A value of the law with the story that it decides; empty if there is none.

    `asked_in` counts the stories in which its rule was asked for.
    """

    value: LawValue
    decides: str
    asked_in: int

    @property
    def verdict(self) -> Verdict:
        """What the library knows of the value."""
        if self.decides:
            return "decisive"
        return "asked" if self.asked_in else "never asked"


@cache
def stories_under(law: str) -> tuple[str, ...]:
    """The shipped scenarios that are played under a rulebook or one that extends it."""
    found = [one for one in list_scenarios() if one.sort == "scenario"]
    return tuple(
        one.name
        for one in found
        if law in {layer.rulebook for layer in load_rulebook(one.law).layers}
    )


@cache
def laws_with_stories() -> tuple[str, ...]:
    """The rulebooks that some shipped scenario is played under, each with what it extends."""
    laws = dict.fromkeys(one.law for one in list_scenarios() if one.sort == "scenario")
    layers = (layer.rulebook for law in laws for layer in load_rulebook(law).layers)
    return tuple(dict.fromkeys((*laws, *layers)))


def places(law: str) -> tuple[int, ...]:
    """The places of the values that a rulebook itself holds, those it takes over left out."""
    return tuple(range(len(_own(law))))


@cache
def _own(law: str) -> tuple[Variation, ...]:
    found = variations(load_rulebook(law))
    return tuple(one for one in found if one.value.rulebook == law)


def covered(law: str, numbers: Iterable[int]) -> tuple[Covered, ...]:
    """What the library makes of some values of a rulebook; each is looked at on its own.

    The values are told by their places, so that a call can be made in another process.
    """
    return tuple(_covered(_own(law)[number]) for number in numbers)


def _covered(found: Variation) -> Covered:
    value = found.value
    asking = [name for name in stories_under(value.rulebook) if _asks(_told(name)[1], value)]
    decides = next((name for name in asking if _decisive(found, name)), "")
    return Covered(value=value, decides=decides, asked_in=len(asking))


def _asks(asked: Asked, value: LawValue) -> bool:
    return (value.section, value.act) in asked or (value.section, value.name) in asked


def _decisive(found: Variation, name: str) -> bool:
    """Whether a story comes out otherwise under any of the laws in which a value is another."""
    story, law = _story(name)
    layer = next(k for k, one in enumerate(law.layers) if one.rulebook == found.value.rulebook)
    placed = attrs.evolve(found, layer=layer)
    return any(_outcome(story, other) != _told(name)[0] for other in placed.laws(law))


@cache
def _story(name: str) -> tuple[Scenario, Rulebook]:
    story = load_scenario(name)
    return story, load_rulebook(story.law)


@cache
def _told(name: str) -> tuple[object, Asked]:
    """How a story comes out under its own law, and which rules it asks for."""
    story, law = _story(name)
    listening = _Listening.to(law)
    outcome = _outcome(story, listening)
    return outcome, frozenset(listening.heard)


def _outcome(story: Scenario, law: Rulebook) -> object:
    """Everything that a reader is told of a story; a law that cannot play it is an outcome too."""
    try:
        run = play(story, law)
        return tuple(_parts(run, story))
    except ShowcauseError as error:
        return str(error)


def _parts(run: Run, story: Scenario) -> Iterator[object]:
    for reading in run.readings:
        yield tuple(recorded.event for recorded in reading.history)
        for step in reading.steps:
            refusal = step.refusal
            broken = () if refusal is None else tuple((d.rule, d.limit) for d in refusal.defects)
            warned = tuple(defect.rule for defect in step.warnings)
            yield step.on, broken, warned, step.wrongly_accepted
    for day in _days(run, story):
        yield run.exposure(day), run.status(day)


def _days(run: Run, story: Scenario) -> Sequence[date]:
    told = (one.as_of for one in story.expect if isinstance(one.as_of, date))
    return (*dict.fromkeys((*told, run.last_day)),)


@frozen(eq=False)
class _Listening(Rulebook):
    """A law that remembers which of its rules it was asked for."""

    heard: set[tuple[str, str]] = field(factory=set)

    @staticmethod
    def to(law: Rulebook) -> _Listening:
        """The same law, listening."""
        init = {one.name: getattr(law, one.name) for one in attrs.fields(Rulebook) if one.init}
        return _Listening(**init)

    def versions(self, section: str, name: str) -> tuple[Version, ...]:
        """The versions of a rule; whether they matter shows in the questions below."""
        return Rulebook.versions(self, section, name)

    def periods_from(self, point: str, on: date) -> tuple[PeriodRule, ...]:
        """The periods that start at a point."""
        found = Rulebook.periods_from(self, point, on)
        self.heard.update(("periods", one.name) for one in found)
        return found

    def _single(self, section: str, name: str, on: date, kind: type[V]) -> V:
        self.heard.add((section, name))
        return Rulebook._single(self, section, name, on, kind)  # noqa: SLF001 - its own base

    def _all(self, section: str, on: date, kind: type[V]) -> tuple[V, ...]:
        found = Rulebook._all(self, section, on, kind)  # noqa: SLF001 - its own base
        self.heard.update((section, one.name) for one in found)
        return found

    def _composed(
        self, section: Literal["acts", "measures"], act: str, on: date
    ) -> tuple[Power, ...]:
        self.heard.add((section, act))
        return Rulebook._composed(self, section, act, on)  # noqa: SLF001 - its own base
