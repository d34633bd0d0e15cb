"""Rows of appeal and judgment, suspension, reconsideration and confirmation."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.money import Money
from scenarios.measures import ONE_OR_MANY
from scenarios.row import Row
from scenarios.sums import Result, Year

__all__ = [
    "ROWS",
    "Appeal",
    "Confirmation",
    "Judgment",
    "Reconsideration",
    "ReconsiderationRequest",
    "Resumption",
    "Stay",
    "Suspension",
    "SuspensionRequest",
]


@frozen(kw_only=True)
class Appeal(Row):
    """An appeal against acts, single measures, a judgment, or `silence`; `to` is the court."""

    act: ClassVar[str] = "appeal"

    against: tuple[str, ...] = field(metadata=ONE_OR_MANY)
    to: str = ""
    asked: Money | None = None


@frozen(kw_only=True)
class Judgment(Row):
    """An appeal is decided, for each thing that it was against."""

    act: ClassVar[str] = "judgment"

    on_appeal: str
    outcome: tuple[tuple[str, Result], ...]
    remitted_to: str = ""
    turnover: tuple[tuple[Year, Money], ...] = ()


@frozen(kw_only=True)
class SuspensionRequest(Row):
    """A suspension is asked for; `to` is the court."""

    act: ClassVar[str] = "suspension request"

    of: tuple[str, ...] = field(metadata=ONE_OR_MANY)
    to: str = ""


@frozen(kw_only=True)
class Suspension(Row):
    """A suspension is granted, refused or ended: of these things, or of what a request asks."""

    act: ClassVar[str] = "suspension"

    result: Literal["granted", "refused", "ended"]
    of: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    answers: str = ""
    until: date | None = None


@frozen(kw_only=True)
class Stay(Row):
    """The proceeding rests."""

    act: ClassVar[str] = "stay"

    until: date | None = None
    because: str = ""


@frozen(kw_only=True)
class Resumption(Row):
    """The proceeding goes on."""

    act: ClassVar[str] = "resumption"

    because: str = ""


@frozen(kw_only=True)
class ReconsiderationRequest(Row):
    """The authority is asked to think over its own acts: an objection, a remedy."""

    act: ClassVar[str] = "reconsideration request"

    against: tuple[str, ...] = field(metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Reconsideration(Row):
    """The authority decides on a request, or, without `answers`, of its own motion."""

    act: ClassVar[str] = "reconsideration"

    answers: str = ""
    outcome: tuple[tuple[str, Result], ...]


@frozen(kw_only=True)
class Confirmation(Row):
    """A court confirms a fine, or refuses to."""

    act: ClassVar[str] = "confirmation"

    of: str
    result: Literal["confirmed", "refused"]


ROWS: Final[tuple[type[Row], ...]] = (
    Appeal,
    Judgment,
    SuspensionRequest,
    Suspension,
    Stay,
    Resumption,
    ReconsiderationRequest,
    Reconsideration,
    Confirmation,
)
