"""Who is in the file, its acts, and the periods that run."""

from datetime import date

from attrs import frozen

from domain.deadlines import Deadline
from domain.money import Money


@frozen(kw_only=True)
class Party:
    """A party under its key; names are kept outside the log. `establishment` is in the Union.

    `undertaking` is the key of the group that it belongs to; `acting_as` says that a public body
    acts as an undertaking.
    """

    key: str
    role: str
    kind: str = ""
    country: str = ""
    main_establishment: str = ""
    undertaking: str = ""
    acting_as: str = ""


@frozen(kw_only=True)
class Conduct:
    """What Art. 83(3) ties together: the same or linked processing."""

    key: str
    what: str = ""


@frozen(kw_only=True)
class Act:
    """An act as it stands in the file, with the days on which it became known."""

    id: str
    kind: str
    on: date
    by: str
    to: tuple[str, ...] = ()
    about: str = ""
    defective: bool = False
    notified: tuple[tuple[str, date], ...] = ()
    published_on: date | None = None
    anonymised_on: date | None = None
    waives: tuple[str, ...] = ()

    def notified_on(self, party: str) -> date | None:
        """The day on which it was notified to that party."""
        return dict(self.notified).get(party)


@frozen(kw_only=True)
class RunningPeriod:
    """A period that was started for a party: what it is of, and when it ends, with its steps.

    `silence` is what it is taken for that nobody answered, `closes` what ends with it, and
    `extended_by` who can give more time.
    """

    name: str
    of: str
    party: str
    since: date
    deadline: Deadline
    cite: str
    answered_by: str = ""
    silence: str = ""
    closes: str = ""
    extended_by: str = ""


@frozen(kw_only=True)
class Track:
    """The procedure that the file takes from a day on: ordinary, simplified or urgent."""

    act: str
    on: date
    procedure: str


@frozen(kw_only=True)
class LawChange:
    """That the file goes on under another law: its name, and the digest of what it then was."""

    act: str
    on: date
    law: str
    digest: str


@frozen(kw_only=True)
class LatePayment:
    """What the authority owes somebody for being late; it is no exposure of the addressee."""

    id: str
    of: str
    to: str
    on: date
    amount: Money


@frozen(kw_only=True)
class Turnover:
    """A turnover that an act established; a correction counts from its own day.

    It is worldwide, or within the country whose law applies; `party` may be a group.
    """

    party: str
    year: str
    amount: Money
    on: date
    base: str = "worldwide"
