"""`showcause docket export`, `import` and `forget`: what leaves a store, and what comes in."""

import os
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from showcause.cli.parameters import Json, Proceeding, Store
from showcause.cli.streams import print_json

__all__ = ["exported", "forgotten", "imported"]


def exported(
    proceeding: Proceeding,
    /,
    *,
    output: Annotated[
        Path | None,
        Parameter(name=["--output", "-o"], help="A file; else the screen."),
    ] = None,
    store: Store = None,
) -> int:
    """Write a proceeding as JSON lines, its laws included; names of parties stay at home."""
    from showcause.cli.stores import kept

    with kept(store) as docket:
        text = "".join(f"{line}\n" for line in docket.export(proceeding))
    if output is None:
        sys.stdout.write(text)
    else:
        _write(output, text)
    return 0


def _write(path: Path, text: str) -> None:
    """Only its owner may read the file; one that is there is replaced when all is written."""
    beside = path.with_name(f"{path.name}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    beside.replace(path)


def imported(
    file: Annotated[
        str,
        Parameter(
            allow_leading_hyphen=True, help="A file that `export` wrote; - reads standard input."
        ),
    ],
    /,
    *,
    store: Store = None,
    json: Json = False,
) -> int:
    """Take over an exported proceeding, or what it has more than the store."""
    from showcause.bootstrap import open_docket
    from showcause.cli.errors import CallError

    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        lines = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise CallError(f"{file}: this is no text in UTF-8, so nothing was taken over") from None
    with open_docket(store) as docket:
        receipt = docket.import_(lines)
    if json:
        answer = {"proceeding": receipt.proceeding, "position": receipt.position}
        print_json({**answer, "added": len(receipt.events)})
    else:
        from showcause.cli.words import plural

        added = plural(len(receipt.events), "event") if receipt.events else "nothing"
        print(f"{receipt.proceeding}: {added} added, the last is {receipt.position}")
    return 0


def forgotten(
    proceeding: Proceeding,
    party: Annotated[str, Parameter(help="The key of the party, such as persons.")],
    /,
    *,
    store: Store = None,
    json: Json = False,
) -> int:
    """Empty the name of a party. The log keeps its key, which says nothing of who it was."""
    from showcause.cli.stores import kept

    with kept(store) as docket:
        before = docket.registered_name(proceeding, party)
        done = docket.forget(proceeding, party) and before != ""
    if json:
        told = {"proceeding": proceeding, "party": party, "emptied": done}
        print_json({**told, "before": before == ""})
    elif done:
        print(f"{proceeding}: the name of {party} is gone")
    elif before is None:
        print(f"{proceeding}: no name to empty, none of {party} was ever entered")
    else:
        print(f"{proceeding}: no name to empty, that of {party} was emptied before")
    return 0
