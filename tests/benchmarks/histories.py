"""The histories that are measured: Clearview's file as shipped, and the same gone on for years.

The long one is the shipped story up to the publication of its decision; then, every 13 days, a
complaint, a request and its answer, a note, a finding, and a week of delay that is announced,
answered, liquidated, notified and paid. Each of its events was decided under French law.
"""

from datetime import UTC, date, datetime, timedelta

import attrs

import showcause
from domain.aggregate import Proceeding, proceeding_id
from domain.days import Span
from domain.money import Money
from domain.proceeding.acts.charges import MakeRepresentations
from domain.proceeding.acts.compliance import FindCompliance
from domain.proceeding.acts.information import GiveInformation, RequestInformation
from domain.proceeding.acts.inquiry import LodgeComplaint
from domain.proceeding.acts.liquidation import Liquidate, ProposeLiquidation
from domain.proceeding.acts.note import MakeNote
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.service import Notify

NAME = "clearview-cnil"
WHEN = datetime(2024, 1, 1, tzinfo=UTC)
FIRST_DAY_OF_DELAY = date(2022, 12, 20)
WEEK = Money(700_000_00, "EUR")
DAYS_BETWEEN = 13
LAST_OF_THE_SHIPPED = f"{NAME}/10/published"


def clearview():
    """The shipped story in its earliest reading, with every state that it passed."""
    return showcause.play(NAME).played.readings[0]


def commands(number):
    """So many stretches of the long story, after what is shipped."""
    for commit in clearview().commits:
        yield commit.command_id, commit.command
        if commit.command_id == LAST_OF_THE_SHIPPED:
            break
    for stretch in range(number):
        for place, command in enumerate(_stretch(stretch)):
            yield f"{NAME}/{stretch}-{place}", command


def _stretch(number):
    first = FIRST_DAY_OF_DELAY + timedelta(days=DAYS_BETWEEN * number)
    covers = Span(first, first + timedelta(days=6))

    def on(days):
        return first + timedelta(days=days)

    question, statement, sum_ = (f"{word}-{number}" for word in ("question", "statement", "sum"))
    return (
        LodgeComplaint(on=on(0), by="persons", what="Access was not given within the period"),
        RequestInformation(on=on(1), id=question, what="What was deleted since the last answer?"),
        GiveInformation(on=on(5), answers=question, what="Nothing"),
        FindCompliance(on=on(6), of="injunction", result="not met"),
        MakeNote(on=on(6), what="The file goes to the restricted committee"),
        ProposeLiquidation(on=on(7), id=statement, of="injunction", covers=covers, amount=WEEK),
        Notify(on=on(7), of=statement),
        MakeRepresentations(on=on(10), by="clearview", answers=statement, what="No comment"),
        Liquidate(on=on(12), id=sum_, of="injunction", covers=covers, amount=WEEK),
        Notify(on=on(12), of=sum_),
        Pay(on=on(12), for_=sum_, amount=WEEK),
    )


def records(law, number):
    """The first so many records of the long story."""
    given = iter(commands(number // 11 + 1))
    command_id, first = next(given)
    proceeding = Proceeding.register(first, law, command_id=command_id, now=WHEN)
    for command_id, command in given:
        if proceeding.version >= number:
            break
        proceeding.handle(command, law, command_id=command_id, now=WHEN)
    assert proceeding.version == number
    return proceeding.records


def renamed(stored, name):
    """The same records of another proceeding, so that a store takes them as new."""
    named = attrs.evolve(stored[0].event, proceeding=name)
    first = attrs.evolve(stored[0], event=named)
    address = {"originator_id": proceeding_id(name), "proceeding": name}
    return tuple(attrs.evolve(one, **address) for one in (first, *stored[1:]))
