"""Units, maxima, joint maxima and pauses of periodic penalties, with figures worked out by hand."""

import pytest

from domain.days import Span
from domain.deadlines import days_to_unit, units_of_delay, without
from domain.money import Money, Part, Per, Rate
from domain.proceeding.acts.amendment import AmendMeasure
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.compliance import NotifyNonCompliance, ShowCompliance
from domain.proceeding.acts.liquidation import Liquidate
from domain.proceeding.acts.service import Publish
from domain.proceeding.acts.suspension import DecideSuspension
from domain.proceeding.acts.waiver import WaivePenalty
from domain.proceeding.measures.joint import SharedMaximum
from domain.proceeding.penalties import (
    accruing,
    days_of_delay,
    delay,
    forfeited,
    forfeitures,
    penalty_status,
    run_up,
    units,
)
from domain.proceeding.standing import due_on, order_status
from domain.rulebook.loading import changed
from tests.domain.proceeding.penalised import BE, DE, EE, NL, decided, exposure, of, order
from tests.domain.proceeding.stories import FR, day, days, eur, ordered, per_day
from tests.domain.proceeding.stories import decided as decided_in_france

WHOLE, STARTED = Part.WHOLE, Part.STARTED


def on_days(given, function, name, *texts):
    return [function(given.state, of(given, name), day(text)) for text in texts]


class TestUnits:
    @pytest.mark.parametrize(
        ("days_", "per", "whole", "started"),
        [
            (0, Per.WEEK, 0, 0),
            (1, Per.WEEK, 0, 1),
            (7, Per.WEEK, 1, 1),
            (8, Per.WEEK, 1, 2),
            (14, Per.TWO_WEEKS, 1, 1),
            (15, Per.TWO_WEEKS, 1, 2),
            (3, Per.DAY, 3, 3),
            (0, Per.MISSED_DEADLINE, 0, 0),
            (90, Per.MISSED_DEADLINE, 1, 1),
        ],
    )
    def test_are_whole_when_complete_and_started_from_their_first_day(
        self, days_, per, whole, started
    ):
        anchor = day("2022-03-24")
        assert units_of_delay(days_, anchor, per, WHOLE) == whole
        assert units_of_delay(days_, anchor, per, STARTED) == started

    @pytest.mark.parametrize(
        ("until", "whole", "started"),
        [
            ("2023-01-31", 0, 0),
            ("2023-02-01", 0, 1),
            ("2023-02-27", 0, 1),
            ("2023-02-28", 1, 1),
            ("2023-03-01", 1, 2),
            ("2023-03-30", 1, 2),
            ("2023-03-31", 2, 2),
        ],
    )
    def test_of_a_month_end_on_the_number_of_the_anchor_or_on_the_last_day(
        self, until, whole, started
    ):
        anchor = day("2023-01-31")
        passed = (day(until) - anchor).days
        assert units_of_delay(passed, anchor, Per.MONTH, WHOLE) == whole
        assert units_of_delay(passed, anchor, Per.MONTH, STARTED) == started

    @pytest.mark.parametrize("per", list(Per)[:4])
    @pytest.mark.parametrize("part", list(Part))
    def test_are_there_on_the_day_on_which_they_have_run_up(self, per, part):
        anchor = day("2023-12-31")
        for number in range(1, 15):
            reached = days_to_unit(number, anchor, per, part)
            assert units_of_delay(reached, anchor, per, part) == number
            assert units_of_delay(reached - 1, anchor, per, part) == number - 1

    def test_are_counted_without_the_days_of_a_pause(self):
        left = without(days("2023-01-01..2023-01-31"), (days("2023-01-10..2023-01-12"),))
        assert left == (days("2023-01-01..2023-01-09"), days("2023-01-13..2023-01-31"))
        assert without(days("2023-01-01..2023-01-05"), (days("2022-12-01..2023-02-01"),)) == ()


