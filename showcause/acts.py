"""Every command, event and measure of the model, in the order of a proceeding's life.

`showcause.decide` takes the commands, `showcause.evolve` the events.
"""

from domain.proceeding.acts.appeal import (
    AppealDecided,
    AppealLodged,
    GiveJudgment,
    LodgeAppeal,
    Ruling,
)
from domain.proceeding.acts.charges import (
    ChargesIssued,
    IssueCharges,
    MakeRepresentations,
    RepresentationsMade,
)
from domain.proceeding.acts.closure import (
    CloseOrder,
    CloseProceeding,
    OrderClosed,
    ProceedingClosed,
)
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    FindCompliance,
    NonComplianceFound,
    ShowCompliance,
)
from domain.proceeding.acts.decision import AdoptDecision, DecisionAdopted
from domain.proceeding.acts.hearing import HearingHeld, HoldHearing
from domain.proceeding.acts.information import (
    GiveInformation,
    InformationGiven,
    InformationRequested,
    RequestInformation,
)
from domain.proceeding.acts.inquiry import (
    AppointRapporteur,
    ComplaintLodged,
    InquiryOpened,
    LodgeComplaint,
    OpenInquiry,
    RapporteurAppointed,
)
from domain.proceeding.acts.liquidation import (
    Liquidate,
    LiquidationProposed,
    PenaltyLiquidated,
    ProposeLiquidation,
)
from domain.proceeding.acts.note import MakeNote, NoteMade
from domain.proceeding.acts.notice import (
    CloseNotice,
    FormalNoticeIssued,
    IssueFormalNotice,
    NoticeClosed,
)
from domain.proceeding.acts.payment import Pay, PaymentMade
from domain.proceeding.acts.registration import ProceedingRegistered, RegisterProceeding
from domain.proceeding.acts.service import ActNotified, ActPublished, Notify, Publish
from domain.proceeding.acts.turnover import (
    CorrectTurnover,
    EstablishTurnover,
    TurnoverCorrected,
    TurnoverEstablished,
)
from domain.proceeding.acts.warning import IssueWarning, WarningIssued
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import (
    BanImposed,
    BanMeasure,
    FineImposed,
    FineMeasure,
    OrderIssued,
    OrderMeasure,
    ReprimandIssued,
    ReprimandMeasure,
)

__all__ = [
    "ActNotified",
    "ActPublished",
    "AdoptDecision",
    "AppealDecided",
    "AppealLodged",
    "AppointRapporteur",
    "BanImposed",
    "BanMeasure",
    "ChargesIssued",
    "CloseNotice",
    "CloseOrder",
    "CloseProceeding",
    "ComplaintLodged",
    "ComplianceAccepted",
    "ComplianceShown",
    "Conduct",
    "CorrectTurnover",
    "DecisionAdopted",
    "EstablishTurnover",
    "FindCompliance",
    "FineImposed",
    "FineMeasure",
    "FormalNoticeIssued",
    "GiveInformation",
    "GiveJudgment",
    "HearingHeld",
    "HoldHearing",
    "InformationGiven",
    "InformationRequested",
    "InquiryOpened",
    "IssueCharges",
    "IssueFormalNotice",
    "IssueWarning",
    "Liquidate",
    "LiquidationProposed",
    "LodgeAppeal",
    "LodgeComplaint",
    "MakeNote",
    "MakeRepresentations",
    "NonComplianceFound",
    "NoteMade",
    "NoticeClosed",
    "Notify",
    "OpenInquiry",
    "OrderClosed",
    "OrderIssued",
    "OrderMeasure",
    "Party",
    "Pay",
    "PaymentMade",
    "PenaltyLiquidated",
    "ProceedingClosed",
    "ProceedingRegistered",
    "ProposeLiquidation",
    "Publish",
    "RapporteurAppointed",
    "RegisterProceeding",
    "RepresentationsMade",
    "ReprimandIssued",
    "ReprimandMeasure",
    "RequestInformation",
    "Ruling",
    "ShowCompliance",
    "TurnoverCorrected",
    "TurnoverEstablished",
    "WarningIssued",
]
