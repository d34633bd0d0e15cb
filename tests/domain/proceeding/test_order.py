"""Orders: a content, a period to comply and, where the law knows one, a periodic penalty."""

import attrs
import pytest

from domain.calendars import EventDay
from domain.deadlines import DelayCounting
from domain.money import Per, Rate
from domain.periods import TimeLimit
from domain.proceeding.acts.service import Notify, Publish
from domain.proceeding.bounds import Unit
from domain.proceeding.entries import PenaltyTerms
from domain.proceeding.measures import OrderIssued
from domain.proceeding.standing import due_on, order_status
from domain.rulebook.loading import changed
from showcause.testing import Given
from tests.domain.proceeding.stories import (
    FR,
    GR,
    IT,
    TWO_MONTHS,
    charged,
    day,
    decision,
    eur,
    order,
    party,
    per_day,
)

COUNTED = EventDay.COUNTED
SERVED = Notify(on=day("2022-10-18"), of="sanction")


def periods(given):
    return [p for p in given.state.periods if p.name == "comply"]


def comply(text, *later):
    limit = TimeLimit.parse(text)
    given = charged().and_(decision(order(comply=limit, id="order")), *(later or (SERVED,)))
    return [(p.party, p.since, p.deadline.on) for p in periods(given)]


class TestOrder:
    def test_keeps_the_terms_of_its_penalty_as_the_law_then_stood(self):
        command = decision(order(per_day(100_000), at_most=eur(5_000_000)))
        assert charged().when(command).events[1] == OrderIssued(
            on=day("2022-10-17"),
            act="sanction",
            by="restricted committee",
            basis="LIL 20 III 2",
            measure="order",
            to=("clearview",),
            content=("Stop",),
            comply=TWO_MONTHS,
            proof=None,
            penalty=PenaltyTerms(
                rate=per_day(100_000),
                at_most=eur(5_000_000),
                counting=DelayCounting(first_day=COUNTED, last_day=COUNTED),
                stops=("compliance shown", "order lifted"),
                cite="DEC 44",
                label="DEC 44 (model)",
                again="DEC 44 (memory)",
                once_only=False,
            ),
        )

    def test_needs_no_penalty(self):
        assert charged().when(decision(order())).events[1].penalty is None

    def test_says_what_to_do(self):
        silent = attrs.evolve(order(), content=())
        refusal = charged().when(decision(silent)).then_refused("impossible", ["content"])
        assert str(refusal) == "decision: an order says nothing"


