"""Laws 1, 2 and 8: the record has one order, one state, and answers that stay as they were."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import DeadlineRegister, ExposureLedger, History, Status, Timeline, state_of
from showcause.testing.checks.naming import named

ANSWERS: Mapping[str, Callable[[History, date, Rulebook], object]] = {
    "status": lambda history, day, law: Status(history).at(day, law),
    "exposure": lambda history, day, law: ExposureLedger(history).at(day, law),
    "register of deadlines": lambda history, day, law: DeadlineRegister(history).at(day, law),
    "timeline": lambda history, day, law: Timeline(history).at(day, law),
}
"""What can be asked as of a day."""

_ONE_DAY = timedelta(days=1)


def check_folding(history: History, state: ProceedingState, _law: Rulebook, _day: date) -> None:
    """Law 1. Folding in parts is folding once: a kept state is as good as the events."""
    assert state_of(history) == state, "folding the events anew gives another state"


def check_record(history: History, _state: ProceedingState, _law: Rulebook, _day: date) -> None:
    """Law 2. The record has one order: places from 1, no day before the last, an id for each act.

    Two runs could not store the same bytes if the same history could be numbered in two ways.
    """
    for place, recorded in enumerate(history, start=1):
        assert recorded.position == place, f"event {place} stands at {recorded.position}"
    for before, after in pairwise(history):
        said = f"{named(after.event)} is before {named(before.event)}"
        assert before.on <= after.on, said
    starts = [
        after.event.act
        for before, after in pairwise((None, *history))
        if after is not None and (before is None or before.event.act != after.event.act)
    ]
    twice = sorted({act for act in starts if starts.count(act) > 1})
    assert not twice, f"two acts go by the id {', '.join(twice)}"


def check_as_of(history: History, _state: ProceedingState, law: Rulebook, _day: date) -> None:
    """Law 8. An answer as of a day does not change when later events are added.

    Asked of every read model, as of the first, the middle and the last day of the history.
    """
    days = sorted({recorded.on for recorded in history})
    for day in {days[0] - _ONE_DAY, days[0], days[len(days) // 2], days[-1]} if days else ():
        until = tuple(recorded for recorded in history if recorded.on <= day)
        for name, answer in ANSWERS.items():
            later = f"the {name} as of {day} is another once more has happened"
            assert answer(history, day, law) == answer(until, day, law), later
