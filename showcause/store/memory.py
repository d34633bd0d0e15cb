"""The registry in memory: gone with the process, for tests and for trying things out."""

from collections.abc import Collection, Mapping

from eventsourcing.persistence import Tracking
from eventsourcing.popo import POPOTrackingRecorder

from showcause.store.registry import LOG, SHAPE, OvertakenError, Registry, Shelf, ViewKey


class MemoryRegistry(POPOTrackingRecorder, Registry):
    """Dictionaries under the library's lock."""

    def __init__(self) -> None:
        super().__init__()
        self._views: dict[ViewKey, bytes] = {}
        self._laws: dict[str, bytes] = {}
        self._names: dict[str, dict[str, str]] = {}

    def shelf(self, proceedings: Collection[str] | None = None) -> Shelf:
        with self._database_lock:
            views = {
                key: content
                for key, content in self._views.items()
                if key == SHAPE or proceedings is None or key[1] in proceedings
            }
            return Shelf(self.max_tracking_id(LOG), views)

    def put_views(self, views: Mapping[ViewKey, bytes], *, place: int, after: int | None) -> None:
        with self._database_lock:
            if self.max_tracking_id(LOG) != after:
                raise OvertakenError
            self.insert_tracking(Tracking(LOG, place))
            self._views |= views

    def replace_views(self, views: Mapping[ViewKey, bytes], *, place: int | None) -> None:
        with self._database_lock:
            self._max_tracking_ids[LOG] = place
            self._views = dict(views)

    def put_law(self, digest: str, law: bytes) -> None:
        with self._database_lock:
            self._laws.setdefault(digest, law)

    def law(self, digest: str) -> bytes | None:
        return self._laws.get(digest)

    def put_name(self, proceeding: str, party: str, name: str) -> None:
        with self._database_lock:
            self._names.setdefault(proceeding, {})[party] = name

    def names(self, proceeding: str) -> dict[str, str]:
        with self._database_lock:
            return dict(self._names.get(proceeding, {}))

    def forget(self, proceeding: str, party: str) -> bool:
        with self._database_lock:
            known = self._names.get(proceeding, {})
            if party not in known:
                return False
            known[party] = ""
            return True
