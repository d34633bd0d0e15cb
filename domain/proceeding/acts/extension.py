"""More time for a period that runs: asked for, granted or refused."""

from collections.abc import Iterator
from datetime import date

import attrs
from attrs import frozen

from domain.amounts import higher
from domain.days import days_later, in_words
from domain.deadlines import Deadline, deadline, fixed_deadline, prolonged
from domain.periods import Period
from domain.proceeding.beginnings import PeriodsStarted
from domain.proceeding.bounds import Days, OneOf, SomeOf
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.messages import Command, Defect, Event, joined
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, revised
from domain.rulebook.labels import Sourced


@frozen(kw_only=True)
class RequestExtension(Command):
    """Ask for more time; `period` names one where several run for the same thing."""

    of: str
    period: str = ""
    until: date | None = None
    by_period: Period | None = None
    what: str = ""


@frozen(kw_only=True)
class ExtensionRequested(Event):
    """More time was asked for; nothing is extended by that."""

    of: str
    period: str
    until: date | None
    by_period: Period | None
    what: str = ""


@frozen(kw_only=True)
class ExtendPeriod(Command):
    """Grant or refuse more time: until a day, or by a period from where the old one ends.

    `to` left out means everybody for whom the period runs; `answers` is the request.
    """

    of: str
    period: str = ""
    to: tuple[str, ...] = ()
    answers: str = ""
    result: str = "granted"
    until: date | None = None
    by_period: Period | None = None


@frozen(kw_only=True)
class PeriodExtended(Event):
    """A period ends later: `periods` are those that now run, each with all its steps."""

    of: str
    period: str
    answers: str
    periods: tuple[RunningPeriod, ...]


@frozen(kw_only=True)
class ExtensionRefused(Event):
    """The period ends when it did."""

    of: str
    period: str
    answers: str


def _begun(state: ProceedingState, event: PeriodsStarted) -> ProceedingState:
    return added(state, periods=event.starts)


def _request(case: Case, command: RequestExtension) -> tuple[ExtensionRequested, ...]:
    return (
        ExtensionRequested(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            period=command.period,
            until=command.until,
            by_period=command.by_period,
            what=command.what,
        ),
    )


def _requested(state: ProceedingState, event: ExtensionRequested) -> ProceedingState:
    return entered(state, event, "extension request", about=event.of)


def _extend(case: Case, command: ExtendPeriod) -> tuple[Event, ...]:
    name = command.period or "".join(_names(case.state, command.of)[:1])
    if command.result == "refused":
        refused = ExtensionRefused(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            period=name,
            answers=command.answers,
        )
        return (refused,)
    longer = tuple(
        attrs.evolve(period, deadline=_later(case, command, period))
        for period in case.state.periods_of(command.of, name)
        if not command.to or period.party in command.to
    )
    extended = PeriodExtended(
        on=case.on,
        act=command.id,
        by=case.by,
        of=command.of,
        period=name,
        answers=command.answers,
        periods=longer,
    )
    return (extended,)


def _later(case: Case, command: ExtendPeriod, period: RunningPeriod) -> Deadline:
    """The end of a period with more time, and the steps to both ends."""
    if command.until is not None:
        more = fixed_deadline(command.until)
    elif command.by_period is not None:
        rule = case.law.time_rule("", case.on)
        more = deadline(command.by_period, period.deadline.on, rule, case.law.calendar)
    else:
        return period.deadline
    return prolonged(period.deadline, more, on=case.on, by=command.id)


def _extended(state: ProceedingState, event: PeriodExtended) -> ProceedingState:
    state = entered(state, event, "extension", about=event.of)
    later = {(one.of, one.name, one.party): one for one in event.periods}
    kept = (later.get((one.of, one.name, one.party), one) for one in state.periods)
    return revised(state, periods=tuple(kept))


def _refused(state: ProceedingState, event: ExtensionRefused) -> ProceedingState:
    return entered(state, event, "extension", about=event.of)


def _running(state: ProceedingState) -> tuple[str, ...]:
    """What periods run for, or ran."""
    return tuple(dict.fromkeys(period.of for period in state.periods))


def _names(state: ProceedingState, of: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(period.name for period in state.periods_of(of)))


def given_by(period: RunningPeriod) -> str:
    """Who can give more time: `authority`, `agreement` or `nobody`.

    An authority can where it set the period itself, or where the period is there to answer it.
    """
    answers_us = period.name == "comply" or bool(period.answered_by)
    return period.extended_by or ("authority" if answers_us else "nobody")


