"""The causes of figures and deadlines as plain values, for programs."""

from collections.abc import Mapping, Sequence
from datetime import date

from domain.days import Day
from domain.money import Money
from projections import Line, Stake
from scenarios.views import DeadlineTold, ThingTold
from showcause.cli.side import Side

__all__ = ["causes_of", "day_of", "steps_of"]

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


def steps_of(name: str, status: ThingTold | None, dues: Sequence[DeadlineTold]) -> Plain:
    """The status of a thing, and its deadlines with their steps."""
    return {
        "proceeding": name,
        "kind": "" if status is None else status.kind,
        "status": "" if status is None else status.status,
        "deadlines": [_due(due) for due in dues],
    }


def _due(due: DeadlineTold) -> Mapping[str, object]:
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
