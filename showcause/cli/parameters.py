"""The options that several commands share, read by the project's own rules for days."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

from cyclopts import Parameter, Token

__all__ = [
    "AsOf",
    "CommandId",
    "Figure",
    "Full",
    "Json",
    "Name",
    "Proceeding",
    "Store",
    "day_parameter",
]


def _day(_hint: type, tokens: Sequence[Token]) -> date:
    from domain.days import parse_date  # noqa: PLC0415  # help is shown without it
    from domain.errors import NotationError  # noqa: PLC0415

    try:
        return parse_date(tokens[0].value)
    except NotationError as error:
        raise ValueError(str(error)) from None


def day_parameter(help_text: str, name: str) -> Parameter:
    """An option that takes one exact day."""
    return Parameter(name=name, converter=_day, help=help_text, negative="", show_default=False)


Name: TypeAlias = Annotated[
    str, Parameter(help="A shipped scenario or matter (see `showcause list`), or a file.")
]
Figure: TypeAlias = Annotated[
    str, Parameter(help="A figure such as imposed, or the id of an order, a notice or an act.")
]
Proceeding: TypeAlias = Annotated[str, Parameter(help="The name of a proceeding in the store.")]
AsOf: TypeAlias = Annotated[
    date | None,
    day_parameter("Answer as of the end of that day, such as 2023-04-13.", "--as-of"),
]
Json: TypeAlias = Annotated[
    bool,
    Parameter(name="--json", negative="", show_default=False, help="One JSON object, not text."),
]
Full: TypeAlias = Annotated[
    bool,
    Parameter(
        name="--full",
        negative="",
        show_default=False,
        help="Everything: figures that are zero, who acted, events, sources.",
    ),
]
CommandId: TypeAlias = Annotated[
    str,
    Parameter(
        name="--id",
        show_default=False,
        help="An id of your own: the same id again adds nothing.",
    ),
]
Store: TypeAlias = Annotated[
    Path | None,
    Parameter(
        name="--store",
        show_default=False,
        help="The store's file; else SHOWCAUSE_STORE, or a file in your data folder.",
    ),
]
