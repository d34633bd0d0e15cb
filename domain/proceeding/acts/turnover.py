"""Turnover of the undertaking: established, and corrected, per financial year."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, WholeYears
from domain.proceeding.entries import Turnover
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class EstablishTurnover(Command):
    """Put on file the turnover of a party, or of the group it belongs to, in a year.

    `base` is `worldwide`, or `national` where a law counts what is made in its country alone.
    """

    of: str
    year: str
    amount: Money
    base: str = "worldwide"


@frozen(kw_only=True)
class TurnoverEstablished(Event):
    """A turnover is on file."""

    of: str
    year: str
    amount: Money
    base: str = "worldwide"


@frozen(kw_only=True)
class CorrectTurnover(Command):
    """Correct a turnover on file; what was decided on the old one stands as it was."""

    of: str
    year: str
    right: Money
    base: str = "worldwide"


@frozen(kw_only=True)
class TurnoverCorrected(Event):
    """Another turnover counts from this day on."""

    of: str
    year: str
    right: Money
    base: str = "worldwide"


def _establish(case: Case, command: EstablishTurnover) -> tuple[TurnoverEstablished, ...]:
    return (
        TurnoverEstablished(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            year=command.year,
            amount=command.amount,
            base=command.base,
        ),
    )


def _established(state: ProceedingState, event: TurnoverEstablished) -> ProceedingState:
    state = entered(state, event, "turnover", about=event.of)
    known = Turnover(
        party=event.of, year=event.year, amount=event.amount, on=event.on, base=event.base
    )
    return added(state, turnovers=(known,))


def _correct(case: Case, command: CorrectTurnover) -> tuple[TurnoverCorrected, ...]:
    return (
        TurnoverCorrected(
            on=case.on,
            act=command.id,
            by=case.by,
            of=command.of,
            year=command.year,
            right=command.right,
            base=command.base,
        ),
    )


def _corrected(state: ProceedingState, event: TurnoverCorrected) -> ProceedingState:
    state = entered(state, event, "turnover correction", about=event.of)
    known = Turnover(
        party=event.of, year=event.year, amount=event.right, on=event.on, base=event.base
    )
    return added(state, turnovers=(known,))


BASES = ("worldwide", "national")
"""What a turnover can be of."""


def units(state: ProceedingState) -> tuple[str, ...]:
    """The addressees, and the groups that they belong to."""
    parties = [party for party in state.parties if party.role == "addressee"]
    groups = (party.undertaking for party in parties if party.undertaking)
    return tuple(dict.fromkeys((*state.addressees, *groups)))


def _known(state: ProceedingState) -> tuple[str, ...]:
    return tuple(dict.fromkeys(turnover.party for turnover in state.turnovers))


def _years(state: ProceedingState, party: str) -> tuple[str, ...]:
    years = (turnover.year for turnover in state.turnovers if turnover.party == party)
    return tuple(dict.fromkeys(years))


def _fields(case: Case) -> tuple[Field, ...]:
    party = OneOf(units(case.state))
    years = WholeYears(case.on.year)
    money = InCurrency(case.law.currency, at_least=0)
    return (
        Field(name="of", domain=party, subject="the turnover of", essential=True),
        Field(name="year", domain=years, subject="the year", essential=True),
        Field(name="amount", domain=money, subject="a turnover of", essential=True),
        Field(name="base", domain=OneOf(BASES), subject="a turnover", essential=True),
    )


def _correction_fields(case: Case) -> tuple[Field, ...]:
    years = OneOf(_years(case.state, case.target))
    money = InCurrency(case.law.currency, at_least=0)
    party = OneOf(_known(case.state))
    return (
        Field(name="of", domain=party, subject="the turnover of", essential=True),
        Field(name="year", domain=years, subject="the year", essential=True),
        Field(name="right", domain=money, subject="a turnover of", essential=True),
        Field(name="base", domain=OneOf(BASES), subject="a turnover", essential=True),
    )


TURNOVER = Room(
    act="turnover",
    command=EstablishTurnover,
    events=dict([evolving(TurnoverEstablished, _established)]),
    results=typed(EstablishTurnover, _establish),
    fields=_fields,
    targets=units,
    target="of",
)
TURNOVER_CORRECTION = Room(
    act="turnover correction",
    command=CorrectTurnover,
    events=dict([evolving(TurnoverCorrected, _corrected)]),
    results=typed(CorrectTurnover, _correct),
    fields=_correction_fields,
    targets=_known,
    target="of",
)
