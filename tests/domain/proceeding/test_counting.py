"""How days of delay are counted: three settings give the 52 days of Clearview, one gives 53."""

import pytest

from domain.days import Span
from domain.proceeding.acts.service import Notify
from domain.proceeding.penalties import accruing, days_of_delay, delay, run_up
from domain.rulebook.loading import changed
from tests.domain.proceeding.stories import (
    FR,
    charged,
    day,
    decision,
    eur,
    liquidated,
    order,
    ordered,
    per_day,
)

ROLL = "time_rules.civil procedure.end_on_rest_day"
FIRST = "periodic_penalties.astreinte.counting.first_day"
LAST = "periodic_penalties.astreinte.counting.last_day"


def counted(roll, first, last):
    law = changed(changed(changed(FR, ROLL, roll), FIRST, first), LAST, last)
    return ordered(law=law)


def measured(given, on, function):
    return function(given.state, given.state.orders[0], day(on))


class TestThe52DaysOfTheCNIL:
    """Which counting the authority used is not known; it liquidated EUR 5 200 000."""

    @pytest.mark.parametrize(
        ("roll", "first", "last", "days", "span"),
        [
            ("next working day", "counted", "counted", 52, "2022-12-20..2023-02-09"),
            ("stays", "not counted", "counted", 52, "2022-12-20..2023-02-09"),
            ("stays", "counted", "not counted", 52, "2022-12-19..2023-02-08"),
            ("stays", "counted", "counted", 53, "2022-12-19..2023-02-09"),
            ("next working day", "not counted", "counted", 51, "2022-12-21..2023-02-09"),
            ("next working day", "counted", "not counted", 51, "2022-12-20..2023-02-08"),
            ("stays", "not counted", "not counted", 51, "2022-12-20..2023-02-08"),
            ("previous working day", "counted", "counted", 55, "2022-12-17..2023-02-09"),
        ],
    )
    def test_follow_from_the_roll_and_from_the_first_and_the_last_day(
        self, roll, first, last, days, span
    ):
        given = counted(roll, first, last)
        assert measured(given, "2023-02-09", days_of_delay) == days
        assert measured(given, "2023-02-09", delay) == Span.parse(span)
        assert measured(given, "2023-02-09", accruing) == eur(100_000) * days

    def test_are_kept_with_the_order_whatever_the_law_becomes(self):
        given = ordered()
        counting = given.state.orders[0].penalty
        assert counting.label == "DEC 44 (model)"
        assert measured(given, "2023-02-09", days_of_delay) == 52

    def test_move_by_one_with_the_notification(self):
        served = Notify(on=day("2022-10-19"), of="sanction")
        given = charged().and_(decision(order(per_day(100_000))), served)
        assert measured(given, "2023-02-09", days_of_delay) == 52
        law = changed(FR, ROLL, "stays")
        given = charged(law=law).and_(decision(order(per_day(100_000))), served)
        assert measured(given, "2023-02-09", days_of_delay) == 52


class TestAccrual:
    @pytest.mark.parametrize(
        ("on", "amount"),
        [
            ("2022-10-17", 0),
            ("2022-12-18", 0),
            ("2022-12-19", 0),
            ("2022-12-20", 100_000),
            ("2023-02-09", 5_200_000),
            ("2023-04-12", 11_400_000),
        ],
    )
    def test_is_the_rate_for_each_day_after_the_order_fell_due(self, on, amount):
        assert measured(ordered(), on, accruing) == eur(amount)

    def test_goes_on_for_the_days_that_were_not_liquidated(self):
        given = liquidated()
        assert measured(given, "2023-04-13", days_of_delay) == 115
        assert measured(given, "2023-04-13", accruing) == eur(6_300_000)

    def test_stops_at_the_maximum_of_the_order(self):
        given = ordered(at_most=eur(250_000))
        assert [measured(given, f"2022-12-{d}", accruing) for d in (21, 22, 23)] == [
            eur(200_000),
            eur(250_000),
            eur(250_000),
        ]

    def test_is_nothing_without_a_penalty(self):
        given = charged().and_(decision(order()), Notify(on=day("2022-10-18"), of="sanction"))
        assert measured(given, "2023-02-09", run_up) == eur(0)
        assert measured(given, "2023-02-09", delay) is None

    def test_is_nothing_before_the_order_is_notified(self):
        given = charged().and_(decision(order(per_day(1))))
        assert measured(given, "2023-02-09", accruing) == eur(0)
