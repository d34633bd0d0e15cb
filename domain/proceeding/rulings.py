"""Rulings of a court, or of the authority on its own acts: what falls, and what lives again.

What rested on an annulled thing falls with it: the measures of a decision, the penalty of an
order, the liquidation of a penalty. Each link is named in the outcome's `because`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import OneOf, SomeOf, Sums
from domain.proceeding.entries import AnyMeasure, Appeal, Fine, Outcome
from domain.proceeding.limits import within_maximum
from domain.proceeding.maxima import maximum_of_fine
from domain.proceeding.messages import Defect
from domain.proceeding.outcomes import ENDING, amount_after, annulled, annulling, reviving
from domain.proceeding.rooms import Case
from domain.proceeding.silence import SILENCE
from domain.proceeding.state import ProceedingState, named
from domain.proceeding.turnovers import established

RESULTS: Final = ("upheld", "annulled", "annulled in part", "varied", "revoked", "inadmissible")
"""What can become of an act or a measure; `varied` sets a sum, up or down."""

OF_A_JUDGMENT: Final = ("upheld", "set aside", "inadmissible")
OF_SILENCE: Final = ("upheld", "must act", "inadmissible")


@frozen(kw_only=True)
class Ruling:
    """What becomes of one act or measure; `amount` is what a sum is set to, or left at."""

    of: str
    result: str
    amount: Money | None = None


def part_of(state: ProceedingState, of: str) -> Iterator[AnyMeasure]:
    """The measures that a thing is or holds."""
    for measure in state.measures():
        if measure.id == of or state.decision_of(measure.id) == of:
            yield measure


def judgments(state: ProceedingState) -> frozenset[str]:
    """The ids of what can be set aside: judgments, and what an authority said to an objection."""
    kinds = {"judgment", "reconsideration"}
    return frozenset(act.id for act in state.acts if act.kind in kinds)


def disputed(state: ProceedingState, appeal: Appeal) -> tuple[str, ...]:
    """Everything that an appeal brings before its court: with a judgment also what that was on."""
    found: list[str] = []
    waiting = list(appeal.against)
    while waiting:
        of = waiting.pop(0)
        if of in found:
            continue
        found.append(of)
        found.extend(measure.id for measure in part_of(state, of))
        below = (one for one in state.appeals if of in one.judgments)
        waiting.extend(thing for one in below for thing in one.against)
    return tuple(dict.fromkeys(found))


def rests_on(state: ProceedingState, measure: AnyMeasure) -> frozenset[str]:
    """What a measure falls with: the decision it is of, and what it enforces or liquidates."""
    of = getattr(measure, "of", "")
    return frozenset({state.decision_of(measure.id), of} - {measure.id, ""})


def fallen(state: ProceedingState, of: str) -> Iterator[tuple[str, str]]:
    """What rested on a thing that is gone, each with what it rested on itself."""
    gone = [of]
    for cause in gone:
        for measure in state.measures():
            if measure.id not in gone and cause in rests_on(state, measure):
                gone.append(measure.id)
                yield measure.id, cause


def outcomes_of(
    state: ProceedingState, on: date, act: str, rulings: tuple[Ruling, ...]
) -> tuple[Outcome, ...]:
    """The outcomes of rulings: those that set a judgment aside first, for the rest builds on it."""
    sums = {one.id: one.amount for one in state.sums()}
    found: list[Outcome] = []
    aside = tuple(one for one in rulings if one.result == "set aside")
    for ruling in (*aside, *(one for one in rulings if one not in aside)):
        one = Outcome(of=ruling.of, on=on, result=ruling.result, act=act, amount=ruling.amount)
        before = (*state.outcomes, *found)
        found.append(one)
        if ruling.result == "set aside":
            found.extend(reviving(before, one, sums))
        elif ruling.result in ENDING:
            links = fallen(state, ruling.of)
            found.extend(_link(of, cause, one) for of, cause in links)
    return tuple(found)


def _link(of: str, cause: str, by: Outcome) -> Outcome:
    because = f"it rested on {cause}"
    return Outcome(of=of, on=by.on, result=by.result, act=by.act, because=because)


def rulings_wrong(
    case: Case, act: str, about: tuple[str, ...], rulings: tuple[Ruling, ...]
) -> tuple[Defect, ...]:
    """Why rulings cannot be: each is on what is in dispute, once, and consistent with the rest."""
    ids = tuple(ruling.of for ruling in rulings)
    wrong = [SomeOf(tuple(sorted(about))).wrong(ids)]
    wrong += [f"rules twice on {of}" for of in sorted({of for of in ids if ids.count(of) > 1})]
    aside = tuple(one for one in rulings if one.result == "set aside")
    undone = outcomes_of(case.state, case.on, act, aside)
    outcomes = (*case.state.outcomes, *undone)
    ending = [ruling.of for ruling in rulings if ruling.result in ENDING - {"set aside"}]
    falling = {of for cause in ending for of, _ in fallen(case.state, cause)}
    for ruling in rulings:
        wrong.append(_ruling_wrong(case, ruling, outcomes) or _left_gone(ruling, about, outcomes))
        if ruling.result not in ENDING and ruling.of in falling:
            wrong.append(f"lets {ruling.of} stand, which falls with what it annuls")
    texts = [f"the {case.act} {text}" for text in wrong if text]
    return tuple(Defect(rule="outcome", message=text, gravity="impossible") for text in texts)


def _left_gone(ruling: Ruling, about: tuple[str, ...], outcomes: tuple[Outcome, ...]) -> str:
    """Why a thing cannot be upheld that a judgment under appeal annulled, and that still is."""
    gone = annulling(outcomes, ruling.of)
    if ruling.result != "upheld" or gone is None or gone.act not in about:
        return ""
    return f"upholds {ruling.of}, which {gone.act} annulled, and does not set that aside"


def above_maximum(
    case: Case, rulings: tuple[Ruling, ...], turnover: tuple[tuple[str, Money], ...] = ()
) -> Iterator[Defect]:
    """The sums for a fine above its maximum, which binds whoever sets them (GDPR 83).

    `turnover` is what is relied on instead of what is on file. A fine that is itself above an open
    maximum rests on a turnover that nobody told, and then so may what is made of it.
    """
    for ruling in rulings:
        fine: Fine | None = named(case.state.fines, ruling.of)
        sum_ = ruling.amount
        if fine is None or sum_ is None or sum_.currency != case.law.currency or sum_.minor <= 0:
            continue
        relied_on = established(turnover, fine.on)
        most = maximum_of_fine(case.state, case.law, fine, turnover=relied_on)
        if most is not None:
            bound = within_maximum("outcome", most, untold=fine.amount > most.floor)
            defect = bound.defect(sum_)
            if defect is not None:
                yield defect


def results_for(state: ProceedingState, of: str) -> tuple[str, ...]:
    """The words that there are for what becomes of a thing."""
    if of == SILENCE:
        return OF_SILENCE
    return OF_A_JUDGMENT if of in judgments(state) else RESULTS


def _ruling_wrong(case: Case, ruling: Ruling, outcomes: tuple[Outcome, ...]) -> str:
    """Why one ruling cannot be, on what stands once the others set aside what they do."""
    results = OneOf(results_for(case.state, ruling.of))
    if results.wrong(ruling.result):
        return f"'{ruling.result}' {results.wrong(ruling.result)}"
    may_set = ruling.result in {"varied", "annulled in part"}
    if (ruling.result == "varied" and ruling.amount is None) or (ruling.amount and not may_set):
        return "must set a sum where it varies one, and only there"
    imposed = {one.id: one.amount for one in case.state.sums()}
    if ruling.amount is None:
        untold = ruling.result == "annulled in part" and ruling.of in imposed
        return f"annuls a part of {ruling.of} without the sum that is left" if untold else ""
    if ruling.of in annulled(outcomes):
        return f"cannot set a sum for {ruling.of}, which was annulled"
    if ruling.of not in imposed:
        return f"cannot set a sum for {ruling.of}, which is none"
    if ruling.amount.currency != case.law.currency:
        return "sets another currency"
    left = amount_after(outcomes, ruling.of, imposed[ruling.of])
    if ruling.result == "annulled in part" and ruling.amount > left:
        return f"annuls a part of {ruling.of} and leaves more of it than there was, {left}"
    return Sums(None, case.law.currency).wrong(ruling.amount)
