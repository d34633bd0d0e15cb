"""Files with slips of the pen: no traceback, and a place in the file for every mistake."""

import os

import pytest
from story_mutations import mutated

from scenarios import Scenario, ScenarioError, answer, dump, load_text, play
from scenarios.sources import shipped_names, shipped_text

NAMES = shipped_names()
NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"


def told(text: str) -> str:
    """What becomes of a text; anything but these three words is a failure."""
    try:
        story = load_text(text, "file.yaml")
    except ScenarioError as error:
        has_places(error, text)
        return "refused"
    assert load_text(dump(story), "file.yaml") == story
    try:
        run = play(story)
    except ScenarioError as error:
        has_places(error, text)
        return "refused"
    answer(run)
    return "held" if all(check.ok for check in run.expectations()) else "failed"


def has_places(error: ScenarioError, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert error.mistakes
    for mistake in error.mistakes:
        assert mistake.message
        assert mistake.mark.file == "file.yaml"
        assert 1 <= mistake.mark.line <= len(lines)
        assert 1 <= mistake.mark.column <= len(lines[mistake.mark.line - 1]) + 1


@pytest.mark.mutation
@pytest.mark.parametrize("name", NAMES)
def test_some_slips_in_each_shipped_file_are_told_with_their_place(name):
    seeds = range(60 if NIGHTLY else 8)
    outcomes = {told(mutated(shipped_text(name), seed)) for seed in seeds}
    assert "refused" in outcomes
    if NIGHTLY:
        assert "held" in outcomes  # a slip in a title is none


@pytest.mark.mutation
@pytest.mark.skipif(not NIGHTLY, reason="ten thousand files under the nightly profile")
@pytest.mark.parametrize("part", range(20))
def test_ten_thousand_slips_are_told_with_their_place(part):
    for seed in range(1000 + part * 500, 1000 + (part + 1) * 500):
        told(mutated(shipped_text(NAMES[seed % len(NAMES)]), seed))


def test_every_prefix_of_a_line_is_told_with_its_place():
    text = shipped_text("clearview-hdpa")
    outcomes = {told("\n".join(text.splitlines()[:n])) for n in range(len(text.splitlines()) + 1)}
    assert outcomes == {"refused", "held"}


def test_the_slips_are_the_same_for_the_same_seed():
    text = shipped_text("clearview")
    assert mutated(text, 7) == mutated(text, 7)
    assert isinstance(load_text(shipped_text("clearview-cnil"), "x"), Scenario)
