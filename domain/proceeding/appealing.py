"""What can be appealed or reconsidered, for whom, and what that suspends: shared by both acts."""

from collections.abc import Iterator

import attrs

from domain.proceeding.bounds import SomeOf
from domain.proceeding.conditions import unmet
from domain.proceeding.entries import AnyMeasure, Appeal, Costs, Fine, Liquidation, Order, Penalty
from domain.proceeding.messages import Defect
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case
from domain.proceeding.rulings import disputed, part_of
from domain.proceeding.silence import SILENCE, silent_towards
from domain.proceeding.state import ProceedingState, decision_behind
from domain.proceeding.waiving import given_up
from domain.rulebook.model import Power

APPEALABLE = ("decision", "liquidation", "closure", "reconsideration")
"""The acts of an authority that can be appealed; their measures can be named alone."""


def kind_of(measure: AnyMeasure) -> str:
    """The word by which a rulebook names what an appeal is against, or suspends."""
    match measure:
        case Fine():
            return "fine"
        case Order():
            return "order"
        case Penalty():
            return "penalty"
        case Costs():
            return "costs"
        case Liquidation():
            return "liquidation"
        case _:
            return measure.kind


def suspended_by(case: Case, against: tuple[str, ...]) -> tuple[str, ...]:
    """The measures in dispute that the law does not let be enforced meanwhile."""
    asked = Appeal(id="", by=case.by, on=case.on, against=against)
    before = set(disputed(case.state, asked))
    measures = (m for m in case.state.measures() if m.id in before)
    return tuple(m.id for m in measures if kind_of(m) in case.power.suspends)


def appealable(state: ProceedingState) -> tuple[str, ...]:
    """The acts that somebody can still appeal against, silence among them."""
    parties = tuple(party.key for party in state.parties if party.role != "court")
    acts = (act.id for act in state.acts if act.kind in (*APPEALABLE, "judgment"))
    free = {of for party in parties for of in (*_acts(state, party), *_judged(state, party))}
    silence = (SILENCE,) if any(silent_towards(state, one) for one in parties) else ()
    return (*(act for act in acts if act in free), *silence)


def reconsiderable(state: ProceedingState) -> tuple[str, ...]:
    """The acts of the authority that somebody can still ask it to think over."""
    free = {of for one in state.parties for of in _acts(state, one.key, "reconsideration")}
    return tuple(a.id for a in state.acts if a.kind in {"decision", "liquidation"} and a.id in free)


def _taken(state: ProceedingState, by: str, kind: str) -> frozenset[str]:
    """What this party has appealed against already; what was not admitted can be tried again."""
    refused = {(one.act, one.of) for one in state.outcomes if one.result == "inadmissible"}
    own = (a for a in state.appeals if a.by == by and a.kind == kind)
    return frozenset(
        of
        for appeal in own
        for of in appeal.against
        if appeal.decided_on is None or not {(one, of) for one in appeal.judgments} & refused
    )


def _acts(state: ProceedingState, by: str, kind: str = "appeal") -> tuple[str, ...]:
    """The acts and measures that stand, and that this party has not appealed against."""
    closed = state.annulled | _taken(state, by, kind)
    acts = ((act.id, act.id) for act in state.acts if act.kind in APPEALABLE)
    things = (*acts, *((one.id, decision_behind(one)) for one in state.measures()))
    free = (of for of, act in things if of not in closed and act not in closed)
    return tuple(of for of in dict.fromkeys(free) if _concerned(state, by, of))


def _concerned(state: ProceedingState, by: str, of: str) -> bool:
    """Whether a thing is an addressee's to dispute: not what is for other addressees alone."""
    act = state.act(of)
    measures = (one for one in state.measures() if one.id == of)
    to = act.to if act is not None else next((getattr(one, "to", ()) for one in measures), ())
    return not to or by in to or by not in state.addressees


def _judged(state: ProceedingState, by: str) -> tuple[str, ...]:
    """The judgments that were not set aside, and that this party has not appealed against."""
    taken = _taken(state, by, "appeal")
    return tuple(act.id for act in state.acts_of("judgment") if act.id not in taken)


def open_to(case: Case) -> tuple[str, ...]:
    """What can be appealed, or thought over, under the power of the case."""
    if case.act != "appeal":
        return _acts(case.state, case.by, "reconsideration")
    match case.power.scope:
        case "judgment":
            return _judged(case.state, case.by)
        case "silence":
            return (SILENCE,) if silent_towards(case.state, case.by) else ()
        case _:
            return _acts(case.state, case.by)


def fits(power: Power, state: ProceedingState, target: str) -> bool:
    """Whether an appeal against that rests on such a power: on one of its scope."""
    if target == SILENCE:
        return power.scope == "silence"
    act = state.act(target)
    judged = act is not None and act.kind == "judgment"
    return power.scope == ("judgment" if judged else "act")


def _listed(case: Case, of: str) -> bool:
    """Whether the power is for such things; one that lists none is for all."""
    words = case.power.against
    if not words or case.power.scope != "act":
        return True
    act = case.state.act(case.state.decision_of(of))
    kinds = {kind_of(measure) for measure in part_of(case.state, of)}
    own = set() if act is None else {act.kind}
    return bool((kinds | own) & set(words))


def against_fields(case: Case) -> tuple[Field, ...]:
    """Whatever stands can be named; the offer is of that which the law still lets be appealed."""
    things = open_to(case)
    listed = tuple(of for of in things if _listed(case, of))
    broken = {of: [d.rule for d in unmet_for(case, of) if d.gravity != "warns"] for of in listed}
    rules = [rule for found in broken.values() for rule in found]
    subject = f"the {case.act}"
    open_ones = Field(name="against", domain=SomeOf(things), subject=subject, essential=True)
    kinds = attrs.evolve(
        open_ones, domain=SomeOf(listed), rule="appealable", source=case.power, essential=False
    )
    within = attrs.evolve(
        kinds, domain=SomeOf(tuple(of for of, found in broken.items() if not found))
    )
    return (
        open_ones,
        *((kinds,) if len(listed) < len(things) else ()),
        *(attrs.evolve(within, rule=rule) for rule in rules[:1]),
    )


def unmet_for(case: Case, of: str, denies: tuple[str, ...] = ()) -> Iterator[Defect]:
    """What the law asks of an appeal against one thing, and that it was not given up before."""
    about = attrs.evolve(case, target=of)
    for condition in case.power.requires:
        defect = unmet(about, condition, denies)
        if defect is not None:
            yield defect
    yield from given_up(case, of)
