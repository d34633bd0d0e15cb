"""A matter: several proceedings about one affair, side by side and summed by currency."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from domain.money import Money
from domain.rulebook.rulebook import Rulebook
from projections.exposure import Exposure, ExposureLedger
from projections.folding import History
from projections.status import Standing, Status
from projections.timeline import Entry, Timeline


@frozen(kw_only=True)
class Side:
    """One proceeding of a matter as of a day."""

    proceeding: str
    standing: Standing
    exposure: Exposure


@frozen(kw_only=True)
class MatterOnADay:
    """The proceedings of a matter side by side, and one time line of them all."""

    as_of: date
    sides: tuple[Side, ...]
    timeline: tuple[Entry, ...]

    def figure(self, figure: str) -> dict[str, Money]:
        """A figure by currency; currencies are never added."""
        totals: dict[str, Money] = {}
        for side in self.sides:
            amount = side.exposure.figure(figure)
            before = totals.get(amount.currency, Money.zero(amount.currency))
            totals[amount.currency] = before + amount
        return totals


@frozen(kw_only=True)
class MatterView:
    """The histories of a matter by proceeding, each with the law it runs under."""

    histories: Mapping[str, History]
    laws: Mapping[str, Rulebook]

    def at(self, day: date) -> MatterOnADay:
        """The matter as of the end of a day."""
        sides = tuple(
            Side(
                proceeding=name,
                standing=Status(history).at(day, self.laws[name]),
                exposure=ExposureLedger(history).at(day, self.laws[name]),
            )
            for name, history in self.histories.items()
        )
        entries = [
            entry
            for name, history in self.histories.items()
            for entry in Timeline(history).at(day, self.laws[name])
        ]
        entries.sort(key=lambda entry: entry.on)
        return MatterOnADay(as_of=day, sides=sides, timeline=tuple(entries))
