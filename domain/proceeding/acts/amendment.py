"""Change of an order, a ban or a penalty: its words, its time, its force, or all of it."""

from collections.abc import Iterator
from datetime import date

import attrs
from attrs import frozen

from domain.amounts import higher
from domain.days import in_words
from domain.periods import APPEAL_END, TimeLimit
from domain.proceeding.bounds import Days, Nothing, OneOf
from domain.proceeding.effects import unsuspended
from domain.proceeding.entries import (
    LASTING,
    Act,
    Amendment,
    Order,
    OtherMeasure,
    Penalty,
    RunningPeriod,
    Suspension,
)
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case, Room, entered, evolving, limited, typed
from domain.proceeding.standing import lifted_on
from domain.proceeding.state import ProceedingState, added, amended, named
from domain.proceeding.suspensions import suspended_on
from domain.proceeding.within import length_of

Amendable = Order | Penalty | OtherMeasure
"""What can be changed after its decision."""

REVOKED = ("", "from now on", "with all effect")


@frozen(kw_only=True)
class AmendMeasure(Command):
    """Change a measure; what is left out stays as it is.

    `comply` gives more time to comply with an order, `until` another last day to a ban or a
    penalty. `suspended` lets it rest, until `suspended_until` or without an end told; `resumed`
    ends that. `revoked` is `from now on`, or `with all effect`, so that what rested on it falls.
    """

    of: str
    content: tuple[str, ...] = ()
    comply: TimeLimit | None = None
    until: date | None = None
    condition: str = ""
    suspended: bool = False
    suspended_until: date | None = None
    resumed: bool = False
    revoked: str = ""


@frozen(kw_only=True)
class MeasureAmended(Event):
    """A measure was changed; `starts` holds the periods to comply that run at once."""

    of: str
    to: tuple[str, ...]
    content: tuple[str, ...] = ()
    comply: TimeLimit | None = None
    until: date | None = None
    condition: str = ""
    suspended: bool = False
    suspended_until: date | None = None
    resumed: bool = False
    revoked: str = ""
    starts: tuple[RunningPeriod, ...] = ()


def measure_of(state: ProceedingState, of: str) -> Amendable | None:
    """The order, penalty or lasting measure of that id."""
    order: Order | None = named(state.orders, of)
    penalty: Penalty | None = named(state.penalties, of)
    other: OtherMeasure | None = named(state.other_measures, of)
    return order or penalty or (other if other is not None and other.kind in LASTING else None)


def amendable(state: ProceedingState) -> tuple[str, ...]:
    """What stands and is not closed or taken back."""
    lasting = (one for one in state.other_measures if one.kind in LASTING)
    things: tuple[Amendable, ...] = (*state.orders, *state.penalties, *lasting)
    gone = state.annulled
    return tuple(
        one.id
        for one in things
        if one.id not in gone and one.revoked_on is None and lifted_on(state, one.id) is None
    )


def _amend(case: Case, command: AmendMeasure) -> tuple[MeasureAmended, ...]:
    measure = measure_of(case.state, command.of)
    return (
        MeasureAmended(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            to=case.addressees if measure is None else measure.to,
            content=command.content,
            comply=command.comply,
            until=command.until,
            condition=command.condition,
            suspended=command.suspended,
            suspended_until=command.suspended_until,
            resumed=command.resumed,
            revoked=command.revoked,
            starts=tuple(_starts(case, command)),
        ),
    )


def _starts(case: Case, command: AmendMeasure) -> Iterator[RunningPeriod]:
    """More time that does not wait until the amendment has reached somebody."""
    limit, order = command.comply, named(case.state.orders, command.of)
    if order is None or limit is None or _waits(limit):
        return
    power = (*case.law.measures("order", case.on), NO_POWER)[0]
    by = Act(id=command.id, kind="amendment", on=case.on, by=case.by)
    for party in order.to:
        yield limited(case, limit, power, of=order.id, party=party, by=by)


def _waits(limit: TimeLimit) -> bool:
    return limit.period is not None and limit.moment in {"notification", "publication"}


def _amended(state: ProceedingState, event: MeasureAmended) -> ProceedingState:
    state = entered(state, event, "amendment", to=event.to, about=event.of)
    state = added(state, periods=event.starts)
    if event.comply is not None and not event.starts:
        later = Amendment(id=event.act, of=event.of, to=event.to, comply=event.comply)
        state = added(state, amendments=(later,))
    if event.resumed:
        state = unsuspended(state, (event.of,), event.on)
    if event.suspended:
        rest = Suspension(of=event.of, since=event.on, until=event.suspended_until, act=event.act)
        state = added(state, suspensions=(rest,))
    return _changed(state, event)


