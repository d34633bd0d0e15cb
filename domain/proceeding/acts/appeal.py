"""Appeal and judgment: what is under appeal, and what became of it, with what rested on it."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import OneOf, SomeOf, Sums
from domain.proceeding.conditions import unmet
from domain.proceeding.entries import AnyMeasure, Appeal, Fine, Liquidation, Order, Outcome
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, amended, named


@frozen(kw_only=True)
class LodgeAppeal(Command):
    """Appeal against a decision, a liquidation, or single measures of them."""

    against: tuple[str, ...]
    to: str = ""


@frozen(kw_only=True)
class AppealLodged(Event):
    """An appeal is pending; `suspends` names what is not enforceable meanwhile."""

    against: tuple[str, ...]
    to: str
    suspends: tuple[str, ...]


@frozen(kw_only=True)
class Ruling:
    """What a court makes of one act or measure: `upheld`, `annulled`, `varied` to a sum."""

    of: str
    result: str
    amount: Money | None = None


@frozen(kw_only=True)
class GiveJudgment(Command):
    """Decide an appeal."""

    on_appeal: str
    outcome: tuple[Ruling, ...]


@frozen(kw_only=True)
class AppealDecided(Event):
    """An appeal is decided; `outcomes` holds what fell with an annulment, and through what."""

    on_appeal: str
    outcomes: tuple[Outcome, ...]


def _appeal(case: Case, command: LodgeAppeal) -> tuple[AppealLodged, ...]:
    measures = [m for of in command.against for m in _part_of(case.state, of)]
    suspends = tuple(m.id for m in measures if _kind(m) in case.power.suspends)
    return (
        AppealLodged(
            on=case.on,
            act=command.id,
            by=case.by,
            against=command.against,
            to=command.to,
            suspends=suspends,
        ),
    )


def _appealed(state: ProceedingState, event: AppealLodged) -> ProceedingState:
    state = entered(state, event, "appeal", about=event.against[0] if event.against else "")
    appeal = Appeal(
        id=event.act, by=event.by, on=event.on, against=event.against, suspends=event.suspends
    )
    return added(state, appeals=(appeal,))


def _kind(measure: AnyMeasure) -> str:
    """The word by which a rulebook names what an appeal suspends."""
    match measure:
        case Fine():
            return "fine"
        case Order():
            return "order"
        case Liquidation():
            return "liquidation"
        case _:
            return measure.kind


def _part_of(state: ProceedingState, of: str) -> Iterator[AnyMeasure]:
    """The measures that a thing is or holds."""
    for measure in state.measures():
        if measure.id == of or state.decision_of(measure.id) == of:
            yield measure


def _judge(case: Case, command: GiveJudgment) -> tuple[AppealDecided, ...]:
    outcomes: list[Outcome] = []
    for ruling in command.outcome:
        outcomes.append(
            Outcome(
                of=ruling.of,
                on=case.on,
                result=ruling.result,
                act=command.id,
                amount=ruling.amount,
            )
        )
        if ruling.result == "annulled":
            outcomes.extend(_fallen(case, ruling.of, command.id))
    return (
        AppealDecided(
            on=case.on,
            act=command.id,
            by=case.by,
            on_appeal=command.on_appeal,
            outcomes=tuple(outcomes),
        ),
    )


def _fallen(case: Case, of: str, act: str) -> Iterator[Outcome]:
    """What rested on an annulled thing: measures on a decision, liquidations on an order."""
    state = case.state
    resting = [m.id for m in state.measures() if m.id != of and state.decision_of(m.id) == of]
    for gone in (of, *resting):
        resting.extend(one.id for one in state.liquidations if one.of == gone)
    for fallen in dict.fromkeys(resting):
        yield Outcome(
            of=fallen, on=case.on, result="annulled", act=act, because=f"it rested on {of}"
        )


def _judged(state: ProceedingState, event: AppealDecided) -> ProceedingState:
    state = entered(state, event, "judgment", about=event.on_appeal)
    state = added(state, outcomes=event.outcomes)
    appeal = named(state.appeals, event.on_appeal)
    if appeal is None:
        return state
    return amended(state, appeals=attrs.evolve(appeal, decided_on=event.on))


def appealable(state: ProceedingState) -> tuple[str, ...]:
    """The acts that an addressee can still appeal against; their measures can be named alone."""
    return tuple(
        act.id
        for act in state.acts
        if act.kind in {"decision", "liquidation"}
        and any(act.id in _against(state, party) for party in state.addressees)
    )


def _against(state: ProceedingState, by: str) -> tuple[str, ...]:
    """The acts and measures that stand, and that no appeal of this party is pending against."""
    kinds = ("decision", "liquidation")
    acts = (act.id for act in state.acts if act.kind in kinds)
    own = {of for a in state.appeals if a.decided_on is None and a.by == by for of in a.against}
    closed = state.annulled | own
    things = (*acts, *(measure.id for measure in state.measures()))
    free = (of for of in things if not {of, state.decision_of(of)} & closed)
    return tuple(dict.fromkeys(free))


def _fields(case: Case) -> tuple[Field, ...]:
    """Whatever stands can be named; the offer is of that which the law still lets be appealed."""
    things = _against(case.state, case.by)
    broken = {of: [d.rule for d in _unmet(case, of) if d.gravity != "warns"] for of in things}
    rules = [rule for found in broken.values() for rule in found]
    within = Field(
        name="against",
        domain=SomeOf(tuple(of for of, found in broken.items() if not found)),
        subject="the appeal",
        source=case.power,
    )
    return (
        Field(name="against", domain=SomeOf(things), subject="the appeal", essential=True),
        *(attrs.evolve(within, rule=rule) for rule in rules[:1]),
    )


def _unmet(case: Case, of: str, denies: tuple[str, ...] = ()) -> Iterator[Defect]:
    """What the law asks of an appeal, asked for one thing that it is against."""
    for condition in case.power.requires:
        defect = unmet(attrs.evolve(case, target=of), condition, denies)
        if defect is not None:
            yield defect


def _each(case: Case, command: LodgeAppeal) -> tuple[Defect, ...]:
    return tuple(d for of in command.against for d in _unmet(case, of, command.denies))


def _pending(state: ProceedingState) -> tuple[str, ...]:
    return tuple(appeal.id for appeal in state.appeals if appeal.decided_on is None)


def _judgment_fields(case: Case) -> tuple[Field, ...]:
    pending = OneOf(_pending(case.state))
    return (Field(name="on_appeal", domain=pending, subject="the appeal", essential=True),)


def _rulings(case: Case, command: GiveJudgment) -> tuple[Defect, ...]:
    """A court rules on what is under appeal, once each, and a sum only in its currency."""
    appeals = [a for a in case.state.appeals if a.id == command.on_appeal]
    parts = {m.id for a in appeals for of in a.against for m in _part_of(case.state, of)}
    ids = [ruling.of for ruling in command.outcome]
    allowed = tuple(sorted(parts | {of for a in appeals for of in a.against}))
    wrong = [SomeOf(allowed).wrong(tuple(ids))]
    wrong += [f"rules twice on {of}" for of in sorted({of for of in ids if ids.count(of) > 1})]
    falling = _falling(case, command)
    for ruling in command.outcome:
        wrong.append(_ruling_wrong(case, ruling))
        if ruling.result != "annulled" and ruling.of in falling:
            wrong.append(f"lets {ruling.of} stand, which falls with what it annuls")
    texts = [f"the judgment {text}" for text in wrong if text]
    return tuple(Defect(rule="outcome", message=text, gravity="impossible") for text in texts)


def _falling(case: Case, command: GiveJudgment) -> frozenset[str]:
    """What falls with something that the judgment annuls."""
    annulled = [ruling.of for ruling in command.outcome if ruling.result == "annulled"]
    return frozenset(one.of for of in annulled for one in _fallen(case, of, command.id))


def _ruling_wrong(case: Case, ruling: Ruling) -> str:
    results = OneOf(("upheld", "annulled", "varied"))
    if results.wrong(ruling.result):
        return f"'{ruling.result}' {results.wrong(ruling.result)}"
    sums = {one.id for one in case.state.sums()}
    if (ruling.result == "varied") != (ruling.amount is not None):
        return "must set a sum where it varies one, and only there"
    if ruling.amount is None:
        return ""
    if ruling.of in case.state.annulled:
        return f"cannot set a sum for {ruling.of}, which was annulled"
    if ruling.of not in sums:
        return f"cannot set a sum for {ruling.of}, which is none"
    right = ruling.amount.currency == case.law.currency
    return Sums(None, case.law.currency).wrong(ruling.amount) if right else "sets another currency"


APPEAL = Room(
    act="appeal",
    command=LodgeAppeal,
    events=dict([evolving(AppealLodged, _appealed)]),
    results=typed(LodgeAppeal, _appeal),
    fields=_fields,
    targets=appealable,
    target="against",
    extra=typed(LodgeAppeal, _each),
)
JUDGMENT = Room(
    act="judgment",
    command=GiveJudgment,
    events=dict([evolving(AppealDecided, _judged)]),
    results=typed(GiveJudgment, _judge),
    fields=_judgment_fields,
    targets=_pending,
    target="on_appeal",
    extra=typed(GiveJudgment, _rulings),
)
