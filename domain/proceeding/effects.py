"""What a ruling does besides its outcomes: what it reopens, and what is enforceable again."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from domain.proceeding.entries import Appeal, Outcome, Suspension
from domain.proceeding.outcomes import ENDING, annulling
from domain.proceeding.rulings import Ruling, disputed
from domain.proceeding.state import ProceedingState, added, amended, named, revised

_ONE_DAY = timedelta(days=1)


def pending(state: ProceedingState, kind: str = "appeal") -> tuple[str, ...]:
    """The appeals, or the requests to reconsider, that are not decided."""
    return tuple(a.id for a in state.appeals if a.decided_on is None and a.kind == kind)


def reopened(state: ProceedingState, rulings: tuple[Ruling, ...], kind: str) -> tuple[str, ...]:
    """The appeals whose last judgment is set aside, so that somebody can decide them again."""
    aside = {ruling.of for ruling in rulings if ruling.result == "set aside"}
    own = (a for a in state.appeals if a.kind == kind and a.judgments)
    return tuple(a.id for a in own if a.judgments[-1] in aside)


def gaps(state: ProceedingState, on: date, outcomes: tuple[Outcome, ...]) -> Iterator[Suspension]:
    """The days from an annulment to the day before the thing lives again: nobody had to comply.

    A day counts if the thing binds at its end: that of the annulment does not, that of the
    revival does, as with a suspension.
    """
    duties = {one.id for one in state.measures()} - {one.id for one in state.sums()}
    for one in outcomes:
        ended = annulling(state.outcomes, one.of) if one.result == "revived" else None
        if ended is not None and one.of in duties and ended.on < on:
            yield Suspension(of=one.of, since=ended.on, until=on - _ONE_DAY, act=ended.act)


def released(state: ProceedingState, appeal: Appeal | None) -> tuple[str, ...]:
    """What is in dispute and was suspended by decision until the appeal is decided."""
    if appeal is None:
        return ()
    about = disputed(state, appeal)
    open_ones = (one.of for one in state.suspensions if one.until is None)
    return tuple(dict.fromkeys(of for of in open_ones if of in about))


def unsuspended(state: ProceedingState, of: tuple[str, ...], on: date) -> ProceedingState:
    """The state with the suspensions of these things ended on the day before."""
    if not of:
        return state
    before = on - _ONE_DAY
    ended = tuple(
        attrs.evolve(one, until=before)
        if one.of in of and (one.until is None or one.until > before)
        else one
        for one in state.suspensions
    )
    return revised(state, suspensions=ended)


def let_go(
    state: ProceedingState, of: tuple[str, ...], outcomes: tuple[Outcome, ...], on: date
) -> ProceedingState:
    """The state after what was suspended until this decision is so no more.

    What the decision takes away stays suspended through its day: nobody had to comply on it.
    """
    gone = {one.of for one in outcomes if one.result in ENDING}
    state = unsuspended(state, tuple(one for one in of if one in gone), on + _ONE_DAY)
    return unsuspended(state, tuple(one for one in of if one not in gone), on)


def decided(state: ProceedingState, appeal_id: str, act: str, on: date) -> ProceedingState:
    """The state with an appeal decided by an act."""
    appeal: Appeal | None = named(state.appeals, appeal_id)
    if appeal is None:
        return state
    done = attrs.evolve(appeal, decided_on=on, judgments=(*appeal.judgments, act))
    return amended(state, appeals=done)


def pending_again(
    state: ProceedingState, appeals: tuple[str, ...], to: str, on: date
) -> ProceedingState:
    """The state with appeals pending once more, where they were sent to.

    What they suspended until they were decided is kept as it was; from now on they suspend again.
    """
    for one in appeals:
        appeal: Appeal | None = named(state.appeals, one)
        if appeal is None or appeal.decided_on is None:
            continue
        since = appeal.on if appeal.reopened_on is None else appeal.reopened_on
        until = appeal.decided_on - _ONE_DAY
        past = (Suspension(of=of, since=since, until=until, act=one) for of in appeal.suspends)
        state = added(state, suspensions=tuple(past))
        again = attrs.evolve(appeal, decided_on=None, reopened_on=on, to=to)
        state = amended(state, appeals=again)
    return state


def with_outcomes(state: ProceedingState, outcomes: tuple[Outcome, ...]) -> ProceedingState:
    """The state with further outcomes; a file is open again once its closure is annulled."""
    state = added(state, outcomes=outcomes)
    ends = [act for act in state.acts if act.kind in {"closure", "reopening"}]
    if not {act.id for act in ends} & {one.of for one in outcomes}:
        return state
    gone = state.annulled
    last = [act for act in ends if act.id not in gone][-1:]
    closed = [act.on for act in last if act.kind == "closure"]
    return revised(state, closed_on=closed[0] if closed else None)
