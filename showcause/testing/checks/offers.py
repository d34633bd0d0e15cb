"""Laws 3 and 4: a refusal cites its reason, and what is offered can be taken."""

from datetime import date

from domain.proceeding.deciding import options
from domain.proceeding.messages import Refusal
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections import History
from showcause.testing.domains import can_be_taken


def check_refusals(_history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 3. Whatever is refused says why: the rule, a sentence and, where a text says so, it."""
    for answer in options(state, law, day):
        if isinstance(answer, Refusal):
            check_refusal(answer)


def check_refusal(refusal: Refusal) -> None:
    """What law 3 asks of one refusal."""
    assert refusal.defects, f"{refusal.act} is refused without a reason"
    assert refusal.kind in {"irregular", "impossible"}, f"{refusal.act}: {refusal.kind}"
    for defect in refusal.defects:
        assert defect.message, f"{refusal.act} is refused by '{defect.rule}' without a sentence"
        cited = bool(defect.cite) or defect.gravity == "impossible" or defect.rule in UNWRITTEN
        assert cited, f"{refusal.act} is refused by '{defect.rule}' without a provision: {defect}"
        assert defect.gravity != "warns", f"{refusal.act} is refused by what only warns: {defect}"


UNWRITTEN = frozenset({"power", "despite", "order of days", "id", "by"})
"""Rules of the model that no text says: what the rulebook lacks can have no citation."""


def check_offers(_history: History, state: ProceedingState, law: Rulebook, day: date) -> None:
    """Law 4, as far as a state shows it: what is offered can be taken, on that day.

    That a drawn command is accepted is for the machine and `commands` to try.
    """
    for answer in options(state, law, day):
        if not isinstance(answer, Refusal):
            assert answer.on == day, f"{answer.act} is offered for {answer.on}, not for {day}"
            said = f"{answer.act} {answer.target} is offered, but a field has no value left"
            assert can_be_taken(answer), said
