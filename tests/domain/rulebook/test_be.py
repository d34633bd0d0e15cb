"""Belgium: a penalty per started day and website, which waits for a notice of non-compliance."""

from datetime import timedelta

from domain.periods import TimeLimit
from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.compliance import NotifyNonCompliance
from domain.proceeding.entries import PenaltyRun
from domain.proceeding.penalties import accruing
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, money, order, rate, served

BE = load_rulebook("be")
COOKIES = ("GDPR 6(1)(a)", "GDPR 7(3)")
FOUR_SITES = PenaltyRun(times=4, times_what="websites", starts="non-compliance notice")


def ordered():
    """Mediahuis: two orders, to be met within 45 days of 9 September 2024."""
    terms = {
        "comply": TimeLimit.parse("within 45 days of notification"),
        "penalty": rate("EUR 25 000 per day"),
        "run": FOUR_SITES,
    }
    return filed("be", *COOKIES, on="2024-02-05").and_(
        decided(order(id="one", **terms), order(id="two", **terms), on="2024-09-06", finds=COOKIES),
        served("2024-09-09"),
    )


def told(given=None):
    """The notice on the day after the 45: Thursday 24 October 2024 is the last of them."""
    notices = (NotifyNonCompliance(on=day("2024-10-25"), of=of) for of in ("one", "two"))
    return (given or ordered()).and_(*notices)


class TestThePenalty:
    def test_waits_for_a_notice_of_non_compliance(self):
        state = ordered().state
        assert all(accruing(state, one, day("2025-01-31")).minor == 0 for one in state.orders)

    def test_is_a_hundred_thousand_for_each_order_and_started_day(self):
        state = told().state
        # 4 websites at EUR 25 000
        assert {accruing(state, one, day("2024-10-25")) for one in state.orders} == {
            money("EUR 100 000")
        }

    def test_reaches_ten_million_for_both_orders_after_fifty_days(self):
        state = told().state
        fiftieth = day("2024-10-25") + timedelta(days=49)
        both = [accruing(state, one, fiftieth) for one in state.orders]
        assert both[0] + both[1] == money("EUR 10 000 000")


class TestTheAppeal:
    def test_is_open_for_thirty_days_and_then_out_of_time(self):
        given = ordered()
        (period,) = [p for p in given.state.periods if p.name == "appeal"]
        # 9 September and 30 days
        assert period.deadline.on == day("2024-10-09")
        late = LodgeAppeal(on=day("2024-10-10"), by="firm", against=("one",))
        (defect,) = given.when(late).then_refused("irregular").defects
        assert defect.cite == "GBA-ACT 108"
