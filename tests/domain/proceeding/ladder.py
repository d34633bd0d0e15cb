"""The other whole life: under a law of every country's kinds, all acts that `life` has no room for.

`life` is a proceeding as France had it; here are other authorities, reductions, costs, penalties
set apart, remission, confirmation, and what happens to a file after its end.
"""

from domain.money import Money, Rate
from domain.periods import Period
from domain.proceeding.acts.amendment import AmendMeasure
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.closure import CloseProceeding
from domain.proceeding.acts.collection import CollectSum, GrantInstalments
from domain.proceeding.acts.compliance import FindCompliance, NotifyNonCompliance
from domain.proceeding.acts.confirmation import DecideConfirmation
from domain.proceeding.acts.cooperation import (
    AnswerAssistance,
    ChangeLead,
    DecideDispute,
    Object,
    Refer,
    RequestAssistance,
    ReviseDraft,
    ShareDraft,
)
from domain.proceeding.acts.corrections import CorrectSum
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.extension import ExtendPeriod, RequestExtension
from domain.proceeding.acts.file import (
    Anonymise,
    ChangeLaw,
    GiveDefaultNotice,
    OweForLateness,
    Reopen,
)
from domain.proceeding.acts.hearing import HoldCourtHearing, Reply, SummonToHearing
from domain.proceeding.acts.inquiry import Alert, ExtendScope, Inspect, NotifyBreach
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.procedure import ChangeProcedure
from domain.proceeding.acts.reconsideration import Reconsider, RequestReconsideration
from domain.proceeding.acts.reductions import AcknowledgeResponsibility
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.remission import Remit, WriteOff
from domain.proceeding.acts.service import CorrectNotification, Notify, Publish
from domain.proceeding.acts.settlement import (
    AcceptCommitment,
    AnswerSettlement,
    OfferCommitment,
    ProposeSettlement,
    WithdrawSettlement,
)
from domain.proceeding.acts.succession import DeclareInsolvency, Succeed
from domain.proceeding.acts.suspension import (
    DecideSuspension,
    RequestSuspension,
    ResumeProceeding,
    StayProceeding,
)
from domain.proceeding.acts.waiver import WaivePenalty
from domain.proceeding.entries import Conduct, Party, Proposed
from domain.proceeding.measures import (
    BanMeasure,
    CertificationMeasure,
    CostsMeasure,
    FineMeasure,
    FlowSuspensionMeasure,
    OrderMeasure,
    PenaltyMeasure,
    PenaltyWarningMeasure,
    PublicationMeasure,
    RefusalMeasure,
    WarningMeasure,
)
from domain.proceeding.measures.joint import SharedMaximum
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import compose_text
from showcause.testing import Given
from tests.domain.proceeding.stories import TWO_MONTHS, day, eur, per_day

_LAW = "cite: LAD 1, confidence: verified, read_in: LAD"
_ALWAYS = "since: ..2018-05-25"
_URGENT = "act: decision, by: authority, when: {procedure: urgent}"
_ANSWER = "length: 1 month, from: charges.notified, answered_by: representations"
_LESS = "share: 20 %, of: proposed sum, earned_by: acknowledgment"
LADDER = compose_text(
    f"""rulebook: ladder
title: Ladder
extends: [eu-gdpr]
country: IE
currency: EUR
time_rule: union periods
calendar: IE
instruments: {{LAD: Ladder law}}
acts:
  change of procedure: [{{{_ALWAYS}, by: authority, {_LAW}}}]
  decision: [{{{_ALWAYS}, by: authority, {_LAW}}}]
  urgent decision: [{{{_ALWAYS}, {_URGENT}, {_LAW}}}]
  acknowledgment: [{{{_ALWAYS}, by: addressee, {_LAW}}}]
  confirmation: [{{{_ALWAYS}, by: court, {_LAW}}}]
periods:
  answer: [{{{_ALWAYS}, {_ANSWER}, {_LAW}}}]
measures:
  fine: [{{{_ALWAYS}, payable: after confirmation, {_LAW}}}]
  costs: [{{{_ALWAYS}, {_LAW}}}]
  order: [{{{_ALWAYS}, penalty: daily, {_LAW}}}]
  penalty: [{{{_ALWAYS}, penalty: daily, {_LAW}}}]
  penalty warning: [{{{_ALWAYS}, penalty: daily, {_LAW}}}]
  publication: [{{{_ALWAYS}, {_LAW}}}]
periodic_penalties:
  daily:
    - {_ALWAYS}
      attached_to: [order, ban]
      per: day
      starts: day after the order falls due
      counting: {{first_day: counted, last_day: counted, kind: model}}
      stops: [compliance shown, order lifted]
      crystallises: by liquidation
      liquidation: {{by: authority, amount: rate times days or less, repeated: for later days}}
      cite: LAD 2
      confidence: verified
      read_in: LAD
reductions:
  acknowledgment: [{{{_ALWAYS}, {_LESS}, {_LAW}}}]
""",
    "ladder.yaml",
)
FOUND = (("faceprints", ("GDPR 6",)),)
FILE = RegisterProceeding(
    on=day("2020-01-06"),
    proceeding="ladder",
    parties=(
        Party(key="dpc", role="authority", country="IE"),
        Party(key="firm", role="addressee", kind="undertaking", main_establishment="IE"),
        Party(key="person", role="complainant"),
        Party(key="cnil", role="other authority", country="FR"),
        Party(key="edpb", role="board"),
        Party(key="circuit", role="court"),
        Party(key="heir", role="third party"),
    ),
    conducts=(Conduct(key="faceprints"),),
)


