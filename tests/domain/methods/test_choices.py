"""The authority chooses within the range and says why; what lies outside is refused by its rule."""

from datetime import date

import pytest

from domain.amounts import Rounding
from domain.methods import Multiple
from domain.money import Money
from tests.domain.methods.cases import (
    eur,
    fine,
    gbp,
    infringement,
    of,
    refused,
    rules,
    share,
    take,
    worked,
)


def chosen(step, what, *provisions, because="A reason", **more):
    return infringement(*provisions, choices=(take(step, what, because),), **more)


class TestSeriousness:
    @pytest.mark.parametrize("taken", ["10 %", "17 %", "20 %"])
    def test_within_the_band_is_taken_ends_included(self, taken):
        found = worked("edpb-04-2022", fine(chosen("seriousness", share(taken))))
        step = found.about("seriousness")[0]
        assert step.because == "A reason"
        assert step.chosen == eur("10 000 000").share(share(taken), Rounding.DOWN)

    @pytest.mark.parametrize("taken", ["9.99 %", "20.01 %"])
    def test_outside_the_band_is_refused_with_the_band(self, taken):
        (defect,) = refused("edpb-04-2022", fine(chosen("seriousness", share(taken))))
        assert (defect.rule, defect.asked, defect.limit) == ("seriousness", taken, "10..20 %")
        assert defect.label == "EDPB-04/2022 60-66 (guideline)"

    def test_has_to_be_told(self):
        (defect,) = refused("edpb-04-2022", fine(infringement(seriousness=None)))
        assert defect.message == "the seriousness has to be told: low, medium, high"

    def test_very_high_is_a_word_of_the_german_concept_alone(self):
        assert rules("edpb-04-2022", fine(infringement(seriousness="very high"))) == ["seriousness"]

    def test_is_a_share_here_and_a_number_there(self):
        (defect,) = refused("edpb-04-2022", fine(chosen("seriousness", Multiple(3))))
        assert defect.message == "seriousness is chosen as a share: 17 %, not 3"
        given = fine(chosen("seriousness", share("17 %")), day=date(2020, 1, 1))
        (defect,) = refused("dsk-2019", given)
        assert defect.message == "seriousness is chosen as a number: 3.5, not 17 %"

    def test_a_number_of_daily_rates_outside_its_range_is_refused(self):
        one = chosen("seriousness", Multiple(5), "GDPR 6", seriousness="low")
        (defect,) = refused("dsk-2019", fine(one, day=date(2020, 1, 1)))
        assert (defect.rule, defect.asked, defect.limit) == ("seriousness", "5", "1..4")

    def test_one_outside_a_range_from_memory_only_warns(self):
        one = chosen("seriousness", Multiple(9), "GDPR 6")
        found = worked("dsk-2019", fine(one, day=date(2020, 1, 1)))
        assert any("seriousness 9 lies outside 4..8" in text for text in found.warnings)


class TestTurnoverFactor:
    @pytest.mark.parametrize("taken", ["1.5 %", "10 %"])
    def test_within_the_row_is_taken(self, taken):
        found = worked("edpb-04-2022", fine(chosen("turnover", share(taken))))
        assert f"{taken} taken" in found.about("turnover")[0].text

    def test_outside_the_row_is_refused(self):
        (defect,) = refused("edpb-04-2022", fine(chosen("turnover", share("10.1 %"))))
        assert (defect.rule, defect.limit) == ("turnover", "1.5..10 %")

    def test_outside_a_row_from_memory_only_warns(self):
        given = fine(chosen("turnover", share("2.5 %")), turnover=of(eur("5 000 000")))
        found = worked("edpb-04-2022", given)
        assert str(found.sums) == "EUR 25 000..50 000"
        assert any("turnover 2.5 % lies outside 0.3..2 %" in text for text in found.warnings)

    def test_there_is_none_above_500_million(self):
        given = fine(chosen("turnover", share("50 %")), turnover=of(eur("600 000 000")))
        assert rules("edpb-04-2022", given) == ["turnover"]

    def test_may_be_left_aside_under_the_guidelines(self):
        found = worked("edpb-04-2022", fine(chosen("turnover", "not adjusted")))
        assert str(found.sums) == "EUR 1 000 000..2 000 000"

    def test_is_expected_by_the_ico_as_far_as_is_remembered(self):
        given = fine(
            chosen("turnover", "not adjusted", "UK-GDPR 32"), turnover=of(gbp("30 000 000"))
        )
        found = worked("ico-2024", given)
        assert any("expects the turnover" in text for text in found.warnings)


