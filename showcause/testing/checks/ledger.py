"""Law 6: the ledger balances, and what accrues never falls while the breach lasts."""

from datetime import date, timedelta

from domain.proceeding.penalties import Penalised, penalised
from domain.proceeding.standing import outstanding as outstanding_of
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import ExposureLedger, History
from projections.accounts import Account
from projections.exposure import Exposure
from showcause.testing.ledger_oracle import figures, outstanding

_ONE_DAY = timedelta(days=1)
_DAYS_AHEAD = 3


def check_ledger(history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 6. The ledger balances, and each figure is what adding up the events by hand gives.

    Each movement leaves one state and enters another, no state is ever negative, and every line
    names the event and the provision that made it so.
    """
    exposure = ExposureLedger(history).at(day, law)
    _check_movements(exposure, history)
    right = figures((recorded.event for recorded in history), day)
    for figure in FIGURES:
        found = exposure.figure(figure).minor
        assert found == right[figure], f"{figure} is {found} on {day}, not {right[figure]}"
        lines = sum(line.amount.minor for line in exposure.lines(figure))
        assert lines == found, f"the lines of {figure} sum to {lines}, not to {found}"
    for of, open_sum in outstanding((r.event for r in history), day).items():
        said = outstanding_of(state, of).minor
        assert said == open_sum, f"{said} is open of {of}, not {open_sum}"
    floor, ceiling = exposure.at_stake
    assert floor.minor >= 0, f"less than nothing is at stake: {floor}"
    assert ceiling is None or floor <= ceiling, f"at stake is {floor} up to {ceiling}"


FIGURES = (
    *(account.value for account in Account if account is not Account.OUTSIDE),
    *("fined", "liquidated", "imposed", "outstanding"),
)
"""The figures of the ledger that are one sum each; what is at stake is a floor and a ceiling."""


def _check_movements(exposure: Exposure, history: History) -> None:
    names = {recorded.position: type(recorded.event).__name__ for recorded in history}
    balances: dict[tuple[str, Account], int] = {}
    by_day = {
        movement.on: [m for m in exposure.movements if m.on == movement.on]
        for movement in exposure.movements
    }
    for on, movements in by_day.items():
        for one in movements:
            said = f"the movement of {one.amount} for {one.about} on {on}"
            assert one.leaves is not one.enters, f"{said} stays in {one.leaves.value}"
            assert one.amount.minor > 0, f"{said} moves nothing"
            assert names.get(one.position) == one.event, f"{said} names no event: {one.event}"
            assert one.cite, f"{said} names no provision"
            left, entered = (one.about, one.leaves), (one.about, one.enters)
            balances[left] = balances.get(left, 0) - one.amount.minor
            balances[entered] = balances.get(entered, 0) + one.amount.minor
        for (about, account), balance in balances.items():
            below = balance < 0 and account is not Account.OUTSIDE
            assert not below, f"{about} is {balance} in {account.value} at the end of {on}"


def check_accrual(history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 6. Between events a further day never lowers what accrues while the breach lasts."""
    before = ExposureLedger(history).at(day, law).figure("accruing")
    for ahead in range(1, _DAYS_AHEAD + 1):
        later = day + ahead * _ONE_DAY
        after = ExposureLedger(history).at(later, law).figure("accruing")
        assert after >= before, f"{before} accrues on {later - _ONE_DAY}, and {after} on {later}"
        rising = sum(_rises(one) for one in penalised(state))
        most = (after - before).minor
        assert most <= rising, f"{most} more accrues on {later}, and a day costs {rising}"
        before = after


def _rises(one: Penalised) -> int:
    """The most by which one day can raise what a penalty runs up, in minor units: one unit."""
    return 0 if one.penalty is None else one.penalty.unit.minor
