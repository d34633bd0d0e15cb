"""Answers as one JSON object: ISO days, sums in minor units, bounds where readings differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Protocol

from domain.rulebook.rulebook import Rulebook
from scenarios.marks import Marks
from scenarios.matters import MatterRun
from scenarios.plain import (
    Json,
    Labelled,
    checks_json,
    deadline_json,
    entry_json,
    exposure_json,
    figure_json,
    status_json,
    tellings_json,
)
from scenarios.run import Run
from scenarios.runs import Reading
from scenarios.views import DeadlineTold, EntryTold, ExposureTold, StatusTold

__all__ = [
    "DISCLAIMER",
    "SCHEMA_VERSION",
    "Answering",
    "Json",
    "answer",
    "checks_json",
    "exposure_json",
    "not_counted",
    "on_a_day",
]

SCHEMA_VERSION: Final = 1
DISCLAIMER: Final = "A training simulation, not legal advice."


class Answering(Labelled, Protocol):
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
        "not_counted": not_counted([run.law]),
        "not_expressed": list(scenario.not_expressed),
        "not_played": list(scenario.not_played),
    }


def not_counted(laws: Iterable[Rulebook]) -> list[Json]:
    """What these laws leave out, each thing once: a reader would miss it in every figure."""
    gaps = dict.fromkeys(gap for law in laws for gap in law.not_modelled)
    return [{"what": gap.what, "cite": gap.cite, "effect": gap.effect} for gap in gaps]


def on_a_day(run: Answering, day: date) -> dict[str, Json]:
    """What is so at the end of a day: status, exposure, deadlines, timeline."""
    return {
        "as_of": str(day),
        "law": {"name": run.law.name, "title": run.law.title, "digest": run.law.digest},
        "readings": [reading.name for reading in run.readings],
        "caution": run.caution,
        "status": status_json(run.status(day)),
        "exposure": exposure_json(run.exposure(day)),
        "deadlines": [deadline_json(one, run.deadline_marks(one)) for one in run.deadlines(day)],
        "timeline": [entry_json(run, one) for one in run.timeline(day)],
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
        "told_differently": tellings_json(matter.told_differently),
        "not_expressed": list(matter.not_expressed),
        "as_of": str(day),
        "sentence": run.sentence(day),
        "proceedings": {
            name: {"title": one.scenario.title, **on_a_day(one, day)}
            for name, one in run.runs.items()
        },
        "exposure": {
            currency: {name: figure_json(name, told) for name, told in figures.items()}
            for currency, figures in run.exposure(day).items()
        },
        "timeline": [
            {"scenario": name, **entry_json(run.runs[name], one)} for name, one in run.timeline(day)
        ],
        "expectations": checks_json(run.expectations(day)),
        "not_counted": not_counted([one.law for one in run.runs.values()]),
    }
