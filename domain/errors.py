"""Every error of the project, under one root, each with its values as attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class ShowcauseError(Exception):
    """Catch this to catch every error that Showcause raises on purpose."""


class CommandRefusedError(ShowcauseError):
    """A rule said no and the history is unchanged; the aggregate's form of a refusal."""

    def __init__(self, refusal: object) -> None:
        super().__init__(refusal)
        self.refusal = refusal


class IrregularActError(CommandRefusedError):
    """The act breaks a rule; naming the defects of the refusal would have it recorded."""


class ImpossibleActError(CommandRefusedError):
    """The act cannot be recorded under any rule, whatever the command says."""


class RulebookError(ShowcauseError):
    """Something is wrong with the law as data, or with what was asked of it."""


class RuleNotFoundError(RulebookError):
    """The rulebook has no rule of that name."""


class RuleNotInForceError(RulebookError):
    """The rule exists, but no version of it is in force on the day asked about."""


class CalendarRangeError(RulebookError):
    """A day outside the years of a calendar: its holidays are not known and never guessed."""

    def __init__(self, calendar: str, day: date, first: date, last: date) -> None:
        super().__init__(calendar, day, first, last)
        self.calendar = calendar
        self.day = day
        self.first = first
        self.last = last

    def __str__(self) -> str:
        """Name the calendar, its years and the day that lies outside."""
        return (
            f"the calendar {self.calendar} runs from {self.first} to {self.last}, not to {self.day}"
        )


class HistoryError(ShowcauseError):
    """Stored events that no command can produce: a fault of the program, never of its user."""


class CurrencyMismatchError(ShowcauseError):
    """Two currencies were added or compared, and nobody gave a dated rate of exchange."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one, other)
        self.one = one
        self.other = other

    def __str__(self) -> str:
        """Name both currencies and what would be needed."""
        return f"{self.one} and {self.other} cannot be added or compared without a dated rate"


class NotationError(ShowcauseError, ValueError):
    """A value that is written wrongly, with the spelling that was probably meant."""

    def __init__(self, text: str, message: str, suggestion: str = "") -> None:
        super().__init__(text, message, suggestion)
        self.text = text
        self.message = message
        self.suggestion = suggestion

    def __str__(self) -> str:
        """Say what is wrong and, where it can be guessed, what to write."""
        return f"{self.message}; {self.suggestion}" if self.suggestion else self.message


def shown(text: str, *, at_most: int = 60) -> str:
    """Quote what a person wrote, cut and with control characters escaped, for a message."""
    return repr(text if len(text) <= at_most else f"{text[: at_most - 3]}...")
