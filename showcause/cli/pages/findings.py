"""What a check found in a file."""

from rich.console import Group, RenderableType

from showcause.cli.checking import CheckedFile
from showcause.cli.pages.layout import indented
from showcause.cli.words import line, plural

__all__ = ["findings"]


def findings(one: CheckedFile) -> RenderableType:
    """One line for a file; below one that can be played, each expectation that fails."""
    what = f"  {one.sort} {one.name}".rstrip()
    if one.mistakes:
        count = plural(len(one.mistakes), "mistake")
        return line(("✗ ", "bad"), (one.file, "title"), what, f": {count}")
    if one.failed:
        count = f"{len(one.failed)} of {one.held + len(one.failed)} expectations fail"
        failed = [line((str(check.mark), "quiet"), f": {check.message}") for check in one.failed]
        return Group(
            line(("✗ ", "bad"), (one.file, "title"), what, f": {count}"), indented(*failed)
        )
    held = f", {plural(one.held, 'expectation')} hold" if one.held else ""
    return line(("✓ ", "good"), (one.file, "title"), what, held)
