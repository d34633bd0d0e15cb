"""Opening and inquiry: complaint, opening, and an organ appointed to carry the case."""

from attrs import frozen

from domain.proceeding.messages import Command, Event
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState


@frozen(kw_only=True)
class LodgeComplaint(Command):
    """A complaint to the authority (GDPR 77)."""

    what: str = ""


@frozen(kw_only=True)
class ComplaintLodged(Event):
    """Somebody complained."""

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
    return (ComplaintLodged(on=case.on, act=command.id, by=case.by, what=command.what),)


def _complained(state: ProceedingState, event: ComplaintLodged) -> ProceedingState:
    return entered(state, event, "complaint")


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
