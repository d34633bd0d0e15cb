"""Several authorities: drafts, objections, the Board, mutual assistance (GDPR 56 to 66)."""

import attrs
from attrs import frozen

from domain.proceeding.bounds import OneOf, SomeOf, Words
from domain.proceeding.entries import DraftDecision, Objection, Referral
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, amended, named
from domain.proceeding.succeeding import led_by

OTHERS = "other authority"
BOARD = "board"


@frozen(kw_only=True)
class ShareDraft(Command):
    """Put a draft decision before the authorities concerned; `proposes` is what it would order."""

    proposes: tuple[str, ...] = ()


@frozen(kw_only=True)
class DraftShared(Event):
    """A draft is before the others; their time to object runs."""

    to: tuple[str, ...]
    proposes: tuple[str, ...]


@frozen(kw_only=True)
class ReviseDraft(Command):
    """Put a revised draft before them, which follows objections to the one it replaces."""

    replaces: str
    proposes: tuple[str, ...] = ()


@frozen(kw_only=True)
class DraftRevised(Event):
    """A revised draft takes the place of an earlier one, with what was objected to that."""

    to: tuple[str, ...]
    replaces: str
    proposes: tuple[str, ...]


@frozen(kw_only=True)
class Object(Command):
    """Raise a relevant and reasoned objection to a draft."""

    against: str
    what: str = ""


@frozen(kw_only=True)
class ObjectionRaised(Event):
    """An authority concerned objects."""

    against: str
    what: str = ""


@frozen(kw_only=True)
class Refer(Command):
    """Put a dispute about a draft, or an urgent question about none, before the Board.

    `procedure` is `urgent` for a decision under GDPR 66(2).
    """

    of: str = ""
    procedure: str = ""
    what: str = ""


@frozen(kw_only=True)
class Referred(Event):
    """The Board has the question; its time to decide runs."""

    to: tuple[str, ...]
    of: str
    procedure: str
    what: str = ""


@frozen(kw_only=True)
class DecideDispute(Command):
    """Decide, as the Board, what was referred; `requires` says what the authority has to do."""

    answers: str
    requires: tuple[str, ...] = ()


@frozen(kw_only=True)
class DisputeDecided(Event):
    """The Board's decision binds the authorities it is for."""

    to: tuple[str, ...]
    answers: str
    requires: tuple[str, ...]


@frozen(kw_only=True)
class RequestAssistance(Command):
    """Ask other authorities for assistance (GDPR 61); `to` left out means all of them."""

    to: tuple[str, ...] = ()
    what: str = ""


@frozen(kw_only=True)
class AssistanceRequested(Event):
    """Assistance was asked for; the time to answer runs."""

    to: tuple[str, ...]
    what: str = ""


@frozen(kw_only=True)
class AnswerAssistance(Command):
    """Answer a request for assistance: `granted` or `declined`."""

    answers: str
    result: str
    what: str = ""


@frozen(kw_only=True)
class AssistanceAnswered(Event):
    """The request has its answer."""

    answers: str
    result: str
    what: str = ""


@frozen(kw_only=True)
class ChangeLead(Command):
    """Let another authority lead from now on, for the whole case or the part that `what` names.

    With the whole case the powers pass to it; a part leaves this file, and its lead stays.
    """

    to: str
    what: str = ""


@frozen(kw_only=True)
class LeadChanged(Event):
    """Another authority leads."""

    to: str
    what: str = ""


def _share(case: Case, command: ShareDraft) -> tuple[DraftShared, ...]:
    to = case.state.with_role(OTHERS)
    shared = DraftShared(on=case.on, act=command.id, by=case.by, to=to, proposes=command.proposes)
    return (shared,)


def _shared(state: ProceedingState, event: DraftShared) -> ProceedingState:
    draft = DraftDecision(id=event.act, on=event.on, to=event.to)
    return added(entered(state, event, "draft decision", to=event.to), drafts=(draft,))


