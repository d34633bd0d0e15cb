"""Step 3: judged percentages and named sums, each factor once, and nothing below zero."""

from datetime import date

import pytest

from domain.methods import Circumstance, Hardship
from tests.domain.methods.cases import (
    eur,
    factor,
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

START = take("starting amount", eur("100 000"))


def moved(*circumstances, **more):
    return fine(infringement(circumstances=circumstances, choices=(START,)), **more)


class TestMovements:
    @pytest.mark.parametrize(
        ("told", "amount"),
        [
            ({"adds": share("10 %")}, "110 000"),
            ({"cuts": share("10 %")}, "90 000"),
            ({"adds": eur("5 000.50")}, "105 000.50"),
            ({"cuts": eur("5 000")}, "95 000"),
            ({"cuts": eur("500 000")}, "0"),
            ({"sets": eur("123")}, "123"),
            ({}, "100 000"),
        ],
    )
    def test_add_cut_set_or_leave(self, told, amount):
        assert worked("edpb-04-2022", moved(factor("c", **told))).amount == eur(amount)

    def test_percentages_are_of_the_starting_amount_and_added_not_compounded(self):
        given = moved(factor("c", adds=share("20 %")), factor("e", adds=share("20 %")))
        found = worked("edpb-04-2022", given)
        assert found.amount == eur("140 000")
        assert "each percentage is taken of the starting amount" in found.warnings[0]

    def test_both_ends_of_a_range_move(self):
        one = infringement(circumstances=(factor("c", cuts=share("50 %")),))
        assert str(worked("edpb-04-2022", fine(one)).sums) == "EUR 7 500..100 000"

    def test_the_ends_stay_in_order_when_cuts_exceed_the_start(self):
        told = (
            factor("c", adds=eur("50 000")),
            factor("d", cuts=share("60 %")),
            factor("e", cuts=share("60 %")),
        )
        assert str(worked("edpb-04-2022", fine(infringement(circumstances=told))).sums) == (
            "EUR 10 000..47 000"
        )

    def test_one_that_was_only_weighed_is_told(self):
        step = worked("edpb-04-2022", moved(factor("j"))).about("circumstances")[0]
        assert step.text.endswith("weighed, and left at EUR 100 000")

    def test_a_sum_above_the_maximum_is_cut_by_it(self):
        found = worked("edpb-04-2022", moved(factor("k", adds=eur("10 000 000"))))
        assert found.amount == eur("10 000 000")
        assert found.bound_by == ("c: EUR 10 000 000 (GDPR 83(4))",)
        assert found.about("maximum")[0].binds

    def test_two_movements_in_one_are_no_circumstance(self):
        with pytest.raises(ValueError, match="either adds, cuts or sets"):
            factor("c", adds=share("10 %"), cuts=share("10 %"))
        with pytest.raises(ValueError, match="less than nothing"):
            factor("c", cuts=share("101 %"))


class TestEachOnce:
    def test_the_same_factor_twice_is_refused(self):
        (defect,) = refused("edpb-04-2022", moved(factor("c"), factor("c")))
        assert (defect.rule, defect.asked) == ("once", "GDPR 83(2)(c)")
        assert defect.label == "AP-CLEARVIEW 214 (decision)"

    @pytest.mark.parametrize("letter", ["a", "b", "g"])
    def test_what_made_the_seriousness_does_not_count_again(self, letter):
        (defect,) = refused("edpb-04-2022", moved(factor(letter, adds=share("10 %"))))
        assert "was counted in the seriousness already" in defect.message

    def test_any_other_factor_may_be_several_circumstances(self):
        gain, loss = factor("k", what="gain made"), factor("k", what="loss avoided")
        assert worked("edpb-04-2022", moved(gain, loss)).amount == eur("100 000")
        assert rules("edpb-04-2022", moved(gain, gain)) == ["once"]

    def test_the_dutch_policy_moves_the_basic_fine_by_seriousness_too(self):
        one = infringement(circumstances=(factor("a", adds=eur("75 000")),))
        assert worked("nl-2019", fine(one, day=date(2020, 1, 1))).amount == eur("385 000")

    def test_a_rule_from_memory_only_warns(self):
        one = infringement("UK-GDPR 32", circumstances=(factor("c"), factor("c")))
        found = worked("ico-2024", fine(one, turnover=of(gbp("30 000 000"))))
        assert any("is counted twice" in text for text in found.warnings)
        assert found.label == "ICO-FG steps 1-3 (guideline, memory)"

    def test_an_unknown_factor_is_refused_with_those_there_are(self):
        (defect,) = refused("edpb-04-2022", moved(factor("z")))
        assert defect.rule == "circumstance"
        assert "GDPR 83(2)(k)" in defect.limit

    def test_a_factor_that_no_text_tells_is_marked(self):
        told = Circumstance(factor="unknown", adds=eur("1"), because="Raised")
        found = worked("edpb-04-2022", moved(told, told))
        assert found.amount == eur("100 002")
        assert found.warnings == ("c: the text does not tell which factor moved the sum",)

    def test_without_a_reason_it_is_refused(self):
        assert rules("edpb-04-2022", moved(factor("c", because=""))) == ["reason"]

    def test_it_may_be_kept_for_one_method(self):
        given = moved(factor("c", adds=share("10 %"), only="ico-2024"))
        assert worked("edpb-04-2022", given).amount == eur("100 000")


class TestHardship:
    def given(self, **told):
        return moved(hardship=Hardship(because="It would close", **told))

    @pytest.mark.parametrize(
        ("told", "amount"),
        [
            ({"cuts": share("90 %")}, "10 000"),
            ({"cuts": eur("30 000")}, "70 000"),
            ({"sets": eur("1")}, "1"),
        ],
    )
    def test_lowers_the_sum_and_is_from_memory_under_the_guidelines(self, told, amount):
        found = worked("edpb-04-2022", self.given(**told))
        assert found.amount == eur(amount)
        assert found.label.endswith("memory)")

    def test_never_raises_it(self):
        (defect,) = refused("edpb-04-2022", self.given(sets=eur("100 001")))
        assert (defect.rule, defect.limit) == ("hardship", "EUR 100 000")

    def test_is_either_a_cut_or_a_sum(self):
        with pytest.raises(ValueError, match="either cuts"):
            Hardship(because="none")
        with pytest.raises(ValueError, match="less than nothing"):
            Hardship(cuts=share("200 %"), because="too much")

    def test_is_no_step_of_the_german_concept(self):
        given = fine(
            infringement(), day=date(2020, 1, 1), hardship=Hardship(sets=eur("1"), because="Poor")
        )
        found = worked("dsk-2019", given)
        assert "hardship is not used: the method has no such step" in found.warnings

    def test_of_another_method_is_left_alone(self):
        given = moved(hardship=Hardship(sets=eur("1"), because="Poor", only="ico-2024"))
        assert worked("edpb-04-2022", given).amount == eur("100 000")

    def test_in_a_currency_without_a_rate_is_refused(self):
        assert rules("edpb-04-2022", self.given(sets=gbp("1"))) == ["currency"]
        assert rules("edpb-04-2022", self.given(cuts=gbp("1"))) == ["currency"]
        assert rules("edpb-04-2022", moved(factor("c", sets=gbp("1")))) == ["currency"]
        assert rules("edpb-04-2022", moved(factor("c", adds=gbp("1")))) == ["currency"]
