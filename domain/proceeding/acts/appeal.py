"""Appeal: by whom, against what, to which court, in time; a judgment can be appealed in its turn.

An appeal against a decision, one against a judgment and one against silence rest on powers of
their own, each with its conditions: what an appeal is against decides which of them counts.
"""

from collections.abc import Iterator

from attrs import frozen

from domain.money import Money
from domain.proceeding.appealing import against_fields, appealable, fits, suspended_by, unmet_for
from domain.proceeding.bounds import InCurrency
from domain.proceeding.entries import Appeal
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class LodgeAppeal(Command):
    """Appeal against acts, single measures, a judgment, or silence; `asked` is the sum wanted."""

    against: tuple[str, ...]
    to: str = ""
    asked: Money | None = None


@frozen(kw_only=True)
class AppealLodged(Event):
    """An appeal is pending; `suspends` names what is not enforceable meanwhile."""

    against: tuple[str, ...]
    to: str
    suspends: tuple[str, ...]
    asked: Money | None = None


def _appeal(case: Case, command: LodgeAppeal) -> tuple[AppealLodged, ...]:
    return (
        AppealLodged(
            on=case.on,
            act=command.id,
            by=case.by,
            against=command.against,
            to=command.to or next(iter(case.power.to), ""),
            suspends=suspended_by(case, command.against),
            asked=command.asked,
        ),
    )


def _appealed(state: ProceedingState, event: AppealLodged) -> ProceedingState:
    state = entered(state, event, "appeal", about=event.against[0] if event.against else "")
    appeal = Appeal(
        id=event.act,
        by=event.by,
        on=event.on,
        against=event.against,
        suspends=event.suspends,
        to=event.to,
        asked=event.asked,
    )
    return added(state, appeals=(appeal,))


def _fields(case: Case) -> tuple[Field, ...]:
    asked = InCurrency(case.law.currency, optional=True, at_least=0)
    return (
        *against_fields(case),
        Field(name="asked", domain=asked, subject="the sum asked for", essential=True),
    )


def _extra(case: Case, command: LodgeAppeal) -> tuple[Defect, ...]:
    return (
        *(d for of in command.against for d in unmet_for(case, of, command.denies)),
        *_no_court(case, command.to),
    )


def _no_court(case: Case, to: str) -> Iterator[Defect]:
    """A party can hear an appeal only if it is a court; courts that are no party have names."""
    party = case.state.party(to)
    if party is not None and party.role != "court":
        message = f"{to} is no court, but the {party.role}"
        yield Defect(rule="to", message=message, asked=to, gravity="impossible")


APPEAL = Room(
    act="appeal",
    command=LodgeAppeal,
    events=dict([evolving(AppealLodged, _appealed)]),
    results=typed(LodgeAppeal, _appeal),
    fields=_fields,
    targets=appealable,
    fits=fits,
    target="against",
    extra=typed(LodgeAppeal, _extra),
)