def _revise(case: Case, command: ReviseDraft) -> tuple[DraftRevised, ...]:
    return (
        DraftRevised(
            on=case.on,
            act=command.id,
            by=case.by,
            to=case.state.with_role(OTHERS),
            replaces=command.replaces,
            proposes=command.proposes,
        ),
    )


def _revised(state: ProceedingState, event: DraftRevised) -> ProceedingState:
    draft = DraftDecision(id=event.act, on=event.on, to=event.to, replaces=event.replaces)
    state = entered(state, event, "revised draft", to=event.to, about=event.replaces)
    return added(state, drafts=(draft,))


def _object(case: Case, command: Object) -> tuple[ObjectionRaised, ...]:
    return (
        ObjectionRaised(
            on=case.on, act=command.id, by=case.by, against=command.against, what=command.what
        ),
    )


def _objected(state: ProceedingState, event: ObjectionRaised) -> ProceedingState:
    objection = Objection(
        id=event.act,
        by=event.by,
        on=event.on,
        against=event.against,
        in_time=not event.defects,
    )
    state = entered(state, event, "reasoned objection", about=event.against)
    return added(state, objections=(objection,))


def _refer(case: Case, command: Refer) -> tuple[Referred, ...]:
    return (
        Referred(
            on=case.on,
            act=command.id,
            by=case.by,
            to=case.state.with_role(BOARD),
            of=command.of,
            procedure=command.procedure,
            what=command.what,
        ),
    )


def _referred(state: ProceedingState, event: Referred) -> ProceedingState:
    referral = Referral(id=event.act, of=event.of, on=event.on, to=BOARD, procedure=event.procedure)
    state = entered(state, event, "referral", to=event.to, about=event.of)
    return added(state, referrals=(referral,))


def _decide(case: Case, command: DecideDispute) -> tuple[DisputeDecided, ...]:
    return (
        DisputeDecided(
            on=case.on,
            act=command.id,
            by=case.by,
            to=(*case.state.with_role("authority"), *case.state.with_role(OTHERS)),
            answers=command.answers,
            requires=command.requires,
        ),
    )


def _decided(state: ProceedingState, event: DisputeDecided) -> ProceedingState:
    state = entered(state, event, "binding decision", to=event.to, about=event.answers)
    referral = named(state.referrals, event.answers)
    if referral is None:
        return state
    return amended(state, referrals=attrs.evolve(referral, answered_on=event.on))


def _ask(case: Case, command: RequestAssistance) -> tuple[AssistanceRequested, ...]:
    to = command.to or case.state.with_role(OTHERS)
    asked = AssistanceRequested(on=case.on, act=command.id, by=case.by, to=to, what=command.what)
    return (asked,)


def _asked(state: ProceedingState, event: AssistanceRequested) -> ProceedingState:
    return entered(state, event, "mutual assistance request", to=event.to)


def _assist(case: Case, command: AnswerAssistance) -> tuple[AssistanceAnswered, ...]:
    return (
        AssistanceAnswered(
            on=case.on,
            act=command.id,
            by=case.by,
            answers=command.answers,
            result=command.result,
            what=command.what,
        ),
    )


def _assisted(state: ProceedingState, event: AssistanceAnswered) -> ProceedingState:
    return entered(state, event, "mutual assistance answer", about=event.answers)


def _lead(case: Case, command: ChangeLead) -> tuple[LeadChanged, ...]:
    return (LeadChanged(on=case.on, act=command.id, by=case.by, to=command.to, what=command.what),)


def _led(state: ProceedingState, event: LeadChanged) -> ProceedingState:
    state = entered(state, event, "change of lead authority", to=(event.to,))
    return state if event.what else led_by(state, event.to)


def _last_draft(state: ProceedingState) -> tuple[str, ...]:
    return tuple(draft.id for draft in state.drafts[-1:])


def _drafts(state: ProceedingState) -> tuple[str, ...]:
    return tuple(draft.id for draft in state.drafts)


def _disputed(state: ProceedingState) -> tuple[str, ...]:
    """A draft that is objected to and not before the Board; or no draft, for an urgent question."""
    referred = {one.of for one in state.referrals}
    last = _last_draft(state)
    objected = {one.against for one in state.objections if one.in_time}
    return ("", *(draft for draft in last if draft in objected and draft not in referred))


