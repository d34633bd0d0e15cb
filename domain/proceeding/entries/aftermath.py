"""What follows a decision: compliance, appeals and their outcomes, payments."""

from datetime import date

from attrs import frozen

from domain.money import Money


@frozen(kw_only=True)
class Compliance:
    """What was shown by an addressee, or found by the authority for all, about a duty."""

    act: str
    of: str
    by: str
    on: date
    result: str
    shown: bool


@frozen(kw_only=True)
class Appeal:
    """An appeal, what it is against, and what it suspends until it is decided."""

    id: str
    by: str
    on: date
    against: tuple[str, ...]
    suspends: tuple[str, ...] = ()
    decided_on: date | None = None


@frozen(kw_only=True)
class Outcome:
    """What a judgment made of a measure; `amount` is None unless it set a sum."""

    of: str
    on: date
    result: str
    act: str
    amount: Money | None = None
    because: str = ""


@frozen(kw_only=True)
class Payment:
    """A payment and what it is for."""

    act: str
    of: str
    on: date
    amount: Money
