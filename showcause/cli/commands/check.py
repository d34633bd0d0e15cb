"""`showcause check`: every mistake of every file at once, and whether what is expected holds."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from showcause.cli.parameters import Json
from showcause.cli.streams import complain, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showcause.cli.checking import CheckedFile

__all__ = ["checked"]

_FAILED = 1
_WRONG = 2


def checked(
    *files: Annotated[
        str, Parameter(help="Scenarios, matters and rulebooks: files, or shipped ones by name.")
    ],
    json: Json = False,
) -> int:
    """Read files strictly and play what can be played.

    Exit status 2 says that a file is wrong: each mistake is told with file, line, column and a
    suggestion. Exit status 1 says that something which a file expects does not hold.
    """
    from showcause.cli.checking import check_file
    from showcause.cli.errors import CallError

    if not files:
        raise CallError("name at least one file to check")
    found = [check_file(name) for name in files]
    if json:
        print_json({"files": [_entry(one) for one in found]})
    else:
        _show(found)
    if any(one.mistakes for one in found):
        return _WRONG
    return _FAILED if any(one.failed for one in found) else 0


def _show(found: "Sequence[CheckedFile]") -> None:
    """What became of each file, and its mistakes where mistakes are written."""
    from showcause.cli.pages.findings import findings
    from showcause.cli.terminal import Terminal

    terminal = Terminal()
    for one in found:
        terminal.show(findings(one))
        complain(map(str, one.mistakes))
        complain(f"{check.mark}: {check.message}" for check in one.failed)


def _entry(one: "CheckedFile") -> dict[str, object]:
    return {
        "file": one.file,
        "sort": one.sort,
        "name": one.name,
        "ok": not one.mistakes and not one.failed,
        "mistakes": [
            {
                "file": mistake.mark.file,
                "line": mistake.mark.line,
                "column": mistake.mark.column,
                "path": mistake.path,
                "message": mistake.message,
                "suggestion": mistake.suggestion,
            }
            for mistake in one.mistakes
        ],
        "not_played": list(one.not_played),
        "held": one.held,
        "failed": [{"at": str(check.mark), "message": check.message} for check in one.failed],
    }
