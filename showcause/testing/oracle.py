"""The days of delay counted once more, in the dumbest way that is right: to be compared, not used.

Nothing here calls the code whose results it checks: days are counted one by one, and everything
is read from the events, never from a state that the engine folded.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import attrs
from attrs import frozen

from domain.calendars import EventDay
from domain.proceeding.acts.amendment import MeasureAmended
from domain.proceeding.acts.appeal import AppealLodged
from domain.proceeding.acts.closure import OrderClosed, ProceedingClosed
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    ConditionMet,
    NonComplianceFound,
    NonComplianceNotified,
)
from domain.proceeding.acts.extension import PeriodExtended
from domain.proceeding.acts.file import ProceedingReopened
from domain.proceeding.acts.liquidation import PenaltyLiquidated
from domain.proceeding.acts.reconsideration import ReconsiderationRequested
from domain.proceeding.acts.service import NotificationCorrected
from domain.proceeding.acts.succession import PartySucceeded
from domain.proceeding.acts.waiver import PenaltyWaived
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.measures import BanImposed, OrderIssued, PenaltySet
from domain.proceeding.messages import Event
from showcause.testing.judging_oracle import gone, gone_since, idle

Issued = OrderIssued | PenaltySet
"""What orders a periodic penalty, its terms with it."""


@frozen(kw_only=True)
class DelayOf:
    """The days of delay with an order or a ban, each on its own, and what became of them.

    `missed` is how many deadlines they come after, `taken` what liquidations took in minor units.
    """

    days: frozenset[date]
    liquidated: frozenset[date]
    taken: int
    missed: int = 0


def delay_of(
    events: Iterable[Event], issued: Issued, day: date, *, through: date | None = None
) -> DelayOf:
    """Count the days of delay one by one, as of the end of a day, all or up to an earlier one.

    From the day after the last of its due days, or the day or notice that the terms name, to
    compliance, lifting, annulment, waiver or closure; days on which nobody had to comply left out.
    """
    until = [event for event in events if event.on <= day]
    counted = _counted(until, issued, day if through is None else through)
    taken = [e for e in until if isinstance(e, PenaltyLiquidated) and e.of == issued.measure]
    return DelayOf(
        days=frozenset(counted),
        liquidated=frozenset(one for event in taken for one in _each_day(event)),
        taken=sum(event.run_up.minor for event in taken) + _given_up(until, issued.measure),
        missed=len({counted[one] for one in counted}),
    )


def _counted(until: list[Event], issued: Issued, day: date) -> dict[date, date | None]:
    """Each day of delay, with the due day that it comes after; a ban has none."""
    terms = issued.penalty
    if terms is None:
        return {}
    last = min([*_ends(until, issued), day])
    if terms.counting.last_day is EventDay.NOT_COUNTED:
        last -= timedelta(days=1)
    begins = max((one for one in _begins(until, issued) if one is not None), default=None)
    if begins is None and _order(until, duty_of(issued)) is None:
        return {}
    if terms.run.starts and not _noticed(until, issued):
        return {}
    late = _late(until, issued, last)
    if terms.counting.first_day is EventDay.NOT_COUNTED and _order(until, duty_of(issued)):
        first = _first_after(until, issued, last)
        late = {one: due for one, due in late.items() if one != first}
    names = (issued.measure, duty_of(issued))
    ban = _ban(until, duty_of(issued))
    own = _until(until, issued.measure, terms.run.until)
    held = None if ban is None else _until(until, ban.measure, ban.until)
    lasts = [one for one in (own, held) if one is not None]
    return {
        one: due
        for one, due in late.items()
        if (begins is None or one >= begins)
        and all(one <= end for end in lasts)
        and not idle(until, names, one)
    }


def _late(until: list[Event], issued: Issued, last: date) -> dict[date, date | None]:
    """The days up to one on which a duty was overdue, or a ban may have been disregarded."""
    order = _order(until, duty_of(issued))
    found: dict[date, date | None] = {}
    periods = _periods(until, duty_of(issued))
    if order is None:
        one = min(event.on for event in until)
        while one <= last:
            found[one] = None
            one += timedelta(days=1)
        return found
    if {p.party for p in periods} < set(order.to) or _void(until, order, periods):
        return found
    one = min((max(p.deadline.on, p.since) for p in periods), default=last) + timedelta(days=1)
    while one <= last:
        due = _due(periods, order.to, one)
        if due is not None and due < one:
            found[one] = due
        one += timedelta(days=1)
    return found


def _due(periods: list[RunningPeriod], to: tuple[str, ...], day: date) -> date | None:
    """The due day as it stood on a day; none until each addressee has one."""
    known = [p for p in periods if p.since <= day]
    if not known or {p.party for p in known} < set(to):
        return None
    return max(max(p.deadline.on, p.since) for p in known)


def _first_after(until: list[Event], issued: Issued, last: date) -> date | None:
    """The day after the first due day, whether or not there was time again from that day on."""
    periods, order = _periods(until, duty_of(issued)), _order(until, duty_of(issued))
    one = min((p.since for p in periods), default=last)
    while order is not None and one <= last:
        due = _due(periods, order.to, one)
        if due is not None and due <= one:
            return one + timedelta(days=1)
        one += timedelta(days=1)
    return None


def _periods(until: list[Event], of: str) -> list[RunningPeriod]:
    """The periods to comply that were started, those that were extended as they now run."""
    found: list[RunningPeriod] = []
    for event in until:
        if isinstance(event, NotificationCorrected):
            anew = {(p.of, p.name, p.party) for p in event.starts}
            found = [p for p in found if (p.of, p.name, p.party) not in anew]
        if isinstance(event, PartySucceeded):
            one, other = event.from_, event.to
            found = [attrs.evolve(p, party=other) if p.party == one else p for p in found]
        found += [p for p in getattr(event, "starts", ()) if (p.of, p.name) == (of, "comply")]
        if isinstance(event, PeriodExtended):
            longer = {(p.of, p.name, p.party): p for p in event.periods}
            found = [longer.get((p.of, p.name, p.party), p) for p in found]
    return found


def _void(until: list[Event], order: OrderIssued, periods: list[RunningPeriod]) -> bool:
    """Whether a time limit `unless appealed` fell away with an appeal before it was over."""
    if order.comply is None or not order.comply.unless_appealed or not periods:
        return False
    due = max(max(p.deadline.on, p.since) for p in periods)
    appeals = [e for e in until if isinstance(e, AppealLodged | ReconsiderationRequested)]
    against = [e for e in appeals if {order.measure, order.act} & set(e.against)]
    return any(event.on <= due for event in against)


def duty_of(issued: Issued) -> str:
    """The order or ban that is enforced."""
    return issued.of if isinstance(issued, PenaltySet) else issued.measure


def _order(until: list[Event], of: str) -> OrderIssued | None:
    """The order as it was made, for those who have stepped into the place of others since."""
    order: OrderIssued | None = None
    for event in until:
        if isinstance(event, OrderIssued) and event.measure == of:
            order = event
        if order is not None and isinstance(event, PartySucceeded):
            to = [event.to if key == event.from_ else key for key in order.to]
            order = attrs.evolve(order, to=tuple(to))
    return order


def _ban(until: list[Event], of: str) -> BanImposed | None:
    return next((e for e in until if isinstance(e, BanImposed) and e.measure == of), None)


def _begins(until: list[Event], issued: Issued) -> list[date | None]:
    """The days before which nothing runs: of the ban, of the terms, of the notice."""
    terms, ban = issued.penalty, _ban(until, duty_of(issued))
    days: list[date | None] = [None if terms is None else terms.run.from_day]
    if ban is not None:
        days.append(ban.from_day or ban.on)
        met = [e.on for e in until if isinstance(e, ConditionMet) and e.of == ban.measure]
        if _condition(until, ban):
            days.append(met[0] if met else date.max)
    if terms is not None and terms.run.starts:
        days += _noticed(until, issued)[:1]
    return days


def _condition(until: list[Event], ban: BanImposed) -> str:
    """The condition of a ban, as it was last worded."""
    later = [e.condition for e in until if isinstance(e, MeasureAmended) and e.of == ban.measure]
    return next((one for one in reversed(later) if one), ban.condition)


def _until(until: list[Event], of: str, first: date | None) -> date | None:
    """The last day of a penalty or a ban, as it was last set."""
    later = [e.until for e in until if isinstance(e, MeasureAmended) and e.of == of]
    return next((one for one in reversed(later) if one is not None), first)


def _noticed(until: list[Event], issued: Issued) -> list[date]:
    names = {issued.measure, duty_of(issued)}
    notices = [e for e in until if isinstance(e, NonComplianceNotified) and e.of in names]
    return [e.on for e in notices if not gone(until, e.act)]


def _given_up(until: list[Event], of: str) -> int:
    waivers = [e for e in until if isinstance(e, PenaltyWaived) and e.of == of and not e.whole]
    return sum(event.amount.minor for event in waivers)


def _each_day(event: PenaltyLiquidated) -> list[date]:
    return [event.days.first + timedelta(days=k) for k in range(event.days.days)]


def _ends(events: list[Event], issued: Issued) -> list[date]:
    """The days on which delay stopped, by what the order's own terms let stop it."""
    duty, names = duty_of(issued), {issued.measure, duty_of(issued)}
    stops = () if issued.penalty is None else issued.penalty.stops
    ends = [*_closed(events), *_taken_back(events, names)]
    since = [gone_since(events, of) for of in names]
    ends += [one for one in since if one is not None]
    waivers = (e for e in events if isinstance(e, PenaltyWaived) and e.whole)
    ends += [e.on for e in waivers if e.of == issued.measure]
    if "order lifted" in stops:
        ends += [e.on for e in _lifting(events, duty)]
    bound = next((e for e in (_order(events, duty), _ban(events, duty)) if e is not None), issued)
    met = [met_since(events, duty, party) for party in bound.to]
    days = [one for one in met if one is not None]
    if "compliance shown" in stops and len(days) == len(met):
        ends.append(max(days))
    return ends


