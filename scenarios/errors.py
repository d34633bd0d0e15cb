"""What is wrong with a scenario: every mistake at once, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable

from domain.errors import ShowcauseError
from domain.rulebook.nodes import Mark, Mistake

__all__ = ["ScenarioError"]


class ScenarioError(ShowcauseError):
    """A scenario that cannot be found, read or played; the mistakes stand in the file's order."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))

    def __reduce__(self) -> tuple[type[ScenarioError], tuple[tuple[Mistake, ...]]]:
        return (type(self), (self.mistakes,))

    @classmethod
    def at(cls, mark: Mark, message: str, suggestion: str = "", *, path: str = "") -> ScenarioError:
        """The error of one mistake."""
        return cls((Mistake(mark, path, message, suggestion),))
