"""What every command and every event of a proceeding has in common."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from domain.rulebook.labels import Sourced

Allegations = tuple[tuple[str, tuple[str, ...]], ...]
"""Provisions by conduct: `(("faceprints", ("GDPR 6", "GDPR 12")),)`."""


@frozen(kw_only=True)
class Defect:
    """One rule that an act breaks: the rule's name, what was asked, the limit and the provision.

    `rule` is the name that `despite` has to give for the act to be recorded all the same.
    `gravity` is `impossible`, `irregular`, or `warns` for a rule from memory.
    """

    rule: str
    message: str
    asked: str = ""
    limit: str = ""
    cite: str = ""
    label: str = ""
    measure: str = ""
    gravity: str = "irregular"
    why: str = ""

    @classmethod
    def under(
        cls, source: Sourced, rule: str, message: str, *, asked: object = "", limit: object = ""
    ) -> "Defect":
        """A defect under a rule whose labels come from the rulebook."""
        return cls(
            rule=rule,
            message=message,
            asked=str(asked),
            limit=str(limit),
            cite=source.cite,
            label=source.label,
            gravity="warns" if source.from_memory else "irregular",
        )

    @property
    def caution(self) -> str:
        """The sentence of a warning: that nothing is refused, and why."""
        return f"{'from memory, so it' if 'memory' in self.label else 'it'} only warns: {self}"

    def __str__(self) -> str:
        """The sentence with its provision."""
        return f"{self.message} ({self.label})" if self.label else self.message


@frozen(kw_only=True)
class Command:
    """An act that somebody wants to give: its day, who gives it, and what it says.

    `id` names the act within the proceeding; left out, it is the kind of act, numbered from the
    second on. `by` is an organ or a party; left out where only one can act. `despite` maps the
    name of a broken rule to the reason why the act stood; `rests_on` maps a premise to its status.
    `denies` and `states` are judgements: some are made by acting, some must be said.
    """

    on: date
    id: str = ""
    by: str = ""
    despite: tuple[tuple[str, str], ...] = ()
    denies: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    rests_on: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Event:
    """Something that happened: its day, its act, the provision it rests on, and its defects."""

    on: date
    act: str
    by: str = ""
    basis: str = ""
    defects: tuple[Defect, ...] = ()


@frozen(kw_only=True)
class Refusal:
    """Why an act was not recorded; the history is as it was.

    `kind` is `irregular` (it can be recorded by naming the defects in `despite`) or `impossible`.
    """

    act: str
    kind: str
    defects: tuple[Defect, ...]
    by: str = ""
    target: str = ""

    def __str__(self) -> str:
        """One sentence a defect."""
        return f"{self.act}: " + "; ".join(str(defect) for defect in self.defects)


@frozen(kw_only=True)
class Accepted:
    """The events of an act that stands, and the rules from memory that it would have broken."""

    events: tuple[Event, ...]
    warnings: tuple[Defect, ...] = ()


Verdict = Accepted | Refusal


def impossible(act: str, rule: str, message: str, *, asked: object = "") -> Refusal:
    """A refusal of what cannot be recorded at all."""
    defect = Defect(rule=rule, message=message, asked=str(asked), gravity="impossible")
    return Refusal(act=act, kind="impossible", defects=(defect,))


def joined(words: Sequence[str]) -> str:
    """Words as a sentence lists them: `a, b and c`."""
    *before, last = words or ("",)
    return f"{', '.join(before)} and {last}" if before else last
