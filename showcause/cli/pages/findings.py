"""What a check found in a file."""

from rich.console import RenderableType

from showcause.cli.checking import CheckedFile
from showcause.cli.words import line, plural

__all__ = ["findings"]


def findings(one: CheckedFile) -> RenderableType:
    """One line for a file; what is wrong with it is told where mistakes are written."""
    what = f"  {one.sort} {one.name}".rstrip()
    if one.mistakes:
        said = plural(len(one.mistakes), "mistake")
    elif one.failed:
        said = f"{len(one.failed)} of {one.held + len(one.failed)} expectations fail"
    else:
        held = f", {plural(one.held, 'expectation')} hold" if one.held else ""
        return line(("✓ ", "good"), (one.file, "title"), what, held)
    return line(("✗ ", "bad"), (one.file, "title"), what, f": {said}")
