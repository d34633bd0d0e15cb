"""The rows of a timeline, one class for each act; with its days a row is up to three events."""

from typing import Final

from scenarios.row import AllegedBy, Refused, Row, ToldDifferently
from scenarios.rows import accusing, appealing, complying, deciding, inquiry, paying
from scenarios.rows.accusing import (
    Charges,
    FormalNotice,
    Hearing,
    NoticeClosure,
    RapporteurAppointment,
    Representations,
)
from scenarios.rows.appealing import Appeal, Judgment
from scenarios.rows.complying import (
    ComplianceRow,
    Finding,
    Liquidation,
    LiquidationProposal,
    OrderClosure,
)
from scenarios.rows.deciding import Closure, Decision, Notification, Publication
from scenarios.rows.inquiry import (
    Complaint,
    Information,
    InformationRequest,
    Note,
    Opening,
    Warning_,
)
from scenarios.rows.paying import Payment, Turnover, TurnoverCorrection

__all__ = [
    "ROW_CLASSES",
    "AllegedBy",
    "Appeal",
    "Charges",
    "Closure",
    "Complaint",
    "ComplianceRow",
    "Decision",
    "Finding",
    "FormalNotice",
    "Hearing",
    "Information",
    "InformationRequest",
    "Judgment",
    "Liquidation",
    "LiquidationProposal",
    "Note",
    "NoticeClosure",
    "Notification",
    "Opening",
    "OrderClosure",
    "Payment",
    "Publication",
    "RapporteurAppointment",
    "Refused",
    "Representations",
    "Row",
    "ToldDifferently",
    "Turnover",
    "TurnoverCorrection",
    "Warning_",
]

ROW_CLASSES: Final[dict[str, type[Row]]] = {
    cls.act: cls
    for group in (inquiry, accusing, deciding, complying, appealing, paying)
    for cls in group.ROWS
}