def _closed(events: list[Event]) -> list[date]:
    """The day on which the file was closed, if it is not open again."""
    closed: list[date] = []
    for event in events:
        if isinstance(event, ProceedingClosed) and not gone(events, event.act):
            closed = [event.on]
        elif isinstance(event, ProceedingReopened):
            closed = []
    return closed


def _taken_back(events: list[Event], names: set[str], *, undone: bool = False) -> list[date]:
    """The days on which the authority revoked one of these; with all effect, if so asked."""
    words = {"with all effect"} if undone else {"with all effect", "from now on"}
    amended = (e for e in events if isinstance(e, MeasureAmended) and e.of in names)
    return [event.on for event in amended if event.revoked in words]


def _lifting(events: list[Event], duty: str) -> list[OrderClosed]:
    closing = (e for e in events if isinstance(e, OrderClosed) and e.of == duty)
    return [event for event in closing if not gone(events, event.act)]


def over_on(events: Iterable[Event], issued: Issued) -> date | None:
    """The day after which nothing can be liquidated any more; None while something can."""
    listed, names = list(events), {issued.measure, duty_of(issued)}
    since = [gone_since(listed, of) for of in names]
    days = [*_closed(listed), *_taken_back(listed, names, undone=True)]
    days += [one for one in since if one is not None]
    days += [event.on for event in _lifting(listed, duty_of(issued))]
    waivers = (e for e in listed if isinstance(e, PenaltyWaived) and e.whole)
    days += [event.on for event in waivers if event.of == issued.measure]
    return min(days) if days else None


def undone_on(events: Iterable[Event], issued: Issued) -> date | None:
    """The day on which a penalty was taken away with all that it had brought."""
    listed, names = list(events), {issued.measure, duty_of(issued)}
    since = [gone_since(listed, of) for of in names]
    days = [one for one in since if one is not None]
    days += _taken_back(listed, names, undone=True)
    return min(days) if days else None


def met_since(events: Iterable[Event], of: str, party: str) -> date | None:
    """Since when a party meets a duty: shown by it, or found for all, and not undone since."""
    listed = tuple(events)
    names = {"", party}
    for event in reversed(listed):
        if isinstance(event, PartySucceeded) and event.to in names:
            names.add(event.from_)
    met: date | None = None
    for event in listed:
        match event:
            case ComplianceShown(with_=what, by=by, share="whole") if what == of and by in names:
                met = met or event.on
            case ComplianceAccepted(of=what, result="met") if what == of:
                met = met or event.on
            case ComplianceAccepted(of=what) | NonComplianceFound(of=what) if what == of:
                met = None
            case _:
                pass
    return met
