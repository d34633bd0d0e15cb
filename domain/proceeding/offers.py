"""Offers: for each act that the law allows, what each of its fields may hold."""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from domain.days import Span
from domain.money import Money, Rate
from domain.periods import TimeLimit
from domain.proceeding.bounds import Domain, nothing_left
from domain.proceeding.messages import Command, Defect, Refusal
from domain.rulebook.labels import Sourced


@frozen(kw_only=True)
class Field:
    """A field of an act with its domain.

    Outside an `essential` one the act is impossible, outside another irregular; where the bound is
    from memory or rests on a figure that nobody told it `only_warns`. `unless` names a judgement
    that lifts the bound.
    """

    name: str
    domain: Domain
    subject: str = ""
    rule: str = ""
    source: Sourced = field(factory=Sourced)
    essential: bool = False
    only_warns: bool = False
    unless: str = ""

    def defect(self, value: object, measure: str = "") -> Defect | None:
        """The defect of a value that lies outside."""
        wrong = self.domain.wrong(value)
        if not wrong:
            return None
        shown = value if isinstance(value, str | Money | Rate | TimeLimit | Span) else ""
        subject = f"{self.subject or self.name} {shown}".strip()
        soft = self.only_warns or self.source.from_memory
        return Defect(
            rule=self.rule or self.name,
            message=f"{subject} {wrong}",
            asked=str(shown),
            limit=self.domain.limit,
            cite=self.source.cite,
            label=self.source.label if self.source.cite else "",
            measure=measure,
            gravity="impossible" if self.essential else "warns" if soft else "irregular",
        )

    def barred(self) -> Defect | None:
        """The defect of any act at all, where the bound leaves no value to it."""
        soft = self.only_warns or self.source.from_memory
        if soft or not nothing_left(self.domain):
            return None
        return Defect(
            rule=self.rule or self.name,
            message=f"nothing is left for {self.subject or self.name}".removesuffix(" of"),
            limit=self.domain.limit,
            cite=self.source.cite,
            label=self.source.label if self.source.cite else "",
            gravity="impossible" if self.essential else "irregular",
        )


@frozen(kw_only=True)
class JointLimit:
    """A limit over several fields together, such as the sum of fines for linked conduct."""

    over: str
    at_most: Money
    source: Sourced
    only_warns: bool = False


@frozen(kw_only=True)
class Offer:
    """An act that may be given that day: by whom, about what, and what each field may hold."""

    act: str
    by: tuple[str, ...]
    on: date
    target: str = ""
    local: str = ""
    fields: tuple[Field, ...] = ()
    joint: tuple[JointLimit, ...] = ()
    supposes: tuple[str, ...] = ()
    warnings: tuple[Defect, ...] = ()
    source: Sourced = field(factory=Sourced)

    def of(self, name: str) -> tuple[Field, ...]:
        """All bounds of one field; every one of them binds."""
        return tuple(found for found in self.fields if found.name == name)

    def broken_by(self, command: Command) -> Iterator[Defect]:
        """The defect of each bound that a command breaks."""
        for found in self.fields:
            lifted = found.unless and found.unless in command.states
            defect = None if lifted else found.defect(getattr(command, found.name))
            if defect is not None:
                yield defect


Answer = Offer | Refusal
"""What `options` says of an act: the domain of its fields, or why it may not be given."""