class TestPenalty:
    def test_is_at_most_a_hundred_thousand_a_day_in_france(self):
        assert charged().when(decision(order(per_day(100_000)))).events
        command = decision(order(per_day(100_001), id="injunction"))
        (defect,) = charged().when(command).then_refused("irregular", ["rate"]).defects
        assert (defect.asked, defect.limit, defect.cite, defect.measure) == (
            "EUR 100 001 per day",
            "EUR 100 000 per day",
            "LIL 20 III 2",
            "injunction",
        )
        assert defect.message == (
            "a periodic penalty of EUR 100 001 per day is above the most that is allowed, "
            "EUR 100 000 per day"
        )

    def test_above_that_is_recorded_despite_it(self):
        command = decision(order(per_day(100_001)), despite=(("rate", "they did"),))
        _, event = charged().when(command).events
        assert [(d.rule, d.why) for d in event.defects] == [("rate", "they did")]

    @pytest.mark.parametrize("unit", ["week", "2 weeks", "month"])
    def test_runs_by_the_day_in_france(self, unit):
        command = decision(order(Rate.parse(f"EUR 5 per {unit}")))
        refusal = charged().when(command).then_refused("irregular", ["rate"])
        assert "does not run per day" in str(refusal)

    @pytest.mark.parametrize("law", [IT, GR])
    def test_has_no_legal_basis_in_italy_and_greece(self, law):
        refusal = (
            charged(law=law)
            .when(decision(order(per_day(1))))
            .then_refused("irregular", ["penalty"])
        )
        (defect,) = refusal.defects
        assert defect.message == (
            "a periodic penalty of EUR 1 per day has no legal basis in this rulebook"
        )
        assert defect.limit == "none"

    @pytest.mark.parametrize("law", [IT, GR])
    def test_is_recorded_there_without_terms_that_could_run(self, law):
        command = decision(order(per_day(1)), despite=(("penalty", "they did"),))
        _, event = charged(law=law).when(command).events
        assert event.penalty is None

    def test_is_never_for_a_state(self):
        given = charged(party(kind="state", country="FR"))
        assert given.when(decision(order())).events
        refusal = given.when(decision(order(per_day(1)))).then_refused("irregular", ["addressee"])
        assert "clearview is a state (DEC 44)" in str(refusal)

    @pytest.mark.parametrize("penalty", [Rate.parse("USD 5 per day"), Rate.parse("EUR 0 per day")])
    def test_is_above_zero_in_the_currency_of_the_law(self, penalty):
        refusal = charged().when(decision(order(penalty))).then_refused("impossible")
        assert f"a periodic penalty of {penalty} is not a sum above zero in EUR" in str(refusal)

    def test_has_a_maximum_in_the_same_currency(self):
        dollars = attrs.evolve(eur(1), currency="USD")
        command = decision(order(per_day(1), at_most=dollars))
        charged().when(command).then_refused("impossible", ["at_most"])

    def test_that_is_liquidated_once_only_says_so(self):
        law = changed(FR, "periodic_penalties.astreinte.liquidation.repeated", "no")
        given = Given(charged().events, law)
        assert given.when(decision(order(per_day(1)))).events[1].penalty.once_only


class TestThePenaltysUnit:
    """The rulebook counts days of delay, whether or not it limits the rate."""

    UNLIMITED = changed(FR, "periodic_penalties.astreinte.limits", "[]")
    WEEKLY = decision(order(Rate.parse("EUR 700 per week"), id="injunction"))

    def test_is_the_day_also_where_no_limit_says_so(self):
        given = charged(law=self.UNLIMITED)
        assert given.when(decision(order(per_day(200_000)))).events[1].penalty is not None
        refusal = given.when(self.WEEKLY).then_refused("irregular", ["rate"])
        (defect,) = refusal.defects
        assert defect.message == "a periodic penalty of EUR 700 per week does not run per day"
        assert (defect.cite, defect.limit) == ("DEC 44", "per day")

    def test_is_the_day_also_where_a_limit_is_only_from_memory(self):
        limits = "[{limit: rate, at_most: EUR 5 per day, confidence: memory}]"
        law = changed(FR, "periodic_penalties.astreinte.limits", limits)
        charged(law=law).when(self.WEEKLY).then_refused("irregular", ["rate"])

    @pytest.mark.parametrize("law", [FR, UNLIMITED])
    def test_is_never_taken_for_another(self, law):
        despite = attrs.evolve(self.WEEKLY, despite=(("rate", "they did"),))
        assert charged(law=law).when(despite).events[1].penalty is None

    def test_bounds_an_offer(self):
        assert Unit((Per.DAY,), "EUR").wrong(per_day(1)) == ""
        assert Unit((Per.DAY,), "EUR").wrong(None) == ""
        assert Unit((Per.DAY, Per.WEEK), "EUR").limit == "per day or week"


class TestAPenaltyThatIsNotInForce:
    LAW = changed(FR, "periodic_penalties.astreinte.until", "2022-10-16")

    def test_is_no_hindrance_to_an_order_without_one(self):
        assert charged(law=self.LAW).when(decision(order())).events[1].penalty is None

    def test_cannot_be_ordered(self):
        command = decision(order(per_day(1)))
        (defect,) = charged(law=self.LAW).when(command).then_refused("irregular").defects
        assert defect.rule == "penalty"
        assert defect.message == (
            "a periodic penalty of EUR 1 per day has no legal basis in force on 17 October 2022"
        )


