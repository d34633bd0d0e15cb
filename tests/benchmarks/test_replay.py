"""Loading one proceeding: our repository against the library's default aggregate.

Both load the same history from the same recorder of the library, and end with the same digest of
all their entries, days and sums. The library's own part of the work (rows, ids, locks) is in both.
"""

import pytest

from showcause.store.casework import Casework
from tests.benchmarks.digests import of_library_file, of_state
from tests.benchmarks.histories import NAME
from tests.benchmarks.measuring import OURS, Row, by_turns, in_ms, timed
from tests.benchmarks.peer import LEAN, SAME, docket, library_file
from tests.benchmarks.stores import MEMORY, SQLITE
from tests.benchmarks.table import REPLAY

EVENTS_A_ROUND = 400


@pytest.mark.parametrize("store", [MEMORY, SQLITE])
@pytest.mark.parametrize("number", [20, 200, 2000])
def test_a_history_is_loaded(number, store, records, rows, places):
    stored = records[:number]
    with (
        places.ours(store) as ours_env,
        places.library(store) as same_env,
        places.library(store) as lean_env,
        Casework(ours_env) as casework,
        docket(SAME, stored, same_env) as same,
        docket(LEAN, stored, lean_env) as lean,
    ):
        casework.append(stored)
        files = {SAME: library_file(SAME, stored), LEAN: library_file(LEAN, stored)}
        same.save(files[SAME])
        lean.save(files[LEAN])
        loads = {
            OURS: lambda: casework.load(NAME),
            SAME: lambda: same.repository.get(files[SAME].id),
            LEAN: lambda: lean.repository.get(files[LEAN].id),
        }
        told = of_state(loads[OURS]().state)
        assert {of_library_file(loads[kind]()) for kind in files} == {told}
        calls = max(1, EVENTS_A_ROUND // number)
        sides = {name: lambda load=load: timed(load, calls) for name, load in loads.items()}
        times = by_turns(sides, rounds=11 if number > EVENTS_A_ROUND else 25)
    rows += [
        Row(
            chapter=REPLAY,
            what=f"{number:,} events from {store}",
            ours=in_ms(times.median()),
            peer=in_ms(times.median(kind)),
            told_peer=kind,
            ratios=times.ratios(kind),
        )
        for kind in files
    ]
