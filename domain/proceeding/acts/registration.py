"""Registration: a proceeding gets its parties and conducts, before anything happens in it."""

from attrs import frozen

from domain.proceeding.bounds import OneOf
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.rooms import Case, Room, evolving, typed
from domain.proceeding.state import ProceedingState, revised

ROLES = (
    "authority",
    "addressee",
    "complainant",
    "court",
    "other authority",
    "board",
    "third party",
)
"""What a party can be in a proceeding."""


@frozen(kw_only=True)
class RegisterProceeding(Command):
    """Enter a proceeding under its number; names of people and firms stay outside the log."""

    proceeding: str
    parties: tuple[Party, ...]
    conducts: tuple[Conduct, ...] = ()


@frozen(kw_only=True)
class ProceedingRegistered(Event):
    """A proceeding exists, under the rulebook named, in one currency."""

    proceeding: str
    rulebook: str
    currency: str
    parties: tuple[Party, ...]
    conducts: tuple[Conduct, ...]


def _register(case: Case, command: RegisterProceeding) -> tuple[ProceedingRegistered, ...]:
    return (
        ProceedingRegistered(
            on=command.on,
            act=command.id,
            by=command.by,
            proceeding=command.proceeding,
            rulebook=case.law.name,
            currency=case.law.currency,
            parties=command.parties,
            conducts=command.conducts,
        ),
    )


def _extra(_case: Case, command: RegisterProceeding) -> tuple[Defect, ...]:
    roles = [party.role for party in command.parties]
    keys = [party.key for party in command.parties]
    strange = [OneOf(ROLES).wrong(role) for role in roles]
    missing = [role for role in ("authority", "addressee") if role not in roles]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    wrong = [f"there is no {role} among the parties" for role in missing]
    wrong += [f"a role {text}" for text in strange if text]
    wrong += [f"the party '{key}' is named twice" for key in twice]
    return tuple(Defect(rule="parties", message=text, gravity="impossible") for text in wrong)


def _registered(state: ProceedingState, event: ProceedingRegistered) -> ProceedingState:
    return revised(
        state,
        id=event.proceeding,
        currency=event.currency,
        parties=event.parties,
        conducts=event.conducts,
    )


REGISTRATION = Room(
    act="registration",
    command=RegisterProceeding,
    events=dict([evolving(ProceedingRegistered, _registered)]),
    results=typed(RegisterProceeding, _register),
    extra=typed(RegisterProceeding, _extra),
)
