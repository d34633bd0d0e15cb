"""Starting as a user starts it: whole processes, against Python itself and the event library.

`python -c pass` is the floor for every program in Python; importing the library's application is
what a program that stores events cannot do without.
"""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.benchmarks.measuring import OURS, Row, by_turns, in_ms, timed
from tests.benchmarks.table import START_UP

SHOWCAUSE = Path(sysconfig.get_path("scripts")) / "showcause"
ARGUMENTS = (
    ("--help",),
    ("list",),
    ("play", "clearview-cnil", "--as-of", "2023-04-13", "--json"),
)
PASS = "python -c pass"  # noqa: S105 - no password
LIBRARY = "importing eventsourcing.application"
PEERS = {
    PASS: (sys.executable, "-c", "pass"),
    LIBRARY: (sys.executable, "-c", "import eventsourcing.application"),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """What a process says, piped; one that fails would be no measurement.

    Compiled modules are kept, as an installation keeps them, but outside the source tree.
    """
    compiled = {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def output(command):
        done = subprocess.run(command, env=kept | compiled, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return output


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda words: words[0])
def test_a_command_answers(arguments, output, rows):
    command = (SHOWCAUSE, *arguments)
    said = output(command)
    assert said == output(command)
    if "--json" in arguments:
        assert json.loads(said)["exposure"]["EUR"]["imposed"] == 25_200_000_00
    sides = {
        name: lambda words=words: timed(lambda: output(words))
        for name, words in {OURS: command, **PEERS}.items()
    }
    times = by_turns(sides, rounds=15)
    rows += [
        Row(
            chapter=START_UP,
            what=f"`showcause {' '.join(arguments)}`",
            ours=in_ms(times.median()),
            peer=in_ms(times.median(peer)),
            told_peer=peer,
            ratios=times.ratios(peer),
            as_long=True,
        )
        for peer in PEERS
    ]
