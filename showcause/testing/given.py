"""Given, when, then: the one form of a test of an act, as values without a framework."""

from collections.abc import Iterable

import attrs
from attrs import field, frozen

from domain.proceeding.deciding import decide, evolve
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.messages import Accepted, Command, Defect, Event, Refusal, Verdict
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook


def _listed_past(past: Iterable[Command | Event]) -> tuple[Command | Event, ...]:
    return tuple(past)


@frozen
class Given:
    """What happened before: commands, which are decided, or events, which are taken as they are.

    Both may be mixed. A command that is refused is a mistake of the test and fails it at once.
    """

    past: tuple[Command | Event, ...] = field(converter=_listed_past)
    law: Rulebook
    events: tuple[Event, ...] = field(init=False)
    state: ProceedingState = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Play the past, so that `events` and `state` can be read."""
        events, state = _played(self.past, self.law)
        object.__setattr__(self, "events", events)
        object.__setattr__(self, "state", state)

    @property
    def history(self) -> tuple[RecordedEvent, ...]:
        """The events as folds read them."""
        return recorded(self.events, law=self.law)

    def and_(self, *more: Command | Event) -> "Given":
        """The same past with more of it."""
        return Given((*self.past, *more), self.law)

    def when(self, command: Command) -> "When":
        """Decide a command, once."""
        return When(self, command, decide(self.state, command, self.law))


@frozen
class When:
    """A decided command; each `then` says what was expected and fails with both sides shown."""

    given: Given
    command: Command
    verdict: Verdict

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of an accepted command; a refused one fails the test."""
        return self._accepted().events

    @property
    def after(self) -> Given:
        """What can be given for the next step."""
        return self.given.and_(*self.events)

    def then(self, *events: Event) -> "When":
        """Exactly these events: the day, the act, the basis and the defects included."""
        found = self._accepted().events
        assert found == events, _difference(events, found)
        return self

    def then_refused(self, kind: str | None = None, rules: Iterable[str] | None = None) -> Refusal:
        """It was refused; `kind` and the names of all broken `rules`, in any order, if given."""
        assert isinstance(self.verdict, Refusal), (
            f"{self.command} was accepted: {_listed(self.verdict.events)}"
        )
        refusal = self.verdict
        said = f"it was refused as {refusal.kind}: {refusal}"
        assert kind is None or refusal.kind == kind, f"{kind} was expected, but {said}"
        found = sorted(defect.rule for defect in refusal.defects)
        if rules is not None:
            wanted = sorted(rules)
            assert found == wanted, f"{wanted} were expected to be broken, not {found}; {said}"
        return refusal

    def then_warned(self, rules: Iterable[str] | None = None) -> tuple[Defect, ...]:
        """It was accepted with warnings; the names of the `rules` that warned, if given."""
        warnings = self._accepted().warnings
        found = sorted(defect.rule for defect in warnings)
        assert found, f"{self.command} was accepted without a warning"
        if rules is not None:
            wanted = sorted(rules)
            assert found == wanted, f"warnings about {wanted} were expected, not about {found}"
        return warnings

    def _accepted(self) -> Accepted:
        assert isinstance(self.verdict, Accepted), f"{self.command} was refused: {self.verdict}"
        return self.verdict


def recorded(
    events: Iterable[Event], *, proceeding: str = "", law: Rulebook | None = None
) -> tuple[RecordedEvent, ...]:
    """Events in their envelopes, numbered from 1; `proceeding` left out is the registered name."""
    listed = tuple(events)
    name = proceeding or next((getattr(e, "proceeding", "") for e in listed), "") or "proceeding"
    digest = "" if law is None else law.digest
    return tuple(
        RecordedEvent(proceeding=name, position=place, event=event, law=digest)
        for place, event in enumerate(listed, start=1)
    )


def _played(
    past: tuple[Command | Event, ...], law: Rulebook
) -> tuple[tuple[Event, ...], ProceedingState]:
    events: list[Event] = []
    state = ProceedingState()
    for step in past:
        for event in _events_of(step, state, law):
            state = evolve(state, event)
            events.append(event)
    return tuple(events), state


def _events_of(step: Command | Event, state: ProceedingState, law: Rulebook) -> tuple[Event, ...]:
    if isinstance(step, Event):
        return (step,)
    verdict = decide(state, step, law)
    assert isinstance(verdict, Accepted), f"what is given cannot be: {step} was refused: {verdict}"
    return verdict.events


def _difference(wanted: tuple[Event, ...], found: tuple[Event, ...]) -> str:
    """Field by field where the classes agree, else both lists."""
    if [type(event) for event in wanted] != [type(event) for event in found]:
        return f"expected {_listed(wanted)}\nbut found {_listed(found)}"
    lines = [
        f"{type(one).__name__}.{name}: expected {left!r}, found {right!r}"
        for one, other in zip(wanted, found, strict=True)
        for name in (a.name for a in attrs.fields(type(one)))
        if (left := getattr(one, name)) != (right := getattr(other, name))
    ]
    return "\n".join(lines)


def _listed(events: tuple[Event, ...]) -> str:
    return "\n  ".join(("these events:", *(repr(event) for event in events))) if events else "none"
