"""The edge of the program: what went wrong becomes a sentence and an exit status, no traceback.

| Status | Means |
|---|---|
| 0 | as expected |
| 1 | an expectation or a check failed, the law refuses an act, or somebody else was quicker |
| 2 | the input or the call was wrong |
| 130 | interrupted by Ctrl+C |
| 141 | whoever read the output stopped reading |
"""

import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cyclopts import CycloptsError, UnknownCommandError, UnusedCliTokensError

from domain.errors import CommandRefusedError, ShowcauseError
from showcause.cli.app import COMMANDS, DOCKET_COMMANDS, build
from showcause.cli.errors import FollowingRefusedError, unknown
from showcause.cli.streams import complain, flush, forgiving

if TYPE_CHECKING:
    from domain.proceeding.messages import Defect

__all__ = ["FAILED", "PIPE_CLOSED", "WRONG", "run"]

FAILED: Final = 1
WRONG: Final = 2
PIPE_CLOSED: Final = 141
_DESPITE: Final = "despite"


def run(arguments: Sequence[str]) -> int:
    """Run one command line; everything that Showcause or a user can get wrong ends here."""
    forgiving(sys.stdout)
    forgiving(sys.stderr)
    try:
        status = build(arguments)(
            arguments, exit_on_error=False, print_error=False, result_action="return_value"
        )
        flush()
    except BrokenPipeError:
        _stop_writing()
        return PIPE_CLOSED
    except CycloptsError as error:
        return _complain([_call(error)], WRONG)
    except CommandRefusedError as error:
        return _complain(_refused(error), FAILED)
    except ShowcauseError as error:
        return _complain(_sentences(error), FAILED if _overtaken(error) else WRONG)
    except OSError as error:
        return _complain([_about_file(error)], WRONG)
    return status if isinstance(status, int) else 0


def _overtaken(error: ShowcauseError) -> bool:
    """Whether nothing is wrong with the call, and somebody else was only quicker."""
    from showcause.store.errors import ConcurrentWriteError  # needs no store

    return isinstance(error, ConcurrentWriteError)


def _call(error: CycloptsError) -> str:
    """What is wrong with a call, and where its help is."""
    chain = ("showcause", *(error.command_chain or ()))
    words = error.unused_tokens or []
    if isinstance(error, UnknownCommandError) and words:
        known = DOCKET_COMMANDS if "docket" in chain else COMMANDS
        text = str(unknown("command", words[0], known))
    elif isinstance(error, UnusedCliTokensError) and words:
        text = f"nothing takes the word '{words[0]}'"
    else:
        text = str(error).rstrip(".")
    return f"{text[:1].lower()}{text[1:]} (see {' '.join(chain)} --help)"


def _sentences(error: ShowcauseError) -> list[str]:
    """One message for each mistake of a file, or the one that there is."""
    mistakes = getattr(error, "mistakes", ())
    return [str(mistake) for mistake in mistakes] or str(error).splitlines()


def _refused(error: CommandRefusedError) -> list[str]:
    """Each defect with its provision, and how the act can be recorded if it can be."""
    from domain.proceeding.messages import Refusal  # help is shown without it

    refusal = error.refusal
    if not isinstance(refusal, Refusal):
        return [str(refusal)]
    said = [
        f"{refusal.act}, refused as {refusal.kind}: {defect}{_meant(defect)}"
        for defect in refusal.defects
    ]
    broken = [defect.rule for defect in refusal.defects if defect.rule != _DESPITE]
    if refusal.kind == "impossible" or not broken:
        return [*said, "nothing was recorded"]
    reasons = ", ".join(f"{rule}: WHY IT STOOD" for rule in dict.fromkeys(broken))
    how = "to record it all the same"
    if isinstance(error, FollowingRefusedError):
        how = f"leave '{error.key}' out, and give the {refusal.act} as an act of its own"
    return [*said, f"nothing was recorded; {how}: {_DESPITE}='{{{reasons}}}'"]


def _meant(defect: "Defect") -> str:
    """The word that was probably meant, where what was asked is none of a few."""
    from domain.errors import shown
    from domain.rulebook.nearest import nearest

    listed = defect.limit or defect.message.partition("; there are ")[2]
    known = re.split(r", | and ", listed)
    if defect.gravity != "impossible" or not defect.asked or defect.asked in known:
        return ""
    near = nearest(defect.asked, [word for word in known if word])
    return "" if near is None else f"; did you mean {shown(near)}?"


def _about_file(error: OSError) -> str:
    what = "cannot read or write" if error.filename is None else os.fsdecode(error.filename)
    return f"{what}: {error.strerror or error}"


def _complain(messages: Sequence[str], status: int) -> int:
    complain(messages)
    return status


def _stop_writing() -> None:
    """Let the interpreter flush into nothing at its end, or it would complain once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
