"""A formal notice to comply within a period, and its closure."""

import attrs
from attrs import frozen

from domain.periods import TimeLimit
from domain.proceeding.bounds import OneOf, Standing, Words
from domain.proceeding.charging import alleging, recipients
from domain.proceeding.entries import Notice
from domain.proceeding.limits import bounded
from domain.proceeding.messages import Allegations, Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, amended, named


@frozen(kw_only=True)
class IssueFormalNotice(Command):
    """Tell the addressee to end an infringement within a period; no sanction, and no fine."""

    alleges: Allegations
    content: tuple[str, ...]
    comply: TimeLimit
    proof: TimeLimit | None = None
    to: tuple[str, ...] = ()


@frozen(kw_only=True)
class FormalNoticeIssued(Event):
    """A formal notice was adopted; its period runs from the moment that it names."""

    to: tuple[str, ...]
    alleges: Allegations
    content: tuple[str, ...]
    comply: TimeLimit
    proof: TimeLimit | None


@frozen(kw_only=True)
class CloseNotice(Command):
    """Close a formal notice, as a rule because it was complied with."""

    of: str
    because: str = ""


@frozen(kw_only=True)
class NoticeClosed(Event):
    """A formal notice came to its end."""

    of: str
    because: str = ""


def _issue(case: Case, command: IssueFormalNotice) -> tuple[FormalNoticeIssued, ...]:
    return (
        FormalNoticeIssued(
            on=case.on,
            act=command.id,
            by=case.by,
            to=command.to or case.addressees,
            alleges=command.alleges,
            content=command.content,
            comply=command.comply,
            proof=command.proof,
        ),
    )


def _issued(state: ProceedingState, event: FormalNoticeIssued) -> ProceedingState:
    notice = Notice(id=event.act, to=event.to, alleges=event.alleges, comply=event.comply)
    state = entered(state, event, "formal notice", to=event.to)
    return added(state, notices=(notice,))


def _close(case: Case, command: CloseNotice) -> tuple[NoticeClosed, ...]:
    closed = NoticeClosed(
        on=case.on, act=command.id, by=case.by, of=command.of, because=command.because
    )
    return (closed,)


def _closed(state: ProceedingState, event: NoticeClosed) -> ProceedingState:
    state = entered(state, event, "notice closure", about=event.of)
    notice = named(state.notices, event.of)
    if notice is None:
        return state
    closed = attrs.evolve(notice, closed_on=event.on)
    return amended(state, notices=closed)


def _fields(case: Case) -> tuple[Field, ...]:
    return (
        *alleging(case, "alleges"),
        *recipients(case),
        Field(name="content", domain=Words(1), subject="a notice", essential=True),
        Field(name="comply", domain=Standing(), subject="a period", essential=True),
        *bounded(case.power.limits, {"comply": "comply"}, since=case.on),
    )


def _open_notices(state: ProceedingState) -> tuple[str, ...]:
    return tuple(notice.id for notice in state.notices if notice.closed_on is None)


def _closure_fields(case: Case) -> tuple[Field, ...]:
    notices = OneOf(_open_notices(case.state))
    return (Field(name="of", domain=notices, subject="the notice", essential=True),)


FORMAL_NOTICE = Room(
    act="formal notice",
    command=IssueFormalNotice,
    events=dict([evolving(FormalNoticeIssued, _issued)]),
    results=typed(IssueFormalNotice, _issue),
    fields=_fields,
)
NOTICE_CLOSURE = Room(
    act="notice closure",
    command=CloseNotice,
    events=dict([evolving(NoticeClosed, _closed)]),
    results=typed(CloseNotice, _close),
    fields=_closure_fields,
    targets=_open_notices,
    target="of",
)
