"""What a check found in a file."""

from rich.console import RenderableType

from showcause.cli.checking import CheckedFile
from showcause.cli.words import line, plural

__all__ = ["findings"]


def findings(one: CheckedFile) -> RenderableType:
    """One line for a file; what is wrong with it is told where mistakes are written."""
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
    return text
