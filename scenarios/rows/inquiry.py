"""Rows of the inquiry: complaint, opening, requests and what is answered."""

from __future__ import annotations

from typing import ClassVar, Final

from attrs import field, frozen

from scenarios.measures import PROSE
from scenarios.row import Row

__all__ = ["ROWS", "Complaint", "Information", "InformationRequest", "Note", "Opening", "Warning_"]


@frozen(kw_only=True)
class Complaint(Row):
    """Somebody complains to the authority."""

    act: ClassVar[str] = "complaint"


@frozen(kw_only=True)
class Opening(Row):
    """The authority opens the case."""

    act: ClassVar[str] = "opening"


@frozen(kw_only=True)
class InformationRequest(Row):
    """The authority asks the addressee for information."""

    act: ClassVar[str] = "information request"


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
    Opening,
    InformationRequest,
    Information,
    Warning_,
    Note,
)
