"""What can go wrong between a proceeding and the place where it is kept."""

from domain.errors import ShowcauseError


class StoreError(ShowcauseError):
    """The store could not do what was asked; what was acknowledged before is still there."""


class SettingsError(StoreError):
    """A setting names no store, or leaves out what its store needs."""


class UnreadableError(StoreError):
    """Stored bytes that are no value of the kind that should be there."""


class UnknownProceedingError(StoreError):
    """The store has no proceeding of that name; perhaps one of a name that is `near`."""

    def __init__(self, proceeding: str, near: str = "") -> None:
        super().__init__(proceeding, near)
        self.proceeding = proceeding
        self.near = near

    def __str__(self) -> str:
        """Name the proceeding."""
        hint = f"; did you mean '{self.near}'?" if self.near else ""
        return f"there is no proceeding '{self.proceeding}' in this store{hint}"


class ConcurrentWriteError(StoreError):
    """Somebody else wrote first; nothing was recorded, and the act has to be decided again."""

    def __init__(self, proceeding: str, position: int) -> None:
        super().__init__(proceeding, position)
        self.proceeding = proceeding
        self.position = position

    def __str__(self) -> str:
        """Name the position that was taken, and what to do."""
        return (
            f"somebody else recorded something in {self.proceeding} after event {self.position}; "
            "nothing was recorded: reload the proceeding, and give the act again if it still fits"
        )


class OtherLawError(StoreError):
    """The law of the command is not the one that the proceeding has run under so far."""

    def __init__(self, proceeding: str, law: str, given: str) -> None:
        super().__init__(proceeding, law, given)
        self.proceeding = proceeding
        self.law = law
        self.given = given

    def __str__(self) -> str:
        """Name both digests, and what to do."""
        return (
            f"{self.proceeding} runs under the law {self.law[:12]}, not {self.given[:12]}; "
            "leave the law out to go on under the one that the store keeps"
        )


class ExchangeError(StoreError):
    """A file of events that cannot be taken over; nothing of it was."""