def _named(case: Case) -> Iterator[Field]:
    """The period by its name: one that there is, that still runs, and that can be extended."""
    periods = case.state.periods_of(case.target)
    names = _names(case.state, case.target)
    alone = ("",) if len(names) == 1 else ()
    bound = Field(name="period", domain=OneOf((*alone, *names)), subject="the period")
    yield attrs.evolve(bound, essential=True)
    ended = [p for p in periods if p.deadline.on < case.on]
    over = {p.name for p in ended}
    days = tuple(dict.fromkeys(in_words(p.deadline.on) for p in ended))
    firm = {p.name for p in periods if given_by(p) == "nobody"}
    agreed = {p.name for p in periods if given_by(p) == "agreement"}
    for rule, wrong, unless, says in (
        ("period over", over, "", f"ended on {joined(days)}"),
        ("extension", firm, "", ""),
        ("agreement", agreed, "agreed", ""),
    ):
        left = tuple(name for name in names if name not in wrong)
        if wrong:
            cites = [period.cite for period in periods if period.name in wrong]
            yield attrs.evolve(
                bound,
                domain=OneOf((*(alone if left else ()), *left), says),
                rule=rule,
                source=Sourced(cite=cites[0]),
                unless=unless,
            )


def _until(case: Case) -> Field:
    """A day after every end that the authority can move by itself, or else after every end."""
    periods = case.state.periods_of(case.target)
    own = tuple(period for period in periods if given_by(period) == "authority")
    last: date | None = None
    for period in own or periods:
        last = period.deadline.on if last is None else higher(last, period.deadline.on)
    first = None if last is None else days_later(last, 1) or last
    return Field(name="until", domain=Days(first, optional=True), subject="a new end on")


def _of(case: Case) -> Field:
    things = OneOf(_running(case.state))
    return Field(name="of", domain=things, subject="what the period is of", essential=True)


def _request_fields(case: Case) -> tuple[Field, ...]:
    names = _names(case.state, case.target)
    named = Field(name="period", domain=OneOf(("", *names)), subject="the period", essential=True)
    return (_of(case), named, _until(case))


def _fields(case: Case) -> tuple[Field, ...]:
    parties = tuple(dict.fromkeys(p.party for p in case.state.periods_of(case.target)))
    asked = tuple(
        act.id for act in case.state.acts_of("extension request") if act.about == case.target
    )
    results = OneOf(("granted", "refused"))
    return (
        _of(case),
        *_named(case),
        Field(name="to", domain=SomeOf(parties, 0), subject="an extension", essential=True),
        Field(name="answers", domain=OneOf(("", *asked)), subject="the request", essential=True),
        Field(name="result", domain=results, subject="the result", essential=True),
        _until(case),
    )


def _request_extra(_case: Case, command: RequestExtension) -> tuple[Defect, ...]:
    both = command.until is not None and command.by_period is not None
    return _impossible("asks for a day and for a period") if both else ()


def _extra(case: Case, command: ExtendPeriod) -> tuple[Defect, ...]:
    """More time is a day or a period, one of the two; a refusal gives neither."""
    given = (command.until is not None) + (command.by_period is not None)
    if command.result == "refused":
        return _impossible("refuses more time and gives it") if given else ()
    if given != 1:
        return _impossible("must name either a day or a period")
    return tuple(_no_later(case, command))


def _no_later(case: Case, command: ExtendPeriod) -> Iterator[Defect]:
    """A period that only an agreement extends, and that would end no later for it."""
    for period in case.state.periods_of(command.of, command.period):
        ends = period.deadline.on
        agreed = given_by(period) == "agreement"
        if agreed and command.until is not None and command.until <= ends:
            message = f"the period for {period.name} ends on {in_words(ends)} already"
            yield Defect(rule="until", message=message, asked=str(command.until), limit=str(ends))


def _impossible(wrong: str) -> tuple[Defect, ...]:
    return (Defect(rule="until", message=f"the act {wrong}", gravity="impossible"),)


EXTENSION_REQUEST = Room(
    act="extension request",
    command=RequestExtension,
    events=dict([evolving(ExtensionRequested, _requested)]),
    results=typed(RequestExtension, _request),
    fields=_request_fields,
    targets=_running,
    target="of",
    extra=typed(RequestExtension, _request_extra),
)
EXTENSION = Room(
    act="extension",
    command=ExtendPeriod,
    events=dict(
        [
            evolving(PeriodExtended, _extended),
            evolving(ExtensionRefused, _refused),
            evolving(PeriodsStarted, _begun),
        ]
    ),
    results=typed(ExtendPeriod, _extend),
    fields=_fields,
    targets=_running,
    target="of",
    extra=typed(ExtendPeriod, _extra),
)
