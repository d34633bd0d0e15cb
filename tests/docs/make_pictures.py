"""Draws the pictures of the documentation from real runs: python tests/docs/make_pictures.py."""

import os
import subprocess
import sys
from pathlib import Path

import showcause

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLUMNS = 80
_BEGINNING = 9


def pictures() -> dict[str, str]:
    """Each picture under the name of its file; the same code draws the same bytes."""
    matter = excerpt(output("play", "clearview"))
    run = showcause.play(showcause.load_scenario("clearview-cnil"), as_of="2023-04-13")
    return {
        "play-clearview.svg": showcause.terminal_svg(
            matter, title="showcause play clearview", columns=COLUMNS
        ),
        "exposure-clearview-cnil.svg": run.chart(),
    }


def output(*arguments: str) -> str:
    """What the command line writes to a terminal with colours."""
    environment = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLORTERM"}}
    wanted = {
        "FORCE_COLOR": "1",
        "TERM": "xterm",
        "COLUMNS": str(COLUMNS),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "showcause", *arguments],
        env=environment | wanted,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8")


def excerpt(text: str) -> str:
    """The head, the beginning of the time line, and the sums; what is left out is counted."""
    lines = text.splitlines()
    told = _place(lines, "WHAT HAPPENED") + _BEGINNING
    sums, end = _place(lines, "EXPOSURE"), _place(lines, "EXPECTED")
    mark = f"\x1b[2m               ... {sums - told} lines ...\x1b[0m"
    return "\n".join([*lines[:told], mark, "", *lines[sums:end]])


def _place(lines: list[str], heading: str) -> int:
    return next(place for place, line in enumerate(lines) if heading in line)


def main() -> None:
    """Write every picture into the documentation."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, svg in pictures().items():
        (PICTURES / name).write_text(svg, "utf-8", newline="\n")
        sys.stdout.write(f"wrote {PICTURES / name}\n")


if __name__ == "__main__":
    main()
