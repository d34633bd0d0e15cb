"""Rows of the inquiry: complaint, opening, requests and what is answered."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.periods import TimeLimit
from scenarios.measures import ONE_OR_MANY, PROSE
from scenarios.row import Row
from scenarios.words import Ident

__all__ = [
    "ROWS",
    "Alert",
    "BreachNotification",
    "ChangeOfProcedure",
    "Complaint",
    "ExtensionOfScope",
    "Information",
    "InformationRequest",
    "Inspection",
    "Note",
    "Opening",
    "Warning_",
]


@frozen(kw_only=True)
class Complaint(Row):
    """Somebody complains to the authority; `received` where that is not the day it bears."""

    act: ClassVar[str] = "complaint"

    received: date | None = None


@frozen(kw_only=True)
class BreachNotification(Row):
    """An addressee tells the authority of a breach of personal data."""

    act: ClassVar[str] = "breach notification"


@frozen(kw_only=True)
class Alert(Row):
    """Somebody draws attention to something; nothing follows from it."""

    act: ClassVar[str] = "alert"


@frozen(kw_only=True)
class Inspection(Row):
    """The authority looks into things on the spot, in the records or online."""

    act: ClassVar[str] = "inspection"


@frozen(kw_only=True)
class ExtensionOfScope(Row):
    """Further parties or conducts of the file come in only now."""

    act: ClassVar[str] = "extension of scope"

    addressees: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    conducts: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class ChangeOfProcedure(Row):
    """The file goes on in the ordinary, the simplified or the urgent procedure."""

    act: ClassVar[str] = "change of procedure"

    into: Literal["ordinary", "simplified", "urgent"]
    because: str = ""


@frozen(kw_only=True)
class Opening(Row):
    """The authority opens the case."""

    act: ClassVar[str] = "opening"


@frozen(kw_only=True)
class InformationRequest(Row):
    """The authority asks the addressee for information; `reply` is the time it leaves."""

    act: ClassVar[str] = "information request"

    reply: TimeLimit | None = None


@frozen(kw_only=True)
class Information(Row):
    """An answer to a request or a notice."""

    act: ClassVar[str] = "information"

    answers: str


@frozen(kw_only=True)
class Warning_(Row):  # noqa: N801 - Warning is an exception of Python
    """A warning about processing that has not begun."""

    act: ClassVar[str] = "warning"

    content: tuple[str, ...] = field(metadata=PROSE)


@frozen(kw_only=True)
class Note(Row):
    """Something that the model has no act for; nothing follows from it."""

    act: ClassVar[str] = "note"


ROWS: Final[tuple[type[Row], ...]] = (
    Complaint,
    BreachNotification,
    Alert,
    Opening,
    Inspection,
    ExtensionOfScope,
    ChangeOfProcedure,
    InformationRequest,
    Information,
    Warning_,
    Note,
)
