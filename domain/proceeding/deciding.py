"""decide, evolve and options: they find the room of an act and hold it to the rulebook."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from domain.proceeding.acts import REGISTRATION, ROOMS
from domain.proceeding.beginnings import begun
from domain.proceeding.bounds import SomeOf
from domain.proceeding.conditions import unmet
from domain.proceeding.examining import (
    Findings,
    cases,
    counts,
    examined,
    offer,
    only,
    required,
    wrong_actor,
)
from domain.proceeding.measures import MEASURES
from domain.proceeding.messages import (
    Accepted,
    Command,
    Defect,
    Event,
    Refusal,
    Verdict,
    impossible,
    joined,
)
from domain.proceeding.offers import Answer, Offer
from domain.proceeding.rooms import NO_POWER, Case, Evolution, Room
from domain.proceeding.state import ProceedingState, draft_of, revised
from domain.proceeding.tracks import powers_for, procedure_of
from domain.rulebook.model import Power
from domain.rulebook.rulebook import Rulebook

BY_COMMAND: dict[type[Command], Room] = {room.command: room for room in (REGISTRATION, *ROOMS)}
EVOLUTIONS: dict[type[Event], Evolution] = {
    event: evolution for room in BY_COMMAND.values() for event, evolution in room.events.items()
}

KINDS: dict[type[Event], str] = {
    **{event: room.act for room in BY_COMMAND.values() for event in room.events},
    **{room.event: room.kind for room in MEASURES.values()},
}
"""The name that a rulebook has for the act or the measure behind an event."""


def evolve(state: ProceedingState, event: Event) -> ProceedingState:
    """The state after an event; total, and never a check."""
    after = EVOLUTIONS[type(event)](state, event)
    return revised(after, last_on=event.on)


def fold(events: Iterable[Event], state: ProceedingState | None = None) -> ProceedingState:
    """The state after many events: as evolving one by one, without a copy for each of them."""
    draft, last_on = draft_of(state or ProceedingState()), None
    for event in events:
        EVOLUTIONS[type(event)](draft, event)
        last_on = event.on
    if last_on is not None:
        revised(draft, last_on=last_on)
    return draft.finished()


def decide(state: ProceedingState, command: Command, law: Rulebook) -> Verdict:
    """The events of a command, or why it is refused; pure, and the state is as it was."""
    room = BY_COMMAND[type(command)]
    command = _numbered(state, command, room)
    refused = _not_possible(state, command, law, room)
    if refused is not None:
        return refused
    found = (examined(case, command, room) for case in cases(state, command, law, room))
    best = min(found, key=lambda one: len(one.defects))
    final = tuple(d for d in best.defects if d.gravity == "impossible")
    if final:
        return Refusal(act=room.act, kind="impossible", defects=final, by=command.by)
    refused = _irregular(command, best, room)
    if refused is not None:
        return refused
    why = dict(command.despite)
    recorded = tuple(attrs.evolve(d, why=why[d.rule]) for d in best.defects)
    basis = best.case.power.label if best.case.power is not NO_POWER else ""
    given = room.results(best.case, command)
    results = tuple(
        event if event.basis else attrs.evolve(event, basis=basis)
        for event in (*given, *begun(best.case, given))
    )
    events = _with_defects(results, recorded)
    return Accepted(events=events, warnings=best.warnings)


def options(state: ProceedingState, law: Rulebook, on: date) -> tuple[Answer, ...]:
    """What each act that the model knows may be that day: an offer, or why it may not be given."""
    late = state.last_on is not None and on < state.last_on
    if not state.registered or late or not date.min < on < date.max:
        return ()
    answers: list[Answer] = []
    for room in ROOMS:
        targets = room.targets(state)
        for target in targets:
            case = Case(
                state=state,
                law=law,
                on=on,
                power=NO_POWER,
                act=room.act,
                target=target,
                procedure=procedure_of(state),
            )
            answers.extend(_answers(case, room))
        if not targets:
            answers.append(
                impossible(room.act, room.target, "there is nothing that it could be about")
            )
    return tuple(answers)


def _numbered(state: ProceedingState, command: Command, room: Room) -> Command:
    """The command under an id: its own, or the kind of act, numbered from the second on."""
    if command.id:
        return command
    taken = state.known_ids()
    number = 1 + sum(act.kind == room.act for act in state.acts)
    wanted = room.act if number == 1 else f"{room.act}-{number}"
    while wanted in taken:
        number += 1
        wanted = f"{room.act}-{number}"
    return attrs.evolve(command, id=wanted)


def _not_possible(
    state: ProceedingState, command: Command, law: Rulebook, room: Room
) -> Refusal | None:
    """What cannot be recorded at all, whatever the rulebook says."""
    if not date.min < command.on < date.max:
        message = f"{command.on} is at an end of the calendar; no day is before or after it"
        return impossible(room.act, "on", message, asked=command.on)
    if room is REGISTRATION:
        taken = "this proceeding is registered already"
        return impossible(room.act, "registration", taken) if state.registered else None
    if not state.registered:
        return impossible(room.act, "registration", "there is no proceeding yet")
    if state.last_on is not None and command.on < state.last_on:
        message = f"{command.on} is before the last act, of {state.last_on}"
        return impossible(room.act, "order of days", message, asked=command.on)
    if command.id in state.known_ids():
        message = f"the id '{command.id}' is taken"
        return impossible(room.act, "id", message, asked=command.id)
    if command.by and state.party(command.by) is None and command.by not in law.organs:
        known = joined([*law.organs, *(party.key for party in state.parties)])
        message = f"'{command.by}' is no party and no organ; there are {known}"
        return impossible(room.act, "by", message, asked=command.by)
    return None


def _irregular(command: Command, found: Findings, room: Room) -> Refusal | None:
    """The refusal of an act with defects that `despite` does not name, or names in vain."""
    named = {rule for rule, _ in command.despite}
    if any(defect.rule not in named for defect in found.defects):
        return Refusal(act=room.act, kind="irregular", defects=found.defects, by=command.by)
    idle = named - {defect.rule for defect in (*found.defects, *found.warnings)}
    if not idle:
        return None
    message = f"'despite' names {joined(sorted(idle))}, and nothing is irregular there"
    vain = Defect(rule="despite", message=message)
    return Refusal(act=room.act, kind="irregular", defects=(vain,), by=command.by)


def _with_defects(events: tuple[Event, ...], defects: tuple[Defect, ...]) -> tuple[Event, ...]:
    """The events with their defects: those of a measure on its event, others on the act's."""
    if not defects:
        return events
    marked: list[Event] = []
    for place, event in enumerate(events):
        measure = getattr(event, "measure", "")
        own = tuple(
            d for d in defects if (d.measure == measure if measure else not d.measure and not place)
        )
        marked.append(attrs.evolve(event, defects=own))
    return tuple(marked)


