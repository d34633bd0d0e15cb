"""The table derived from the guidelines, cell by cell, and the ICO's own starting points."""

import pytest

from tests.domain.methods.cases import eur, fine, gbp, infringement, of, worked

TURNOVERS = ["1 000 000", "5 000 000", "30 000 000", "75 000 000", "200 000 000", "400 000 000"]
LOWER = [
    [("0", "4 000"), ("2 000", "8 000"), ("4 000", "40 000")],
    [("0", "20 000"), ("3 000", "40 000"), ("6 000", "200 000")],
    [("0", "100 000"), ("15 000", "200 000"), ("30 000", "1 000 000")],
    [("0", "200 000"), ("80 000", "400 000"), ("160 000", "2 000 000")],
    [("0", "500 000"), ("150 000", "1 000 000"), ("300 000", "5 000 000")],
    [("0", "1 000 000"), ("400 000", "2 000 000"), ("800 000", "10 000 000")],
]
UPPER = [
    [("0", "8 000"), ("4 000", "16 000"), ("8 000", "80 000")],
    [("0", "40 000"), ("6 000", "80 000"), ("12 000", "400 000")],
    [("0", "200 000"), ("30 000", "400 000"), ("60 000", "2 000 000")],
    [("0", "400 000"), ("160 000", "800 000"), ("320 000", "4 000 000")],
    [("0", "1 000 000"), ("300 000", "2 000 000"), ("600 000", "10 000 000")],
    [("0", "2 000 000"), ("800 000", "4 000 000"), ("1 600 000", "20 000 000")],
]
STANDARD = [
    [("0", "3 480"), ("1 740", "6 960"), ("3 480", "34 800")],
    [("0", "17 400"), ("3 480", "34 800"), ("6 960", "174 000")],
    [("0", "87 000"), ("17 400", "174 000"), ("34 800", "870 000")],
    [("0", "174 000"), ("87 000", "348 000"), ("174 000", "1 740 000")],
    [("0", "435 000"), ("174 000", "870 000"), ("348 000", "4 350 000")],
    [("0", "870 000"), ("435 000", "1 740 000"), ("870 000", "8 700 000")],
]
LEVELS = ("low", "medium", "high")


def cells(table):
    return [
        (turnover, level, low, high)
        for turnover, row in zip(TURNOVERS, table, strict=True)
        for level, (low, high) in zip(LEVELS, row, strict=True)
    ]


@pytest.mark.parametrize(("turnover", "level", "low", "high"), cells(LOWER))
def test_the_lower_tier_starts_where_the_table_says(turnover, level, low, high):
    given = fine(infringement("GDPR 32", seriousness=level), turnover=of(eur(turnover)))
    sums = worked("edpb-04-2022", given).sums
    assert (sums.low, sums.high) == (eur(low), eur(high))


@pytest.mark.parametrize(("turnover", "level", "low", "high"), cells(UPPER))
def test_the_upper_tier_starts_where_the_table_says(turnover, level, low, high):
    given = fine(infringement("GDPR 6", seriousness=level), turnover=of(eur(turnover)))
    sums = worked("edpb-04-2022", given).sums
    assert (sums.low, sums.high) == (eur(low), eur(high))


@pytest.mark.parametrize(
    ("provision", "level", "low", "high"),
    [
        ("GDPR 32", "low", "0", "2 000 000"),
        ("GDPR 32", "medium", "2 000 000", "4 000 000"),
        ("GDPR 32", "high", "4 000 000", "20 000 000"),
        ("GDPR 6", "low", "0", "4 000 000"),
        ("GDPR 6", "medium", "4 000 000", "8 000 000"),
        ("GDPR 6", "high", "8 000 000", "40 000 000"),
    ],
)
def test_above_500_million_it_is_a_share_of_turnover(provision, level, low, high):
    given = fine(infringement(provision, seriousness=level), turnover=of(eur("1 000 000 000")))
    sums = worked("edpb-04-2022", given).sums
    assert (sums.low, sums.high) == (eur(low), eur(high))


@pytest.mark.parametrize(("turnover", "level", "low", "high"), cells(STANDARD))
def test_the_ico_starts_where_its_table_c_says(turnover, level, low, high):
    given = fine(infringement("UK-GDPR 32", seriousness=level), turnover=of(gbp(turnover)))
    sums = worked("ico-2024", given).sums
    assert (sums.low, sums.high) == (gbp(low), gbp(high))


def test_only_the_tier_from_2_to_10_million_is_marked_as_from_memory():
    marked = [
        turnover
        for turnover in TURNOVERS
        if worked("edpb-04-2022", fine(infringement(), turnover=of(eur(turnover)))).warnings
    ]
    assert marked == ["5 000 000"]


@pytest.mark.parametrize(
    ("turnover", "factor", "warned"),
    [
        ("2 000 000", "0.2..0.4 %", False),
        ("2 000 000.01", "0.3..2 %", True),
        ("50 000 000", "1.5..10 %", True),
        ("50 000 000.01", "8..20 %", False),
        ("500 000 000", "40..100 %", True),
        ("500 000 000.01", "no adjustment", False),
    ],
)
def test_a_bound_belongs_to_the_row_below_and_says_so_where_no_text_does(turnover, factor, warned):
    found = worked("edpb-04-2022", fine(infringement(), turnover=of(eur(turnover))))
    assert factor in found.about("turnover")[0].text
    placed = [text for text in found.warnings if "exactly at a bound" in text]
    assert bool(placed) is (warned and turnover != "2 000 000.01")


def test_both_tiers_switch_to_turnover_at_500_million():
    for provision, fixed in (("GDPR 32", "10 000 000"), ("GDPR 6", "20 000 000")):
        at = worked("edpb-04-2022", fine(infringement(provision), turnover=of(eur("500 000 000"))))
        assert at.maximum == eur(fixed)
        above = fine(infringement(provision), turnover=of(eur("500 000 050")))
        assert worked("edpb-04-2022", above).maximum > eur(fixed)


def test_the_first_version_had_single_values():
    given = fine(infringement(seriousness="high"), turnover=of(eur("30 000 000")))
    old, new = (worked("edpb-04-2022", given, version=v) for v in ("1.0", "2.1"))
    assert str(old.sums) == "EUR 40 000..200 000"
    assert str(new.sums) == "EUR 30 000..1 000 000"
    assert old.label.endswith("(guideline, memory)")
    assert new.label.endswith("(guideline)")
