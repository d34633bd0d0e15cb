"""Settlements proposed and answered, commitments offered and made binding, both withdrawn."""

import attrs
from attrs import frozen

from domain.periods import TimeLimit
from domain.proceeding.beginnings import left_to_answer
from domain.proceeding.bounds import OneOf, Words
from domain.proceeding.charging import addressed, recipients
from domain.proceeding.entries import Settlement
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, amended, named


@frozen(kw_only=True)
class ProposeSettlement(Command):
    """Propose how the case could end without a sanction; `content` may be left out."""

    content: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class SettlementProposed(Event):
    """A settlement is on the table; nothing is settled by that."""

    to: tuple[str, ...]
    content: tuple[str, ...]


@frozen(kw_only=True)
class AnswerSettlement(Command):
    """Accept or refuse a proposed settlement."""

    answers: str
    result: str


@frozen(kw_only=True)
class SettlementAnswered(Event):
    """A party said whether it agrees: `accepted` or `refused`."""

    answers: str
    result: str


@frozen(kw_only=True)
class WithdrawSettlement(Command):
    """Take a proposed settlement or an offered commitment back."""

    of: str
    because: str = ""


@frozen(kw_only=True)
class SettlementWithdrawn(Event):
    """What was proposed or offered is off the table."""

    of: str
    because: str = ""


@frozen(kw_only=True)
class OfferCommitment(Command):
    """Offer to do something, so that the authority need not go on."""

    content: tuple[str, ...]


@frozen(kw_only=True)
class CommitmentOffered(Event):
    """A commitment is offered; it binds nobody yet."""

    content: tuple[str, ...]


@frozen(kw_only=True)
class AcceptCommitment(Command):
    """Make an offered commitment binding on who offered it."""

    of: str


@frozen(kw_only=True)
class CommitmentAccepted(Event):
    """The commitment binds who offered it."""

    of: str


def _propose(case: Case, command: ProposeSettlement) -> tuple[Event, ...]:
    to = command.to or case.addressees
    proposed = SettlementProposed(
        on=case.on, act=command.id, by=case.by, to=to, content=command.content
    )
    runs = left_to_answer(
        case,
        command.reply,
        name="settlement answer",
        act=command.id,
        to=to,
        answered_by="settlement answer",
    )
    return (proposed, *runs)


def _proposed(state: ProceedingState, event: SettlementProposed) -> ProceedingState:
    proposed = Settlement(
        id=event.act,
        kind="settlement",
        by=event.by,
        to=event.to,
        on=event.on,
        content=event.content,
    )
    state = entered(state, event, "settlement proposal", to=event.to)
    return added(state, settlements=(proposed,))


def _answer(case: Case, command: AnswerSettlement) -> tuple[SettlementAnswered, ...]:
    return (
        SettlementAnswered(
            on=case.on,
            act=command.id,
            by=case.by,
            answers=command.answers,
            result=command.result,
        ),
    )


def _answered(state: ProceedingState, event: SettlementAnswered) -> ProceedingState:
    state = entered(state, event, "settlement answer", about=event.answers)
    found = named(state.settlements, event.answers)
    if found is None:
        return state
    answers = (*found.answers, (event.by, event.result))
    return amended(state, settlements=attrs.evolve(found, answers=answers))


def _withdraw(case: Case, command: WithdrawSettlement) -> tuple[SettlementWithdrawn, ...]:
    return (
        SettlementWithdrawn(
            on=case.on, act=command.id, by=case.by, of=command.of, because=command.because
        ),
    )


def _withdrawn(state: ProceedingState, event: SettlementWithdrawn) -> ProceedingState:
    state = entered(state, event, "settlement withdrawal", about=event.of)
    found = named(state.settlements, event.of)
    if found is None:
        return state
    return amended(state, settlements=attrs.evolve(found, withdrawn_on=event.on))


def _offer(case: Case, command: OfferCommitment) -> tuple[CommitmentOffered, ...]:
    return (CommitmentOffered(on=case.on, act=command.id, by=case.by, content=command.content),)


