"""Who is in the file, its acts, and the periods that run."""

from datetime import date

from attrs import frozen

from domain.deadlines import Deadline
from domain.money import Money


@frozen(kw_only=True)
class Party:
    """A party under its key; names are kept outside the log. `establishment` is in the Union."""

    key: str
    role: str
    kind: str = ""
    country: str = ""
    main_establishment: str = ""


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

    def notified_on(self, party: str) -> date | None:
        """The day on which it was notified to that party."""
        return dict(self.notified).get(party)


@frozen(kw_only=True)
class RunningPeriod:
    """A period that was started for a party: what it is of, and when it ends, with its steps."""

    name: str
    of: str
    party: str
    since: date
    deadline: Deadline
    cite: str
    answered_by: str = ""


@frozen(kw_only=True)
class Turnover:
    """A worldwide turnover that an act established; a correction counts from its own day."""

    party: str
    year: str
    amount: Money
    on: date
