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
from domain.rulebook.loading import changed, compose_text, load_rulebook, shipped
from domain.rulebook.model import SECTIONS
from domain.rulebook.rulebook import Rulebook

Change = tuple[str, str]
"""The path of a value in a rulebook, and what it becomes, as it would be written in the file."""

LENGTHS = (
    "1 day",
    "10 days",
    "5 working days",
    "3 weeks",
    "1 month",
    "2 months",
    "1 month and 1 day",
)
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
                yield f"{section}.{name}.{path}", values
    for name in law.names("periodic_penalties"):
        yield f"periodic_penalties.{name}.limits", RATES
    if law.has("acts", "appeal"):
        yield "acts.appeal.suspends", tuple(f"[{word}]" for word in SUSPENDED)


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


CONDITIONS = (
    "",
    "{not_in: closed}",
    "{after: charges}",
    "{after_end_of: answer}",
    "{not_yet: decision}",
    "{states: it is called for}",
    "{party: addressee, is_not: state}",
)
ACTORS = ("authority", "board", "chair")


@st.composite
def generated(draw: DrawFn) -> Rulebook:
    """A small law of an invented authority over the GDPR: who, after what, how long, how much."""
    word = st.sampled_from
    lines = [
        "rulebook: generated",
        "title: Generated",
        "extends: [eu-gdpr]",
        "country: FR",
        "instruments: {GEN: Generated law}",
        "currency: EUR",
        "time_rule: union periods",
        "calendar: FR",
        "organs: {board: {local: board}, chair: {local: chair}}",
        "acts:",
    ]
    lines += [
        _act(act, draw(word(ACTORS)), draw(word(CONDITIONS)), draw(_labels()))
        for act in ("opening", "formal notice", "charges", "hearing", "decision")
    ]
    lines.append(_act("liquidation", "board", draw(word(LIQUIDATED)), draw(_labels()), LIMIT))
    lines.append(_act("appeal", "addressee", "{before_end_of: appeal}", draw(_labels())))
    lines.append("periods:")
    for name, start in (("answer", "charges"), ("appeal", "decision"), ("payment", "decision")):
        lines.append(_period(name, start, draw(word(LENGTHS)), draw(_labels())))
    days = [draw(word(("counted", "not counted"))) for _ in range(2)]
    lines += _penalty(draw(word(SUMS)), days, draw(word(("for later days", "no"))))
    text = "\n".join(lines)
    note(text)
    return compose_text(f"{text}\n", "generated.yaml")


LIMIT = "limits: [{limit: amount, at_most: rate times days of delay}], "
LIQUIDATED = ("", "{status: {order: overdue}}")


def _labels() -> SearchStrategy[str]:
    """A rule that was checked binds; one from memory only warns."""
    checked = "confidence: verified, read_in: GEN"
    return st.sampled_from((checked, checked, checked, "confidence: memory"))


def _act(act: str, by: str, requires: str, labels: str, limits: str = "") -> str:
    asked = f"requires: [{requires}], " if requires else ""
    return f"  {act}: [{{since: ..2018-05-25, by: {by}, {asked}{limits}cite: GEN 1, {labels}}}]"


def _period(name: str, start: str, length: str, labels: str) -> str:
    said = "answered_by: representations, " if name == "answer" else ""
    point = f"from: {start}.notified"
    head = f"{{since: ..2018-05-25, length: {length}, {point}, {said}"
    return f"  {name}: [{head}cite: GEN 2, {labels}}}]"


def _penalty(most: str, days: list[str], repeated: str) -> list[str]:
    """A fine, and an order with a periodic penalty that a decision liquidates."""
    labels = "cite: GEN 3, confidence: verified, read_in: GEN"
    limits = f"limits: [{{limit: rate, at_most: {most} per day}}]"
    counting = f"counting: {{first_day: {days[0]}, last_day: {days[1]}, kind: model}}"
    words = f"by: board, amount: rate times days or less, repeated: {repeated}"
    return [
        "measures:",
        f"  fine: [{{since: ..2018-05-25, requires: [{{holds: charged}}], {labels}}}]",
        f"  order: [{{since: ..2018-05-25, penalty: daily, {labels}}}]",
        "periodic_penalties:",
        "  daily:",
        "    - since: ..2018-05-25",
        "      attached_to: order",
        "      per: day",
        f"      {limits}",
        "      starts: day after the order falls due",
        f"      {counting}",
        "      stops: [compliance shown, order lifted]",
        "      crystallises: by liquidation",
        f"      liquidation: {{{words}}}",
        "      cite: GEN 3",
        "      confidence: verified",
        "      read_in: GEN",
    ]
