"""The parts of an answer as JSON: ISO days, sums in minor units, bounds where readings differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, TypeAlias

from domain.days import Day
from domain.deadlines import Deadline
from domain.money import MoneyRange
from domain.proceeding.messages import Defect
from projections import Force
from scenarios.checking import Checked
from scenarios.marks import Marks
from scenarios.rows import ToldDifferently
from scenarios.views import DeadlineTold, EntryTold, ExposureTold, StatusTold, ThingTold
from scenarios.words import Count

__all__ = [
    "Json",
    "Labelled",
    "checks_json",
    "day_json",
    "deadline_json",
    "entry_json",
    "exposure_json",
    "figure_json",
    "status_json",
    "tellings_json",
]

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


class Labelled(Protocol):
    """What knows the labels of an event by the command that it came from."""

    def marks(self, command_id: str) -> Marks: ...
    def warnings(self, command_id: str) -> tuple[Defect, ...]: ...


def exposure_json(told: ExposureTold) -> dict[str, Json]:
    """The figures of one proceeding under its currency."""
    return {told.currency: {name: figure_json(name, sums) for name, sums in told.figures.items()}}


def figure_json(name: str, told: MoneyRange) -> Json:
    """A sum in minor units; floor and ceiling of what is at stake, and where readings differ."""
    least = None if told.least is None else told.least.minor
    most = None if told.most is None else told.most.minor
    if name != "at_stake" and least == most:
        return least
    return {"floor": least, "ceiling": most}


def day_json(told: Day | None) -> Json:
    """An exact day, or its bounds; an end that is open, or not reached yet, is null."""
    if told is None:
        return None
    if told.exact is not None:
        return str(told.exact)
    ends = {"earliest": told.earliest, "latest": told.latest}
    return {key: None if end is None else str(end) for key, end in ends.items()}


def _count(told: Count | None) -> Json:
    if told is None or told.least == told.most:
        return None if told is None else told.least
    return {"floor": told.least, "ceiling": told.most}


def status_json(told: StatusTold) -> Json:
    """Stage, things by their names, and who must act next."""
    return {
        "stage": told.stage,
        "sentence": told.sentence,
        "things": {one.id: _thing(one) for one in told.things},
        "next_steps": [
            {
                "party": step.party,
                "what": step.what,
                "until": day_json(step.until),
                "cite": step.cite,
                "certain": step.certain,
            }
            for step in told.next_steps
        ],
    }


def _thing(told: ThingTold) -> Json:
    return {
        "kind": told.kind,
        "status": told.status,
        "days_of_delay": _count(told.days_of_delay),
        "force": _per_reading([None if one is None else _force(one) for one in told.forces]),
    }


def _force(force: Force) -> Json:
    return {
        "adopted_on": str(force.adopted_on),
        "notified_on": _iso(force.notified_on),
        "payable_from": _iso(force.payable_from),
        "enforceable": force.enforceable,
        "suspended": force.suspended,
        "appeal_by": _iso(force.appeal_by),
        "under_appeal": force.under_appeal,
        "final_on": _iso(force.final_on),
    }


def _iso(day: date | None) -> Json:
    return None if day is None else str(day)


def _per_reading(values: Sequence[Json]) -> Json:
    """One value where the readings agree, else each under the name of its reading."""
    if all(value == values[0] for value in values):
        return values[0]
    return dict(zip(("earliest", "latest"), values, strict=True))


def deadline_json(told: DeadlineTold, marks: Marks | None) -> Json:
    """A period with its end, the steps to it, and the label of the day that it runs from."""
    label = "" if marks is None else marks.day
    return {
        "name": told.name,
        "of": told.of,
        "party": told.party,
        "since": day_json(told.since),
        "on": day_json(told.on),
        "status": told.status,
        "cite": told.cite,
        "calendar": told.calendar,
        "steps": _per_reading([_of(one, _steps) for one in told.deadlines]),
        "explanation": _per_reading([_of(one, _explained) for one in told.deadlines]),
        "inferred": label == "inferred",
        "mark": label,
        "why": "" if marks is None else marks.why,
    }


def _of(deadline: Deadline | None, told: Callable[[Deadline], Json]) -> Json:
    return None if deadline is None else told(deadline)


def _explained(deadline: Deadline) -> Json:
    return deadline.explanation


def _steps(deadline: Deadline) -> Json:
    return [
        {"kind": step.kind.value, "on": str(step.on), "sentence": str(step)}
        for step in deadline.steps
    ]


def entry_json(run: Labelled, told: EntryTold) -> dict[str, Json]:
    """An event with what the file says about its row."""
    marks = run.marks(told.command_id)
    return {
        "on": day_json(told.on),
        "act": told.act,
        "event": told.event,
        "by": told.by,
        "local": told.local,
        "sentence": told.sentence,
        "cite": told.cite,
        "defects": [_defect(one) for one in told.defects],
        "warnings": [_defect(one) for one in run.warnings(told.command_id)],
        "command_id": told.command_id,
        "row": marks.row,
        "told": marks.told,
        "mark": marks.day,
        "why": marks.why,
        "what": marks.what,
        "source": list(marks.source),
        "inferred": marks.inferred,
        "told_differently": tellings_json(marks.told_differently),
    }


def tellings_json(told: Sequence[ToldDifferently]) -> Json:
    """What was said elsewhere."""
    return [{"said": one.said, "source": one.source, "but": one.but} for one in told]


def _defect(defect: Defect) -> Json:
    return {
        "rule": defect.rule,
        "message": defect.message,
        "asked": defect.asked,
        "limit": defect.limit,
        "cite": defect.cite,
        "label": defect.label,
        "measure": defect.measure,
        "gravity": defect.gravity,
        "why": defect.why,
    }


def checks_json(checks: Sequence[Checked]) -> list[Json]:
    """What was expected and what was found, each with its place in the file."""
    return [
        {
            "path": one.path,
            "at": str(one.mark),
            "as_of": str(one.on),
            "expected": one.expected,
            "found": one.found,
            "ok": one.ok,
            "message": one.message,
            "because": one.because,
        }
        for one in checks
    ]
