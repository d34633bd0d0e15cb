"""The acts that move a proceeding: one room a kind, in the order of a proceeding's life."""

from domain.proceeding.acts.amendment import AMENDMENT
from domain.proceeding.acts.appeal import APPEAL
from domain.proceeding.acts.charges import CHARGES, REPRESENTATIONS
from domain.proceeding.acts.closure import CLOSURE, ORDER_CLOSURE
from domain.proceeding.acts.collection import COLLECTION, INSTALMENTS
from domain.proceeding.acts.compliance import COMPLIANCE, FINDING, NON_COMPLIANCE_NOTICE
from domain.proceeding.acts.confirmation import CONFIRMATION
from domain.proceeding.acts.cooperation import (
    ASSISTANCE_ANSWER,
    ASSISTANCE_REQUEST,
    BINDING_DECISION,
    DRAFT_DECISION,
    LEAD_CHANGE,
    REASONED_OBJECTION,
    REFERRAL,
    REVISED_DRAFT,
)
from domain.proceeding.acts.corrections import SUM_CORRECTION
from domain.proceeding.acts.decision import DECISION
from domain.proceeding.acts.extension import EXTENSION, EXTENSION_REQUEST
from domain.proceeding.acts.file import (
    ANONYMISATION,
    CHANGE_OF_LAW,
    DEFAULT_NOTICE,
    LATE_PAYMENT,
    REOPENING,
)
from domain.proceeding.acts.hearing import COURT_HEARING, HEARING, HEARING_SUMMONS, REPLY
from domain.proceeding.acts.information import INFORMATION, INFORMATION_REQUEST
from domain.proceeding.acts.inquiry import (
    ALERT,
    BREACH_NOTIFICATION,
    COMPLAINT,
    EXTENSION_OF_SCOPE,
    INSPECTION,
    OPENING,
    RAPPORTEUR,
)
from domain.proceeding.acts.judgment import JUDGMENT
from domain.proceeding.acts.liquidation import LIQUIDATION, LIQUIDATION_PROPOSAL
from domain.proceeding.acts.note import NOTE
from domain.proceeding.acts.notice import FORMAL_NOTICE, NOTICE_CLOSURE
from domain.proceeding.acts.payment import PAYMENT
from domain.proceeding.acts.procedure import CHANGE_OF_PROCEDURE
from domain.proceeding.acts.reconsideration import RECONSIDERATION, RECONSIDERATION_REQUEST
from domain.proceeding.acts.reductions import ACKNOWLEDGMENT
from domain.proceeding.acts.registration import REGISTRATION
from domain.proceeding.acts.remission import REMISSION, WRITE_OFF
from domain.proceeding.acts.service import (
    NOTIFICATION,
    NOTIFICATION_CORRECTION,
    PUBLICATION,
)
from domain.proceeding.acts.settlement import (
    COMMITMENT,
    COMMITMENT_ACCEPTANCE,
    SETTLEMENT_ANSWER,
    SETTLEMENT_PROPOSAL,
    SETTLEMENT_WITHDRAWAL,
)
from domain.proceeding.acts.succession import INSOLVENCY, SUCCESSION
from domain.proceeding.acts.suspension import RESUMPTION, STAY, SUSPENSION, SUSPENSION_REQUEST
from domain.proceeding.acts.turnover import TURNOVER, TURNOVER_CORRECTION
from domain.proceeding.acts.waiver import WAIVER
from domain.proceeding.acts.warning import WARNING

ROOMS = (
    COMPLAINT,
    BREACH_NOTIFICATION,
    ALERT,
    OPENING,
    INFORMATION_REQUEST,
    INFORMATION,
    INSPECTION,
    EXTENSION_OF_SCOPE,
    CHANGE_OF_PROCEDURE,
    WARNING,
    FORMAL_NOTICE,
    NOTICE_CLOSURE,
    RAPPORTEUR,
    CHARGES,
    REPRESENTATIONS,
    REPLY,
    HEARING_SUMMONS,
    HEARING,
    EXTENSION_REQUEST,
    EXTENSION,
    SETTLEMENT_PROPOSAL,
    SETTLEMENT_ANSWER,
    SETTLEMENT_WITHDRAWAL,
    COMMITMENT,
    COMMITMENT_ACCEPTANCE,
    DRAFT_DECISION,
    REVISED_DRAFT,
    REASONED_OBJECTION,
    REFERRAL,
    BINDING_DECISION,
    ASSISTANCE_REQUEST,
    ASSISTANCE_ANSWER,
    LEAD_CHANGE,
    DECISION,
    NOTIFICATION,
    PUBLICATION,
    COMPLIANCE,
    FINDING,
    NON_COMPLIANCE_NOTICE,
    LIQUIDATION_PROPOSAL,
    LIQUIDATION,
    WAIVER,
    AMENDMENT,
    ORDER_CLOSURE,
    TURNOVER,
    TURNOVER_CORRECTION,
    APPEAL,
    JUDGMENT,
    SUSPENSION_REQUEST,
    SUSPENSION,
    STAY,
    RESUMPTION,
    RECONSIDERATION_REQUEST,
    RECONSIDERATION,
    CONFIRMATION,
    ACKNOWLEDGMENT,
    PAYMENT,
    INSTALMENTS,
    COLLECTION,
    REMISSION,
    WRITE_OFF,
    SUM_CORRECTION,
    NOTIFICATION_CORRECTION,
    SUCCESSION,
    INSOLVENCY,
    COURT_HEARING,
    DEFAULT_NOTICE,
    LATE_PAYMENT,
    ANONYMISATION,
    CHANGE_OF_LAW,
    CLOSURE,
    REOPENING,
    NOTE,
)
"""Every kind of act that can be given in a registered proceeding."""

__all__ = ["REGISTRATION", "ROOMS"]