class TestStartingAmount:
    def test_within_the_range_is_taken(self):
        found = worked("edpb-04-2022", fine(chosen("starting amount", eur("200 000"))))
        assert found.amount == eur("200 000")

    def test_outside_the_range_is_refused(self):
        (defect,) = refused("edpb-04-2022", fine(chosen("starting amount", eur("200 000.01"))))
        assert (defect.rule, defect.limit) == ("starting amount", "EUR 15 000..200 000")

    def test_is_held_to_what_was_chosen_before(self):
        one = infringement(
            choices=(take("seriousness", share("10 %")), take("starting amount", eur("150 000")))
        )
        (defect,) = refused("edpb-04-2022", fine(one))
        assert defect.limit == "EUR 15 000..100 000"

    def test_is_a_sum(self):
        assert rules("edpb-04-2022", fine(chosen("starting amount", share("1 %")))) == ["choice"]


class TestEffectiveness:
    @pytest.mark.parametrize(
        ("amount", "word"),
        [
            ("0", "lowered"),
            ("14 999", "lowered"),
            ("20 000", "set"),
            ("200 001", "raised"),
            ("10 000 000", "raised"),
        ],
    )
    def test_moves_both_ways_up_to_the_maximum(self, amount, word):
        found = worked("edpb-04-2022", fine(chosen("effectiveness", eur(amount))))
        assert found.amount == eur(amount)
        assert f" {word} to EUR {amount}" in found.about("effectiveness")[0].text

    def test_may_leave_a_sum_as_it_is(self):
        one = infringement(
            choices=(take("starting amount", eur("20 000")), take("effectiveness", eur("20 000")))
        )
        step = worked("edpb-04-2022", fine(one)).about("effectiveness")[0]
        assert step.text == "EUR 20 000 left as it is"

    def test_above_the_maximum_is_refused_by_the_law(self):
        (defect,) = refused("edpb-04-2022", fine(chosen("effectiveness", eur("10 000 000.01"))))
        assert (defect.rule, defect.label) == ("maximum", "GDPR 83(4)")

    def test_is_no_step_of_the_historical_methods_and_they_say_so(self):
        given = fine(chosen("effectiveness", eur("1")), day=date(2020, 1, 1))
        for method in ("dsk-2019", "nl-2019"):
            found = worked(method, given)
            text = "c: the choice of effectiveness is not used in this calculation"
            assert text in found.warnings


class TestReasons:
    @pytest.mark.parametrize(
        ("step", "what"),
        [
            ("seriousness", share("17 %")),
            ("turnover", share("2 %")),
            ("turnover", "not adjusted"),
            ("starting amount", eur("100 000")),
            ("effectiveness", eur("100 000")),
        ],
    )
    def test_a_choice_without_a_reason_is_refused(self, step, what):
        (defect,) = refused("edpb-04-2022", fine(chosen(step, what, because=" ")))
        assert defect.rule == "reason"

    def test_the_reason_stands_in_the_step(self):
        found = worked("edpb-04-2022", fine(chosen("effectiveness", eur("1"), because="Repeated")))
        assert found.about("effectiveness")[0].because == "Repeated"


class TestForOneMethod:
    def test_a_choice_may_be_kept_for_one_method(self):
        one = infringement(
            choices=(
                take("seriousness", share("17 %"), only="edpb-04-2022"),
                take("seriousness", Multiple(3), only="dsk-2019"),
            )
        )
        given = fine(one, day=date(2023, 6, 1))
        assert "17 % taken" in worked("edpb-04-2022", given).about("seriousness")[0].text
        assert "3 taken" in worked("dsk-2019", given).about("seriousness")[0].text

    def test_the_one_for_this_method_goes_before_the_one_for_any(self):
        one = infringement(
            choices=(
                take("seriousness", share("11 %")),
                take("seriousness", share("17 %"), only="edpb-04-2022"),
            )
        )
        assert "17 % taken" in worked("edpb-04-2022", fine(one)).about("seriousness")[0].text

    def test_two_for_the_same_step_are_refused(self):
        one = infringement(
            choices=(take("seriousness", share("11 %")), take("seriousness", share("17 %")))
        )
        assert "choice" in rules("edpb-04-2022", fine(one))


class TestCurrencies:
    def test_a_sum_in_another_currency_needs_a_dated_rate(self):
        (defect,) = refused("edpb-04-2022", fine(chosen("effectiveness", Money.parse("USD 5"))))
        assert (defect.rule, defect.asked, defect.limit) == ("currency", "USD", "EUR")

    def test_so_does_a_fine_in_another_currency(self):
        assert rules("edpb-04-2022", fine(infringement(), currency="PLN")) == ["currency"]

    def test_everything_wrong_is_told_at_once(self):
        one = infringement(
            choices=(take("seriousness", share("50 %")), take("effectiveness", eur("99 000 000")))
        )
        assert rules("edpb-04-2022", fine(one)) == ["seriousness", "maximum"]
