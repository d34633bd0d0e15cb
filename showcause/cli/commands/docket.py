"""`showcause docket`: proceedings in a store. What is acknowledged is on the disk."""

from typing import Final

from cyclopts import App, Group

__all__ = ["DOCKET_COMMANDS", "docket"]

_WORK: Final = Group("Keep a proceeding", sort_key=1)
_STORE: Final = Group("Look after the store", sort_key=2)

DOCKET_COMMANDS: Final = {
    "open": ("docket_acts:opened", "Register a proceeding from the head of a scenario.", _WORK),
    "act": ("docket_acts:acted", "Give one act, in words or as a row of a file.", _WORK),
    "show": ("docket_views:shown", "One proceeding: what happened and where it stands.", _WORK),
    "list": ("docket_views:listed", "Every proceeding of the store.", _WORK),
    "export": ("docket_exchange:exported", "Write a proceeding out as JSON lines.", _STORE),
    "import": ("docket_exchange:imported", "Take over what was exported.", _STORE),
    "forget": ("docket_exchange:forgotten", "Empty the name of a party.", _STORE),
    "verify": ("docket_store:verified", "Check the log, the laws and the views.", _STORE),
    "rebuild": ("docket_store:rebuilt", "Make the views anew from the log.", _STORE),
}
"""Each command with its place below `showcause.cli.commands`, its one-line help and its group."""

docket = App(name="docket", help="Keep proceedings in a store, act by act.")
for _name, (_place, _says, _group) in DOCKET_COMMANDS.items():
    docket.command(f"showcause.cli.commands.{_place}", name=_name, group=_group, help=_says)
