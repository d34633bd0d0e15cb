"""Sentences about compliance and penalties."""

from domain.proceeding.acts.closure import OrderClosed
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    NonComplianceFound,
)
from domain.proceeding.acts.liquidation import LiquidationProposed, PenaltyLiquidated
from domain.proceeding.messages import Event
from projections.sentences.pieces import with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case ComplianceShown():
            share = "" if event.share == "whole" else " in part"
            return f"Compliance with the {event.with_} is shown{share}."
        case ComplianceAccepted():
            return f"The authority finds the {event.of} {event.result}."
        case NonComplianceFound():
            return f"The authority finds the {event.of} not met."
        case LiquidationProposed():
            return f"A liquidation of {event.amount} is announced, for {event.covers}."
        case PenaltyLiquidated():
            return (
                f"The periodic penalty of the {event.of} is liquidated at {event.amount}, "
                f"for {event.days.days} days of delay."
            )
        case OrderClosed():
            return with_(f"The {event.of} is closed", event.because)
    return None
