"""The register of deadlines: what is due, by whom, until when, and how that day came about."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from domain.periods import Deadline
from domain.proceeding.standing import lifted_on, met_on
from domain.proceeding.state import ProceedingState, RunningPeriod
from domain.rulebook.rulebook import Rulebook
from projections.folding import Kept, state_of


@frozen(kw_only=True)
class DueDay:
    """One deadline: what it is of, for whom it runs, and where it stands.

    `status` is `running`, `met`, `answered`, `ended` or `void` (what it was of is gone).
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
    """Every period that was started, in the order of the days on which they end."""

    name: ClassVar[str] = "deadlines"

    def at(self, day: date, law: Rulebook) -> tuple[DueDay, ...]:
        """The register as of the end of a day; the periods carry their law with them."""
        state = state_of(self.until(day))
        calendar = f"{law.calendar.name} calendar"
        found = (_due_day(state, period, day, calendar) for period in state.periods)
        return tuple(sorted(found, key=lambda due: (due.deadline.on, due.of, due.name)))


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
    gone = state.annulled
    if period.of in gone or lifted_on(state, period.of) is not None:
        return "void"
    if period.name == "comply" and met_on(state, period.of) is not None:
        return "met"
    if any(answers(state, period)):
        return "answered"
    return "running" if day <= period.deadline.on else "ended"


def answers(state: ProceedingState, period: RunningPeriod) -> list[str]:
    """The acts that a period left time for, and that are in."""
    kind = "appeal" if period.name == "appeal" else period.answered_by
    part = {period.of, *(m.id for m in state.measures() if state.decision_of(m.id) == period.of)}
    acts = (act for act in state.acts_of(kind) if act.by == period.party)
    return [act.id for act in acts if act.about in part]
