"""Notification and publication: when an act becomes known, and what then begins to run."""

import attrs
import pytest

from domain.deadlines import Step, StepKind
from domain.proceeding.acts.notice import IssueFormalNotice
from domain.proceeding.acts.service import ActNotified, ActPublished, Notify, Publish
from domain.proceeding.deciding import evolve
from domain.proceeding.entries import RunningPeriod
from domain.proceeding.state import ProceedingState
from domain.rulebook.loading import changed
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    IT,
    TWO_MONTHS,
    charged,
    day,
    decision,
    eur,
    fine,
    ordered,
    party,
    registration,
    stated,
)

D = day("2022-10-18")
DECIDED = charged().and_(decision(fine(eur(1))))
SERVED = Notify(on=D, of="sanction")


class TestNotification:
    def test_starts_the_periods_that_run_from_it_with_their_steps(self):
        when = DECIDED.when(SERVED)
        (event,) = when.events
        assert (event.act, event.by, event.to, event.basis) == (
            "notification-2",
            "cnil",
            "clearview",
            "model",
        )
        (appeal,) = event.starts
        assert (appeal.name, appeal.of, appeal.party, appeal.cite) == (
            "appeal",
            "sanction",
            "clearview",
            "CJA R421-7",
        )
        assert appeal.deadline.on == day("2023-02-20")
        assert appeal.deadline.steps == (
            Step(StepKind.COUNTED, day("2023-02-18"), "4 months from 2022-10-18"),
            Step(StepKind.REST_DAY, day("2023-02-18")),
            Step(StepKind.REST_DAY, day("2023-02-19")),
            Step(StepKind.MOVED, day("2023-02-20")),
        )
        assert when.after.state.act("sanction").notified_on("clearview") == D

    def test_is_recorded_whole(self):
        given = Given((registration(),), FR).and_(
            IssueFormalNotice(
                on=day("2021-11-26"),
                id="notice",
                alleges=(("faceprints", ("GDPR 6",)),),
                content=("Stop",),
                comply=TWO_MONTHS,
            )
        )
        on = day("2021-12-01")
        (event,) = given.when(Notify(on=on, of="notice")).events
        (comply,) = event.starts
        assert event == ActNotified(
            on=on,
            act="notification",
            by="cnil",
            basis="model",
            of="notice",
            to="clearview",
            starts=(comply,),
        )
        assert comply == RunningPeriod(
            name="comply",
            of="notice",
            party="clearview",
            since=on,
            deadline=comply.deadline,
            cite="notice: within 2 months of notification; counted by CPC 640-642 (model)",
        )
        assert comply.deadline.on == day("2022-02-01")

    @pytest.mark.parametrize(
        ("country", "law", "until"),
        [
            ("US", FR, "2023-02-20"),  # four months, moved from a Saturday
            ("FR", FR, "2022-12-19"),  # two months, moved from a Sunday
            ("", FR, "2022-12-19"),  # a country that nobody told is not abroad
            ("US", IT, "2022-12-19"),  # sixty days, moved from a Saturday
            ("IT", IT, "2022-11-17"),  # thirty days
        ],
    )
    def test_leaves_longer_to_appeal_to_those_abroad(self, country, law, until):
        given = charged(party(country=country), law=law).and_(decision(fine(eur(1))))
        (event,) = given.when(SERVED).events
        appeal = next(p for p in event.starts if p.name == "appeal")
        assert appeal.deadline.on == day(until)

    def test_of_an_italian_decision_starts_the_time_to_pay(self):
        given = charged(law=IT).and_(decision(fine(eur(1))))
        (event,) = given.when(SERVED).events
        assert [(p.name, p.deadline.on) for p in event.starts] == [
            ("appeal", day("2022-12-19")),
            ("payment", day("2022-11-17")),
        ]

    def test_of_the_statement_starts_fifteen_days(self):
        (period,) = stated().events[-1].starts
        assert (period.deadline.on, period.answered_by) == (day("2023-02-24"), "representations")

    def test_is_of_an_act_that_waits_for_it(self):
        refusal = charged().when(Notify(on=D, of="rumour")).then_refused("impossible", ["of"])
        told = "the act to notify rumour cannot be named: there is none"
        assert str(refusal) == f"notification: {told}"

    def test_happens_once_for_each_party(self):
        given = DECIDED.and_(SERVED)
        refusal = given.when(SERVED).then_refused("impossible")
        assert [d.rule for d in refusal.defects] == ["of", "to"]

    def test_names_the_party_where_there_are_several(self):
        given = charged(party("a"), party("b")).and_(decision(fine(eur(1))))
        refusal = given.when(SERVED).then_refused("impossible", ["to"])
        assert "the party to notify '' is none of: a and b" in str(refusal)
        assert given.when(attrs.evolve(SERVED, to="b")).events

    def test_reaches_each_party_on_its_own_day_with_its_own_period(self):
        given = charged(party("a"), party("b", country="FR")).and_(
            decision(fine(eur(1))),
            attrs.evolve(SERVED, to="b"),
            Notify(on=day("2022-10-25"), of="sanction", to="a"),
        )
        appeals = {p.party: p.deadline.on for p in given.state.periods if p.name == "appeal"}
        assert appeals == {"a": day("2023-02-27"), "b": day("2022-12-19")}
        act = given.state.act("sanction")
        assert (act.notified_on("a"), act.notified_on("b")) == (day("2022-10-25"), D)
        assert act.notified_on("nobody") is None

    def test_is_not_for_a_party_that_the_act_is_not_for(self):
        given = charged(party("a"), party("b")).and_(decision(fine(eur(1)), to=("a",)))
        given.when(attrs.evolve(SERVED, to="b")).then_refused("impossible", ["to"])

    def test_starts_nothing_for_parties_that_a_period_does_not_run_for(self):
        law = changed(FR, "periods.appeal.runs_for", "complainant")
        (event,) = Given(DECIDED.events, law).when(SERVED).events
        assert event.starts == ()