def _answers(case: Case, room: Room) -> tuple[Answer, ...]:
    """The answer of an act about one thing; several where it depends on which party would act."""
    names = {name for power in _powers(case, room) for name in power.by}
    keys = tuple(party.key for party in case.state.parties if party.role in names)
    if len(keys) <= 1:
        return (_answer(case, room),)
    by_party = {key: _answer(attrs.evolve(case, by=key), room) for key in keys}
    different: list[Answer] = []
    for answer in by_party.values():
        if answer not in different:  # a comparison costs much less than a hash
            different.append(answer)
    if len(different) == 1:
        return tuple(different)
    return tuple(
        _of(answer, tuple(key for key in keys if by_party[key] == answer)) for answer in different
    )


def _powers(case: Case, room: Room) -> tuple[Power, ...]:
    powers = powers_for(case.law, case.act, case.on, case.procedure)
    return tuple(power for power in powers if room.fits(power, case.state, case.target))


def _of(answer: Answer, keys: tuple[str, ...]) -> Answer:
    """The answer for these parties."""
    if isinstance(answer, Refusal):
        return attrs.evolve(answer, by=joined(keys))
    return attrs.evolve(answer, by=keys)


def _answer(case: Case, room: Room) -> Answer:
    """The offer of the first power whose conditions hold, or the refusal with fewest defects."""
    refusals: list[Refusal] = []
    for power in _powers(case, room) or (NO_POWER,):
        by = case.by or only(case.state, power.by)
        under = attrs.evolve(case, power=power, by=by)
        missing = [unmet(under, condition) for condition in required(power)]
        barring = (*missing, *room.bars(under), *wrong_actor(under, room))
        found = [d for d in barring if d is not None]
        made = offer(under, room)
        closed = tuple(_barred(made, room))
        barred = tuple(d for d in closed if d.gravity == "impossible")
        empty = [d for d in (field.barred() for field in made.fields) if d is not None]
        every = (*found, *empty, *closed)
        hard = (d for d in every if d.gravity != "warns" and counts(under, d))
        defects = barred or tuple(hard)
        if not defects:
            return attrs.evolve(made, warnings=tuple(found))
        final = any(defect.gravity == "impossible" for defect in defects)
        kind = "impossible" if final else "irregular"
        refusals.append(Refusal(act=room.act, kind=kind, defects=defects, target=case.target))
    return min(refusals, key=lambda refusal: len(refusal.defects))


def _barred(made: Offer, room: Room) -> Iterator[Defect]:
    """Why an act cannot be about its target for whoever would give it."""
    for field in made.of(room.target) if room.target else ():
        several = isinstance(field.domain, SomeOf)
        defect = field.defect((made.target,) if several else made.target)
        if defect is not None:
            yield defect
