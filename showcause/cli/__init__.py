"""The command line: parse, call, show. No rule lives here."""

import sys
from collections.abc import Sequence
from typing import Final

__all__ = ["INTERRUPTED", "main"]

INTERRUPTED: Final = 130
"""The exit status after Ctrl+C, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; without arguments, those of the process."""
    try:
        from showcause.cli.edge import run  # Ctrl+C is quiet while it imports

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
