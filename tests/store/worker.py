"""Another process with the same store: it gives an act for each line it reads, and says what came.

A line is a command id and the position that the act is based on, or `-`. The answer is `ok` and the
id once the receipt is there, or `told` and the id where somebody else was quicker.
"""

import sys
from datetime import date

from domain.proceeding.acts.note import MakeNote
from showcause.bootstrap import open_docket
from showcause.docket import ConcurrentWriteError

NAME = "fr-clearview"


def say(*words):
    """One line, at once: the other side waits for it."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def main():
    with open_docket() as docket:
        say("ready")
        for line in sys.stdin:
            command_id, position = line.split()
            note = MakeNote(on=date(2024, 3, 1), what=command_id)
            seen = None if position == "-" else int(position)
            try:
                docket.act(NAME, note, command_id=command_id, position=seen)
            except ConcurrentWriteError:
                say("told", command_id)
            else:
                say("ok", command_id)
            docket.catch_up()


if __name__ == "__main__":
    main()
