"""Payment of a fine, of costs or of a liquidated penalty; or of what is only proposed as yet."""

from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import Claims, InCurrency, OneOf, Sums
from domain.proceeding.entries import Outcome, PaidProposal, Payment, Reduction
from domain.proceeding.messages import Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.penalties import open_sum, owed_by_law
from domain.proceeding.reducing import (
    base_of,
    choices,
    defects_of,
    payable_proposals,
    reductions,
    rules_for,
    to_pay,
)
from domain.proceeding.rooms import Case, Room, entered, evolving, typed
from domain.proceeding.standing import late_left, outstanding
from domain.proceeding.state import ProceedingState, added, named
from domain.rulebook.model import Power


@frozen(kw_only=True)
class Pay(Command):
    """Pay a sum, in whole or in part; `claims` names reductions, `waives` what is given up for it.

    `for_` may be charges that propose a sum, where the law lets a payment end the case.
    """

    for_: str
    amount: Money
    claims: tuple[str, ...] = ()
    waives: tuple[str, ...] = ()


@frozen(kw_only=True)
class PaymentMade(Event):
    """A sum was paid; with `reductions` of `base` what they `leave` is all that is owed."""

    for_: str
    amount: Money
    base: Money | None = None
    reductions: tuple[Reduction, ...] = ()
    leave: Money | None = None
    waives: tuple[str, ...] = ()


@frozen(kw_only=True)
class ProposalPaid(Event):
    """What was proposed was paid before the decision, which ends the case."""

    for_: str
    to: tuple[str, ...]
    amount: Money
    base: Money
    reductions: tuple[Reduction, ...]
    waives: tuple[str, ...] = ()


def _pay(case: Case, command: Pay) -> tuple[Event, ...]:
    """A payment, with what it lets go as far as the law knows the reductions claimed."""
    less = reductions(case, command.for_, command.claims)
    charges = named(case.state.charges, command.for_)
    base = base_of(case.state, command.for_)
    if charges is not None:
        return (
            ProposalPaid(
                on=case.on,
                act=command.id,
                by=case.by,
                for_=command.for_,
                to=charges.to,
                amount=command.amount,
                base=base,
                reductions=less,
                waives=command.waives,
            ),
        )
    return (
        PaymentMade(
            on=case.on,
            act=command.id,
            by=case.by,
            for_=command.for_,
            amount=command.amount,
            base=base if less else None,
            reductions=less,
            leave=_left(base, less) if less else None,
            waives=command.waives,
        ),
    )


def _left(base: Money, less: tuple[Reduction, ...]) -> Money:
    for one in less:
        base = base - one.amount
    return base


def _paid(state: ProceedingState, event: PaymentMade) -> ProceedingState:
    state = entered(state, event, "payment", about=event.for_)
    payment = Payment(
        act=event.act,
        of=event.for_,
        on=event.on,
        amount=event.amount,
        reductions=event.reductions,
    )
    return added(added(state, payments=(payment,)), outcomes=reduced(event))


def reduced(event: PaymentMade) -> tuple[Outcome, ...]:
    """The sum that a payment with reductions leaves: what was paid is all that is owed."""
    if event.leave is None:
        return ()
    return (
        Outcome(
            of=event.for_,
            on=event.on,
            result="reduced",
            act=event.act,
            amount=event.leave,
            because="; ".join(one.because for one in event.reductions),
        ),
    )


def _proposal_paid(state: ProceedingState, event: ProposalPaid) -> ProceedingState:
    state = entered(state, event, "payment", about=event.for_)
    paid = PaidProposal(
        id=event.act,
        of=event.for_,
        on=event.on,
        base=event.base,
        amount=event.amount,
        reductions=event.reductions,
    )
    return added(state, paid_proposals=(paid,))


def payable(state: ProceedingState) -> tuple[str, ...]:
    """The sums of which something is open, and those that are proposed."""
    imposed = tuple(one.id for one in state.sums() if outstanding(state, one.id).minor > 0)
    late = tuple(one.id for one in state.late_payments if late_left(state, one).minor > 0)
    return (*imposed, *owed_by_law(state), *payable_proposals(state), *late)


def _owes(power: Power, state: ProceedingState, target: str) -> bool:
    """Whether who may pay under a power is who owes: the authority what it owes for lateness."""
    return ("authority" in power.by) == (named(state.late_payments, target) is not None)


def _fields(case: Case) -> tuple[Field, ...]:
    proposals = payable_proposals(case.state)
    imposed = (one.id for one in case.state.sums())
    late = {one.id: late_left(case.state, one) for one in case.state.late_payments}
    sums = OneOf((*imposed, *owed_by_law(case.state), *proposals, *late))
    proposed = case.target in proposals
    left = late.get(case.target) or open_sum(case.state, case.target, case.on)
    most = base_of(case.state, case.target) if proposed else left
    on_offer = tuple((one.names, one.pays) for one in choices(case, case.target))
    return (
        Field(name="for_", domain=sums, subject="the sum", essential=True),
        Field(
            name="amount",
            domain=InCurrency(case.law.currency),
            subject="a payment of",
            essential=True,
        ),
        Field(
            name="amount",
            domain=Sums(most, case.law.currency, "what is open"),
            subject="a payment of",
            rule="outstanding",
            source=case.power,
        ),
        Field(
            name="claims",
            domain=Claims(on_offer, optional=not proposed),
            subject="the claim",
            rule="reduction",
            source=case.power,
        ),
    )


def _extra(case: Case, command: Pay) -> tuple[Defect, ...]:
    """Each reduction on its own terms, and with them exactly what is then left."""
    found: list[Defect] = []
    for rule in rules_for(case, command.for_):
        if rule.name in command.claims:
            found.extend(defects_of(case, rule, command.denies))
    known = reductions(case, command.for_, command.claims)
    if not known or command.amount.currency != case.law.currency:
        return tuple(found)
    left = to_pay(case, command.for_, command.claims)
    if command.amount != left:
        claimed = ", ".join(one.because for one in known)
        message = f"with {claimed} a payment of {command.amount} is not the rest, {left}"
        found.append(
            Defect(
                rule="reduced sum",
                message=message,
                asked=str(command.amount),
                limit=str(left),
                cite=known[0].cite,
                label=known[0].cite,
            )
        )
    return tuple(found)


PAYMENT = Room(
    act="payment",
    command=Pay,
    events=dict([evolving(PaymentMade, _paid), evolving(ProposalPaid, _proposal_paid)]),
    results=typed(Pay, _pay),
    fields=_fields,
    targets=payable,
    target="for_",
    fits=_owes,
    extra=typed(Pay, _extra),
)
