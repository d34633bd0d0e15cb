"""Replies of a rapporteur, the summons to a hearing, the hearing, and one before a court."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from domain.proceeding.beginnings import plain_end
from domain.proceeding.bounds import Days, OneOf
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState
from domain.proceeding.tracks import begins
from domain.rulebook.closed_words import POSTPONED


@frozen(kw_only=True)
class Reply(Command):
    """Answer the addressee's representations, as a rapporteur does."""

    answers: str
    what: str = ""


@frozen(kw_only=True)
class ReplyMade(Event):
    """The representations were answered; who is charged may answer again."""

    to: tuple[str, ...]
    answers: str
    what: str = ""


@frozen(kw_only=True)
class SummonToHearing(Command):
    """Tell the parties the day of the hearing; `replaces` is a summons to another day."""

    for_: date
    replaces: str = ""


@frozen(kw_only=True)
class HearingSummoned(Event):
    """The day of the hearing is told."""

    for_: date
    replaces: str


@frozen(kw_only=True)
class HoldHearing(Command):
    """Hear the case; who stays away was heard all the same if duly called."""


@frozen(kw_only=True)
class HearingHeld(Event):
    """The hearing took place."""


@frozen(kw_only=True)
class HoldCourtHearing(Command):
    """A court hears the parties to an appeal."""

    what: str = ""


@frozen(kw_only=True)
class CourtHearingHeld(Event):
    """A court heard the parties."""

    what: str = ""


def _reply(case: Case, command: Reply) -> tuple[ReplyMade, ...]:
    answered = case.state.act(command.answers)
    by = "" if answered is None else answered.by
    to = (by,) if by in case.addressees else case.addressees
    return (
        ReplyMade(
            on=case.on,
            act=command.id,
            by=case.by,
            to=to,
            answers=command.answers,
            what=command.what,
        ),
    )


def _replied(state: ProceedingState, event: ReplyMade) -> ProceedingState:
    return entered(state, event, "reply", to=event.to, about=event.answers)


def _answered(state: ProceedingState) -> tuple[str, ...]:
    return tuple(act.id for act in state.acts_of("representations"))


def _reply_fields(case: Case) -> tuple[Field, ...]:
    said = OneOf(_answered(case.state))
    return (Field(name="answers", domain=said, subject="the representations", essential=True),)


def _summon(case: Case, command: SummonToHearing) -> tuple[HearingSummoned, ...]:
    return (
        HearingSummoned(
            on=case.on,
            act=command.id,
            by=case.by,
            for_=command.for_,
            replaces=command.replaces,
        ),
    )


def _summoned(state: ProceedingState, event: HearingSummoned) -> ProceedingState:
    return entered(state, event, "hearing summons", to=state.addressees, about=event.replaces)


def _summonses(state: ProceedingState) -> tuple[str, ...]:
    """A first summons, or the last one that another may replace."""
    return ("", *(act.id for act in state.acts_of("hearing summons")[-1:]))


def _summons_fields(case: Case) -> tuple[Field, ...]:
    replaced = OneOf(_summonses(case.state))
    return (
        Field(name="replaces", domain=replaced, subject="the summons", essential=True),
        Field(name="for_", domain=Days(case.on), subject="a hearing on", essential=True),
        *_in_time(case),
    )


def _in_time(case: Case) -> Iterator[Field]:
    """The time that the law leaves between summons and hearing; no rest day makes it longer."""
    words = (POSTPONED, "hearing") if case.target else ("hearing",)
    rules = (case.law.periods_before(word, case.on) for word in words)
    found = next((one for one in rules if one), ())
    for rule in found:
        if begins(rule, case.procedure):
            first = plain_end(case.law, rule.length, case.on, time_rule=rule.time_rule)
            yield Field(
                name="for_", domain=Days(first), subject="a hearing on", rule=rule.name, source=rule
            )


def _hold(case: Case, command: HoldHearing) -> tuple[HearingHeld, ...]:
    return (HearingHeld(on=case.on, act=command.id, by=case.by),)


def _held(state: ProceedingState, event: HearingHeld) -> ProceedingState:
    return entered(state, event, "hearing")


def _hear(case: Case, command: HoldCourtHearing) -> tuple[CourtHearingHeld, ...]:
    return (CourtHearingHeld(on=case.on, act=command.id, by=case.by, what=command.what),)


def _heard(state: ProceedingState, event: CourtHearingHeld) -> ProceedingState:
    return entered(state, event, "court hearing")


REPLY = Room(
    act="reply",
    command=Reply,
    events=dict([evolving(ReplyMade, _replied)]),
    results=typed(Reply, _reply),
    fields=_reply_fields,
    targets=_answered,
    target="answers",
)
HEARING_SUMMONS = Room(
    act="hearing summons",
    command=SummonToHearing,
    events=dict([evolving(HearingSummoned, _summoned)]),
    results=typed(SummonToHearing, _summon),
    fields=_summons_fields,
    targets=_summonses,
    target="replaces",
)
HEARING = Room(
    act="hearing",
    command=HoldHearing,
    events=dict([evolving(HearingHeld, _held)]),
    results=typed(HoldHearing, _hold),
)
COURT_HEARING = Room(
    act="court hearing",
    command=HoldCourtHearing,
    events=dict([evolving(CourtHearingHeld, _heard)]),
    results=typed(HoldCourtHearing, _hear),
)
