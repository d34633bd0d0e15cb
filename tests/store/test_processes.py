"""Several writers, and a writer that is killed: nothing that was acknowledged is lost or twice."""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest

from domain.proceeding.acts.note import MakeNote
from showcause.docket import ConcurrentWriteError

WORKER = Path(__file__).with_name("worker.py")
NAME = "fr-clearview"


def note(command_id):
    return MakeNote(on=date(2024, 3, 1), what=command_id)


@contextmanager
def worker(place):
    """A process that has the store open and waits for lines."""
    with subprocess.Popen(
        [sys.executable, WORKER],
        env={**os.environ, **place.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def recorded(docket):
    """How often each command is in the log, the registration left out."""
    history = docket.show(NAME).history
    return Counter(event.command_id for event in history if event.position > 1)


class TestTwoWriters:
    def test_in_threads_on_one_version_have_one_winner(self, place, play):
        docket = place.docket()
        play(docket, only=1)
        writers, start = [place.docket(), place.docket()], Barrier(2)

        def write(number, position):
            start.wait()
            try:
                writers[number].act(
                    NAME, note("x"), command_id=f"{number}-{position}", position=position
                )
            except ConcurrentWriteError:
                return False
            return True

        with ThreadPoolExecutor(2) as pool:
            for position in range(1, 21):
                won = list(pool.map(write, (0, 1), (position, position)))
                assert sorted(won) == [False, True]
        assert docket.show(NAME).position == 21
        assert docket.verify() == ()

    def test_in_threads_lose_no_act_when_they_try_again(self, place, play):
        docket = place.docket()
        play(docket, only=1)

        def write(number):
            writer = place.docket()
            for n in range(10):
                while True:
                    try:
                        writer.act(NAME, note("x"), command_id=f"{number}-{n}")
                        break
                    except ConcurrentWriteError:
                        continue
                writer.catch_up()

        with ThreadPoolExecutor(3) as pool:
            list(pool.map(write, range(3)))
        assert recorded(docket) == dict.fromkeys(
            (f"{k}-{n}" for k in range(3) for n in range(10)), 1
        )
        assert docket.list()[0].position == 31
        assert docket.verify() == ()

    def test_in_processes_on_one_version_have_one_winner(self, shared_place, play):
        docket = shared_place.docket()
        play(docket, only=1)
        with worker(shared_place) as one, worker(shared_place) as other:
            for position in range(1, 11):
                for number, process in enumerate((one, other)):
                    process.stdin.write(f"{number}-{position} {position}\n")
                answers = [process.stdout.readline().split()[0] for process in (one, other)]
                assert sorted(answers) == ["ok", "told"]
        assert docket.show(NAME).position == 11
        assert docket.list()[0].position == 11
        assert docket.verify() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
class TestAKilledWriter:
    def test_loses_nothing_that_was_acknowledged(self, shared_place, play):
        docket = shared_place.docket()
        play(docket, only=1)
        acknowledged = set()
        for number, acts in enumerate((1, 4, 9, 16)):
            with worker(shared_place) as process:
                process.stdin.write("".join(f"{number}-{n} -\n" for n in range(100)))
                acknowledged |= {process.stdout.readline() for _ in range(acts)}
                process.kill()
                acknowledged |= set(process.stdout)
        ids = {line.removeprefix("ok ").strip() for line in acknowledged}
        assert len(ids) >= 30
        self.check(docket, ids)

    def check(self, docket, ids):
        """What was acknowledged is there once, the views are a fresh fold, and one can go on."""
        found = recorded(docket)
        assert ids <= found.keys()
        assert set(found.values()) == {1}
        assert docket.verify() == ()
        assert docket.list()[0].position == len(found) + 1
        assert docket.verify() == ()
        for command_id in ids:
            assert docket.act(NAME, note(command_id), command_id=command_id).repeated
        assert docket.act(NAME, note("more"), command_id="more").position == len(found) + 2
