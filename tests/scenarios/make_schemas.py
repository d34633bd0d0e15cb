"""Write the JSON Schemas that stand beside the shipped scenarios: python make_schemas.py."""

import json
from pathlib import Path

from scenarios.grammar import matter_schema, scenario_schema

LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"
SCHEMAS = {
    "scenario.schema.json": scenario_schema,
    "matter.schema.json": matter_schema,
}


def text_of(name: str) -> str:
    return json.dumps(SCHEMAS[name](), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in SCHEMAS:
        (LIBRARY / name).write_text(text_of(name), "utf-8")
