"""Stored views: any read model, folded from the log in batches, together with its place there."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

from eventsourcing.persistence import Notification

from domain.proceeding.envelope import RecordedEvent
from projections.folding import ReadModel
from showcause.store.casework import Casework
from showcause.store.codec import Codec
from showcause.store.errors import StoreError
from showcause.store.registry import SHAPE, OvertakenError, ViewKey

BATCH = 500
"""Events a transaction: with one each, a disk takes some 25 times as long."""

R = TypeVar("R", bound=ReadModel)


class Views:
    """All read models of a store as one composite view, with one place in the log.

    Views are written together with the place up to which they are folded, or not at all: a crash
    at any point loses nothing and counts nothing twice. Where the read models have changed since
    the views were written, they are folded anew.
    """

    def __init__(self, casework: Casework, models: Sequence[type[ReadModel]]) -> None:
        self._casework = casework
        self._registry = casework.registry
        self._models = {model.name: model for model in models}
        if len(self._models) != len(models):
            raise ValueError("two read models have the same name")
        self._codecs: dict[str, Codec[ReadModel]] = {m.name: Codec.of(m) for m in models}
        shapes = sorted(f"{name} {codec.shape}" for name, codec in self._codecs.items())
        self.shape = hashlib.sha256("\n".join(shapes).encode()).digest()

    def catch_up(self) -> int:
        """Fold what the log has gained, and tell how many events that were."""
        done = 0
        while True:
            place = self._place()
            rows = self._casework.rows(place, BATCH)
            if not rows:
                return done
            if self._fold(rows, place):
                done += len(rows)

    def rebuild(self) -> int:
        """Fold the whole log anew; a crash on the way leaves views that only have to catch up."""
        self._registry.replace_views({SHAPE: self.shape}, place=None)
        return self.catch_up()

    def read(self, model: type[R], proceeding: str) -> R:
        """The view of one proceeding, up to date."""
        self.catch_up()
        stored = self._registry.shelf((proceeding,)).views
        return cast("R", self.lifted(stored, (model.name, proceeding)))

    def read_all(self, model: type[R]) -> dict[str, R]:
        """The view of every proceeding that the read model has something to say about."""
        self.catch_up()
        stored = self._registry.shelf().views
        keys = sorted(key for key in stored if key[0] == model.name)
        return {key[1]: cast("R", self.lifted(stored, key)) for key in keys}

    def lifted(self, stored: Mapping[ViewKey, bytes], key: ViewKey) -> ReadModel:
        """A view from its bytes; empty where none were written."""
        model = self._models.get(key[0])
        if model is None:
            raise StoreError(f"no views of the read model '{key[0]}' are kept in this store")
        return self._codecs[key[0]].read(stored[key]) if key in stored else model.empty()

    def lowered(self, views: Mapping[ViewKey, ReadModel]) -> dict[ViewKey, bytes]:
        """The bytes of views."""
        return {key: self._codecs[key[0]].write(view) for key, view in views.items()}

    def folded(
        self, stored: Mapping[ViewKey, bytes], events: Iterable[RecordedEvent]
    ) -> dict[ViewKey, ReadModel]:
        """The views that these events change, as they are afterwards."""
        before: dict[ViewKey, ReadModel] = {}
        after: dict[ViewKey, ReadModel] = {}
        for recorded in events:
            for name in self._models:
                key = (name, recorded.proceeding)
                if key not in after:
                    before[key] = after[key] = self.lifted(stored, key)
                after[key] = after[key].evolve(recorded)
        return {key: view for key, view in after.items() if view is not before[key]}

    def _place(self) -> int | None:
        """The place of the views in the log; none where they are of other read models."""
        shelf = self._registry.shelf(())
        if shelf.views.get(SHAPE) == self.shape:
            return shelf.place
        self._registry.replace_views({SHAPE: self.shape}, place=None)
        return None

    def _fold(self, rows: Sequence[Notification], place: int | None) -> bool:
        """Fold one batch in one transaction, unless another process has done so by now."""
        events = [self._casework.recorded(row).as_event() for row in rows]
        stored = self._registry.shelf({event.proceeding for event in events}).views
        changed = self.lowered(self.folded(stored, events))
        try:
            self._registry.put_views(changed, place=rows[-1].id, after=place)
        except OvertakenError:
            return False
        return True
