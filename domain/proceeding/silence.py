"""Silence: that an authority neither handled a complaint nor told how it stands (GDPR 78(2))."""

from typing import Final

import attrs

from domain.days import in_words
from domain.proceeding.messages import Defect
from domain.proceeding.rooms import Case, started
from domain.proceeding.state import ProceedingState
from domain.rulebook.conditions import AfterEndOf
from domain.rulebook.rulebook import in_force

SILENCE: Final = "silence"
"""What an appeal is against where the authority did nothing."""

ENDING_SILENCE: Final = ("decision", "closure")
"""The acts by which an authority has handled a complaint, whatever became of it."""


def silent_towards(state: ProceedingState, party: str) -> bool:
    """Whether a complaint of that party is still without any answer."""
    own = [k for k, act in enumerate(state.acts) if act.kind == "complaint" and act.by == party]
    if not own:
        return False
    later = state.acts[own[-1] + 1 :]
    gone = state.annulled
    handled = (one for one in later if one.kind in ENDING_SILENCE and one.id not in gone)
    return not any(handled) and not _pending(state, party)


def _pending(state: ProceedingState, party: str) -> bool:
    mine = (one for one in state.appeals if one.by == party and one.decided_on is None)
    return any(SILENCE in appeal.against for appeal in mine)


def still_silent(case: Case, condition: AfterEndOf) -> Defect | None:
    """The defect of an appeal against silence before the period to inform the complainant ends."""
    name = condition.after_end_of
    own = [a for a in case.state.acts_of("complaint") if a.by == case.by]
    if not own:
        return Defect.under(condition, name, f"the period for {name} has not begun")
    complained = attrs.evolve(case, on=own[-1].on)
    rules = in_force(case.law.versions("periods", name), own[-1].on)
    if not rules:
        message = f"there was no period for {name} on {in_words(own[-1].on)}"
        return Defect.under(condition, name, message)
    rule = case.law.period(name, own[-1].on)
    due = started(complained, rule, of=own[-1].id, party=case.by).deadline.on
    if case.on > due:
        return None
    message = f"the period for {name} runs until {in_words(due)}"
    return Defect.under(condition, name, message, asked=case.on, limit=due)
