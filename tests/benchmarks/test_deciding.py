"""What a decision costs, and the questions beside it, on the shipped story and on the long one.

Nobody else decides such acts, so there is no peer. A decision is set against the commit of one
event to an SQLite file, which follows it; the questions are set against a decision.
"""

from itertools import count

import pytest
from attrs import frozen

from domain.aggregate import history
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.deciding import decide, options
from domain.proceeding.messages import Accepted, Command
from domain.proceeding.state import ProceedingState
from domain.rulebook.rulebook import Rulebook
from projections.exposure import ExposureLedger
from projections.folding import project, state_of
from showcause.store.casework import Casework
from tests.benchmarks.histories import clearview, renamed
from tests.benchmarks.measuring import OURS, Row, a_second, by_turns, timed
from tests.benchmarks.stores import SQLITE
from tests.benchmarks.table import DECIDING

COMMIT = "a commit of one event to an SQLite file"
DECISION = "a decision"
COMMITS = 20
CALLS = 5
ROUNDS = 11


@frozen
class Asked:
    """Each command of the shipped story with the state that it met."""

    law: Rulebook
    pairs: list[tuple[ProceedingState, Command]]

    def __len__(self):
        return len(self.pairs)

    def decided(self):
        return [decide(state, command, self.law) for state, command in self.pairs]

    def options(self):
        return [options(state, self.law, command.on) for state, command in self.pairs]


@pytest.fixture(scope="module")
def reading():
    return clearview()


@pytest.fixture(scope="module")
def asked(reading, law):
    before, found = 0, []
    for commit in reading.commits:
        found.append((reading.states[before], commit.command))
        before += sum(one.command_id == commit.command_id for one in reading.history)
    return Asked(law, found)


def a_decision(asked):
    """Seconds for one of them."""
    return timed(asked.decided, CALLS) / len(asked)


def row(what, ours, times, peer=DECISION):
    return Row(
        chapter=DECIDING,
        what=what,
        ours=a_second(times.median(), 1, ours),
        peer=a_second(times.median(peer), 1, "decisions" if peer == DECISION else "commits"),
        told_peer=peer,
        ratios=times.ratios(peer),
        as_long=peer == DECISION,
    )


def test_a_decision(asked, reading, records, rows, places):
    events = [event for verdict in asked.decided() for event in verdict.events]
    assert events == [recorded.event for recorded in reading.history]
    numbers = count(1)
    with places.ours(SQLITE) as env, Casework(env) as casework:

        def a_commit():
            stored = renamed(records[:COMMITS], f"proceeding-{next(numbers)}")
            return timed(lambda: [casework.append([one]) for one in stored]) / COMMITS

        times = by_turns({OURS: lambda: a_decision(asked), COMMIT: a_commit}, ROUNDS)
    told = f"decide, the {len(asked)} commands of clearview-cnil"
    rows.append(row(told, "decisions", times, peer=COMMIT))


def test_a_decision_in_a_long_file(asked, records, law, rows):
    told = history(records)
    state, command = state_of(told), MakeNote(on=told[-1].on, what="One more")
    assert isinstance(decide(state, command, law), Accepted)
    sides = {
        OURS: lambda: timed(lambda: decide(state, command, law), CALLS),
        DECISION: lambda: a_decision(asked),
    }
    times = by_turns(sides, ROUNDS)
    rows.append(row(f"decide, a note after {len(told):,} events", "decisions", times))


def test_the_options_of_a_day(asked, rows):
    assert asked.options() == asked.options()
    sides = {
        OURS: lambda: timed(asked.options) / len(asked),
        DECISION: lambda: a_decision(asked),
    }
    times = by_turns(sides, ROUNDS)
    rows.append(row("options, on each day of clearview-cnil", "days", times))


@pytest.mark.parametrize("number", [20, 200, 2000])
def test_the_exposure(number, asked, law, records, rows):
    told = history(records[:number])
    ledger, day = project(ExposureLedger.empty(), told), told[-1].on
    assert ledger.at(day, law).figure("fined").minor == 20_000_000_00
    assert ledger.at(day, law) == ledger.at(day, law)
    sides = {
        OURS: lambda: timed(lambda: ledger.at(day, law)),
        DECISION: lambda: a_decision(asked),
    }
    times = by_turns(sides, ROUNDS)
    rows.append(row(f"ExposureLedger.at, after {number:,} events", "days", times))