class TestPublication:
    def test_is_recorded_on_the_act(self):
        on = day("2022-10-20")
        when = DECIDED.when(Publish(on=on, of="sanction")).then(
            ActPublished(
                on=on, act="publication", by="cnil", basis="model", of="sanction", starts=()
            )
        )
        assert when.after.state.act("sanction").published_on == on

    def test_happens_once(self):
        command = Publish(on=D, of="sanction")
        refusal = DECIDED.and_(command).when(command).then_refused("impossible", ["of"])
        assert "the act to publish sanction is none of: charges" in str(refusal)

    def test_starts_the_periods_that_run_from_it_for_every_party(self):
        law = changed(FR, "periods.appeal.from", "[decision.published]")
        given = charged(party("a"), party("b")).and_(decision(fine(eur(1))))
        when = Given(given.events, law).when(Publish(on=D, of="sanction"))
        assert [(p.name, p.party) for p in when.events[0].starts] == [
            ("appeal", "a"),
            ("appeal", "b"),
        ]


class TestIdsOfService:
    def test_are_taken_like_those_of_other_acts(self):
        given = DECIDED.and_(attrs.evolve(SERVED, id="served"))
        refusal = given.when(Publish(on=D, of="sanction", id="served")).then_refused("impossible")
        assert str(refusal) == "publication: the id 'served' is taken"


class TestEvolutionIsTotal:
    def test_an_event_about_an_unknown_act_changes_nothing_but_the_day(self):
        notified = ActNotified(on=D, act="n", of="nothing", to="nobody", starts=())
        published = ActPublished(on=D, act="p", of="nothing", starts=())
        for event in (notified, published):
            assert evolve(ProceedingState(), event) == ProceedingState(last_on=D)


def test_orders_of_a_decision_start_with_it():
    given = ordered()
    assert [p.of for p in given.state.periods if p.name == "comply"] == ["injunction"]
