"""Whether the scenarios of a matter are there, with the parties and conducts that it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from domain.errors import shown
from domain.rulebook.reader import Reader
from scenarios.expected import MatterExpectation
from scenarios.model import Matter, Participation, Scenario
from scenarios.sense.outline import Steps, advice

__all__ = ["check_matter"]


def check_matter(
    matter: Matter, reader: Reader, scenarios: Mapping[str, Scenario], names: Collection[str]
) -> None:
    """Note what is missing; `scenarios` are those of its proceedings that could be loaded."""
    if not matter.proceedings:
        reader.note_at(matter, "a matter has proceedings", at=("proceedings",))
    for name, part in matter.proceedings:
        scenario = scenarios.get(name)
        if name not in names:
            message = f"there is no scenario {shown(name)}"
            reader.note_at(matter, message, advice(name, names), at=("proceedings", name))
        elif scenario is not None:
            _participation(part, reader, scenario)
    if not matter.expect:
        message = "nothing is expected: a matter that expects nothing always passes"
        reader.note_at(matter, message, "add 'expect:' with sums on a day")
    for one in matter.expect:
        _expectation(one, reader)
    known = [key for key, _ in matter.sources]
    told: list[tuple[Steps, str]] = [
        (("source", place), one.partition(" ")[0]) for place, one in enumerate(matter.source)
    ]
    told += [
        (("told_differently", place, "source"), one.source)
        for place, one in enumerate(matter.told_differently)
    ]
    for at, key in told:
        if key not in known:
            message = f"there is no source {shown(key)}"
            reader.note_at(matter, message, advice(key, known), at=at)


def _participation(part: Participation, reader: Reader, scenario: Scenario) -> None:
    addressees = [key for key, party in scenario.parties if party.role == "addressee"]
    conducts = [key for key, _ in scenario.conducts]
    if part.addressee not in addressees:
        message = f"{scenario.scenario} has no addressee {shown(part.addressee)}"
        reader.note_at(part, message, advice(part.addressee, addressees), at=("addressee",))
    if part.conduct not in conducts:
        message = f"{scenario.scenario} has no conduct {shown(part.conduct)}"
        reader.note_at(part, message, advice(part.conduct, conducts), at=("conduct",))


def _expectation(one: MatterExpectation, reader: Reader) -> None:
    if not one.exposure:
        hint = "add 'exposure:' with a sum for each currency"
        reader.note_at(one, "this expectation expects nothing", hint)
    for figure, told in one.exposure:
        several = told if isinstance(told, tuple) else (told,)
        ends = [end for bounds in several for end in (bounds.least, bounds.most)]
        currencies = [end.currency for end in ends if end is not None]
        if len(several) != len(set(currencies)):
            message = "one sum for each currency"
            reader.note_at(one, message, at=("exposure", figure))