def inquiry():
    """Up to the charges: what comes in, what is asked of others, what is proposed and dropped."""
    on = day
    return Given((FILE,), LADDER).and_(
        NotifyBreach(on=on("2020-01-06"), by="firm", what="A list was lost"),
        Alert(on=on("2020-01-07"), by="person", what="It is for sale"),
        Inspect(on=on("2020-01-08"), what="The servers"),
        ExtendScope(on=on("2020-01-09"), conducts=(Conduct(key="sale"),)),
        ChangeProcedure(on=on("2020-01-10"), into="urgent"),
        ChangeProcedure(on=on("2020-01-13"), into="ordinary"),
        RequestAssistance(on=on("2020-01-14"), to=("cnil",)),
        AnswerAssistance(
            on=on("2020-01-20"), by="cnil", answers="mutual assistance request", result="granted"
        ),
        ProposeSettlement(on=on("2020-01-21"), id="offer", content=("Delete the list",)),
        AnswerSettlement(on=on("2020-01-22"), answers="offer", result="refused"),
        ProposeSettlement(on=on("2020-01-23"), id="second", content=("Delete it",)),
        WithdrawSettlement(on=on("2020-01-24"), by="dpc", of="second"),
        OfferCommitment(on=on("2020-01-27"), id="promise", content=("To log all access",)),
        AcceptCommitment(on=on("2020-01-28"), of="promise"),
        StayProceeding(on=on("2020-01-29"), by="dpc"),
        ResumeProceeding(on=on("2020-02-03"), by="dpc"),
        IssueCharges(
            on=on("2020-02-04"),
            alleges=FOUND,
            proposes=(Proposed(kind="fine", conduct="faceprints", amount=eur(1000)),),
        ),
        Notify(on=on("2020-02-04"), of="charges", to="firm"),
        CorrectNotification(on=on("2020-02-05"), of="charges", to="firm", right=on("2020-02-05")),
        RequestExtension(on=on("2020-02-10"), of="charges", by_period=Period.parse("1 month")),
        ExtendPeriod(
            on=on("2020-02-11"), of="charges", answers="extension request", result="refused"
        ),
        ExtendPeriod(on=on("2020-02-12"), of="charges", by_period=Period.parse("1 month")),
        MakeRepresentations(on=on("2020-03-02"), answers="charges"),
        Reply(on=on("2020-03-03"), answers="representations"),
        SummonToHearing(on=on("2020-03-04"), for_=on("2020-04-06")),
        AcknowledgeResponsibility(on=on("2020-03-05"), of="charges"),
        Pay(on=on("2020-03-06"), for_="charges", amount=eur(800), claims=("acknowledgment",)),
    )


def dispute(given):
    """A draft, objections, a revised draft, and the Board."""
    on = day
    return given.and_(
        ShareDraft(on=on("2020-05-04"), id="draft"),
        Object(on=on("2020-05-11"), by="cnil", against="draft"),
        ReviseDraft(on=on("2020-06-02"), id="revised", replaces="draft"),
        Object(on=on("2020-06-09"), by="cnil", against="revised"),
        Refer(on=on("2020-06-22"), of="revised"),
        DecideDispute(on=on("2020-07-20"), answers="referral", requires=("A higher fine",)),
        Notify(on=on("2020-07-21"), of="binding decision", to="dpc"),
        ChangeLead(on=on("2020-07-22"), by="dpc", to="cnil"),
    )


