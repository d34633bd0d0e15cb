"""What a file holds, as one digest, so that two ways to keep it can be compared."""

import hashlib
import json

from tests.benchmarks.peer import plain
from tests.benchmarks.peer_file import KEPT

ENTRIES = {
    "acts": "id kind on by to about defective notified published_on",
    "periods": "name of party since deadline cite answered_by",
    "notices": "id to alleges comply",
    "charges": "id to alleges",
    "decisions": "id on to finds dismisses fault",
    "fines": "id decision on to amount conduct provisions maximum",
    "orders": "id decision on to content comply penalty",
    "compliance": "act of on result shown",
    "proposals": "id of on days amount run_up",
    "liquidations": "id of on days amount run_up",
    "turnovers": "party year amount on",
    "payments": "act of on amount",
}
"""Everything that a long file fills, to the last field: days, sums, deadlines with their steps."""


def of_state(state):
    """The digest of our state."""
    return _digest({kind: getattr(state, kind) for kind in ENTRIES}, state)


def of_library_file(file):
    """The digest of a file of the library."""
    told = {kind: getattr(file, kind) for kind in KEPT}
    return _digest(told | {"acts": list(file.acts.values())}, file)


def _digest(entries, source):
    told = {
        kind: [[entry[name] for name in names.split()] for entry in plain(entries[kind])]
        for kind, names in ENTRIES.items()
    }
    for kind, place in (("fines", 4), ("liquidations", 4), ("payments", 3)):
        told[f"sum of {kind}"] = sum(entry[place]["minor"] for entry in told[kind])
    told |= {name: plain(getattr(source, name)) for name in ("parties", "conducts", "last_on")}
    written = json.dumps(told, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()
