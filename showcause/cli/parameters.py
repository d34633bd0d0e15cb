"""The options that several commands share, read by the project's own rules for days."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final, TypeAlias

from attrs import frozen
from cyclopts import Parameter, Token

__all__ = [
    "ON_ITS_OWN",
    "AsOf",
    "CommandId",
    "Figure",
    "Full",
    "Json",
    "Name",
    "Proceeding",
    "Sending",
    "Sent",
    "Store",
    "day_parameter",
    "read_day",
]


def read_day(text: str) -> date:
    """One exact day, as files write it; cyclopts tells what is wrong with it and where."""
    from domain.days import parse_date  # help is shown without it
    from domain.errors import NotationError

    try:
        return parse_date(text)
    except NotationError as error:
        raise ValueError(str(error)) from None


def _day(_hint: type, tokens: Sequence[Token]) -> date:
    return read_day(tokens[0].value)


def _id(_hint: type, tokens: Sequence[Token]) -> str:
    """An id that is empty names nothing, and would be taken for none at all."""
    if not tokens[0].value.strip():
        raise ValueError("an id cannot be empty; leave --id out to have one made")
    return tokens[0].value


def day_parameter(help_text: str, name: str) -> Parameter:
    """An option that takes one exact day."""
    return Parameter(name=name, converter=_day, help=help_text, metavar="DAY")


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
    Parameter(name="--json", help="One JSON object, not text."),
]
Full: TypeAlias = Annotated[
    bool,
    Parameter(
        name="--full",
        help="Everything: figures that are zero, who acted, events, sources.",
    ),
]
CommandId: TypeAlias = Annotated[
    str,
    Parameter(
        name="--id",
        converter=_id,
        help="An id of your own: the same id again adds nothing.",
    ),
]
Store: TypeAlias = Annotated[
    Path | None,
    Parameter(
        name="--store",
        help="The store's file; else SHOWCAUSE_STORE, or a file in your data folder.",
    ),
]


@frozen
class Sending:
    """How a command is sent to a store, and how its receipt is shown."""

    id_: CommandId = ""
    store: Store = None
    json: Json = False


Sent: TypeAlias = Annotated[Sending, Parameter(name="*")]
ON_ITS_OWN: Final = Sending()
