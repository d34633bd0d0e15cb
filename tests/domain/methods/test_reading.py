"""Files that tell a method what to work with: strict, and all mistakes at once with their place."""

from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.methods import Addressee, fine_schema, load_fine, read_fine
from domain.rulebook.documents import MalformedFileError, parse_document, to_plain
from tests.domain.methods.cases import CASES, case, eur, worked

GOOD = """\
fine: example
day: 2024-06-01
addressee: undertaking
turnover: EUR 30 000 000
conducts:
  shop:
    infringements:
      security:
        provisions: GDPR 32
        seriousness: medium
        choices:
          - {step: seriousness, take: 17 %, because: Large}
"""


def mistakes(text):
    with pytest.raises(MalformedFileError) as caught:
        read_fine(text, "f.yaml")
    return [str(one) for one in caught.value.mistakes]


def test_a_file_is_read_with_its_shorthands():
    fine = read_fine(GOOD, "f.yaml")
    assert fine.addressee == Addressee(kind="undertaking")
    assert fine.turnover.amount == eur("30 000 000")
    ((name, conduct),) = fine.conducts
    assert (name, conduct.infringements[0][0]) == ("shop", "security")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("day: 2024-06-01", "day: 1.6.2024", "f.yaml:2:6: day:"),
        (
            "undertaking",
            "company",
            "f.yaml:3:12: addressee: 'company' is no addressee; known: undertaking",
        ),
        ("EUR 30 000 000", "EUR 30,000,000", "f.yaml:4:11: turnover:"),
        ("medium", "grave", "f.yaml:10:22: conducts.shop.infringements.security.seriousness:"),
        ("17 %", "17%", "f.yaml:12:39: conducts.shop.infringements.security.choices.1.take:"),
        ("step: seriousness", "step: gravity", "f.yaml:12:20:"),
        (", because: Large", "", "the key 'because' is missing"),
        ("provisions", "provision", "did you mean 'provisions'?"),
        ("because: Large", "because: Large, only: edpb", "there is no method 'edpb'"),
        ("fine: example", "fine: example\nmethod: edbp-04-2022", "did you mean 'edpb-04-2022'?"),
        ("conducts:\n", "hardship: {because: Poor}\nconducts:\n", "either cuts the sum or sets it"),
    ],
)
def test_a_mistake_is_told_with_line_column_and_advice(old, new, said):
    assert old in GOOD
    (found,) = mistakes(GOOD.replace(old, new, 1))
    assert said in found


def test_all_mistakes_are_told_at_once():
    text = GOOD.replace("2024-06-01", "soon").replace("medium", "grave").replace("17 %", "17%")
    assert len(mistakes(text)) == 3


def test_a_conduct_without_infringements_is_refused():
    text = GOOD[: GOOD.index("    infringements")] + "    infringements: {}\n"
    assert "a conduct has at least one infringement" in mistakes(text)[0]


def test_a_fine_without_conducts_is_refused():
    text = GOOD[: GOOD.index("conducts:")] + "conducts: {}\n"
    assert "a fine is for at least one conduct" in mistakes(text)[0]


def test_a_static_start_is_only_for_an_unknown_turnover():
    told = "turnover: {amount: EUR 5, start_from: static maximum}"
    found = mistakes(GOOD.replace("turnover: EUR 30 000 000", told))
    assert "only an unknown turnover" in found[0]


def test_a_concurrence_names_infringements_of_its_conduct():
    told = """\
    concurrence: {applies: security, excludes: [theft, security], principle: specialty, because: x}
    infringements:
"""
    found = " ".join(mistakes(GOOD.replace("    infringements:\n", told)))
    assert "there is no infringement 'theft' in this conduct" in found
    assert "'security' cannot exclude itself" in found


def test_for_a_whole_conduct_only_the_last_step_is_chosen():
    told = """\
    choices: [{step: turnover, take: 1 %, because: x}]
    infringements:
"""
    (found,) = mistakes(GOOD.replace("    infringements:\n", told))
    assert "only 'effectiveness' is chosen" in found


def test_circumstances_and_hardship_kept_for_a_method_name_one_there_is():
    text = GOOD.replace(
        "        choices:",
        "        circumstances: [{factor: unknown, because: x, only: nl-2018}]\n        choices:",
    ).replace("conducts:\n", "hardship: {sets: EUR 1, because: x, only: ico}\nconducts:\n")
    assert ["there is no method" in one for one in mistakes(text)] == [True, True]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_case_is_read_and_passes_the_schema(path):
    assert load_fine(path).fine == path.stem == case(path.stem).fine
    root, _ = parse_document(path.read_text("utf-8"), path.name)
    jsonschema.validate(to_plain(root), fine_schema())


def test_a_file_of_bytes_that_are_no_text_is_a_mistake(tmp_path: Path):
    file = tmp_path / "f.yaml"
    file.write_bytes(b"fine: \xff\n")
    with pytest.raises(MalformedFileError, match="no UTF-8"):
        load_fine(file)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 12), st.text(max_size=6))
def test_however_broken_it_is_read_or_refused_with_places(at, cut, put):
    text = GOOD[:at] + put + GOOD[at + cut :]
    with suppress(MalformedFileError):
        read_fine(text, "f.yaml")


def test_the_example_of_the_reference_is_worked_out_as_it_stands():
    page = (Path(__file__).parents[3] / "docs" / "reference" / "fine-methods.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    fine = read_fine(example, "shop.yaml")
    assert str(worked(fine.method, fine).sums) == "PLN 471 452.40"
