"""Notification and publication: when an act becomes known, and the periods that then start."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from domain.periods import TimeLimit
from domain.proceeding.bounds import OneOf
from domain.proceeding.entries import Act, RunningPeriod
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case, Room, entered, evolving, limited, started, typed
from domain.proceeding.state import ProceedingState, added, amended, named
from domain.rulebook.model import Power


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


def _limits(case: Case, act: str, party: str) -> Iterator[tuple[str, TimeLimit, tuple[Power, ...]]]:
    """The time limits that an act sets for a party: of what, which, and the powers behind them.

    One that runs from adoption, or names a day, starts with the notification: none binds before.
    """
    notice = named(case.state.notices, act)
    if notice is not None:
        yield notice.id, notice.comply, case.law.powers("formal notice", case.on)
    for order in case.state.orders:
        if order.decision == act and party in order.to and order.comply is not None:
            yield order.id, order.comply, case.law.measures("order", case.on)


def periods_started(case: Case, act: Act, party: str, moment: str) -> tuple[RunningPeriod, ...]:
    """The periods that a moment of an act starts for a party: the act's own and the law's."""
    own = [
        limited(case, limit, (*powers, NO_POWER)[0], of=of, party=party, by=act)
        for of, limit, powers in _limits(case, act.id, party)
        if (limit.moment == "publication") == (moment == "publication")
    ]
    word = {"notification": "notified", "publication": "published"}[moment]
    lawful = [
        started(case, rule, of=act.id, party=party)
        for rule in case.law.periods_from(f"{act.kind}.{word}", case.on)
        if _runs_for(case.state, rule.runs_for, party)
    ]
    return (*own, *lawful)


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


NOTIFIABLE = ("formal notice", "charges", "decision", "liquidation proposal", "liquidation")
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
    acts = OneOf(_to_publish(case.state))
    return (Field(name="of", domain=acts, subject="the act to publish", essential=True),)


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
