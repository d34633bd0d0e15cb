"""Rulebooks to play under: the shipped ones, those with values changed, and generated ones."""

from collections.abc import Iterator
from enum import Enum
from typing import Literal, get_args, get_origin

import attrs
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from domain.calendars import EventDay, RestDayRule
from domain.money import Money, Share
from domain.periods import Period
from domain.rulebook.labels import Sourced
from domain.rulebook.loading import changed, load_rulebook, shipped
from domain.rulebook.model import SECTIONS
from domain.rulebook.rulebook import Rulebook
from showcause.testing.inventing import LENGTHS, generated

__all__ = ["Change", "changeable", "generated", "perturbed", "rulebooks", "shipped_rulebooks"]

Change = tuple[str, str]
"""The path of a value in a rulebook, and what it becomes, as it would be written in the file."""

SUMS = ("EUR 1", "EUR 1 000", "EUR 500 000.50", "EUR 20 000 000", "EUR 100 000 000")
SHARES = ("0.1 %", "2 %", "4 %", "10 %", "1/3")
RATES = tuple(
    f"[{{limit: rate, at_most: {most} per day, cite: model}}]" for most in ("EUR 1", "EUR 1 000")
)
SUSPENDED = ("fine", "order", "liquidation", "reprimand")


def shipped_rulebooks() -> tuple[Rulebook, ...]:
    """The shipped rulebooks under which a proceeding can run: those of an authority."""
    laws = (load_rulebook(name) for name in shipped())
    return tuple(law for law in laws if law.country)


def rulebooks() -> SearchStrategy[Rulebook]:
    """Any law worth trying: a shipped one, the same with changed values, or a generated one."""
    laws = st.sampled_from(shipped_rulebooks())
    return laws | laws.flatmap(perturbed) | generated()


@st.composite
def perturbed(draw: DrawFn, law: Rulebook, *, most: int = 4) -> Rulebook:
    """The law with one to so many values changed: lengths, caps, shares, counting, roll rules.

    What was changed is printed with a failing example.
    """
    possible = tuple(changeable(law))
    chosen = draw(st.lists(st.sampled_from(possible), min_size=1, max_size=most))
    for path, values in chosen:
        text = draw(st.sampled_from(values))
        note(f"{law.name}: {path} becomes {text}")
        law = changed(law, path, text)
    return law


def changeable(law: Rulebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values of a law that can be changed on their own, with what each may become."""
    for section in SECTIONS:
        for name in law.names(section):
            newest = law.versions(section, name)[-1]
            for path, values in _within(newest):
                yield f"{section}.{name}.{path}", _in_currency(values, law)
    for name in law.names("periodic_penalties"):
        yield f"periodic_penalties.{name}.limits", _in_currency(RATES, law)
    if law.has("acts", "appeal"):
        yield "acts.appeal.suspends", tuple(f"[{word}]" for word in SUSPENDED)


def _in_currency(values: tuple[str, ...], law: Rulebook) -> tuple[str, ...]:
    """Sums and rates are in the law's own currency, or no fine could be held to them."""
    return tuple(value.replace("EUR ", f"{law.currency} ") for value in values)


def _within(part: Sourced) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in attrs.fields(attrs.resolve_types(type(part))):
        value = getattr(part, field.name)
        if field.name in {"kind", "confidence", "since"}:
            continue
        if isinstance(value, Sourced):
            yield from ((f"{field.name}.{path}", values) for path, values in _within(value))
        values = _others(field.name, field.type, value)
        if values:
            yield field.name, values


def _others(name: str, hint: object, value: object) -> tuple[str, ...]:
    """What a value of this type may become; nothing for what is no value of law on its own."""
    match value:
        case Period():
            return LENGTHS
        case Money():
            return SUMS
        case Share():
            return SHARES
        case EventDay() | RestDayRule():
            kinds: type[Enum] = type(value)
            return tuple(str(one.value) for one in kinds)
    if name == "rest_days":
        return ("[sunday]", "[friday, saturday]", "[saturday, sunday]")
    if name == "stops":
        return ("[]", "[compliance shown]", "[order lifted]", "[compliance shown, order lifted]")
    words = get_args(hint) if get_origin(hint) is Literal else ()
    return tuple(str(word) for word in words) if len(words) > 1 else ()
