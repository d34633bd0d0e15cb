"""The laws of the code that a history must keep, each as a function with a name of its own.

Each takes `(history, state, law, day)`: the events recorded so far, the state they fold to, the
law they were decided under, and the day on which it is looked at. It raises AssertionError with
a sentence that names the events concerned. `INVARIANTS` holds all of them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import History
from showcause.testing.checks.deadlines import check_deadlines
from showcause.testing.checks.ledger import check_accrual, check_ledger
from showcause.testing.checks.maxima import check_joint_maxima, check_maxima
from showcause.testing.checks.offers import check_offers, check_refusal, check_refusals
from showcause.testing.checks.penalties import check_periodic_penalties
from showcause.testing.checks.record import check_as_of, check_folding, check_record

__all__ = [
    "INVARIANTS",
    "Check",
    "check_accrual",
    "check_all",
    "check_as_of",
    "check_deadlines",
    "check_folding",
    "check_joint_maxima",
    "check_ledger",
    "check_maxima",
    "check_offers",
    "check_periodic_penalties",
    "check_record",
    "check_refusal",
    "check_refusals",
]

Check = Callable[[History, ProceedingState, Rulebook, date], None]
"""An invariant: silent where it holds, an AssertionError where it does not."""

INVARIANTS: Mapping[str, Check] = MappingProxyType(
    {
        "folding": check_folding,
        "record": check_record,
        "refusals": check_refusals,
        "offers": check_offers,
        "maxima": check_maxima,
        "joint maxima": check_joint_maxima,
        "periodic penalties": check_periodic_penalties,
        "ledger": check_ledger,
        "accrual": check_accrual,
        "deadlines": check_deadlines,
        "as of": check_as_of,
    }
)
"""Every invariant by its name; one of your own is added to a copy."""


def check_all(
    history: History,
    state: ProceedingState,
    law: Rulebook,
    day: date,
    checks: Mapping[str, Check] = INVARIANTS,
) -> None:
    """Hold a history to all invariants, or to some; the name of a broken one is in its message."""
    for name, check in checks.items():
        try:
            check(history, state, law, day)
        except AssertionError as broken:
            raise AssertionError(f"{name}: {broken}") from broken
