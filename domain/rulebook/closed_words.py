"""The words that rulebooks may use where the simulator knows only some; the acts are its rooms."""

from typing import Final, Literal, TypeAlias

__all__ = [
    "ACTS",
    "MEASURES",
    "STATUS_WORDS",
    "AddresseeKind",
    "Effect",
    "Stage",
]

AddresseeKind: TypeAlias = Literal["undertaking", "public body", "state", "person", "association"]
Effect: TypeAlias = Literal["binding", "appealable", "starts a period", "sanctioned if breached"]
Stage: TypeAlias = Literal[
    "not opened",
    "inquiry",
    "formal notice",
    "charges",
    "deliberation",
    "decided",
    "under appeal",
    "closed",
]

ACTS: Final = (
    "registration",
    "complaint",
    "opening",
    "information request",
    "information",
    "warning",
    "formal notice",
    "notice closure",
    "rapporteur appointment",
    "charges",
    "representations",
    "hearing",
    "decision",
    "notification",
    "publication",
    "compliance",
    "finding",
    "liquidation proposal",
    "liquidation",
    "order closure",
    "turnover",
    "turnover correction",
    "appeal",
    "judgment",
    "payment",
    "closure",
    "note",
)
"""The acts that a proceeding can take, in the order of its life; a power for another is dead."""

MEASURES: Final = ("fine", "order", "reprimand", "ban")
"""The measures that a decision can take."""

STATUS_WORDS: Final = {
    "order": (
        "not notified",
        "in force",
        "running",
        "met",
        "partly met",
        "overdue",
        "closed",
        "annulled",
    ),
    "notice": ("not notified", "running", "met", "run out", "closed", "absent"),
}
"""In which state each thing that a condition asks about can be."""
