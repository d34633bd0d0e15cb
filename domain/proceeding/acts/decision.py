"""A decision: what it finds or dismisses, and the measures that stand on it."""

from collections.abc import Iterator

import attrs
from attrs import frozen

from domain.money import Money
from domain.proceeding.bounds import InCurrency, OneOf, WholeYears
from domain.proceeding.charging import alleging, recipients
from domain.proceeding.entries import Decision, Turnover
from domain.proceeding.measures import (
    MEASURES,
    AnyMeasure,
    BanMeasure,
    Draft,
    Measure,
    OrderMeasure,
    PenaltyMeasure,
    PenaltyWarningMeasure,
)
from domain.proceeding.measures.joint import (
    JointMaximumSet,
    SharedMaximum,
    shared,
    sharing_defects,
    sharing_events,
)
from domain.proceeding.measuring import best_power, measure_defects
from domain.proceeding.messages import Allegations, Command, Defect, Event, joined
from domain.proceeding.offers import Field
from domain.proceeding.rooms import NO_POWER, Case, Room, entered, evolving, typed
from domain.proceeding.state import ProceedingState, added
from domain.proceeding.within import within_defects
from domain.rulebook.closed_words import ORDINARY, PROCEDURES

FAULTS = ("intent", "negligence", "unknown", "none")
"""What a decision can say of fault; `unknown` is for texts that do not tell."""

_ABOUT_OTHERS = (PenaltyMeasure, PenaltyWarningMeasure)
"""Measures about another one, which the same decision may give: that one comes first."""


@frozen(kw_only=True)
class AdoptDecision(Command):
    """Decide: findings by conduct, fault by conduct, measures.

    `fault` is `intent`, `negligence`, `unknown` (the texts do not say) or `none`. `turnover` is by
    year, worldwide, of the undertaking; `turnover_untold` says that the decision relied on one
    that the texts do not tell. `joint_maxima` are shared by several penalties of the decision.
    `procedure` is that of the file unless told otherwise; `carries_out` is a decision of the Board.
    """

    finds: Allegations = ()
    dismisses: Allegations = ()
    fault: tuple[tuple[str, str], ...] = ()
    turnover: tuple[tuple[str, Money], ...] = ()
    turnover_untold: bool = False
    measures: tuple[AnyMeasure, ...] = ()
    joint_maxima: tuple[SharedMaximum, ...] = ()
    to: tuple[str, ...] = ()
    procedure: str = ""
    carries_out: str = ""

    def draft(self, measures: tuple[Measure, ...] = ()) -> Draft:
        """The ground that its measures stand on; they are given under the ids that they get."""
        return Draft(
            finds=self.finds,
            fault=self.fault,
            turnover=self.turnover,
            turnover_untold=self.turnover_untold,
            denies=self.denies,
            states=self.states,
            orders=tuple(one.id for one in measures if isinstance(one, OrderMeasure)),
            bans=tuple(one.id for one in measures if isinstance(one, BanMeasure)),
        )


@frozen(kw_only=True)
class DecisionAdopted(Event):
    """A decision with its findings; each measure is an event of its own, of the same act."""

    to: tuple[str, ...]
    finds: Allegations
    dismisses: Allegations
    fault: tuple[tuple[str, str], ...]
    turnover: tuple[tuple[str, Money], ...]
    procedure: str = ""
    carries_out: str = ""


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
        procedure="" if case.procedure == ORDINARY else case.procedure,
        carries_out=command.carries_out,
    )
    measures = with_ids(case, command)
    draft = command.draft(measures)
    after = [measure for measure in measures if isinstance(measure, _ABOUT_OTHERS)]
    before = [measure for measure in measures if not isinstance(measure, _ABOUT_OTHERS)]
    results = (_result(case, command, draft, measure) for measure in (*before, *after))
    return (adopted, *results, *sharing_events(case, command.joint_maxima, command.id))


def _result(case: Case, command: AdoptDecision, draft: Draft, measure: Measure) -> Event:
    room = MEASURES[type(measure)]
    within = best_power(case, draft, measure)
    event = room.result(within, draft, measure)
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
        procedure=event.procedure,
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
        Field(
            name="procedure",
            domain=OneOf(("", *PROCEDURES)),
            subject="the procedure",
            essential=True,
        ),
        Field(
            name="carries_out",
            domain=OneOf(("", *(act.id for act in case.state.acts_of("binding decision")))),
            subject="the decision carried out",
            essential=True,
        ),
    )


def _extra(case: Case, command: AdoptDecision) -> tuple[Defect, ...]:
    if not (command.finds or command.dismisses or command.measures):
        message = "a decision must find, dismiss or order something"
        return (Defect(rule="finds", message=message, gravity="impossible"),)
    strange = (
        *_strange_turnovers(case, command),
        *_strange_words(case, command),
        *_contradictions(command),
    )
    if strange:
        return strange
    ids = [measure.id for measure in command.measures if measure.id]
    taken = {*case.state.known_ids(), command.id}
    twice = sorted({one for one in ids if ids.count(one) > 1 or one in taken})
    clashes = tuple(
        Defect(rule="id", message=f"the id '{one}' is taken", asked=one, gravity="impossible")
        for one in twice
    )
    named = with_ids(case, command)
    joint = sharing_defects(case, command.joint_maxima, named)
    within = within_defects(case, named)
    return (*clashes, *measure_defects(case, command.draft(named), named), *within, *joint)


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


def _contradictions(command: AdoptDecision) -> Iterator[Defect]:
    """The same provision is not both found infringed by a conduct and dismissed."""
    dismissed = dict(command.dismisses)
    for conduct, found in command.finds:
        both = [one for one in found if one in dismissed.get(conduct, ())]
        if both:
            message = f"{joined(both)} is both found infringed and dismissed for {conduct}"
            yield Defect(rule="dismisses", message=message, asked=both[0], gravity="impossible")


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
            evolving(JointMaximumSet, shared),
            *((room.event, room.evolve) for room in MEASURES.values()),
        ]
    ),
    results=typed(AdoptDecision, _adopt),
    fields=_fields,
    extra=typed(AdoptDecision, _extra),
)
