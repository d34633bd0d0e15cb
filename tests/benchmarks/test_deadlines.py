"""Deadlines a second: ours, with every step, against the same rule by hand with dateutil.

Each day of five years is an anchor. The peer adds a relativedelta and moves on while the day is a
weekend or in the `holidays` package; it gives the day and no steps. Calendars are the same: ours
was made from that package.
"""

from datetime import date, timedelta

import pytest

from domain.deadlines import deadline
from domain.periods import Period, Unit
from tests.benchmarks.measuring import OURS, Row, a_second, by_turns, timed
from tests.benchmarks.table import DEADLINES

BY_HAND = "dateutil and holidays, by hand"
FIRST, LAST = date(2020, 1, 1), date(2024, 12, 31)
WEEKEND = 5
ONE_DAY = timedelta(days=1)
DAYS = [FIRST + timedelta(days=k) for k in range((LAST - FIRST).days + 1)]


def moved(day, closed):
    """French civil procedure 642: a period that ends on such a day ends on the next working day."""
    while day.weekday() >= WEEKEND or day in closed:
        day += ONE_DAY
    return day


def two_months(day, closed):
    from dateutil.relativedelta import relativedelta

    return moved(day + relativedelta(months=2), closed)


def ten_working_days(day, closed):
    left = 10
    while left:
        day += ONE_DAY
        left -= day.weekday() < WEEKEND and day not in closed
    return day


def fifteen_days(day, closed):
    from dateutil.relativedelta import relativedelta

    return moved(day + relativedelta(days=15), closed)


CASES = {
    "2 months": (Period(2, Unit.MONTHS), two_months),
    "10 working days": (Period(10, Unit.WORKING_DAYS), ten_working_days),
    "15 days": (Period(15, Unit.DAYS), fifteen_days),
}


@pytest.mark.parametrize("case", CASES)
def test_a_deadline_is_worked_out(case, law, rows):
    pytest.importorskip("dateutil")
    holidays = pytest.importorskip("holidays")
    closed = holidays.country_holidays("FR", years=range(FIRST.year, LAST.year + 2), expand=False)
    rule, calendar = law.time_rule("civil procedure", date(2022, 10, 18)), law.calendar
    period, by_hand = CASES[case]

    def ours():
        return [deadline(period, day, rule, calendar).on for day in DAYS]

    def peer():
        return [by_hand(day, closed) for day in DAYS]

    assert ours() == peer()
    times = by_turns({OURS: lambda: timed(ours), BY_HAND: lambda: timed(peer)}, rounds=15)
    rows.append(
        Row(
            chapter=DEADLINES,
            what=f"{case}, French rule",
            ours=a_second(times.median(), len(DAYS), "deadlines"),
            peer=a_second(times.median(BY_HAND), len(DAYS), "deadlines"),
            told_peer=BY_HAND,
            ratios=times.ratios(BY_HAND),
        )
    )