class TestHaga:
    """NL: fifteen weeks from 18 June 2019, then EUR 100 000 for two weeks, at most 300 000."""

    GIVEN = decided(
        NL,
        order(
            comply="within 15 weeks of adoption",
            rate="EUR 100 000 per 2 weeks",
            at_most="EUR 300 000",
        ),
        on="2019-06-18",
    )

    def test_falls_due_on_1_october(self):
        assert due_on(self.GIVEN.state, "order") == day("2019-10-01")

    def test_reaches_its_maximum_with_the_third_period(self):
        texts = ("2019-10-14", "2019-10-15", "2019-10-29", "2019-11-11", "2019-11-12", "2020-06-01")
        sums = (0, 100_000, 200_000, 200_000, 300_000, 300_000)
        assert on_days(self.GIVEN, run_up, "order", *texts) == [eur(one) for one in sums]

    def test_owes_each_period_by_law_and_has_six_weeks_to_pay_it(self):
        found = forfeitures(self.GIVEN.state, of(self.GIVEN), day("2020-06-01"))
        assert [(str(one.on), one.amount, str(one.pay_by)) for one in found] == [
            ("2019-10-15", eur(100_000), "2019-11-26"),
            ("2019-10-29", eur(100_000), "2019-12-10"),
            ("2019-11-12", eur(100_000), "2019-12-24"),
        ]

    def test_is_not_undone_by_later_compliance(self):
        late = self.GIVEN.and_(ShowCompliance(on=day("2019-11-04"), with_="order"))
        assert on_days(late, forfeited, "order", "2019-12-31") == [eur(200_000)]
        assert on_days(late, penalty_status, "order", "2019-12-31") == ["ended"]

    def test_has_nothing_that_a_decision_could_liquidate(self):
        assert on_days(self.GIVEN, accruing, "order", "2020-01-01") == [eur(0)]
        liquidate = Liquidate(
            on=day("2020-01-01"), of="order", covers=days("2019-10-02..2019-11-12"), amount=eur(1)
        )
        self.GIVEN.when(liquidate).then_refused()


class TestForeignAffairs:
    """NL: EUR 10 000 a whole week up to 300 000, and EUR 50 000 for two weeks up to 500 000."""

    GIVEN = decided(
        NL,
        order(
            "information",
            comply="by 2022-03-24",
            rate="EUR 10 000 per whole week",
            at_most="EUR 300 000",
        ),
        order(
            "security",
            comply="by 2022-10-24",
            rate="EUR 50 000 per 2 weeks",
            at_most="EUR 500 000",
        ),
        on="2022-02-24",
    )

    def test_counts_thirty_whole_weeks_to_the_maximum(self):
        texts = ("2022-03-30", "2022-03-31", "2022-10-19", "2022-10-20", "2023-01-01")
        assert on_days(self.GIVEN, run_up, "information", *texts) == [
            eur(one) for one in (0, 10_000, 290_000, 300_000, 300_000)
        ]
        assert on_days(self.GIVEN, units, "information", "2022-10-20") == [30]

    def test_counts_ten_periods_of_two_weeks_to_the_maximum(self):
        texts = ("2022-11-06", "2022-11-07", "2023-03-12", "2023-03-13")
        assert on_days(self.GIVEN, run_up, "security", *texts) == [
            eur(one) for one in (0, 50_000, 450_000, 500_000)
        ]
        assert on_days(self.GIVEN, penalty_status, "security", "2022-10-24", "2023-03-13") == [
            "not started",
            "at its maximum",
        ]


class TestDutchClearview:
    """NL: four orders, each with its unit and maximum, from the publication; 5.1 million in all."""

    MONTHLY = "EUR 250 000 per started month"
    GIVEN = decided(
        NL,
        *(
            order(
                name,
                comply=f"within {time} of publication",
                rate=rate,
                at_most=at_most,
            )
            for name, time, rate, at_most in (
                ("one", "3 months", MONTHLY, "EUR 1 500 000"),
                ("two", "3 months", MONTHLY, "EUR 1 500 000"),
                ("three", "1 month", MONTHLY, "EUR 1 500 000"),
                ("four", "3 months", "EUR 200 000 per started month", "EUR 600 000"),
            )
        ),
        on="2024-05-16",
    ).and_(Publish(on=day("2024-09-03"), of="decision"))

    def total(self, text):
        sums = [on_days(self.GIVEN, run_up, name, text)[0] for name in self.NAMES]
        return sum(sums[1:], sums[0])

    NAMES = ("one", "two", "three", "four")

    def test_falls_due_from_the_publication(self):
        dues = [str(due_on(self.GIVEN.state, name)) for name in self.NAMES]
        assert dues == ["2024-12-03", "2024-12-03", "2024-10-03", "2024-12-03"]

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("2024-10-03", 0),
            ("2024-10-04", 250_000),
            ("2024-11-03", 250_000),
            ("2024-11-04", 500_000),
            ("2024-12-04", 750_000 + 250_000 + 250_000 + 200_000),
            ("2025-05-03", 1_500_000 + 2 * 1_250_000 + 600_000),
            ("2025-05-04", 5_100_000),
            ("2026-01-01", 5_100_000),
        ],
    )
    def test_runs_up_by_the_started_month_to_5_100_000(self, text, amount):
        assert self.total(text) == eur(amount)


