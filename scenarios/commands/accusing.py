"""Commands before the decision: notice, charges, representations, hearing, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.hearing import (
    HoldCourtHearing,
    HoldHearing,
    Reply,
    SummonToHearing,
)
from domain.proceeding.acts.inquiry import AppointRapporteur
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.proposals import proposed
from scenarios.reckoning import Scene
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _notice(row: rows.FormalNotice, scene: Scene) -> Command:
    return IssueFormalNotice(
        **common(row, scene),
        alleges=row.alleges,
        content=row.content,
        comply=row.comply,
        proof=row.proof,
        to=row.to,
    )


def _charges(row: rows.Charges, scene: Scene) -> Command:
    return IssueCharges(
        **common(row, scene),
        alleges=row.alleges,
        to=row.to,
        what=row.what,
        proposes=proposed(row.proposes, scene),
        turnover=row.turnover,
    )


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(rows.FormalNotice, _notice),
        one(
            rows.NoticeClosure,
            lambda r, s: CloseNotice(**common(r, s), of=r.of, because=r.because),
        ),
        one(rows.RapporteurAppointment, lambda r, s: AppointRapporteur(**common(r, s))),
        one(
            rows.Charges,
            _charges,
        ),
        one(
            rows.Representations,
            lambda r, s: MakeRepresentations(**common(r, s), answers=r.answers, what=r.what),
        ),
        one(
            rows.Reply,
            lambda r, s: Reply(**common(r, s), answers=r.answers, what=r.what),
        ),
        one(
            rows.HearingSummons,
            lambda r, s: SummonToHearing(**common(r, s), for_=r.for_, replaces=r.replaces),
        ),
        one(rows.Hearing, lambda r, s: HoldHearing(**common(r, s))),
        one(rows.CourtHearing, lambda r, s: HoldCourtHearing(**common(r, s), what=r.what)),
    ]
)
