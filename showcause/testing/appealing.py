"""Draws for appeals, judgments, suspension and reconsideration, where fields hang together."""

from datetime import timedelta
from typing import cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.money import Money
from domain.proceeding.bounds import Sums
from domain.proceeding.effects import reopened
from domain.proceeding.entries import Appeal, Fine
from domain.proceeding.maxima import maximum_of_fine
from domain.proceeding.offers import Offer
from domain.proceeding.outcomes import ENDING, annulling
from domain.proceeding.rulings import Ruling, disputed, fallen, results_for
from domain.proceeding.standing import current_amount
from domain.proceeding.state import ProceedingState, named
from domain.rulebook.rulebook import Rulebook
from showcause.testing.domains import values_of_field, values_within

Drawn = dict[str, object]

_MOST = 3
_A_YEAR = 365


def appealed(draw: DrawFn, offer: Offer, _state: ProceedingState) -> Drawn:
    """The act itself, or it with some of its measures; what is named first is the target."""
    others = draw(values_of_field(offer.of("against")))
    assert isinstance(others, tuple)
    return {"against": (offer.target, *(one for one in others if one != offer.target))}


def judged(draw: DrawFn, offer: Offer, state: ProceedingState, law: Rulebook) -> Drawn:
    """A ruling on each of some of the things under appeal, and now and then a remittal."""
    appeal: Appeal | None = named(state.appeals, offer.target)
    assert appeal is not None, f"an offer speaks of {offer.target}, which does not exist"
    rulings = draw(_consistent(state, law, disputed(state, appeal), asked=appeal.asked))
    back = [*state.with_role("authority"), *state.with_role("authority"), ""]
    if reopened(state, rulings, "appeal"):
        back.extend(state.with_role("court") * 6)
    return {"outcome": rulings, "remitted_to": draw(st.sampled_from(["", "", *back]))}


def reconsidered(draw: DrawFn, offer: Offer, state: ProceedingState, law: Rulebook) -> Drawn:
    """A ruling on each of some of the things that are to be thought over, or could be."""
    request: Appeal | None = named(state.appeals, offer.target)
    if request is not None:
        return {"outcome": draw(_consistent(state, law, disputed(state, request)))}
    gone = state.annulled
    acts = (act.id for act in state.acts if act.kind in {"decision", "liquidation"})
    things = (*acts, *(measure.id for measure in state.measures()))
    open_ones = tuple(dict.fromkeys(of for of in things if of not in gone))
    return {"outcome": draw(_consistent(state, law, open_ones))}


@st.composite
def _consistent(
    draw: DrawFn,
    state: ProceedingState,
    law: Rulebook,
    about: tuple[str, ...],
    asked: Money | None = None,
) -> tuple[Ruling, ...]:
    """Rulings on some things: none lets something stand that falls with another."""
    chosen = draw(st.lists(st.sampled_from(about), min_size=1, max_size=_MOST, unique=True))
    drawn = [draw(_rulings(state, law, of, asked, about)) for of in chosen]
    aside = any(ruling.result == "set aside" for ruling in drawn)
    ending = [r.of for r in drawn if r.result in ENDING and r.result != "set aside"]
    falling = {of for cause in ending for of, _ in fallen(state, cause)}
    kept = [r for r in drawn if r.result in ENDING or r.of not in falling]
    # what a judgment set to a sum may be gone once another one is set aside
    return tuple(r for r in kept if not (aside and r.amount is not None))


def _rulings(
    state: ProceedingState,
    law: Rulebook,
    of: str,
    asked: Money | None,
    about: tuple[str, ...],
) -> SearchStrategy[Ruling]:
    """Any word that there is for it; where it is a sum that stands, also another sum.

    What a judgment annulled that is in dispute itself is not upheld.
    """
    words = [word for word in results_for(state, of) if word != "varied"]
    imposed = {one.id for one in state.sums()}
    words = [word for word in words if word != "annulled in part" or of not in imposed]
    gone = annulling(state.outcomes, of)
    words = [word for word in words if word != "upheld" or gone is None or gone.act not in about]
    plain = st.builds(Ruling, of=st.just(of), result=st.sampled_from(words))
    sums = {one.id: one.amount for one in state.sums() if one.id not in state.annulled}
    if of not in sums:
        return plain
    now = current_amount(state, of, sums[of])
    fine: Fine | None = named(state.fines, of)
    maximum = None if fine is None else maximum_of_fine(state, law, fine)
    legal = None if maximum is None else maximum.floor
    for word, bound in (("varied", sums[of] * 2), ("annulled in part", now)):
        most = bound if asked is None else bound.lower(asked)
        most = most if legal is None else most.lower(legal)
        if most.minor > 0:
            amounts = cast("SearchStrategy[Money | None]", values_within(Sums(most, most.currency)))
            plain |= st.builds(Ruling, of=st.just(of), result=st.just(word), amount=amounts)
    return plain


def asked_to_suspend(_draw: DrawFn, offer: Offer, _state: ProceedingState) -> Drawn:
    """A request about one thing."""
    return {"of": (offer.target,)}


def suspended(draw: DrawFn, offer: Offer, state: ProceedingState) -> Drawn:
    """A suspension of one thing, of the authority's or a court's own motion."""
    parts = {m.id for m in state.measures() if offer.target in {m.id, state.decision_of(m.id)}}
    running = [one for one in state.suspensions if one.of in parts - state.annulled]
    ends = any(one.until is None or one.until >= offer.on for one in running)
    results = ("granted", "granted", "refused", *(("ended",) * ends))
    result = draw(st.sampled_from(results))
    until = st.integers(0, _A_YEAR).map(lambda days: offer.on + timedelta(days=days))
    last = draw(st.none() | until) if result == "granted" else None
    return {"of": (offer.target,), "answers": "", "result": result, "until": last}
