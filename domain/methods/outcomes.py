"""What a calculation answers: its steps and its sum or range, or why it was refused."""

from __future__ import annotations

from attrs import frozen

from domain.money import Money
from domain.rulebook.labels import Sourced

__all__ = [
    "Calculation",
    "CalculationRecord",
    "MethodDefect",
    "MethodRefusal",
    "Step",
    "Sums",
]


@frozen
class Sums:
    """What a step leaves: from the least to the most, the same sum where nothing is left open."""

    low: Money
    high: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a range whose ends are the wrong way round."""
        if self.high < self.low:
            raise ValueError(f"a range from {self.low} to {self.high} ends below its beginning")

    @property
    def single(self) -> Money | None:
        """The sum, where only one is left."""
        return self.low if self.low == self.high else None

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.low + other.low, self.high + other.high)

    def capped(self, most: Money) -> Sums:
        """No more than a maximum at either end."""
        return Sums(self.low.lower(most), self.high.lower(most))

    def contains(self, money: Money) -> bool:
        """Whether a sum lies within, both ends included."""
        return self.low <= money <= self.high

    def __str__(self) -> str:
        """Write one sum or both, the currency once."""
        if self.low == self.high:
            return str(self.low)
        return f"{self.low}..{str(self.high).removeprefix(f'{self.high.currency} ')}"


@frozen(kw_only=True)
class Step:
    """One step of a calculation, in words and in sums; small enough to be stored in an event.

    `key` names what the step is about, the same for all methods; `of` the infringement or conduct.
    `chosen` is what the authority took within low and high, `because` its reason. `kind` is law,
    guideline, practice or another kind of source. `binds` tells a maximum that cut the sum.
    """

    key: str
    number: str
    name: str
    of: str = ""
    text: str
    low: Money | None = None
    high: Money | None = None
    chosen: Money | None = None
    binds: bool = False
    because: str = ""
    kind: str = "law"
    cite: str = ""
    label: str = ""

    @property
    def sums(self) -> Sums | None:
        """What the step left, where it is about sums."""
        if self.low is None or self.high is None:
            return None
        return Sums(self.low, self.high)

    def __str__(self) -> str:
        """The sentence with its source."""
        return f"{self.text} [{self.label}]" if self.label else self.text


@frozen(kw_only=True)
class CalculationRecord:
    """What goes into a fine's event: the method, its steps and its result, and nothing to look up.

    `result` is None where the method left a range; `kind` is law, guideline or practice.
    """

    method: str
    version: str
    kind: str
    steps: tuple[Step, ...]
    low: Money
    high: Money
    result: Money | None
    warnings: tuple[str, ...] = ()

    def allows(self, amount: Money) -> bool:
        """Whether a fine of that sum is what the calculation came to."""
        if amount.currency != self.low.currency:
            return False
        return self.low <= amount <= self.high


@frozen(kw_only=True)
class Calculation:
    """A fine as a method works it out: a sum, or a range where the authority left it open.

    `bound_by` names each maximum that cut a sum; `warnings` the values that nobody has checked.
    """

    method: str
    title: str
    version: str
    kind: str
    label: str
    fine: str
    steps: tuple[Step, ...]
    sums: Sums
    maximum: Money
    bound_by: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def amount(self) -> Money | None:
        """The sum, or None while a range is left."""
        return self.sums.single

    @property
    def record(self) -> CalculationRecord:
        """The same in the form that an event stores."""
        return CalculationRecord(
            method=self.method,
            version=self.version,
            kind=self.kind,
            steps=self.steps,
            low=self.sums.low,
            high=self.sums.high,
            result=self.amount,
            warnings=self.warnings,
        )

    def about(self, key: str) -> tuple[Step, ...]:
        """The steps of one key, in their order."""
        return tuple(step for step in self.steps if step.key == key)


@frozen(kw_only=True)
class MethodDefect:
    """One rule of a method that an input breaks: its name, what was asked, the limit, the source.

    `gravity` is `warns` where the rule is from memory: the choice then stands, and is marked.
    """

    rule: str
    message: str
    asked: str = ""
    limit: str = ""
    cite: str = ""
    label: str = ""
    of: str = ""
    gravity: str = "irregular"

    @classmethod
    def under(
        cls, source: Sourced, rule: str, message: str, *, asked: object = "", limit: object = ""
    ) -> MethodDefect:
        """A defect under a value whose labels come from the method or the law."""
        return cls(
            rule=rule,
            message=message,
            asked=str(asked),
            limit=str(limit),
            cite=source.cite,
            label=source.label if source.cite else "",
            gravity="warns" if source.from_memory else "irregular",
        )

    def __str__(self) -> str:
        """The sentence with its source."""
        told = f"{self.of}: {self.message}" if self.of else self.message
        return f"{told} ({self.label})" if self.label else told


@frozen(kw_only=True)
class MethodRefusal:
    """Why a method gives no sum; every rule that the input breaks, and never half a calculation."""

    method: str
    version: str
    defects: tuple[MethodDefect, ...]

    def __str__(self) -> str:
        """One sentence a defect."""
        return f"{self.method}: " + "; ".join(str(defect) for defect in self.defects)
