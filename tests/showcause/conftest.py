import json
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from showcause.cli import main


@frozen
class Done:
    """What a command left: its exit status, what it showed, and what it complained of."""

    status: int
    shown: str
    complained: str

    @property
    def answer(self):
        """The one object of `--json`."""
        return json.loads(self.shown)

    @property
    def words(self):
        """What was shown, with every white space as one space, as wrapping depends on width."""
        return " ".join(self.shown.split())


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch, capsys) -> Run:
    """Run a command line in this process, eighty columns wide and without colour."""
    for name in ("FORCE_COLOR", "NO_COLOR", "COLORTERM", "SHOWCAUSE_PERSISTENCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")

    def _run(*arguments: str) -> Done:
        capsys.readouterr()
        status = main(arguments)
        said = capsys.readouterr()
        return Done(status, said.out, said.err)

    return _run


@pytest.fixture
def store(monkeypatch, tmp_path) -> Path:
    """The file of a store of its own, named by the environment."""
    path = tmp_path / "docket.db"
    monkeypatch.setenv("SHOWCAUSE_STORE", str(path))
    return path


@pytest.fixture
def story(tmp_path) -> Callable[..., Path]:
    """A shipped scenario written out again with some of its text replaced."""
    from scenarios.sources import shipped_text

    def _story(name: str, *changes: tuple[str, str]) -> Path:
        text = shipped_text(name)
        for old, new in changes:
            assert old in text, f"{old!r} is not in {name}"
            text = text.replace(old, new)
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, "utf-8")
        return path

    return _story
