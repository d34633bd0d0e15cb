"""Saving decided events: our store against the library's own application on the same kind of store.

Of each proceeding the first twenty events are there already. What is timed is saving alone: turning
records into rows and committing them, so many at a time. Both sides write the same content. A
commit to a file is on the disk on both sides; PostgreSQL runs on the same machine and does not wait
for its disk, so that what is told of it is the work of the client and the way to the server.
"""

from itertools import count

import pytest

from domain.aggregate import project
from showcause.store.casework import Casework
from tests.benchmarks.digests import of_library_file, of_state
from tests.benchmarks.histories import renamed
from tests.benchmarks.measuring import OURS, Row, a_second, by_turns, timed
from tests.benchmarks.peer import SAME, docket, library_file
from tests.benchmarks.stores import STORES
from tests.benchmarks.table import SAVES

ALREADY_THERE = 20
ROUNDS = 11
SAVES_A_ROUND = {1: 60, 20: 20, 100: 5}


def slices(pending, each):
    return [pending[first : first + each] for first in range(0, len(pending), each)]


class Ours:
    """Our application; a proceeding is saved as a command saves it."""

    def __init__(self, casework, each):
        self.casework = casework
        self.each = each

    def save(self, records):
        self.casework.append(records[:ALREADY_THERE])
        proceeding = project(None, records)
        parts = slices(records[ALREADY_THERE:], self.each)

        def work():
            for part in parts:
                proceeding.pending_events[:] = part
                self.casework.record(proceeding)

        return timed(work)

    def digest(self, name):
        return of_state(self.casework.load(name).state)


class Library:
    """The library's application; its file is saved in the same stretches."""

    def __init__(self, app, each):
        self.app = app
        self.each = each
        self.ids = {}

    def save(self, records):
        file = library_file(SAME, records)
        pending = file.pending_events[:]
        file.pending_events[:] = pending[:ALREADY_THERE]
        self.app.save(file)
        parts = slices(pending[ALREADY_THERE:], self.each)
        self.ids[records[0].proceeding] = file.id

        def work():
            for part in parts:
                file.pending_events[:] = part
                self.app.save(file)

        return timed(work)

    def digest(self, name):
        return of_library_file(self.app.repository.get(self.ids[name]))


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("each", SAVES_A_ROUND)
def test_events_are_saved(each, store, records, rows, places):
    timed_events = each * SAVES_A_ROUND[each]
    stored = records[: ALREADY_THERE + timed_events]
    numbers = {OURS: count(1), SAME: count(1)}

    def names(side):
        return renamed(stored, f"proceeding-{next(numbers[side])}")

    with (
        places.ours(store) as env,
        places.library(store) as library_env,
        Casework(env) as casework,
        docket(SAME, stored, library_env) as app,
    ):
        ours, library = Ours(casework, each), Library(app, each)
        sides = {
            OURS: lambda: ours.save(names(OURS)),
            SAME: lambda: library.save(names(SAME)),
        }
        times = by_turns(sides, rounds=ROUNDS)
        assert ours.digest(f"proceeding-{ROUNDS}") == library.digest(f"proceeding-{ROUNDS}")
    rows.append(
        Row(
            chapter=SAVES,
            what=f"{each} event{'' if each == 1 else 's'} a save, {store}",
            ours=a_second(times.median(), timed_events, "events"),
            peer=a_second(times.median(SAME), timed_events, "events"),
            told_peer=SAME,
            ratios=times.ratios(SAME),
        )
    )
