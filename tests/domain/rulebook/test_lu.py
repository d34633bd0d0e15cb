"""Luxembourg: an astreinte of up to five per cent of the daily turnover for each day."""

from domain.proceeding.penalties import accruing
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, money, order, rate, served

LU = load_rulebook("lu")
LAWFULNESS = ("GDPR 6(1)",)


def charged(turnover=(("2020", "EUR 732 000 000"),)):
    return filed("lu", *LAWFULNESS, on="2021-02-01", turnover=turnover)


def ordered(penalty, **more):
    return decided(order(rate(penalty), **more), on="2021-07-15", finds=LAWFULNESS)


class TestTheAstreinte:
    def test_is_at_most_five_per_cent_of_a_day_of_the_turnover(self):
        # EUR 732 000 000 over the 366 days of 2020 are 2 000 000 a day, of which 5 %
        assert charged().when(ordered("EUR 100 000 per day")).events
        (defect,) = charged().when(ordered("EUR 100 001 per day")).then_refused("irregular").defects
        assert (defect.limit, defect.cite) == ("EUR 100 000 per day", "LU-ACT 49")

    def test_runs_by_the_day_once_the_order_is_overdue(self):
        given = charged().and_(ordered("EUR 100 000 per day"), served("2021-07-16"))
        (one,) = given.state.orders
        # one month from 16 July: Monday, 16 August 2021
        assert accruing(given.state, one, day("2021-08-16")).minor == 0
        assert accruing(given.state, one, day("2021-08-26")) == money("EUR 1 000 000")