def _offered(state: ProceedingState, event: CommitmentOffered) -> ProceedingState:
    offered = Settlement(
        id=event.act,
        kind="commitment",
        by=event.by,
        to=(),
        on=event.on,
        content=event.content,
    )
    return added(entered(state, event, "commitment"), settlements=(offered,))


def _accept(case: Case, command: AcceptCommitment) -> tuple[CommitmentAccepted, ...]:
    return (CommitmentAccepted(on=case.on, act=command.id, by=case.by, of=command.of),)


def _accepted(state: ProceedingState, event: CommitmentAccepted) -> ProceedingState:
    state = entered(state, event, "commitment acceptance", about=event.of)
    found = named(state.settlements, event.of)
    if found is None:
        return state
    return amended(state, settlements=attrs.evolve(found, binding_on=event.on))


def _open(state: ProceedingState, kind: str = "") -> tuple[str, ...]:
    """What is on the table: not withdrawn, not binding yet."""
    return tuple(
        one.id
        for one in state.settlements
        if one.withdrawn_on is None and one.binding_on is None and kind in {"", one.kind}
    )


def _open_settlements(state: ProceedingState) -> tuple[str, ...]:
    return _open(state, "settlement")


def _open_commitments(state: ProceedingState) -> tuple[str, ...]:
    return _open(state, "commitment")


def _answer_fields(case: Case) -> tuple[Field, ...]:
    """Those it was proposed to answer it, each once."""
    waiting = [
        one.id
        for one in case.state.settlements
        if one.id in _open_settlements(case.state)
        and addressed(case, one.to)
        and case.by not in dict(one.answers)
    ]
    open_ones = OneOf(tuple(waiting))
    results = OneOf(("accepted", "refused"))
    return (
        Field(name="answers", domain=open_ones, subject="the settlement", essential=True),
        Field(name="result", domain=results, subject="the answer", essential=True),
    )


def _withdrawal_fields(case: Case) -> tuple[Field, ...]:
    """Who proposed it takes it back: an addressee its own, the authority the others."""
    ours = case.by not in case.addressees
    own = tuple(
        one.id
        for one in case.state.settlements
        if one.id in _open(case.state)
        and (one.by == case.by or (ours and one.by not in case.addressees))
    )
    return (Field(name="of", domain=OneOf(own), subject="the proposal", essential=True),)


def _acceptance_fields(case: Case) -> tuple[Field, ...]:
    offered = OneOf(_open_commitments(case.state))
    return (Field(name="of", domain=offered, subject="the commitment", essential=True),)


def _offer_fields(_case: Case) -> tuple[Field, ...]:
    return (Field(name="content", domain=Words(1), subject="a commitment", essential=True),)


SETTLEMENT_PROPOSAL = Room(
    act="settlement proposal",
    command=ProposeSettlement,
    events=dict([evolving(SettlementProposed, _proposed)]),
    results=typed(ProposeSettlement, _propose),
    fields=recipients,
)
SETTLEMENT_ANSWER = Room(
    act="settlement answer",
    command=AnswerSettlement,
    events=dict([evolving(SettlementAnswered, _answered)]),
    results=typed(AnswerSettlement, _answer),
    fields=_answer_fields,
    targets=_open_settlements,
    target="answers",
)
SETTLEMENT_WITHDRAWAL = Room(
    act="settlement withdrawal",
    command=WithdrawSettlement,
    events=dict([evolving(SettlementWithdrawn, _withdrawn)]),
    results=typed(WithdrawSettlement, _withdraw),
    fields=_withdrawal_fields,
    targets=_open,
    target="of",
)
COMMITMENT = Room(
    act="commitment",
    command=OfferCommitment,
    events=dict([evolving(CommitmentOffered, _offered)]),
    results=typed(OfferCommitment, _offer),
    fields=_offer_fields,
)
COMMITMENT_ACCEPTANCE = Room(
    act="commitment acceptance",
    command=AcceptCommitment,
    events=dict([evolving(CommitmentAccepted, _accepted)]),
    results=typed(AcceptCommitment, _accept),
    fields=_acceptance_fields,
    targets=_open_commitments,
    target="of",
)
