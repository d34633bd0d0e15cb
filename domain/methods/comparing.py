"""Methods side by side over one input, and where and why they part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from domain.methods.calculating import Outcome, calculate
from domain.methods.inputs import FineInput
from domain.methods.model import StepKey
from domain.methods.outcomes import Calculation, MethodRefusal, Step
from domain.rulebook.rulebook import Rulebook

_WHY: Final[Mapping[str, str]] = {
    "legal maximum": "they are held to another law or another turnover",
    "seriousness": "a share of the maximum, a number of daily rates, or a category: seriousness is "
    "measured otherwise",
    "turnover": "the size of the undertaking counts otherwise, or not at all",
    "starting amount": "from here on the sums differ",
    "circumstances": "not every method weighed a circumstance here",
    "band": "only one of them has a band that the sum may not leave without a reason",
    "maximum": "the maximum cuts the sum of one and not of the other",
    "joint maximum": "the joint maximum cuts the sum of one and not of the other",
    "effectiveness": "not every method has a last step that may move the sum both ways",
    "hardship": "not every method counts that the addressee cannot pay",
    "conversion": "not all of them reckon in the currency of the fine",
}
"""Why methods part at a step, in general; what each says there stands beside it."""

__all__ = ["Comparison", "Parting", "compare"]

_ORDER: Final[tuple[StepKey, ...]] = (
    "legal maximum",
    "seriousness",
    "turnover",
    "starting amount",
    "circumstances",
    "band",
    "maximum",
    "joint maximum",
    "effectiveness",
    "hardship",
    "conversion",
)


@frozen(kw_only=True)
class Parting:
    """A step at which the methods differ: why, and what each says; empty if it has no such step."""

    key: str
    of: str
    why: str
    says: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """One line a method."""
        told = "; ".join(f"{method}: {text or 'no such step'}" for method, text in self.says)
        return f"{self.key}{f' ({self.of})' if self.of else ''}: {self.why}: {told}"


@frozen(kw_only=True)
class Comparison:
    """The answers of several methods, and the steps at which they part, the first one first."""

    outcomes: tuple[Outcome, ...]
    partings: tuple[Parting, ...]

    @property
    def calculations(self) -> tuple[Calculation, ...]:
        """The answers that are sums."""
        return tuple(_sums(self.outcomes))

    @property
    def refusals(self) -> tuple[MethodRefusal, ...]:
        """The answers that are refusals."""
        return tuple(_refused(self.outcomes))


def compare(methods: Iterable[str], given: FineInput, law: Rulebook | None = None) -> Comparison:
    """Work out the same input by each method, and find the steps at which they part."""
    outcomes = tuple(calculate(name, given, law) for name in methods)
    return Comparison(outcomes=outcomes, partings=_partings(tuple(_sums(outcomes))))


def _sums(outcomes: Iterable[Outcome]) -> Iterator[Calculation]:
    for outcome in outcomes:
        match outcome:
            case Calculation():
                yield outcome


def _refused(outcomes: Iterable[Outcome]) -> Iterator[MethodRefusal]:
    for outcome in outcomes:
        match outcome:
            case MethodRefusal():
                yield outcome


def _partings(worked: tuple[Calculation, ...]) -> tuple[Parting, ...]:
    if len(worked) < 2:  # noqa: PLR2004 - one alone parts from nobody
        return ()
    places = dict.fromkeys((step.key, step.of) for one in worked for step in one.steps)
    ordered = sorted(places, key=lambda place: (_rank(place[0]), place[1]))
    found = (_parting(key, of, worked) for key, of in ordered if key in _ORDER)
    return tuple(one for one in found if one is not None)


def _rank(key: str) -> int:
    return next((number for number, one in enumerate(_ORDER) if one == key), len(_ORDER))


def _parting(key: str, of: str, worked: tuple[Calculation, ...]) -> Parting | None:
    """What they say at one place, unless all come to the same there."""
    last = [_last(one.steps, key, of) for one in worked]
    if len({_sense(step) for step in last}) == 1:
        return None
    says = tuple(
        (one.method, "" if step is None else step.text)
        for one, step in zip(worked, last, strict=True)
    )
    return Parting(key=key, of=of, why=_WHY[key], says=says)


def _last(steps: tuple[Step, ...], key: str, of: str) -> Step | None:
    return next((s for s in reversed(steps) if s.key == key and s.of == of), None)


def _sense(step: Step | None) -> object:
    """What a method does of its own at a step; later steps only carry earlier differences on."""
    if step is None:
        return None
    match step.key:
        case "circumstances" | "conversion" | "hardship" | "band":
            return "has the step"
        case "maximum" | "joint maximum":
            return step.binds
        case "turnover":
            return step.text
    return (step.low, step.high, step.chosen)
