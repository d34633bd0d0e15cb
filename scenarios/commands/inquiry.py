"""Commands of the inquiry: complaint, opening, requests and what is answered, from their rows."""

from __future__ import annotations

from typing import Final

from domain.proceeding.acts.information import GiveInformation, RequestInformation
from domain.proceeding.acts.inquiry import LodgeComplaint, OpenInquiry
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.warning import IssueWarning
from scenarios import rows
from scenarios.commands.building import Builder, common, one
from scenarios.rows import Row

__all__ = ["BUILDERS"]


BUILDERS: Final[dict[type[Row], Builder]] = dict(
    [
        one(rows.Complaint, lambda r, s: LodgeComplaint(**common(r, s), what=r.what)),
        one(rows.Opening, lambda r, s: OpenInquiry(**common(r, s), what=r.what)),
        one(
            rows.InformationRequest,
            lambda r, s: RequestInformation(**common(r, s), what=r.what),
        ),
        one(
            rows.Information,
            lambda r, s: GiveInformation(**common(r, s), answers=r.answers, what=r.what),
        ),
        one(rows.Warning_, lambda r, s: IssueWarning(**common(r, s), content=r.content)),
        one(rows.Note, lambda r, s: MakeNote(**common(r, s), what=r.what)),
    ]
)
