"""A PostgreSQL of our own for the tests of the store, started and thrown away with the session."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

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
