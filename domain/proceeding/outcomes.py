"""What outcomes add up to, in their order: what is gone, what a sum is now, what lives again.

A judgment that is set aside is undone: what it annulled or varied lives again as it stood before
it. The later event carries that as outcomes of its own (`revived`, `restored`), so that reading
outcomes one after the other is enough; `standing` alone works out what they have to be.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from domain.money import Money
from domain.proceeding.entries import Outcome

ENDING: Final = frozenset({"annulled", "revoked", "set aside"})
"""The results after which a thing is gone."""

LEAVING: Final = frozenset({"upheld", "inadmissible", "must act"})
"""The results that leave a thing as it was."""


def annulled(outcomes: Iterable[Outcome]) -> frozenset[str]:
    """The ids of what is gone: acts, measures and judgments, with what fell with them."""
    gone: set[str] = set()
    for one in outcomes:
        if one.result in ENDING:
            gone.add(one.of)
        elif one.result == "revived":
            gone.discard(one.of)
    return frozenset(gone)


def amount_after(outcomes: Iterable[Outcome], of: str, imposed: Money) -> Money:
    """A sum after what outcomes made of it."""
    amount = imposed
    for one in outcomes:
        if one.of != of:
            continue
        if one.result in ENDING:
            amount = Money.zero(imposed.currency)
        elif one.amount is not None:
            amount = one.amount
    return amount


def annulling(outcomes: Iterable[Outcome], of: str) -> Outcome | None:
    """The outcome by which a thing is gone; None if it stands, or lives again."""
    found: Outcome | None = None
    for one in outcomes:
        if one.of == of and one.result in ENDING:
            found = found or one
        elif one.of == of and one.result == "revived":
            found = None
    return found


def standing(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes of acts that are not set aside themselves; read from the last one back."""
    undone: set[str] = set()
    kept: list[Outcome] = []
    for one in reversed(tuple(outcomes)):
        if one.act in undone:
            continue
        kept.append(one)
        if one.result == "set aside":
            undone.add(one.of)
    return tuple(reversed(kept))


def reviving(before: tuple[Outcome, ...], by: Outcome, sums: dict[str, Money]) -> Iterator[Outcome]:
    """What becomes of everything that the judgment which `by` sets aside had touched.

    `sums` holds what was imposed. A judgment that this one had set aside stands again with it, so
    that a thing can also be gone again.
    """
    old, new = standing(before), standing((*before, by))
    touched = [one for one in before if (one in old) != (one in new)]
    touched.sort(key=lambda one: one.result != "set aside")
    gone_before, gone_now = annulled(before), annulled(new)
    why = f"{by.of} is set aside"
    for of in dict.fromkeys(one.of for one in touched):
        was, now = of in gone_before, of in gone_now
        imposed = sums.get(of)
        amount = None if imposed is None else amount_after(new, of, imposed)
        if was and not now:
            result = "revived"
        elif now and not was:
            result, amount = "annulled", None
        elif imposed is not None and not now and amount_after(before, of, imposed) != amount:
            result = "restored"
        else:
            continue
        link = next((one.because for one in reversed(touched) if one.of == of and one.because), "")
        because = f"{why}; {link}" if link else why
        yield Outcome(of=of, on=by.on, result=result, act=by.act, amount=amount, because=because)
