"""More time: what can be extended, by whom, and how the new end came about; and what lapses."""

import attrs

from domain.periods import Period, TimeLimit
from domain.proceeding.acts.charges import IssueCharges, MakeRepresentations
from domain.proceeding.acts.decision import AdoptDecision
from domain.proceeding.acts.extension import (
    ExtendPeriod,
    ExtensionRefused,
    PeriodExtended,
    RequestExtension,
)
from domain.proceeding.acts.information import GiveInformation, RequestInformation
from domain.proceeding.acts.service import Notify
from domain.proceeding.standing import lapsed_on, stage
from domain.rulebook.loading import compose_text
from projections import DeadlineRegister, ExposureLedger
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    ALLEGED,
    FR,
    NEGLIGENT,
    charged,
    day,
    decision,
    eur,
    fine,
    ordered,
    party,
    registration,
)

CHARGED = charged()
"""Charges served on Thursday 14 July 2022: a month of observations, to Tuesday 16 August."""

LAPSING = """\
rulebook: lapsing
title: Lapsing
extends: [eu-gdpr]
country: ES
currency: EUR
time_rule: union periods
calendar: ES
instruments: {LOPDGDD: Organic law}
acts:
  decision:
    - since: 2019
      by: authority
      requires: [{before_end_of: lapse}]
      cite: LOPDGDD 64
      confidence: verified
      read_in: AEPD
periods:
  lapse:
    - since: 2019
      length: 12 months
      from: charges
      runs_for: authority
      answered_by: decision
      when_it_ends: {closes: proceeding}
      extended_by: WHO
      cite: LOPDGDD 64
      confidence: verified
      read_in: AEPD
"""
LAW = compose_text(LAPSING.replace("WHO", "nobody"), "lapsing.yaml")
BY_AGREEMENT = compose_text(LAPSING.replace("WHO", "agreement"), "lapsing.yaml")


def opened(law=LAW):
    """Opened, as charged, on 8 April 2022 and served that day: twelve months to 8 April 2023."""
    return Given((registration(),), law).and_(
        IssueCharges(on=day("2022-04-08"), alleges=ALLEGED),
        Notify(on=day("2022-04-08"), of="charges"),
    )


def due(given, of="charges"):
    return [period.deadline.on for period in given.state.periods_of(of)]


class TestExtension:
    def more(self, on="2022-08-10", **said):
        said = said or {"by_period": Period.parse("7 days")}
        return ExtendPeriod(on=day(on), of="charges", by="cnil", **said)

    def test_moves_the_end_by_a_period_from_the_old_one(self):
        # 14 August is a Sunday and the 15th a holiday: Tuesday 16 August; a week on, the 23rd
        assert due(CHARGED) == [day("2022-08-16")]
        assert due(CHARGED.and_(self.more())) == [day("2022-08-23")]

    def test_tells_every_step(self):
        (found,) = CHARGED.and_(self.more()).state.periods_of("charges")
        assert found.deadline.explanation.endswith(
            "moved to Tuesday 16 August 2022; extended on 10 August 2022 (extension); "
            "counting starts on 17 August 2022; "
            "seven days from 16 August 2022 end on 23 August 2022"
        )

    def test_moves_the_end_to_a_day(self):
        until = self.more(until=day("2022-09-15"))
        (found,) = CHARGED.and_(until).state.periods_of("charges")
        assert found.deadline.on == day("2022-09-15")
        assert "extended on 10 August 2022 (extension); the act itself names" in (
            found.deadline.explanation
        )

    def test_is_what_the_event_carries(self):
        (event,) = CHARGED.when(self.more()).events
        assert isinstance(event, PeriodExtended)
        assert event.period == "observations"
        assert [period.party for period in event.periods] == ["clearview"]

    def test_holds_a_decision_back_for_longer(self):
        early = decision(fine(eur(1)), on="2022-08-20")
        assert CHARGED.when(early).events
        CHARGED.and_(self.more()).when(early).then_refused("irregular", ["observations"])

    def test_is_in_the_register(self):
        (found,) = DeadlineRegister(CHARGED.and_(self.more()).history).at(day("2022-08-18"), FR)
        assert (found.deadline.on, found.status) == (day("2022-08-23"), "running")

    def test_may_be_refused_and_then_moves_nothing(self):
        asked = CHARGED.and_(
            RequestExtension(on=day("2022-08-01"), of="charges", until=day("2022-10-01"))
        )
        refused = ExtendPeriod(
            on=day("2022-08-02"),
            by="cnil",
            of="charges",
            answers="extension request",
            result="refused",
        )
        (event,) = asked.when(refused).events
        assert isinstance(event, ExtensionRefused)
        assert due(asked.and_(refused)) == [day("2022-08-16")]

    def test_of_a_period_that_is_over_is_irregular(self):
        refusal = CHARGED.when(self.more(on="2022-08-17")).then_refused("irregular")
        assert [d.rule for d in refusal.defects] == ["period over"]
        assert "the period ended on 16 August 2022" in str(refusal)

    def test_before_the_old_end_is_no_extension(self):
        self_same = self.more(until=day("2022-08-16"))
        CHARGED.when(self_same).then_refused("irregular", ["until"])

    def test_names_a_day_or_a_period(self):
        both = self.more(until=day("2022-09-15"), by_period=Period.parse("1 day"))
        CHARGED.when(both).then_refused("impossible", ["until"])
        neither = self.more(result="granted")
        CHARGED.when(neither).then_refused("impossible", ["until"])
        kept = self.more(result="refused", until=day("2022-09-15"))
        CHARGED.when(kept).then_refused("impossible", ["until"])

    def test_of_a_period_to_appeal_is_not_the_authority_s(self):
        given = ordered()
        longer = ExtendPeriod(
            on=day("2022-11-01"), by="cnil", of="sanction", until=day("2023-06-01")
        )
        (defect,) = given.when(longer).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("extension", "CJA R421-7")

    def test_of_the_time_to_comply_with_an_order_is(self):
        given = ordered().and_(
            ExtendPeriod(on=day("2022-12-01"), by="cnil", of="injunction", until=day("2023-01-31"))
        )
        assert due(given, "injunction") == [day("2023-01-31")]

    def test_is_for_those_it_names(self):
        given = charged(party("a"), party("b")).and_(self.more(to=("a",), until=day("2022-09-15")))
        ends = {p.party: p.deadline.on for p in given.state.periods_of("charges")}
        assert ends == {"a": day("2022-09-15"), "b": day("2022-08-16")}


