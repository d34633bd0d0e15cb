"""What a room is: one kind of act with its command, its events, its offer and its effects."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeVar, cast

from attrs import field, frozen

from domain.days import Day
from domain.deadlines import deadline, fixed_deadline
from domain.periods import TimeLimit
from domain.proceeding.entries import Act, RunningPeriod
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.state import ProceedingState, added
from domain.rulebook.closed_words import ORDINARY
from domain.rulebook.model import PeriodRule, Power
from domain.rulebook.rulebook import Rulebook

NO_POWER = Power(since=Day(earliest=None, latest=None))
"""What an act or a measure stands on where the rulebook has no power for it: nothing."""

C = TypeVar("C", bound=Command)
E = TypeVar("E", bound=Event)
R = TypeVar("R")


@frozen(kw_only=True)
class Case:
    """What an act is decided on: the state, the law, the day, who acts, and about what.

    `procedure` is the one that it is given in; `waives` is what it gives up, None while no act is
    looked at but only what may be done.
    """

    state: ProceedingState
    law: Rulebook
    on: date
    power: Power
    act: str
    by: str = ""
    target: str = ""
    procedure: str = ORDINARY
    waives: tuple[str, ...] | None = None

    @property
    def addressees(self) -> tuple[str, ...]:
        """Those the proceeding is against."""
        return self.state.addressees

    @property
    def conducts(self) -> tuple[str, ...]:
        """The keys of the conducts on file."""
        return tuple(conduct.key for conduct in self.state.conducts)


def no_targets(_state: ProceedingState) -> tuple[str, ...]:
    """For acts that are about the proceeding as a whole."""
    return ("",)


def no_bars(_case: Case) -> tuple[Defect, ...]:
    """For acts that nothing closes but the rulebook's conditions."""
    return ()


def no_fields(_case: Case) -> tuple[Field, ...]:
    """For acts whose fields the law does not bound."""
    return ()


Evolution = Callable[[ProceedingState, Event], ProceedingState]


@frozen(kw_only=True)
class Room:
    """One kind of act. `target` names the command's field that says what the act is about.

    `fits` says whether a power is for such a target at all. `bars` says what is wrong whatever the
    fields hold, so that no offer is made of it; `extra` what is wrong with one command alone.
    """

    act: str
    command: type[Command]
    events: Mapping[type[Event], Evolution]
    results: Callable[[Case, Command], tuple[Event, ...]]
    fields: Callable[[Case], tuple[Field, ...]] = no_fields
    targets: Callable[[ProceedingState], tuple[str, ...]] = no_targets
    target: str = ""
    bars: Callable[[Case], tuple[Defect, ...]] = no_bars
    fits: Callable[[Power, ProceedingState, str], bool] = field(default=lambda _p, _s, _t: True)
    extra: Callable[[Case, Command], tuple[Defect, ...]] = field(default=lambda _c, _d: ())

    def target_of(self, command: Command) -> str:
        """What a command of this room is about."""
        value = getattr(command, self.target) if self.target else ""
        return value[0] if isinstance(value, tuple) and value else str(value or "")


def typed(_command: type[C], function: Callable[[Case, C], R]) -> Callable[[Case, Command], R]:
    """The same function for any command: `decide` hands a room only commands of its own."""
    return cast("Callable[[Case, Command], R]", function)


def evolving(
    event: type[E], function: Callable[[ProceedingState, E], ProceedingState]
) -> tuple[type[Event], Evolution]:
    """An event with its evolution, as a room's table holds it."""
    return event, cast("Evolution", function)


def entered(
    state: ProceedingState, event: Event, kind: str, *, to: tuple[str, ...] = (), about: str = ""
) -> ProceedingState:
    """The state with the act entered in the file."""
    act = Act(
        id=event.act,
        kind=kind,
        on=event.on,
        by=event.by,
        to=to,
        about=about,
        defective=bool(event.defects),
        waives=tuple(getattr(event, "waives", ())),
    )
    return added(state, acts=(act,))


def limited(  # noqa: PLR0913 - a period is of something, for somebody, by some rule
    case: Case,
    limit: TimeLimit,
    power: Power,
    *,
    of: str,
    party: str,
    by: Act,
    name: str = "comply",
    after: date | None = None,
) -> RunningPeriod:
    """The period to comply that an act itself sets, from the day of the case or of its adoption.

    `power` is that of the act or measure which set it: it says how the period is counted. `after`
    is another day that it runs from, such as the end of the period to appeal.
    """
    way = "" if power.counted_by is None else power.counted_by.rule
    counted = power.counted_by or case.law.time_rule_version(way, case.on)
    if limit.by is not None:
        due = fixed_deadline(limit.by)
    elif limit.period is None:
        due = fixed_deadline(case.on)
    else:
        anchor = by.on if limit.moment == "adoption" else after or case.on
        anchor = anchor + timedelta(days=1) if limit.from_next_day else anchor
        due = deadline(limit.period, anchor, case.law.time_rule(way, case.on), case.law.calendar)
    cite = f"{by.id}: {limit}"
    if limit.period is not None:
        cite = f"{cite}; counted by {counted.label}"
    return RunningPeriod(name=name, of=of, party=party, since=case.on, deadline=due, cite=cite)


def started(case: Case, rule: PeriodRule, *, of: str, party: str) -> RunningPeriod:
    """The period that the law sets, from the day of the case, for a party."""
    found = case.state.party(party)
    abroad = found is not None and found.country not in {"", case.law.country}
    length = rule.abroad if rule.abroad is not None and abroad else rule.length
    time_rule = case.law.time_rule(rule.time_rule, case.on)
    due = deadline(length, case.on, time_rule, case.law.calendar)
    return RunningPeriod(
        name=rule.name,
        of=of,
        party=party,
        since=case.on,
        deadline=due,
        cite=rule.label,
        answered_by=rule.answered_by,
        silence="" if rule.when_it_ends is None else rule.when_it_ends.silence,
        closes=(rule.when_it_ends.closes or "") if rule.when_it_ends is not None else "",
        extended_by=rule.extended_by or "",
    )
