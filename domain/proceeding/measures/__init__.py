"""The measures of a decision, one module a kind or two."""

from domain.proceeding.measures.costs import COSTS, CostsImposed, CostsMeasure
from domain.proceeding.measures.fine import FINE, Conversion, FineImposed, FineMeasure
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom
from domain.proceeding.measures.order import ORDER, OrderIssued, OrderMeasure
from domain.proceeding.measures.penalty import (
    PENALTY,
    PENALTY_WARNING,
    PenaltyMeasure,
    PenaltySet,
    PenaltyWarned,
    PenaltyWarningMeasure,
)
from domain.proceeding.measures.plain import (
    BAN,
    CERTIFICATION,
    FLOW_SUSPENSION,
    PUBLICATION,
    REFUSAL,
    REPRIMAND,
    WARNING,
    BanImposed,
    BanMeasure,
    CertificationMeasure,
    CertificationWithdrawn,
    FlowsSuspended,
    FlowSuspensionMeasure,
    MeasureRefused,
    PublicationMeasure,
    PublicationOrdered,
    RefusalMeasure,
    ReprimandIssued,
    ReprimandMeasure,
    WarningGiven,
    WarningMeasure,
)

MEASURES: dict[type[Measure], MeasureRoom] = {
    room.measure: room
    for room in (
        FINE,
        COSTS,
        ORDER,
        PENALTY,
        PENALTY_WARNING,
        REPRIMAND,
        WARNING,
        BAN,
        FLOW_SUSPENSION,
        CERTIFICATION,
        PUBLICATION,
        REFUSAL,
    )
}

AnyMeasure = (
    FineMeasure
    | CostsMeasure
    | OrderMeasure
    | PenaltyMeasure
    | PenaltyWarningMeasure
    | ReprimandMeasure
    | WarningMeasure
    | BanMeasure
    | FlowSuspensionMeasure
    | CertificationMeasure
    | PublicationMeasure
    | RefusalMeasure
)

__all__ = [
    "MEASURES",
    "AnyMeasure",
    "BanImposed",
    "BanMeasure",
    "CertificationMeasure",
    "CertificationWithdrawn",
    "Conversion",
    "CostsImposed",
    "CostsMeasure",
    "Draft",
    "FineImposed",
    "FineMeasure",
    "FlowSuspensionMeasure",
    "FlowsSuspended",
    "Measure",
    "MeasureRefused",
    "MeasureRoom",
    "OrderIssued",
    "OrderMeasure",
    "PenaltyMeasure",
    "PenaltySet",
    "PenaltyWarned",
    "PenaltyWarningMeasure",
    "PublicationMeasure",
    "PublicationOrdered",
    "RefusalMeasure",
    "ReprimandIssued",
    "ReprimandMeasure",
    "WarningGiven",
    "WarningMeasure",
]
