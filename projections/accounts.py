"""The states that a sum can be in, and a movement from one into another."""

import enum
from datetime import date
from typing import Final

from attrs import frozen

from domain.money import Money


class Account(enum.Enum):
    """The states a sum can be in; `OUTSIDE` is where it comes from, and is no exposure."""

    OUTSIDE = "outside"
    ACCRUING = "accruing"
    NOT_DUE = "not_due"
    SUSPENDED = "suspended"
    DUE = "due"
    PAID = "paid"
    REFUNDABLE = "refundable"
    EXTINGUISHED = "extinguished"


IMPOSED: Final = frozenset({Account.NOT_DUE, Account.SUSPENDED, Account.DUE, Account.PAID})
UNPAID: Final = (Account.DUE, Account.NOT_DUE, Account.SUSPENDED)


@frozen(kw_only=True)
class Movement:
    """A sum that leaves one state and enters another: about what, why, and under which provision.

    `kind` is `fine`, `periodic_penalty` or `costs` (`interest` is kept free); `position` is that of
    the event that caused it, or of the event that a mere passing of days goes back to.
    """

    on: date
    amount: Money
    kind: str
    about: str
    leaves: Account
    enters: Account
    text: str
    event: str
    act: str
    position: int
    cite: str