def decision(on):
    """Every measure that carries no words of its own in `life`, some with a penalty."""
    return AdoptDecision(
        on=day(on),
        id="sanction",
        despite=(("paid off", "what was proposed is paid, and the authority goes on"),),
        finds=FOUND,
        fault=(("faceprints", "negligence"),),
        states=("the processing is intended and has not begun",),
        measures=(
            FineMeasure(id="fine", amount=eur(1000), conduct="faceprints"),
            CostsMeasure(id="costs", amount=eur(100), of="fine"),
            OrderMeasure(id="stop", content=("Stop",), comply=TWO_MONTHS, penalty=per_day(10)),
            OrderMeasure(id="tell", content=("Tell",), comply=TWO_MONTHS, penalty=per_day(10)),
            BanMeasure(id="ban", content=("No sale",), condition="the risk is not reduced"),
            WarningMeasure(id="warning", content=("Do not buy",)),
            FlowSuspensionMeasure(id="flows", content=("None to the US",)),
            CertificationMeasure(id="seal", content=("Withdrawn",)),
            PublicationMeasure(id="notice"),
            RefusalMeasure(id="refused", content=("A recall",)),
        ),
        joint_maxima=(SharedMaximum(of=("stop", "tell"), amount=eur(5000)),),
    )


def ladder():
    """The whole file: inquiry, dispute, decision, courts, money, and what comes after its end."""
    on = day
    rate = Rate.parse("EUR 5 per day")
    return dispute(inquiry()).and_(
        decision("2020-08-03"),
        Notify(on=on("2020-08-04"), of="sanction", to="firm"),
        Publish(on=on("2020-08-05"), of="sanction"),
        Anonymise(on=on("2020-08-06"), of="sanction"),
        FindCompliance(on=on("2020-08-10"), of="ban", result="condition met"),
        AdoptDecision(
            on=on("2020-08-17"),
            id="later",
            finds=FOUND,
            measures=(
                PenaltyWarningMeasure(id="warned", of="ban", rate=rate),
                PenaltyMeasure(id="penalty", of="ban", rate=rate),
            ),
        ),
        AmendMeasure(on=on("2020-08-18"), of="ban", content=("No sale, no gift",)),
        NotifyNonCompliance(on=on("2020-10-06"), of="stop"),
        WaivePenalty(on=on("2020-10-07"), of="tell"),
        RequestReconsideration(on=on("2020-10-08"), by="firm", against=("flows",)),
        Reconsider(
            on=on("2020-10-09"),
            answers="reconsideration request",
            outcome=(Ruling(of="flows", result="revoked"),),
        ),
        LodgeAppeal(on=on("2020-10-12"), by="firm", against=("seal",)),
        RequestSuspension(on=on("2020-10-13"), by="firm", of=("seal",)),
        DecideSuspension(on=on("2020-10-14"), by="circuit", of=("seal",), result="refused"),
        HoldCourtHearing(on=on("2020-10-15"), by="circuit"),
        DecideConfirmation(on=on("2020-10-16"), by="circuit", of="fine", result="confirmed"),
        CorrectSum(on=on("2020-10-19"), of="fine", right=eur(900)),
        Remit(on=on("2020-10-20"), of="fine", amount=eur(100)),
        GrantInstalments(
            on=on("2020-10-21"),
            of="fine",
            parts=((on("2020-11-02"), eur(400)), (on("2020-12-01"), eur(400))),
        ),
        CollectSum(on=on("2020-12-02"), of="fine", amount=eur(800)),
        WriteOff(on=on("2020-12-03"), of="costs", amount=eur(100)),
        Succeed(on=on("2020-12-04"), from_="firm", to="heir"),
        DeclareInsolvency(on=on("2020-12-07"), of="heir"),
        GiveDefaultNotice(on=on("2020-12-08"), by="person", what="No word since May"),
        OweForLateness(on=on("2020-12-09"), of="default notice", amount=Money(50_00, "EUR")),
        ChangeLaw(on=on("2020-12-10"), law=LADDER.name, digest=LADDER.digest),
        GiveJudgment(
            on=on("2021-01-11"), on_appeal="appeal", outcome=(Ruling(of="seal", result="upheld"),)
        ),
        CloseProceeding(on=on("2021-01-12")),
        Reopen(on=on("2021-01-13"), because="The list is for sale again"),
    )
