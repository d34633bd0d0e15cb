"""The rows of a timeline, one class for each act; with its days a row is up to three events."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from attrs import field, frozen

from domain.days import Span
from domain.money import Money
from domain.periods import TimeLimit
from scenarios.measures import ONE_OR_MANY, PROSE, AnyMeasureRow
from scenarios.row import AllegedBy, Refused, Row, ToldDifferently
from scenarios.sums import Amount, Result, Year
from scenarios.words import Fault, Ident

__all__ = ["ROW_CLASSES", "AllegedBy", "Refused", "Row", "ToldDifferently"]


@frozen(kw_only=True)
class Complaint(Row):
    """Somebody complains to the authority."""

    act: ClassVar[str] = "complaint"


@frozen(kw_only=True)
class Opening(Row):
    """The authority opens the case."""

    act: ClassVar[str] = "opening"


@frozen(kw_only=True)
class InformationRequest(Row):
    """The authority asks the addressee for information."""

    act: ClassVar[str] = "information request"


@frozen(kw_only=True)
class Information(Row):
    """An answer to a request or a notice."""

    act: ClassVar[str] = "information"

    answers: str


@frozen(kw_only=True)
class Warning_(Row):  # noqa: N801 - Warning is an exception of Python
    """A warning about processing that has not begun."""

    act: ClassVar[str] = "warning"

    content: tuple[str, ...] = field(metadata=PROSE)


@frozen(kw_only=True)
class FormalNotice(Row):
    """A formal notice to comply within a period; no sanction."""

    act: ClassVar[str] = "formal notice"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    alleges: AllegedBy
    content: tuple[str, ...] = field(metadata=PROSE)
    comply: TimeLimit
    proof: TimeLimit | None = None


@frozen(kw_only=True)
class NoticeClosure(Row):
    """A formal notice is closed."""

    act: ClassVar[str] = "notice closure"

    of: str
    because: str = ""


@frozen(kw_only=True)
class RapporteurAppointment(Row):
    """A rapporteur is named."""

    act: ClassVar[str] = "rapporteur appointment"


@frozen(kw_only=True)
class Charges(Row):
    """Charges: a report, objections; `reply` is what the text says and is held to the rulebook."""

    act: ClassVar[str] = "charges"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    alleges: AllegedBy
    supplements: str = ""
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class Representations(Row):
    """The answer to charges, or to the statement before a liquidation."""

    act: ClassVar[str] = "representations"

    answers: str


@frozen(kw_only=True)
class Hearing(Row):
    """A hearing before the deciding organ."""

    act: ClassVar[str] = "hearing"


@frozen(kw_only=True)
class Decision(Row):
    """One document with what it finds and its measures.

    `turnover` is by year, worldwide, of the undertaking; `unknown` says that the decision relied
    on one that the texts do not tell.
    """

    act: ClassVar[str] = "decision"

    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)
    finds: AllegedBy = ()
    dismisses: AllegedBy = ()
    fault: Fault | tuple[tuple[Ident, Fault], ...] | None = None
    turnover: Literal["unknown"] | tuple[tuple[Year, Money], ...] = ()
    measures: tuple[AnyMeasureRow, ...] = ()


@frozen(kw_only=True)
class Notification(Row):
    """An act reaches somebody, where that has a source of its own."""

    act: ClassVar[str] = "notification"

    of: str
    to: tuple[Ident, ...] = field(default=(), metadata=ONE_OR_MANY)


@frozen(kw_only=True)
class Publication(Row):
    """An act becomes public, where that has a source of its own."""

    act: ClassVar[str] = "publication"

    of: str


@frozen(kw_only=True)
class ComplianceRow(Row):
    """The addressee shows that it complies, in whole or in part."""

    act: ClassVar[str] = "compliance"

    with_: str = field(metadata={"key": "with"})
    share: Literal["whole", "part"] = "whole"


@frozen(kw_only=True)
class Finding(Row):
    """What the authority finds about an order or a notice."""

    act: ClassVar[str] = "finding"

    of: str
    result: Literal["met", "partly met", "not met"]


@frozen(kw_only=True)
class LiquidationProposal(Row):
    """The statement of reasons and amount before a liquidation; `reply` as in charges."""

    act: ClassVar[str] = "liquidation proposal"

    of: str
    covers: Span
    amount: Amount
    reply: TimeLimit | None = None


@frozen(kw_only=True)
class Liquidation(Row):
    """Days of delay become a sum that is owed; `covers` as the text states it."""

    act: ClassVar[str] = "liquidation"

    of: str
    covers: Span
    amount: Amount


@frozen(kw_only=True)
class OrderClosure(Row):
    """An order is closed."""

    act: ClassVar[str] = "order closure"

    of: str
    because: str = ""


@frozen(kw_only=True)
class Turnover(Row):
    """The worldwide turnover of a party's undertaking is put on file, by year."""

    act: ClassVar[str] = "turnover"

    of: Ident
    amounts: tuple[tuple[Year, Money], ...]


@frozen(kw_only=True)
class TurnoverCorrection(Row):
    """A turnover on file is corrected, by year."""

    act: ClassVar[str] = "turnover correction"

    of: Ident
    right: tuple[tuple[Year, Money], ...]


@frozen(kw_only=True)
class Appeal(Row):
    """An appeal against acts or single measures; `to` is the court."""

    act: ClassVar[str] = "appeal"

    against: tuple[str, ...] = field(metadata=ONE_OR_MANY)
    to: str = ""


@frozen(kw_only=True)
class Judgment(Row):
    """An appeal is decided, for each thing that it was against."""

    act: ClassVar[str] = "judgment"

    on_appeal: str
    outcome: tuple[tuple[str, Result], ...]


@frozen(kw_only=True)
class Payment(Row):
    """A fine or a liquidated sum is paid, in whole or in part."""

    act: ClassVar[str] = "payment"

    for_: str = field(metadata={"key": "for"})
    amount: Amount


@frozen(kw_only=True)
class Closure(Row):
    """The file is closed."""

    act: ClassVar[str] = "closure"

    because: str = ""


@frozen(kw_only=True)
class Note(Row):
    """Something that the model has no act for; nothing follows from it."""

    act: ClassVar[str] = "note"


ROW_CLASSES: Final[dict[str, type[Row]]] = {
    cls.act: cls
    for cls in (
        Complaint,
        Opening,
        InformationRequest,
        Information,
        Warning_,
        FormalNotice,
        NoticeClosure,
        RapporteurAppointment,
        Charges,
        Representations,
        Hearing,
        Decision,
        Notification,
        Publication,
        ComplianceRow,
        Finding,
        LiquidationProposal,
        Liquidation,
        OrderClosure,
        Turnover,
        TurnoverCorrection,
        Appeal,
        Judgment,
        Payment,
        Closure,
        Note,
    )
}
