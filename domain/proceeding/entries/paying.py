"""What becomes of a sum besides judgments: proposed, reduced, spread, remitted, collected."""

from datetime import date

from attrs import frozen

from domain.money import Money


@frozen(kw_only=True)
class Proposed:
    """A measure that charges, a report or a draft propose; `amount` is None where it has none."""

    kind: str
    conduct: str = ""
    provisions: tuple[str, ...] = ()
    amount: Money | None = None
    to: tuple[str, ...] = ()


@frozen(kw_only=True)
class Costs:
    """Costs of the proceeding, on top of the fine that they are for."""

    id: str
    decision: str
    on: date
    to: tuple[str, ...]
    amount: Money
    of: str = ""


@frozen(kw_only=True)
class Reduction:
    """A part of a sum that need not be paid, under which rule of the law."""

    name: str
    amount: Money
    cite: str
    because: str


@frozen(kw_only=True)
class PaidProposal:
    """A proposed sum that was paid before the decision, and so ended the case (Spain, LPAC 85)."""

    id: str
    of: str
    on: date
    base: Money
    amount: Money
    reductions: tuple[Reduction, ...]


@frozen(kw_only=True)
class Relief:
    """A part of a sum that the authority gives up: remitted, or written off as lost."""

    id: str
    of: str
    on: date
    amount: Money
    kind: str


@frozen(kw_only=True)
class Instalments:
    """A sum to be paid in parts, each from its own day."""

    id: str
    of: str
    on: date
    parts: tuple[tuple[date, Money], ...]


@frozen(kw_only=True)
class Collection:
    """That a sum is being collected; by law some penalties lapse unless this happens in time."""

    id: str
    of: str
    on: date
    amount: Money


@frozen(kw_only=True)
class Succession:
    """That one party stepped into the place of another, with its measures and its charges."""

    id: str
    from_: str
    to: str
    on: date


@frozen(kw_only=True)
class Insolvency:
    """That a party is insolvent; sums stay as they are."""

    id: str
    of: str
    on: date
