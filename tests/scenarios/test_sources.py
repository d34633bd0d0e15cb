"""Files that cannot be read: one clear message each, with a place."""

import os

import pytest

from scenarios import ScenarioError, load
from scenarios.sources import find, list_scenarios


def only(what):
    with pytest.raises(ScenarioError) as refused:
        load(what)
    (mistake,) = refused.value.mistakes
    assert (mistake.mark.line, mistake.mark.column) >= (1, 1)
    return mistake


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one():
    mistake = only("clearview-cnl")
    assert mistake.message == "there is no scenario 'clearview-cnl'"
    assert "did you mean 'clearview-cnil'?" in mistake.suggestion


@pytest.mark.parametrize("name", ["", "x" * 1000, "\x1b[31m", "\ud800", "a\nb"])
def test_a_name_that_is_none_cannot_command_a_terminal(name):
    mistake = only(name)
    assert str(mistake).isprintable()


def test_a_file_that_is_not_there():
    assert only("nowhere/at-all.yaml").message == "there is no such file"


def test_a_folder(tmp_path):
    mistake = only(tmp_path)
    assert mistake.message == "this is a folder"
    assert mistake.mark.file == str(tmp_path)


def test_a_path_that_no_system_has():
    assert "cannot be read" in only("a\0b.yaml").message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "closed.yaml"
    path.write_text("scenario: closed\n", "utf-8")
    path.chmod(0)
    assert "permission denied" in only(path).message


def test_a_file_that_is_too_large(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 1_000_001)
    assert only(path).message == "the file is larger than 1 MB"


def test_a_file_that_is_no_utf_8(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("scenario: d\xe9j\xe0\n".encode("latin-1"))
    with pytest.raises(ScenarioError) as refused:
        load(path)
    (mistake,) = [one for one in refused.value.mistakes if "is no UTF-8 text" in one.message]
    assert (mistake.mark.line, mistake.mark.column) == (1, 12)


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.yaml"
    path.write_text("", "utf-8")
    assert only(path).message == "the file is empty"


def test_a_path_without_a_suffix_is_read_if_it_is_one(tmp_path):
    path = tmp_path / "story"
    path.write_text("scenario: story\n", "utf-8")
    assert find(str(path)).text == "scenario: story\n"
    assert find(path).folder == tmp_path


def test_a_broken_head_does_not_break_the_list(monkeypatch):
    monkeypatch.setattr("scenarios.sources.shipped_names", lambda: ("broken",))
    monkeypatch.setattr("scenarios.sources.shipped_text", lambda _name: "")
    (listed,) = list_scenarios()
    assert (listed.name, listed.title, listed.minutes) == ("broken", "broken", None)


def test_an_error_survives_being_sent_to_another_process():
    import pickle

    with pytest.raises(ScenarioError) as refused:
        load("nothing-like-it")
    sent = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 - our own bytes
    assert sent.mistakes == refused.value.mistakes
