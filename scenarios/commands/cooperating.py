"""Commands of what is agreed or disputed: more time, settlements, several authorities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.proceeding.acts.cooperation import (
    AnswerAssistance,
    ChangeLead,
    DecideDispute,
    Object,
    Refer,
    RequestAssistance,
    ReviseDraft,
    ShareDraft,
)
from domain.proceeding.acts.extension import ExtendPeriod, RequestExtension
from domain.proceeding.acts.settlement import (
    AcceptCommitment,
    AnswerSettlement,
    OfferCommitment,
    ProposeSettlement,
    WithdrawSettlement,
)
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one, several
from scenarios.reckoning import Scene
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _request(row: rows.ExtensionRequest, scene: Scene) -> Command:
    return RequestExtension(
        **common(row, scene),
        of=row.of,
        period=row.period,
        until=row.until,
        by_period=row.by_period,
        what=row.what,
    )


def _extension(row: rows.Extension, scene: Scene) -> Command:
    """What is extended is named, or it is what the request was about."""
    asked = scene.state.act(row.answers)
    return ExtendPeriod(
        **common(row, scene),
        of=row.of or ("" if asked is None else asked.about),
        period=row.period,
        to=row.to,
        answers=row.answers,
        result=row.result,
        until=row.until,
        by_period=row.by_period,
    )


def _settlement(row: rows.SettlementProposal, scene: Scene) -> Command:
    return ProposeSettlement(**common(row, scene), to=row.to, content=row.content, reply=row.reply)


def _objections(row: rows.ReasonedObjection, scene: Scene) -> Iterator[Command]:
    """One objection for each authority; only the first has the name of the row."""
    for place, party in enumerate(rows.actors_of(row)):
        said = common(row, scene)
        said["by"] = party
        said["id"] = scene.name if not place else f"{scene.name}.{party}"
        yield Object(**said, against=row.against, what=row.what)


def _referral(row: rows.Referral, scene: Scene) -> Command:
    return Refer(**common(row, scene), of=row.of, procedure=row.procedure or "", what=row.what)


def _assistance(row: rows.MutualAssistanceAnswer, scene: Scene) -> Command:
    return AnswerAssistance(
        **common(row, scene), answers=row.answers, result=row.result, what=row.what
    )


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(rows.ExtensionRequest, _request),
        one(rows.Extension, _extension),
        one(rows.SettlementProposal, _settlement),
        one(
            rows.SettlementAnswer,
            lambda r, s: AnswerSettlement(**common(r, s), answers=r.answers, result=r.result),
        ),
        one(
            rows.SettlementWithdrawal,
            lambda r, s: WithdrawSettlement(**common(r, s), of=r.of, because=r.because),
        ),
        one(rows.Commitment, lambda r, s: OfferCommitment(**common(r, s), content=r.content)),
        one(rows.CommitmentAcceptance, lambda r, s: AcceptCommitment(**common(r, s), of=r.of)),
        one(rows.DraftDecision, lambda r, s: ShareDraft(**common(r, s), proposes=r.proposes)),
        one(
            rows.RevisedDraft,
            lambda r, s: ReviseDraft(**common(r, s), replaces=r.replaces, proposes=r.proposes),
        ),
        several(rows.ReasonedObjection, _objections),
        one(rows.Referral, _referral),
        one(
            rows.BindingDecision,
            lambda r, s: DecideDispute(**common(r, s), answers=r.answers, requires=r.requires),
        ),
        one(
            rows.MutualAssistanceRequest,
            lambda r, s: RequestAssistance(**common(r, s), to=r.to, what=r.what),
        ),
        one(rows.MutualAssistanceAnswer, _assistance),
        one(
            rows.ChangeOfLeadAuthority,
            lambda r, s: ChangeLead(**common(r, s), to=r.to, what=r.what),
        ),
    ]
)
