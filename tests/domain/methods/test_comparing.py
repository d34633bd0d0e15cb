"""Methods side by side, and the steps at which they part."""

from datetime import date

from domain.methods import compare, shipped_methods
from tests.domain.methods.cases import case, eur, factor, fine, infringement, rate, share

RATES = (rate("EUR", "GBP", "0.85"),)
GIVEN = fine(
    infringement(circumstances=(factor("f", cuts=share("10 %")),)),
    day=date(2023, 5, 1),
    rates=RATES,
    currency="EUR",
)


def test_each_method_answers_in_the_currency_of_the_fine():
    found = compare(shipped_methods(), GIVEN)
    assert {one.method: str(one.sums) for one in found.calculations} == {
        "dsk-2019": "EUR 137 500.20..275 000.40",
        "edpb-04-2022": "EUR 18 000..36 000",
        "ico-2024": "EUR 18 423.53..184 235.29",
        "nl-2019": "EUR 279 000",
    }


def test_they_part_where_their_texts_differ_and_not_where_they_only_carry_on():
    found = compare(shipped_methods(), GIVEN)
    assert [one.key for one in found.partings] == [
        "legal maximum",
        "seriousness",
        "turnover",
        "starting amount",
        "band",
        "conversion",
    ]


def test_a_parting_says_why_and_what_each_method_does():
    found = compare(["edpb-04-2022", "nl-2019"], GIVEN)
    turnover = next(one for one in found.partings if one.key == "turnover")
    assert dict(turnover.says)["nl-2019"] == ""
    assert str(turnover).startswith(
        "turnover (c): the size of the undertaking counts otherwise, or not at all: edpb-04-2022: "
        "turnover of EUR 30 000 000"
    )
    assert str(turnover).endswith("nl-2019: no such step")


def test_the_two_guidelines_part_at_the_law_the_factor_and_the_currency():
    partings = compare(["edpb-04-2022", "ico-2024"], GIVEN).partings
    assert "band" not in [one.key for one in partings]


def test_the_older_british_table_has_no_overlap_with_the_union_table_at_the_low_end():
    given = fine(infringement("GDPR 32", seriousness="high"), rates=RATES)
    union, british = compare(["edpb-04-2022", "ico-2024"], given).calculations
    assert union.sums.low == eur("30 000")
    assert str(british.sums.low) == "GBP 34 800"


def test_one_that_refuses_stands_among_them_with_its_reasons():
    found = compare(shipped_methods(), case("foreign-affairs"))
    assert [one.method for one in found.calculations] == ["nl-2019"]
    assert [one.method for one in found.refusals] == ["dsk-2019", "edpb-04-2022", "ico-2024"]
    assert found.partings == ()
    assert str(found.refusals[0]).startswith("dsk-2019: the method is for undertaking")


def test_articles_are_read_as_those_of_the_other_act_and_that_is_marked():
    (found,) = compare(["ico-2024"], GIVEN).calculations
    text = "GDPR is read as UK-GDPR, whose articles have the same numbers (model)"
    assert text in found.warnings
