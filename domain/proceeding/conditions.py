"""The conditions of the rulebook, each asked of a state, a day and whoever acts."""

from datetime import date

from domain.amounts import higher
from domain.days import in_words
from domain.proceeding.entries import Act, Order, Party, Penalty, RunningPeriod
from domain.proceeding.kinds import fits
from domain.proceeding.measures.fine import FineMeasure
from domain.proceeding.measures.measure import Draft, Measure
from domain.proceeding.messages import Defect, joined
from domain.proceeding.penalties import delay, penalised_of
from domain.proceeding.rooms import Case
from domain.proceeding.silence import SILENCE, still_silent
from domain.proceeding.standing import (
    answered_by,
    notice_status,
    order_status,
    stage,
    stands_for,
)
from domain.proceeding.state import named
from domain.rulebook.conditions import (
    After,
    AfterEndOf,
    BeforeEndOf,
    Condition,
    Holds,
    InProcedure,
    NotDuring,
    NotIn,
    NotYet,
    PartyIs,
    States,
    StatusIs,
    Waives,
)
from domain.rulebook.provisions import covered


def unmet(case: Case, condition: Condition, denies: tuple[str, ...] = ()) -> Defect | None:
    """The defect of an act whose condition does not hold; None if it holds."""
    match condition:
        case After():
            return _after(case, condition)
        case NotYet():
            return _not_yet(case, condition)
        case AfterEndOf() | BeforeEndOf() | NotDuring():
            return _in_time(case, condition)
        case InProcedure() | Waives():
            return _given(case, condition)
        case StatusIs() | NotIn():
            return _standing(case, condition)
        case PartyIs():
            return party_is(case, condition, case.addressees)
        case States() if condition.states in denies:
            return _denied(condition)
    return None


def _denied(condition: States) -> Defect:
    message = f"it is denied that {condition.states}"
    return Defect.under(condition, condition.states, message)


def unmet_by_measure(
    case: Case, condition: Condition, draft: Draft, measure: Measure
) -> Defect | None:
    """The same of a measure within a decision; `holds` and the kind of addressee are its own."""
    match condition:
        case Holds(unless=States(states=said)) if said in draft.states:
            return None
        case Holds(holds="nothing found"):
            return _nothing_found(condition, draft)
        case Holds() if isinstance(measure, FineMeasure):
            return _holds(case, condition, draft, measure)
        case Holds(holds="found") if not draft.finds:
            message = "the decision does not find anything infringed"
            return Defect.under(condition, "finding", message)
        case PartyIs():
            return party_is(case, condition, measure.to or case.addressees)
        case _:
            return unmet(case, condition, draft.denies)


def _after(case: Case, condition: After) -> Defect | None:
    """Such an act stands; for a repeated act about the same thing, one since the last time."""
    before = [act for act in _about(case, condition.after) if _since_last(case, act)]
    if before:
        return None
    message = f"no act '{condition.after}' stands before it"
    return Defect.under(condition, condition.after, message, limit=condition.after)


def _not_yet(case: Case, condition: NotYet) -> Defect | None:
    standing = case.state.acts_of(condition.not_yet)
    message = f"there is already an act '{condition.not_yet}'"
    return Defect.under(condition, condition.not_yet, message) if standing else None


def _standing(case: Case, condition: StatusIs | NotIn) -> Defect | None:
    return _status(case, condition) if isinstance(condition, StatusIs) else _not_in(case, condition)


def _given(case: Case, condition: InProcedure | Waives) -> Defect | None:
    """What the act itself says: the procedure that it is given in, and what it gives up."""
    if isinstance(condition, Waives):
        if case.waives is None or condition.waives in case.waives:
            return None
        message = f"{condition.waives} is not waived"
        return Defect.under(condition, f"waives {condition.waives}", message)
    if case.procedure in condition.procedure:
        return None
    wanted = joined(condition.procedure)
    message = f"it is given in the {case.procedure} procedure, and belongs to the {wanted} one"
    return Defect.under(condition, "procedure", message, asked=case.procedure, limit=wanted)