class TestMediahuis:
    """BE: four websites, two orders of EUR 25 000 a day each, from a notice, 10 million at most."""

    ORDERS = tuple(
        order(
            name,
            comply="within 45 days of notification",
            rate="EUR 25 000 per started day",
            times=4,
            times_what="websites",
            starts="non-compliance notice",
        )
        for name in ("order-1", "order-2")
    )
    SHARED = SharedMaximum(of=("order-1", "order-2"), amount=eur(10_000_000))
    GIVEN = decided(BE, *ORDERS, on="2024-09-06", joint_maxima=(SHARED,))
    NOTICES = tuple(
        NotifyNonCompliance(on=day("2024-10-22"), of=name) for name in ("order-1", "order-2")
    )

    def test_does_not_run_before_the_notice(self):
        assert due_on(self.GIVEN.state, "order-1") == day("2024-10-21")
        assert on_days(self.GIVEN, run_up, "order-1", "2025-01-01") == [eur(0)]
        assert on_days(self.GIVEN, penalty_status, "order-1", "2025-01-01") == ["not started"]

    def test_runs_for_each_website_from_the_day_of_the_notice(self):
        given = self.GIVEN.and_(*self.NOTICES)
        assert on_days(given, run_up, "order-1", "2024-10-21", "2024-10-22", "2024-10-23") == [
            eur(0),
            eur(100_000),
            eur(200_000),
        ]

    def test_reaches_the_joint_maximum_after_fifty_days(self):
        given = self.GIVEN.and_(*self.NOTICES)
        for name in ("order-1", "order-2"):
            assert on_days(given, run_up, name, "2024-12-09", "2024-12-10", "2024-12-11") == [
                eur(4_900_000),
                eur(5_000_000),
                eur(5_000_000),
            ]
        assert on_days(given, penalty_status, "order-2", "2024-12-10") == ["at its maximum"]

    def test_gives_what_is_left_on_the_last_day_in_the_order_of_the_decision(self):
        shared = SharedMaximum(of=("order-1", "order-2"), amount=eur(350_000))
        given = decided(BE, *self.ORDERS, on="2024-09-06", joint_maxima=(shared,))
        given = given.and_(*self.NOTICES)
        assert on_days(given, run_up, "order-1", "2024-10-22", "2024-10-23") == [
            eur(100_000),
            eur(200_000),
        ]
        assert on_days(given, run_up, "order-2", "2024-10-22", "2024-10-23", "2025-01-01") == [
            eur(100_000),
            eur(150_000),
            eur(150_000),
        ]

    def test_needs_a_notice_after_the_day_on_which_the_order_fell_due(self):
        early = NotifyNonCompliance(on=day("2024-10-21"), of="order-1")
        self.GIVEN.when(early).then_refused("irregular", ["order overdue"])

    @pytest.mark.parametrize(
        ("names", "message"),
        [
            (("order-1",), "it is for fewer than two penalties"),
            (("order-1", "order-9"), "order-9 is none of: order-1 and order-2"),
            (("order-1", "order-1"), "order-1 is named twice"),
        ],
    )
    def test_is_shared_by_penalties_of_the_decision(self, names, message):
        with pytest.raises(AssertionError, match=message):
            decided(
                BE,
                *self.ORDERS,
                on="2024-09-06",
                joint_maxima=(SharedMaximum(of=names, amount=eur(1)),),
            )


