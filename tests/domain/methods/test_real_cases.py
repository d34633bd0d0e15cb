"""Figures of real proceedings whose steps are told, and what follows from the rule elsewhere."""

from datetime import date

import pytest

from domain.methods import Conduct, Hardship, Multiple
from domain.money import Money
from tests.domain.methods.cases import (
    case,
    eur,
    factor,
    fine,
    gbp,
    infringement,
    of,
    rate,
    refused,
    share,
    take,
    worked,
)


class TestHaga:
    def test_310_000_and_twice_75_000_are_460_000(self):
        found = worked("nl-2019", case("haga"))
        assert found.amount == eur("460 000")
        assert [s.chosen for s in found.about("circumstances")] == [eur("385 000"), eur("460 000")]

    def test_the_maximum_of_a_hospital_with_unknown_turnover_is_the_fixed_sum(self):
        assert worked("nl-2019", case("haga")).maximum == eur("10 000 000")


class TestForeignAffairs:
    def test_security_is_465_000_and_information_100_000_below_its_band(self):
        found = worked("nl-2019", case("foreign-affairs"))
        assert [s.chosen for s in found.about("maximum")] == [eur("465 000"), eur("100 000")]
        assert found.amount == eur("565 000")
        below = found.about("band")[1]
        assert below.text == "EUR 100 000 is below the band EUR 300 000..750 000"
        assert below.because == "The basic fine would not be proportionate"

    def test_the_basic_fines_stand_in_their_bands(self):
        found = worked("nl-2019", case("foreign-affairs"))
        starts = [(s.low, s.chosen, s.high) for s in found.about("starting amount")]
        assert starts == [
            (eur("120 000"), eur("310 000"), eur("500 000")),
            (eur("300 000"), eur("525 000"), eur("750 000")),
        ]


class TestDppLaw:
    def test_the_fixed_maximum_binds_because_4_percent_is_lower(self):
        found = worked("ico-2024", case("dpp-law"))
        assert found.maximum == gbp("17 500 000")
        assert "4 % of GBP 3 486 494 is GBP 139 459.76" in found.about("legal maximum")[0].text

    def test_17_percent_times_0_8_percent_start_at_23_800(self):
        (start,) = worked("ico-2024", case("dpp-law")).about("starting amount")
        assert start.chosen == gbp("23 800")
        assert start.text == "GBP 17 500 000 x 17 % x 0.8 % = GBP 23 800"

    def test_the_last_step_more_than_doubles_it(self):
        found = worked("ico-2024", case("dpp-law"))
        assert found.amount == gbp("60 000")
        assert found.about("effectiveness")[0].text == "GBP 23 800 raised to GBP 60 000"


class TestMarriott:
    """The steps are told; the turnover is not, and the one here is the test's own."""

    def test_28_million_less_20_percent_less_4_million(self):
        one = infringement(
            "UK-GDPR 32",
            "UK-GDPR 5",
            seriousness="high",
            choices=(take("starting amount", gbp("28 000 000")),),
            circumstances=(factor("c", cuts=share("20 %")),),
        )
        given = fine(
            one,
            turnover=of(gbp("1 000 000 000")),
            hardship=Hardship(cuts=gbp("4 000 000"), because="The pandemic"),
        )
        found = worked("ico-2024", given)
        assert [s.chosen for s in found.steps if s.chosen is not None] == [
            gbp("28 000 000"),
            gbp("22 400 000"),
            gbp("22 400 000"),
            gbp("18 400 000"),
        ]


class TestOpenAi:
    def test_three_conducts_add_up_to_15_million(self):
        found = worked("edpb-04-2022", case("openai"))
        assert [s.chosen for s in found.about("effectiveness")] == [
            eur("9 000 000"),
            eur("320 000"),
            eur("5 680 000"),
        ]
        assert found.amount == eur("15 000 000")

    def test_4_percent_of_its_turnover(self):
        text = worked("edpb-04-2022", case("openai")).about("legal maximum")[0].text
        assert "4 % of EUR 948 487 890 is EUR 37 939 515.60" in text

    def test_article_24_is_in_no_list_and_adds_nothing(self):
        warnings = worked("edpb-04-2022", case("openai")).warnings
        assert "training: GDPR 24 is in no list of maxima and adds nothing" in warnings


class TestClearviewInTheNetherlands:
    def test_linked_violations_share_a_maximum_and_access_has_its_own(self):
        found = worked("edpb-04-2022", case("clearview-nl"))
        assert found.amount == eur("30 500 000")
        assert found.maximum == eur("40 000 000")
        assert found.bound_by == ("faceprints: EUR 20 000 000 (GDPR 83(3))",)

    def test_unknown_turnover_starts_from_the_static_maximum_as_practice(self):
        step = worked("edpb-04-2022", case("clearview-nl")).about("turnover")[0]
        assert (step.kind, step.cite) == ("practice", "AP-CLEARVIEW 210")


