"""Rulebooks with slips of the pen: no traceback, and a place in the file for every mistake."""

import os
import runpy
from pathlib import Path

import pytest

from domain.rulebook.documents import MalformedFileError
from domain.rulebook.loading import DATA, compose_text, load_rulebook, shipped

SLIPS = runpy.run_path(str(Path(__file__).parents[2] / "scenarios" / "story_mutations.py"))
NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
FEW = 60
MANY = 600
"""Slips in each of the shipped rulebooks under the nightly profile."""


def text_of(name: str) -> str:
    return (DATA / f"{name}.yaml").read_text("utf-8")


def told(name: str, seed: int) -> str:
    """What becomes of a rulebook with slips: it binds or it is refused; nothing else happens."""
    text = SLIPS["mutated"](text_of(name), seed)
    file = f"{name}.yaml"
    try:
        law = compose_text(text, file)
    except MalformedFileError as error:
        has_places(error, text, file)
        return "refused"
    assert law.title
    return "the same" if law.digest == load_rulebook(name).digest else "another law"


def has_places(error: MalformedFileError, text: str, file: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert error.mistakes
    for mistake in error.mistakes:
        assert mistake.message
        assert mistake.mark.file == file
        assert 1 <= mistake.mark.line <= len(lines)
        assert 1 <= mistake.mark.column <= len(lines[mistake.mark.line - 1]) + 1


@pytest.mark.parametrize("name", shipped())
def test_some_slips_in_each_shipped_rulebook_are_told_with_their_place(name):
    outcomes = {told(name, seed) for seed in range(FEW)}
    assert "refused" in outcomes
    assert "the same" in outcomes  # a slip in a title is none


@pytest.mark.mutation
@pytest.mark.skipif(not NIGHTLY, reason="thousands of files under the nightly profile")
@pytest.mark.parametrize("part", range(MANY // 100))
@pytest.mark.parametrize("name", shipped())
def test_many_slips_in_each_shipped_rulebook_are_told_with_their_place(name, part):
    for seed in range(1000 + part * 100, 1000 + (part + 1) * 100):
        told(name, seed)
