"""The words that rulebooks may use where the simulator knows only some; the acts are its rooms."""

from typing import Final, Literal, TypeAlias, get_args

__all__ = [
    "ACTS",
    "ADDRESSEE_KINDS",
    "EFFECTS",
    "MEASURES",
    "STAGES",
    "STATUS_WORDS",
    "AddresseeKind",
    "Stage",
]

AddresseeKind: TypeAlias = Literal["undertaking", "public body", "state", "person", "association"]
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

ADDRESSEE_KINDS: Final[tuple[str, ...]] = get_args(AddresseeKind)
STAGES: Final[tuple[str, ...]] = get_args(Stage)
EFFECTS: Final = ("binding", "appealable", "starts a period", "sanctioned if breached")
"""What an act or a measure is besides; for pages."""

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
