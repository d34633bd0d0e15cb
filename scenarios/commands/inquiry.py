"""Commands of the inquiry: complaint, opening, requests and what is answered, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.information import GiveInformation, RequestInformation
from domain.proceeding.acts.inquiry import (
    Alert,
    ExtendScope,
    Inspect,
    LodgeComplaint,
    NotifyBreach,
    OpenInquiry,
)
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.procedure import ChangeProcedure
from domain.proceeding.acts.warning import IssueWarning
from domain.proceeding.messages import Command
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.reckoning import Scene
from scenarios.rows import Row

__all__ = ["BUILDERS"]


def _scope(row: rows.ExtensionOfScope, scene: Scene) -> Command:
    """The parties and conducts that the row names, as the file tells them."""
    return ExtendScope(
        **common(row, scene),
        addressees=tuple(one for one in scene.parties if one.key in row.addressees),
        conducts=tuple(one for one in scene.conducts if one.key in row.conducts),
        what=row.what,
    )


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(
            rows.Complaint,
            lambda r, s: LodgeComplaint(**common(r, s), what=r.what, received=r.received),
        ),
        one(rows.BreachNotification, lambda r, s: NotifyBreach(**common(r, s), what=r.what)),
        one(rows.Alert, lambda r, s: Alert(**common(r, s), what=r.what)),
        one(rows.Inspection, lambda r, s: Inspect(**common(r, s), what=r.what)),
        one(rows.ExtensionOfScope, _scope),
        one(
            rows.ChangeOfProcedure,
            lambda r, s: ChangeProcedure(**common(r, s), into=r.into, because=r.because),
        ),
        one(rows.Opening, lambda r, s: OpenInquiry(**common(r, s), what=r.what)),
        one(
            rows.InformationRequest,
            lambda r, s: RequestInformation(**common(r, s), what=r.what, reply=r.reply),
        ),
        one(
            rows.Information,
            lambda r, s: GiveInformation(**common(r, s), answers=r.answers, what=r.what),
        ),
        one(rows.Warning_, lambda r, s: IssueWarning(**common(r, s), content=r.content)),
        one(rows.Note, lambda r, s: MakeNote(**common(r, s), what=r.what)),
    ]
)
