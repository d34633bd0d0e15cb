"""Method files: what they must hold, and that what is shipped holds it."""

import json
from importlib.resources import files

import jsonschema
import pytest

from domain.errors import RuleNotFoundError
from domain.methods import (
    load_method,
    load_method_from,
    method_schema,
    read_method,
    shipped_methods,
)
from domain.methods.model import CategoryMethod, DailyRateMethod, ShareMethod
from domain.rulebook.documents import MalformedFileError, parse_document, to_plain
from domain.rulebook.labels import Confidence, Kind

DATA = files("domain.rulebook") / "data" / "methods"


def text_of(name):
    return (DATA / f"{name}.yaml").read_text("utf-8")


def mistakes(text):
    with pytest.raises(MalformedFileError) as caught:
        read_method(text, "m.yaml")
    return [str(one) for one in caught.value.mistakes]


def test_there_are_four_methods():
    assert shipped_methods() == ("dsk-2019", "edpb-04-2022", "ico-2024", "nl-2019")


def test_each_is_of_its_procedure():
    kinds = [type(load_method(name)) for name in shipped_methods()]
    assert kinds == [DailyRateMethod, ShareMethod, ShareMethod, CategoryMethod]


def test_an_unknown_method_is_an_error_with_those_there_are():
    with pytest.raises(RuleNotFoundError, match="there are: dsk-2019, edpb-04-2022"):
        load_method("edpb")


def test_the_shipped_schema_is_up_to_date_and_the_files_pass_it():
    shipped = json.loads((DATA / "method.schema.json").read_text("utf-8"))
    assert shipped == method_schema()
    for name in shipped_methods():
        root, _ = parse_document(text_of(name), name)
        jsonschema.validate(to_plain(root), shipped)


def test_every_row_has_a_source_and_labels():
    for name in shipped_methods():
        for version in load_method(name).versions:
            rows = [
                *getattr(version, "seriousness", ()),
                *getattr(version, "turnover_factors", ()),
                *getattr(version, "size_classes", ()),
                *getattr(version, "severity", ()),
                *getattr(version, "categories", ()),
                *getattr(version, "provisions", ()),
            ]
            assert rows
            for row in rows:
                assert row.cite
                assert row.kind in {Kind.GUIDELINE, Kind.PRACTICE}
                assert row.read_in or row.confidence is Confidence.MEMORY


def test_what_is_from_memory_stays_so():
    edpb = load_method("edpb-04-2022").versions[-1]
    memory = [str(row.factor) for row in edpb.turnover_factors if row.from_memory]
    assert memory == ["0.3..2 %"]
    dsk = load_method("dsk-2019").versions[-1]
    assert [row.name for row in dsk.size_classes if not row.from_memory] == ["D.VII"]
    read = [(str(row.for_), row.level) for row in dsk.severity if not row.from_memory]
    assert read == [("4 %", "low"), ("4 %", "very high")]


def test_a_method_of_ones_own_is_read_from_a_file(tmp_path):
    path = tmp_path / "edpb-04-2022.yaml"
    path.write_text(text_of("edpb-04-2022"), "utf-8")
    assert load_method_from(path) == load_method("edpb-04-2022")


EDPB, NL, DSK = (text_of(name) for name in ("edpb-04-2022", "nl-2019", "dsk-2019"))


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (EDPB, "up_to: EUR 10 000 000", "up_to: EUR 1 000 000", "join without gap or overlap"),
        (EDPB, "above: EUR 500 000 000", "above: EUR 400 000 000", "join without gap or overlap"),
        (EDPB, "above: EUR 500 000 000", "up_to: EUR 600 000 000", "the last has no end"),
        (EDPB, "cite: EDPB-04/2022 60-66", "cite: EDBP-04/2022 60-66", "none of the instruments"),
        (
            EDPB,
            "    kind: guideline\n    confidence: secondary\n",
            "    confidence: memory\n",
            "says its source",
        ),
        (EDPB, "until: 2023-05-23", "until: 2023-05-24", "in the order of their days"),
        (EDPB, "procedure: share of the maximum", "procedure: by dice", "procedure"),
        (EDPB, "share: 0..10 %", "share: 10..0 %", "ends below its beginning"),
        (EDPB, ", read_in: AP Clearview point 214", "", "says where it was read"),
        (NL, "basic: EUR 310 000", "basic: EUR 510 000", "lies outside its band"),
        (NL, "category: III, read_in", "category: VI, read_in", "there is no category 'VI'"),
        (DSK, "up_to: EUR 1 400 000", "up_to: EUR 700 000", "join without gap or overlap"),
    ],
)
def test_a_mistake_in_a_method_is_told_with_its_place(text, old, new, said):
    assert old in text
    found = mistakes(text.replace(old, new, 1))
    assert any(said in one and one.startswith("m.yaml:") for one in found)


def test_an_empty_table_is_refused():
    begin, end = DSK.index("    size_classes:"), DSK.index("    daily_rate:")
    text = DSK[:begin] + "    size_classes: []\n" + DSK[end:]
    assert any("the table is empty" in one for one in mistakes(text))
