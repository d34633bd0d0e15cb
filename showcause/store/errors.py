"""What can go wrong between a proceeding and the place where it is kept."""

from domain.errors import ShowcauseError


class StoreError(ShowcauseError):
    """The store could not do what was asked; what was acknowledged before is still there."""


class UnreadableError(StoreError):
    """Stored bytes that are no value of the kind that should be there."""
