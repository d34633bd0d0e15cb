"""Law 5, fines: none lawful is above its maximum, alone or together with those it is linked to."""

from collections.abc import Iterable
from datetime import date

from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.measures import FineImposed
from domain.proceeding.messages import Event
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import History
from showcause.testing.checks.naming import named
from showcause.testing.maximum_oracle import Bounds, Fined, maximum


def check_maxima(history: History, _state: ProceedingState, law: Rulebook, _day: date) -> None:
    """Law 5. No lawful fine is above its maximum, and the recorded maximum is the right one.

    Basis: GDPR 83(4) to (6), the higher of the fixed sum and the share of turnover, as the
    rulebook has it. A maximum whose ceiling is open can be passed by a decision that relied on a
    turnover nobody told; the event does not say which one did.
    """
    events = [recorded.event for recorded in history]
    for event in events:
        if isinstance(event, FineImposed):
            bounds = _maximum_of(event, events, law)
            _check_recorded_maximum(event, bounds)
            if not event.defects and not _only_warns(event):
                _check_fine(event, bounds)


def _maximum_of(
    event: FineImposed, events: list[Event], law: Rulebook, *others: FineImposed
) -> Bounds | None:
    """The maximum of a fine, or of several fines together, on what stood before the decision."""
    decision = _decision_of(event, events)
    told = {year: sum_ for year, sum_ in decision.turnover if int(year) < event.on.year}
    together = (event, *others)
    fined = Fined(
        provisions=tuple(one for fine in together for one in fine.provisions),
        to=tuple(dict.fromkeys(party for fine in together for party in fine.to)),
        relied_on=told[max(told)] if told else None,
        repeat_of=next((fine.repeat_of for fine in together if fine.repeat_of is not None), None),
        violations=sum(fine.violations for fine in together),
        rate=next((fine.converted.rate for fine in together if fine.converted is not None), None),
    )
    return maximum(events[: events.index(decision)], law, event.on, fined)


def _decision_of(event: Event, events: Iterable[Event]) -> DecisionAdopted:
    return next(e for e in events if isinstance(e, DecisionAdopted) and e.act == event.act)


def _only_warns(event: FineImposed) -> bool:
    return event.maximum is not None and event.maximum.from_memory


def _check_recorded_maximum(event: FineImposed, bounds: Bounds | None) -> None:
    recorded = event.maximum
    known = (bounds is not None, recorded is not None)
    assert known[0] == known[1], f"{named(event)} records {recorded}, and not {bounds}"
    if bounds is None or recorded is None:
        return
    ceiling = None if recorded.ceiling is None else recorded.ceiling.minor
    said = f"{named(event)} records a maximum of {recorded.floor} to {recorded.ceiling or 'open'}"
    right = bounds.least == recorded.floor.minor and bounds.most == ceiling
    assert right, f"{said}, which is {bounds.least} to {bounds.most} minor units"


def _check_fine(event: FineImposed, bounds: Bounds | None) -> None:
    said = f"{named(event)} is {event.amount}"
    assert bounds is not None, f"{said}, for what no rule knows a maximum for"
    allowed = bounds.most is None or bounds.allows(event.amount)
    assert allowed, f"{said}, above {bounds.least} minor units, and has no defect"


def check_joint_maxima(
    history: History, _state: ProceedingState, law: Rulebook, _day: date
) -> None:
    """Law 5. Fines of one decision for linked conduct stay together below the gravest maximum.

    Basis: GDPR 83(3), by conduct and by the party that would have to pay them.
    """
    events = [recorded.event for recorded in history]
    fines = [e for e in events if isinstance(e, FineImposed)]
    groups = {(f.act, f.conduct, party) for f in fines for party in f.to}
    for act, conduct, party in sorted(groups):
        group = [f for f in fines if (f.act, f.conduct) == (act, conduct) and party in f.to]
        adopted = _decision_of(group[0], events)
        told = adopted.defects or any(f.defects or _only_warns(f) for f in group)
        if len(group) == 1 or told or not law.joint_maxima(adopted.on):
            continue
        bounds = _maximum_of(group[0], events, law, *group[1:])
        total = sum(fine.amount.minor for fine in group)
        allowed = bounds is not None and (bounds.most is None or total <= bounds.least)
        said = f"the fines of {act} for {conduct} against {party} come to {total} minor units"
        assert allowed, f"{said}, above what {bounds} allows them together"
