"""Who is fined and on which turnover: undertakings, public bodies, what is unknown or projected."""

from datetime import date

import pytest
from attrs import evolve

from domain.amounts import Share
from domain.errors import RuleNotFoundError
from domain.methods import (
    Addressee,
    NationalMaximum,
    Turnover,
    calculate_by,
    load_method,
    version_on,
)
from domain.money import Money
from domain.rulebook.loading import changed, load_rulebook
from tests.domain.methods.cases import (
    BODY,
    STATIC,
    UNDERTAKING,
    eur,
    factor,
    fine,
    gbp,
    infringement,
    of,
    polish,
    rate,
    refused,
    rules,
    take,
    worked,
)


class TestPublicBodies:
    def test_have_the_fixed_maximum_and_no_factor(self):
        found = worked("edpb-04-2022", fine(infringement(), addressee=BODY))
        assert str(found.sums) == "EUR 1 000 000..2 000 000"
        assert "the fixed sum" in found.about("legal maximum")[0].text

    def test_one_that_acts_as_an_undertaking_is_one(self):
        acting = Addressee(kind="public body", acts_as="undertaking")
        found = worked("edpb-04-2022", fine(infringement(), addressee=acting))
        assert str(found.sums) == "EUR 15 000..200 000"

    def test_the_bands_are_applied_to_a_national_maximum(self):
        given = fine(infringement("GDPR 6"), addressee=BODY, national_maximum=polish())
        found = worked("edpb-04-2022", given)
        assert str(found.sums) == "PLN 10 000..20 000"
        assert found.maximum == Money.parse("PLN 100 000")
        assert found.about("legal maximum")[0].cite == "PL 102(1)"

    @pytest.mark.parametrize(
        ("law", "most", "sums", "cite"),
        [
            ("ie", "EUR 1 000 000", "EUR 100 000..200 000", "DPA-IE 141"),
            ("pl", "PLN 100 000", "PLN 10 000..20 000", "PL-ACT 102(1)"),
        ],
    )
    def test_have_the_maximum_that_their_law_has_for_them(self, law, most, sums, cite):
        # medium seriousness is 10 to 20 % of the maximum
        given = fine(infringement("GDPR 5"), addressee=BODY, law=law, day=date(2025, 3, 1))
        found = worked("edpb-04-2022", given)
        assert (str(found.maximum), str(found.sums)) == (most, sums)
        assert found.about("legal maximum")[0].cite == cite

    def test_nobody_else_has_it(self):
        for who in (UNDERTAKING, Addressee(kind="public body", acts_as="undertaking")):
            given = fine(infringement("GDPR 5"), addressee=who, law="ie", day=date(2025, 3, 1))
            assert worked("edpb-04-2022", given).maximum == eur("20 000 000")

    def test_a_maximum_in_zloty_caps_bands_in_euro_at_a_dated_rate_alone(self):
        given = fine(infringement("GDPR 5"), addressee=BODY, law="pl", day=date(2025, 3, 1))
        assert "currency" in rules("nl-2019", given)

    def test_nothing_goes_above_the_national_maximum(self):
        one = infringement(choices=(take("effectiveness", Money.parse("PLN 100 001")),))
        (defect,) = refused("edpb-04-2022", fine(one, addressee=BODY, national_maximum=polish()))
        assert (defect.rule, defect.limit, defect.cite) == ("maximum", "PLN 100 000", "PL 102(1)")

    def test_a_national_maximum_says_why_it_applies(self):
        told = NationalMaximum(amount=eur("1 000 000"), cite="DPA-IE 141", because=" ")
        assert rules("edpb-04-2022", fine(infringement(), national_maximum=told)) == ["reason"]

    def test_the_french_state_cannot_be_fined(self):
        state = Addressee(kind="state")
        (defect,) = refused(
            "edpb-04-2022", fine(infringement(), addressee=state), law=load_rulebook("fr")
        )
        assert (defect.rule, defect.cite) == ("addressee", "LIL 20 III 7")

    def test_the_german_concept_is_for_undertakings_alone(self):
        assert "addressee" in rules("dsk-2019", fine(infringement(), addressee=BODY))


