"""What the tests of penalties start from: one decision each, under the law of its country."""

from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Party, PenaltyRun
from domain.proceeding.measures import OrderMeasure
from domain.proceeding.penalties import penalised_of
from domain.rulebook.loading import load_rulebook
from projections import ExposureLedger
from showcause.testing import Given
from tests.domain.proceeding.stories import day, party, registration

NL, BE, NOR, DE, EE, IE, DK = (
    load_rulebook(name) for name in ("nl", "be", "nor", "de", "ee", "ie", "dk")
)


def decided(law, *measures, on, notified=None, **more):
    """A file with one decision, notified on its day or on another one; no fine, so no charges."""
    authority = Party(key="authority", role="authority", country=law.country)
    file = registration(party(), on="2018-06-01", authority=authority)
    command = AdoptDecision(on=day(on), id="decision", by="authority", measures=measures, **more)
    return Given((file,), law).and_(command, Notify(on=day(notified or on), of="decision"))


def order(name="order", *, comply="at once", rate=None, at_most=None, report=None, **run):
    """An order with its limit and, in the words of the files, its penalty."""
    return OrderMeasure(
        id=name,
        content=("Stop",),
        comply=None if comply is None else TimeLimit.parse(comply),
        report=None if report is None else TimeLimit.parse(report),
        penalty=None if rate is None else Rate.parse(rate),
        at_most=None if at_most is None else Money.parse(at_most),
        run=PenaltyRun(**run),
    )


def of(given, name="order"):
    """The order or the penalty of that name in a file."""
    return penalised_of(given.state, name)


def exposure(given, on):
    """The ledger as of a day."""
    return ExposureLedger(given.history).at(day(on), given.law)
