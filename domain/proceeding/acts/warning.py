"""A warning that intended processing is likely to infringe (GDPR 58(2)(a))."""

from attrs import frozen

from domain.proceeding.bounds import Words
from domain.proceeding.messages import Command, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState


@frozen(kw_only=True)
class IssueWarning(Command):
    """Warn about processing that has not begun."""

    content: tuple[str, ...]


@frozen(kw_only=True)
class WarningIssued(Event):
    """A warning was given; it is no order and no sanction."""

    content: tuple[str, ...]


def _warn(case: Case, command: IssueWarning) -> tuple[WarningIssued, ...]:
    return (WarningIssued(on=case.on, act=command.id, by=case.by, content=command.content),)


def _warned(state: ProceedingState, event: WarningIssued) -> ProceedingState:
    return entered(state, event, "warning", to=state.addressees)


def _fields(_case: Case) -> tuple[Field, ...]:
    return (Field(name="content", domain=Words(1), subject="a warning", essential=True),)


WARNING = Room(
    act="warning",
    command=IssueWarning,
    events=dict([evolving(WarningIssued, _warned)]),
    results=typed(IssueWarning, _warn),
    fields=_fields,
)
