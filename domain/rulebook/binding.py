"""Which maxima bind: those for a kind of addressee stand in place of those for anybody."""

from collections.abc import Callable, Iterable

from domain.rulebook.conditions import PartyIs
from domain.rulebook.model import MaximumRule
from domain.rulebook.provisions import covered

__all__ = ["UNDERTAKINGS", "Bound", "binding", "is_of_kind"]

UNDERTAKINGS = ("undertaking", "sme")
"""One of small or middle size is an undertaking too (AI Act 99(6))."""

Bound = tuple[MaximumRule, tuple[str, ...]]
"""A rule with the provisions that it is for."""


def binding(
    rules: Iterable[MaximumRule], provisions: tuple[str, ...], theirs: Callable[[PartyIs], bool]
) -> list[Bound]:
    """The rules that bind; `theirs` says whether one is for these very addressees.

    A rule without provisions is for whatever those for anybody are for (GDPR 83(7)).
    """
    every = tuple(rules)
    anybody = [rule for rule in every if rule.applies_to is None]
    own = [rule for rule in every if rule.applies_to is not None and theirs(rule.applies_to)]
    listed = tuple(p for rule in anybody for p in rule.provisions)
    finable = tuple(p for p in provisions if covered(listed, p))
    chosen = [(rule, _hit(rule, provisions, finable)) for rule in own]
    found = [one for one in chosen if one[1]]
    found = found or [(rule, _hit(rule, provisions, ())) for rule in anybody]
    return [one for one in found if one[1]]


def _hit(
    rule: MaximumRule, provisions: tuple[str, ...], finable: tuple[str, ...]
) -> tuple[str, ...]:
    if not rule.provisions:
        return finable
    return tuple(p for p in provisions if covered(rule.provisions, p))


def is_of_kind(kind: str, acts_as: str, wanted: PartyIs) -> bool:
    """Whether one of a kind, that may act as another, is what a condition asks."""
    acts = bool(wanted.not_acting_as) and acts_as == wanted.not_acting_as
    if wanted.is_not and _is(kind, wanted.is_not) and not acts:
        return False
    return not wanted.is_ or (_is(kind, wanted.is_) and not acts)


def _is(kind: str, wanted: str) -> bool:
    return kind == wanted or (wanted == "undertaking" and kind in UNDERTAKINGS)
