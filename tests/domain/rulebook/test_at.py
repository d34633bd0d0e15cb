"""Austria: costs of ten per cent on top of a fine, four weeks to appeal, two courts."""

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.measures import CostsMeasure
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, fine, money, served

AT = load_rulebook("at")
POST = ("GDPR 6(1)", "GDPR 9")


def charged():
    return filed("at", *POST, on="2019-02-20")


def costs(amount):
    return CostsMeasure(id="costs", amount=money(amount), of="fine")


def fined(*measures):
    measures = measures or (fine("EUR 18 000 000"), costs("EUR 1 800 000"))
    return charged().and_(decided(*measures, on="2019-10-23", finds=POST), served("2019-10-28"))


class TestCosts:
    def test_are_ten_per_cent_of_the_fine(self):
        (imposed,) = fined().state.costs
        assert imposed.amount == money("EUR 1 800 000")

    def test_are_not_more(self):
        measures = (fine("EUR 18 000 000"), costs("EUR 1 800 001"))
        when = charged().when(decided(*measures, on="2019-10-23", finds=POST))
        (defect,) = when.then_refused("irregular").defects
        assert (defect.limit, defect.cite) == ("EUR 1 800 000", "VSTG 64")


class TestTheAppeal:
    def test_of_the_post_on_the_last_of_28_days_is_in_time(self):
        given = fined()
        (period,) = [p for p in given.state.periods if p.name == "appeal"]
        assert period.deadline.on == day("2019-11-25")
        lodged = LodgeAppeal(on=day("2019-11-25"), by="firm", against=("fine",))
        (event,) = given.when(lodged).events
        assert event.to == "Federal Administrative Court"

    def test_a_day_later_only_warns_because_the_four_weeks_are_from_memory(self):
        lodged = LodgeAppeal(on=day("2019-11-26"), by="firm", against=("fine",))
        fined().when(lodged).then_warned(["appeal"])