class TestALumpSum:
    """DE: EUR 5 000 if the deadline is missed; EE: again for each later deadline."""

    def test_is_owed_once_whatever_the_delay(self):
        given = decided(
            DE,
            order(comply="within 2 weeks of notification", rate="EUR 5 000 per missed deadline"),
            on="2026-11-20",
        )
        texts = ("2026-12-04", "2026-12-05", "2027-06-01")
        assert on_days(given, run_up, "order", *texts) == [eur(0), eur(5_000), eur(5_000)]
        fixing = Liquidate(
            on=day("2026-12-10"),
            of="order",
            covers=days("2026-12-05..2026-12-10"),
            amount=eur(5_000),
        )
        assert given.when(fixing).events[0].amount == eur(5_000)
        given.when(
            Liquidate(
                on=day("2026-12-10"),
                of="order",
                covers=days("2026-12-05..2026-12-10"),
                amount=eur(5_001),
            )
        ).then_refused()

    def test_is_owed_again_for_each_deadline_that_is_given_anew(self):
        given = decided(
            EE,
            order(comply="by 2026-12-04", rate="EUR 5 000 per missed deadline"),
            on="2026-11-20",
        ).and_(
            AmendMeasure(
                on=day("2026-12-10"), of="order", comply=order(comply="by 2027-01-11").comply
            )
        )
        texts = ("2026-12-05", "2026-12-31", "2027-01-11", "2027-01-12")
        sums = [eur(one) for one in (5_000, 5_000, 5_000, 10_000)]
        assert on_days(given, run_up, "order", *texts) == sums


class TestAPause:
    """FR: the injunction falls due on 19 December 2022; each day of delay costs EUR 100 000."""

    def test_by_a_suspension_costs_nothing(self):
        given = ordered().and_(
            DecideSuspension(
                on=day("2023-01-02"),
                by="council",
                result="granted",
                of=("injunction",),
                until=day("2023-01-11"),
            )
        )
        # 20 December to 1 January are 13 days, 12 to 20 January 9
        assert on_days(given, days_of_delay, "injunction", "2023-01-01", "2023-01-20") == [13, 22]
        assert on_days(given, delay, "injunction", "2023-01-20") == [
            Span(day("2022-12-20"), day("2023-01-20"))
        ]
        assert on_days(given, penalty_status, "injunction", "2023-01-05", "2023-01-12") == [
            "paused",
            "accruing",
        ]
        assert order_status(given.state, given.state.orders[0], day("2023-01-05")) == "suspended"

    def test_by_an_appeal_lasts_until_it_is_decided(self):
        law = changed(FR, "acts.appeal.suspends", ["order"])
        given = ordered(law=law).and_(LodgeAppeal(on=day("2023-01-02"), against=("injunction",)))
        assert on_days(given, days_of_delay, "injunction", "2023-06-01") == [13]

    def test_of_a_week_puts_off_its_end(self):
        given = decided(
            NL, order(comply="by 2022-03-24", rate="EUR 10 000 per whole week"), on="2022-02-24"
        ).and_(
            AmendMeasure(
                on=day("2022-03-28"),
                of="order",
                suspended=True,
                suspended_until=day("2022-04-10"),
            )
        )
        # 25 to 27 March are three days, 11 to 14 April the four that complete the week
        texts = ("2022-03-31", "2022-04-13", "2022-04-14")
        assert on_days(given, run_up, "order", *texts) == [eur(0), eur(0), eur(10_000)]
        (unit,) = forfeitures(given.state, of(given), day("2022-04-14"))
        assert unit.on == day("2022-04-14")

    def test_by_more_time_to_comply_begins_with_the_amendment(self):
        more = order(comply="by 2023-01-31").comply
        late = ordered().and_(AmendMeasure(on=day("2022-12-24"), of="injunction", comply=more))
        # 20 to 23 December, then from 1 February on
        assert on_days(late, days_of_delay, "injunction", "2023-01-31", "2023-02-02") == [4, 6]
        early = ordered().and_(AmendMeasure(on=day("2022-12-12"), of="injunction", comply=more))
        assert due_on(early.state, "injunction") == day("2023-01-31")
        assert on_days(early, days_of_delay, "injunction", "2023-02-02") == [2]


