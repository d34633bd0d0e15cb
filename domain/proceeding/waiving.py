"""What a party gave up for a reduction, and that it is then not open to it any more (LPAC 85)."""

from collections.abc import Iterator

from domain.proceeding.entries import Act
from domain.proceeding.messages import Defect
from domain.proceeding.rooms import Case
from domain.proceeding.rulings import part_of
from domain.proceeding.state import ProceedingState, named
from domain.rulebook.closed_words import WAIVABLE
from domain.rulebook.conditions import Waives
from domain.rulebook.labels import Sourced


def given_up(case: Case, of: str) -> Iterator[Defect]:
    """The defect of going against what the party gave up going against."""
    gone = case.state.annulled
    for act in case.state.acts:
        words = [word for word in act.waives if WAIVABLE.get(word) == case.act]
        if not words or act.by != case.by or act.id in gone:
            continue
        if _touches(case.state, act, of):
            message = f"{case.by} gave up the {words[0]} by {act.id}"
            source = _source(case, act, words[0])
            yield Defect.under(source, "waiver", message, asked=of, limit=act.id)


def _touches(state: ProceedingState, act: Act, of: str) -> bool:
    """Whether a thing is, or has in it, what an act was about: a sum, or what charges led to."""
    charges = named(state.charges, act.about)
    measures = tuple(part_of(state, of))
    if charges is None:
        return act.about in {of, *(one.id for one in measures)}
    alleged = dict(charges.alleges)
    return any(
        act.by in fine.to and fine.conduct in alleged for fine in state.fines if fine in measures
    )


def _source(case: Case, act: Act, word: str) -> Sourced:
    """The rule that asked for it: of a reduction, or of the act itself."""
    terms = [one for rule in case.law.reductions(act.on) for one in rule.requires]
    terms += [one for power in case.law.powers(act.kind, act.on) for one in power.requires]
    asked = (one for one in terms if isinstance(one, Waives) and one.waives == word)
    return next(asked, case.power)
