"""What a decision costs, and the questions beside it, on the shipped story and on the long one.

Nobody else decides such acts, so there is no peer. A decision is set against the commit of its
events to an SQLite file, which follows it; the questions are set against a decision.
"""

from itertools import count

import pytest

from domain.aggregate import history
from domain.proceeding.deciding import decide, options
from domain.proceeding.messages import Accepted
from projections.exposure import ExposureLedger
from projections.folding import project, state_of
from showcause.bootstrap import store_settings
from showcause.store.casework import Casework
from tests.benchmarks.histories import clearview, renamed
from tests.benchmarks.measuring import OURS, Row, a_second, by_turns, timed
from tests.benchmarks.table import DECIDING

COMMIT = "a commit of one event to an SQLite file"
DECISION = "a decision"
CALLS = 5
ROUNDS = 11


@pytest.fixture(scope="module")
def reading():
    return clearview()


@pytest.fixture(scope="module")
def asked(reading):
    """Each command of the shipped story with the state that it met."""
    before, found = 0, []
    for commit in reading.commits:
        found.append((reading.states[before], commit.command))
        before += sum(one.command_id == commit.command_id for one in reading.history)
    return found


@pytest.fixture
def decided(asked, law):
    """Decides all of them once more."""

    def work():
        return [decide(state, command, law) for state, command in asked]

    assert all(isinstance(one, Accepted) for one in work())
    return work


def row(what, number, times, *, peer=DECISION, things="times", against=1):
    return Row(
        chapter=DECIDING,
        what=what,
        ours=a_second(times.median(), number, things),
        peer=a_second(times.median(peer), against, "decisions" if peer == DECISION else "commits"),
        told_peer=peer,
        ratios=[one * number / against for one in times.ratios(peer)],
        as_long=peer == DECISION,
    )


def test_a_decision(decided, asked, reading, records, rows, tmp_path):
    events = [event for verdict in decided() for event in verdict.events]
    assert events == [recorded.event for recorded in reading.history]
    numbers = count(1)
    with Casework(store_settings(tmp_path / "commits.db", {})) as casework:

        def committed():
            stored = renamed(records[:20], f"proceeding-{next(numbers)}")
            return timed(lambda: [casework.append([one]) for one in stored])

        times = by_turns({OURS: lambda: timed(decided, CALLS), COMMIT: committed}, ROUNDS)
    told = f"decide, the {len(asked)} commands of clearview-cnil"
    rows.append(row(told, len(asked), times, peer=COMMIT, things="decisions", against=20))


def test_the_options_of_a_day(decided, asked, law, rows):
    days = [(state, command.on) for state, command in asked]

    def answered():
        return [options(state, law, on) for state, on in days]

    assert answered() == answered()
    sides = {OURS: lambda: timed(answered), DECISION: lambda: timed(decided, CALLS)}
    times = by_turns(sides, ROUNDS)
    told = "options, on each day of clearview-cnil"
    rows.append(row(told, len(days), times, against=len(asked)))


@pytest.mark.parametrize("number", [23, 200, 2000])
def test_the_exposure(number, decided, asked, reading, law, records, rows):  # noqa: PLR0913
    long = history(records[:number])
    told = reading.history if number == len(reading.history) else long
    ledger = project(ExposureLedger.empty(), told)
    day = told[-1].on

    def answered():
        return ledger.at(day, law)

    exposure = answered()
    assert exposure.figure("fined").minor == 20_000_000_00
    assert len(state_of(told).acts) >= number - 5
    sides = {
        OURS: lambda: timed(answered, CALLS if number < 1000 else 1),
        DECISION: lambda: timed(decided, CALLS),
    }
    times = by_turns(sides, ROUNDS)
    rows.append(row(f"ExposureLedger.at, after {number:,} events", 1, times, against=len(asked)))