class TestTheRate:
    def test_of_several_breaches_shares_the_limit(self):
        most = order(rate="EUR 25 000 per day", times=4)
        dear = order(rate="EUR 25 001 per day", times=4)
        assert ordered_with(most).state.orders
        with pytest.raises(AssertionError, match="above the most that is allowed"):
            ordered_with(dear)

    def test_says_started_or_whole_or_leaves_it_to_the_rulebook(self):
        parts = [
            decided(NL, order(rate=rate), on="2022-02-24").state.orders[0].penalty.part
            for rate in ("EUR 1 per week", "EUR 1 per started week", "EUR 1 per whole week")
        ]
        assert parts == [WHOLE, STARTED, WHOLE]

    def test_runs_from_and_until_the_days_that_it_names(self):
        given = ordered_with(
            order(
                comply="by 2022-12-19",
                rate="EUR 10 per day",
                from_day=day("2023-01-01"),
                until=day("2023-01-10"),
            )
        )
        assert on_days(given, days_of_delay, "order", "2022-12-31", "2023-01-01", "2023-03-01") == [
            0,
            1,
            10,
        ]

    def test_can_be_read_as_the_files_write_it(self):
        for text in ("EUR 10 000 per whole week", "EUR 5 000 per missed deadline"):
            assert str(Rate.parse(text)) == text


def ordered_with(measure):
    return decided_in_france(measure)


class TestAWaiver:
    """FR: what has run up is given up, in part or for good."""

    GIVEN = ordered()

    def test_of_a_part_leaves_the_rest(self):
        given = self.GIVEN.and_(
            WaivePenalty(on=day("2022-12-24"), of="injunction", amount=eur(200_000))
        )
        assert on_days(given, accruing, "injunction", "2022-12-24", "2022-12-25") == [
            eur(300_000),
            eur(400_000),
        ]

    def test_of_the_whole_ends_the_penalty(self):
        given = self.GIVEN.and_(WaivePenalty(on=day("2022-12-24"), of="injunction"))
        assert given.events[-1].amount == eur(500_000)
        assert on_days(given, accruing, "injunction", "2022-12-24", "2023-06-01") == [eur(0)] * 2
        assert on_days(given, penalty_status, "injunction", "2023-06-01") == ["waived"]

    def test_may_be_of_a_penalty_that_never_ran(self):
        """Voodoo, CNIL: complied within the time limit, so the penalty was not liquidated."""
        given = self.GIVEN.and_(
            ShowCompliance(on=day("2022-12-15"), with_="injunction"),
            WaivePenalty(on=day("2023-03-01"), of="injunction", because="complied in time"),
        )
        assert given.events[-1].amount == eur(0)

    def test_of_more_than_has_run_up_is_refused(self):
        more = WaivePenalty(on=day("2022-12-24"), of="injunction", amount=eur(500_001))
        self.GIVEN.when(more).then_refused("irregular", ["amount"])


def test_a_rate_per_day_is_as_it_was():
    assert ordered(per_day(1)).state.orders[0].penalty.unit == Money(100, "EUR")


class TestOwedByLawWhereTheLastDayIsNotCounted:
    LAST = changed(NL, "periodic_penalties.dwangsom.counting.last_day", "not counted")
    GIVEN = decided(LAST, order(rate="EUR 10 per day"), on="2020-06-01")

    def test_a_day_is_owed_once_it_is_over(self):
        # at once on 1 June; the first day of delay is the 2nd, which counts from the 3rd on
        state, one = self.GIVEN.state, of(self.GIVEN)
        assert forfeitures(state, one, day("2020-06-02")) == ()
        (unit,) = forfeitures(state, one, day("2020-06-03"))
        assert (unit.on, unit.amount) == (day("2020-06-02"), eur(10))
        assert forfeited(state, one, day("2020-06-04")) == eur(20)
        figure = exposure(self.GIVEN, "2020-06-04").figure
        assert figure("not_due") == eur(20)
