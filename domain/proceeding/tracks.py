"""The procedure that a file takes, and which of the law's powers and periods are there in it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from domain.proceeding.state import ProceedingState
from domain.rulebook.closed_words import ORDINARY
from domain.rulebook.conditions import InProcedure
from domain.rulebook.model import Power
from domain.rulebook.rulebook import Rulebook


class _Tracked(Protocol):
    @property
    def when(self) -> InProcedure | None: ...


T = TypeVar("T", bound=_Tracked)


def procedure_of(state: ProceedingState) -> str:
    """The procedure that the file takes now: the ordinary one until it was changed."""
    return state.tracks[-1].procedure if state.tracks else ORDINARY


def there(rules: Iterable[T], procedure: str) -> tuple[T, ...]:
    """The rules of a procedure: its own, or else those that name none.

    Those of other procedures are left where there is nothing else, so that it can be said why not.
    """
    every = tuple(rules)
    own = tuple(one for one in every if one.when and procedure in one.when.procedure)
    return own or tuple(one for one in every if one.when is None) or every


def powers_for(law: Rulebook, act: str, on: date, procedure: str) -> tuple[Power, ...]:
    """The powers for an act that day in a procedure; empty if the act does not exist there."""
    return there(law.powers(act, on), procedure)


def begins(rule: _Tracked, procedure: str) -> bool:
    """Whether a period is one of that procedure."""
    return rule.when is None or procedure in rule.when.procedure
