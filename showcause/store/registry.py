"""What is kept beside the event log, in the same store: views, laws, and names of parties."""

from abc import abstractmethod
from collections.abc import Collection, Mapping

from attrs import frozen
from eventsourcing.persistence import TrackingRecorder

LOG = "casework"
"""The name under which the place of the views in the event log is tracked."""

ViewKey = tuple[str, str]
"""The name of a read model, and a proceeding."""

SHAPE: ViewKey = ("", "")
"""Where the registry keeps which read models there are, and of which form."""


class OvertakenError(Exception):
    """Another process has moved the views on in the meantime; what it wrote is to be read first."""


@frozen
class Shelf:
    """Stored views, and the place in the log up to which they are folded; None before the first."""

    place: int | None
    views: Mapping[ViewKey, bytes]


class Registry(TrackingRecorder):
    """The part of a store that the event library has no place for."""

    @abstractmethod
    def shelf(self, proceedings: Collection[str] | None = None) -> Shelf:
        """The views of these proceedings, or of all, with the shape, as they are together."""

    @abstractmethod
    def put_views(self, views: Mapping[ViewKey, bytes], *, place: int, after: int | None) -> None:
        """Write views with their new place in one transaction, if the old place still holds."""

    @abstractmethod
    def replace_views(self, views: Mapping[ViewKey, bytes], *, place: int | None) -> None:
        """Put these in the place of all there are, in one transaction."""

    @abstractmethod
    def put_law(self, digest: str, law: bytes) -> None:
        """Keep a law; one that is there already stays as it is."""

    @abstractmethod
    def law(self, digest: str) -> bytes | None:
        """The law of that digest."""

    @abstractmethod
    def put_name(self, proceeding: str, party: str, name: str) -> None:
        """Enter the name of a party, or write over it."""

    @abstractmethod
    def names(self, proceeding: str) -> dict[str, str]:
        """The names of the parties of a proceeding, by key; an emptied entry is empty."""

    @abstractmethod
    def forget(self, proceeding: str, party: str) -> bool:
        """Empty an entry, and leave no copy of the name behind; false if there was none."""
