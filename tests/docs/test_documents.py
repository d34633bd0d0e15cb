"""The documents do what they say: their commands run, their files are read, their links lead."""

import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from showcause.cli import main

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")


def blocks(page, language):
    return [text for found, text in BLOCK.findall(page.read_text("utf-8")) if found == language]


def run(arguments):
    try:
        main(arguments)
    except SystemExit as ended:
        return ended.code or 0
    return 0


def shipped_as(folder, path, name):
    """A shipped file under a name of one's own, as pages speak of one."""
    text = (ROOT / path).read_text("utf-8")
    renamed = re.sub(
        r"^(scenario|rulebook): .*$", rf"\1: {name}", text, count=1, flags=re.MULTILINE
    )
    (folder / f"{name}.yaml").write_text(renamed, "utf-8")


def ids(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_link_leads_somewhere(page):
    targets = [link for link in LINK.findall(page.read_text("utf-8")) if link]
    missing = [link for link in targets if not (page.parent / link).exists()]
    assert missing == []


LONG = {"cli.md", "read-coverage.md"}
"""Pages with commands that play the library many times over."""


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=pytest.mark.slow if page.name in LONG else ())
        for page in PAGES
        if blocks(page, "console")
    ],
    ids=ids,
)
def test_every_command_of_a_page_runs(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SHOWCAUSE_STORE", raising=False)
    for text in blocks(page, "yaml"):
        name = re.match(r"(?:scenario|rulebook|fine): (\S+)", text)
        if name is not None:
            Path(f"{name[1]}.yaml").write_text(text, "utf-8")
    shipped_as(tmp_path, "scenarios/library/clearview-cnil.yaml", "my-scenario")
    shipped_as(tmp_path, "domain/rulebook/data/gr.yaml", "my-rulebook")
    for line in "".join(blocks(page, "console")).splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["showcause"]:
            assert run(words[1:]) == 0, (line, capsys.readouterr().err)


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=ids)
def test_every_python_example_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    namespace = {"__name__": "example"}
    for text in blocks(page, "python"):
        exec(compile(text, str(page), "exec"), namespace)  # noqa: S102 - the page is ours


def test_the_make_targets_of_the_readme_exist():
    named = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    made = (ROOT / "Makefile").read_text("utf-8")
    assert named
    assert all(re.search(rf"^{target}:", made, re.MULTILINE) for target in named)


def test_no_page_names_a_machine_it_was_written_on():
    assert os.sep == "/" or sys.platform == "win32"
    home = re.compile(r"(?:/home/|/Users/|C:\\)\w+")
    assert [ids(page) for page in PAGES if home.search(page.read_text("utf-8"))] == []
