"""Greece: the authority thinks over its own decision; what is from memory only warns."""

from domain.proceeding.acts.reconsideration import Reconsider, RequestReconsideration
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import day, decided, filed, fine, money, served

GR = load_rulebook("gr")
RIGHTS = ("GDPR 12(3)", "GDPR 17", "GDPR 21(3)")


def fined():
    """Mizuno: EUR 20 000 on 7 April 2021."""
    return filed("gr", *RIGHTS, on="2020-07-15", turnover=(("2019", "EUR 1 343 513.99"),)).and_(
        decided(fine("EUR 20 000"), on="2021-04-07", finds=RIGHTS), served("2021-04-08")
    )


class TestReconsideration:
    def test_on_request_lets_the_authority_lower_its_own_fine(self):
        asked = RequestReconsideration(
            on=day("2021-06-30"), id="request", by="firm", against=("decision",)
        )
        ruling = Ruling(of="fine", result="varied", amount=money("EUR 5 000"))
        again = Reconsider(
            on=day("2022-07-25"), id="second", by="us", answers="request", outcome=(ruling,)
        )
        state = fined().and_(asked, again).state
        assert current_amount(state, "fine", money("EUR 20 000")) == money("EUR 5 000")


class TestThePublicBody:
    def test_has_a_ceiling_of_ten_million_from_memory(self):
        given = filed("gr", *RIGHTS, on="2022-01-10", kind="public body")
        most = fine_maximum(given.state, GR, day("2022-07-13"), provisions=RIGHTS, to=("firm",))
        assert most.floor == money("EUR 10 000 000")
        assert most.from_memory

    def test_is_only_warned_above_it(self):
        given = filed("gr", *RIGHTS, on="2022-01-10", kind="public body")
        over = decided(fine("EUR 10 000 001"), on="2022-07-13", finds=RIGHTS)
        rules = {defect.rule for defect in given.when(over).then_warned()}
        assert "maximum" in rules
