"""The results as one Markdown table, printed and, if asked for, kept in the documentation."""

import os
import platform
import sqlite3
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "benchmarks.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
COMMAND = "make bench"
LIBRARIES = (
    "eventsourcing",
    "attrs",
    "msgspec",
    "psycopg",
    "python-dateutil",
    "holidays",
)
REPLAY = "Loading a proceeding"
SAVES = "Saving events"
CATCH_UP = "Catching up a view"
DEADLINES = "Working out deadlines"
DECIDING = "Deciding and asking"
START_UP = "Starting, as whole processes"
CHAPTERS = (REPLAY, SAVES, CATCH_UP, DEADLINES, DECIDING, START_UP)
HEAD = ("", "Showcause", "against", "which has", "Showcause is", "least - most")


def told(rows, server):
    """All of it: where it was measured, then the rows by chapter."""
    lines = [*_machine(server), "", _line(HEAD), "|---|--:|---|--:|--:|--:|"]
    in_order = sorted(rows, key=lambda row: CHAPTERS.index(row.chapter))
    for chapter, found in groupby(in_order, key=lambda row: row.chapter):
        lines.append(_line((f"**{chapter}**", *[""] * (len(HEAD) - 1))))
        lines += [_line(row.cells) for row in found]
    return "\n".join(lines) + "\n"


def keep(text):
    """Put it in the place of the last one."""
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8", newline="\n")


def _line(cells):
    return "| " + " | ".join(cells) + " |"


def _machine(server):
    cores, load = os.cpu_count(), os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    stores = f"SQLite {sqlite3.sqlite_version}" + (f", PostgreSQL {server}" if server else "")
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    machine = f"{_processor()}, {cores} cores, {platform.system()}"
    return (
        f"- `{COMMAND}` on {machine}; load at the end {load:.1f}",
        f"- {platform.python_implementation()} {platform.python_version()}, {stores}",
        f"- {libraries}",
    )


def _processor():
    described = Path("/proc/cpuinfo")
    if described.exists():
        for line in described.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
