"""Periods that begin with an act itself: those of the law, and one to answer that it leaves."""

from datetime import date

import attrs
from attrs import frozen

from domain.calendars import RestDayRule
from domain.deadlines import deadline
from domain.periods import Period, TimeLimit
from domain.proceeding.entries import Act, RunningPeriod
from domain.proceeding.messages import Event
from domain.proceeding.rooms import NO_POWER, Case, limited, started
from domain.proceeding.state import ProceedingState
from domain.proceeding.tracks import begins
from domain.rulebook.model import PeriodRule
from domain.rulebook.rulebook import Rulebook


@frozen(kw_only=True)
class PeriodsStarted(Event):
    """Periods that run from the act itself, and not from its notification."""

    starts: tuple[RunningPeriod, ...]


def begun(case: Case, events: tuple[Event, ...]) -> tuple[PeriodsStarted, ...]:
    """What the law lets run from the act of these events; empty if there is nothing."""
    act = events[0].act if events else ""
    to = getattr(events[0], "to", ()) if events else ()
    starts = tuple(
        started(case, rule, of=act, party=party)
        for rule in case.law.periods_from(case.act, case.on)
        if begins(rule, case.procedure) and not _runs_already(case, rule)
        for party in _parties(case.state, rule.runs_for, (to,) if isinstance(to, str) else to)
    )
    if not starts:
        return ()
    return (PeriodsStarted(on=case.on, act=act, by=case.by, starts=starts),)


def _runs_already(case: Case, rule: PeriodRule) -> bool:
    """Whether a period after which the file lapses is running: a further act begins none."""
    closing = rule.when_it_ends is not None and rule.when_it_ends.closes is not None
    return closing and any(
        period.name == rule.name and case.on <= period.deadline.on for period in case.state.periods
    )


def _parties(state: ProceedingState, role: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a role that the act is addressed to; all of them if it is to none of them."""
    keys = state.with_role(role)
    return tuple(key for key in keys if key in named) or keys


def left_to_answer(  # noqa: PLR0913 - a period is of something, for somebody, by some limit
    case: Case,
    limit: TimeLimit | None,
    *,
    name: str,
    act: str,
    to: tuple[str, ...],
    answered_by: str,
) -> tuple[PeriodsStarted, ...]:
    """The period that an act itself leaves to answer it, from its day; none if it names none."""
    if limit is None:
        return ()
    asking = Act(id=act, kind=case.act, on=case.on, by=case.by)
    starts = tuple(
        attrs.evolve(
            limited(case, limit, NO_POWER, of=act, party=party, by=asking),
            name=name,
            answered_by=answered_by,
        )
        for party in to
    )
    return (PeriodsStarted(on=case.on, act=act, by=case.by, starts=starts),)


def plain_end(law: Rulebook, length: Period, after: date, *, time_rule: str = "") -> date:
    """Where a length of time ends that no day of rest makes longer: before an act, or at most."""
    counting = attrs.evolve(law.time_rule(time_rule, after), end_on_rest_day=RestDayRule.STAYS)
    return deadline(length, after, counting, law.calendar).on
