"""A proceeding under French law from its registration to its end, as commands with their ids."""

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
from domain.proceeding.acts.inquiry import AppointRapporteur, LodgeComplaint, OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.liquidation import Liquidate, ProposeLiquidation
from domain.proceeding.acts.notice import IssueFormalNotice
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.acts.turnover import CorrectTurnover, EstablishTurnover
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import FineMeasure, OrderMeasure, ReprimandMeasure
from domain.proceeding.rulings import Ruling

NAME = "fr-clearview"
PROVISIONS = (("faceprints", ("GDPR 6", "GDPR 12", "GDPR 15", "GDPR 17")),)
LATE = Span(date(2022, 12, 20), date(2023, 2, 9))
TWO_MONTHS = TimeLimit.parse("within 2 months of notification")


def euros(amount):
    return Money(amount * 100, "EUR")


def registration(name=NAME):
    return RegisterProceeding(
        on=date(2020, 5, 1),
        proceeding=name,
        parties=(
            Party(key="cnil", role="authority", country="FR"),
            Party(key="clearview", role="addressee", kind="undertaking", country="US"),
            Party(key="persons", role="complainant"),
            Party(key="council", role="court"),
        ),
        conducts=(Conduct(key="faceprints", what="Collecting faces and selling a search in them"),),
    )


def acts():
    decision = AdoptDecision(
        on=date(2022, 10, 17),
        id="sanction",
        finds=PROVISIONS,
        fault=(("faceprints", "negligence"),),
        measures=(
            FineMeasure(id="fine", amount=euros(20_000_000), conduct="faceprints"),
            OrderMeasure(
                id="injunction",
                content=("Stop", "Delete"),
                comply=TWO_MONTHS,
                penalty=Rate.parse("EUR 100 000 per day"),
            ),
            ReprimandMeasure(),
        ),
    )
    return (
        LodgeComplaint(on=date(2020, 5, 27), by="persons", what="Access and erasure"),
        OpenInquiry(on=date(2020, 8, 26), by="chair"),
        IssueFormalNotice(
            on=date(2021, 11, 26),
            id="notice",
            alleges=PROVISIONS,
            content=("Stop",),
            comply=TWO_MONTHS,
        ),
        Notify(on=date(2021, 12, 16), of="notice"),
        AppointRapporteur(on=date(2022, 6, 2)),
        IssueCharges(on=date(2022, 7, 14), alleges=PROVISIONS),
        Notify(on=date(2022, 7, 14), of="charges"),
        MakeRepresentations(on=date(2022, 8, 1), answers="charges"),
        HoldHearing(on=date(2022, 10, 13)),
        EstablishTurnover(
            on=date(2022, 10, 14), of="clearview", year="2021", amount=euros(9_000_000)
        ),
        CorrectTurnover(on=date(2022, 10, 15), of="clearview", year="2021", right=euros(9_500_000)),
        decision,
        Notify(on=date(2022, 10, 18), of="sanction"),
        Publish(on=date(2022, 10, 20), of="sanction"),
        LodgeAppeal(on=date(2022, 11, 2), against=("sanction",)),
        ProposeLiquidation(
            on=date(2023, 2, 9), of="injunction", covers=LATE, amount=euros(5_200_000)
        ),
        Notify(on=date(2023, 2, 9), of="liquidation proposal"),
        Liquidate(on=date(2023, 4, 13), of="injunction", covers=LATE, amount=euros(5_200_000)),
        Notify(on=date(2023, 4, 14), of="liquidation"),
        Pay(on=date(2023, 5, 1), for_="liquidation", amount=euros(5_200_000)),
        ShowCompliance(on=date(2023, 6, 1), with_="injunction"),
        FindCompliance(on=date(2023, 6, 15), of="injunction", result="met"),
        CloseOrder(on=date(2023, 6, 16), of="injunction", because="It is met"),
        GiveJudgment(
            on=date(2024, 1, 9),
            on_appeal="appeal",
            outcome=(Ruling(of="fine", result="varied", amount=euros(15_000_000)),),
        ),
        Pay(on=date(2024, 2, 1), for_="fine", amount=euros(15_000_000)),
        CloseProceeding(on=date(2024, 3, 1), because="Everything is paid"),
    )


def story(name=NAME):
    """Pairs of command id and command; the first registers."""
    return tuple((f"command-{n}", one) for n, one in enumerate((registration(name), *acts())))
