import errno
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest

from domain.errors import CommandRefusedError
from showcause.cli import INTERRUPTED, app, edge, main
from showcause.cli.app import COMMANDS, DOCKET_COMMANDS, RULES_COMMANDS

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
EVERY = [
    *((name,) for name in COMMANDS),
    *(("docket", name) for name in DOCKET_COMMANDS),
    *(("rules", name) for name in RULES_COMMANDS),
]
ESCAPE = "\x1b"
BIDI = "\u202e"


def started(*arguments, **settings):
    """The command line as a process of its own."""
    environment = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "NO_COLOR"}}
    return subprocess.Popen(
        [sys.executable, "-m", "showcause", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment | {"COLUMNS": "80"} | settings,
    )


class TestHelp:
    @pytest.mark.parametrize("words", [*EVERY, ()], ids=" ".join)
    def test_exists_for_every_command(self, run, words):
        done = run(*words, "--help")
        assert done.status == 0
        assert f"showcause {' '.join(words)}".strip() in done.shown
        assert "not legal advice" in done.shown
        assert done.complained == ""

    @pytest.mark.parametrize("words", EVERY, ids=" ".join)
    def test_has_a_section_in_the_reference(self, words):
        headings = re.findall(r"^#+ `showcause ([a-z ]+)`", DOCS.read_text("utf-8"), re.MULTILINE)
        assert " ".join(words) in headings

    @pytest.mark.parametrize("words", [w for w in EVERY if w != ("docket",)], ids=" ".join)
    def test_names_every_option_in_the_reference(self, run, words):
        text = DOCS.read_text("utf-8")
        section = text.split(f"`showcause {' '.join(words)}`\n", 1)[1].split("\n#", 1)[0]
        shared = text.split("## Options that several commands share", 1)[1].split("\n#", 1)[0]
        for option in re.findall(r"^  (--[a-z-]+)", run(*words, "--help").shown, re.MULTILINE):
            assert f"`{option}" in section + shared

    def test_lists_each_command_with_the_first_sentence_of_its_group(self, run):
        shown = run("--help").shown
        for name, (_, says, group) in COMMANDS.items():
            assert re.search(rf"^  {name} +{re.escape(says)}$", shown, re.MULTILINE)
            assert group.name.upper() in shown

    def test_of_a_command_is_its_docstring(self, run):
        for name, (home, _, _) in COMMANDS.items():
            if home:
                module, _, function = f"showcause.cli.commands.{home}".partition(":")
                text = getdoc(getattr(import_module(module), function))
                first = text.split("\n\n")[0]
                assert " ".join(first.split()) in " ".join(run(name, "--help").shown.split())

    def test_is_what_a_bare_call_gives(self, run):
        assert run().shown == run("--help").shown
        assert run("docket").shown == run("docket", "--help").shown

    def test_imports_neither_law_nor_scenarios(self):
        code = (
            "import sys; from showcause.cli import main; main(['--help']);"
            "heavy = {'domain.rulebook.model', 'scenarios.model', 'yaml', 'eventsourcing',"
            " 'msgspec', 'sqlite3', 'projections'};"
            "sys.exit(len(heavy & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        assert done.returncode == 0


class TestVersion:
    def test_is_that_of_the_package(self, run):
        done = run("--version")
        assert done.status == 0
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*\n", done.shown)


class TestAWrongCall:
    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("ply",), "there is no command 'ply'; did you mean 'play'? (see showcause --help)"),
            (("docket", "lst"), "did you mean 'list'? (see showcause docket --help)"),
            (("play",), "parameter NAME requires an argument (see showcause play --help)"),
            (("play", "clearview", "--jsn"), "unknown option: --jsn. Did you mean --json?"),
            (("play", "clearview", "extra"), "nothing takes the word 'extra'"),
            (("play", "clearview", "--as-of", "13.04.2023"), "write 2023-04-13 if day 13"),
            (("play", "clearview", "--as-of", "2023-02-29"), "February 2023 has 28 days"),
            (("play", "clearvew"), "did you mean 'clearview'?"),
            (("completion", "tcsh"), 'Choose from: "bash", "zsh", "fish"'),
            (("explain", "clearview-cnil"), "parameter FIGURE requires an argument"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
    )
    def test_is_answered_with_one_sentence_and_a_suggestion(self, run, words, says):
        done = run(*words)
        assert done.status == 2
        assert done.shown == ""
        assert says in done.complained
        assert done.complained.startswith("showcause: ")
        assert len(done.complained.splitlines()) == 1
        assert "Traceback" not in done.complained

    def test_of_a_broken_file_has_a_place_in_each_message(self, run, story):
        path = story(
            "clearview-cnil", ("EUR 5 200 000\n", "EUR 5,200,000\n"), ("law: fr", "law: fx")
        )
        done = run("play", str(path))
        assert done.status == 2
        lines = done.complained.splitlines()
        assert len(lines) > 2
        assert all(re.match(rf"showcause: {re.escape(str(path))}:\d+:\d+: ", one) for one in lines)


class TestInterruption:
    def test_by_ctrl_c_is_quiet(self, run, monkeypatch):
        def interrupted(_called):
            raise KeyboardInterrupt

        monkeypatch.setattr(edge, "build", interrupted)
        done = run("play", "clearview")
        assert (done.status, done.shown, done.complained) == (INTERRUPTED, "", "")

    def test_by_a_reader_that_left_is_quiet(self):
        process = started("play", "clearview", "--json")
        process.stdout.close()
        complained = process.stderr.read()
        process.stderr.close()
        assert process.wait() == edge.PIPE_CLOSED
        assert complained == b""

    def test_by_a_reader_that_left_closes_the_stream(self, capfd, monkeypatch):
        def left(_called):
            raise BrokenPipeError

        monkeypatch.setattr(edge, "build", left)
        own = sys.stdout.fileno()
        kept = os.dup(own)
        try:
            assert main(["list"]) == edge.PIPE_CLOSED
            assert os.path.samestat(os.fstat(own), Path(os.devnull).stat())
        finally:
            os.dup2(kept, own)
            os.close(kept)
        assert capfd.readouterr() == ("", "")

    def test_before_it_began_is_no_mistake(self, run, monkeypatch):
        monkeypatch.setattr(sys, "stdout", None)
        assert main(["list"]) == 0

    def test_by_a_full_disk_is_one_sentence(self, run, monkeypatch):
        def full(_called):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(edge, "build", full)
        done = run("play", "clearview")
        assert done.status == 2
        assert "cannot read or write: No space left on device" in done.complained


class TestThePlainness:
    @pytest.mark.parametrize(
        "settings",
        [{}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "dumb"}],
        ids=["pipe", "NO_COLOR", "dumb"],
    )
    @pytest.mark.parametrize("words", [("play", "clearview-cnil"), ("--help",)], ids=" ".join)
    def test_has_no_escape_code(self, run, monkeypatch, settings, words):
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        assert ESCAPE not in run(*words).shown

    def test_says_all_that_colour_says(self, run, monkeypatch):
        plain = run("play", "clearview-cnil").shown
        monkeypatch.setenv("FORCE_COLOR", "1")
        colour = re.sub(r"\x1b\[[0-9;]*m", "", run("play", "clearview-cnil").shown)
        assert ESCAPE in run("play", "clearview-cnil").shown
        before, after = (text.split("EXPOSURE")[0] for text in (plain, colour))
        assert before == after

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
    def test_falls_back_where_the_encoding_is_small(self, encoding):
        process = started("play", "clearview-cnil", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        shown, complained = process.communicate()
        text = shown.decode(encoding)
        assert process.returncode == 0
        assert complained == b""
        assert "+  13 Apr 2023" in text
        assert "~18 Oct 2022" in text
        assert "~" in text

    def test_keeps_columns_in_ascii(self):
        process = started("play", "clearview", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        lines = process.communicate()[0].decode("ascii").splitlines()
        assert max(map(len, lines)) <= 80
        assert any("################" in line for line in lines)

    def test_is_never_wider_than_it_can_be_read(self, run, monkeypatch):
        monkeypatch.setenv("COLUMNS", "300")
        assert max(map(len, run("play", "clearview-cnil").shown.splitlines())) <= 100


class TestHostileText:
    SMUGGLED = r"\e]0;owned\a\e[2J\e[31m\u202Eesrever\u200B\x07"

    @pytest.fixture
    def hostile(self, story):
        return story(
            "clearview-cnil",
            ("title: CNIL against Clearview AI", f'title: "Seen {self.SMUGGLED}"'),
            ("what: Several complaints about access and erasure", f'what: "{self.SMUGGLED}"'),
            ("said: Section 31 was breached", f'said: "{self.SMUGGLED}"'),
            ("name: Clearview AI, Inc.", f'name: "{self.SMUGGLED}"'),
        )

    @pytest.mark.parametrize("options", [(), ("--full",), ("--json",)])
    def test_cannot_command_a_terminal(self, run, hostile, options):
        done = run("play", str(hostile), *options)
        for text in (done.shown, done.complained):
            assert ESCAPE not in text
            assert BIDI not in text
            assert "\x07" not in text
            assert "\u200b" not in text
        if done.status == 0 and not options:
            assert r"\x1b[31m" in done.words

    @pytest.mark.parametrize(
        "words",
        [
            ("play", f"{ESCAPE}[31m{BIDI}x"),
            ("explain", "clearview-cnil", f"{ESCAPE}[31mx"),
            ("rules", f"{ESCAPE}[31m"),
            ("docket", "show", f"{ESCAPE}[31m", "--store", "unused.db"),
            (f"{ESCAPE}[31mplay",),
            ("check", f"{ESCAPE}[31m.yaml"),
            ("play", "clearview", "--as-of", f"{ESCAPE}[31m"),
            ("play", "\udcff\udcfe.yaml"),
        ],
    )
    def test_of_a_call_is_escaped_in_its_answer(self, run, monkeypatch, tmp_path, words):
        monkeypatch.chdir(tmp_path)
        done = run(*words)
        assert done.status == 2
        assert ESCAPE not in done.shown + done.complained
        assert BIDI not in done.complained


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_prints_a_script_and_touches_no_file(self, run, monkeypatch, tmp_path, shell):
        monkeypatch.setenv("HOME", str(tmp_path))
        done = run("completion", shell)
        assert done.status == 0
        for name in (*COMMANDS, *DOCKET_COMMANDS, *RULES_COMMANDS):
            assert name in done.shown
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_is_a_script_of_that_shell(self, run, tmp_path, shell):
        program = shutil.which(shell)
        if program is None:
            pytest.skip(f"{shell} is not installed")
        script = tmp_path / "script"
        script.write_text(run("completion", shell).shown, "utf-8")
        done = subprocess.run([program, "-n", str(script)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


class TestTheDoors:
    def test_of_the_module_and_of_the_script_are_the_same(self, run):
        process = started("list")
        shown, _ = process.communicate()
        assert process.returncode == 0
        assert shown.decode() == run("list").shown

    def test_takes_the_words_of_the_process(self, monkeypatch, capsys):
        monkeypatch.setattr(sys, "argv", ["showcause", "--version"])
        assert main() == 0
        assert capsys.readouterr().out

    def test_takes_a_refusal_of_any_form(self, run, monkeypatch):
        def refused(_called):
            raise CommandRefusedError("no")

        monkeypatch.setattr(edge, "build", refused)
        done = run("list")
        assert (done.status, done.complained) == (1, "showcause: no\n")

    def test_gives_a_bug_its_traceback(self, monkeypatch):
        def broken(_called):
            raise ZeroDivisionError

        monkeypatch.setattr(edge, "build", broken)
        with pytest.raises(ZeroDivisionError):
            main(["list"])

    def test_knows_its_commands(self):
        assert set(COMMANDS) == {
            "list",
            "play",
            "explain",
            "options",
            "rules",
            "coverage",
            "fine",
            "check",
            "schema",
            "docket",
            "completion",
        }
        assert app.build().name == ("showcause",)
