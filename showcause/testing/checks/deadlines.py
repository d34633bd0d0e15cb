"""Law 7: a deadline is never before its anchor and, where its rule says so, a working day."""

from datetime import date

from domain.deadlines import StepKind
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import History


def check_deadlines(_history: History, state: ProceedingState, law: Rulebook, _day: date) -> None:
    """Law 7. A deadline is never before its anchor and, where its rule says so, a working day.

    Basis: Regulation 1182/71 Art. 3; in France CPC 640 to 642.
    """
    for period in state.periods:
        deadline = period.deadline
        said = f"the {period.name} of {period.of} ends on {deadline.on}"
        assert deadline.steps, f"{said}, and nothing says why"
        assert deadline.steps[-1].on == deadline.on or len(deadline.steps) > 1, said
        extended = [k for k, s in enumerate(deadline.steps) if s.kind is StepKind.EXTENDED]
        last = deadline.steps[extended[-1] + 1 :] if extended else deadline.steps
        counted = [step.detail for step in last if " from " in step.detail]
        for detail in counted:
            length, _, anchor = detail.rpartition(" from ")
            assert date.fromisoformat(anchor) <= deadline.on, f"{said}, before {anchor}"
            if "hour" not in length:
                _check_rest(period, law, date.fromisoformat(anchor), said)


def _check_rest(period: RunningPeriod, law: Rulebook, anchor: date, said: str) -> None:
    rule = law.time_rule(_time_rule_of(period, law), period.since)
    moves = rule.end_on_rest_day.value
    if moves == "stays" or (moves == "previous working day" and period.deadline.on == anchor):
        return
    on = period.deadline.on
    assert on.weekday() not in rule.rest_days, f"{said}, a {on:%A}"
    assert law.calendar.holiday(on) is None, f"{said}, a holiday"


def _time_rule_of(period: RunningPeriod, law: Rulebook) -> str:
    """The name of the rule by which a period was counted; empty for the rulebook's own."""
    if period.name != "comply" and not law.has("periods", period.name):
        return ""  # a period that the act itself leaves to answer it
    if period.name != "comply":
        return law.period(period.name, period.since).time_rule
    powers = [*law.powers("formal notice", period.since), *law.measures("order", period.since)]
    names = {power.counted_by.rule for power in powers if power.counted_by is not None}
    return names.pop() if len(names) == 1 else ""
