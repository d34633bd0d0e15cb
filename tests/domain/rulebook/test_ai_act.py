"""AI Act: the lower of two sums for small firms, and duties that begin on different days."""

from datetime import date

import pytest

from domain.proceeding.maxima import fine_maximum
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, fine, money

AI = load_rulebook("ai-act")


def most(provision, on, turnover, kind="undertaking"):
    given = filed(
        "ai-act", provision, on=on, kind=kind, turnover=((str(int(on[:4]) - 1), turnover),)
    )
    return fine_maximum(given.state, AI, day(on), provisions=(provision,), to=("firm",))


class TestTheMaximum:
    @pytest.mark.parametrize(
        ("provision", "kind", "turnover", "sum_"),
        [
            # 7 % of EUR 1 000 000 000 are 70 000 000; of EUR 100 000 000 they are 7 000 000
            ("AIA 5", "undertaking", "EUR 1 000 000 000", "EUR 70 000 000"),
            ("AIA 5", "undertaking", "EUR 100 000 000", "EUR 35 000 000"),
            ("AIA 5", "sme", "EUR 40 000 000", "EUR 2 800 000"),
            # 3 % of EUR 40 000 000, and 1 % of it
            ("AIA 50", "sme", "EUR 40 000 000", "EUR 1 200 000"),
            ("AIA 50", "undertaking", "EUR 40 000 000", "EUR 15 000 000"),
            ("AIA 99(5)", "undertaking", "EUR 2 000 000 000", "EUR 20 000 000"),
            ("AIA 99(5)", "sme", "EUR 2 000 000 000", "EUR 7 500 000"),
            # Article 101 does not know the lower sums
            ("AIA 101", "sme", "EUR 40 000 000", "EUR 15 000 000"),
        ],
    )
    def test_is_the_higher_of_two_sums_and_for_small_firms_the_lower(
        self, provision, kind, turnover, sum_
    ):
        found = most(provision, "2026-10-01", turnover, kind)
        assert (found.floor, found.ceiling) == (money(sum_), money(sum_))

    def test_holds_a_fine_on_a_small_firm(self):
        given = filed(
            "ai-act", "AIA 5", on="2026-03-02", kind="sme", turnover=(("2025", "EUR 40 000 000"),)
        )
        over = decided(fine("EUR 2 800 001"), on="2026-10-01", finds=("AIA 5",))
        given.when(over).then_refused("irregular", ["maximum"])


class TestTheDates:
    @pytest.mark.parametrize(
        ("on", "names"),
        [
            # prohibited since February, and not yet fined
            (date(2025, 8, 1), ()),
            (date(2025, 8, 2), ("prohibited practices", "notified bodies", "information")),
            (date(2026, 8, 1), ("prohibited practices", "notified bodies", "information")),
        ],
    )
    def test_bring_penalties_into_force_one_after_the_other(self, on, names):
        assert tuple(rule.name for rule in AI.maxima(on)) == names

    def test_of_high_risk_systems_are_uncertain_while_the_reform_is(self):
        (rule,) = AI.versions("maxima", "high-risk systems")
        assert not rule.possible(date(2026, 8, 1))
        assert rule.possible(date(2026, 8, 2))
        assert not rule.certain(date(2027, 12, 1))
        assert rule.certain(date(2027, 12, 2))

    def test_of_the_reform_do_not_change_the_past(self):
        found = most("AIA 5", "2025-09-01", "EUR 1 000 000 000")
        assert found.floor == money("EUR 70 000 000")
