"""`showcause fine`: the page, the side by side, the JSON and the exit status."""

import json

import pytest

from domain.errors import NotationError
from showcause.cli.commands.fine import Told, figured
from tests.domain.methods.cases import CASES


def file(name):
    return str(CASES / f"{name}.yaml")


def test_without_anything_the_methods_are_listed(capsys):
    assert figured() == 0
    text = capsys.readouterr().out
    assert "edpb-04-2022" in text
    assert "version 2.1, guideline, since 2023-05-24" in text


def test_they_are_listed_as_json_too(capsys):
    assert figured(json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["method"] for one in found["methods"]][:2] == ["dsk-2019", "edpb-04-2022"]


def test_a_file_is_worked_out_by_the_method_it_names(capsys):
    assert figured(file("haga")) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "EUR 385 000 becomes EUR 460 000 (Negligence) [NL-2019 6-7 (practice)]" in text
    assert "fine EUR 460 000" in text
    assert "not legal advice" in text


def test_a_range_says_that_the_choice_is_missing(capsys):
    told = Told(provision=("GDPR 32",), seriousness="medium", turnover="EUR 30 000 000")
    assert figured(method="edpb-04-2022", told=told) == 0
    text = capsys.readouterr().out
    assert "fine, as far as it is chosen  EUR 15 000..200 000" in text


def test_what_was_cut_and_what_was_marked_is_shown(capsys):
    assert figured(file("clearview-nl")) == 0
    assert "cut by" in capsys.readouterr().out
    assert figured(file("openai"), method="edpb-04-2022") == 0
    assert "MIND" in capsys.readouterr().out


def test_all_methods_stand_side_by_side_with_where_they_part(capsys):
    told = Told(provision=("GDPR 32",), seriousness="medium", turnover="EUR 30 000 000")
    assert figured(method="all", told=told) == 0
    text = capsys.readouterr().out
    for heading in ("SIDE BY SIDE", "REFUSED  ico-2024", "WHERE THEY PART"):
        assert heading in text


def test_a_refusal_is_told_with_exit_status_1(capsys):
    assert figured(method="edpb-04-2022", told=Told(provision=("GDPR 32",))) == 1
    assert "REFUSED  edpb-04-2022" in capsys.readouterr().out


def test_unknown_turnover_may_start_from_the_static_maximum(capsys):
    told = Told(provision=("GDPR 32",), seriousness="low", static_maximum="No figure was given")
    assert figured(method="edpb-04-2022", told=told) == 0
    assert "EUR 0..1 000 000" in capsys.readouterr().out


def test_as_json_sums_are_minor_units_and_every_step_is_there(capsys):
    assert figured(file("dpp-law"), json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["schema_version"], found["fine"], found["day"]) == (1, "dpp-law", "2025-04-14")
    (method,) = found["methods"]
    assert (method["currency"], method["amount"], method["maximum"]) == (
        "GBP",
        6_000_000,
        1_750_000_000,
    )
    start = next(step for step in method["steps"] if step["step"] == "starting amount")
    assert (start["number"], start["chosen"], start["kind"]) == ("3", 2_380_000, "guideline")


def test_as_json_a_refusal_names_rule_asked_limit_and_cite(capsys):
    assert figured(file("haga"), method="edpb-04-2022", json=True) == 1
    (method,) = json.loads(capsys.readouterr().out)["methods"]
    assert {defect["rule"] for defect in method["refused"]} == {"seriousness", "turnover"}


def test_a_sum_that_is_written_wrongly_is_told():
    with pytest.raises(NotationError, match="write EUR 20"):
        figured(told=Told(provision=("GDPR 32",), turnover="20 eur"))
