"""The measures of a decision, one module a kind or two."""

from domain.proceeding.measures.fine import FINE, FineImposed, FineMeasure
from domain.proceeding.measures.measure import Draft, Measure, MeasureRoom
from domain.proceeding.measures.order import ORDER, OrderIssued, OrderMeasure
from domain.proceeding.measures.plain import (
    BAN,
    REPRIMAND,
    BanImposed,
    BanMeasure,
    ReprimandIssued,
    ReprimandMeasure,
)

MEASURES: dict[type[Measure], MeasureRoom] = {
    room.measure: room for room in (FINE, ORDER, REPRIMAND, BAN)
}

AnyMeasure = FineMeasure | OrderMeasure | ReprimandMeasure | BanMeasure

__all__ = [
    "MEASURES",
    "AnyMeasure",
    "BanImposed",
    "BanMeasure",
    "Draft",
    "FineImposed",
    "FineMeasure",
    "Measure",
    "MeasureRoom",
    "OrderIssued",
    "OrderMeasure",
    "ReprimandIssued",
    "ReprimandMeasure",
]
