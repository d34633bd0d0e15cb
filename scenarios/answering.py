"""Answers as one JSON object: ISO days, sums in minor units, bounds where readings differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, Protocol, TypeAlias

from domain.days import Day
from domain.money import MoneyRange
from domain.periods import Deadline
from domain.proceeding.messages import Defect
from domain.rulebook.rulebook import Rulebook
from projections import Force
from scenarios.checking import Checked
from scenarios.marks import Marks
from scenarios.matters import MatterRun
from scenarios.rows import ToldDifferently
from scenarios.run import Run
from scenarios.runs import Reading
from scenarios.views import DeadlineTold, EntryTold, ExposureTold, StatusTold, ThingTold
from scenarios.words import Count

__all__ = [
    "DISCLAIMER",
    "SCHEMA_VERSION",
    "Answering",
    "Json",
    "answer",
    "checks_json",
    "exposure_json",
    "on_a_day",
]

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

SCHEMA_VERSION: Final = 1
DISCLAIMER: Final = "A training simulation, not legal advice."


class Answering(Protocol):
    """What answers as of a day: a played scenario, or a proceeding that a store keeps."""

    @property
    def law(self) -> Rulebook: ...
    @property
    def readings(self) -> Sequence[Reading]: ...
    @property
    def caution(self) -> str: ...

    def status(self, day: date) -> StatusTold: ...
    def exposure(self, day: date) -> ExposureTold: ...
    def deadlines(self, day: date) -> tuple[DeadlineTold, ...]: ...
    def deadline_marks(self, due: DeadlineTold) -> Marks | None: ...
    def timeline(self, day: date) -> tuple[EntryTold, ...]: ...
    def marks(self, command_id: str) -> Marks: ...
    def warnings(self, command_id: str) -> tuple[Defect, ...]: ...
    def notes(self, day: date) -> tuple[str, ...]: ...


def answer(run: Run | MatterRun, as_of: date | None = None) -> dict[str, Json]:
    """The whole answer as of the end of a day; of a matter the proceedings stand side by side."""
    day = as_of or run.as_of
    return _matter(run, day) if isinstance(run, MatterRun) else _scenario(run, day)


def _scenario(run: Run, day: date) -> dict[str, Json]:
    scenario = run.scenario
    return {
        "schema_version": SCHEMA_VERSION,
        "disclaimer": DISCLAIMER,
        "scenario": scenario.scenario,
        "title": scenario.title,
        "kind": scenario.kind,
        **on_a_day(run, day),
        "expectations": checks_json(run.expectations(day)),
        "not_counted": [
            {"what": gap.what, "cite": gap.cite, "effect": gap.effect}
            for gap in run.law.not_modelled
        ],
        "not_expressed": list(scenario.not_expressed),
        "not_played": list(scenario.not_played),
    }


def on_a_day(run: Answering, day: date) -> dict[str, Json]:
    """What is so at the end of a day: status, exposure, deadlines, timeline."""
    return {
        "as_of": str(day),
        "law": {"name": run.law.name, "title": run.law.title, "digest": run.law.digest},
        "readings": [reading.name for reading in run.readings],
        "caution": run.caution,
        "status": _status(run.status(day)),
        "exposure": exposure_json(run.exposure(day)),
        "deadlines": [_deadline(one, run.deadline_marks(one)) for one in run.deadlines(day)],
        "timeline": [_entry(run, one) for one in run.timeline(day)],
        "notes": list(run.notes(day)),
    }


def _matter(run: MatterRun, day: date) -> dict[str, Json]:
    matter = run.matter
    return {
        "schema_version": SCHEMA_VERSION,
        "disclaimer": DISCLAIMER,
        "matter": matter.matter,
        "title": matter.title,
        "why_separate": matter.why_separate,
        "source": list(matter.source),
        "told_differently": _told_differently(matter.told_differently),
        "not_expressed": list(matter.not_expressed),
        "as_of": str(day),
        "sentence": run.sentence(day),
        "proceedings": {
            name: {"title": one.scenario.title, **on_a_day(one, day)}
            for name, one in run.runs.items()
        },
        "exposure": {
            currency: {name: _figure(name, told) for name, told in figures.items()}
            for currency, figures in run.exposure(day).items()
        },
        "timeline": [
            {"scenario": name, **_entry(run.runs[name], one)} for name, one in run.timeline(day)
        ],
        "expectations": checks_json(run.expectations(day)),
    }


# --- parts --------------------------------------------------------------------------------------


def exposure_json(told: ExposureTold) -> dict[str, Json]:
    """The figures of one proceeding under its currency."""
    return {told.currency: {name: _figure(name, sums) for name, sums in told.figures.items()}}


def _figure(name: str, told: MoneyRange) -> Json:
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


def _status(told: StatusTold) -> Json:
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


def _deadline(told: DeadlineTold, marks: Marks | None) -> Json:
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


def _entry(run: Answering, told: EntryTold) -> dict[str, Json]:
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
        "told_differently": _told_differently(marks.told_differently),
    }


def _told_differently(told: Sequence[ToldDifferently]) -> Json:
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
