"""What the tests of national rulebooks start from: a file of any authority, in its own words."""

from datetime import date

import attrs

from domain.money import Money
from domain.periods import TimeLimit
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.measures import FineMeasure, OrderMeasure
from domain.rulebook.model import SECTIONS
from domain.rulebook.rulebook import Rulebook
from projections.exposure import ExposureLedger
from showcause.testing import Given

COMPLAINANT = Party(key="person", role="complainant")


def day(text: str) -> date:
    return date.fromisoformat(text)


@attrs.frozen(kw_only=True)
class File:
    """A file with one addressee, `firm`, about one conduct, and what was infringed by it."""

    law: Rulebook
    infringed: tuple[str, ...]
    kind: str = "undertaking"
    opened: str = "2018-06-01"
    acting_as: str = ""

    @property
    def parties(self) -> tuple[Party, ...]:
        country = self.law.country
        firm = Party(key="firm", role="addressee", kind=self.kind, country=country)
        if self.acting_as:
            firm = attrs.evolve(firm, acting_as=self.acting_as)
        authority = Party(key="authority", role="authority", country=country)
        return (authority, firm, COMPLAINANT, Party(key="court", role="court"))

    @property
    def alleges(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (("conduct", self.infringed),)

    def registered(self) -> Given:
        command = RegisterProceeding(
            on=day(self.opened),
            proceeding="file",
            parties=self.parties,
            conducts=(Conduct(key="conduct"),),
        )
        return Given((command,), self.law)

    def charging(self, on: str, **more: object) -> tuple[IssueCharges, Notify]:
        """Charges that are notified on the same day."""
        charges = IssueCharges(on=day(on), id="charges", alleges=self.alleges, **more)
        return charges, Notify(on=day(on), of="charges")

    def charged(self, on: str, **more: object) -> Given:
        return self.registered().and_(*self.charging(on, **more))

    def decision(self, on: str, *measures: object, **more: object) -> AdoptDecision:
        return AdoptDecision(
            on=day(on),
            id="decision",
            finds=self.alleges,
            fault=(("conduct", "negligence"),),
            measures=measures,
            **more,
        )


def fine(amount: str, **more: object) -> FineMeasure:
    return FineMeasure(amount=Money.parse(amount), conduct="conduct", id="fine", **more)


def order(comply: str = "within 3 months of notification", **more: object) -> OrderMeasure:
    return OrderMeasure(content=("Comply",), comply=TimeLimit.parse(comply), id="order", **more)


def ends(given: Given, name: str) -> list[str]:
    """When the periods of that name end."""
    return [str(one.deadline.on) for one in given.state.periods if one.name == name]


def figure(given: Given, on: str, name: str) -> str:
    """A figure of the exposure as of a day."""
    return str(ExposureLedger(given.history).at(day(on), given.law).figure(name))


def from_memory(law: Rulebook) -> set[str]:
    """The rules of the national layer that nobody read in a text, and their parts."""
    found = set()
    for section in SECTIONS:
        for name, versions in getattr(law.layers[0], section):
            for version in versions:
                parts = (
                    version,
                    *getattr(version, "requires", ()),
                    *getattr(version, "limits", ()),
                )
                if any(part.from_memory for part in parts):
                    found.add(f"{section}.{name}")
    return found
