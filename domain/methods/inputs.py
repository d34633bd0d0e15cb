"""What an authority tells a method: conducts, infringements, and its own choices with reasons."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from domain.amounts import Share
from domain.methods.numbers import ExchangeRate, Multiple
from domain.money import Money

__all__ = [
    "Addressee",
    "AddresseeKind",
    "Choice",
    "ChoiceStep",
    "Circumstance",
    "Concurrence",
    "Conduct",
    "FineInput",
    "Hardship",
    "Infringement",
    "Level",
    "NationalMaximum",
    "Turnover",
]

Level: TypeAlias = Literal["low", "medium", "high", "very high"]
AddresseeKind: TypeAlias = Literal["undertaking", "association", "public body", "state", "person"]
ChoiceStep: TypeAlias = Literal[
    "seriousness", "turnover", "starting amount", "band", "effectiveness"
]
TurnoverBasis: TypeAlias = Literal["preceding year", "more recent", "projected"]

_WHOLE: Final = Share(1, 1)


@frozen(kw_only=True)
class Choice:
    """What the authority takes within the range that a step leaves it, and why.

    A seriousness is taken as a share of the maximum (or, for a daily rate, as a number of days),
    a turnover as a factor, the other steps as a sum. `only` keeps it for one method.
    """

    step: ChoiceStep
    take: Share | Money | Multiple | Literal["not adjusted"]
    because: str
    only: str = ""


@frozen(kw_only=True)
class Circumstance:
    """A factor that raises or lowers the sum, or was weighed and left it as it is.

    `factor` is a provision such as GDPR 83(2)(c), or `unknown` where the text does not tell it.
    `what` tells circumstances under the same open-ended factor apart.
    """

    factor: str
    what: str = ""
    adds: Share | Money | None = None
    cuts: Share | Money | None = None
    sets: Money | None = None
    because: str
    only: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse two movements in one, and a cut below nothing."""
        if sum(one is not None for one in (self.adds, self.cuts, self.sets)) > 1:
            raise ValueError("a circumstance either adds, cuts or sets")
        _no_cut_below_zero(self.cuts)


@frozen(kw_only=True)
class Hardship:
    """A reduction because the addressee cannot pay; it applies to the sum of everything."""

    cuts: Share | Money | None = None
    sets: Money | None = None
    because: str
    only: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what is no single reduction."""
        if (self.cuts is None) == (self.sets is None):
            raise ValueError("hardship either cuts the sum or sets it")
        _no_cut_below_zero(self.cuts)


def _no_cut_below_zero(cut: Share | Money | None) -> None:
    match cut:
        case Share() if cut.numerator > cut.denominator:
            raise ValueError(f"a cut of more than {_WHOLE} leaves less than nothing")


@frozen(kw_only=True)
class Infringement:
    """One infringement with what it infringes and how serious it is; one fine is worked out for it.

    `category` is that of a method with categories, where its annex is not known here.
    """

    provisions: tuple[str, ...] = field(metadata={"one_or_many": True})
    seriousness: Level | None = None
    because: str = ""
    category: str = ""
    circumstances: tuple[Circumstance, ...] = ()
    choices: tuple[Choice, ...] = ()


@frozen(kw_only=True)
class Concurrence:
    """That one infringement of a conduct excludes others, so that only one fine is worked out."""

    applies: str
    excludes: tuple[str, ...] = field(metadata={"one_or_many": True})
    principle: Literal["specialty", "subsidiarity", "consumption"]
    because: str


@frozen(kw_only=True)
class Conduct:
    """The same or linked processing, which GDPR 83(3) ties together."""

    what: str = ""
    infringements: tuple[tuple[str, Infringement], ...]
    concurrence: Concurrence | None = None
    choices: tuple[Choice, ...] = ()


@frozen(kw_only=True)
class Addressee:
    """What the addressee is; a public body may act as an undertaking (GDPR 83(7))."""

    kind: AddresseeKind
    acts_as: Literal["undertaking", ""] = ""

    @property
    def is_undertaking(self) -> bool:
        """Whether its turnover counts for the maximum."""
        return "undertaking" in {self.kind, self.acts_as}


@frozen(kw_only=True)
class Turnover:
    """The total worldwide annual turnover of the undertaking, and of which year it is.

    Unknown is not zero: `start_from` is the explicit choice to start from the fixed maximum.
    """

    amount: Money | Literal["unknown"]
    year: str = ""
    basis: TurnoverBasis = "preceding year"
    start_from: Literal["static maximum", ""] = ""
    because: str = ""


@frozen(kw_only=True)
class NationalMaximum:
    """A national maximum that takes the place of the others, as for public bodies (GDPR 83(7))."""

    amount: Money
    cite: str
    because: str


@frozen(kw_only=True)
class FineInput:
    """Everything that a fine is worked out from; the same input serves every method."""

    fine: str
    title: str = ""
    day: date
    method: str = ""
    law: str = ""
    addressee: Addressee
    turnover: Turnover | None = None
    national_maximum: NationalMaximum | None = None
    conducts: tuple[tuple[str, Conduct], ...]
    hardship: Hardship | None = None
    rates: tuple[ExchangeRate, ...] = ()
    currency: str = ""
    note: str = field(default="", metadata={"prose": True})
