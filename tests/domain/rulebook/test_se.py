"""Sweden: maxima in kronor from turnover alone, and a court that gives no more than is asked."""

import attrs

from domain.proceeding.acts.appeal import LodgeAppeal
from domain.proceeding.acts.judgment import GiveJudgment
from domain.proceeding.maxima import fine_maximum
from domain.proceeding.rulings import Ruling
from domain.proceeding.standing import current_amount
from domain.rulebook.loading import load_rulebook
from tests.domain.rulebook.files import COURT, day, decided, filed, fine, money, served

SE = load_rulebook("se")
IMPOSED = money("SEK 7 500 000")
NOTICE = ("GDPR 12(1)", "GDPR 13(1)(f)", "GDPR 14(2)(g)")


def charged():
    """Klarna: the turnover of the parent for 2020, the year on which the decision relies."""
    return filed("se", *NOTICE, on="2019-03-27", turnover=(("2018", "SEK 10 093 659 000"),))


def fined():
    return charged().and_(
        decided(fine("SEK 7 500 000"), on="2022-03-28", finds=NOTICE), served("2022-03-28")
    )


class TestTheMaximum:
    def test_is_at_least_four_per_cent_of_turnover_and_open_for_want_of_a_rate(self):
        given = charged()
        most = fine_maximum(given.state, SE, day("2022-03-28"), provisions=NOTICE, to=("firm",))
        # 4 % of SEK 10 093 659 000; what EUR 20 000 000 are in kronor no text says
        assert (most.floor, most.ceiling) == (money("SEK 403 746 360"), None)

    def test_only_warns_above_its_floor_and_names_the_rate_that_is_missing(self):
        given = charged()
        over = decided(fine("SEK 403 746 361"), on="2022-03-28", finds=NOTICE)
        (warning,) = given.when(over).verdict.warnings
        assert str(warning.message) == (
            "a fine of SEK 403 746 361 is above the maximum while no rate of EUR in SEK is known, "
            "SEK 403 746 360"
        )
        assert given.when(decided(fine("SEK 403 746 360"), on="2022-03-28", finds=NOTICE)).events

    def test_of_linked_fines_only_warns_too(self):
        two = (fine("SEK 403 746 360"), attrs.evolve(fine("SEK 1"), id="more"))
        when = charged().when(decided(*two, on="2022-03-28", finds=NOTICE))
        when.then_warned(["joint maximum"])


class TestTheCourts:
    def test_lower_the_fine_and_restore_it_but_never_above_what_is_asked(self):
        lowered = fined().and_(
            LodgeAppeal(on=day("2022-04-15"), id="appeal", by="firm", against=("fine",)),
            judged("2023-04-14", "first", "appeal", "fine", "SEK 6 000 000"),
        )
        assert current_amount(lowered.state, "fine", IMPOSED) == money("SEK 6 000 000")
        asked = lowered.and_(
            LodgeAppeal(
                on=day("2023-05-02"),
                id="second-appeal",
                by="us",
                against=("first",),
                asked=money("SEK 7 500 000"),
            )
        )
        over = judged("2024-03-11", "second", "second-appeal", "fine", "SEK 7 500 001")
        asked.when(over).then_refused("irregular", ["asked"])
        restored = asked.and_(
            judged("2024-03-11", "second", "second-appeal", "fine", "SEK 7 500 000")
        )
        assert current_amount(restored.state, "fine", IMPOSED) == money("SEK 7 500 000")


def judged(on, name, appeal, of, amount):
    ruling = Ruling(of=of, result="varied", amount=money(amount))
    return GiveJudgment(on=day(on), id=name, by=COURT, on_appeal=appeal, outcome=(ruling,))
