"""A file under any shipped law: charged, served, and ready for a decision."""

from datetime import date

from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify
from domain.proceeding.acts.turnover import EstablishTurnover
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import FineMeasure, OrderMeasure
from domain.rulebook.loading import load_rulebook
from showcause.testing import Given

COURT = "court"
AT_ONCE = TimeLimit.parse("within 1 month of notification")


def day(text):
    return date.fromisoformat(text)


def money(text):
    return Money.parse(text)


def rate(text):
    return Rate.parse(text)


def filed(name, *provisions, on, kind="undertaking", turnover=()):
    """A file against one firm in which these provisions are charged, served on the same day."""
    law = load_rulebook(name)
    parties = (
        Party(key="us", role="authority", country=law.country),
        Party(key="firm", role="addressee", kind=kind, country=law.country),
        Party(key="person", role="complainant", country=law.country),
        Party(key=COURT, role="court"),
    )
    past = [
        RegisterProceeding(
            on=day(on), proceeding="file", parties=parties, conducts=(Conduct(key="conduct"),)
        ),
        IssueCharges(on=day(on), id="charges", alleges=(("conduct", provisions),)),
        Notify(on=day(on), of="charges", to="firm"),
    ]
    past += [
        EstablishTurnover(on=day(on), of="firm", year=year, amount=money(amount))
        for year, amount in turnover
    ]
    return Given(tuple(past), law)


def fine(amount, **more):
    return FineMeasure(id="fine", amount=money(amount), conduct="conduct", **more)


def order(penalty=None, comply=AT_ONCE, **more):
    more.setdefault("id", "order")
    return OrderMeasure(content=("Stop",), comply=comply, penalty=penalty, **more)


def decided(*measures, on, finds, **more):
    """The decision: what it finds of the one conduct, done with negligence."""
    return AdoptDecision(
        on=day(on),
        id="decision",
        finds=(("conduct", finds),),
        fault=(("conduct", "negligence"),),
        measures=measures,
        **more,
    )


def served(on, of="decision"):
    return Notify(on=day(on), of=of, to="firm")
