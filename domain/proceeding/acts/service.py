"""Notification and publication: when an act becomes known, and the periods that then start."""

from collections.abc import Iterator
from datetime import date

import attrs
from attrs import frozen

from domain.periods import APPEAL_END, TimeLimit
from domain.proceeding.bounds import Days, OneOf
from domain.proceeding.entries import Act, RunningPeriod
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case, Room, entered, evolving, limited, started, typed
from domain.proceeding.state import ProceedingState, added, amended, named, revised
from domain.proceeding.tracks import begins, powers_for
from domain.rulebook.closed_words import ORDINARY
from domain.rulebook.model import Power

APPEAL_PERIODS = ("appeal", "objection")
"""The periods after whose end an order can run that waits until it can be appealed no more."""


@frozen(kw_only=True)
class Notify(Command):
    """Notify an act to one party; `to` left out means the only one it is addressed to."""

    of: str
    to: str = ""


@frozen(kw_only=True)
class ActNotified(Event):
    """An act reached a party; `starts` holds the periods that now run for it."""

    of: str
    to: str
    starts: tuple[RunningPeriod, ...]


@frozen(kw_only=True)
class Publish(Command):
    """Make an act public."""

    of: str


@frozen(kw_only=True)
class ActPublished(Event):
    """An act is public; `starts` holds the periods that run from publication."""

    of: str
    starts: tuple[RunningPeriod, ...]


@frozen(kw_only=True)
class _Limit:
    """A time limit that an act sets: of what, under which name, by which powers."""

    of: str
    limit: TimeLimit
    powers: tuple[Power, ...]
    name: str = "comply"


def _limits(case: Case, act: str, party: str) -> Iterator[_Limit]:
    """The time limits that an act sets for a party.

    One that runs from adoption, or names a day, starts with the notification: none binds before.
    """
    notice = named(case.state.notices, act)
    if notice is not None:
        powers = case.law.powers("formal notice", case.on)
        yield _Limit(of=notice.id, limit=notice.comply, powers=powers)
    powers = case.law.measures("order", case.on)
    for order in case.state.orders:
        if order.decision == act and party in order.to:
            if order.comply is not None:
                yield _Limit(of=order.id, limit=order.comply, powers=powers)
            if order.report is not None:
                yield _Limit(of=order.id, limit=order.report, powers=powers, name="report")
    for fine in case.state.fines:
        if fine.decision == act and party in fine.to and fine.pay is not None:
            yield _Limit(of=fine.id, limit=fine.pay, powers=(), name="payment")
    for amendment in case.state.amendments:
        if amendment.id == act and party in amendment.to:
            yield _Limit(of=amendment.of, limit=amendment.comply, powers=powers)


def periods_started(case: Case, act: Act, party: str, moment: str) -> tuple[RunningPeriod, ...]:
    """The periods that a moment of an act starts for a party: the act's own and the law's."""
    word = {"notification": "notified", "publication": "published"}[moment]
    lawful = [
        started(case, rule, of=act.id, party=party)
        for rule in case.law.periods_from(f"{act.kind}.{word}", case.on)
        if _runs_for(case.state, rule.runs_for, party)
        and begins(rule, case.procedure)
        and (rule.name != "payment" or not _pays_by_itself(case.state, act.id, party))
    ]
    ends = [one.deadline.on for one in lawful if one.name in APPEAL_PERIODS]
    own = [
        limited(
            case,
            one.limit,
            (*one.powers, NO_POWER)[0],
            of=one.of,
            party=party,
            by=act,
            name=one.name,
            after=ends[0] if ends and one.limit.moment == APPEAL_END else None,
        )
        for one in _limits(case, act.id, party)
        if (one.limit.moment == "publication") == (moment == "publication")
        and (ends or one.limit.moment != APPEAL_END)
    ]
    return (*own, *lawful)


def _pays_by_itself(state: ProceedingState, act: str, party: str) -> bool:
    """Whether the act gives its own time to pay for every sum that it asks of a party."""
    fines = [one for one in state.fines if one.decision == act and party in one.to]
    costs = any(one.decision == act and party in one.to for one in state.costs)
    return bool(fines) and not costs and all(one.pay is not None for one in fines)


def _runs_for(state: ProceedingState, role: str, party: str) -> bool:
    found = state.party(party)
    return found is not None and found.role == role


def _party(case: Case, command: Notify) -> str:
    act = case.state.act(command.of)
    to = () if act is None else act.to or case.addressees
    return command.to or (to[0] if len(to) == 1 else "")


def _notify(case: Case, command: Notify) -> tuple[ActNotified, ...]:
    party = _party(case, command)
    act = case.state.act(command.of)
    starts = () if act is None else periods_started(case, act, party, "notification")
    return (
        ActNotified(on=case.on, act=command.id, by=case.by, of=command.of, to=party, starts=starts),
    )


def _notified(state: ProceedingState, event: ActNotified) -> ProceedingState:
    act = state.act(event.of)
    if act is None:
        return state
    state = entered(state, event, "notification", about=event.of)
    known = attrs.evolve(act, notified=(*act.notified, (event.to, event.on)))
    return added(amended(state, acts=known), periods=event.starts)


def _publish(case: Case, command: Publish) -> tuple[ActPublished, ...]:
    act = case.state.act(command.of)
    parties = () if act is None else act.to or case.addressees
    starts = tuple(
        period
        for party in parties
        if act is not None
        for period in periods_started(case, act, party, "publication")
    )
    return (ActPublished(on=case.on, act=command.id, by=case.by, of=command.of, starts=starts),)


def _published(state: ProceedingState, event: ActPublished) -> ProceedingState:
    act = state.act(event.of)
    if act is None:
        return state
    state = entered(state, event, "publication", about=event.of)
    known = attrs.evolve(act, published_on=event.on)
    return added(amended(state, acts=known), periods=event.starts)