def test_a_maximum_of_no_penalty_is_refused_and_not_dropped():
    command = decision(order(at_most=eur(5), id="injunction"))
    (defect,) = charged().when(command).then_refused("impossible", ["at_most"]).defects
    assert defect.message == "a penalty of at most EUR 5 has no rate at which it runs up"
    assert defect.measure == "injunction"


class TestTimeToComply:
    def test_runs_from_the_notification_and_moves_to_a_working_day(self):
        given = charged().and_(decision(order(id="injunction")), SERVED)
        (period,) = periods(given)
        assert period.deadline.on == day("2022-12-19")
        assert period.deadline.explanation == (
            "two months from 18 October 2022; 18 December 2022 is a Sunday; "
            "moved to Monday 19 December 2022"
        )
        assert period.cite == (
            "sanction: within 2 months of notification; counted by CPC 640-642 (model)"
        )

    def test_is_counted_by_union_periods_in_italy(self):
        given = charged(law=IT).and_(decision(order()), SERVED)
        (period,) = periods(given)
        assert period.cite.endswith("; counted by REG-1182/71 3 (secondary)")

    def test_may_name_a_day(self):
        assert comply("by 2023-01-01") == [("clearview", day("2022-10-18"), day("2023-01-01"))]

    def test_may_be_none(self):
        assert comply("at once") == [("clearview", day("2022-10-18"), day("2022-10-18"))]

    def test_may_begin_the_day_after(self):
        limit = "within 10 days of the day after notification"
        assert comply(limit) == [("clearview", day("2022-10-18"), day("2022-10-31"))]
        assert comply("within 10 days of notification")[0][2] == day("2022-10-28")

    def test_from_adoption_is_counted_from_then_and_binds_from_notification(self):
        limit = "within 1 month of adoption"
        assert comply(limit) == [("clearview", day("2022-10-18"), day("2022-11-17"))]

    def test_from_receipt_begins_with_the_notification(self):
        limit = "within 1 month of receipt"
        assert comply(limit) == [("clearview", day("2022-10-18"), day("2022-11-18"))]

    def test_from_publication_does_not_begin_with_the_notification(self):
        limit = "within 1 month of publication"
        assert comply(limit) == []
        published = Publish(on=day("2022-10-20"), of="sanction")
        found = comply(limit, SERVED, published)
        assert found == [("clearview", day("2022-10-20"), day("2022-11-21"))]

    def test_that_was_over_before_it_was_known_is_over_on_that_day(self):
        limit = TimeLimit.parse("by 2022-10-01")
        given = charged().and_(decision(order(per_day(1), comply=limit, id="order")), SERVED)
        assert due_on(given.state, "order") == day("2022-10-18")

    def test_runs_for_each_addressee_of_the_order_from_its_own_day(self):
        given = charged(party("a"), party("b"), party("c")).and_(
            decision(order(to=("a", "b"), id="order")),
            Notify(on=day("2022-10-18"), of="sanction", to="a"),
            Notify(on=day("2022-10-25"), of="sanction", to="c"),
            Notify(on=day("2022-11-02"), of="sanction", to="b"),
        )
        assert [(p.party, p.deadline.on) for p in periods(given)] == [
            ("a", day("2022-12-19")),
            ("b", day("2023-01-02")),
        ]
        assert due_on(given.state, "order") == day("2023-01-02")


class TestStatusOfAnOrder:
    def test_is_not_notified_then_running_then_overdue(self):
        adopted = charged().and_(decision(order(id="order")))
        served = adopted.and_(SERVED)

        def status(given, on):
            return order_status(given.state, given.state.orders[0], day(on))

        assert status(adopted, "2022-10-17") == "not notified"
        assert status(served, "2022-12-19") == "running"
        assert status(served, "2022-12-20") == "overdue"