class TestUnknownTurnover:
    @pytest.mark.parametrize("told", [None, of("unknown")])
    def test_is_not_zero_and_starts_nowhere_unless_that_is_chosen(self, told):
        (defect,) = refused("edpb-04-2022", fine(infringement(), turnover=told))
        assert (defect.rule, defect.asked, defect.limit) == (
            "turnover",
            "unknown",
            "static maximum",
        )

    def test_starts_from_the_static_maximum_by_choice_labelled_as_practice(self):
        found = worked("edpb-04-2022", fine(infringement(), turnover=STATIC))
        assert str(found.sums) == "EUR 1 000 000..2 000 000"
        step = found.about("turnover")[0]
        assert (step.kind, step.label) == ("practice", "AP-CLEARVIEW 210 (practice)")

    def test_that_choice_needs_its_reason(self):
        silent = Turnover(amount="unknown", start_from="static maximum")
        assert rules("edpb-04-2022", fine(infringement(), turnover=silent)) == ["reason"]

    @pytest.mark.parametrize("method", ["ico-2024", "dsk-2019"])
    def test_other_methods_need_the_turnover(self, method):
        one = infringement("UK-GDPR 32")
        assert rules(method, fine(one, turnover=STATIC)) == ["turnover"]

    def test_the_dutch_policy_does_without(self):
        given = fine(infringement(), turnover=of("unknown"), day=date(2020, 1, 1))
        assert worked("nl-2019", given).amount == eur("310 000")


class TestWhichTurnover:
    @pytest.mark.parametrize("basis", ["projected", "more recent"])
    def test_only_the_ico_uses_one_that_is_not_of_the_preceding_year(self, basis):
        british = fine(infringement("UK-GDPR 32"), turnover=of(gbp("30 000 000"), basis=basis))
        assert str(worked("ico-2024", british).sums) == "GBP 17 400..174 000"
        (defect,) = refused(
            "edpb-04-2022", fine(infringement(), turnover=of(eur("1"), basis=basis))
        )
        assert (defect.rule, defect.asked, defect.limit) == ("turnover", basis, "preceding year")

    def test_an_older_year_is_marked(self):
        told = of(eur("30 000 000"), year="2021")
        found = worked("edpb-04-2022", fine(infringement(), turnover=told))
        text = "the turnover is of 2021, not of the last year before the decision, 2023"
        assert found.warnings == (text,)

    def test_a_year_that_is_not_over_is_refused(self):
        assert rules("edpb-04-2022", fine(infringement(), turnover=of(eur("1"), year="2024"))) == [
            "turnover"
        ]

    def test_a_projected_one_may_be_of_any_year(self):
        told = of(gbp("30 000 000"), year="2025", basis="projected")
        assert worked("ico-2024", fine(infringement("UK-GDPR 32"), turnover=told)).warnings == ()

    def test_a_financial_year_over_two_is_taken_as_told(self):
        told = of(eur("30 000 000"), year="2022/2023")
        assert worked("edpb-04-2022", fine(infringement(), turnover=told)).warnings == ()

    def test_in_another_currency_it_needs_a_dated_rate(self):
        zloty = of(Money.parse("PLN 100 000 000"))
        assert "currency" in rules("edpb-04-2022", fine(infringement(), turnover=zloty))
        rates = (rate("EUR", "PLN", "4.5"),)
        found = worked("edpb-04-2022", fine(infringement(), turnover=zloty, rates=rates))
        assert "turnover of EUR 22 222 222.22" in found.about("turnover")[0].text


class TestVersions:
    def test_the_version_is_that_of_the_day(self):
        method = load_method("edpb-04-2022")
        assert version_on(method, date(2023, 5, 23)).version == "1.0"
        assert version_on(method, date(2023, 5, 24)).version == "2.1"

    def test_outside_its_time_a_method_is_marked(self):
        found = worked("nl-2019", fine(infringement()))
        assert "(in force 2019-03-15 to 2023-05-23) is applied to 2024-06-01" in found.warnings[0]
        early = worked(
            "ico-2024",
            fine(infringement("UK-GDPR 32"), turnover=of(gbp("1")), day=date(2020, 1, 1)),
        )
        assert "(in force 2024-03-18 to today) is applied to 2020-01-01" in early.warnings[0]

    def test_a_version_that_does_not_exist_is_an_error_with_those_there_are(self):
        with pytest.raises(RuleNotFoundError, match=r"there are: 1\.0, 2\.1"):
            worked("edpb-04-2022", fine(infringement()), version="3.0")


