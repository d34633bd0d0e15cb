"""The sheet of paper on which one calculation is worked out: its steps, defects and warnings."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from domain.methods.inputs import Choice, ChoiceStep, FineInput
from domain.methods.model import AnyMethod, AnyVersion, StepKey
from domain.methods.numbers import ExchangeRate
from domain.methods.outcomes import MethodDefect, Step, Sums
from domain.methods.tables import StepHead
from domain.money import Money
from domain.rulebook.labels import Kind, Sourced
from domain.rulebook.model import MaximumRule

__all__ = ["Worksheet"]


@define(eq=False)
class Worksheet:
    """One run of a method over one input; it is thrown away when the answer is made of it."""

    method: AnyMethod
    version: AnyVersion
    given: FineInput
    maxima: tuple[MaximumRule, ...]
    joint: Sourced | None
    steps: list[Step] = field(factory=list)
    defects: list[MethodDefect] = field(factory=list)
    warnings: dict[str, None] = field(factory=dict)
    bound_by: dict[str, None] = field(factory=dict)
    used: set[int] = field(factory=set)
    """The choices that a step has asked for, by identity."""
    from_memory: bool = False
    """Whether a value that nobody has checked played a part."""

    def head(self, key: StepKey) -> StepHead:
        """The number and the name of a step in the method's text."""
        return dict(self.method.steps).get(key, StepHead(number="", name=key.capitalize()))

    def has(self, key: StepKey) -> bool:
        """Whether the method knows such a step."""
        return key in dict(self.method.steps)

    def write(  # noqa: PLR0913 - a step has this many parts
        self,
        key: StepKey,
        of: str,
        text: str,
        *,
        source: Sourced | None = None,
        sums: Sums | None = None,
        chosen: Money | None = None,
        because: str = "",
        binds: bool = False,
        derived: bool = False,
    ) -> None:
        """Add a step; a source from memory marks the answer, and warns unless it did before."""
        head = self.head(key)
        source = source or self.source_of(key)
        if not derived:
            self.mark(source, f"{head.name}: {text}")
        step = Step(
            key=key,
            number=head.number,
            name=head.name,
            of=of,
            text=text,
            low=None if sums is None else sums.low,
            high=None if sums is None else sums.high,
            chosen=chosen,
            binds=binds,
            because=because,
            kind=_kind(source.kind),
            cite=source.cite,
            label=source.label,
        )
        self.steps.append(step)

    def source_of(self, key: StepKey, *parts: Sourced) -> Sourced:
        """The citation of a step with the labels of the version, or the weakest of its parts."""
        weakest = next((part for part in parts if part.from_memory), self.version)
        return Sourced(
            cite=self.head(key).cite or self.version.cite,
            kind=self.version.kind,
            confidence=weakest.confidence,
            read_in=weakest.read_in,
        )

    def mark(self, source: Sourced, what: str) -> None:
        """Warn of a value that nobody has checked."""
        if source.from_memory:
            self.from_memory = True
            self.warn(f"from memory, not checked: {what} ({source.cite})")

    def warn(self, text: str) -> None:
        """Warn once of something, however often it plays a part."""
        self.warnings[text] = None

    def fault(self, of: str, defect: MethodDefect) -> bool:
        """Note a defect; true if it only warns, so that the calculation goes on as asked."""
        if defect.gravity == "warns":
            self.from_memory = True
            self.warn(str(evolve(defect, of=of)))
            return True
        self.defects.append(evolve(defect, of=of))
        return False

    def refuse(  # noqa: PLR0913 - a defect has this many parts
        self,
        of: str,
        rule: str,
        message: str,
        *,
        asked: object = "",
        limit: object = "",
        source: Sourced | None = None,
    ) -> bool:
        """Note that something lies outside what a rule allows; true if that only warns."""
        under = source or self.version
        defect = MethodDefect.under(under, rule, message, asked=asked, limit=limit)
        return self.fault(of, defect)

    def choice(self, choices: tuple[Choice, ...], step: ChoiceStep, of: str) -> Choice | None:
        """What the authority chose for a step; for this method before any method."""
        found = list(_for_step(choices, step, self.method.method))
        self.used.update(map(id, found))
        own = [one for one in found if one.only] or found
        if len(own) > 1:
            self.refuse(of, "choice", f"{step} is chosen more than once", asked=len(own), limit=1)
        return own[0] if own else None

    def has_reason(self, because: str, what: str, of: str) -> None:
        """A choice that gives no reason is refused: discretion is an input with an author."""
        if not because.strip():
            self.refuse(of, "reason", f"{what} needs a reason", asked="none")

    def convert(self, money: Money, currency: str, of: str) -> Money | None:
        """The sum in another currency at a rate that was given, or a defect."""
        if money.currency == currency:
            return money
        rate = self.rate(money.currency, currency, of)
        return None if rate is None else rate.convert(money)

    def rate(self, one: str, other: str, of: str) -> ExchangeRate | None:
        """The rate that was given between two currencies, or a defect."""
        rate = next((rate for rate in self.given.rates if rate.converts(one, other)), None)
        if rate is None:
            text = f"{one} cannot be told in {other} without a dated rate"
            self.refuse(of, "currency", text, asked=one, limit=other)
        return rate

    @property
    def kind(self) -> str:
        """Whether the method is a guideline or a practice."""
        return _kind(self.version.kind)


def _kind(kind: Kind | None) -> str:
    return "law" if kind is None or kind is Kind.STATUTE else kind.value


def _for_step(choices: tuple[Choice, ...], step: ChoiceStep, method: str) -> Iterator[Choice]:
    return (one for one in choices if one.step == step and one.only in {"", method})
