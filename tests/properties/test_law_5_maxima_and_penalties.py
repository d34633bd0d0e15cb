"""Law 5: fines against an independent maximum, periodic penalties against days counted by hand."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import EventDay
from domain.days import Span
from domain.deadlines import fixed_deadline
from domain.money import Money, Part, Per, Rate
from domain.periods import TimeLimit
from domain.proceeding.acts.amendment import MeasureAmended
from domain.proceeding.acts.closure import OrderClosed, ProceedingClosed
from domain.proceeding.acts.compliance import (
    ComplianceAccepted,
    ComplianceShown,
    NonComplianceFound,
)
from domain.proceeding.acts.decision import DecisionAdopted
from domain.proceeding.acts.judgment import AppealDecided
from domain.proceeding.acts.liquidation import Liquidate
from domain.proceeding.acts.registration import ProceedingRegistered
from domain.proceeding.acts.service import ActNotified
from domain.proceeding.acts.turnover import TurnoverCorrected, TurnoverEstablished
from domain.proceeding.acts.waiver import PenaltyWaived
from domain.proceeding.deciding import decide, fold
from domain.proceeding.entries import Outcome, PenaltyRun, PenaltyTerms, RunningPeriod
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.measures import OrderIssued
from domain.proceeding.measures.joint import JointMaximumSet
from domain.proceeding.messages import Accepted, Refusal
from domain.proceeding.penalties import accruing, days_of_delay, run_up, running
from domain.rulebook.loading import changed
from showcause.testing import days, moneys, parties, proceedings, rulebooks
from showcause.testing.invariants import check_joint_maxima, check_maxima, check_periodic_penalties
from showcause.testing.maximum_oracle import Fined, maximum
from showcause.testing.oracle import delay_of, over_on
from showcause.testing.penalty_oracle import run_up as total_of
from showcause.testing.values import countings, provisions
from tests.domain.proceeding.stories import (
    FR,
    charged,
    day,
    decision,
    eur,
    fine,
    order,
    ordered,
    party,
)
from tests.properties.effort import effort

DECIDED_ON = date(2022, 10, 17)
DUE = date(2022, 12, 19)
LATER = date(2023, 3, 31)


class TestTheMaximum:
    @effort(2)
    @given(st.data())
    def test_is_what_the_oracle_works_out_from_the_rulebook(self, data):
        law = data.draw(rulebooks())
        before = data.draw(heads(law.currency))
        to = tuple(p.key for p in before[0].parties if p.role == "addressee")
        charge = st.sampled_from(provisions(law, DECIDED_ON))
        named = tuple(data.draw(st.lists(charge, max_size=4, unique=True)))
        relied_on = data.draw(st.none() | moneys(law.currency, at_most=10**14))
        found = fine_maximum(
            fold(before), law, DECIDED_ON, provisions=named, to=to, turnover=relied_on
        )
        right = maximum(
            before, law, DECIDED_ON, Fined(provisions=named, to=to, relied_on=relied_on)
        )
        assert (found is None) == (right is None)
        if found is not None:
            assert found.floor.minor == right.least
            assert (None if found.ceiling is None else found.ceiling.minor) == right.most

    @pytest.mark.slow
    @effort(0.6)
    @given(st.data())
    def test_binds_every_fine_of_a_lawful_proceeding_alone_and_together(self, data):
        played = data.draw(proceedings(data.draw(rulebooks())))
        check_maxima(played.history, played.state, played.law, played.day)
        check_joint_maxima(played.history, played.state, played.law, played.day)

    @effort(2)
    @given(moneys(at_most=10**13), st.integers(-2, 2))
    def test_lets_the_last_cent_pass_and_not_the_next(self, turnover, cents):
        most = max(2_000_000_000, turnover.minor * 4 // 100)
        amount = Money(most + cents, "EUR")
        command = decision(fine(amount), turnover=(("2021", turnover),))
        verdict = decide(charged().state, command, FR)
        assert isinstance(verdict, Accepted if cents <= 0 else Refusal)
        if cents > 0:
            assert [defect.rule for defect in verdict.defects] == ["maximum"]

    @effort(2)
    @given(st.lists(st.integers(1, 1_500_000_000), min_size=2, max_size=4))
    def test_binds_linked_infringements_together(self, cents):
        fines = [fine(Money(minor, "EUR")) for minor in cents]
        verdict = decide(charged().state, decision(*fines), FR)
        within = sum(cents) <= 2_000_000_000
        assert isinstance(verdict, Accepted if within else Refusal)

    @given(st.sampled_from(("higher", "lower", "fixed")), moneys(at_most=10**12))
    def test_is_the_higher_the_lower_or_the_fixed_sum_as_the_rulebook_says(self, rule, turnover):
        law = changed(FR, "maxima.upper.rule", rule)
        share, fixed = turnover.minor * 4 // 100, 2_000_000_000
        right = {"higher": max(share, fixed), "lower": min(share, fixed), "fixed": fixed}[rule]
        command = decision(
            fine(Money(right + 1, "EUR")),
            finds=(("faceprints", ("GDPR 6",)),),
            turnover=(("2021", turnover),),
        )
        refusal = decide(charged(law=law).state, command, law)
        assert [defect.rule for defect in refusal.defects] == ["maximum"]


def terms_of_a_penalty():
    """Terms in any unit, with or without a maximum of their own."""
    return st.builds(
        PenaltyTerms,
        rate=st.builds(Rate, st.integers(1, 5).map(lambda k: eur(100 * k)), st.sampled_from(Per)),
        at_most=st.none() | st.just(eur(1_000)),
        counting=countings(),
        stops=st.just(()),
        cite=st.just("any"),
        label=st.just("any"),
        part=st.sampled_from(Part),
        run=st.builds(PenaltyRun, times=st.integers(1, 3)),
    )


class TestAPeriodicPenalty:
    @effort(3)
    @given(st.data())
    def test_counts_the_days_that_one_counts_by_hand(self, data):
        events = data.draw(files_of_an_order())
        until = data.draw(days(DUE - timedelta(days=9), LATER))
        known = [event for event in events if event.on <= until]
        issued = next(event for event in events if isinstance(event, OrderIssued))
        state = fold(known)
        right = delay_of(known, issued, until)
        stretches = running(state, state.orders[0], until)
        assert {one for stretch in stretches for one in each_day(stretch)} == right.days
        assert days_of_delay(state, state.orders[0], until) == len(right.days)
        assert run_up(state, state.orders[0], until).minor == total_of(known, issued, until)
        left = max(0, total_of(known, issued, until) - right.taken)
        left = 0 if over_on(known, issued) is not None else left
        assert accruing(state, state.orders[0], until).minor == left

    @effort(0.5)
    @given(
        st.lists(terms_of_a_penalty(), min_size=2, max_size=3),
        countings(),
        st.integers(1, 30),
        days(DUE, DUE + timedelta(days=40)),
    )
    def test_never_passes_with_others_what_they_share(self, terms, counting, hundreds, until):
        terms = [attrs.evolve(one, counting=counting) for one in terms]  # of one rulebook
        names = tuple(f"order-{number}" for number, _ in enumerate(terms))
        joint = JointMaximumSet(
            on=date(2022, 10, 17), act="decision", of=names, amount=eur(100 * hundreds)
        )
        events = [
            registered((party("alpha"),)),
            adopted("alpha"),
            *(issued_as(name, one) for name, one in zip(names, terms, strict=True)),
            joint,
            *(notified("alpha", DUE, DUE, of=name) for name in names),
        ]
        state = fold(events)
        sums = [run_up(state, one, until).minor for one in state.orders]
        issued = [one for one in events if isinstance(one, OrderIssued)]
        assert sums == [total_of(events, one, until) for one in issued]
        assert sum(sums) <= joint.amount.minor
        before = [run_up(state, one, until - timedelta(days=1)).minor for one in state.orders]
        assert all(less <= more for less, more in zip(before, sums, strict=True))

    @pytest.mark.slow
    @effort(0.6)
    @given(st.data())
    def test_keeps_its_bounds_in_every_lawful_proceeding(self, data):
        played = data.draw(proceedings(data.draw(rulebooks())))
        check_periodic_penalties(played.history, played.state, played.law, played.day)

    @given(st.integers(1, 20_000_000))
    def test_is_not_above_its_rate(self, cents):
        rate = Rate(Money(cents, "EUR"), Per.DAY)
        verdict = decide(charged().state, decision(order(rate)), FR)
        assert isinstance(verdict, Accepted if cents <= 10_000_000 else Refusal)

    @given(st.sampled_from(Per))
    def test_runs_by_the_unit_of_the_rulebook(self, unit):
        verdict = decide(charged().state, decision(order(Rate(eur(1), unit))), FR)
        assert isinstance(verdict, Accepted if unit is Per.DAY else Refusal)

    @effort(2)
    @given(st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 40)), min_size=2, max_size=4))
    def test_takes_no_day_twice(self, stretches):
        law = changed(FR, "acts.liquidation.requires", "[]")
        file, taken = ordered(law=law), set()
        for start, length in stretches:
            first = DUE + timedelta(days=start)
            span = Span(first, first + timedelta(days=length))
            command = Liquidate(on=LATER, of="injunction", covers=span, amount=Money(1, "EUR"))
            late = each_day(span) - {DUE - timedelta(days=k) for k in range(10)}
            verdict = decide(file.state, command, law)
            assert isinstance(verdict, Accepted) == bool(late and not late & taken)
            if isinstance(verdict, Accepted):
                assert each_day(verdict.events[0].days) == late
                taken |= late
                file = file.and_(*verdict.events)
        assert len(taken) * 10_000_000 == sum(one.run_up.minor for one in file.state.liquidations)

    @given(countings())
    def test_fifty_two_or_three_days_are_a_matter_of_counting(self, counting):
        law = FR
        for edge, counted in (("first_day", counting.first_day), ("last_day", counting.last_day)):
            law = changed(law, f"periodic_penalties.astreinte.counting.{edge}", counted.value)
        state = ordered(law=law).state
        uncounted = [counting.first_day, counting.last_day].count(EventDay.NOT_COUNTED)
        assert days_of_delay(state, state.orders[0], day("2023-02-09")) == 52 - uncounted


def each_day(span):
    return {span.first + timedelta(days=k) for k in range(span.days)}


@st.composite
def heads(draw, currency):
    """A registration and what was said of turnovers, some of it corrected, some of it too late."""
    head = registered(draw(parties()), currency)
    told = []
    for number in range(draw(st.integers(0, 4))):
        of = draw(st.sampled_from([one.key for one in head.parties]))
        year, amount = draw(st.sampled_from(("2019", "2021", "2022"))), draw(moneys(currency))
        act = f"turnover-{number}"
        known = TurnoverEstablished(on=date(2022, 1, 1), act=act, of=of, year=year, amount=amount)
        corrected = TurnoverCorrected(on=date(2022, 1, 1), act=act, of=of, year=year, right=amount)
        told.append(draw(st.sampled_from((known, corrected))))
    return (head, *told)


def registered(persons, currency="EUR"):
    return ProceedingRegistered(
        on=date(2020, 1, 1),
        act="registration",
        proceeding="file",
        rulebook="any",
        currency=currency,
        parties=persons,
        conducts=(),
    )


@st.composite
def files_of_an_order(draw):
    """One order with a penalty, and anything that starts, stops and resumes its delay, by day."""
    run = PenaltyRun(
        times=draw(st.integers(1, 3)),
        from_day=draw(st.none() | days(DUE, LATER)),
        until=draw(st.none() | days(DUE, LATER)),
    )
    terms = PenaltyTerms(
        rate=Rate(eur(100), draw(st.sampled_from(Per))),
        part=draw(st.sampled_from(Part)),
        run=run,
        at_most=draw(st.none() | st.just(eur(2_000))),
        counting=draw(countings()),
        stops=tuple(draw(st.sets(st.sampled_from(("compliance shown", "order lifted"))))),
        cite="any",
        label="any",
    )
    issued = OrderIssued(
        on=date(2022, 10, 17),
        act="decision",
        measure="order",
        to=("alpha", "beta"),
        content=("Stop",),
        comply=TimeLimit(None),
        proof=None,
        penalty=terms,
    )
    later = draw(
        st.lists(st.tuples(days(DUE - timedelta(days=9), LATER), happenings()), max_size=6)
    )
    head = registered((party("alpha"), party("beta")))
    return (
        head,
        adopted(*issued.to),
        issued,
        *(event(on) for on, event in sorted(later, key=lambda one: one[0])),
    )


def happenings():
    """Something that may happen on a day to an order, as a function of the day."""
    return st.sampled_from(
        (
            lambda on: notified("alpha", on, DUE),
            lambda on: notified("beta", on, on + timedelta(days=5)),
            lambda on: shown("alpha", "whole", on),
            lambda on: shown("beta", "whole", on),
            lambda on: shown("beta", "part", on),
            lambda on: ComplianceAccepted(on=on, act="finding", of="order", result="met"),
            lambda on: ComplianceAccepted(on=on, act="finding", of="order", result="partly met"),
            lambda on: NonComplianceFound(on=on, act="finding", of="order"),
            lambda on: OrderClosed(on=on, act="order closure", of="order"),
            lambda on: ProceedingClosed(on=on, act="closure"),
            lambda on: amended(on, suspended=True),
            lambda on: amended(on, suspended=True, suspended_until=on + timedelta(days=9)),
            lambda on: amended(on, resumed=True),
            lambda on: amended(on, revoked="from now on"),
            lambda on: extended(on, on + timedelta(days=7)),
            lambda on: waived(on, whole=False),
            lambda on: waived(on, whole=True),
            lambda on: judged("annulled", on),
            lambda on: judged("upheld", on),
        )
    )


def shown(by, share, on):
    return ComplianceShown(on=on, by=by, act="compliance", with_="order", share=share)


def amended(on, **changes):
    return MeasureAmended(on=on, act="amendment", of="order", to=("alpha", "beta"), **changes)


def extended(on, due):
    """More time for both of them from that day on."""
    starts = tuple(
        RunningPeriod(
            name="comply",
            of="order",
            party=party,
            since=on,
            deadline=fixed_deadline(due),
            cite="any",
        )
        for party in ("alpha", "beta")
    )
    return amended(on, comply=TimeLimit(None, by=due), starts=starts)


def waived(on, *, whole):
    return PenaltyWaived(on=on, act="waiver", of="order", whole=whole, amount=eur(100))


def adopted(*to):
    """The decision of 17 October 2022 that an order is of."""
    return DecisionAdopted(
        on=date(2022, 10, 17),
        act="decision",
        to=to,
        finds=(),
        dismisses=(),
        fault=(),
        turnover=(),
    )


def issued_as(name, terms):
    """An order of 17 October 2022 with that penalty, to one addressee."""
    return OrderIssued(
        on=date(2022, 10, 17),
        act="decision",
        measure=name,
        to=("alpha",),
        content=("Stop",),
        comply=TimeLimit(None),
        proof=None,
        penalty=terms,
    )


def notified(party, on, due, of="order"):
    period = RunningPeriod(
        name="comply", of=of, party=party, since=on, deadline=fixed_deadline(due), cite="any"
    )
    return ActNotified(on=on, act="notification", of="decision", to=party, starts=(period,))


def judged(result, on):
    outcome = Outcome(of="order", on=on, result=result, act="judgment")
    return AppealDecided(on=on, act="judgment", on_appeal="appeal", outcomes=(outcome,))
