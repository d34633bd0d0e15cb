"""What somebody is told to do, charged with, and found to have done."""

from datetime import date

from attrs import frozen

from domain.periods import TimeLimit
from domain.proceeding.entries.paying import Proposed
from domain.proceeding.messages import Allegations


@frozen(kw_only=True)
class Notice:
    """A formal notice and how it ended."""

    id: str
    to: tuple[str, ...]
    alleges: Allegations
    comply: TimeLimit
    closed_on: date | None = None


@frozen(kw_only=True)
class Charges:
    """What somebody is charged with, and what it is proposed to do about it."""

    id: str
    to: tuple[str, ...]
    alleges: Allegations
    proposes: tuple[Proposed, ...] = ()


@frozen(kw_only=True)
class Decision:
    """A decision: what it finds and what it dismisses. Fault is by conduct."""

    id: str
    on: date
    to: tuple[str, ...]
    finds: Allegations
    dismisses: Allegations
    fault: tuple[tuple[str, str], ...]
    procedure: str = ""
