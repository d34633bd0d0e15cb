"""Opening and inquiry: how a case begins, how it is looked into, and how it grows."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from domain.proceeding.bounds import Days, OneOf
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added


@frozen(kw_only=True)
class LodgeComplaint(Command):
    """A complaint to the authority (GDPR 77); `received` where that is not the day it bears."""

    what: str = ""
    received: date | None = None


@frozen(kw_only=True)
class ComplaintLodged(Event):
    """Somebody complained."""

    what: str = ""
    received: date | None = None


@frozen(kw_only=True)
class NotifyBreach(Command):
    """Tell the authority of a breach of personal data (GDPR 33)."""

    what: str = ""


@frozen(kw_only=True)
class BreachNotified(Event):
    """An addressee told of a breach."""

    what: str = ""


@frozen(kw_only=True)
class Alert(Command):
    """Draw attention to something; it binds nobody and starts nothing."""

    what: str = ""


@frozen(kw_only=True)
class AlertGiven(Event):
    """Somebody drew attention to something."""

    what: str = ""


@frozen(kw_only=True)
class Inspect(Command):
    """Look into things on the spot, in the records or online (GDPR 58(1))."""

    what: str = ""


@frozen(kw_only=True)
class Inspected(Event):
    """The authority looked into things."""

    what: str = ""


@frozen(kw_only=True)
class ExtendScope(Command):
    """Take further addressees or conducts into the file; whose names stay outside the log."""

    addressees: tuple[Party, ...] = ()
    conducts: tuple[Conduct, ...] = ()
    what: str = ""


@frozen(kw_only=True)
class ScopeExtended(Event):
    """The file is against more, or about more, from this day on."""

    addressees: tuple[Party, ...]
    conducts: tuple[Conduct, ...]
    what: str = ""


@frozen(kw_only=True)
class OpenInquiry(Command):
    """The authority opens the case."""

    what: str = ""


@frozen(kw_only=True)
class InquiryOpened(Event):
    """The case is open."""

    what: str = ""


@frozen(kw_only=True)
class AppointRapporteur(Command):
    """Name the member who is to report on the case."""


@frozen(kw_only=True)
class RapporteurAppointed(Event):
    """A rapporteur was named."""


def _complain(case: Case, command: LodgeComplaint) -> tuple[ComplaintLodged, ...]:
    return (
        ComplaintLodged(
            on=case.on,
            act=command.id,
            by=case.by,
            what=command.what,
            received=command.received,
        ),
    )


def _complained(state: ProceedingState, event: ComplaintLodged) -> ProceedingState:
    return entered(state, event, "complaint")


def _received(case: Case) -> tuple[Field, ...]:
    """What is lodged is received that day or later."""
    day = Days(case.on, optional=True)
    return (Field(name="received", domain=day, subject="a receipt on", essential=True),)


def _notify_breach(case: Case, command: NotifyBreach) -> tuple[BreachNotified, ...]:
    return (BreachNotified(on=case.on, act=command.id, by=case.by, what=command.what),)


def _breach_notified(state: ProceedingState, event: BreachNotified) -> ProceedingState:
    return entered(state, event, "breach notification")


def _alert(case: Case, command: Alert) -> tuple[AlertGiven, ...]:
    return (AlertGiven(on=case.on, act=command.id, by=case.by, what=command.what),)


def _alerted(state: ProceedingState, event: AlertGiven) -> ProceedingState:
    return entered(state, event, "alert")


def _inspect(case: Case, command: Inspect) -> tuple[Inspected, ...]:
    return (Inspected(on=case.on, act=command.id, by=case.by, what=command.what),)


def _inspected(state: ProceedingState, event: Inspected) -> ProceedingState:
    return entered(state, event, "inspection")


def _extend_scope(case: Case, command: ExtendScope) -> tuple[ScopeExtended, ...]:
    return (
        ScopeExtended(
            on=case.on,
            act=command.id,
            by=case.by,
            addressees=command.addressees,
            conducts=command.conducts,
            what=command.what,
        ),
    )


def _scope_extended(state: ProceedingState, event: ScopeExtended) -> ProceedingState:
    state = entered(state, event, "extension of scope")
    return added(state, parties=event.addressees, conducts=event.conducts)


def _scope_extra(case: Case, command: ExtendScope) -> tuple[Defect, ...]:
    wrong = tuple(_scope_wrong(case, command))
    return tuple(Defect(rule="scope", message=text, gravity="impossible") for text in wrong)


def _scope_wrong(case: Case, command: ExtendScope) -> Iterator[str]:
    """What is added must be new, and a party that is added an addressee."""
    if not (command.addressees or command.conducts):
        yield "the act adds nobody and nothing"
    taken = [*(party.key for party in case.state.parties)]
    for party in command.addressees:
        if OneOf(("addressee",)).wrong(party.role):
            yield f"'{party.key}' is added as a {party.role}, and only addressees can be"
        if party.key in taken:
            yield f"the party '{party.key}' is in the file already"
        taken.append(party.key)
    known = list(case.conducts)
    for conduct in command.conducts:
        if conduct.key in known:
            yield f"the conduct '{conduct.key}' is in the file already"
        known.append(conduct.key)


def _open(case: Case, command: OpenInquiry) -> tuple[InquiryOpened, ...]:
    return (InquiryOpened(on=case.on, act=command.id, by=case.by, what=command.what),)


def _opened(state: ProceedingState, event: InquiryOpened) -> ProceedingState:
    return entered(state, event, "opening")


def _appoint(case: Case, command: AppointRapporteur) -> tuple[RapporteurAppointed, ...]:
    return (RapporteurAppointed(on=case.on, act=command.id, by=case.by),)


def _appointed(state: ProceedingState, event: RapporteurAppointed) -> ProceedingState:
    return entered(state, event, "rapporteur appointment")


COMPLAINT = Room(
    act="complaint",
    command=LodgeComplaint,
    events=dict([evolving(ComplaintLodged, _complained)]),
    results=typed(LodgeComplaint, _complain),
    fields=_received,
)
BREACH_NOTIFICATION = Room(
    act="breach notification",
    command=NotifyBreach,
    events=dict([evolving(BreachNotified, _breach_notified)]),
    results=typed(NotifyBreach, _notify_breach),
)
ALERT = Room(
    act="alert",
    command=Alert,
    events=dict([evolving(AlertGiven, _alerted)]),
    results=typed(Alert, _alert),
)
INSPECTION = Room(
    act="inspection",
    command=Inspect,
    events=dict([evolving(Inspected, _inspected)]),
    results=typed(Inspect, _inspect),
)
EXTENSION_OF_SCOPE = Room(
    act="extension of scope",
    command=ExtendScope,
    events=dict([evolving(ScopeExtended, _scope_extended)]),
    results=typed(ExtendScope, _extend_scope),
    extra=typed(ExtendScope, _scope_extra),
)
OPENING = Room(
    act="opening",
    command=OpenInquiry,
    events=dict([evolving(InquiryOpened, _opened)]),
    results=typed(OpenInquiry, _open),
)
RAPPORTEUR = Room(
    act="rapporteur appointment",
    command=AppointRapporteur,
    events=dict([evolving(RapporteurAppointed, _appointed)]),
    results=typed(AppointRapporteur, _appoint),
)
