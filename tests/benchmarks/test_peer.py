"""The peer is a fair one: whatever an event of ours holds, its event holds too."""

import dataclasses

import pytest

from domain.proceeding.deciding import EVOLUTIONS
from tests.benchmarks.peer import names_of
from tests.benchmarks.peer_file import METHODS, LibraryFile

OURS = {cls.__name__: cls for cls in EVOLUTIONS}
OF_THE_LIBRARY = {"originator_id", "originator_version", "timestamp", "commit"}


@pytest.mark.parametrize("name", ["ProceedingRegistered", *METHODS])
def test_an_event_has_the_same_fields(name):
    theirs = {one.name for one in dataclasses.fields(getattr(LibraryFile, name))}
    assert theirs - OF_THE_LIBRARY - {"originator_topic"} == set(names_of(OURS[name]))