class TestDutchCategories:
    def given(self, *provisions, **more):
        return fine(infringement(*provisions, **more), day=date(2020, 1, 1))

    def test_the_annex_gives_the_category(self):
        assert worked("nl-2019", self.given("GDPR 13(1)(e)")).amount == eur("525 000")

    def test_where_it_is_not_known_here_it_has_to_be_told(self):
        assert rules("nl-2019", self.given("GDPR 9")) == ["category"]
        assert worked("nl-2019", self.given("GDPR 9", category="IV")).amount == eur("725 000")

    def test_one_that_is_not_known_beside_one_that_is_warns(self):
        found = worked("nl-2019", self.given("GDPR 32", "GDPR 9"))
        assert found.amount == eur("310 000")
        assert "c: the category of GDPR 9 is not known here" in found.warnings

    def test_two_categories_at_once_have_to_be_decided(self):
        assert rules("nl-2019", self.given("GDPR 13", "GDPR 32")) == ["category"]
        found = worked("nl-2019", self.given("GDPR 13", "GDPR 32", category="III"))
        assert found.amount == eur("525 000")

    def test_another_than_that_of_the_annex_is_refused(self):
        (defect,) = refused("nl-2019", self.given("GDPR 32", category="IV"))
        assert (defect.rule, defect.asked, defect.limit) == ("category", "IV", "II")

    def test_a_category_that_does_not_exist_is_refused(self):
        assert rules("nl-2019", self.given("GDPR 9", category="V")) == ["category"]

    def test_outside_the_band_without_a_reason_is_refused(self):
        one = {"circumstances": (factor("a", adds=eur("190 001")),)}
        (defect,) = refused("nl-2019", self.given("GDPR 32", **one))
        assert (defect.rule, defect.asked, defect.limit) == (
            "band",
            "EUR 500 001",
            "EUR 120 000..500 000",
        )

    @pytest.mark.parametrize(("amount", "where"), [("119 999", "below"), ("500 001", "above")])
    def test_outside_it_with_a_reason_stands(self, amount, where):
        found = worked("nl-2019", self.given("GDPR 32", choices=(take("band", eur(amount)),)))
        assert found.amount == eur(amount)
        assert f"is {where} the band" in found.about("band")[0].text

    def test_leaving_a_band_for_a_sum_within_it_is_refused(self):
        given = self.given("GDPR 32", choices=(take("band", eur("120 000")),))
        assert rules("nl-2019", given) == ["band"]

    def test_a_sum_outside_it_is_a_sum(self):
        given = self.given("GDPR 32", choices=(take("band", Share(1, 2)),))
        assert rules("nl-2019", given) == ["choice"]


class TestAnotherLaw:
    def test_maxima_of_the_law_that_is_given_count(self):
        law = changed(load_rulebook("eu-gdpr"), "maxima.lower.fixed", "EUR 500 000")
        found = worked("edpb-04-2022", fine(infringement()), law=law)
        assert found.maximum == eur("600 000")
        text = found.about("turnover")[0].text
        assert text == "the maximum is a share of turnover already"

    def test_the_lower_of_two_where_the_law_says_so(self):
        law = changed(load_rulebook("eu-gdpr"), "maxima.lower.rule", "lower")
        assert worked("edpb-04-2022", fine(infringement()), law=law).maximum == eur("600 000")

    def test_a_law_without_maxima_in_the_currency_leaves_those_of_the_method(self):
        given = fine(infringement("UK-GDPR 32"), turnover=of(gbp("30 000 000")))
        found = worked("ico-2024", given, law=load_rulebook("fr"))
        assert found.maximum == gbp("8 700 000")

    def test_the_input_may_name_its_law(self):
        assert worked("edpb-04-2022", fine(infringement(), law="it")).maximum == eur("10 000 000")

    def test_a_maximum_from_memory_only_warns(self):
        law = changed(load_rulebook("eu-gdpr"), "maxima.lower.confidence", "memory")
        one = infringement(choices=(take("effectiveness", eur("10 000 001")),))
        found = worked("edpb-04-2022", fine(one), law=law)
        assert found.amount == eur("10 000 001")
        assert any("is above the maximum of EUR 10 000 000" in text for text in found.warnings)

    def test_without_a_joint_maximum_fines_of_one_conduct_are_only_added(self):
        method = evolve(load_method("ico-2024"), joint_maximum=None)
        one = infringement("UK-GDPR 32", choices=(take("effectiveness", gbp("8 700 000")),))
        given = fine(one, one, turnover=of(gbp("30 000 000")))
        found = calculate_by(method, given)
        assert found.sums.single == gbp("17 400 000") == found.maximum
        assert "c: no joint maximum is known here; the fines are added" in found.warnings

    def test_a_bound_may_belong_to_the_row_above(self):
        method = load_method("edpb-04-2022")
        bound = evolve(method.versions[-1].turnover_bound, bound="included above", read_for=())
        versions = (evolve(method.versions[-1], turnover_bound=bound),)
        given = fine(infringement(), turnover=of(eur("10 000 000")))
        found = calculate_by(evolve(method, versions=versions), given)
        assert "times 1.5..10 %" in found.about("turnover")[0].text
        assert "was placed in the row above it (model)" in found.warnings[0]


class TestATurnover:
    def test_below_zero_is_refused(self):
        (defect,) = refused("edpb-04-2022", fine(infringement(), turnover=of(eur("-5"))))
        assert (defect.rule, defect.asked) == ("turnover", "EUR -5")


class TestTheUnitedKingdom:
    def test_is_spelled_alike_by_the_method_and_the_rulebook(self):
        one = infringement("UK-GDPR 5")
        given = fine(one, law="gb", turnover=of(gbp("30 000 000")), day=date(2025, 5, 1))
        assert worked("ico-2024", given).maximum == gbp("17 500 000")
