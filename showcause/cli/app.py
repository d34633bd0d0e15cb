"""The commands, each found in its own module and imported when it is called."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from inspect import getdoc
from typing import Final

from cyclopts import App, Group, Parameter

from showcause.cli.help import HouseFormatter

__all__ = ["COMMANDS", "DOCKET_COMMANDS", "RULES_COMMANDS", "build"]

_PLAY: Final = Group("Play and explain", sort_key=1)
_LAW: Final = Group("The law and the files", sort_key=2)
_STORE: Final = Group("Proceedings of your own", sort_key=3)
_MORE: Final = Group("More", sort_key=4)
_OPTIONS: Final = Group("Options", sort_key=5)
_KEEP: Final = Group("Keep a proceeding", sort_key=1)
_CARE: Final = Group("Look after the store", sort_key=2)

COMMANDS: Final = {
    "list": ("list:shown", "List the scenarios and matters that come with Showcause.", _PLAY),
    "play": ("play:played", "Replay a scenario or a matter and answer as of a day.", _PLAY),
    "explain": ("explain:explained", "Show what a figure or a deadline is made of.", _PLAY),
    "options": ("options:offered", "Show who may do what, and why not the rest.", _PLAY),
    "rules": ("rules:told", "Show the law that applies, with its citations.", _LAW),
    "coverage": ("coverage:shown", "Show which values of the law decide something.", _LAW),
    "fine": ("fine:figured", "Work out a fine by a named method, step by step.", _LAW),
    "check": ("check:checked", "Read files strictly and play what can be played.", _LAW),
    "schema": ("schema:written", "Write a JSON Schema, for editors and programs.", _LAW),
    "docket": ("", "Keep proceedings in a store, act by act.", _STORE),
    "completion": ("completion:script", "Write a script that lets your shell complete.", _MORE),
}
"""Each command with its place below `showcause.cli.commands`, what it does, and its group."""

DOCKET_COMMANDS: Final = {
    "open": ("docket_acts:opened", "Register a proceeding from a scenario.", _KEEP),
    "act": ("docket_acts:acted", "Give one act, in words or as a row of a file.", _KEEP),
    "show": ("docket_views:shown", "Show a proceeding of the store as of a day.", _KEEP),
    "list": ("docket_views:listed", "List every proceeding of the store.", _KEEP),
    "export": ("docket_exchange:exported", "Write a proceeding out as JSON lines.", _CARE),
    "import": ("docket_exchange:imported", "Take over an exported proceeding.", _CARE),
    "forget": ("docket_exchange:forgotten", "Empty the name of a party.", _CARE),
    "verify": ("docket_store:verified", "Check the log, the laws and the views.", _CARE),
    "rebuild": ("docket_store:rebuilt", "Make the views anew from the log.", _CARE),
}
"""The same for the commands below `docket`."""

_INTRODUCTION: Final = """\
Replay regulatory proceedings in which every figure shows its cause.

Begin with: showcause play clearview
"""
_EPILOGUE: Final = "A training simulation, not legal advice."

RULES_COMMANDS: Final = {
    "diff": ("rules_diff:compared", "Show what differs between two rulebooks or days.", _LAW),
}
"""The same for the commands below `rules`, which is a command itself."""

Entry = tuple[str, str, Group]


def build(called: Sequence[str] = ()) -> App:
    """The application; a command is imported only if it is among the words of the call."""
    app = App(
        name="showcause",
        help=_INTRODUCTION,
        help_epilogue=_EPILOGUE,
        version=_version,
        help_format="plaintext",
        help_formatter=HouseFormatter(),
        default_parameter=Parameter(negative="", show_default=False),
        suppress_keyboard_interrupt=False,
        group_commands=_MORE,
        group_parameters=Group("Options", sort_key=2),
        group_arguments=Group("Arguments", sort_key=1),
    )
    app["--help"].group = (_OPTIONS,)
    app["--version"].group = (_OPTIONS,)
    docket = App(name="docket", help=COMMANDS["docket"][1], group=_STORE, sort_key=7)
    _add(docket, DOCKET_COMMANDS, called[1:2])
    _add(app, COMMANDS, called[:1], apart=("docket", "rules"))
    app.command(docket)
    app.command(_rules(called))
    return app


def _rules(called: Sequence[str]) -> App:
    """A command that has commands of its own: what is none of these names a rulebook."""
    home, says, group = COMMANDS["rules"]
    path = f"showcause.cli.commands.{home}"
    place = list(COMMANDS).index("rules")
    told = _long_help(path) if "rules" in called[:1] else says
    rules = App(name="rules", help=told, group=group, sort_key=place)
    rules.default(_function(path))
    _add(rules, RULES_COMMANDS, called[1:2])
    return rules


def _add(
    app: App, commands: Mapping[str, Entry], called: Sequence[str], apart: Sequence[str] = ()
) -> None:
    """Add commands by name; the one that is called brings the long text of its help."""
    for place, (name, (home, says, group)) in enumerate(commands.items()):
        path = f"showcause.cli.commands.{home}"
        if name not in apart:
            told = _long_help(path) if name in called else says
            app.command(path, name=name, help=told, group=group, sort_key=place)


def _long_help(path: str) -> str:
    """The text of a command's docstring, whose paragraphs fill the width of any terminal."""
    text = getdoc(_function(path)) or ""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _function(path: str) -> Callable[..., int]:
    module, _, name = path.partition(":")
    function: Callable[..., int] = getattr(import_module(module), name)
    return function


def _version() -> str:
    from importlib.metadata import version  # it is slow, and seldom asked for

    return version("showcause")
