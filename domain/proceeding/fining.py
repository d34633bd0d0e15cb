"""What a fine must be besides within its maximum: added up, converted, of a breached order, new."""

from collections.abc import Iterator

import attrs

from domain.money import Money, Rounding
from domain.proceeding.entries import Fine, Order
from domain.proceeding.measures import CostsMeasure, Draft, FineMeasure, Measure
from domain.proceeding.messages import Defect
from domain.proceeding.rooms import Case
from domain.proceeding.standing import due_on, met_by, order_status, paid_off
from domain.proceeding.state import named
from domain.rulebook.conditions import ShareOf
from domain.rulebook.provisions import covered


def fine_defects(case: Case, draft: Draft, fine: FineMeasure) -> Iterator[Defect]:
    """Every defect of a fine that no single field shows."""
    found = (
        *_parts(case, fine),
        *_conversion(case, fine),
        *_liability(case, fine),
        *_disobedience(case, fine),
        *_paid_off(case, fine),
        *_second(case, draft, fine),
    )
    for defect in found:
        yield attrs.evolve(defect, measure=fine.id)


def _parts(case: Case, fine: FineMeasure) -> Iterator[Defect]:
    """The parts of a fine, where it has any, are sums of its currency that add up to it."""
    if not fine.parts:
        return
    zero = Money.zero(case.law.currency)
    total = zero
    for _, part in fine.parts:
        total = total + part if part.currency == zero.currency else total
    if total != fine.amount:
        message = f"the parts of the fine add up to {total}, not to {fine.amount}"
        yield _impossible("parts", message, asked=total, limit=fine.amount)


def _conversion(case: Case, fine: FineMeasure) -> Iterator[Defect]:
    """A conversion multiplies out to the cent, at the rate that the law names if it does."""
    told = fine.converted
    if told is None or fine.amount.currency != case.law.currency:
        return
    right = told.rate.convert(told.from_, fine.amount.currency, Rounding.HALF_UP)
    if right != fine.amount:
        message = f"{told.from_} at {told.rate} is {right}, not {fine.amount}"
        yield _impossible("conversion", message, asked=fine.amount, limit=right)
    if told.rate_of > case.on:
        message = f"the rate of {told.rate_of} is of a day after the decision"
        yield _impossible("conversion", message, asked=told.rate_of, limit=case.on)
    rule = case.law.exchange(told.from_.currency, case.on)
    if rule is not None and (rule.rate, rule.rate_of) != (told.rate, told.rate_of):
        message = f"the rate is {rule.rate} of {rule.rate_of}, not {told.rate} of {told.rate_of}"
        yield Defect.under(rule, "exchange", message, asked=told.rate, limit=rule.rate)


def _liability(case: Case, fine: FineMeasure) -> Iterator[Defect]:
    if fine.liable and len(fine.to or case.addressees) < 2:  # noqa: PLR2004 - who is liable with whom
        message = f"nobody is liable {fine.liable} with a single addressee"
        yield _impossible("liable", message, asked=fine.liable)


def _disobedience(case: Case, fine: FineMeasure) -> Iterator[Defect]:
    """An order can be disobeyed by those it binds, once it is due and not met (GDPR 83(6))."""
    if not fine.of:
        return
    order: Order | None = named(case.state.orders, fine.of)
    if order is None:
        yield _impossible("disobedience", f"there is no order '{fine.of}'", asked=fine.of)
        return
    for party in fine.to or case.addressees:
        wrong = _obeyed(case, order, party)
        if wrong:
            yield Defect.under(case.power, "disobedience", wrong, asked=fine.of)


def _obeyed(case: Case, order: Order, party: str) -> str:
    """Why a party cannot have disobeyed an order; empty if it did."""
    if party not in order.to:
        return f"the order {order.id} does not bind {party}"
    status = order_status(case.state, order, case.on)
    due, met = due_on(case.state, order.id), met_by(case.state, order.id, party)
    late = due is not None and met is not None and due < met
    if status in {"overdue", "partly met"} or (status in {"met", "closed"} and late):
        return ""
    return f"the order {order.id} is {status}, and was not disobeyed"


def _paid_off(case: Case, fine: FineMeasure) -> Iterator[Defect]:
    """What was proposed to a party and paid by it ended the case (LPAC 85): nothing is fined."""
    paid = paid_off(case.state, fine.conduct, fine.to or case.addressees)
    if paid is not None:
        message = f"{paid.id} of what {paid.of} proposed has ended the case"
        cite = next((one.cite for one in paid.reductions), "")
        yield Defect(
            rule="paid off",
            message=message,
            asked=fine.conduct,
            limit=paid.id,
            cite=cite,
            label=cite or "model",
        )


def _second(case: Case, draft: Draft, fine: FineMeasure) -> Iterator[Defect]:
    """A warning where the same conduct of the same party was fined before. Model, no rule of law.

    Charter Art. 50 and its national twins ask more than this model knows; so it only flags.
    """
    to = fine.to or case.addressees
    provisions = fine.provisions or draft.provisions(fine.conduct)
    for before in case.state.fines:
        if before.id not in case.state.annulled and _same(before, fine, to, provisions):
            message = f"{before.id} of {before.on} was for the same conduct"
            yield Defect(
                rule="ne bis in idem",
                message=message,
                asked=fine.conduct,
                limit=before.id,
                label="model",
                gravity="warns",
            )


def _same(
    before: Fine, fine: FineMeasure, to: tuple[str, ...], provisions: tuple[str, ...]
) -> bool:
    """Whether a fine was for the same conduct, an infringement and a party in common."""
    party = any(one in before.to for one in to)
    both = any(covered(before.provisions, p) for p in provisions)
    return before.conduct == fine.conduct and party and both


def costs_defects(case: Case, measures: tuple[Measure, ...]) -> Iterator[Defect]:
    """Costs are of a fine of the same decision, and within the share of it that the law allows."""
    fines = {m.id: m for m in measures if isinstance(m, FineMeasure)}
    for costs in measures:
        if not isinstance(costs, CostsMeasure) or not costs.of:
            continue
        fine = fines.get(costs.of)
        if fine is None:
            message = f"the decision has no fine '{costs.of}' that costs could be of"
            defect = _impossible("of", message, asked=costs.of)
            yield attrs.evolve(defect, measure=costs.id)
        elif costs.amount.currency == fine.amount.currency:
            yield from _above(case, costs, fine.amount)


def _above(case: Case, costs: CostsMeasure, fined: Money) -> Iterator[Defect]:
    limits = [one for power in case.law.measures("costs", case.on) for one in power.limits]
    for limit in limits:
        if isinstance(limit.at_most, ShareOf):
            most = fined.share(limit.at_most.share, Rounding.DOWN)
            if costs.amount > most:
                message = f"costs of {costs.amount} are above {limit.at_most.share} of {fined}"
                found = Defect.under(limit, "costs", message, asked=costs.amount, limit=most)
                yield attrs.evolve(found, measure=costs.id)


def _impossible(rule: str, message: str, *, asked: object, limit: object = "") -> Defect:
    return Defect(
        rule=rule, message=message, asked=str(asked), limit=str(limit), gravity="impossible"
    )
