"""Rows of what is agreed or disputed: more time, settlements, several authorities."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.periods import Period, TimeLimit
from scenarios.measures import ONE_OR_MANY, PROSE
from scenarios.row import Row
from scenarios.words import Ident

__all__ = [
    "ROWS",
    "BindingDecision",
    "ChangeOfLeadAuthority",
    "Commitment",
    "CommitmentAcceptance",
    "DraftDecision",
    "Extension",
    "ExtensionRequest",
    "MutualAssistanceAnswer",
    "MutualAssistanceRequest",
    "ReasonedObjection",
    "Referral",
    "RevisedDraft",
    "SettlementAnswer",
    "SettlementProposal",
    "SettlementWithdrawal",
]


@frozen(kw_only=True)
class ExtensionRequest(Row):
    """More time is asked for: until a day, or so much longer."""

    act: ClassVar[str] = "extension request"

    of: str
    period: str = ""
    until: date | None = None
    by_period: Period | None = None


@frozen(kw_only=True)
class Extension(Row):
    """More time is granted or refused; with `answers` it is of what was asked for."""

    act: ClassVar[str] = "extension"

    of: str = ""
    period: str = ""
    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    answers: str = ""
    result: Literal["granted", "refused"] = "granted"
    until: date | None = None
    by_period: Period | None = None


@frozen(kw_only=True)
class SettlementProposal(Row):
    """A settlement is proposed; `reply` is the time that it leaves to answer."""

    act: ClassVar[str] = "settlement proposal"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    content: tuple[str, ...] = field(default=(), metadata=PROSE)
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class SettlementAnswer(Row):
    """A party says whether it agrees to a settlement."""

    act: ClassVar[str] = "settlement answer"

    answers: str
    result: Literal["accepted", "refused"]


@frozen(kw_only=True)
class SettlementWithdrawal(Row):
    """A settlement, or a commitment, is taken back."""

    act: ClassVar[str] = "settlement withdrawal"

    of: str
    because: str = ""


@frozen(kw_only=True)
class Commitment(Row):
    """An addressee offers to do something."""

    act: ClassVar[str] = "commitment"

    content: tuple[str, ...] = field(metadata=PROSE)


@frozen(kw_only=True)
class CommitmentAcceptance(Row):
    """A commitment is made binding."""

    act: ClassVar[str] = "commitment acceptance"

    of: str


@frozen(kw_only=True)
class DraftDecision(Row):
    """A draft is shared with the authorities concerned; `proposes` says in words what it holds."""

    act: ClassVar[str] = "draft decision"

    proposes: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class RevisedDraft(Row):
    """A revised draft takes the place of an earlier one."""

    act: ClassVar[str] = "revised draft"

    replaces: str
    proposes: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class ReasonedObjection(Row):
    """One authority or several object to a draft on that day."""

    act: ClassVar[str] = "reasoned objection"

    by: tuple[Ident, ...] = field(metadata=ONE_OR_MANY)  # type: ignore[assignment]  # several may object; others act alone
    against: str


@frozen(kw_only=True)
class Referral(Row):
    """A dispute, or an urgent question, is put before the Board."""

    act: ClassVar[str] = "referral"

    of: str = ""
    to: Ident = field(default=Ident(""))
    procedure: Literal["urgent"] | None = None


@frozen(kw_only=True)
class BindingDecision(Row):
    """The Board decides; `requires` says in words what the authority has to do."""

    act: ClassVar[str] = "binding decision"

    answers: str
    requires: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(kw_only=True)
class MutualAssistanceRequest(Row):
    """Another authority is asked for assistance."""

    act: ClassVar[str] = "mutual assistance request"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class MutualAssistanceAnswer(Row):
    """The request has its answer."""

    act: ClassVar[str] = "mutual assistance answer"

    answers: str
    result: Literal["granted", "declined"]


@frozen(kw_only=True)
class ChangeOfLeadAuthority(Row):
    """Another authority leads from that day."""

    act: ClassVar[str] = "change of lead authority"

    to: Ident


ROWS: Final[tuple[type[Row], ...]] = (
    ExtensionRequest,
    Extension,
    SettlementProposal,
    SettlementAnswer,
    SettlementWithdrawal,
    Commitment,
    CommitmentAcceptance,
    DraftDecision,
    RevisedDraft,
    ReasonedObjection,
    Referral,
    BindingDecision,
    MutualAssistanceRequest,
    MutualAssistanceAnswer,
    ChangeOfLeadAuthority,
)