class TestRequestForInformation:
    GIVEN = Given((registration(),), FR).and_(
        RequestInformation(
            on=day("2022-03-01"), reply=TimeLimit.parse("within 14 days of notification")
        )
    )

    def test_leaves_the_time_that_it_names(self):
        assert due(self.GIVEN, "information request") == [day("2022-03-15")]

    def test_is_answered_within_it(self):
        given = self.GIVEN.and_(
            GiveInformation(on=day("2022-03-10"), by="clearview", answers="information request")
        )
        (found,) = DeadlineRegister(given.history).at(day("2022-03-20"), FR)
        assert found.status == "answered"


class TestLapse:
    def decide(self, on, **more):
        return AdoptDecision(
            on=day(on), finds=ALLEGED, fault=NEGLIGENT, measures=(fine(eur(1)),), **more
        )

    def test_comes_twelve_months_after_the_opening(self):
        # 8 April 2023 is a Saturday: the period of the Union moves to Monday 10 April
        assert due(opened()) == [day("2023-04-10")]
        assert stage(opened().state, day("2023-04-10")) != "lapsed"
        assert stage(opened().state, day("2023-04-11")) == "lapsed"
        assert lapsed_on(opened().state, day("2023-05-01")) == day("2023-04-11")

    def test_a_decision_after_it_is_refused_with_its_provision(self):
        assert opened().when(self.decide("2023-04-10")).events
        (defect,) = opened().when(self.decide("2023-04-11")).then_refused("irregular").defects
        assert (defect.rule, defect.cite) == ("lapse", "LOPDGDD 64")
        assert "ended on 10 April 2023" in defect.message

    def test_a_decision_in_time_ends_it(self):
        given = opened().and_(self.decide("2023-04-01"))
        assert lapsed_on(given.state, day("2024-01-01")) is None
        assert given.when(self.decide("2023-09-01")).events

    def test_takes_away_what_was_at_stake(self):
        def stake(on):
            return ExposureLedger(opened().history).at(day(on), LAW).at_stake[0]

        assert stake("2023-04-10") == eur(20_000_000)
        assert stake("2023-04-11") == eur(0)

    def test_does_not_begin_again_with_further_charges(self):
        given = opened().and_(IssueCharges(on=day("2022-10-01"), alleges=ALLEGED))
        assert due(given, "charges-2") == []

    def test_is_extended_by_nobody_unless_the_law_says_so(self):
        longer = ExtendPeriod(
            on=day("2023-03-01"), of="charges", until=day("2023-07-03"), states=("agreed",)
        )
        opened().when(longer).then_refused("irregular", ["extension"])

    def test_is_extended_by_agreement_where_it_does(self):
        given = opened(BY_AGREEMENT)
        longer = ExtendPeriod(on=day("2023-03-01"), of="charges", until=day("2023-07-03"))
        given.when(longer).then_refused("irregular", ["agreement"])
        agreed = given.and_(attrs.evolve(longer, states=("agreed",)))
        assert agreed.when(self.decide("2023-07-03")).events
        agreed.when(self.decide("2023-07-04")).then_refused("irregular", ["lapse"])


def test_representations_answer_the_time_to_make_them():
    given = CHARGED.and_(
        MakeRepresentations(on=day("2022-08-01"), by="clearview", answers="charges")
    )
    assert given.when(decision(fine(eur(1)), on="2022-08-02")).events
