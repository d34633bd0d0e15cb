"""From the words of a call, or a row of a file, to the commands of one act."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from attrs import frozen

from domain.days import Day
from domain.money import MoneyRange
from domain.proceeding.deciding import decide, fold
from domain.proceeding.messages import Command, Refusal
from domain.proceeding.state import ProceedingState
from domain.rulebook.documents import decode, parse_document
from domain.rulebook.rulebook import Rulebook
from scenarios.commands import Scene, commands_of, notifying, publishing
from scenarios.errors import ScenarioError
from scenarios.grammar import scenario_reader
from scenarios.planning import EARLIEST
from scenarios.rows import Decision, Row
from showcause.cli.errors import CallError

__all__ = ["Planned", "planned", "read_row", "read_row_file", "row_of_words", "row_text"]

_FLOW: Final = ("[", "{")
_WORDS: Final = "the act"


@frozen
class Planned:
    """One command of an act, and what is added to the command id to name it."""

    command: Command
    suffix: str


def row_text(words: Sequence[str], on: date | None) -> str:
    """The row that words stand for: an act, then `key=value`.

    A value may be a `[ ]` or `{ }` of the format; a key given again makes a list.
    """
    place = next((k for k, word in enumerate(words) if "=" in word), len(words))
    act = " ".join(words[:place])
    if not act:
        raise CallError("name the act first, then its keys: compliance with=injunction")
    given: dict[str, list[str]] = {"act": [act]}
    if on is not None:
        given["day"] = [on.isoformat()]
    for word in words[place:]:
        key, equals, value = word.partition("=")
        if not equals:
            raise CallError(f"'{word}' is no key=value; a value with spaces needs quotes")
        given.setdefault(key, []).append(value)
    return "".join(_line(key, values) for key, values in given.items())


def _line(key: str, values: Sequence[str]) -> str:
    """One key; given several times, a list with one item a line."""
    items = _quoted(values[0]) if len(values) == 1 else values
    if items is None:
        return f"{key}: {_scalar(values[0])}\n"
    return "".join([f"{key}:\n", *(f"  - {_scalar(value)}\n" for value in items)])


def _quoted(value: str) -> Sequence[str] | None:
    """The items of a list whose every item is in quotes, so that no comma can split one."""
    if not value.startswith("["):
        return None
    try:
        items = json.loads(value)
    except ValueError:
        return None
    return items if items and all(isinstance(item, str) for item in items) else None


def _scalar(value: str) -> str:
    return value if value.startswith(_FLOW) else json.dumps(value, ensure_ascii=False)


def row_of_words(words: Sequence[str], on: date | None) -> Row:
    """The row that words stand for; the places in messages are keys, as there is no file."""
    try:
        return read_row(row_text(words, on), _WORDS)
    except ScenarioError as error:
        raise CallError("\n".join(_without_place(error))) from None


def _without_place(error: ScenarioError) -> Iterator[str]:
    for mistake in error.mistakes:
        yield str(mistake).removeprefix(f"{mistake.mark}: ")


def read_row(text: str, name: str) -> Row:
    """One row of a timeline as a file tells it; raises ScenarioError with every mistake."""
    root, mistakes = parse_document(text, name)
    reader = scenario_reader()
    row = None if root is None else reader.read_as(root, Row)
    found = (*mistakes, *reader.mistakes)
    if found or not isinstance(row, Row):
        raise ScenarioError(found)
    return row


def read_row_file(path: str, standard_input: bytes | None = None) -> Row:
    """The same from a file, or from what was read from standard input."""
    if standard_input is not None:
        return read_row(decode(standard_input), "-")
    return read_row(decode(Path(path).read_bytes()), path)


def planned(row: Row, state: ProceedingState, law: Rulebook) -> tuple[Planned, ...]:
    """The commands of a row in the order of their days: the act, its notification, publication."""
    on = _exact(row, "day", row.day)
    name = row.id or _free(state, row.act)
    scene = Scene(
        state=state,
        law=law,
        on=on,
        name=name,
        measures=tuple(_measure_names(row, state)),
        reading=EARLIEST,
    )
    _check_sums(row)
    acts = commands_of(row, scene)
    found = [(on, 0, command) for command in acts]
    found += [(day, 1, command) for day, command in _notified(row, name, _to(name, acts, scene))]
    if row.published is not None:
        day = _exact(row, "published", row.published)
        found.append((day, 2, publishing(name, day, f"{name}.published")))
    found.sort(key=lambda one: one[:2])
    return tuple(
        Planned(command, f"/{place}" if place else "")
        for place, (_, _, command) in enumerate(found)
    )


def _exact(row: Row, key: str, when: object) -> date:
    exact = when.exact if isinstance(when, Day) else None
    if exact is None:
        raise CallError(f"{key}: a docket keeps exact days; write one like 2023-01-10 ({row.act})")
    return exact


def _check_sums(row: Row) -> None:
    """A story may tell a sum by its bounds and is played at both; what is stored is one sum."""
    told = {"amount": getattr(row, "amount", None)}
    for place, measure in enumerate(row.measures if isinstance(row, Decision) else (), 1):
        told[f"measures.{place}.amount"] = getattr(measure, "amount", None)
    for key, amount in told.items():
        if isinstance(amount, MoneyRange) and amount.least != amount.most:
            one = f"a docket keeps exact sums; write one like {amount.least}"
            raise CallError(f"{key}: {one}, not {amount} ({row.act})")


def _to(name: str, acts: Sequence[Command], scene: Scene) -> tuple[str, ...]:
    """To whom the act is addressed once it stands; nobody where it is refused, as it will be."""
    state = scene.state
    for command in acts:
        verdict = decide(state, command, scene.law)
        if isinstance(verdict, Refusal):
            return ()
        state = fold(verdict.events, state)
    act = state.act(name)
    return () if act is None else act.to


def _notified(row: Row, name: str, to: Sequence[str]) -> Iterator[tuple[date, Command]]:
    """A notification to each addressee; the only one is left unnamed, as the law finds it."""
    if row.notified is None:
        return
    if isinstance(row.notified, tuple):
        for party, when in row.notified:
            day = _exact(row, f"notified.{party}", when)
            yield day, notifying(name, day, party, f"{name}.notified.{party}")
        return
    day = _exact(row, "notified", row.notified)
    if len(to) <= 1:
        yield day, notifying(name, day, "", f"{name}.notified")
        return
    for addressee in to:
        yield day, notifying(name, day, addressee, f"{name}.notified.{addressee}")


def _measure_names(row: Row, state: ProceedingState) -> Iterator[str]:
    """The names of the measures of a decision, given or free."""
    taken: set[str] = set(state.known_ids())
    for measure in row.measures if isinstance(row, Decision) else ():
        name = measure.id or _free_among(taken, measure.measure)
        taken.add(name)
        yield name


def _free(state: ProceedingState, wanted: str) -> str:
    return _free_among(state.known_ids(), wanted)


def _free_among(taken: frozenset[str] | set[str], wanted: str) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
