"""Catching up a view with the log: ours in batches, against one transaction for each event.

The view is a line for each proceeding: rulebook, first day, last day, position. Both fold the same
log into the same lines. The last rows are the views that every store of ours keeps (status,
exposure, deadlines, time line and the line), in batches and with a batch of one.
"""

import gc
from itertools import count

import pytest

from showcause.bootstrap import READ_MODELS
from showcause.docket import DocketEntry
from showcause.store import views as views_module
from showcause.store.casework import Casework
from showcause.store.views import Views
from tests.benchmarks.histories import renamed
from tests.benchmarks.measuring import OURS, Row, a_second, by_turns, timed
from tests.benchmarks.peer import SAME, docket, library_file
from tests.benchmarks.peer_views import (
    MemoryLines,
    PostgresLines,
    SqliteLines,
    loop,
    run,
)
from tests.benchmarks.stores import MEMORY, POSTGRES, SQLITE, STORES
from tests.benchmarks.table import CATCH_UP

PROCEEDINGS, EVENTS = 10, 50
FEW = 4
"""Proceedings for the views that are slow one by one."""

RUNNER = "the library's runner"
LOOP = "a loop, one by one"
ONE_BY_ONE = "ours, one by one"
VIEWS = {MEMORY: MemoryLines, SQLITE: SqliteLines, POSTGRES: PostgresLines}


@pytest.fixture(scope="module")
def log(records):
    """A few proceedings of the same length."""
    numbers = count(1)
    return [renamed(records[:EVENTS], f"proceeding-{next(numbers)}") for _ in range(PROCEEDINGS)]


@pytest.fixture
def casework(request, log, places):
    """Our store with that log in it."""
    store, proceedings = request.param
    with places.ours(store) as env, Casework(env) as casework:
        for records in log[:proceedings]:
            casework.append(records)
        yield casework


def caught_up(casework, views):
    """Seconds to fold the whole log into no views at all."""
    casework.registry.replace_views({}, place=None)
    return timed(views.catch_up)


def lines_of(views):
    """Our lines as the peer's table has them."""
    return sorted(
        (one.proceeding, one.rulebook, str(one.registered_on), str(one.last_on), one.position)
        for one in views.read_all(DocketEntry).values()
    )


@pytest.mark.parametrize(
    ("casework", "store"),
    [((one, PROCEEDINGS), one) for one in STORES],
    indirect=["casework"],
    ids=STORES,
)
def test_a_line_of_each_proceeding(casework, store, log, rows, places):
    views = Views(casework, (DocketEntry,))
    lines = {}
    with (
        places.library(store) as env,
        docket(SAME, log[0], env) as app,
    ):
        for records in log:
            app.save(library_file(SAME, records))
        peer, drive = driven(app, store, env)

        def of_the_library():
            gc.collect()
            seconds, lines[SAME] = drive()
            return seconds

        sides = {OURS: lambda: caught_up(casework, views), peer: of_the_library}
        times = by_turns(sides, rounds=5)
        assert lines_of(views) == lines[SAME]
    rows.append(row(f"a line a proceeding, {store}", PROCEEDINGS, peer, times))


def driven(app, store, env):
    """How the library is driven on a store."""
    if store == SQLITE:
        view = app.factory.tracking_recorder(SqliteLines)
        return LOOP, lambda: loop(app, view)
    return RUNNER, lambda: run(app, VIEWS[store], env)


@pytest.mark.parametrize(
    ("casework", "store"),
    [((one, FEW), one) for one in STORES],
    indirect=["casework"],
    ids=STORES,
)
def test_all_views_of_a_store(casework, store, rows, monkeypatch):
    views = Views(casework, (DocketEntry, *READ_MODELS))
    stored = {}

    def caught_up_by(batch, side):
        monkeypatch.setattr(views_module, "BATCH", batch)
        seconds = caught_up(casework, views)
        stored[side] = casework.registry.shelf().views
        return seconds

    usual = views_module.BATCH
    sides = {
        OURS: lambda: caught_up_by(usual, OURS),
        ONE_BY_ONE: lambda: caught_up_by(1, ONE_BY_ONE),
    }
    times = by_turns(sides, rounds=3)
    assert stored[OURS] == stored[ONE_BY_ONE]
    rows.append(row(f"all five views, {store}", FEW, ONE_BY_ONE, times))


def row(what, proceedings, peer, times):
    events = proceedings * EVENTS
    return Row(
        chapter=CATCH_UP,
        what=what,
        ours=a_second(times.median(), events, "events"),
        peer=a_second(times.median(peer), events, "events"),
        told_peer=peer,
        ratios=times.ratios(peer),
    )