def _in_time(case: Case, condition: AfterEndOf | BeforeEndOf | NotDuring) -> Defect | None:
    match condition:
        case AfterEndOf() if case.target == SILENCE:
            return still_silent(case, condition)
        case AfterEndOf():
            return _after_end_of(case, condition)
        case BeforeEndOf():
            return _before_end_of(case, condition)
    return _not_during(case, condition)


def _not_during(case: Case, condition: NotDuring) -> Defect | None:
    name = condition.not_during
    last: date | None = None
    for period in case.state.periods:
        running = period.name == name and case.on <= period.deadline.on
        if running and not _answered(case, period):
            last = period.deadline.on if last is None else higher(last, period.deadline.on)
    if last is None:
        return None
    message = f"the period for {name} runs until {in_words(last)}"
    return Defect.under(condition, name, message, asked=case.on, limit=last)


def _about(case: Case, kind: str) -> tuple[Act, ...]:
    acts = case.state.acts_of(kind)
    return tuple(act for act in acts if not case.target or act.about in {"", case.target})


def _since_last(case: Case, act: Act) -> bool:
    if not case.target:
        return True
    order = [entry.id for entry in case.state.acts]
    last = [entry.id for entry in case.state.acts_of(case.act) if entry.about == case.target]
    return not last or order.index(act.id) > order.index(last[-1])


def _after_end_of(case: Case, condition: AfterEndOf) -> Defect | None:
    name = condition.after_end_of
    periods = [period for period in case.state.periods if period.name == name]
    if case.target:
        periods = [period for period in periods if _concerns(case, period)]
    if not periods:
        message = f"the period for {name} has not begun"
        return Defect.under(condition, name, message)
    last: date | None = None
    for period in periods:
        if case.on <= period.deadline.on and not _answered(case, period):
            last = period.deadline.on if last is None else higher(last, period.deadline.on)
    if last is None:
        return None
    message = f"the period for {name} runs until {in_words(last)}"
    return Defect.under(condition, name, message, asked=case.on, limit=last)


def _concerns(case: Case, period: RunningPeriod) -> bool:
    """Whether a period runs for what the act is about: from its decision, or an act about it."""
    if period.of == case.state.decision_of(case.target):
        return True
    act = case.state.act(period.of)
    return act is not None and act.about == case.target and _since_last(case, act)


def _answered(case: Case, period: RunningPeriod) -> bool:
    return answered_by(case.state, period) is not None


def _before_end_of(case: Case, condition: BeforeEndOf) -> Defect | None:
    name = condition.before_end_of
    of = case.state.decision_of(case.target)
    last: date | None = None
    for period in case.state.periods:
        about = period.name == name and (period.of == of if case.target else _open(case, period))
        if about and (not case.by or stands_for(case.state, case.by, period.party)):
            last = period.deadline.on if last is None else higher(last, period.deadline.on)
    if last is None or case.on <= last:
        return None
    message = f"the period for {name} ended on {in_words(last)}"
    return Defect.under(condition, name, message, asked=case.on, limit=last)


def _open(case: Case, period: RunningPeriod) -> bool:
    """Whether a period of the whole file still waits for its act: one in time ended it."""
    answer = answered_by(case.state, period)
    return answer is None or answer.on > period.deadline.on


def _status(case: Case, condition: StatusIs) -> Defect | None:
    for thing, wanted in condition.status:
        found = _status_of(case, thing)
        if found != wanted and not (wanted == "overdue" and _was_overdue(case, found)):
            message = f"the {thing} {case.target} is {found}, not {wanted}".replace("  ", " ")
            return Defect.under(condition, f"{thing} {wanted}", message, asked=found, limit=wanted)
    return None


def _was_overdue(case: Case, found: str) -> bool:
    """Whether there was delay with an order all the same: it was met in part, or late."""
    one = penalised_of(case.state, case.target)
    late = one is not None and delay(case.state, one, case.on) is not None
    return found == "partly met" or (found == "met" and late)


def _order_meant(case: Case) -> Order | None:
    """The order that an act is about, itself or by way of its penalty."""
    penalty: Penalty | None = named(case.state.penalties, case.target)
    of = case.target if penalty is None else penalty.of
    order: Order | None = named(case.state.orders, of)
    return order


