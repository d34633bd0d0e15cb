"""What help looks like: the same headings and columns as every other page, and no boxes."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cyclopts.help import HelpEntry, HelpPanel
    from rich.console import Console, ConsoleOptions, RenderableType

__all__ = ["HouseFormatter"]

_NAMES: Final = 16


class HouseFormatter:
    """Lays out the help of cyclopts; a panel is a heading and two columns.

    It writes through our own terminal, which knows when to be plain, whatever console it is given.
    """

    def __call__(self, console: "Console", options: "ConsoleOptions", panel: "HelpPanel") -> None:
        """Write one group of commands or parameters."""
        from rich.table import Table  # a command that runs needs no help
        from rich.text import Text

        del console, options
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, min_width=_NAMES)
        table.add_column()
        for entry in panel.entries:
            table.add_row(Text(f"  {' '.join(entry.display_labels_with_metavar)}"), _says(entry))
        if panel.entries:
            _show(Text(f"{panel.title}".upper(), "heading"), table, "")

    def render_usage(
        self, console: "Console", options: "ConsoleOptions", usage: "RenderableType"
    ) -> None:
        """Write the line that says how a call is put together."""
        del console, options
        _show(usage)

    def render_description(
        self, console: "Console", options: "ConsoleOptions", description: "RenderableType"
    ) -> None:
        """Write what the command is for."""
        del console, options
        _show(description)


def _show(*parts: "RenderableType") -> None:
    from showcause.cli.terminal import Terminal

    Terminal().show(*parts)


def _says(entry: "HelpEntry") -> "RenderableType":
    """What an entry is for, and the words it takes or what it is if left out."""
    from rich.console import Group
    from rich.text import Text

    notes = [f"one of: {', '.join(entry.choices)}"] if entry.choices else []
    notes += [f"if left out: {entry.default}"] if entry.default is not None else []
    says = [entry.description] if entry.description is not None else []
    return Group(*says, *(Text(note, "dim") for note in notes))
