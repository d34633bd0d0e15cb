"""The words that rulebooks may use where the simulator knows only some; the acts are its rooms."""

from typing import Final, Literal, TypeAlias, get_args

__all__ = [
    "ACTS",
    "ADDRESSEE_KINDS",
    "EFFECTS",
    "MAIN_ESTABLISHMENTS",
    "MEASURES",
    "ORDINARY",
    "POSTPONED",
    "PROCEDURES",
    "STAGES",
    "STATUS_WORDS",
    "WAIVABLE",
    "AddresseeKind",
    "Stage",
]

AddresseeKind: TypeAlias = Literal[
    "undertaking", "sme", "public body", "state", "person", "association"
]
Stage: TypeAlias = Literal[
    "not opened",
    "inquiry",
    "formal notice",
    "charges",
    "deliberation",
    "dispute",
    "lapsed",
    "decided",
    "under appeal",
    "closed",
]

ORDINARY: Final = "ordinary"
PROCEDURES: Final = (ORDINARY, "simplified", "urgent", "provisional")
"""The procedures that an act can be given in; a provisional measure is one of GDPR 66(1)."""

WAIVABLE: Final[dict[str, str]] = {
    "appeal": "appeal",
    "administrative appeal": "reconsideration request",
}
"""What an act can give up, and the act that is then not open any more."""

POSTPONED: Final = "postponed hearing"
"""What a period is before that must be left by a summons which takes the place of another."""

MAIN_ESTABLISHMENTS: Final = ("none", "in this country", "in another country")
"""Where the main establishment of a party is, as a condition asks it (GDPR 56)."""

ADDRESSEE_KINDS: Final[tuple[str, ...]] = get_args(AddresseeKind)
STAGES: Final[tuple[str, ...]] = get_args(Stage)
EFFECTS: Final = ("binding", "appealable", "starts a period", "sanctioned if breached")
"""What an act or a measure is besides; for pages."""

ACTS: Final = (
    "registration",
    "complaint",
    "breach notification",
    "alert",
    "opening",
    "information request",
    "information",
    "inspection",
    "extension of scope",
    "change of procedure",
    "warning",
    "formal notice",
    "notice closure",
    "rapporteur appointment",
    "charges",
    "representations",
    "reply",
    "hearing summons",
    "hearing",
    "extension request",
    "extension",
    "settlement proposal",
    "settlement answer",
    "settlement withdrawal",
    "commitment",
    "commitment acceptance",
    "draft decision",
    "revised draft",
    "reasoned objection",
    "referral",
    "binding decision",
    "mutual assistance request",
    "mutual assistance answer",
    "change of lead authority",
    "decision",
    "notification",
    "publication",
    "compliance",
    "finding",
    "non-compliance notice",
    "liquidation proposal",
    "liquidation",
    "waiver",
    "amendment",
    "order closure",
    "turnover",
    "turnover correction",
    "appeal",
    "judgment",
    "suspension request",
    "suspension",
    "stay",
    "resumption",
    "reconsideration request",
    "reconsideration",
    "confirmation",
    "acknowledgment",
    "payment",
    "instalments",
    "collection",
    "remission",
    "write-off",
    "sum correction",
    "notification correction",
    "succession",
    "insolvency",
    "court hearing",
    "default notice",
    "late payment owed",
    "anonymisation",
    "change of law",
    "closure",
    "reopening",
    "note",
)
"""The acts that a proceeding can take, in the order of its life; a power for another is dead."""

MEASURES: Final = (
    "fine",
    "costs",
    "order",
    "penalty",
    "penalty warning",
    "reprimand",
    "warning",
    "ban",
    "suspension of flows",
    "certification withdrawal",
    "publication",
    "refusal",
)
"""The measures that a decision can take."""

STATUS_WORDS: Final = {
    "order": (
        "not notified",
        "in force",
        "running",
        "met",
        "partly met",
        "overdue",
        "suspended",
        "lifted",
        "closed",
        "annulled",
    ),
    "notice": ("not notified", "running", "met", "run out", "closed", "absent"),
}
"""In which state each thing that a condition asks about can be."""
