"""Measures of a decision but fines and costs, from the way in which a file writes them."""

from __future__ import annotations

from domain.money import Per, Rate
from domain.proceeding.entries import PenaltyRun
from domain.proceeding.measures import (
    AnyMeasure,
    BanMeasure,
    CertificationMeasure,
    FlowSuspensionMeasure,
    OrderMeasure,
    PenaltyMeasure,
    PenaltyWarningMeasure,
    PublicationMeasure,
    RefusalMeasure,
    ReprimandMeasure,
    WarningMeasure,
)
from scenarios.measures import (
    Ban,
    CertificationWithdrawal,
    Costs,
    Fine,
    FlowSuspension,
    MeasureRow,
    Order,
    Penalty,
    PenaltyAlone,
    PenaltyWarning,
    Publication,
    Refusal,
    Reprimand,
    Warning_,
)
from scenarios.reckoning import NoMaximumError

__all__ = ["measure_of"]


def measure_of(row: MeasureRow, name: str) -> AnyMeasure:
    """The measure that a row is; fines and costs are built where sums are reckoned."""
    match row:
        case Order():
            return _order(row, name)
        case PenaltyAlone():
            return _penalty(row, name)
        case PenaltyWarning():
            return PenaltyWarningMeasure(
                id=name, to=row.to, of=row.of, rate=row.rate, content=row.content
            )
        case Fine() | Costs():
            raise TypeError(f"{name} is a sum, which is built elsewhere")
    return _plain(row, name)


def _plain(row: MeasureRow, name: str) -> AnyMeasure:
    under, to = row.under or "", row.to
    match row:
        case Ban(content=content, from_=first, until=until, condition=condition):
            return BanMeasure(
                id=name,
                to=to,
                under=under,
                content=content,
                from_day=first,
                until=until,
                condition=condition,
            )
        case FlowSuspension(content=content, from_=first, until=until):
            return FlowSuspensionMeasure(
                id=name, to=to, under=under, content=content, from_day=first, until=until
            )
        case Warning_(content=content):
            return WarningMeasure(id=name, to=to, under=under, content=content)
        case CertificationWithdrawal(content=content):
            return CertificationMeasure(id=name, to=to, under=under, content=content)
        case Publication(content=content, named_for=named_for):
            return PublicationMeasure(
                id=name, to=to, under=under, content=content, named_for=named_for
            )
        case Refusal(content=content):
            return RefusalMeasure(id=name, to=to, under=under, content=content)
        case Reprimand(content=content):
            return ReprimandMeasure(id=name, to=to, under=under, content=content)
    raise TypeError(f"there is no measure for {row!r}")


def _order(row: Order, name: str) -> OrderMeasure:
    bare = OrderMeasure(
        id=name,
        to=row.to,
        under=row.under or "",
        liable=row.liable or "",
        content=row.content,
        comply=None if row.comply == "unknown" else row.comply,
        proof=row.proof,
        report=row.report,
    )
    if row.penalty is None:
        return bare
    return OrderMeasure(
        id=name,
        to=row.to,
        under=bare.under,
        liable=bare.liable,
        content=row.content,
        comply=bare.comply,
        proof=row.proof,
        report=row.report,
        penalty=_rate(row.penalty, name),
        at_most=row.penalty.at_most,
        run=_run(row.penalty),
    )


def _penalty(row: PenaltyAlone, name: str) -> PenaltyMeasure:
    return PenaltyMeasure(
        id=name,
        to=row.to,
        liable=row.liable or "",
        of=row.of,
        rate=_rate(row, name),
        at_most=row.at_most,
        run=_run(row),
    )


def _rate(row: Penalty | PenaltyAlone, name: str) -> Rate:
    """The rate; a sum is one for each missed deadline. The loader notes where there is neither."""
    if row.sum is not None:
        return Rate(row.sum, Per.MISSED_DEADLINE)
    if row.rate is None:
        raise NoMaximumError(f"the penalty of {name} has neither a rate nor a sum")
    return row.rate


def _run(row: Penalty | PenaltyAlone) -> PenaltyRun:
    return PenaltyRun(
        times=1 if row.times is None else row.times.count,
        times_what="" if row.times is None else row.times.what,
        starts=row.starts or "",
        from_day=row.from_,
        until=row.until,
    )
