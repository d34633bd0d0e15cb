"""Fines that are payable only once a court has confirmed them, or decided the appeal."""

from collections.abc import Iterator
from datetime import date

from domain.amounts import lower
from domain.proceeding.state import ProceedingState

KEEPING = frozenset({"upheld", "varied", "annulled in part"})
"""The results by which a court that hears the appeal confirms what is left of a fine."""


def awaiting(state: ProceedingState) -> tuple[str, ...]:
    """The fines that stand and still wait for a court."""
    gone = state.annulled
    waiting = (one for one in state.fines if one.payable and one.id not in gone)
    return tuple(one.id for one in waiting if confirmed_on(state, one.id) is None)


def confirmed_on(state: ProceedingState, fine: str) -> date | None:
    """Since when a court has confirmed a fine, by an act of its own or by deciding the appeal."""
    first: date | None = None
    for day in _confirming(state, fine):
        first = day if first is None else lower(first, day)
    return first


def _confirming(state: ProceedingState, fine: str) -> Iterator[date]:
    names, gone = {fine, state.decision_of(fine)}, state.annulled
    for one in state.confirmations:
        if one.of == fine and one.result == "confirmed" and one.act not in gone:
            yield one.on
    courts = {act.id for act in state.acts if act.kind == "judgment"} - gone
    for outcome in state.outcomes:
        if outcome.of in names and outcome.act in courts and outcome.result in KEEPING:
            yield outcome.on
