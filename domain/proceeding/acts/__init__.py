"""The acts that move a proceeding: one room a kind, in the order of a proceeding's life."""

from domain.proceeding.acts.appeal import APPEAL, JUDGMENT
from domain.proceeding.acts.charges import CHARGES, REPRESENTATIONS
from domain.proceeding.acts.closure import CLOSURE, ORDER_CLOSURE
from domain.proceeding.acts.compliance import COMPLIANCE, FINDING
from domain.proceeding.acts.decision import DECISION
from domain.proceeding.acts.hearing import HEARING
from domain.proceeding.acts.information import INFORMATION, INFORMATION_REQUEST
from domain.proceeding.acts.inquiry import COMPLAINT, OPENING, RAPPORTEUR
from domain.proceeding.acts.liquidation import LIQUIDATION, LIQUIDATION_PROPOSAL
from domain.proceeding.acts.note import NOTE
from domain.proceeding.acts.notice import FORMAL_NOTICE, NOTICE_CLOSURE
from domain.proceeding.acts.payment import PAYMENT
from domain.proceeding.acts.registration import REGISTRATION
from domain.proceeding.acts.service import NOTIFICATION, PUBLICATION
from domain.proceeding.acts.turnover import TURNOVER, TURNOVER_CORRECTION
from domain.proceeding.acts.warning import WARNING

ROOMS = (
    COMPLAINT,
    OPENING,
    INFORMATION_REQUEST,
    INFORMATION,
    WARNING,
    FORMAL_NOTICE,
    NOTICE_CLOSURE,
    RAPPORTEUR,
    CHARGES,
    REPRESENTATIONS,
    HEARING,
    DECISION,
    NOTIFICATION,
    PUBLICATION,
    COMPLIANCE,
    FINDING,
    LIQUIDATION_PROPOSAL,
    LIQUIDATION,
    ORDER_CLOSURE,
    TURNOVER,
    TURNOVER_CORRECTION,
    APPEAL,
    JUDGMENT,
    PAYMENT,
    CLOSURE,
    NOTE,
)
"""Every kind of act that can be given in a registered proceeding."""

__all__ = ["REGISTRATION", "ROOMS"]
