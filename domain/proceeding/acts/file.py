"""What happens to the file itself: reopened, anonymised, under another law; late authorities."""

import attrs
from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf
from domain.proceeding.entries import LatePayment, LawChange
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added, amended, revised


@frozen(kw_only=True)
class Reopen(Command):
    """Take a closed file up again."""

    because: str = ""


@frozen(kw_only=True)
class ProceedingReopened(Event):
    """The file is open again; what was closed with it goes on from this day."""

    because: str = ""


@frozen(kw_only=True)
class Anonymise(Command):
    """Take the names out of a publication."""

    of: str


@frozen(kw_only=True)
class PublicationAnonymised(Event):
    """The act stays public, without names."""

    of: str


@frozen(kw_only=True)
class GiveDefaultNotice(Command):
    """Tell the authority that it is late, and with what (ingebrekestelling)."""

    what: str


@frozen(kw_only=True)
class DefaultNoticeGiven(Event):
    """The authority was told that it is late."""

    what: str


@frozen(kw_only=True)
class OweForLateness(Command):
    """Put on file what the authority owes for being late, after a default notice."""

    of: str
    amount: Money


@frozen(kw_only=True)
class LatenessOwed(Event):
    """The authority owes that sum to whom it kept waiting; it is nobody else's exposure."""

    of: str
    to: str
    amount: Money


@frozen(kw_only=True)
class ChangeLaw(Command):
    """Go on under another rulebook, or another version of it, told by its digest.

    It is decided under the law that comes to apply.
    """

    law: str
    digest: str


@frozen(kw_only=True)
class LawChanged(Event):
    """From this day on the file goes by the law of that name and digest; what was stands."""

    law: str
    digest: str


def _reopen(case: Case, command: Reopen) -> tuple[ProceedingReopened, ...]:
    return (ProceedingReopened(on=case.on, act=command.id, by=case.by, because=command.because),)


def _reopened(state: ProceedingState, event: ProceedingReopened) -> ProceedingState:
    return revised(entered(state, event, "reopening"), closed_on=None)


def _not_closed(case: Case) -> tuple[Defect, ...]:
    if case.state.closed_on is not None:
        return ()
    return (Defect(rule="closed", message="the file is not closed", gravity="impossible"),)


def _anonymise(case: Case, command: Anonymise) -> tuple[PublicationAnonymised, ...]:
    return (PublicationAnonymised(on=case.on, act=command.id, by=case.by, of=command.of),)


def _anonymised(state: ProceedingState, event: PublicationAnonymised) -> ProceedingState:
    state = entered(state, event, "anonymisation", about=event.of)
    act = state.act(event.of)
    if act is None:
        return state
    return amended(state, acts=attrs.evolve(act, anonymised_on=event.on))


def _named(state: ProceedingState) -> tuple[str, ...]:
    """What is public with its names."""
    public = (act for act in state.acts if act.published_on is not None)
    return tuple(act.id for act in public if act.anonymised_on is None)


def _warn(case: Case, command: GiveDefaultNotice) -> tuple[DefaultNoticeGiven, ...]:
    return (DefaultNoticeGiven(on=case.on, act=command.id, by=case.by, what=command.what),)


def _warned(state: ProceedingState, event: DefaultNoticeGiven) -> ProceedingState:
    return entered(state, event, "default notice", to=state.with_role("authority"))


def _owe(case: Case, command: OweForLateness) -> tuple[LatenessOwed, ...]:
    notice = case.state.act(command.of)
    to = "" if notice is None else notice.by
    owed = LatenessOwed(
        on=case.on, act=command.id, by=case.by, of=command.of, to=to, amount=command.amount
    )
    return (owed,)


def _owed(state: ProceedingState, event: LatenessOwed) -> ProceedingState:
    state = entered(state, event, "late payment owed", about=event.of)
    owed = LatePayment(id=event.act, of=event.of, to=event.to, on=event.on, amount=event.amount)
    return added(state, late_payments=(owed,))


def _notices(state: ProceedingState) -> tuple[str, ...]:
    """Default notices after which nothing was put on file yet."""
    settled = {one.of for one in state.late_payments}
    return tuple(act.id for act in state.acts_of("default notice") if act.id not in settled)


def _change(case: Case, command: ChangeLaw) -> tuple[LawChanged, ...]:
    changed = LawChanged(
        on=case.on, act=command.id, by=case.by, law=command.law, digest=command.digest
    )
    return (changed,)


def _changed(state: ProceedingState, event: LawChanged) -> ProceedingState:
    change = LawChange(act=event.act, on=event.on, law=event.law, digest=event.digest)
    return added(entered(state, event, "change of law"), laws=(change,))


def _field(name: str, subject: str, values: tuple[str, ...]) -> tuple[Field, ...]:
    return (Field(name=name, domain=OneOf(values), subject=subject, essential=True),)


def _owed_fields(case: Case) -> tuple[Field, ...]:
    money = InCurrency(case.law.currency)
    return (
        *_field("of", "the default notice", _notices(case.state)),
        Field(name="amount", domain=money, subject="a sum of", essential=True),
    )


def _law_fields(case: Case) -> tuple[Field, ...]:
    """The law that the act is decided under is the one that it changes to."""
    return (
        *_field("law", "the law", (case.law.name,)),
        *_field("digest", "the digest", (case.law.digest,)),
    )


def _other_currency(case: Case) -> tuple[Defect, ...]:
    """Sums on file stay in their currency, and no law in another can go on with them."""
    if case.state.currency == case.law.currency:
        return ()
    message = f"the file is in {case.state.currency}, that law in {case.law.currency}"
    return (Defect(rule="currency", message=message, gravity="impossible"),)


REOPENING = Room(
    act="reopening",
    command=Reopen,
    events=dict([evolving(ProceedingReopened, _reopened)]),
    results=typed(Reopen, _reopen),
    bars=_not_closed,
)
ANONYMISATION = Room(
    act="anonymisation",
    command=Anonymise,
    events=dict([evolving(PublicationAnonymised, _anonymised)]),
    results=typed(Anonymise, _anonymise),
    fields=lambda case: _field("of", "the publication", _named(case.state)),
    targets=_named,
    target="of",
)
DEFAULT_NOTICE = Room(
    act="default notice",
    command=GiveDefaultNotice,
    events=dict([evolving(DefaultNoticeGiven, _warned)]),
    results=typed(GiveDefaultNotice, _warn),
)
LATE_PAYMENT = Room(
    act="late payment owed",
    command=OweForLateness,
    events=dict([evolving(LatenessOwed, _owed)]),
    results=typed(OweForLateness, _owe),
    fields=_owed_fields,
    targets=_notices,
    target="of",
)
CHANGE_OF_LAW = Room(
    act="change of law",
    command=ChangeLaw,
    events=dict([evolving(LawChanged, _changed)]),
    results=typed(ChangeLaw, _change),
    fields=_law_fields,
    bars=_other_currency,
)
