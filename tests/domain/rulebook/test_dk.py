"""Denmark: the authority recommends a fine, and a court imposes it."""

from domain.proceeding.acts.confirmation import DecideConfirmation
from domain.rulebook.loading import load_rulebook
from projections.exposure import ExposureLedger
from tests.domain.rulebook.files import COURT, day, decided, filed, fine, money, order, served

DK = load_rulebook("dk")
SECURITY = ("GDPR 32(1)",)
TURNOVER = (("2018", "DKK 2 000 000 000"),)


def recommended():
    """Two per cent of DKK 2 000 000 000 are DKK 40 000 000; less is recommended."""
    return filed("dk", *SECURITY, on="2019-06-03", turnover=TURNOVER).and_(
        decided(fine("DKK 1 500 000"), on="2019-09-02", finds=SECURITY), served("2019-09-03")
    )


def figures(given, on):
    exposure = ExposureLedger(given.history).at(day(on), DK)
    return exposure.figure("due"), exposure.figure("not_due")


class TestAFine:
    def test_is_payable_by_nobody_before_the_court(self):
        nothing = money("DKK 1") - money("DKK 1")
        assert figures(recommended(), "2021-01-01") == (nothing, money("DKK 1 500 000"))

    def test_is_payable_once_the_court_has_imposed_it(self):
        imposed = DecideConfirmation(
            on=day("2021-02-12"), id="imposed", by=COURT, of="fine", result="confirmed"
        )
        due, _ = figures(recommended().and_(imposed), "2021-12-31")
        assert due == money("DKK 1 500 000")

    def test_is_not_confirmed_by_the_authority_itself(self):
        own = DecideConfirmation(on=day("2021-02-12"), by="us", of="fine", result="confirmed")
        recommended().when(own).then_refused("irregular", ["organ"])


class TestAnOrder:
    def test_is_the_authority_s_own(self):
        given = filed("dk", *SECURITY, on="2021-06-01", kind="public body")
        assert given.when(decided(order(), on="2021-09-10", finds=SECURITY)).events
