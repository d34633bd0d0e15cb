"""What a file expects, held against what the readings answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import define, field, frozen

from domain.days import Day
from domain.money import MoneyRange
from domain.proceeding.deciding import options
from domain.proceeding.entries import Maximum
from domain.proceeding.messages import Refusal, joined
from domain.proceeding.state import named
from domain.rulebook.nodes import Mark
from scenarios.checking_rows import RowFinding, row_findings
from scenarios.expected import Expectation
from scenarios.model import Scenario
from scenarios.runs import Reading, Slice
from scenarios.views import (
    NOT_OFFERED,
    NOT_THERE,
    DeadlineTold,
    deadlines_told,
    distinct,
    exposure_told,
    offers_told,
    status_told,
)

__all__ = ["Checked", "check_run"]


@frozen(kw_only=True)
class Checked:
    """One thing that the file expects: where it stands, what was found, and whether it holds.

    `on` is the day that it is about; `because` is what the author gave as the reason.
    """

    path: str
    on: date
    expected: str
    found: str
    ok: bool
    message: str
    mark: Mark
    because: str = ""
    refusal: Refusal | None = None


def check_run(
    scenario: Scenario, readings: Sequence[Reading], until: date | None = None
) -> tuple[Checked, ...]:
    """Rows that failed or had to fail, then every expectation, up to a day."""
    found = [_of_row(scenario, one) for one in row_findings(scenario, readings)]
    for number, expectation in enumerate(scenario.expect, 1):
        found.extend(_Held(scenario, readings, expectation, f"expect.{number}").checks())
    return tuple(one for one in found if until is None or one.on <= until)


def _of_row(scenario: Scenario, one: RowFinding) -> Checked:
    return Checked(
        path=one.path,
        on=one.on,
        expected=one.expected,
        found=one.found,
        ok=one.ok,
        message=one.message,
        mark=scenario.origin.mark(one.path),
        refusal=one.refusal,
    )


@define
class _Held:
    """One expectation with the readings that it is about."""

    scenario: Scenario
    readings: Sequence[Reading]
    expectation: Expectation
    path: str
    slices: list[Slice] = field(factory=list)

    def checks(self) -> Iterator[Checked]:
        one = self.expectation
        self.slices = self._slices()
        if not self.slices:
            yield self._check("at", one.at, "not reached", ok=False)
            return
        status = status_told(self.slices)
        if one.stage is not None:
            yield self._words("stage", (one.stage,), status.stages)
        for name, word in one.status:
            thing = status.of(name)
            found = (NOT_THERE,) if thing is None else thing.statuses
            yield self._words(f"status.{name}", (word,), found)
        for name, count in one.days_of_delay:
            thing = status.of(name)
            delay = None if thing is None else thing.days_of_delay
            found_delay = NOT_THERE if delay is None else str(delay)
            yield self._check(f"days_of_delay.{name}", str(count), found_delay, ok=delay == count)
        yield from self._sums()
        yield from self._offers()
        yield from self._deadlines()
        yield from self._acts()

    def _slices(self) -> list[Slice]:
        one = self.expectation
        if one.as_of is not None:
            return [reading.as_of(one.as_of) for reading in self.readings]
        row = self.scenario.names.row_of(one.at)
        steps = [(r, None if row is None else r.step_of(row)) for r in self.readings]
        return [reading.after(step) for reading, step in steps if step is not None]

    @property
    def _on(self) -> date:
        return max((one.on for one in self.slices), default=date.min)

    def _words(self, key: str, expected: tuple[str, ...], found: tuple[str, ...]) -> Checked:
        return self._check(key, " or ".join(expected), " or ".join(found), ok=expected == found)

    def _check(self, key: str, expected: str, found: str, *, ok: bool) -> Checked:
        path = f"{self.path}.{key}"
        one = self.expectation
        when = f"as of {one.as_of}" if one.as_of is not None else f"at {one.at}"
        told = f"is {found}" if ok else f"is {found}, not {expected}"
        return Checked(
            path=path,
            on=one.as_of or self._on,
            expected=expected,
            found=found,
            ok=ok,
            message=f"{when}, {_subject(key)} {told}",
            mark=self.scenario.origin.mark(path),
            because=one.because,
        )

    def _sums(self) -> Iterator[Checked]:
        one = self.expectation
        if one.exposure:
            told = exposure_told(self.slices)
            for figure, expected in one.exposure:
                found = told.figure(figure)
                yield self._check(
                    f"exposure.{figure}", str(expected), str(found), ok=found == expected
                )
        for name, expected in one.maxima:
            maxima = [self._maximum(slice_, name) for slice_ in self.slices]
            most = _joint([maximum for maximum in maxima if maximum is not None])
            ok = most == expected and None not in maxima
            yield self._check(f"maxima.{name}", str(expected), str(most or "none"), ok=ok)

    def _offers(self) -> Iterator[Checked]:
        """What each reduction, or several together, would leave to pay."""
        for of, expected in self.expectation.offers:
            told = [offers_told(one, of) for one in self.slices]
            for names, sum_ in expected:
                found = distinct(str(one.get(names, NOT_OFFERED)) for one in told)
                ok = found == (str(sum_),)
                yield self._check(f"offers.{of}.{names}", str(sum_), " or ".join(found), ok=ok)

    def _maximum(self, slice_: Slice, name: str) -> Maximum | None:
        fine = named(slice_.state.fines, name)
        return None if fine is None else fine.maximum

    def _deadlines(self) -> Iterator[Checked]:
        told = deadlines_told(self.slices) if self.expectation.deadlines else ()
        for name, expected in self.expectation.deadlines:
            found = _ends(told, name)
            ends = NOT_THERE if found is None else str(found)
            ok = found is not None and _same(found, expected)
            yield self._check(f"deadlines.{name}", str(expected), ends, ok=ok)

    def _acts(self) -> Iterator[Checked]:
        one = self.expectation
        for act in one.may:
            refusals = [_refused(slice_, act) for slice_ in self.slices]
            why = [refusal for refusal in refusals if refusal]
            found = "possible" if not why else why[0]
            yield self._check(f"may.{act}", "possible", found, ok=not why)
        for act, reason in one.may_not:
            refusals = [_refused(slice_, act) for slice_ in self.slices]
            found = " or ".join(distinct(refusal or "possible" for refusal in refusals))
            ok = all(reason in refusal for refusal in refusals if refusal is not None)
            ok = ok and None not in refusals
            yield self._check(f"may_not.{act}", f"refused: {reason}", found, ok=ok)
        if one.warns:
            yield self._warned()

    def _warned(self) -> Checked:
        one = self.expectation
        row = self.scenario.names.row_of(one.at)
        rules: list[frozenset[str]] = []
        for reading in self.readings:
            step = None if row is None else reading.step_of(row)
            if step is not None:
                rules.append(frozenset(warning.rule for warning in step.warnings))
        ok = all(set(one.warns) <= found for found in rules)
        told = joined(sorted(frozenset[str]().union(*rules))) or "no warning"
        return self._check("warns", joined(one.warns), told, ok=ok)


def _subject(key: str) -> str:
    """What a sentence is about: `exposure.at_stake` is `at stake`."""
    first, _, name = key.partition(".")
    words = {
        "deadlines": "the deadline of",
        "maxima": "the maximum of",
        "exposure": "",
        "status": "",
    }
    subject = f"{words.get(first, first.replace('_', ' '))} {name}".strip()
    return subject.replace("_", " ") if first == "exposure" else subject


def _joint(maxima: list[Maximum]) -> MoneyRange | None:
    if not maxima:
        return None
    ceilings = [one.ceiling for one in maxima if one.ceiling is not None]
    closed = len(ceilings) == len(maxima)
    return MoneyRange(min(one.floor for one in maxima), max(ceilings) if closed else None)


def _ends(told: Sequence[DeadlineTold], name: str) -> Day | None:
    """The end of a thing's period to comply, of its other periods, or of periods of that name."""
    own = [one for one in told if one.of == name]
    found = (
        [one for one in own if one.name == "comply"]
        or own
        or [one for one in told if one.name == name]
    )
    if not found:
        return None
    latest = [one.on.latest for one in found if one.on.latest is not None]
    earliest = [one.on.earliest for one in found if one.on.earliest is not None]
    return Day(min(earliest), max(latest) if len(latest) == len(found) else None)


def _same(one: Day, other: Day) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _refused(slice_: Slice, act: str) -> str | None:
    """Why an act may not be given; None if it may, about whatever it is."""
    answers = [one for one in options(slice_.state, slice_.law, slice_.on) if one.act == act]
    refusals = [one for one in answers if isinstance(one, Refusal)]
    if len(refusals) < len(answers):
        return None
    return "; ".join(map(str, refusals)) or "there is no proceeding yet"
