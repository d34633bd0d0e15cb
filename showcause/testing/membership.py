"""Whether a command lies inside an offer: the other half of law 4."""

from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.bounds import Sums
from domain.proceeding.deciding import BY_COMMAND, options
from domain.proceeding.measures import AnyMeasure, FineMeasure
from domain.proceeding.measuring import MeasureOffer, measure_options
from domain.proceeding.messages import Command, Defect
from domain.proceeding.offers import Answer, Field, Offer
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from showcause.testing.decisions import case_of


def offering(
    state: ProceedingState,
    law: Rulebook,
    command: Command,
    answers: tuple[Answer, ...] | None = None,
) -> Offer | None:
    """The offer that a command lies inside; None if there is none.

    `answers` are those of `options` for the day of the command, where they are known already.
    """
    if isinstance(command, RegisterProceeding):
        return Offer(act="registration", by=("anybody",), on=command.on)
    room = BY_COMMAND[type(command)]
    target = room.target_of(command)
    for answer in options(state, law, command.on) if answers is None else answers:
        same = isinstance(answer, Offer) and (answer.act, answer.target) == (room.act, target)
        if same and isinstance(answer, Offer) and _inside(answer, command, state, law):
            return answer
    return None


def _inside(offer: Offer, command: Command, state: ProceedingState, law: Rulebook) -> bool:
    if not may(offer, command.by, state, law) and not offer.source.from_memory:
        return False
    if set(offer.supposes) & set(command.denies):
        return False
    if any(defect.gravity != "warns" for defect in offer.broken_by(command)):
        return False
    return not isinstance(command, AdoptDecision) or _measures_inside(offer, command, state, law)


def may(offer: Offer, by: str, state: ProceedingState, law: Rulebook) -> bool:
    """Whether an offer is for somebody: by role or by name; an authority acts by its organs."""
    party = state.party(by)
    if not by or "anybody" in offer.by or not offer.by or by in offer.by:
        return True
    if party is None:
        return by in law.organs and "authority" in offer.by
    if party.role == "authority":
        return "authority" in offer.by or any(name in law.organs for name in offer.by)
    return party.role in offer.by


def _measures_inside(
    offer: Offer, command: AdoptDecision, state: ProceedingState, law: Rulebook
) -> bool:
    """Each measure inside a measure's offer, and fines for one conduct within their joint limit.

    Offers of measures are for all addressees; a measure for some of them is not looked into.
    """
    case, draft = case_of(offer, state, law, command.by), command.draft()
    offers = [one for one in measure_options(case, draft) if isinstance(one, MeasureOffer)]
    if command.to or any(measure.to for measure in command.measures):
        return True
    kinds = all(any(_takes(one, measure) for one in offers) for measure in command.measures)
    return kinds and not any(_above_joint_limit(one, command) for one in offers)


def _takes(offer: MeasureOffer, measure: AnyMeasure) -> bool:
    if type(offer.measure) is not type(measure):
        return False
    conducts = [one.conduct for one in (offer.measure, measure) if isinstance(one, FineMeasure)]
    if len(set(conducts)) > 1:
        return False
    if isinstance(measure, FineMeasure) and measure.provisions:
        return True  # a narrower ground has a maximum of its own
    defects = (_defect(field, measure) for field in offer.fields)
    return all(defect is None or defect.gravity == "warns" for defect in defects)


def _defect(field: Field, measure: AnyMeasure) -> Defect | None:
    return field.defect(getattr(measure, field.name))


def _above_joint_limit(offer: MeasureOffer, command: AdoptDecision) -> bool:
    if not isinstance(offer.measure, FineMeasure):
        return False
    conduct = offer.measure.conduct
    fines = [m for m in command.measures if isinstance(m, FineMeasure) and m.conduct == conduct]
    if len(fines) <= 1 or any(fine.provisions for fine in fines):
        return False
    limits = [limit for limit in offer.joint if not limit.only_warns]
    total = sum((fine.amount for fine in fines[1:]), fines[0].amount)
    return any(Sums(limit.at_most, total.currency).wrong(total) for limit in limits)
