"""The commands, each found in its own module and imported when it is called."""

from typing import TYPE_CHECKING, Final

from cyclopts import App, Group

from showcause.cli.help import HouseFormatter

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["COMMANDS", "DOCKET_COMMANDS", "build"]

_PLAY: Final = Group("Play and explain", sort_key=1)
_LAW: Final = Group("The law and the files", sort_key=2)
_STORE: Final = Group("Proceedings of your own", sort_key=3)
_MORE: Final = Group("More", sort_key=4)
_OPTIONS: Final = Group("Options", sort_key=5)

COMMANDS: Final = {
    "list": ("list:shown", "The shipped scenarios and matters.", _PLAY),
    "play": ("play:played", "Replay a scenario: what happened, where it stands, what it costs.", _PLAY),
    "explain": ("explain:explained", "The lines that a figure or a deadline is made of.", _PLAY),
    "options": ("options:offered", "Who may do what that day, and why not the rest.", _PLAY),
    "rules": ("rules:told", "The law that applies, with citations.", _LAW),
    "check": ("check:checked", "Find every mistake in scenarios, matters and rulebooks.", _LAW),
    "schema": ("schema:written", "JSON Schemas for editors and programs.", _LAW),
    "docket": ("docket:docket", "Keep proceedings in a store, act by act.", _STORE),
    "completion": ("completion:script", "A script that lets your shell complete commands.", _MORE),
}
"""Each command with its place below `showcause.cli.commands`, its one-line help and its group."""

_INTRODUCTION: Final = """\
Replay regulatory proceedings in which every figure shows its cause.

Begin with `showcause play clearview`.
"""
_EPILOGUE: Final = "A training simulation, not legal advice."


def build(*, for_help: bool = False) -> App:
    """The application; no command is imported before it is called.

    Help is written through our own terminal, which is slow to make and knows when to be plain.
    """
    app = App(
        name="showcause",
        help=_INTRODUCTION,
        help_epilogue=_EPILOGUE,
        version=_version,
        help_format="plaintext",
        help_formatter=HouseFormatter(),
        console=_terminal() if for_help else None,
        suppress_keyboard_interrupt=False,
        group_commands=_MORE,
        group_parameters=Group("Options", sort_key=2),
        group_arguments=Group("Arguments", sort_key=1),
    )
    app["--help"].group = (_OPTIONS,)
    app["--version"].group = (_OPTIONS,)
    for name, (place, says, group) in COMMANDS.items():
        app.command(f"showcause.cli.commands.{place}", name=name, help=says, group=group)
    return app


def _terminal() -> "Console":
    from showcause.cli.terminal import Terminal  # noqa: PLC0415  # rich is for those who read

    return Terminal()


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415  # it is slow, and seldom asked for

    return version("showcause")
