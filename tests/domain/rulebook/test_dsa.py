"""Digital Services Act: a share of turnover alone, and five per cent of a day for each day."""

import pytest

from domain.proceeding.maxima import fine_maximum
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, fine, money, order, rate

DSA = load_rulebook("dsa")
ADVERTISING = "DSA 26"
TURNOVER = (("2025", "EUR 36 500 000 000"),)


def charged(*provisions, turnover=TURNOVER):
    return filed("dsa", *provisions, on="2026-02-02", turnover=turnover)


class TestTheMaximum:
    @pytest.mark.parametrize(
        ("provision", "sum_"),
        # 6 % and 1 % of EUR 36 500 000 000
        [(ADVERTISING, "EUR 2 190 000 000"), ("DSA 74", "EUR 365 000 000")],
    )
    def test_is_a_share_without_a_fixed_sum(self, provision, sum_):
        given = charged(provision)
        most = fine_maximum(
            given.state, DSA, day("2026-11-02"), provisions=(provision,), to=("firm",)
        )
        assert (most.floor, most.ceiling) == (money(sum_), money(sum_))

    def test_is_open_while_no_turnover_is_known(self):
        given = charged(ADVERTISING, turnover=())
        most = fine_maximum(
            given.state, DSA, day("2026-11-02"), provisions=(ADVERTISING,), to=("firm",)
        )
        assert (most.floor.minor, most.ceiling) == (0, None)

    def test_holds_a_fine(self):
        over = decided(fine("EUR 2 190 000 001"), on="2026-11-02", finds=(ADVERTISING,))
        charged(ADVERTISING).when(over).then_refused("irregular", ["maximum"])


class TestThePeriodicPenalty:
    def test_is_at_most_five_per_cent_of_the_average_daily_turnover(self):
        # EUR 36 500 000 000 over 365 days are 100 000 000 a day
        lawful = decided(
            order(rate("EUR 5 000 000 per day")), on="2026-11-02", finds=(ADVERTISING,)
        )
        assert charged(ADVERTISING).when(lawful).events
        over = decided(order(rate("EUR 5 000 001 per day")), on="2026-11-02", finds=(ADVERTISING,))
        (defect,) = charged(ADVERTISING).when(over).then_refused("irregular").defects
        assert defect.cite == "DSA 76"
