"""Sentences about sums after they are imposed, and about those who owe them."""

from datetime import date

from domain.days import in_words
from domain.money import Money
from domain.proceeding.acts.collection import CollectionOrdered, InstalmentsGranted
from domain.proceeding.acts.corrections import SumCorrected
from domain.proceeding.acts.payment import PaymentMade, ProposalPaid
from domain.proceeding.acts.reductions import ResponsibilityAcknowledged
from domain.proceeding.acts.remission import SumRemitted, SumWrittenOff
from domain.proceeding.acts.succession import InsolvencyDeclared, PartySucceeded
from domain.proceeding.entries import Reduction
from domain.proceeding.measures import CostsImposed
from domain.proceeding.messages import Event, joined
from projections.sentences.pieces import with_


def said(event: Event) -> str | None:
    """The sentence of an event of this group."""
    match event:
        case PaymentMade():
            return f"{event.amount} is paid for the {event.for_}{_less(event.reductions)}."
        case ProposalPaid():
            less = _less(event.reductions)
            return f"{event.amount} is paid for what the {event.for_} proposes{less}."
        case CostsImposed():
            return f"Costs of {event.amount} are imposed."
        case ResponsibilityAcknowledged():
            return f"Responsibility for the {event.of} is acknowledged."
        case PartySucceeded():
            return f"{event.to} steps into the place of {event.from_}."
        case InsolvencyDeclared():
            return f"{event.of} is insolvent."
    return _afterwards(event)


def _afterwards(event: Event) -> str | None:
    match event:
        case InstalmentsGranted():
            return f"The {event.of} may be paid in instalments: {joined(_parts(event.parts))}."
        case CollectionOrdered():
            return f"{event.amount} of the {event.of} is being collected."
        case SumRemitted():
            return with_(f"{event.amount} of the {event.of} is remitted", event.because)
        case SumWrittenOff():
            return with_(f"{event.amount} of the {event.of} is written off", event.because)
        case SumCorrected():
            return with_(f"The {event.of} is corrected to {event.right}", event.because)
    return None


def _less(reductions: tuple[Reduction, ...]) -> str:
    told = [f"{one.amount} less ({one.because})" for one in reductions]
    return f", {joined(told)}" if told else ""


def _parts(parts: tuple[tuple[date, Money], ...]) -> list[str]:
    return [f"{amount} by {in_words(on)}" for on, amount in parts]