def _open_referrals(state: ProceedingState) -> tuple[str, ...]:
    return tuple(one.id for one in state.referrals if one.answered_on is None)


def _requests(state: ProceedingState) -> tuple[str, ...]:
    return tuple(act.id for act in state.acts_of("mutual assistance request"))


def _one_of(name: str, subject: str, values: tuple[str, ...]) -> Field:
    return Field(name=name, domain=OneOf(values), subject=subject, essential=True)


def _referral_fields(case: Case) -> tuple[Field, ...]:
    procedures = ("", "urgent") if case.target else ("urgent",)
    return (
        _one_of("of", "the draft", _disputed(case.state)),
        _one_of("procedure", "the procedure", procedures),
    )


def _request_fields(case: Case) -> tuple[Field, ...]:
    others = case.state.with_role(OTHERS)
    at_least = 0 if others else 1
    return (
        Field(name="to", domain=SomeOf(others, at_least), subject="the request", essential=True),
    )


def _answer_fields(case: Case) -> tuple[Field, ...]:
    """Those who were asked answer, each its own."""
    asked = (act for act in case.state.acts_of("mutual assistance request"))
    own = tuple(act.id for act in asked if case.by in {"", *act.to})
    return (
        _one_of("answers", "the request", own),
        _one_of("result", "the answer", ("granted", "declined")),
    )


def _lead_fields(case: Case) -> tuple[Field, ...]:
    return (_one_of("to", "the lead authority", case.state.with_role(OTHERS)),)


def _decision_fields(case: Case) -> tuple[Field, ...]:
    return (
        _one_of("answers", "the referral", _open_referrals(case.state)),
        Field(name="requires", domain=Words(), subject="the decision", essential=True),
    )


DRAFT_DECISION = Room(
    act="draft decision",
    command=ShareDraft,
    events=dict([evolving(DraftShared, _shared)]),
    results=typed(ShareDraft, _share),
)
REVISED_DRAFT = Room(
    act="revised draft",
    command=ReviseDraft,
    events=dict([evolving(DraftRevised, _revised)]),
    results=typed(ReviseDraft, _revise),
    fields=lambda case: (_one_of("replaces", "the draft", _last_draft(case.state)),),
    targets=_last_draft,
    target="replaces",
)
REASONED_OBJECTION = Room(
    act="reasoned objection",
    command=Object,
    events=dict([evolving(ObjectionRaised, _objected)]),
    results=typed(Object, _object),
    fields=lambda case: (_one_of("against", "the draft", _drafts(case.state)),),
    targets=_drafts,
    target="against",
)
REFERRAL = Room(
    act="referral",
    command=Refer,
    events=dict([evolving(Referred, _referred)]),
    results=typed(Refer, _refer),
    fields=_referral_fields,
    targets=_disputed,
    target="of",
)
BINDING_DECISION = Room(
    act="binding decision",
    command=DecideDispute,
    events=dict([evolving(DisputeDecided, _decided)]),
    results=typed(DecideDispute, _decide),
    fields=_decision_fields,
    targets=_open_referrals,
    target="answers",
)
ASSISTANCE_REQUEST = Room(
    act="mutual assistance request",
    command=RequestAssistance,
    events=dict([evolving(AssistanceRequested, _asked)]),
    results=typed(RequestAssistance, _ask),
    fields=_request_fields,
)
ASSISTANCE_ANSWER = Room(
    act="mutual assistance answer",
    command=AnswerAssistance,
    events=dict([evolving(AssistanceAnswered, _assisted)]),
    results=typed(AnswerAssistance, _assist),
    fields=_answer_fields,
    targets=_requests,
    target="answers",
)
LEAD_CHANGE = Room(
    act="change of lead authority",
    command=ChangeLead,
    events=dict([evolving(LeadChanged, _led)]),
    results=typed(ChangeLead, _lead),
    fields=_lead_fields,
)
