"""Digital Markets Act: ten per cent, and twenty for the same again within eight years."""

import pytest

from domain.proceeding.maxima import fine_maximum
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, money, order, rate

DMA = load_rulebook("dma")
COMBINING = ("DMA 5(2)",)


def charged():
    return filed("dma", *COMBINING, on="2026-02-02", turnover=(("2025", "EUR 73 000 000 000"),))


class TestTheMaximum:
    @pytest.mark.parametrize(
        ("before", "sum_"),
        [
            ("", "EUR 7 300 000 000"),
            # eight years before 2 November 2026, and a day more
            ("2018-11-02", "EUR 14 600 000 000"),
            ("2018-11-01", "EUR 7 300 000 000"),
        ],
    )
    def test_doubles_for_the_same_again_within_eight_years(self, before, sum_):
        given = charged()
        most = fine_maximum(
            given.state,
            DMA,
            day("2026-11-02"),
            provisions=COMBINING,
            to=("firm",),
            repeat_of=day(before) if before else None,
        )
        assert most.floor == most.ceiling == money(sum_)

    def test_for_procedure_is_one_per_cent(self):
        given = charged()
        most = fine_maximum(
            given.state, DMA, day("2026-11-02"), provisions=("DMA 30",), to=("firm",)
        )
        assert most.floor == money("EUR 730 000 000")


class TestThePeriodicPenalty:
    def test_is_at_most_five_per_cent_of_the_average_daily_turnover(self):
        # EUR 73 000 000 000 over 365 days are 200 000 000 a day
        over = decided(order(rate("EUR 10 000 001 per day")), on="2026-11-02", finds=COMBINING)
        (defect,) = charged().when(over).then_refused("irregular").defects
        assert (defect.limit, defect.cite) == ("EUR 10 000 000 per day", "DMA 31")
