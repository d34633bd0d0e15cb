"""A scenario and a matter as files: everything that a person wrote, and nothing that follows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from attrs import field, frozen

from domain.rulebook.nodes import Mark
from scenarios.declared import Branch, DecisionPoint
from scenarios.expected import Expectation, MatterExpectation
from scenarios.measures import ONE_OR_MANY, PROSE
from scenarios.naming import Names, names_of
from scenarios.rows import Row, ToldDifferently
from scenarios.words import AddresseeKind, Ident, ReadAs, Role, SourceKey

__all__ = [
    "Matter",
    "Origin",
    "Participation",
    "Party",
    "Question",
    "Scenario",
    "Source",
    "Teaching",
]


@frozen(kw_only=True)
class Source:
    """A text that rows point to, and in which form it was read."""

    title: str
    read_as: ReadAs = "original"
    note: str = ""


@frozen(kw_only=True)
class Party:
    """A party; its name stays outside the log. `main_establishment` is in the Union, or `none`.

    `undertaking` names the group that it belongs to, whose turnover counts; `acting_as` says that
    a public body acts as an undertaking.
    """

    role: Role
    kind: AddresseeKind | None = None
    name: str = ""
    country: str = ""
    main_establishment: str = ""
    undertaking: Ident | None = None
    acting_as: Literal["undertaking"] | None = None


@frozen(kw_only=True)
class Question:
    """A question for the class, with its answer for the trainer."""

    ask: str
    answer: str = ""


@frozen(kw_only=True)
class Teaching:
    """What a trainer needs; `trainer_only` is never shown to a class."""

    objective: tuple[str, ...] = field(metadata=PROSE)
    minutes: int | None = None
    audience: str = ""
    role: str = ""
    questions: tuple[Question, ...] = ()
    trainer_only: tuple[str, ...] = field(default=(), metadata=PROSE)


@frozen(eq=False)
class Origin:
    """Where the parts of a file stand, by path: keys, and list items counted from 1.

    `folder` is where the file's neighbours are; a shipped file's are the library.
    """

    file: str
    marks: Mapping[str, Mark]
    folder: Path | None = None

    def mark(self, path: str) -> Mark:
        """The place of a part, or of the nearest part around it."""
        while path and path not in self.marks:
            path = path.rpartition(".")[0]
        return self.marks.get(path, Mark(self.file, 1, 1))


NOWHERE: Final = Origin("", {})
"""The origin of a scenario that was built in memory."""

NOT_WRITTEN: Final = {"read": False}
"""Marks a field that no file has a key for."""


@frozen(kw_only=True)
class Scenario:
    """One proceeding as a story: what happened, under which law, and what must follow from it."""

    scenario: Ident
    format: Literal["1"] = "1"
    title: str
    story: str = ""
    teaching: Teaching | None = None
    kind: Literal["real", "invented"]
    law: str
    sources: tuple[tuple[SourceKey, Source], ...] = ()
    parties: tuple[tuple[Ident, Party], ...]
    conducts: tuple[tuple[Ident, str], ...] = ()
    timeline: tuple[Row, ...]
    expect: tuple[Expectation, ...] = ()
    decision_points: tuple[tuple[Ident, DecisionPoint], ...] = ()
    branches: tuple[tuple[Ident, Branch], ...] = ()
    not_expressed: tuple[str, ...] = field(default=(), metadata=PROSE)
    origin: Origin = field(default=NOWHERE, eq=False, repr=False, metadata=NOT_WRITTEN)

    @property
    def names(self) -> Names:
        """The names of its rows and measures, given or by default."""
        return names_of(self.timeline)

    @property
    def not_played(self) -> tuple[str, ...]:
        """What stands in the file and a replay leaves aside, one sentence each."""
        return (
            *(f"branches.{name}: what-ifs are kept, not played" for name, _ in self.branches),
            *(
                f"decision_points.{name}: questions are kept, not asked"
                for name, _ in self.decision_points
            ),
            *(
                f"timeline.{number}.known_to: who knew of it otherwise is kept, not played"
                for number, row in enumerate(self.timeline, 1)
                if row.known_to
            ),
        )


@frozen(kw_only=True)
class Participation:
    """Which addressee and which conduct of a scenario a matter is about."""

    addressee: Ident
    conduct: Ident


@frozen(kw_only=True)
class Matter:
    """One affair before several authorities: whole scenarios side by side."""

    matter: Ident
    format: Literal["1"] = "1"
    title: str
    story: str = ""
    teaching: Teaching | None = None
    sources: tuple[tuple[SourceKey, Source], ...] = ()
    why_separate: str
    source: tuple[str, ...] = field(default=(), metadata=ONE_OR_MANY)
    proceedings: tuple[tuple[Ident, Participation], ...]
    expect: tuple[MatterExpectation, ...] = ()
    told_differently: tuple[ToldDifferently, ...] = ()
    not_expressed: tuple[str, ...] = field(default=(), metadata=PROSE)
    origin: Origin = field(default=NOWHERE, eq=False, repr=False, metadata=NOT_WRITTEN)
