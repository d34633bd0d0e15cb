"""The causes of figures and deadlines as plain values, for programs."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from domain.days import Day
from domain.money import Money
from domain.proceeding.entries import Maximum
from domain.proceeding.envelope import RecordedEvent
from projections import Line, Stake, sentence
from scenarios.views import DeadlineTold, ThingTold
from showcause.cli.side import Side
from showcause.cli.story import inferred_of

__all__ = [
    "Ground",
    "causes_of",
    "day_of",
    "final_days",
    "grounds_of",
    "inferred_why",
    "steps_of",
]

Plain = dict[str, object]


def causes_of(side: Side, figure: str, day: date) -> Plain:
    """A figure of one proceeding with its lines, by reading where the readings differ."""
    told = side.exposure(day)
    sums = told.figure(figure)
    readings = [
        [_stake(one) for one in ledger.stakes]
        if figure == "at_stake"
        else [_line(one) for one in ledger.lines(figure)]
        for ledger in told.readings
    ]
    same = all(one == readings[0] for one in readings)
    return {
        "proceeding": side.name,
        "currency": told.currency,
        "least": _minor(sums.least),
        "most": _minor(sums.most),
        "readings": [{"lines": lines} for lines in (readings[:1] if same else readings)],
    }


def _minor(money: Money | None) -> int | None:
    return None if money is None else money.minor


def _line(one: Line) -> Plain:
    return {
        "on": one.on.isoformat(),
        "amount": one.amount.minor,
        "about": one.about,
        "text": one.text,
        "event": one.event,
        "act": one.act,
        "position": one.position,
        "cite": one.cite,
    }


def _stake(one: Stake) -> Plain:
    return {
        "about": one.about,
        "floor": one.floor.minor,
        "ceiling": _minor(one.ceiling),
        "text": one.text,
        "event": one.event,
        "act": one.act,
        "position": one.position,
        "cite": one.cite,
    }


@frozen(kw_only=True)
class Ground:
    """An event that made a thing what it is, with the maximum that a fine had."""

    recorded: RecordedEvent
    maximum: Maximum | None = None


def grounds_of(side: Side, thing: str, day: date) -> tuple[Ground, ...]:
    """The events of a measure, a notice or an act, in the first reading."""
    return tuple(
        Ground(recorded=one, maximum=getattr(one.event, "maximum", None))
        for one in side.history(day)
        if thing in {one.event.act, getattr(one.event, "measure", ""), *_ruled(one)}
    )


def _ruled(recorded: RecordedEvent) -> tuple[str, ...]:
    """What an event was an outcome for: a judgment, a reconsideration, a correction."""
    return tuple(outcome.of for outcome in getattr(recorded.event, "outcomes", ()))


def inferred_why(side: Side, due: DeadlineTold) -> str:
    """What is inferred of the day that a period runs from, and why; empty where it is told."""
    said, marks = inferred_of(side, due), side.deadline_marks(due)
    return f"{said}: {marks.why}" if said and marks is not None and marks.why else said


def final_days(status: ThingTold | None) -> tuple[date, ...]:
    """Since when something is final, by reading where they differ; none while it is not."""
    forces = () if status is None else status.forces
    days = [force.final_on for force in forces if force is not None]
    return tuple(dict.fromkeys(day for day in days if day is not None))


def steps_of(
    side: Side, thing: str, status: ThingTold | None, dues: Sequence[DeadlineTold], day: date
) -> Plain:
    """The status of a thing, the events behind it, and its deadlines with their steps."""
    return {
        "proceeding": side.name,
        "kind": "" if status is None else status.kind,
        "status": "" if status is None else status.status,
        "final_since": [one.isoformat() for one in final_days(status)],
        "events": [_ground(one) for one in grounds_of(side, thing, day)],
        "deadlines": [{**_due(due), "inferred": inferred_why(side, due)} for due in dues],
    }


def _ground(one: Ground) -> Plain:
    recorded, most = one.recorded, one.maximum
    more: Plain = {} if most is None else {"maximum": _maximum(most)}
    return {
        "position": recorded.position,
        "on": recorded.on.isoformat(),
        "event": type(recorded.event).__name__,
        "act": recorded.event.act,
        "text": sentence(recorded.event),
        "cite": recorded.event.basis,
        **more,
    }


def _maximum(most: Maximum) -> Plain:
    return {
        "floor": most.floor.minor,
        "ceiling": _minor(most.ceiling),
        "currency": most.floor.currency,
        "cite": most.cite,
        "because": most.because,
        "from_memory": most.from_memory,
    }


def _due(due: DeadlineTold) -> Plain:
    known = dict.fromkeys(one for one in due.deadlines if one is not None)
    return {
        "name": due.name,
        "of": due.of,
        "party": due.party,
        "on": day_of(due.on),
        "status": due.status,
        "cite": due.cite,
        "steps": [[str(step) for step in one.steps] for one in known],
    }


def day_of(day: Day) -> Mapping[str, str | None]:
    """The bounds of a day; both are the same where it is exact."""
    ends = {"earliest": day.earliest, "latest": day.latest}
    return {name: None if end is None else end.isoformat() for name, end in ends.items()}
