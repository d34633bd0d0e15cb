"""A decision: what it finds or dismisses, and the measures that stand on it."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, WholeYears
from domain.proceeding.charging import alleging, recipients
from domain.proceeding.entries import Decision, Turnover
from domain.proceeding.measures import MEASURES, AnyMeasure, Draft, Measure
from domain.proceeding.measuring import best_power, measure_defects
from domain.proceeding.messages import Allegations, Command, Defect, Event
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added

FAULTS = ("intent", "negligence", "unknown", "none")
"""What a decision can say of fault; `unknown` is for texts that do not tell."""


@frozen(kw_only=True)
class AdoptDecision(Command):
    """Decide: findings by conduct, fault by conduct, measures.

    `fault` is `intent`, `negligence`, `unknown` (the texts do not say) or `none`. `turnover` is by
    year, worldwide, of the undertaking; `turnover_untold` says that the decision relied on one
    that the texts do not tell.
    """

    finds: Allegations = ()
    dismisses: Allegations = ()
    fault: tuple[tuple[str, str], ...] = ()
    turnover: tuple[tuple[str, Money], ...] = ()
    turnover_untold: bool = False
    measures: tuple[AnyMeasure, ...] = ()
    to: tuple[str, ...] = ()

    def draft(self) -> Draft:
        """The ground that its measures stand on."""
        return Draft(
            finds=self.finds,
            fault=self.fault,
            turnover=self.turnover,
            turnover_untold=self.turnover_untold,
            denies=self.denies,
            states=self.states,
        )


@frozen(kw_only=True)
class DecisionAdopted(Event):
    """A decision with its findings; each measure is an event of its own, of the same act."""

    to: tuple[str, ...]
    finds: Allegations
    dismisses: Allegations
    fault: tuple[tuple[str, str], ...]
    turnover: tuple[tuple[str, Money], ...]


def with_ids(case: Case, command: AdoptDecision) -> tuple[Measure, ...]:
    """The measures under ids: their own, or their kind, numbered from the second on."""
    taken = {*case.state.known_ids(), command.id, *(measure.id for measure in command.measures)}
    named: list[Measure] = []
    for measure in command.measures:
        wanted = measure.id or MEASURES[type(measure)].kind
        number = 1
        while not measure.id and wanted in taken:
            number += 1
            wanted = f"{MEASURES[type(measure)].kind}-{number}"
        taken.add(wanted)
        to = measure.to or command.to
        named.append(attrs.evolve(measure, id=wanted, to=to))
    return tuple(named)


def _adopt(case: Case, command: AdoptDecision) -> tuple[Event, ...]:
    adopted = DecisionAdopted(
        on=case.on,
        act=command.id,
        by=case.by,
        to=command.to or case.addressees,
        finds=command.finds,
        dismisses=command.dismisses,
        fault=command.fault,
        turnover=command.turnover,
    )
    return (adopted, *(_result(case, command, measure) for measure in with_ids(case, command)))


def _result(case: Case, command: AdoptDecision, measure: Measure) -> Event:
    room = MEASURES[type(measure)]
    within = best_power(case, command.draft(), measure)
    event = room.result(within, command.draft(), measure)
    basis = within.power.label if within.power is not NO_POWER else case.power.label
    return attrs.evolve(event, act=command.id, basis=basis)


def _adopted(state: ProceedingState, event: DecisionAdopted) -> ProceedingState:
    decision = Decision(
        id=event.act,
        on=event.on,
        to=event.to,
        finds=event.finds,
        dismisses=event.dismisses,
        fault=event.fault,
    )
    relied_on = tuple(
        Turnover(party=party, year=year, amount=amount, on=event.on)
        for party in event.to
        for year, amount in event.turnover
    )
    state = entered(state, event, "decision", to=event.to)
    return added(state, decisions=(decision,), turnovers=relied_on)


def _fields(case: Case) -> tuple[Field, ...]:
    return (
        *alleging(case, "finds", at_least=0),
        *alleging(case, "dismisses", at_least=0),
        *recipients(case),
    )


def _extra(case: Case, command: AdoptDecision) -> tuple[Defect, ...]:
    if not (command.finds or command.dismisses or command.measures):
        message = "a decision must find, dismiss or order something"
        return (Defect(rule="finds", message=message, gravity="impossible"),)
    strange = (*_strange_turnovers(case, command), *_strange_words(case, command))
    if strange:
        return strange
    ids = [measure.id for measure in command.measures if measure.id]
    taken = {*case.state.known_ids(), command.id}
    twice = sorted({one for one in ids if ids.count(one) > 1 or one in taken})
    clashes = tuple(
        Defect(rule="id", message=f"the id '{one}' is taken", asked=one, gravity="impossible")
        for one in twice
    )
    return (*clashes, *measure_defects(case, command.draft(), with_ids(case, command)))


def _strange_words(case: Case, command: AdoptDecision) -> Iterator[Defect]:
    """Fault is of a known conduct and kind; measures are for those the decision is addressed to."""
    for conduct, fault in command.fault:
        for value, domain in ((conduct, OneOf(case.conducts)), (fault, OneOf(FAULTS))):
            if domain.wrong(value):
                message = f"the fault '{value}' {domain.wrong(value)}"
                yield Defect(rule="fault", message=message, asked=value, gravity="impossible")
    recipients = command.to or case.addressees
    for party in dict.fromkeys(party for m in command.measures for party in m.to):
        if party in case.addressees and party not in recipients:
            message = f"a measure is for {party}, and the decision is not addressed to it"
            yield Defect(rule="to", message=message, asked=party, gravity="impossible")


def _strange_turnovers(case: Case, command: AdoptDecision) -> Iterator[Defect]:
    """A turnover is of a year that has begun, and in the currency of the rulebook."""
    for year, amount in command.turnover:
        wrong_year = WholeYears(case.on.year).wrong(year)
        wrong_sum = InCurrency(case.law.currency, at_least=0).wrong(amount)
        if wrong_year:
            message = f"the year {year} of a turnover {wrong_year}"
            yield Defect(rule="turnover", message=message, asked=year, gravity="impossible")
        if wrong_sum:
            message = f"a turnover of {amount} {wrong_sum}"
            yield Defect(rule="turnover", message=message, asked=str(amount), gravity="impossible")


DECISION = Room(
    act="decision",
    command=AdoptDecision,
    events=dict(
        [
            evolving(DecisionAdopted, _adopted),
            *((room.event, room.evolve) for room in MEASURES.values()),
        ]
    ),
    results=typed(AdoptDecision, _adopt),
    fields=_fields,
    extra=typed(AdoptDecision, _extra),
)
