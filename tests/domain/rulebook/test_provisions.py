"""Provisions as they are cited: what a listed one covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.provisions import covered, covers, instrument_of


@pytest.mark.parametrize(
    ("listed", "provision"),
    [
        ("GDPR 5", "GDPR 5"),
        ("GDPR 5", "GDPR 5(1)(a)"),
        ("GDPR 12-22", "GDPR 12"),
        ("GDPR 12-22", "GDPR 22"),
        ("GDPR 12-22", "GDPR 15(1)"),
        ("GDPR 12-22", "GDPR 13-14"),
        ("GDPR 58(2)", "GDPR 58(2)(d)"),
        ("LIL 20 III", "LIL 20 III 2"),
        ("C-807/21", "C-807/21"),
    ],
)
def test_a_listed_provision_covers(listed, provision):
    assert covers(listed, provision)


@pytest.mark.parametrize(
    ("listed", "provision"),
    [
        ("GDPR 5", "GDPR 55"),
        ("GDPR 5", "LIL 5"),
        ("GDPR 12-22", "GDPR 11"),
        ("GDPR 12-22", "GDPR 23"),
        ("GDPR 12-22", "GDPR 12-23"),
        ("GDPR 12-22", "GDPR 22-12"),
        ("GDPR 41(4)", "GDPR 41"),
        ("GDPR 58(1)", "GDPR 58(10)"),
        ("GDPR 5", "GDPR"),
        ("C-807/21", "C-683/21"),
    ],
)
def test_a_listed_provision_does_not_cover(listed, provision):
    assert not covers(listed, provision)


@given(st.integers(1, 99), st.integers(1, 99), st.integers(1, 99))
def test_a_range_covers_the_articles_in_it(first, last, article):
    inside = first <= article <= last
    assert covers(f"GDPR {first}-{last}", f"GDPR {article}(1)") is inside


def test_any_of_several_is_enough():
    assert covered(("GDPR 5", "GDPR 6"), "GDPR 6(1)")
    assert not covered(("GDPR 5", "GDPR 6"), "GDPR 7")
    assert not covered((), "GDPR 7")


def test_the_instrument_is_the_first_word():
    assert instrument_of("LIL 20 III 7") == "LIL"
    assert instrument_of("model") == "model"
