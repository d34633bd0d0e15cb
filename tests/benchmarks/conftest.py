"""What all benchmarks share: the law, the histories, a server, and the table that they fill."""

import gc
import tempfile
from pathlib import Path

import pytest

from domain.rulebook.loading import load_rulebook
from tests.benchmarks import histories, table
from tests.benchmarks.stores import Places
from tests.store.conftest import server, why_not


def pytest_addoption(parser):
    parser.addoption(
        "--keep", action="store_true", help="keep the table in docs/reference/benchmarks.md"
    )


@pytest.fixture(scope="session")
def law():
    return load_rulebook("fr")


@pytest.fixture(scope="session")
def records(law):
    """Two thousand records of one proceeding."""
    return histories.records(law, 2000)


@pytest.fixture(scope="session")
def postgres():
    """How to reach a server that is thrown away, or none where none can be started."""
    if why_not():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="pg-") as folder, server(Path(folder)) as port:
        yield {
            "host": "127.0.0.1",
            "port": str(port),
            "dbname": "postgres",
            "user": "postgres",
            "password": "postgres",
        }


@pytest.fixture
def places(tmp_path, postgres):
    return Places(tmp_path, postgres)


@pytest.fixture(scope="session")
def rows(request, postgres):
    """Rows of the table; it is printed at the end, and kept with --keep if nothing is missing."""
    found = []
    gc.collect()
    gc.freeze()  # what is there before the first measurement need not be looked through at each
    yield found
    gc.unfreeze()
    text = table.told(found, _version(postgres))
    print(f"\n\n{text}")
    if request.config.getoption("--keep"):
        assert request.session.testsfailed == 0
        assert {row.chapter for row in found} == set(table.CHAPTERS), "run all of them to keep them"
        table.keep(text)


def _version(postgres):
    if postgres is None:
        return ""
    import psycopg

    with psycopg.connect(**postgres) as connection:
        return connection.info.parameter_status("server_version").split()[0]
