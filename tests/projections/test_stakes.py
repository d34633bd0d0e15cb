"""What is at stake adds up over supplementary charges, and comes back with new ones."""

from datetime import date

import attrs

from domain.money import Money
from domain.periods import TimeLimit
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.charges import IssueCharges
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.inquiry import AppointRapporteur, OpenInquiry
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.acts.registration import RegisterProceeding
from domain.proceeding.acts.service import Notify
from domain.proceeding.deciding import decide, evolve
from domain.proceeding.entries import Conduct, Party
from domain.proceeding.envelope import RecordedEvent
from domain.proceeding.measures import FineMeasure, OrderMeasure
from domain.proceeding.messages import Accepted
from domain.proceeding.rulings import Ruling
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import load_rulebook
from projections import ExposureLedger
from showcause.testing import Given

GB = load_rulebook("gb")
LAW = load_rulebook("gr")
HEAD = RegisterProceeding(
    on=date(2022, 1, 3),
    proceeding="stakes",
    parties=(
        Party(key="hdpa", role="authority", country="GR"),
        Party(key="firm", role="addressee", kind="undertaking", country="GR"),
    ),
    conducts=(Conduct(key="tracking"),),
)


def at_stake(day, *commands):
    state, history = ProceedingState(), []
    for command in (HEAD, OpenInquiry(on=date(2022, 1, 3)), *commands):
        verdict = decide(state, command, LAW)
        assert isinstance(verdict, Accepted), verdict
        for event in verdict.events:
            state = evolve(state, event)
            history.append(
                RecordedEvent(proceeding="stakes", position=len(history) + 1, event=event)
            )
    return ExposureLedger(tuple(history)).at(day, LAW).at_stake


def charges(day, *provisions):
    return IssueCharges(on=day, alleges=(("tracking", provisions),))


def test_charges_of_the_lower_tier_do_not_lower_what_earlier_ones_put_at_stake():
    upper = charges(date(2022, 2, 1), "GDPR 6")
    lower = charges(date(2022, 3, 1), "GDPR 33")
    assert at_stake(date(2022, 3, 2), upper, lower) == (Money.parse("EUR 20 000 000"), None)


def test_a_decision_ends_it_and_new_charges_for_the_same_conduct_bring_it_back():
    first = charges(date(2022, 2, 1), "GDPR 6")
    decision = AdoptDecision(
        on=date(2022, 6, 1),
        finds=(("tracking", ("GDPR 6",)),),
        fault=(("tracking", "negligence"),),
        measures=(OrderMeasure(content=("Stop",), comply=TimeLimit.parse("at once")),),
    )
    again = charges(date(2023, 2, 1), "GDPR 33")
    zero = Money.zero("EUR")
    assert at_stake(date(2022, 6, 2), first, decision) == (zero, zero)
    assert at_stake(date(2023, 2, 2), first, decision, again) == (
        Money.parse("EUR 10 000 000"),
        None,
    )


def test_who_appoints_a_rapporteur_where_the_law_knows_none_is_told_so():
    verdict = decide(evolve_all(HEAD), AppointRapporteur(on=date(2022, 2, 1), by="hdpa"), LAW)
    assert not isinstance(verdict, Accepted)
    assert verdict.defects[0].rule == "power"


def evolve_all(command):
    verdict = decide(ProceedingState(), command, LAW)
    assert isinstance(verdict, Accepted)
    state = ProceedingState()
    for event in verdict.events:
        state = evolve(state, event)
    return state


BRITISH = attrs.evolve(
    HEAD,
    parties=(
        Party(key="ico", role="authority", country="GB"),
        Party(key="firm", role="addressee", kind="undertaking", country="GB"),
        Party(key="tribunal", role="court"),
    ),
)
"""Charges of 10 January 2022: a penalty notice can be given for six months, to 9 July 2022."""


def british(day, *commands):
    given = Given((BRITISH,), GB).and_(
        charges(date(2022, 1, 10), "UK-GDPR 6"),
        Notify(on=date(2022, 1, 10), of="charges"),
        *commands,
    )
    return ExposureLedger(given.history).at(day, GB).at_stake


def test_nothing_is_at_stake_once_no_penalty_notice_can_be_given():
    zero = Money.zero("GBP")
    assert british(date(2022, 7, 9))[0] == Money.parse("GBP 17 500 000")
    assert british(date(2022, 7, 10)) == (zero, zero)


def test_an_annulment_after_that_period_puts_nothing_at_stake_again():
    history = (
        AdoptDecision(
            on=date(2022, 6, 1),
            id="notice",
            finds=(("tracking", ("UK-GDPR 6",)),),
            fault=(("tracking", "negligence"),),
            measures=(FineMeasure(id="fine", amount=Money.parse("GBP 1 000"), conduct="tracking"),),
        ),
        Notify(on=date(2022, 6, 1), of="notice"),
        LodgeAppeal(on=date(2022, 6, 20), against=("notice",), by="firm"),
        GiveJudgment(
            on=date(2023, 5, 2),
            on_appeal="appeal",
            outcome=(Ruling(of="notice", result="annulled"),),
        ),
    )
    zero = Money.zero("GBP")
    assert british(date(2023, 5, 2), *history) == (zero, zero)
