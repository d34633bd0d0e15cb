"""Picks the store and the clock: the only place that reads them, and the environment.

Settings: `SHOWCAUSE_STORE` is the file of an SQLite store, `SHOWCAUSE_PERSISTENCE` is `sqlite`
(if left out), `postgres` or `memory`. PostgreSQL is reached by `POSTGRES_DBNAME`, `POSTGRES_HOST`,
`POSTGRES_PORT`, `POSTGRES_USER`, `POSTGRES_PASSWORD` and, for another schema than `public`, which
must exist, `POSTGRES_SCHEMA`. Nothing else in the environment changes how a store works.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from projections import READ_MODELS, ReadModel
from showcause.docket import Docket, SettingsError
from showcause.store.casework import MEMORY, POSTGRES, SQLITE, Casework

PERSISTENCE = "SHOWCAUSE_PERSISTENCE"
STORE = "SHOWCAUSE_STORE"

_NEEDED = ("POSTGRES_DBNAME", "POSTGRES_HOST", "POSTGRES_USER", "POSTGRES_PASSWORD")
_OPTIONAL = ("POSTGRES_PORT", "POSTGRES_SCHEMA")
_POSTGRES = {
    "PERSISTENCE_MODULE": POSTGRES,
    "POSTGRES_CONNECT_TIMEOUT": "10",
    "POSTGRES_POOL_SIZE": "1",  # a command needs one connection; a server opens more as it goes
    "POSTGRES_MAX_OVERFLOW": "10",
    "POSTGRES_LOCK_TIMEOUT": "30",
}


def now() -> datetime:
    """The moment of recording."""
    return datetime.now(UTC)


def today() -> date:
    """The day on which the user asks, where no day was named."""
    return date.today()


def open_docket(
    store: Path | str | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    create: bool = True,
) -> Docket:
    """The docket of a file, or of the store that the environment names; made if need be.

    Without `create` a file that is not there is an error: whoever reads has mistyped its name.
    """
    settings = os.environ if environment is None else environment
    casework = Casework(store_settings(store, settings, create=create))
    models = cast("Sequence[type[ReadModel]]", READ_MODELS)  # each of them has its own name
    return Docket(casework=casework, clock=now, models=models)


def store_settings(
    store: Path | str | None, environment: Mapping[str, str], *, create: bool = True
) -> Mapping[str, str]:
    """What the event library is told, and nothing beside it; a file that is named wins."""
    kind = environment.get(PERSISTENCE) or "sqlite"
    if store is not None or kind == "sqlite":
        path = Path(store or environment.get(STORE) or default_store(environment))
        return _sqlite(path, create=create)
    if kind == "postgres":
        return _postgres(environment)
    if kind == "memory":
        return {"PERSISTENCE_MODULE": MEMORY}
    raise SettingsError(f"{PERSISTENCE} is '{kind}'; there are: sqlite, postgres, memory")


def default_store(environment: Mapping[str, str]) -> Path:
    """Where programs of a user keep their data on this system."""
    if sys.platform == "win32":
        home = environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "showcause" / "docket.db"


def _sqlite(path: Path, *, create: bool) -> Mapping[str, str]:
    from showcause.store.sqlite import made_file  # noqa: PLC0415  # memory does without a driver

    if not create and not path.exists():
        raise SettingsError(
            f"there is no store {path}; `showcause docket open` and `import` make one"
        )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"the folder {path.parent} cannot be made: {error}") from error
    return {"PERSISTENCE_MODULE": SQLITE, "SQLITE_DBNAME": made_file(path)}


def _postgres(environment: Mapping[str, str]) -> Mapping[str, str]:
    missing = [name for name in _NEEDED if not environment.get(name)]
    if missing:
        raise SettingsError(f"{PERSISTENCE} is 'postgres', but {', '.join(missing)} are not set")
    if find_spec("psycopg") is None:
        raise SettingsError("PostgreSQL needs its driver: pip install 'showcause[postgres]'")
    given = {name: environment[name] for name in (*_NEEDED, *_OPTIONAL) if environment.get(name)}
    return {**_POSTGRES, **given}
