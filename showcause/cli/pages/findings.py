"""What a check found in a file."""

from rich.console import Group, RenderableType

from showcause.cli.checking import CheckedFile
from showcause.cli.playing import not_played
from showcause.cli.words import line, plural

__all__ = ["findings"]


def findings(one: CheckedFile) -> RenderableType:
    """One line for a file, another for what in it was not played.

    What is wrong with it is told where mistakes are written.
    """
    what = f"  {one.sort} {one.name}".rstrip()
    if one.mistakes:
        mark, said = ("✗ ", "bad"), f": {plural(len(one.mistakes), 'mistake')}"
    elif one.failed:
        told = f"{len(one.failed)} of {one.held + len(one.failed)} expectations fail"
        mark, said = ("✗ ", "bad"), f": {told}"
    else:
        said = f", {plural(one.held, 'expectation')} hold" if one.held else ""
        mark = ("✓ ", "good")
    text = line(mark, (one.file, "title"), what, said)
    text.no_wrap, text.overflow = True, "ignore"  # so that a path can be copied
    if not one.not_played:
        return text
    return Group(text, line((f"  ≈ {not_played(one.not_played)}", "doubt")))