def _changed(state: ProceedingState, event: MeasureAmended) -> ProceedingState:
    """The state with the entry of the measure as it now reads."""
    measure = measure_of(state, event.of)
    if measure is None:
        return state
    if event.revoked:
        undone = event.revoked == "with all effect"
        measure = attrs.evolve(measure, revoked_on=event.on, undone=undone)
    if isinstance(measure, Penalty):
        return amended(state, penalties=_with_until(measure, event.until))
    measure = attrs.evolve(measure, content=event.content or measure.content)
    if isinstance(measure, Order):
        return amended(state, orders=_with_until(measure, event.until))
    condition = event.condition or measure.condition
    until = measure.until if event.until is None else event.until
    return amended(state, other_measures=attrs.evolve(measure, condition=condition, until=until))


def _with_until(measure: Order | Penalty, until: date | None) -> Order | Penalty:
    """The same with another last day of its periodic penalty."""
    terms = measure.penalty
    if terms is None or until is None:
        return measure
    run = attrs.evolve(terms.run, until=until)
    return attrs.evolve(measure, penalty=attrs.evolve(terms, run=run))


def _fields(case: Case) -> tuple[Field, ...]:
    """What can be changed depends on what it is; the rest of the fields must stay empty."""
    measure = measure_of(case.state, case.target)
    over = _lapsed_on(measure, case.on)
    things = OneOf(amendable(case.state))
    if over is not None:
        left = tuple(one for one in things.values if one != case.target)
        things = OneOf(left, f"lapsed on {in_words(over)}")
    fields = [
        Field(name="of", domain=things, subject="the measure", essential=True),
        Field(name="revoked", domain=OneOf(REVOKED), subject="the revocation", essential=True),
    ]
    if isinstance(measure, Penalty):
        fields.append(_none("content", "a penalty has no content to change"))
    if not isinstance(measure, Order):
        fields.append(_none("comply", "is only for an order"))
    fields.extend(_until(case, measure))
    if not isinstance(measure, OtherMeasure) or measure.kind != "ban":
        fields.append(_none("condition", "is only for a ban"))
    return tuple(fields)


def _lapsed_on(measure: Amendable | None, on: date) -> date | None:
    """The last day of a measure that holds no more, and so cannot come back by a change."""
    until = measure.until if isinstance(measure, OtherMeasure) else None
    return until if until is not None and until < on else None


def _until(case: Case, measure: Amendable | None) -> Iterator[Field]:
    """A new last day: not over, not before the first, and no longer than the measure may be."""
    if not _ends(measure):
        yield _none("until", "is only for what holds for a time")
        return
    first = case.on
    if isinstance(measure, OtherMeasure):
        first = higher(first, measure.from_day or first)
        yield from length_of(case, measure)
    days = Days(first, optional=True)
    yield Field(name="until", domain=days, subject="its last day", essential=True)


def _ends(measure: Amendable | None) -> bool:
    return isinstance(measure, OtherMeasure) or (
        measure is not None and measure.penalty is not None
    )


def _none(name: str, says: str) -> Field:
    return Field(name=name, domain=Nothing(says), subject=f"a change of '{name}'", essential=True)


def _extra(case: Case, command: AmendMeasure) -> tuple[Defect, ...]:
    return tuple(
        Defect(rule="amendment", message=f"the amendment {wrong}", gravity="impossible")
        for wrong in _wrong(case, command)
    )


def _wrong(case: Case, command: AmendMeasure) -> Iterator[str]:
    """What no amendment can say: nothing at all, or two things that exclude each other."""
    said = (
        bool(command.content or command.condition),
        bool(command.revoked),
        command.comply is not None,
        command.until is not None,
        command.suspended or command.resumed,
    )
    if not any(said):
        yield "changes nothing"
    if command.suspended and command.resumed:
        yield "suspends and resumes at once"
    if command.suspended_until is not None and not command.suspended:
        yield "names an end of a suspension, and suspends nothing"
    if command.suspended_until is not None and command.suspended_until < case.on:
        yield f"suspends until {command.suspended_until}, which is over"
    rests = command.suspended or suspended_on(case.state, command.of, case.on)
    if command.resumed and not rests:
        yield "resumes what is not suspended"
    if command.revoked and sum(said) > 1:
        yield "revokes the measure, and changes it"
    if command.comply is not None and command.comply.moment == APPEAL_END:
        yield "gives more time from the end of an appeal period, and there is none"


AMENDMENT = Room(
    act="amendment",
    command=AmendMeasure,
    events=dict([evolving(MeasureAmended, _amended)]),
    results=typed(AmendMeasure, _amend),
    fields=_fields,
    targets=amendable,
    target="of",
    extra=typed(AmendMeasure, _extra),
)
