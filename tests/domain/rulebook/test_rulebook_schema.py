"""The schema that editors read is the one that the loader's classes give."""

import json
from importlib.resources import files

import jsonschema
import pytest

from domain.rulebook.documents import parse_document, to_plain
from domain.rulebook.loading import rulebook_schema, shipped

SHIPPED = files("domain.rulebook") / "data" / "rulebook.schema.json"


def test_the_shipped_schema_is_up_to_date():
    assert json.loads(SHIPPED.read_text("utf-8")) == rulebook_schema()


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_rulebook_passes_it(name):
    text = (files("domain.rulebook") / "data" / f"{name}.yaml").read_text("utf-8")
    node, _ = parse_document(text, name)
    jsonschema.validate(to_plain(node), rulebook_schema())
