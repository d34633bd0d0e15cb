"""What follows a decision: compliance, appeals and their outcomes, payments."""

from datetime import date

from attrs import frozen

from domain.money import Money
from domain.proceeding.entries.paying import Reduction


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
    """An appeal, or a request to reconsider: what it is against, and what it suspends meanwhile.

    `to` is the court where it is pending, or was last; `judgments` are those given on it. One that
    was sent back is pending again since `reopened_on`, and `decided_on` is None once more. `asked`
    is the sum that the appellant asks for.
    """

    id: str
    by: str
    on: date
    against: tuple[str, ...]
    suspends: tuple[str, ...] = ()
    decided_on: date | None = None
    to: str = ""
    judgments: tuple[str, ...] = ()
    asked: Money | None = None
    kind: str = "appeal"
    reopened_on: date | None = None


@frozen(kw_only=True)
class Outcome:
    """What a judgment made of a thing; `amount` is None unless it set a sum.

    Besides what was ruled, an outcome says what fell with it (`because` names the link), what is
    `revived` after the judgment that annulled it was set aside, and which sum is `restored`.
    """

    of: str
    on: date
    result: str
    act: str
    amount: Money | None = None
    because: str = ""


@frozen(kw_only=True)
class Remittal:
    """That a judgment sent the case back to the authority, which has to decide again."""

    act: str
    on: date
    to: str


@frozen(kw_only=True)
class Suspension:
    """That a thing is not enforceable, from a day to another inclusive; None while it is open."""

    of: str
    since: date
    until: date | None = None
    act: str = ""


@frozen(kw_only=True)
class SuspensionRequest:
    """A request for a suspension, and the act that answered it."""

    id: str
    by: str
    of: tuple[str, ...]
    to: str = ""
    answered_by: str = ""


@frozen(kw_only=True)
class Stay:
    """That the proceeding rests, through `until` or until it is resumed."""

    act: str
    on: date
    until: date | None = None
    because: str = ""
    resumed_on: date | None = None


@frozen(kw_only=True)
class Confirmation:
    """What a court said of a fine that is payable only once it is confirmed."""

    act: str
    of: str
    on: date
    result: str


@frozen(kw_only=True)
class Payment:
    """A payment, what it is for, and what need not be paid because of it."""

    act: str
    of: str
    on: date
    amount: Money
    reductions: tuple[Reduction, ...] = ()
