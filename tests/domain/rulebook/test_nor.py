"""Norway: a daily penalty until compliance, and none for an urgency measure."""

import pytest

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.measures import BanMeasure, PenaltyMeasure
from domain.proceeding.penalties import accruing
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import AT_ONCE, day, decided, filed, money, order, rate, served

NOR = load_rulebook("nor")
LAWFULNESS = ("GDPR 6(1)",)
MILLION = rate("NOK 1 000 000 per day")
NATIONAL = "the case is purely national"


def charged():
    return filed("nor", *LAWFULNESS, on="2023-05-05")


def ordered():
    return charged().and_(
        decided(order(MILLION, AT_ONCE), on="2023-06-05", finds=LAWFULNESS), served("2023-06-05")
    )


def banned():
    ban = BanMeasure(id="ban", from_day=day("2023-08-04"), until=day("2023-11-03"))
    return charged().and_(decided(ban, on="2023-07-14", finds=LAWFULNESS), served("2023-07-14"))


def penalised(**more):
    penalty = PenaltyMeasure(id="penalty", of="ban", rate=MILLION)
    return decided(penalty, on="2023-08-07", finds=(), **more)


class TestTheDailyPenalty:
    @pytest.mark.parametrize(
        ("as_of", "run_up"),
        # one month from 5 June 2023: Wednesday, 5 July
        [
            ("2023-07-05", "NOK 0"),
            ("2023-07-06", "NOK 1 000 000"),
            ("2023-07-31", "NOK 26 000 000"),
        ],
    )
    def test_runs_from_the_end_of_the_period(self, as_of, run_up):
        (one,) = ordered().state.orders
        assert accruing(ordered().state, one, day(as_of)) == money(run_up)

    def test_has_no_basis_where_the_case_is_not_purely_national(self):
        when = charged().when(
            decided(order(MILLION), on="2023-06-05", finds=LAWFULNESS, denies=(NATIONAL,))
        )
        (defect,) = when.then_refused("irregular").defects
        assert defect.cite == "PVN-2024-04"


class TestTheAppeal:
    def test_goes_to_the_privacy_appeals_board(self):
        lodged = LodgeAppeal(on=day("2023-06-20"), by="firm", against=("order",))
        (event,) = ordered().when(lodged).events
        assert event.to == "Privacy Appeals Board"
