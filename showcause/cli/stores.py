"""The store of a command that makes none: one that is there, with a hint for a mistyped name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.rulebook.nearest import nearest
from showcause.bootstrap import open_docket
from showcause.docket import Docket, UnknownProceedingError

__all__ = ["kept"]


@contextmanager
def kept(store: Path | None) -> Iterator[Docket]:
    """The docket of a store that exists; an unknown proceeding is told with the nearest name."""
    with open_docket(store, create=False) as docket:
        try:
            yield docket
        except UnknownProceedingError as error:
            near = nearest(error.proceeding, [one.proceeding for one in docket.list()])
            raise UnknownProceedingError(error.proceeding, near or "") from None
