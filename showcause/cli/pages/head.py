"""The head and the foot of every page: what is shown, as of when, and what it is not."""

from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Group, RenderableType

from domain.days import in_words, weekday_name
from domain.rulebook.rulebook import Rulebook
from scenarios.answering import DISCLAIMER
from showcause.cli.pages.layout import indented, paragraph, section
from showcause.cli.side import Person
from showcause.cli.words import line

__all__ = ["foot", "head"]


def head(
    title: str, facts: Iterable[str], as_of: date, story: str, people: Sequence[Person]
) -> RenderableType:
    """Title, law and day; then the story, and who is in it."""
    when = f"as of {weekday_name(as_of)} {in_words(as_of)}"
    parts: list[RenderableType] = [
        line((title, "title")),
        line(("; ".join(filter(None, facts)), "quiet")),
        line((when, "day")),
    ]
    if story:
        parts += [line(""), paragraph(story)]
    if people:
        parts += [line(""), paragraph((_who(people), "quiet"))]
    return Group(*parts)


def _who(people: Sequence[Person]) -> str:
    return "; ".join(f"{person.name} ({', '.join(_facts(person))})" for person in people)


def _facts(person: Person) -> Iterable[str]:
    """What the law asks about a party; the key only where the name does not show it."""
    if person.key != person.name:
        yield person.key
    yield person.role
    if person.country:
        yield person.country
    if person.main_establishment == "none":
        yield "no main establishment in the Union"
    elif person.main_establishment:
        yield f"main establishment {person.main_establishment}"


def foot(laws: Sequence[Rulebook], cautions: Iterable[str], *, full: bool) -> RenderableType:
    """What kind of answer this is, what is uncertain in it, and what it leaves out."""
    gaps = {gap.what: gap for law in laws for gap in law.not_modelled}
    parts: list[RenderableType] = [line((DISCLAIMER, "title"))]
    parts += [line((f"≈ {caution}", "doubt")) for caution in cautions if caution]
    if full:
        parts += [
            line((f"Not modelled: {gap.what}. {gap.effect}.", "quiet")) for gap in gaps.values()
        ]
    else:
        parts.append(line((f"Not counted or modelled: {'; '.join(gaps)}.", "quiet")))
    return section("What this is", indented(*parts))