class TestWhatsApp:
    def test_four_fines_of_one_conduct_are_added_under_the_gravest(self):
        sums = {"GDPR 5(1)(a)": "90", "GDPR 12": "30", "GDPR 13": "30", "GDPR 14": "75"}
        given = fine(
            *(
                infringement(
                    provision,
                    seriousness="high",
                    choices=(take("effectiveness", eur(f"{amount} 000 000")),),
                )
                for provision, amount in sums.items()
            ),
            turnover=of(eur("70 000 000 000")),
        )
        assert worked("edpb-04-2022", given).amount == eur("225 000 000")


class TestEinsUndEins:
    @pytest.mark.parametrize(
        ("turnover", "most"),
        [("3 630 000 000", "72 600 000"), ("3 663 000 000", "73 260 000")],
    )
    def test_2_percent_of_the_turnover_that_each_body_relied_on(self, turnover, most):
        given = fine(
            infringement("GDPR 32(1)"),
            day=date(2019, 11, 27),
            turnover=of(eur(turnover), year="2018"),
        )
        assert worked("dsk-2019", given).maximum == eur(most)

    def test_the_year_of_the_judgment_does_not_count(self):
        given = fine(
            infringement("GDPR 32(1)"),
            day=date(2019, 11, 27),
            turnover=of(eur("3 760 000 000"), year="2019"),
        )
        (defect,) = refused("dsk-2019", given)
        assert (defect.rule, defect.asked, defect.limit) == ("turnover", "2019", "2018")


class TestAsiakastieto:
    def test_the_fixed_maximum_is_above_4_percent(self):
        found = worked("edpb-04-2022", case("asiakastieto"), version="2.1")
        assert found.maximum == eur("20 000 000")
        assert "is EUR 2 620 000, so EUR 20 000 000" in found.about("legal maximum")[0].text

    def test_its_sum_lies_in_the_medium_band_of_the_later_version(self):
        start = worked("edpb-04-2022", case("asiakastieto"), version="2.1").about("starting amount")
        assert "EUR 160 000..800 000; EUR 440 000 taken" in start[0].text


class TestVirginMobile:
    def test_460_000_euros_are_1_968_524_zloty(self):
        found = worked("edpb-04-2022", case("virgin"))
        assert found.amount == Money.parse("PLN 1 968 524")
        assert "EUR 1 = PLN 4.2794 on 2020-01-28" in found.about("conversion")[0].text

    def test_350_000_euros_are_1_599_395_zloty(self):
        second = rate("EUR", "PLN", "4.5697", date(2022, 1, 28))
        assert second.convert(eur("350 000")) == Money.parse("PLN 1 599 395")

    def test_its_turnover_in_euro_is_two_cents_below_what_the_text_says(self):
        # stated: EUR 20 915 623.80; the rule wins
        second = rate("EUR", "PLN", "4.5697", date(2022, 1, 28))
        assert second.convert(Money.parse("PLN 95 578 126")) == eur("20 915 623.78")


class TestGermanDailyRates:
    @pytest.mark.parametrize(
        ("turnover", "daily"),
        [
            ("700 000", "972"),
            ("1 000 000", "2 917"),
            ("5 000 000", "9 722"),
            ("10 000 000", "24 306"),
            ("100 000 000", "243 056"),
            ("720 000 000", "2 000 000"),
        ],
    )
    def test_as_published_and_above_500_million_of_the_turnover_itself(self, turnover, daily):
        given = fine(infringement("GDPR 6"), day=date(2020, 1, 1), turnover=of(eur(turnover)))
        step = worked("dsk-2019", given).about("turnover")[0]
        assert step.low == eur(daily)

    def test_14_4_daily_rates_are_4_percent(self):
        one = infringement(
            "GDPR 6", seriousness="very high", choices=(take("seriousness", Multiple(144, 10)),)
        )
        given = fine(one, day=date(2020, 1, 1), turnover=of(eur("720 000 000")))
        found = worked("dsk-2019", given)
        assert found.amount == eur("28 800 000") == found.maximum


class TestTwoFinesOfVivus:
    def test_both_lie_where_the_guidelines_put_a_medium_seriousness(self):
        # how the authority came to its sums is not told: only that they are no strangers there
        given = fine(
            conducts=(
                (
                    "confidentiality",
                    Conduct(
                        infringements=(
                            (
                                "data",
                                infringement(
                                    "GDPR 5(1)(f)",
                                    choices=(take("starting amount", eur("200 000")),),
                                ),
                            ),
                        )
                    ),
                ),
                (
                    "security",
                    Conduct(
                        infringements=(
                            (
                                "system",
                                infringement(choices=(take("starting amount", eur("400 000")),)),
                            ),
                        )
                    ),
                ),
            ),
            turnover=of(eur("66 551 000"), year="2022"),
            day=date(2024, 4, 8),
        )
        assert worked("edpb-04-2022", given).amount == eur("600 000")
