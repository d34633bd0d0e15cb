"""Periodic penalties in the ledger: units owed by law, joint maxima, pauses, what is given up."""

import pytest

from domain.proceeding.acts.amendment import AmendMeasure
from domain.proceeding.acts.collection import CollectSum
from domain.proceeding.acts.compliance import NotifyNonCompliance, ShowCompliance
from domain.proceeding.acts.payment import Pay
from domain.proceeding.acts.waiver import WaivePenalty
from domain.proceeding.measures.joint import SharedMaximum
from projections.status import Status
from tests.domain.proceeding.penalised import BE, NL, decided, exposure, order
from tests.domain.proceeding.stories import day, eur, ordered

HAGA = decided(
    NL,
    order(
        comply="within 15 weeks of adoption",
        rate="EUR 100 000 per 2 weeks",
        at_most="EUR 300 000",
    ),
    on="2019-06-18",
)


def sums(given, on, *figures):
    ledger = exposure(given, on)
    return tuple(ledger.figure(figure).minor // 100 for figure in figures)


def lines(given, on, figure):
    return [
        (str(line.on), line.amount.minor // 100, line.text, line.cite)
        for line in exposure(given, on).lines(figure)
    ]


class TestOwedByLaw:
    """NL: EUR 100 000 for two whole weeks from 2 October 2019, to be paid within six weeks."""

    @pytest.mark.parametrize(
        ("on", "not_due", "due"),
        [
            ("2019-10-14", 0, 0),
            ("2019-10-15", 100_000, 0),
            ("2019-11-26", 300_000, 0),
            ("2019-11-27", 200_000, 100_000),
            ("2019-12-11", 100_000, 200_000),
            ("2019-12-25", 0, 300_000),
        ],
    )
    def test_moves_on_its_days(self, on, not_due, due):
        assert sums(HAGA, on, "accruing", "not_due", "due", "liquidated", "imposed") == (
            0,
            not_due,
            due,
            not_due + due,
            not_due + due,
        )

    def test_names_the_unit_and_the_provision_of_each_line(self):
        found = lines(HAGA, "2019-11-27", "not_due")
        assert found[0][:3] == (
            "2019-10-15",
            100_000,
            "forfeited by law: unit 1 of order, at EUR 100 000 per 2 weeks",
        )
        assert found[0][3].startswith("AWB 5:33")
        moved = exposure(HAGA, "2019-10-15").movements
        assert [(m.leaves.value, m.enters.value) for m in moved] == [
            ("outside", "accruing"),
            ("accruing", "not_due"),
        ]
        assert moved[0].text == "1 whole period of 2 weeks of delay, at EUR 100 000 per 2 weeks"

    def test_is_paid_what_is_due_first(self):
        paid = HAGA.and_(Pay(on=day("2019-12-01"), for_="order", amount=eur(150_000)))
        assert sums(paid, "2019-12-01", "paid", "due", "not_due") == (150_000, 0, 150_000)
        assert sums(paid, "2019-12-11", "paid", "due", "not_due") == (150_000, 100_000, 50_000)
        assert sums(paid, "2020-01-01", "paid", "due", "outstanding") == (
            150_000,
            150_000,
            150_000,
        )

    def test_is_not_paid_before_it_is_forfeited(self):
        HAGA.when(Pay(on=day("2019-10-15"), for_="order", amount=eur(100_001))).then_refused(
            "irregular", ["outstanding"]
        )

    def test_can_be_collected(self):
        collect = CollectSum(on=day("2020-01-10"), of="order", amount=eur(300_000))
        assert HAGA.when(collect).events[0].amount == eur(300_000)

    def test_is_not_undone_by_late_compliance(self):
        late = HAGA.and_(ShowCompliance(on=day("2019-11-01"), with_="order"))
        assert sums(late, "2020-01-01", "due") == (200_000,)

    def test_can_be_given_up(self):
        given = HAGA.and_(WaivePenalty(on=day("2019-11-13"), of="order", amount=eur(50_000)))
        assert sums(given, "2020-01-01", "due", "extinguished") == (250_000, 50_000)
        whole = HAGA.and_(WaivePenalty(on=day("2019-11-01"), of="order"))
        assert sums(whole, "2020-01-01", "due", "not_due", "extinguished") == (0, 0, 200_000)

    def test_falls_when_the_order_is_taken_back_with_all_effect(self):
        paid = HAGA.and_(
            Pay(on=day("2019-10-20"), for_="order", amount=eur(60_000)),
            AmendMeasure(on=day("2019-11-05"), of="order", revoked="with all effect"),
        )
        figures = ("due", "not_due", "extinguished", "refundable", "paid")
        assert sums(paid, "2019-11-04", *figures) == (0, 140_000, 0, 0, 60_000)
        assert sums(paid, "2020-01-01", *figures) == (0, 0, 140_000, 60_000, 0)

    def test_stays_when_the_order_is_taken_back_from_now_on(self):
        given = HAGA.and_(AmendMeasure(on=day("2019-11-05"), of="order", revoked="from now on"))
        assert sums(given, "2020-01-01", "due") == (200_000,)

    def test_leaves_its_maximum_at_stake(self):
        (stake,) = exposure(HAGA, "2019-10-15").stakes
        assert (stake.floor, stake.ceiling) == (eur(0), eur(200_000))
        assert stake.text == (
            "EUR 100 000 per 2 weeks for each further 2 weeks of delay with order; "
            "at most EUR 300 000"
        )


class TestAJointMaximum:
    """BE: two orders, EUR 100 000 a day each from 22 October 2024, EUR 10 000 000 together."""

    GIVEN = decided(
        BE,
        *(
            order(
                name,
                comply="within 45 days of notification",
                rate="EUR 25 000 per started day",
                times=4,
                times_what="websites",
                starts="non-compliance notice",
            )
            for name in ("order-1", "order-2")
        ),
        on="2024-09-06",
        joint_maxima=(SharedMaximum(of=("order-1", "order-2"), amount=eur(10_000_000)),),
    ).and_(
        NotifyNonCompliance(on=day("2024-10-22"), of="order-1"),
        NotifyNonCompliance(on=day("2024-10-22"), of="order-2"),
    )

    @pytest.mark.parametrize(
        ("on", "amount"),
        [
            ("2024-10-21", 0),
            ("2024-10-22", 200_000),
            ("2024-12-09", 9_800_000),
            ("2024-12-10", 10_000_000),
            ("2024-12-31", 10_000_000),
        ],
    )
    def test_is_never_passed(self, on, amount):
        assert sums(self.GIVEN, on, "accruing") == (amount,)

    def test_is_a_line_of_its_own(self):
        found = lines(self.GIVEN, "2024-12-11", "accruing")
        assert [(amount, text) for _, amount, text, _ in found if amount < 0] == [
            (-100_000, "above the joint maximum of EUR 10 000 000 for order-1 and order-2"),
            (-100_000, "above the joint maximum of EUR 10 000 000 for order-1 and order-2"),
        ]
        assert found[0][1] == 5_100_000
        assert "at EUR 25 000 per started day for each of 4 websites" in found[0][2]

    def test_is_what_is_left_at_stake(self):
        (stake,) = exposure(self.GIVEN, "2024-12-09").stakes
        assert stake.ceiling == eur(200_000)
        assert stake.text.endswith("with order-1 and order-2; together at most EUR 10 000 000")


class TestAccruing:
    def test_says_how_many_days_were_paused(self):
        given = ordered().and_(
            AmendMeasure(
                on=day("2023-01-02"),
                of="injunction",
                suspended=True,
                suspended_until=day("2023-01-11"),
            )
        )
        ((_, amount, text, _),) = lines(given, "2023-01-20", "accruing")
        assert amount == 2_200_000
        assert text.startswith(
            "32 days of delay, 20 December 2022 to 20 January 2023, 10 of them paused"
        )

    def test_stops_and_is_lost_when_the_penalty_is_given_up(self):
        given = ordered().and_(WaivePenalty(on=day("2022-12-24"), of="injunction"))
        assert sums(given, "2022-12-23", "accruing", "extinguished") == (400_000, 0)
        assert sums(given, "2023-02-01", "accruing", "extinguished") == (0, 500_000)
        assert exposure(given, "2023-02-01").stakes == ()

    def test_shows_what_was_given_up_in_part(self):
        part = WaivePenalty(on=day("2022-12-24"), of="injunction", amount=eur(200_000))
        given = ordered().and_(part)
        assert sums(given, "2022-12-25", "accruing", "extinguished") == (400_000, 200_000)


def test_the_status_says_that_a_penalty_waits_for_its_notice():
    thing = Status(TestAJointMaximum.GIVEN.history).at(day("2024-10-22"), BE).of("order-1")
    assert (thing.status, thing.days_of_delay) == ("overdue", 1)
