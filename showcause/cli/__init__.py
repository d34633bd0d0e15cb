"""The command line: parse, call, show. No rule lives here."""

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; without arguments, those of the process."""
    from showcause.cli.edge import run  # noqa: PLC0415  # the package is imported for its name alone

    return run(sys.argv[1:] if arguments is None else arguments)
