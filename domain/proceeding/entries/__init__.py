"""What a proceeding keeps of its events: one class of entry for each kind of thing on file."""

from domain.proceeding.entries.accusing import Charges, Decision, Notice
from domain.proceeding.entries.aftermath import Appeal, Compliance, Outcome, Payment
from domain.proceeding.entries.file import Act, Conduct, Party, RunningPeriod, Turnover
from domain.proceeding.entries.sanctions import (
    AnyMeasure,
    Fine,
    Liquidation,
    Maximum,
    Order,
    OtherMeasure,
    PenaltyTerms,
)

__all__ = [
    "Act",
    "AnyMeasure",
    "Appeal",
    "Charges",
    "Compliance",
    "Conduct",
    "Decision",
    "Fine",
    "Liquidation",
    "Maximum",
    "Notice",
    "Order",
    "OtherMeasure",
    "Outcome",
    "Party",
    "Payment",
    "PenaltyTerms",
    "RunningPeriod",
    "Turnover",
]
