"""`showcause docket open` and `act`: what goes into the log."""

import sys
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, Final
from uuid import uuid4

from cyclopts import Parameter

from showcause.cli.parameters import ON_ITS_OWN, Proceeding, Sent, day_parameter
from showcause.cli.streams import print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.proceeding.envelope import RecordedEvent
    from scenarios.model import Scenario
    from scenarios.rows import Row
    from showcause.docket import Docket, Receipt

__all__ = ["acted", "opened"]

_ATTEMPTS: Final = 20
"""How often an act is decided anew, as others may write all the time."""


def opened(
    scenario: Annotated[str, Parameter(help="A shipped scenario or a file; its head is taken.")],
    /,
    *,
    play: Annotated[
        bool, Parameter(help="Store its whole history too, not the head alone.")
    ] = False,
    on: Annotated[
        date | None,
        day_parameter("The day of registration. [default: that of the first act]", "--on"),
    ] = None,
    sending: Sent = ON_ITS_OWN,
) -> int:
    """Register a proceeding: parties and conducts are those of a scenario, its law as well.

    The names of parties go into the register, from which `docket forget` can take them.
    """
    from scenarios.loading import load_scenario
    from showcause.bootstrap import open_docket

    told = load_scenario(scenario)
    with open_docket(sending.store) as docket:
        receipts = tuple(_opened(docket, told, on=on, play=play, command_id=sending.id_))
    notes = _at_their_earliest(told) if play else ()
    return _acknowledged(receipts, notes, json=sending.json)


def _at_their_earliest(told: "Scenario") -> tuple[str, ...]:
    """The days of the history that can be several: a docket keeps one of each."""
    from scenarios.playing import play
    from showcause.cli.words import day_words

    run = play(told)
    entries = run.timeline(run.as_of)[1:]  # a registration has the day of what comes first
    days = [one for one in entries if one.on.exact is None]
    return tuple(
        f"stored at its earliest, as the day is uncertain: {one.act}, {day_words(one.on)}"
        for one in days
    )


def _opened(
    docket: "Docket", told: "Scenario", *, on: date | None, play: bool, command_id: str
) -> "Iterator[Receipt]":
    """The registration, then each command of the history under the id that the player gives it."""
    from domain.proceeding.acts.registration import RegisterProceeding
    from domain.rulebook.loading import load_rulebook
    from scenarios.commands import registering
    from scenarios.playing import readings_of

    law = load_rulebook(told.law)
    commits = readings_of(told, law)[0].commits
    first = next(c.command for c in commits if isinstance(c.command, RegisterProceeding))
    command = registering(told, on or first.on)
    names = {str(key): party.name for key, party in told.parties if party.name}
    own = command_id or commits[0].command_id
    yield docket.open(command, law, command_id=own, names=names)
    later = [(one.command, one.command_id) for one in commits[1:] if one.command is not None]
    for act, act_id in later if play else ():
        yield docket.act(told.scenario, act, command_id=act_id)


def acted(
    proceeding: Proceeding,
    /,
    *words: Annotated[
        str, Parameter(help="The act, then its keys: compliance with=injunction by=clearview")
    ],
    on: Annotated[date | None, day_parameter("The day of the act: 2023-01-10.", "--on")] = None,
    row: Annotated[
        str,
        Parameter(
            allow_leading_hyphen=True,
            help="A file with one row as scenarios have it; - reads standard input.",
        ),
    ] = "",
    after: Annotated[
        int | None,
        Parameter(
            help="Only if that event is still the last; else somebody was quicker.",
        ),
    ] = None,
    sending: Sent = ON_ITS_OWN,
) -> int:
    """Give one act. It is decided under the law that the proceeding runs under.

    What the law does not allow is refused with its reason and exit status 1. To record it all the
    same, as real proceedings do, name the rule: `despite='{appeal: why it stood}'`.
    """
    from showcause.cli.stores import kept

    told = _row(words, on, row)
    command_id = sending.id_ or str(uuid4())
    with kept(sending.store) as docket:
        receipts = _acted(docket, proceeding, told, after, command_id)
    return _acknowledged(receipts, json=sending.json)


def _row(words: "Sequence[str]", on: date | None, row: str) -> "Row":
    from showcause.cli.acting import read_row_file, row_of_words
    from showcause.cli.errors import CallError

    if row and words:
        raise CallError("give the act in words or as a row, not both")
    if row:
        return read_row_file(row, sys.stdin.buffer.read() if row == "-" else None)
    return row_of_words(words, on)


def _acted(
    docket: "Docket", proceeding: str, row: "Row", after: int | None, command_id: str
) -> "tuple[Receipt, ...]":
    """The receipts of a row; planned anew where somebody was quicker and no place was asked for."""
    from showcause.docket import ConcurrentWriteError

    for _ in range(_ATTEMPTS - 1 if after is None else 0):
        try:
            return _given(docket, proceeding, row, after, command_id)
        except ConcurrentWriteError:
            continue
    return _given(docket, proceeding, row, after, command_id)


def _given(
    docket: "Docket", proceeding: str, row: "Row", after: int | None, command_id: str
) -> "tuple[Receipt, ...]":
    """The receipt of each command; a row that was given before is planned as it was then.

    They are decided on the state by which the row was named, so that no name is taken twice.
    """
    from domain.errors import IrregularActError
    from projections import state_of
    from showcause.cli.acting import planned
    from showcause.cli.errors import told_apart

    dossier = docket.show(proceeding)
    before = takewhile(lambda one: one.command_id != command_id, dossier.history)
    plans = planned(row, state_of(before), dossier.law)
    commands = {f"{command_id}{plan.suffix}": plan.command for plan in plans}
    position = dossier.position if after is None else after
    try:
        return docket.act_together(proceeding, commands, position=position)
    except IrregularActError as error:
        raise told_apart(error, row.act) from None


def _acknowledged(receipts: "Sequence[Receipt]", notes: "Sequence[str]" = (), *, json: bool) -> int:
    """Say what was recorded, and what of it needs care; everything here is on the disk already."""
    last = receipts[-1]
    if json:
        print_json(
            {
                "proceeding": last.proceeding,
                "position": last.position,
                "repeated": all(receipt.repeated for receipt in receipts),
                "recorded": [_event(one) for receipt in receipts for one in _new(receipt)],
                "warnings": [*_warned(receipts), *notes],
            }
        )
        return 0
    from showcause.cli.pages.receipts import acknowledgement
    from showcause.cli.terminal import Terminal

    Terminal().show(acknowledgement(receipts, notes))
    return 0


def _warned(receipts: "Sequence[Receipt]") -> "Iterator[str]":
    return (str(defect) for receipt in receipts for defect in receipt.warnings)


def _new(receipt: "Receipt") -> "Sequence[RecordedEvent]":
    return () if receipt.repeated else receipt.events


def _event(recorded: "RecordedEvent") -> dict[str, object]:
    from projections import sentence

    event = recorded.event
    return {
        "position": recorded.position,
        "on": recorded.on.isoformat(),
        "act": event.act,
        "event": type(event).__name__,
        "sentence": sentence(event),
        "cite": event.basis,
        "command_id": recorded.command_id,
    }