def _status_of(case: Case, thing: str) -> str:
    state = case.state
    if thing == "order":
        order = _order_meant(case)
        if order is not None:
            return order_status(state, order, case.on)
        one = penalised_of(state, case.target)
        late = one is not None and delay(state, one, case.on) is not None
        return "unknown" if one is None else "overdue" if late else "running"
    notice = named(state.notices, case.target) or (state.notices[-1] if state.notices else None)
    return "absent" if notice is None else notice_status(state, notice, case.on)


def _not_in(case: Case, condition: NotIn) -> Defect | None:
    found = stage(case.state, case.on)
    if found != condition.not_in:
        return None
    said = "in dispute" if found == "dispute" else found
    return Defect.under(condition, condition.not_in, f"the proceeding is {said}", asked=found)


def party_is(case: Case, condition: PartyIs, keys: tuple[str, ...]) -> Defect | None:
    """Whether each of these parties is, or is not, of a kind."""
    for key in keys:
        party = case.state.party(key)
        kind = "" if party is None else party.kind
        if party is not None and (other := _elsewhere(case, condition, party)):
            return Defect.under(condition, "main establishment", other, asked=key)
        if fits(party, condition, unknown=True):
            continue
        if condition.is_not:
            message = f"{key} is a {kind}"
            return Defect.under(condition, condition.party, message, asked=kind)
        message = f"{key} is a {kind}, not a {condition.is_}"
        return Defect.under(condition, condition.party, message, asked=kind)
    return None


def _elsewhere(case: Case, condition: PartyIs, party: Party) -> str:
    """Why a main establishment is not where it must be; of one that nobody told nothing is said."""
    found = party.main_establishment
    none, here = found == "none", found == case.law.country
    match condition.main_establishment if found else "":
        case "none" if not none:
            return f"{party.key} has a main establishment in the Union, {found}"
        case "in this country" if not here:
            where = "no main establishment in the Union" if none else f"its own in {found}"
            country = case.law.country
            ours = f"not in {country}" if country else "and this rulebook is of no country"
            return f"{party.key} has {where}, {ours}"
        case "in another country" if none or here:
            where = "no main establishment in the Union" if none else f"its own in {found}"
            return f"{party.key} has {where}"
    return ""


def _nothing_found(condition: Holds, draft: Draft) -> Defect | None:
    if not draft.finds:
        return None
    said = condition.unless
    unsaid = "" if said is None else f", and does not state that {said.states}"
    message = f"the decision finds an infringement{unsaid}"
    return Defect.under(condition, "finding", message)


def _holds(case: Case, condition: Holds, draft: Draft, fine: FineMeasure) -> Defect | None:
    provisions = fine.provisions or draft.provisions(fine.conduct)
    found = draft.provisions(fine.conduct)
    if condition.holds == "found":
        missing = [p for p in provisions if not covered(found, p)]
        message = f"the decision does not find {joined(missing) or 'anything'} infringed"
        bad = bool(missing) or not provisions
        return Defect.under(condition, "finding", message) if bad else None
    if condition.holds == "charged":
        to = fine.to or case.addressees
        against = {party: _charged(case, fine, party) for party in to}
        missing = [p for p in provisions if not all(covered(c, p) for c in against.values())]
        verb = "was" if len(missing) == 1 else "were"
        message = f"{joined(missing)} {verb} never charged"
        return Defect.under(condition, "charge", message) if missing else None
    fault = dict(draft.fault).get(fine.conduct, "")
    message = f"the decision finds neither intent nor negligence in {fine.conduct}"
    known = fault in {"intent", "negligence", "unknown"}
    return None if known else Defect.under(condition, "fault", message)


def _reached(case: Case, act: str, party: str) -> bool:
    found = case.state.act(act)
    return found is not None and found.notified_on(party) is not None


def _charged(case: Case, fine: FineMeasure, party: str) -> tuple[str, ...]:
    """The provisions charged, for that conduct, against one of those the fine is for."""
    gone = case.state.annulled
    return tuple(
        provision
        for charges in case.state.charges
        if charges.id not in gone and _reached(case, charges.id, party)
        for provision in dict(charges.alleges).get(fine.conduct, ())
    )
