"""What the tests of acts start from: Clearview's file before the CNIL, act by act."""

from datetime import date

from domain.days import Span
from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.closure import CloseOrder, CloseProceeding
from domain.proceeding.acts.compliance import FindCompliance, ShowCompliance
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.hearing import HoldHearing
from domain.proceeding.acts.information import GiveInformation, RequestInformation
from domain.proceeding.acts.inquiry import AppointRapporteur, LodgeComplaint, OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.liquidation import Liquidate, ProposeLiquidation
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.notice import CloseNotice, IssueFormalNotice
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.acts.turnover import CorrectTurnover, EstablishTurnover
from domain.proceeding.acts.warning import IssueWarning
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import BanMeasure, FineMeasure, OrderMeasure, ReprimandMeasure
from domain.proceeding.rulings import Ruling
from domain.rulebook.loading import load_rulebook
from showcause.testing import Given

FR, IT, GR = (load_rulebook(name) for name in ("fr", "it", "gr"))

FOUND = ("GDPR 6", "GDPR 12", "GDPR 15", "GDPR 17", "GDPR 31")
ALLEGED = (("faceprints", FOUND),)
NEGLIGENT = (("faceprints", "negligence"),)
TWO_MONTHS = TimeLimit.parse("within 2 months of notification")


def day(text):
    return date.fromisoformat(text)


def eur(amount):
    return Money(amount * 100, "EUR")


def per_day(amount):
    return Rate.parse(f"{eur(amount)} per day")


def days(text):
    return Span.parse(text)


def party(key="clearview", *, kind="undertaking", country="US", role="addressee"):
    return Party(key=key, role=role, kind=kind, country=country)


CNIL = Party(key="cnil", role="authority", country="FR")
CLEARVIEW = party()
PERSON = Party(key="person", role="complainant")
COUNCIL = Party(key="council", role="court")


def registration(*addressees, on="2020-05-01", conducts=("faceprints",), authority=CNIL):
    return RegisterProceeding(
        on=day(on),
        proceeding="file",
        parties=(authority, *(addressees or (CLEARVIEW,)), PERSON, COUNCIL),
        conducts=tuple(Conduct(key=key) for key in conducts),
    )


def charged(*addressees, alleges=ALLEGED, law=FR, file=None):
    """A file in which everything is charged to everybody, each notified on 14 July 2022."""
    file = file or registration(*addressees)
    keys = [one.key for one in file.parties if one.role == "addressee"]
    needed = law.has("acts", "rapporteur appointment")
    appointed = (AppointRapporteur(on=day("2022-06-02")),) if needed else ()
    charges = IssueCharges(on=day("2022-07-14"), alleges=alleges)
    served = (Notify(on=day("2022-07-14"), of="charges", to=key) for key in keys)
    return Given((file, *appointed, charges, *served), law)


def fine(amount, conduct="faceprints", **more):
    return FineMeasure(amount=amount, conduct=conduct, **more)


def order(penalty=None, comply=TWO_MONTHS, **more):
    return OrderMeasure(content=("Stop",), comply=comply, penalty=penalty, **more)


def decision(*measures, on="2022-10-17", finds=ALLEGED, fault=NEGLIGENT, **more):
    return AdoptDecision(
        on=day(on), id="sanction", finds=finds, fault=fault, measures=measures, **more
    )


def decided(*measures, law=FR, **more):
    """The decision of 17 October 2022, notified on the day after."""
    return charged(law=law).and_(
        decision(*measures, **more), Notify(on=day("2022-10-18"), of="sanction")
    )


def ordered(penalty=None, law=FR, **more):
    """An injunction that falls due on 19 December 2022, with EUR 100 000 for a day of delay."""
    rate = per_day(100_000) if penalty is None else penalty
    return decided(order(rate, id="injunction", **more), law=law)


STATEMENT = ProposeLiquidation(
    on=day("2023-02-09"),
    of="injunction",
    covers=days("2022-12-19..2023-02-09"),
    amount=eur(5_200_000),
)
LIQUIDATION = Liquidate(
    on=day("2023-04-13"),
    of="injunction",
    covers=days("2022-12-19..2023-02-09"),
    amount=eur(5_200_000),
)


def stated(law=FR, **more):
    """The statement before the liquidation, notified on its day: 15 days run from then."""
    return ordered(law=law, **more).and_(
        STATEMENT, Notify(on=day("2023-02-09"), of="liquidation proposal")
    )


def liquidated(law=FR):
    return stated(law).and_(LIQUIDATION, Notify(on=day("2023-04-13"), of="liquidation"))


def life():
    """One proceeding as France had it, up to its end; `ladder.py` has what France has not."""
    on = day
    notice = ("faceprints", ("GDPR 6",))
    return Given((registration(),), FR).and_(
        LodgeComplaint(on=on("2020-05-27"), by="person", what="No answer to a request."),
        OpenInquiry(on=on("2020-08-26")),
        RequestInformation(on=on("2020-10-27"), what="A questionnaire"),
        GiveInformation(on=on("2020-11-27"), answers="information request", what="In part"),
        IssueWarning(on=on("2021-03-01"), content=("Do not sell to shops",)),
        MakeNote(on=on("2021-05-27"), what="An association writes"),
        IssueFormalNotice(
            on=on("2021-11-26"),
            id="notice",
            alleges=(notice,),
            content=("Stop",),
            comply=TWO_MONTHS,
        ),
        Notify(on=on("2021-12-01"), of="notice"),
        Publish(on=on("2021-12-16"), of="notice"),
        CloseNotice(on=on("2022-03-01"), of="notice", because="it ran out"),
        AppointRapporteur(on=on("2022-06-02")),
        IssueCharges(on=on("2022-07-14"), alleges=ALLEGED),
        Notify(on=on("2022-07-14"), of="charges"),
        MakeRepresentations(on=on("2022-08-10"), answers="charges", what="Not us"),
        EstablishTurnover(
            on=on("2022-09-01"), of="clearview", year="2021", amount=eur(900_000_000)
        ),
        CorrectTurnover(on=on("2022-09-02"), of="clearview", year="2021", right=eur(600_000_000)),
        HoldHearing(on=on("2022-10-13")),
        decision(
            fine(eur(20_000_000), id="fine"),
            order(per_day(100_000), id="injunction"),
            ReprimandMeasure(id="blame", content=("For the past",)),
            BanMeasure(id="ban", content=("No more faces",)),
        ),
        Notify(on=on("2022-10-18"), of="sanction"),
        ShowCompliance(on=on("2023-01-05"), with_="injunction", share="part"),
        FindCompliance(on=on("2023-01-20"), of="injunction", result="partly met"),
        FindCompliance(on=on("2023-01-30"), of="injunction", result="not met"),
        STATEMENT,
        Notify(on=on("2023-02-09"), of="liquidation proposal"),
        LodgeAppeal(on=on("2023-02-20"), against=("fine",)),
        LIQUIDATION,
        Notify(on=on("2023-04-13"), of="liquidation"),
        GiveJudgment(
            on=on("2023-06-01"),
            on_appeal="appeal",
            outcome=(Ruling(of="fine", result="varied", amount=eur(15_000_000)),),
        ),
        Pay(on=on("2023-07-01"), for_="fine", amount=eur(15_000_000)),
        CloseOrder(on=on("2023-08-01"), of="injunction", because="satisfied"),
        CloseProceeding(on=on("2023-09-01"), because="done"),
    )
