"""Judgment: what a court makes of what is under appeal, and where it sends the case back to."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import OneOf, Sums
from domain.proceeding.effects import (
    decided,
    gaps,
    let_go,
    pending,
    pending_again,
    released,
    reopened,
    with_outcomes,
)
from domain.proceeding.entries import Appeal, Maximum, Outcome, Remittal, Suspension
from domain.proceeding.maxima import maximum_of_fine
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.rulings import (
    Ruling,
    above_maximum,
    disputed,
    outcomes_of,
    rulings_wrong,
)
from domain.proceeding.state import ProceedingState, added, amended, named
from domain.proceeding.turnovers import established
from domain.rulebook.conditions import Limit


@frozen(kw_only=True)
class GiveJudgment(Command):
    """Decide an appeal; `remitted_to` is the court or the authority that has to decide again."""

    on_appeal: str
    outcome: tuple[Ruling, ...]
    remitted_to: str = ""
    turnover: tuple[tuple[str, Money], ...] = ()


@frozen(kw_only=True)
class AppealDecided(Event):
    """An appeal is decided; `outcomes` holds what fell with an annulment, or lives again.

    `reopens` names the appeals that are pending again at `remitted_to`, `releases` what a court had
    suspended until now, `gaps` the days on which what lives again could not be enforced.
    `turnover` is what the court relied on, and `maxima` what the fines in dispute can be by it.
    """

    on_appeal: str
    outcomes: tuple[Outcome, ...]
    to: tuple[str, ...] = ()
    remitted_to: str = ""
    reopens: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    gaps: tuple[Suspension, ...] = ()
    turnover: tuple[tuple[str, Money], ...] = ()
    maxima: tuple[tuple[str, Maximum], ...] = ()


def _judge(case: Case, command: GiveJudgment) -> tuple[AppealDecided, ...]:
    state = case.state
    appeal: Appeal | None = named(state.appeals, command.on_appeal)
    outcomes = outcomes_of(state, case.on, command.id, command.outcome)
    to = _sent_to(case, command)
    return (
        AppealDecided(
            on=case.on,
            act=command.id,
            by=case.by,
            on_appeal=command.on_appeal,
            outcomes=outcomes,
            to=_heard(state, appeal),
            remitted_to=to,
            reopens=_reopened(case, command, to) if to else (),
            releases=released(state, appeal),
            gaps=tuple(gaps(state, case.on, outcomes)),
            turnover=command.turnover,
            maxima=tuple(_maxima(case, command, appeal)),
        ),
    )


def _maxima(
    case: Case, command: GiveJudgment, appeal: Appeal | None
) -> Iterator[tuple[str, Maximum]]:
    """The maxima by the turnover that the court takes, of the last year before each fine."""
    about = () if appeal is None else disputed(case.state, appeal)
    for fine in case.state.fines:
        turnover = established(command.turnover, fine.on)
        if fine.id in about and turnover is not None:
            most = maximum_of_fine(case.state, case.law, fine, turnover=turnover)
            if most is not None:
                yield fine.id, most


def _heard(state: ProceedingState, appeal: Appeal | None) -> tuple[str, ...]:
    """Those to whom a judgment is addressed: who appealed, and the two sides of the proceeding."""
    sides = (p.key for p in state.parties if p.role in {"authority", "addressee"})
    appellant = () if appeal is None or state.party(appeal.by) is None else (appeal.by,)
    return tuple(dict.fromkeys((*appellant, *sides)))


def _sent_to(case: Case, command: GiveJudgment) -> str:
    """Where the case goes; that the authority must act sends it there of itself."""
    must_act = any(ruling.result == "must act" for ruling in command.outcome)
    authority = next(iter(case.state.with_role("authority")), "authority")
    return command.remitted_to or (authority if must_act else "")


def _is_court(case: Case, key: str) -> bool:
    party = case.state.party(key)
    return party is not None and party.role == "court"


def _reopened(case: Case, command: GiveJudgment, to: str) -> tuple[str, ...]:
    """What is pending again: appeals at a court, requests to reconsider at the authority."""
    kind = "appeal" if _is_court(case, to) else "reconsideration"
    return reopened(case.state, command.outcome, kind)


def _judged(state: ProceedingState, event: AppealDecided) -> ProceedingState:
    state = entered(state, event, "judgment", to=event.to, about=event.on_appeal)
    state = let_go(state, event.releases, event.outcomes, event.on)
    state = added(state, suspensions=event.gaps)
    if event.remitted_to and not event.reopens:
        sent = Remittal(act=event.act, on=event.on, to=event.remitted_to)
        state = added(state, remittals=(sent,))
    for fine in state.fines:
        most = dict(event.maxima).get(fine.id)
        if most is not None:
            state = amended(state, fines=attrs.evolve(fine, maximum=most))
    state = decided(state, event.on_appeal, event.act, event.on)
    state = pending_again(state, event.reopens, event.remitted_to, event.on)
    return with_outcomes(state, event.outcomes)


def _fields(case: Case) -> tuple[Field, ...]:
    open_ones = OneOf(pending(case.state))
    return (Field(name="on_appeal", domain=open_ones, subject="the appeal", essential=True),)


def _extra(case: Case, command: GiveJudgment) -> tuple[Defect, ...]:
    """A court rules on what is before it, in its own case, within what was asked of it."""
    appeal: Appeal | None = named(case.state.appeals, command.on_appeal)
    about = () if appeal is None else disputed(case.state, appeal)
    found = list(rulings_wrong(case, command.id, about, command.outcome))
    found.extend(above_maximum(case, command.outcome, command.turnover))
    found.extend(_remittal_wrong(case, command))
    if appeal is not None:
        found.extend(_other_court(case, appeal))
        found.extend(_above_what_was_asked(case, appeal, command))
    return tuple(found)


def _remittal_wrong(case: Case, command: GiveJudgment) -> Iterator[Defect]:
    to = command.remitted_to
    if not to:
        return
    able = (*case.law.organs, *case.state.with_role("authority"), *case.state.with_role("court"))
    wrong = OneOf(able).wrong(to)
    if wrong:
        message = f"the case is sent back to '{to}', which {wrong}"
        yield Defect(rule="remitted_to", message=message, asked=to, gravity="impossible")
    elif _is_court(case, to) and not _reopened(case, command, to):
        message = f"the case is sent back to {to}, and no judgment on it is set aside"
        yield Defect(rule="remitted_to", message=message, asked=to, gravity="impossible")


def _other_court(case: Case, appeal: Appeal) -> Iterator[Defect]:
    if _is_court(case, appeal.to) and case.by and case.by != appeal.to:
        message = f"the {appeal.id} is before {appeal.to}, not before {case.by}"
        yield Defect.under(case.power, "court", message, asked=case.by, limit=appeal.to)


def _above_what_was_asked(case: Case, appeal: Appeal, command: GiveJudgment) -> Iterator[Defect]:
    """The bound of a court by the sum that is asked of it, where the rulebook has that bound."""
    limits: list[Limit] = [one for one in case.power.limits if one.at_most == "asked"]
    if not limits or appeal.asked is None:
        return
    domain = Sums(appeal.asked, case.law.currency, "what is asked of the court")
    bound = Field(name="outcome", domain=domain, subject="a sum of", rule="asked", source=limits[0])
    for ruling in command.outcome:
        right = ruling.amount is not None and ruling.amount.currency == appeal.asked.currency
        defect = bound.defect(ruling.amount) if right else None
        if defect is not None:
            yield defect


JUDGMENT = Room(
    act="judgment",
    command=GiveJudgment,
    events=dict([evolving(AppealDecided, _judged)]),
    results=typed(GiveJudgment, _judge),
    fields=_fields,
    targets=pending,
    target="on_appeal",
    extra=typed(GiveJudgment, _extra),
)