NOTIFIABLE = (
    "formal notice",
    "charges",
    "reply",
    "decision",
    "liquidation proposal",
    "liquidation",
    "amendment",
    "binding decision",
    "reconsideration",
)
PUBLIC = (*NOTIFIABLE, "notice closure", "order closure")
"""What an authority publishes; a closure as its notice was (Boutique.aero, MED-2019-025)."""


def _to_notify(state: ProceedingState) -> tuple[str, ...]:
    """The acts that somebody they are addressed to has not been notified of."""
    return tuple(
        act.id
        for act in state.acts
        if act.kind in NOTIFIABLE and any(act.notified_on(party) is None for party in act.to)
    )


def _to_publish(state: ProceedingState) -> tuple[str, ...]:
    return tuple(act.id for act in state.acts if act.kind in PUBLIC and act.published_on is None)


def _notify_fields(case: Case) -> tuple[Field, ...]:
    acts = OneOf(_to_notify(case.state))
    return (Field(name="of", domain=acts, subject="the act to notify", essential=True),)


def _publish_fields(case: Case) -> tuple[Field, ...]:
    acts = _to_publish(case.state)
    base = Field(name="of", domain=OneOf(acts), subject="the act to publish", essential=True)
    closed = _never_public(case, case.target)
    if closed is None:
        return (base,)
    others = OneOf(tuple(act for act in acts if act != case.target))
    kept = Field(
        name="of",
        domain=others,
        subject="the act to publish",
        rule="publication",
        source=closed,
    )
    return (base, kept)


def _never_public(case: Case, of: str) -> Power | None:
    """The power under which a decision was taken, where what it decides is never public."""
    decision = named(case.state.decisions, of)
    if decision is None:
        return None
    for power in powers_for(case.law, "decision", decision.on, decision.procedure or ORDINARY):
        if power.publication == "never":
            return power
    return None


def _notify_extra(case: Case, command: Notify) -> tuple[Defect, ...]:
    """The party must be one of the act's, and not have had it before."""
    act = case.state.act(command.of)
    if act is None:
        return ()
    left = tuple(party for party in act.to if act.notified_on(party) is None)
    party = _party(case, command)
    if party in left:
        return ()
    message = f"the party to notify '{party}' {OneOf(left).wrong(party)}"
    return (Defect(rule="to", message=message, asked=party, gravity="impossible"),)


@frozen(kw_only=True)
class CorrectNotification(Command):
    """Correct the day on which an act was notified; `to` left out means the only one it is for."""

    of: str
    right: date
    to: str = ""


@frozen(kw_only=True)
class NotificationCorrected(Event):
    """Another day of notification counts, from the day of the correction on.

    `starts` holds the periods that run from the right day, in place of those that ran before.
    """

    of: str
    to: str
    right: date
    starts: tuple[RunningPeriod, ...]


def _correct(case: Case, command: CorrectNotification) -> tuple[NotificationCorrected, ...]:
    act = case.state.act(command.of)
    party = _corrected_party(case, command)
    then = attrs.evolve(case, on=command.right)
    starts = () if act is None else periods_started(then, act, party, "notification")
    return (
        NotificationCorrected(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            to=party,
            right=command.right,
            starts=starts,
        ),
    )


def _corrected_party(case: Case, command: CorrectNotification) -> str:
    act = case.state.act(command.of)
    had = () if act is None else tuple(party for party, _ in act.notified)
    return command.to or (had[0] if len(had) == 1 else "")


def _notified_anew(state: ProceedingState, event: NotificationCorrected) -> ProceedingState:
    act = state.act(event.of)
    if act is None:
        return state
    state = entered(state, event, "notification correction", about=event.of)
    before = act.notified_on(event.to)
    days = tuple((p, event.right if p == event.to else on) for p, on in act.notified)
    anew = {(one.of, one.name) for one in event.starts}
    kept = tuple(
        one
        for one in state.periods
        if one.party != event.to or one.since != before or (one.of, one.name) not in anew
    )
    state = amended(state, acts=attrs.evolve(act, notified=days))
    return revised(state, periods=(*kept, *event.starts))


def _notified_acts(state: ProceedingState) -> tuple[str, ...]:
    return tuple(act.id for act in state.acts if act.kind in NOTIFIABLE and act.notified)


def _correction_fields(case: Case) -> tuple[Field, ...]:
    act = case.state.act(case.target)
    first = None if act is None else act.on
    had = () if act is None else tuple(party for party, _ in act.notified)
    acts, days = OneOf(_notified_acts(case.state)), Days(first, case.on)
    one = had if len(had) > 1 else (*had, "")
    return (
        Field(name="of", domain=acts, subject="the act that was notified", essential=True),
        Field(name="to", domain=OneOf(one), subject="the party", essential=True),
        Field(name="right", domain=days, subject="the day of notification", essential=True),
    )


NOTIFICATION_CORRECTION = Room(
    act="notification correction",
    command=CorrectNotification,
    events=dict([evolving(NotificationCorrected, _notified_anew)]),
    results=typed(CorrectNotification, _correct),
    fields=_correction_fields,
    targets=_notified_acts,
    target="of",
)
NOTIFICATION = Room(
    act="notification",
    command=Notify,
    events=dict([evolving(ActNotified, _notified)]),
    results=typed(Notify, _notify),
    fields=_notify_fields,
    targets=_to_notify,
    target="of",
    extra=typed(Notify, _notify_extra),
)
PUBLICATION = Room(
    act="publication",
    command=Publish,
    events=dict([evolving(ActPublished, _published)]),
    results=typed(Publish, _publish),
    fields=_publish_fields,
    targets=_to_publish,
    target="of",
)
