"""A file checked: read by what its first key says it is, and played where there is a story."""

import re
from typing import Final

from attrs import frozen

from domain.errors import ShowcauseError, shown
from domain.rulebook.loading import compose_text, load_rulebook, shipped
from domain.rulebook.nearest import meant_word
from domain.rulebook.nodes import MalformedFileError, Mark, Mistake
from scenarios.checking import Checked
from scenarios.errors import ScenarioError
from scenarios.loading import load
from scenarios.model import Matter
from scenarios.playing import play
from scenarios.run import Run
from scenarios.sources import find, shipped_names

__all__ = ["CheckedFile", "check_file"]

_NAME: Final = re.compile(r"[\w-]+")
_FIRST_KEY: Final = re.compile(r"^\s*([a-z_]+)\s*:", re.MULTILINE)
_COMMENT: Final = re.compile(r"^\s*#.*$", re.MULTILINE)


@frozen(kw_only=True)
class CheckedFile:
    """What became of a file: its mistakes, or else what it expects and does not get."""

    file: str
    sort: str = ""
    name: str = ""
    mistakes: tuple[Mistake, ...] = ()
    not_played: tuple[str, ...] = ()
    held: int = 0
    failed: tuple[Checked, ...] = ()


def check_file(file: str) -> CheckedFile:
    """Check one file, or a shipped one by its name; nothing is raised for what is wrong."""
    try:
        if _NAME.fullmatch(file) and file not in shipped_names():
            return _rulebook(file)
        text = find(file)
        if _sort_of(text.text) == "rulebook":
            law = compose_text(text.text, text.name)
            return CheckedFile(file=file, sort="rulebook", name=law.name)
        return _told(file)
    except (ScenarioError, MalformedFileError) as error:
        return CheckedFile(file=file, mistakes=error.mistakes)
    except ShowcauseError as error:
        mark = Mark(file, 1, 1)
        return CheckedFile(file=file, mistakes=(Mistake(mark, "", str(error)),))


def _rulebook(name: str) -> CheckedFile:
    """A shipped rulebook; where there is none either, what is near among all that is shipped."""
    if name in shipped():
        return CheckedFile(file=name, sort="rulebook", name=load_rulebook(name).name)
    hint = f"{meant_word(name, (*shipped_names(), *shipped()))}; a file is named by its path"
    message = f"there is no scenario, matter or rulebook {shown(name)}"
    return CheckedFile(file=name, mistakes=(Mistake(Mark(name, 1, 1), "", message, hint),))


def _told(file: str) -> CheckedFile:
    """A scenario or a matter, played to its end."""
    story = load(file)
    matter = isinstance(story, Matter)
    run = play(story)
    checks = run.expectations()
    runs = [run] if isinstance(run, Run) else run.runs.values()
    return CheckedFile(
        file=file,
        sort="matter" if matter else "scenario",
        name=story.matter if isinstance(story, Matter) else story.scenario,
        not_played=tuple(text for one in runs for text in one.scenario.not_played),
        held=sum(one.ok for one in checks),
        failed=tuple(one for one in checks if not one.ok),
    )


def _sort_of(text: str) -> str:
    found = _FIRST_KEY.search(_COMMENT.sub("", text))
    return found[1] if found else ""
