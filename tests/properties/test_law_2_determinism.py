"""Law 2: the same state, command and law give the same events and bytes; twice adds nothing."""

from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.aggregate import Proceeding
from domain.proceeding.deciding import decide
from domain.rulebook.loading import compose_text, load_rulebook
from showcause.store.mapper import RecordMapper
from showcause.testing import perturbed, proceedings, rulebooks, wild_commands
from tests.properties.effort import effort

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.slow
@effort(0.6)
@given(st.data())
def test_the_same_command_on_the_same_state_gives_the_same_verdict(data):
    law = data.draw(rulebooks())
    played = data.draw(proceedings(law, to_the_end=False))
    command = data.draw(wild_commands(played.state, law, played.day))
    copied = attrs.evolve(played.state)
    assert decide(played.state, command, law) == decide(copied, attrs.evolve(command), law)


@effort(0.2)
@given(st.data())
def test_two_runs_store_the_same_bytes(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    first, second = bytes_of(played), bytes_of(played)
    assert first == second
    assert len(first) == len(played.history)


@pytest.mark.slow
@effort(0.3)
@given(st.data())
def test_a_command_sent_again_under_its_id_adds_nothing(data):
    played = data.draw(proceedings(data.draw(rulebooks())))
    file = recorded(played)
    place = data.draw(st.integers(1, len(played.commands)))
    before = file.version
    if place > 1:  # the registration goes to the library, which refuses a second file of that id
        again = played.commands[place - 1]
        file.handle(again, played.law, command_id=f"command {place}", now=NOW)
    assert file.version == before


@given(perturbed(load_rulebook("fr")))
def test_a_changed_law_has_a_digest_of_its_own_unless_nothing_changed(law):
    shipped = load_rulebook("fr")
    assert (law.digest == shipped.digest) == (law.layers == shipped.layers)


def test_a_law_that_is_read_twice_is_the_same_law():
    text = "rulebook: own\nformat: '1'\ntitle: Own\nextends: [fr]\n"
    assert compose_text(text, "own.yaml").digest == compose_text(text, "own.yaml").digest


def recorded(played):
    """The aggregate after all these commands, each under its number."""
    first, *others = played.commands
    file = Proceeding.register(first, played.law, command_id="command 1", now=NOW)
    for number, command in enumerate(others, start=2):
        file.handle(command, played.law, command_id=f"command {number}", now=NOW)
    return file


def bytes_of(played):
    mapper = RecordMapper()
    return [mapper.to_stored_event(record).state for record in recorded(played).records]
