"""The register of deadlines: what is due, by whom, until when, and how that day came about."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from domain.amounts import higher
from domain.deadlines import Deadline
from domain.proceeding.acts.service import APPEAL_PERIODS
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.standing import (
    answered_by,
    ends,
    fell_away,
    lifted_on,
    met_by,
    outstanding,
    over_in_time,
)
from domain.proceeding.state import ProceedingState, named
from domain.rulebook.rulebook import Rulebook
from projections.folding import Kept, state_of


@frozen(kw_only=True)
class DueDay:
    """One deadline: what it is of, for whom it runs, and where it stands.

    `status` is `running`, `met`, `answered`, `ended`, `void` (what it was of is gone), `run out`
    (a notice was met after it), `lapsed` (the proceeding ended with it) or what silence is taken
    for: `agreement by silence`.
    """

    name: str
    of: str
    party: str
    since: date
    deadline: Deadline
    status: str
    cite: str
    days_left: int
    calendar: str


@frozen
class DeadlineRegister(Kept):
    """Every period that was started and stands, in the order of the days on which they end."""

    name: ClassVar[str] = "deadlines"

    def at(self, day: date, law: Rulebook) -> tuple[DueDay, ...]:
        """The register as of the end of a day; the periods carry their law with them."""
        state = state_of(self.until(day))
        calendar = f"{law.calendar.name} calendar"
        standing = standing_periods(state)
        found = (_due_day(state, period, day, calendar) for period in standing)
        return tuple(sorted(found, key=lambda due: (due.deadline.on, due.of, due.name)))


def standing_periods(state: ProceedingState) -> tuple[RunningPeriod, ...]:
    """The periods as they stand, without those in whose place an amendment gave more time."""
    last = {(one.of, one.name, one.party): one for one in state.periods if one.name == "comply"}
    return tuple(
        one for one in state.periods if last.get((one.of, one.name, one.party), one) == one
    )


def _due_day(state: ProceedingState, period: RunningPeriod, day: date, calendar: str) -> DueDay:
    return DueDay(
        name=period.name,
        of=period.of,
        party=period.party,
        since=period.since,
        deadline=period.deadline,
        status=_status(state, period, day),
        cite=period.cite,
        days_left=(period.deadline.on - day).days,
        calendar=calendar,
    )


def _status(state: ProceedingState, period: RunningPeriod, day: date) -> str:
    if period.of in state.annulled or _nothing_to_pay(state, period):
        return "void"
    if fell_away(state, period.of, period.name):
        return "void"
    if _met(state, period):
        return "run out" if _shown_late(state, period) else "met"
    notice = named(state.notices, period.of)
    closed = notice is not None and notice.closed_on is not None
    if closed or lifted_on(state, period.of) is not None:
        return "void"
    if any(answers(state, period)) or (period.closes and over_in_time(state, period)):
        return "answered"
    if day <= higher(period.deadline.on, period.since):
        return "running"
    if period.closes == "proceeding":
        return "lapsed"
    return f"{period.silence} by silence" if period.silence else "ended"


def _met(state: ProceedingState, period: RunningPeriod) -> bool:
    """Whether what was to be done within it is done: complied, or paid in full."""
    if period.name == "payment":
        return all(outstanding(state, one).minor == 0 for one in _sums(state, period))
    return period.name == "comply" and met_by(state, period.of, period.party) is not None


def _shown_late(state: ProceedingState, period: RunningPeriod) -> bool:
    """Whether it was shown only after the end that a notice was met; a finding may look back."""
    met = met_by(state, period.of, period.party)
    if named(state.notices, period.of) is None or met is None or met <= ends(period):
        return False
    return any(one.of == period.of and one.shown and one.on == met for one in state.compliance)


def _nothing_to_pay(state: ProceedingState, period: RunningPeriod) -> bool:
    return period.name == "payment" and not _sums(state, period)


def _sums(state: ProceedingState, period: RunningPeriod) -> tuple[str, ...]:
    """The sums of the act that a period to pay runs for, as far as they stand."""
    sums = state.sums()
    ids = (one.id for one in sums if period.of in {one.id, state.decision_of(one.id)})
    return tuple(one for one in ids if one not in state.annulled)


def answers(state: ProceedingState, period: RunningPeriod) -> list[str]:
    """The acts that a period left time for, and that are in."""
    if period.name in APPEAL_PERIODS:
        measures = (one.id for one in state.measures() if state.decision_of(one.id) == period.of)
        part = {period.of, *measures}
        own = (a for a in state.appeals if a.by == period.party)
        return [appeal.id for appeal in own if part & set(appeal.against)]
    answer = answered_by(state, period)
    in_time = answer is not None and (not period.closes or answer.on <= period.deadline.on)
    return [answer.id] if answer is not None and in_time else []
