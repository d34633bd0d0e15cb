"""Whether rows could be recorded, failed as they should, and rest on what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from domain.deadlines import deadline
from domain.errors import ShowcauseError
from domain.periods import TimeLimit
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.messages import Refusal, joined
from domain.rulebook.rulebook import Rulebook
from projections import Status
from scenarios.model import Scenario
from scenarios.planning import Moment
from scenarios.rows import Charges, LiquidationProposal, Refused, Row
from scenarios.runs import Reading, Step
from scenarios.views import NOT_THERE, distinct

__all__ = ["RowFinding", "row_findings"]


@frozen(kw_only=True)
class RowFinding:
    """Something about a row that had to hold, and whether it did."""

    path: str
    on: date
    expected: str
    found: str
    ok: bool
    message: str
    refusal: Refusal | None = None


def row_findings(scenario: Scenario, readings: Sequence[Reading]) -> Iterator[RowFinding]:
    """What became of each row, in the order of the file; nothing about rows that simply stand."""
    names = scenario.names.rows
    for number, row in enumerate(scenario.timeline):
        of_row = [(r, step) for r in readings for step in r.steps if step.row == number]
        for moment, party in distinct((step.moment, step.party) for _, step in of_row):
            steps = [
                (reading, step)
                for reading, step in of_row
                if (step.moment, step.party) == (moment, party)
            ]
            yield from _fate(row, names[number], steps)
            if moment == "day":
                yield from _premises(row, names[number], steps)
            if moment == "notified":
                yield from _reply(row, names[number], steps)


Steps = Sequence[tuple[Reading, Step]]

_KEYS: dict[Moment, str] = {"day": "", "notified": ".notified", "published": ".published"}


def _fate(row: Row, name: str, steps: Steps) -> Iterator[RowFinding]:
    """A refusal that nobody expected, or how an expected one turned out; the worst reading."""
    expected = row.refused if steps[0][1].moment == "day" else None
    found = [_one_fate(name, step, expected) for _, step in steps]
    worst = next((one for one in found if one is not None and not one.ok), None)
    first = next((one for one in found if one is not None), None)
    told = worst or first
    if told is not None:
        yield told


def _one_fate(name: str, step: Step, expected: Refused | None) -> RowFinding | None:
    path = f"timeline.{step.row + 1}"
    day = f"{name}, on {step.on}"
    if expected is None and step.refusal is None:
        return None
    if expected is None:
        return RowFinding(
            path=f"{path}{_KEYS[step.moment]}",
            on=step.on,
            expected="recorded",
            found=f"refused: {step.refusal}",
            ok=False,
            message=f"{day}, is refused: {step.refusal}",
            refusal=step.refusal,
        )
    wrong = "it was accepted" if step.refusal is None else how_it_differs(step.refusal, expected)
    told = "accepted" if step.refusal is None else f"refused: {step.refusal}"
    message = f"{day}, is {told}"
    return RowFinding(
        path=f"{path}.refused",
        on=step.on,
        expected=f"refused as {expected.as_}: {expected.rule}",
        found=told,
        ok=not wrong,
        message=f"{message} ({wrong})" if wrong else message,
        refusal=step.refusal,
    )


def how_it_differs(refusal: Refusal, expected: Refused) -> str:
    """How a refusal is another one than expected; empty if it is the one."""
    if refusal.kind != expected.as_:
        return f"it should be {expected.as_} and is {refusal.kind}"
    hit = [defect for defect in refusal.defects if defect.rule == expected.rule]
    if not hit:
        rules = joined([f"'{defect.rule}'" for defect in refusal.defects])
        return f"the rule should be '{expected.rule}' and is {rules}"
    if expected.cite and not any(expected.cite in defect.cite for defect in hit):
        return f"it should cite {expected.cite} and cites {hit[0].cite or 'nothing'}"
    if expected.limit and not any(expected.limit == defect.limit for defect in hit):
        return f"the limit should be {expected.limit} and is {hit[0].limit or 'none'}"
    missing = [words for words in expected.says if words not in str(refusal)]
    said = joined([f"'{words}'" for words in missing])
    return f"it should say {said}" if said else ""


def _premises(row: Row, name: str, steps: Steps) -> Iterator[RowFinding]:
    """What a row says that it rests on has to be so when it is played."""
    standing = [(r, s) for r, s in steps if s.refusal is None and not s.wrongly_accepted]
    for premise, wanted in row.rests_on:
        words: list[str] = []
        for reading, step in standing:
            slice_ = reading.before(step)
            thing = Status(slice_.events).at(slice_.on, slice_.law).of(premise)
            words.append(NOT_THERE if thing is None else thing.status)
        if words:
            found = " or ".join(distinct(words))
            yield RowFinding(
                path=f"timeline.{steps[0][1].row + 1}.rests_on.{premise}",
                on=standing[0][1].on,
                expected=wanted,
                found=found,
                ok=found == wanted,
                message=f"{name} rests on {premise} being {wanted}; it is {found}",
            )


def _reply(row: Row, name: str, steps: Steps) -> Iterator[RowFinding]:
    """The period to answer that a text gives has to be the one that the rulebook counts."""
    told = row.reply if isinstance(row, Charges | LiquidationProposal) else None
    seen: set[str] = set()
    for reading, step in steps:
        if told is None or step.refusal is not None:
            continue
        state = reading.after(step).state
        periods = [p for p in state.periods_of(name) if p.party == step.party and p.answered_by]
        counted = periods[0] if periods else None
        wanted = _counted(told, counted, reading.law)
        found = "no period" if counted is None else str(counted.deadline.on)
        if f"{wanted} {found}" in seen:
            continue
        seen.add(f"{wanted} {found}")
        yield RowFinding(
            path=f"timeline.{step.row + 1}.reply",
            on=step.on,
            expected=wanted,
            found=found,
            ok=wanted == found,
            message=f"{name}: to answer {told}, until {wanted}; the rulebook counts {found}",
        )


def _counted(told: TimeLimit, counted: RunningPeriod | None, law: Rulebook) -> str:
    """The last day to answer as the text has it, counted by the same time rule."""
    if told.by is not None:
        return str(told.by)
    if counted is None or told.period is None:
        return str(told)
    rule = law.time_rule(law.period(counted.name, counted.since).time_rule, counted.since)
    anchor = counted.since + timedelta(days=1) if told.from_next_day else counted.since
    try:
        return str(deadline(told.period, anchor, rule, law.calendar).on)
    except ShowcauseError as error:
        return str(error)
