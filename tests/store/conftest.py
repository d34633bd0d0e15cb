"""Three kinds of store for one contract; PostgreSQL is started and thrown away with the session."""

import os
import runpy
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

from domain.rulebook.loading import load_rulebook
from projections import READ_MODELS
from showcause.bootstrap import store_settings
from showcause.docket import Docket
from showcause.store.casework import Casework

REQUIRED = "SHOWCAUSE_REQUIRE_POSTGRES"
DEBIAN = Path("/usr/lib/postgresql")


def binaries():
    """The folder with the newest initdb and pg_ctl, or none; Debian keeps them off the PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    by_version = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return by_version[-1].parent if by_version else None


def account():
    """Who runs the server: PostgreSQL refuses root, so root hands over to the user postgres."""
    if os.geteuid() != 0:
        return {}
    import pwd  # not there on Windows

    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def why_not():
    """The reason for which no server can be started here, or none."""
    if sys.platform == "win32":
        return "the tests start PostgreSQL on Linux and macOS only"
    if find_spec("psycopg") is None:
        return "psycopg is not installed: pip install 'showcause[postgres]'"
    if binaries() is None:
        return "initdb and pg_ctl were not found: install PostgreSQL (Debian: postgresql)"
    try:
        account()
    except KeyError:
        return "there is no user postgres to run the server, which refuses to run as root"
    return None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(folder):
    """A server in the folder; it stops without ceremony, because nothing in it is kept."""
    run = account()
    if run:
        os.chown(folder, run["user"], run["group"])
    data, log, port = folder / "data", folder / "log", free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"

    def call(command, *arguments):
        with log.open("ab") as output:
            done = subprocess.run(
                [binaries() / command, "-D", data, *arguments],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **run,
            )
        if done.returncode:
            pytest.fail(f"{command} failed:\n{log.read_text(errors='replace')}", pytrace=False)

    call("initdb", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C")
    call("pg_ctl", "-w", "-l", folder / "server.log", "-o", options, "start")
    try:
        yield port
    finally:
        call("pg_ctl", "-m", "immediate", "stop")


@pytest.fixture(scope="session")
def postgres():
    """What `psycopg.connect` takes to reach the server; any password will do."""
    if reason := why_not():
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{REQUIRED}=1, but {reason}", pytrace=False)
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="pg-") as folder, server(Path(folder)) as port:
        yield {
            "host": "127.0.0.1",
            "port": str(port),
            "dbname": "postgres",
            "user": "postgres",
            "password": "postgres",
        }


@contextmanager
def schema_in(postgres):
    """An empty schema of the server, as the settings of a store."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    name = f"store_{next(SCHEMAS)}"
    with psycopg.connect(**postgres, autocommit=True) as connection:
        connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(name)))
        yield {
            "SHOWCAUSE_PERSISTENCE": "postgres",
            "POSTGRES_SCHEMA": name,
            **{f"POSTGRES_{key.upper()}": value for key, value in postgres.items()},
        }
        connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(name)))


SCHEMAS = count(1)


def ticking():
    """A clock that is an hour on at each look, so that two runs see the same moments."""
    moments = count(1)
    return lambda: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=next(moments))


class Place:
    """Where a store is; each opening of it is a process of its own, as far as one can be had."""

    def __init__(self, kind, environment, stack):
        self.kind = kind
        self.environment = environment
        self._stack = stack
        self._memory = None

    def casework(self):
        if self.kind == "memory":
            self._memory = self._memory or Casework()
            return self._memory
        return self._stack.enter_context(Casework(store_settings(None, self.environment)))

    def docket(self, clock=None, models=READ_MODELS):
        return Docket(casework=self.casework(), clock=clock or ticking(), models=models)


@pytest.fixture
def make_place(request, tmp_path):
    """Places of a kind, each of them empty."""
    numbers = count(1)
    with ExitStack() as stack:

        def make(kind):
            if kind == "postgres":
                schema = stack.enter_context(schema_in(request.getfixturevalue("postgres")))
                return Place(kind, schema, stack)
            file = tmp_path / f"{next(numbers)}.db"
            environment = {"SHOWCAUSE_PERSISTENCE": kind, "SHOWCAUSE_STORE": str(file)}
            return Place(kind, environment, stack)

        yield make


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def place(request, make_place):
    """An empty store of each kind."""
    return make_place(request.param)


@pytest.fixture(params=["sqlite", "postgres"])
def shared_place(request, make_place):
    """An empty store of each kind that several processes can share."""
    return make_place(request.param)


@pytest.fixture(scope="session")
def law():
    """French law as it is shipped."""
    return load_rulebook("fr")


@pytest.fixture(scope="session")
def story():
    """A proceeding from its registration to its end: pairs of command id and command."""
    return runpy.run_path(str(Path(__file__).with_name("story.py")))["story"]


@pytest.fixture
def play(law, story):
    """Gives the commands of the story, all or the first few, and returns the receipts."""

    def play(docket, name="fr-clearview", only=None):
        (first_id, first), *others = story(name)[:only]
        receipts = [docket.open(first, law, command_id=first_id)]
        receipts += [docket.act(name, one, command_id=one_id) for one_id, one in others]
        return receipts

    return play
